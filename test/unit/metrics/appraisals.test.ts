import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readFigure } from '#core/figures/index.ts';
import type { FigurePoint } from '#shared/schemas/figure.ts';
import { fill, openWorkspace, settings, type Workspace } from '../figures/workspace.ts';

let workspace: Workspace;
const read = (metric: string, more: object = {}) =>
  readFigure(workspace.store, { metric, ...more }, settings);
const told = (points: readonly FigurePoint[]) =>
  points.map(({ group, numerator, denominator, shown }) => [group, numerator, denominator, shown]);

let person = 0;
const appraisals = (count: number, more: Record<string, string | null>) =>
  Array.from({ length: count }, () => {
    person += 1;
    return {
      person: `p${person}`,
      cycle: '2023/24',
      cycle_start: '2023-04-01',
      due_date: '2024-04-30',
      directorate: 'Place',
      tier: 'Other staff',
      status: 'done',
      ...more,
    };
  });

beforeAll(async () => {
  workspace = await openWorkspace();
  await workspace.store.transaction((session) =>
    session.run(
      `insert into import by name select 'import' as import_id, 'appraisal' as kind, 'a.csv' as file_name, 'x' as sha256, 1 as bytes, 'plain' as dialect, '{}' as mapping, 0 as rows_read, 0 as rows_accepted, 0 as rows_rejected, 0 as problem_count, '[]' as notes, timestamp '2024-01-01' as imported_at, 'me' as imported_by`,
    ),
  );
  const senior = { tier: 'Assistant Director and above' };
  await fill(workspace.store, 'clean.appraisal', [
    // Place: 20 due, 15 done, 12 of them signed, 9 name candour, 6 of those courtesy, too.
    ...appraisals(6, { signed_date: '2024-05-01', behaviours: 'Dignity and courtesy;Frankness and candour' }),
    ...appraisals(3, { signed_date: '2024-05-01', behaviours: 'Frankness and candour' }),
    ...appraisals(3, { signed_date: '2024-05-01', behaviours: 'Team spirit' }),
    ...appraisals(3, {}),
    ...appraisals(5, { status: 'not done' }),
    ...appraisals(4, { status: 'not due' }),
    // People: 30 due, all senior, 24 done.
    ...appraisals(24, { directorate: 'People', ...senior }),
    ...appraisals(6, { directorate: 'People', status: 'not done', ...senior }),
    // Audit: 8 due, too few to show a share of; Law has as few.
    ...appraisals(8, { directorate: 'Audit' }),
    ...appraisals(9, { directorate: 'Law' }),
    // Works: both tiers, enough of each.
    ...appraisals(40, { directorate: 'Works' }),
    ...appraisals(35, { directorate: 'Works', ...senior }),
    ...appraisals(5, { directorate: 'Works', status: 'not done', ...senior }),
    // Ten more a year later, told by the day they were due alone.
    ...appraisals(10, { cycle: null, cycle_start: null, due_date: '2025-03-31', directorate: 'People' }),
    // Half-way reviews of the same people are another stage.
    ...appraisals(40, { stage: 'Mid-year review', status: 'not done' }),
  ]);
});
afterAll(() => workspace.close());

const all = { grain: 'all' };
const year = { from: '2023-04-01', to: '2024-03-31' };

describe('appraisals', () => {
  it('counts done of due, at one stage, in the year of the cycle', async () => {
    const { points, warnings } = await read('appraisal-coverage');
    // 15 + 24 + 8 + 9 + 75 of 20 + 30 + 8 + 9 + 80; then 10 of 10 by the day due.
    expect(points.map(({ period, numerator, denominator }) => [period, numerator, denominator])).toEqual([
      ['2023/24', 131, 147],
      ['2024/25', 10, 10],
    ]);
    expect(points[0]?.value).toBeCloseTo((100 * 131) / 147, 9);
    expect(points[0]?.interval?.method).toBe('Wilson');
    expect(warnings.map(({ code }) => code)).not.toContain('part-period');
    const chosen = warnings.find(({ code }) => code === 'stage-chosen');
    expect(chosen?.text).toContain('“Mid-year review”');
    const middle = await read('appraisal-coverage', { filters: { stage: 'Mid-year review' } });
    expect(told(middle.points)).toEqual([[null, 0, 40, '0%']]);
  });

  it('hides a directorate under the minimum base, and what would give it away', async () => {
    const { points } = await read('appraisal-coverage', { split: 'directorate', ...year });
    const found = new Map(points.map(({ group, shown }) => [group, shown]));
    expect([found.get('Audit'), found.get('Law')]).toEqual(['[c]', '[c]']);
    // Seventeen together: either may be anything from none to all of them.
    expect([...found.values()].filter((shown) => shown === '[c]').length).toBe(2);
    expect(points.find(({ group }) => group === 'Place')).toMatchObject({ numerator: 15, denominator: 20 });
  });

  it('sets Assistant Directors and above apart', async () => {
    const { points } = await read('appraisal-coverage', { split: 'tier', ...year });
    expect(told(points)).toEqual([
      ['Assistant Director and above', 59, 70, '84%'],
      ['Other staff', 72, 77, '94%'],
    ]);
  });

  it('sets them apart by directorate where the groups are large enough', async () => {
    const { points } = await read('appraisal-coverage', { ...all, split: 'directorate-tier' });
    const works = points.filter(({ group }) => group === 'Works');
    expect(works.map(({ across, numerator, denominator }) => [across, numerator, denominator])).toEqual([
      ['Assistant Director and above', 35, 40],
      ['Other staff', 40, 40],
    ]);
  });

  it('counts signed of done', async () => {
    const { points } = await read('appraisal-signed', { split: 'directorate', ...year });
    expect(points.find(({ group }) => group === 'Place')).toMatchObject({ numerator: 12, denominator: 15 });
  });

  it('counts a behaviour once for each appraisal that names it, and no word that is none of the seven', async () => {
    const { points } = await read('appraisal-behaviours', { ...all, split: 'behaviour' });
    const found = new Map(
      points.map(({ group, numerator, denominator }) => [group, [numerator, denominator]]),
    );
    expect(found.size).toBe(7);
    expect(found.get('Frankness and candour')).toEqual([9, 141]);
    expect(found.get('Dignity and courtesy')).toEqual([6, 141]);
    expect(found.get('Constructive challenge')).toEqual([0, 141]);
    const whole = await read('appraisal-behaviours', all);
    expect(told(whole.points)).toEqual([[null, 9, 141, '6%']]);
  });

  it('says how many of the seven are covered at all', async () => {
    const { points } = await read('appraisal-behaviours-covered', { split: 'directorate', ...year });
    expect(points.find(({ group }) => group === 'Place')).toMatchObject({ value: 2, base: 15 });
    expect(points.find(({ group }) => group === 'Audit')).toMatchObject({
      value: null,
      base: null,
      suppressed: 'c',
    });
    const whole = await read('appraisal-behaviours-covered', year);
    expect(whole.points.map(({ value, base }) => [value, base])).toEqual([[2, 131]]);
  });
});
