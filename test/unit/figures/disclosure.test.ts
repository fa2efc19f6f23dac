import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { figureOptions, readFigure } from '#core/figures/index.ts';
import type { Figure } from '#shared/schemas/figure.ts';
import { cases, fill, fillWave, openWorkspace, settings, type Workspace } from './workspace.ts';

let workspace: Workspace;
const read = (metric: string, more: object = {}) =>
  readFigure(workspace.store, { metric, ...more }, settings);

/** Every number anywhere in a figure but the dates, the definitions and the request. */
function numbersIn(figure: Figure): number[] {
  const found: number[] = [];
  const walk = (value: unknown): void => {
    if (typeof value === 'number') found.push(value);
    else if (typeof value === 'string') found.push(...[...value.matchAll(/\d+(\.\d+)?/g)].map(Number));
    else if (Array.isArray(value)) value.forEach(walk);
    else if (value !== null && typeof value === 'object') Object.values(value).forEach(walk);
  };
  walk(figure.points.map(({ from: _from, to: _to, period: _period, segment: _segment, ...rest }) => rest));
  walk(figure.limits);
  walk(figure.reading.replaceAll(/\d+ \w+ 20\d\d|20\d\d/g, ''));
  walk(figure.warnings.map(({ text }) => text.replaceAll(/\d+ \w+ 20\d\d|20\d\d/g, '')));
  return found;
}

beforeAll(async () => {
  workspace = await openWorkspace();
  const { store } = workspace;
  // Favourable of base: People 33 of 47, Place 29 of 43, Legal 3 of 7: Legal is small.
  await fillWave(store, {
    wave: '2024-10-14',
    answers: [
      { count: 33, favourable: true, score: 5, directorate: 'People' },
      { count: 14, favourable: false, score: 1, directorate: 'People' },
      { count: 29, favourable: true, score: 5, directorate: 'Place' },
      { count: 14, favourable: false, score: 1, directorate: 'Place' },
      { count: 3, favourable: true, score: 5, directorate: 'Legal' },
      { count: 4, favourable: false, score: 1, directorate: 'Legal' },
    ],
  });
  // One month of cases: Officer about Councillor 53, Public about Councillor 61, Officer about Officer 3,
  // Public about Officer 37, Clerk about Councillor 71, Clerk about Officer 23.
  const received = '2024-05-10';
  const about = (count: number, reporter: string, subject: string) =>
    cases(count, received, { reporter_role: reporter, subject_role: subject, directorate: 'Place' });
  await fill(store, 'clean.incident', [
    ...about(53, 'Officer', 'Councillor'),
    ...about(61, 'Public', 'Councillor'),
    ...about(3, 'Officer', 'Officer'),
    ...about(37, 'Public', 'Officer'),
    ...about(71, 'Clerk', 'Councillor'),
    ...about(23, 'Clerk', 'Officer'),
  ]);
});
afterAll(() => workspace.close());

describe('a small survey group', () => {
  it('is hidden with the next smallest, so that the whole less the rest does not tell it', async () => {
    const answer = await read('survey-favourable', { split: 'directorate' });
    expect(answer.points.map(({ group, shown, base }) => [group, shown, base])).toEqual([
      ['Legal', '[c]', null],
      ['People', '70%', 47],
      ['Place', '[c]', null],
    ]);
    expect(answer.provenance.suppression.hidden).toBe(2);
  });

  it.each(['survey-favourable', 'survey-neutral', 'survey-unfavourable', 'survey-mean'])(
    'leaves no trace of its numbers in %s',
    async (metric) => {
      const answer = await read(metric, { split: 'directorate' });
      for (const point of answer.points.filter(({ suppressed }) => suppressed === 'c')) {
        expect(point).toMatchObject({
          value: null,
          numerator: null,
          denominator: null,
          base: null,
          interval: null,
        });
      }
      const numbers = numbersIn(answer);
      // Legal: 3, 7, 42.86 %, mean 2.71; Place: 29, 43, 67.44 %, mean 3.70.
      for (const hidden of [3, 7, 29, 43, (100 * 3) / 7, (100 * 29) / 43, 19 / 7, 159 / 43])
        expect(numbers).not.toContain(hidden);
      expect(answer.reading).toContain('People');
      expect(answer.reading).not.toMatch(/Legal|Place/);
    },
  );

  it('is hidden from a filter just as from the split', async () => {
    const split = await read('survey-favourable', { split: 'directorate' });
    for (const directorate of ['Legal', 'People', 'Place']) {
      const filtered = await read('survey-favourable', { filters: { directorate } });
      const point = split.points.find(({ group }) => group === directorate);
      expect(filtered.points.map(({ shown }) => shown)).toEqual([point?.shown]);
    }
  });

  it('is hidden even as the only group', async () => {
    const strict = { ...settings, minimumBase: 100 };
    const answer = await readFigure(workspace.store, { metric: 'survey-favourable' }, strict);
    expect(answer.points.map(({ shown }) => shown)).toEqual(['[c]']);
    expect(numbersIn(answer).filter((number) => number !== 0 && number !== 100)).toEqual([]);
    expect(answer.reading).toBe('There is nothing that can be shown here.');
  });
});

describe('small counts of cases', () => {
  it('are shown as a total and hidden in a matrix, in every row and column with another', async () => {
    const total = await read('incidents');
    expect(total.points.map(({ value }) => value)).toEqual([248]);
    const answer = await read('incidents', { split: 'reporter-subject', grain: 'financial-year' });
    const shown = Object.fromEntries(
      answer.points.map(({ group, across, shown }) => [`${group} ${across}`, shown]),
    );
    expect(shown).toEqual({
      'Officer Officer': '[c]',
      'Officer Councillor': '[c]',
      'Clerk Officer': '[c]',
      'Clerk Councillor': '[c]',
      'Public Officer': '37',
      'Public Councillor': '61',
    });
    const numbers = numbersIn(answer);
    for (const hidden of [3, 53, 71, 23]) expect(numbers).not.toContain(hidden);
  });

  it('are not cut four ways', async () => {
    const filters = { tier: 'Principal', stage: 'Closed', directorate: 'Legal' };
    await expect(read('incidents', { split: 'category', filters })).rejects.toMatchObject({
      code: 'input-invalid',
    });
  });
});

describe('a rate of few people', () => {
  it('is hidden with its denominator, and another with it', async () => {
    // 6 cases in Legal are enough to show, but it is 3 people. Place: 9 of 90.
    const small = await openWorkspace();
    await fill(small.store, 'clean.workforce_snapshot', [
      { snapshot_date: '2024-06-01', directorate: 'Legal', headcount: 3, fte: 3 },
      { snapshot_date: '2024-06-01', directorate: 'Place', headcount: 90, fte: 80 },
      { snapshot_date: '2024-06-01', directorate: 'People', headcount: 70, fte: 60 },
    ]);
    await fill(small.store, 'clean.incident', [
      ...cases(9, '2024-06-10', { directorate: 'Place' }),
      ...cases(7, '2024-06-10', { directorate: 'People' }),
      ...cases(6, '2024-06-10', { directorate: 'Legal' }),
    ]);
    const request = { metric: 'incident-rate', split: 'directorate' };
    const answer = await readFigure(small.store, request, settings);
    await small.close();
    expect(answer.points.map(({ label, shown }) => [label, shown])).toEqual([
      ['Legal', '[c]'],
      ['People', '[c]'],
      ['Place', '10.00'],
    ]);
    expect(numbersIn(answer)).not.toContain(3);
  });
});

describe('small counts over time', () => {
  let months: Workspace;
  const ask = (more: object) => readFigure(months.store, { metric: 'incidents', ...more }, settings);

  beforeAll(async () => {
    months = await openWorkspace();
    const received = ['2024-05-10', '2024-06-10', '2024-07-10', '2024-08-10'];
    const counts = { Legal: [20, 3, 9, 8], Place: [40, 41, 42, 43] };
    const rows = Object.entries(counts).flatMap(([directorate, numbers]) =>
      numbers.flatMap((count, index) => cases(count, received[index] ?? '', { directorate })),
    );
    await fill(months.store, 'clean.incident', rows);
  });
  afterAll(() => months.close());

  it('cannot be found from the total of a longer period', async () => {
    // The first quarter shows 23 for Legal: with May shown, June would be 3. July and August are safe.
    const answer = await ask({ filters: { directorate: 'Legal' } });
    expect(answer.points.map(({ period, shown }) => [period, shown])).toEqual([
      ['May 2024', '[c]'],
      ['June 2024', '[c]'],
      ['July 2024', '9'],
      ['August 2024', '8'],
    ]);
    const quarters = await ask({ filters: { directorate: 'Legal' }, grain: 'quarter' });
    expect(quarters.points.map(({ shown }) => shown)).toEqual(['23', '17']);
  });

  it('are hidden alike whatever dates are asked for', async () => {
    const all = await ask({ split: 'directorate' });
    const may = await ask({ split: 'directorate', from: '2024-05-05', to: '2024-05-20' });
    expect(may.points).toEqual(all.points.filter(({ period }) => period === 'May 2024'));
    expect(may.points.map(({ shown }) => shown)).toEqual(['[c]', '[c]']);
  });

  it('are not among the options', async () => {
    const options = await figureOptions(months.store, 'incidents');
    expect(options.dimensions.directorate).toEqual([
      { value: 'Legal', label: 'Legal' },
      { value: 'Place', label: 'Place' },
    ]);
  });
});
