// The Audit Committee pack: what the records say, what nobody recorded, and that it agrees with the Standards pack.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addEvidence, recordAnswer } from '#core/governance/judgement-record.ts';
import { setMechanism } from '#core/governance/mechanisms.ts';
import { type DescribedPack, describePack } from '#core/packs/describe.ts';
import { editions } from '#core/packs/editions.ts';
import { partsOf } from '#core/packs/sheets/ags-judgement.ts';
import { validateWorkbook } from '#core/packs/validate.ts';
import type { Judgement } from '#shared/schemas/judgement.ts';
import { defaultSettings } from '#shared/schemas/workspace.ts';
import { type TestWorkspace, testWorkspace } from '../../config/workspace.ts';
import { columnOf, realFacts, sheetOf } from './real-facts.ts';
import { importSample } from './sample-council.ts';

const settings = { ...defaultSettings('Aldermere City Council'), adoptionDate: '2023-09-12' };
const unknown = { symbol: 'x' };
const hidden = { symbol: 'c' };
const answer = 'The Protocol is known and used in most directorates, and less in one.';
const telling = 'A councillor who chairs the only planning panel said so in the lobby.';

let full: TestWorkspace;
let empty: TestWorkspace;
let pack: DescribedPack;

const build = async (
  workspace: TestWorkspace,
  edition = 'audit',
  circulation: 'public' | 'exempt' = 'public',
  screened: Judgement['screened'] = [],
  period = '2024/25',
): Promise<DescribedPack> =>
  describePack(
    { edition, period, profile: 'committee', circulation },
    await realFacts(workspace.store, settings, { screened }),
  );

const errors = ({ model }: DescribedPack) =>
  validateWorkbook(model).filter(({ severity }) => severity === 'E');
const role = 'Monitoring Officer' as const;

async function recordUse({ store }: TestWorkspace): Promise<void> {
  const base = { year: '2024/25', question: 'use' as const, role };
  await store.transaction(async (session) => {
    await setMechanism(
      session,
      { mechanism: 'surveys', inPlace: 'yes', owner: 'Director of People Services', cadenceMonths: 12 },
      'user.one',
    );
    for (const side of ['for', 'against'] as const)
      await addEvidence(
        session,
        {
          ...base,
          side,
          words: side === 'for' ? 'More people know the routes.' : telling,
          strength: 'single-account',
          date: '2024-11-04',
        },
        null,
        'user.one',
      );
    await recordAnswer(
      session,
      { ...base, words: answer, confidence: 'moderate', confidenceReason: 'Two surveys and one workshop.' },
      'user.one',
    );
  });
}

beforeAll(async () => {
  full = await testWorkspace();
  await importSample(full);
  await recordUse(full);
  empty = await testWorkspace();
  pack = await build(full, 'audit', 'exempt');
});

afterAll(async () => {
  await full.close();
  await empty.close();
});

describe('the pack of the sample council', () => {
  it('has every sheet of the edition and breaks no rule', () => {
    expect(errors(pack)).toEqual([]);
    const wanted = editions.find(({ id }) => id === 'audit')?.sheets ?? [];
    expect(pack.model.sheets.map(({ name }) => name)).toEqual(wanted.filter((name) => name !== 'Pinned'));
  });

  it('rates nothing', () => {
    for (const name of ['Principles_A_to_G', 'Assurance_map'])
      expect(
        new Set(columnOf(sheetOf(pack.model, name), 'Rating').map((cell) => JSON.stringify(cell))),
      ).toEqual(new Set([JSON.stringify(unknown)]));
    expect(JSON.stringify(pack.model)).not.toMatch(/\bscore of\b|overall score/i);
  });

  it('speaks to each of the seven principles, with evidence and its date or a gap', () => {
    const sheet = sheetOf(pack.model, 'Principles_A_to_G');
    const letters = columnOf(sheet, 'Principle').map((cell) => String(cell).charAt(0));
    expect([...new Set(letters)].join('')).toBe('ABCDEFG');
    const training = sheet.table.rows.find((row) => String(row[2]).startsWith('Training on the Protocol'));
    expect(training?.[3]).toMatch(/^Training done: \d+% in 2024\/25/);
    expect(training?.[4]).toEqual({ date: '2025-03-31' });
    const surveys = sheet.table.rows.find((row) => String(row[2]).includes('asked about in surveys'));
    expect(surveys?.at(-1)).toBe('None told by the register');
  });

  it('maps the six mechanisms with what the register and the health of the data say', () => {
    const sheet = sheetOf(pack.model, 'Assurance_map');
    expect(sheet.table.rows).toHaveLength(6);
    const [surveys] = sheet.table.rows;
    expect(surveys?.[2]).toBe('Register: in place, Director of People Services');
    for (const cell of columnOf(sheet, 'Completeness of the data received (per cent)'))
      expect(Number(cell)).toBeGreaterThan(90);
  });

  it('agrees with the Standards pack of the same period', async () => {
    const standards = await build(full, 'standards');
    const six = sheetOf(pack.model, 'Standards_summary');
    expect(six.table.rows).toHaveLength(6);
    const value = (title: string) => six.table.rows.find((row) => row[1] === title)?.[3];
    const received = columnOf(sheetOf(standards.model, 'By_outcome'), 'Cases').at(-1);
    expect(value('Incidents received')).toBe(`${received} cases`);
    const median = columnOf(sheetOf(standards.model, 'Timeliness'), 'Median (days)').at(-1);
    expect(value('Days to close')).toBe(`${Math.round(Number(median))} days`);
    const open = columnOf(sheetOf(standards.model, 'Complaints_by_period'), 'Open at end').at(-1);
    expect(value('Incidents open at the end')).toBe(`${open} cases`);
    const ids = new Set(standards.figures.map(({ id }) => id));
    const shared = pack.figures.filter(({ id }) => ids.has(id));
    expect(shared.length).toBeGreaterThan(8);
    for (const { id, points } of shared)
      expect(points).toEqual(standards.figures.find((one) => one.id === id)?.points);
  });

  it('tells how each action stood at the end of the period, by its dates alone', () => {
    const plan = sheetOf(pack.model, 'Action_plan');
    const prior = sheetOf(pack.model, 'Prior_year_actions');
    const late = columnOf(prior, 'Outcome').filter((cell) => /^(Done late|Overdue since)/.test(String(cell)));
    expect(late.length).toBeGreaterThan(0);
    const refs = new Set(columnOf(plan, 'Ref'));
    const outcome = columnOf(prior, 'Outcome');
    columnOf(prior, 'Ref').forEach((ref, row) => {
      const carried = columnOf(prior, 'Carried to')[row] === 'Action plan of 2024/25';
      expect([ref, carried]).toEqual([ref, refs.has(ref ?? '')]);
      if (carried) expect(outcome[row]).toMatch(/^(Overdue|On target|Open)/);
    });
    const fromCases = plan.table.rows.filter((row) => row[1] === 'Incident');
    expect(fromCases.length).toBeGreaterThan(0);
    for (const row of fromCases) expect([row[2], row[3]]).toEqual([hidden, hidden]);
  });

  it('names the recipes that read each file', () => {
    const sheet = sheetOf(pack.model, 'Data_lineage');
    const recipes = columnOf(sheet, 'Recipe ids');
    const log = columnOf(sheet, 'Source file').indexOf('protocol-incident-log.xlsx');
    expect(recipes[log]).toMatch(/days-to-close v\d/);
    expect(sheet.table.rows).toHaveLength(30);
  });

  it('sets out each indicator with numerator, denominator and what its chart says', () => {
    const sheet = sheetOf(pack.model, 'Culture_indicators');
    const row = sheet.table.rows.find((cells) => cells[1] === 'Training done');
    const [numerator, denominator, value] = [Number(row?.[4]), Number(row?.[5]), String(row?.[6])];
    expect(value).toBe(`${Math.round((100 * numerator) / denominator)}% of places booked or required`);
    expect(columnOf(sheet, 'Variation').some((cell) => /cause/i.test(String(cell)))).toBe(true);
  });
});

describe('the year’s judgement', () => {
  it('is repeated as it was recorded, by roles and never by users', () => {
    const { rows } = sheetOf(pack.model, 'AGS_judgement').table;
    expect(rows.find((row) => row[1] === 'Answer')?.slice(2, 4)).toEqual([answer, 'Confidence moderate']);
    expect(rows.filter((row) => String(row[1]).startsWith('Evidence')).map((row) => row[1])).toEqual(
      expect.arrayContaining(['Evidence for', 'Evidence against']),
    );
    expect(rows.filter((row) => row[1] === 'Answer').map((row) => row[2])).toEqual([
      answer,
      unknown,
      unknown,
    ]);
    expect(JSON.stringify(pack.model)).not.toContain('user.one');
  });

  it('has no opinion of Council until Council has signed', () => {
    const { rows } = sheetOf(pack.model, 'Conclusion').table;
    expect(rows.find(([field]) => field === 'Opinion of Council')?.[1]).toEqual(unknown);
  });

  it('hides from the public words that may tell who is meant, and only those', async () => {
    const [{ id } = { id: '' }] = await full.store.all<{ id: string }>(
      "select evidence_id as id from judgement_evidence where side = 'against'",
      {},
    );
    const screened = [{ of: id, field: 'the evidence', found: [{ kind: 'post', text: 'planning panel' }] }];
    const text = async (circulation: 'public' | 'exempt') =>
      JSON.stringify((await build(full, 'audit', circulation, screened)).model);
    const [open, closed] = [await text('public'), await text('exempt')];
    expect(open).not.toContain('planning panel');
    expect(open).toContain(answer);
    expect(closed).toContain('planning panel');
  });

  it('is cut at the end of sentences where it is too long for a row', () => {
    const long = 'One sentence of some words. '.repeat(80).trim();
    const parts = partsOf(long);
    expect(parts.length).toBeGreaterThan(2);
    expect(parts.join(' ')).toBe(long);
    expect(parts.every((part) => part.length <= 900 && part.endsWith('.'))).toBe(true);
    expect(partsOf('x'.repeat(2000)).join('')).toHaveLength(2000);
  });
});

describe('an empty workspace', () => {
  it.each(['public', 'exempt'] as const)(
    'has the same sheets, %s, and breaks no rule',
    async (circulation) => {
      const described = await build(empty, 'audit', circulation);
      expect(errors(described)).toEqual([]);
      for (const name of [
        'Director_statements',
        'Internal_audit',
        'Whistleblowing',
        'Action_plan',
        'Culture_indicators',
      ])
        expect(sheetOf(described.model, name).missing?.length).toBeGreaterThan(60);
      expect(sheetOf(described.model, 'AGS_judgement').missing).toContain('None of the three answers');
    },
  );

  it.each(['2024-25 Q2', '2024-11', '2023-04-01..2025-03-31', '1999/00'])(
    'describes %s of real data',
    async (period) => {
      expect(errors(await build(full, 'audit', 'public', [], period))).toEqual([]);
    },
  );
});
