// The People Services pack from hand-made figures: what a signal may say, what rows agree on, what is missing.
import { describe, expect, it } from 'vitest';
import { metricCards } from '#core/figures/index.ts';
import { describePack, type PackFacts } from '#core/packs/describe.ts';
import { findEdition } from '#core/packs/editions.ts';
import type { SheetModel, WorkbookModel } from '#core/packs/model.ts';
import { validateWorkbook } from '#core/packs/validate.ts';
import type { ActionEntry } from '#shared/schemas/action.ts';
import type { ChartLimits, Figure, FigureRequest } from '#shared/schemas/figure.ts';
import { defaultFront } from '#shared/schemas/pack.ts';
import { defaultSettings } from '#shared/schemas/workspace.ts';
import { figure, lockedRecords, noRecords, point } from './figures.ts';

type Ask = (request: FigureRequest) => Figure;

const facts = (ask: Ask, records: Partial<PackFacts['records']> = {}): PackFacts => ({
  settings: defaultSettings('Exampleshire Council'),
  imports: [],
  front: defaultFront,
  asAt: '2025-06-02T09:30:00Z',
  issue: 1,
  releasedAt: null,
  replaces: null,
  records: { ...noRecords, ...records },
  exempt: () => lockedRecords,
  ask: async (request) => ask(request),
  progress: () => {},
});

const people = (ask: Ask, records: Partial<PackFacts['records']> = {}, period = '2024/25') =>
  describePack({ edition: 'people', period, profile: 'committee' }, facts(ask, records));

const sheetOf = (model: WorkbookModel, name: string): SheetModel => {
  const found = model.sheets.find((sheet) => sheet.name === name);
  if (found === undefined) throw new Error(`no sheet ${name}`);
  return found;
};

const columnOf = (sheet: SheetModel, header: string) => {
  const index = sheet.table.columns.findIndex((column) => column.header === header);
  expect(index, `${sheet.name}: ${header}`).toBeGreaterThanOrEqual(0);
  return sheet.table.rows.map((row) => row[index]);
};

const errors = (model: WorkbookModel) => validateWorkbook(model).filter(({ severity }) => severity === 'E');

const year = (parts: object, start = 2024) =>
  point({
    from: `${start}-04-01`,
    to: `${start + 1}-03-31`,
    period: `${start}/${(start + 1) % 100}`,
    ...parts,
  });

const march = (parts: object) =>
  point({ from: '2025-03-01', to: '2025-03-31', period: 'March 2025', value: 1, ...parts });

const limits = (variation: string): ChartLimits => ({
  group: null,
  segment: 0,
  phase: 0,
  from: '2020-04-01',
  to: '2025-03-31',
  chart: 'xmr',
  method: 'XmR.',
  mean: 1,
  lower: 0,
  upper: 2,
  sigmaLower: null,
  sigmaUpper: null,
  points: 24,
  trial: false,
  autocorrelation: null,
  variation,
  signals: [],
  target: null,
  assurance: null,
});

describe.each([
  ['public', 'published'],
  ['public', 'committee'],
  ['exempt', 'published'],
  ['exempt', 'committee'],
] as const)('a workspace with nothing, %s, %s', (circulation, profile) => {
  it('keeps every sheet and its columns, each with what would supply it', async () => {
    const { model } = await describePack(
      { edition: 'people', period: '2024/25', profile, circulation },
      facts((request) => figure(request)),
    );
    expect(errors(model)).toEqual([]);
    const names = model.sheets.map(({ name }) => name);
    for (const name of findEdition('people').sheets) {
      if (name === 'Pinned' || (name === 'Disclosure_log' && circulation === 'public')) continue;
      expect(names).toContain(name);
    }
    const data = model.sheets.filter(({ kind, name }) => kind === 'data' && name !== 'Disclosure_log');
    for (const { name, missing, table } of data) {
      expect(missing, name).toMatch(/would (fill this sheet|supply it)\.$|pinned/i);
      expect(table.columns.length, name).toBeGreaterThan(1);
    }
  });
});

describe.each([
  '2024/25',
  '2024-25 Q2',
  '2021-11',
  '2024',
  '2019-04-01..2025-03-30',
  '2022/23 municipal year',
])('the period %s', (period) => {
  it.each(['people', 'portfolio-holder', 'whips'])(
    'asks nothing of %s that a metric does not tell',
    async (edition) => {
      const asked: FigureRequest[] = [];
      await describePack(
        { edition, period, profile: 'committee' },
        facts((request) => {
          asked.push(request);
          return figure(request, { points: samples(request) });
        }),
      );
      for (const { metric, grain, split } of asked) {
        const card = metricCards.find(({ id }) => id === metric);
        expect(card, metric).toBeDefined();
        expect(card?.grains, metric).toContain(grain);
        if (split !== undefined) expect(card?.dimensions, metric).toContain(split);
      }
      expect(new Set(asked.map((one) => JSON.stringify(Object.entries(one).sort()))).size).toBe(asked.length);
      expect(asked.length).toBeGreaterThan(8);
    },
  );
});

/** Something of everything, so that what is asked after the first answer is asked too. */
function samples({ from = '2024-04-01', to = '2025-03-31', split, filters = {} }: FigureRequest) {
  const whole = point({ from, to, period: 'Sample', value: 40, base: 40, shown: '40' });
  if (split === undefined || filters.group) return [whole];
  const across =
    split.includes('-') && split !== 'reporter-role' && split !== 'subject-role' ? 'Voluntary' : null;
  return ['First', 'Second'].map((group) => ({ ...whole, group, label: group, across }));
}

describe('Signals', () => {
  const change = (verdict: 'higher' | 'lower' | 'no-clear-change') => ({
    value: 4,
    interval: { lower: 1, upper: 7, level: 0.95, method: 'Newcombe' },
    p: 0.01,
    adjustedP: 0.02,
    compared: 3,
    verdict,
    since: 'Wave 1',
  });
  const wave = (group: string | null, parts: object) =>
    point({ from: '2025-02-10', to: '2025-02-10', period: '10 February 2025', group, ...parts });
  const verdicts: Readonly<Record<string, string>> = {
    'absence-days-per-fte Housing': 'concern_high',
    'absence-days-per-fte Adults': 'common_cause',
    'turnover Housing': 'improvement_low',
    'incidents Housing': 'neutral_high',
  };
  const ask: Ask = (request) => {
    const { metric, split, filters = {} } = request;
    if (metric === 'survey-favourable' && split === 'instrument')
      return figure(request, { points: [wave('Staff survey', { value: 50 })] });
    if (metric === 'survey-favourable' && split === 'directorate') {
      return figure(request, {
        points: [
          wave('Housing', { value: 60, change: change('lower') }),
          wave('Adults', { suppressed: 'c' }),
        ],
      });
    }
    if (metric === 'headcount' && split === 'directorate')
      return figure(request, { points: ['Housing', 'Adults'].map((group) => year({ group, value: 90 })) });
    if (metric === 'incidents' && split === 'scheme')
      return figure(request, { points: [year({ group: 'Protocol', value: 30 })] });
    if (metric === 'incidents' && split === 'directorate')
      return figure(request, { points: [year({ group: 'Housing', value: 12 })] });
    const variation = verdicts[`${metric} ${filters.directorate ?? ''}`];
    if (variation !== undefined) return figure(request, { points: [march({})], limits: [limits(variation)] });
    if (filters.directorate === 'Adults' && metric === 'turnover')
      return figure(request, {
        points: [march({ value: null, suppressed: 'c' })],
        limits: [limits('concern_high')],
      });
    return figure(request);
  };

  it('says what each figure says, and of a hidden or unjudged one nothing', async () => {
    const { model } = await people(ask);
    const sheet = sheetOf(model, 'Signals');
    expect(columnOf(sheet, 'Directorate')).toEqual(['Adults', 'Housing']);
    expect(columnOf(sheet, 'Survey')).toEqual([{ symbol: 'c' }, 'Worse']);
    expect(columnOf(sheet, 'Sickness')).toEqual(['Same', 'Worse']);
    expect(columnOf(sheet, 'Turnover')).toEqual([{ symbol: 'c' }, 'Better']);
    expect(columnOf(sheet, 'Casework')).toEqual([{ symbol: 'x' }, { symbol: 'x' }]);
  });

  it('never calls a change of incidents better or worse', async () => {
    const { model } = await people(ask);
    expect(columnOf(sheetOf(model, 'Signals'), 'Incidents')).toEqual([{ symbol: 'x' }, 'Higher']);
  });

  it('names the signals that are worse beside those told, and counts and ranks nothing', async () => {
    const sheet = sheetOf((await people(ask)).model, 'Signals');
    expect(columnOf(sheet, 'Signals worse (named)')).toEqual(['None of those told', 'Survey, sickness']);
    expect(columnOf(sheet, 'Base: signals told')).toEqual([
      'Sickness',
      'Survey, incidents, sickness, turnover',
    ]);
    expect(columnOf(sheet, 'Caution')[0]).toContain('survey, incidents, turnover');
    expect(sheet.table.columns.every(({ type }) => type === 'text')).toBe(true);
    expect(sheet.charts).toEqual([]);
  });
});

describe('rows of one figure', () => {
  it('takes FTE, days and rate of sickness from the same point, and hides them together', async () => {
    const ask: Ask = (request) => {
      const { metric, split } = request;
      if (metric !== 'absence-days-per-fte' || request.grain !== 'financial-year') return figure(request);
      const of = (group: string | null, across: string | null, parts: object) =>
        year({ group, across, ...parts });
      const housing = { value: 12.5, numerator: 1000, denominator: 80, base: 40 };
      if (split === undefined) return figure(request, { points: [of(null, null, housing)] });
      if (split === 'directorate')
        return figure(request, {
          points: [of('Housing', null, housing), of('Adults', null, { suppressed: 'c', numerator: 3 })],
        });
      if (split === 'directorate-term')
        return figure(request, { points: [of('Housing', 'Short term', { value: 2.5, numerator: 200 })] });
      return figure(request);
    };
    const sheet = sheetOf((await people(ask)).model, 'Sickness');
    expect(columnOf(sheet, 'Directorate')).toEqual(['Adults', 'Housing', 'Total, whole council']);
    expect(columnOf(sheet, 'Average FTE')).toEqual([{ symbol: 'c' }, 80, 80]);
    expect(columnOf(sheet, 'FTE days lost')).toEqual([{ symbol: 'c' }, 1000, 1000]);
    expect(columnOf(sheet, 'Days per FTE without long-term')).toEqual([
      { symbol: 'x' },
      2.5,
      { symbol: 'x' },
    ]);
    expect(sheet.charts[0]?.rows).toEqual({ from: 0, to: 2 });
    expect(sheet.lines.join(' ')).toContain('cost in pounds');
  });

  it('leaves out a directorate of which nothing but 0 or nothing at all is known', async () => {
    const ask: Ask = (request) =>
      request.metric === 'headcount' && request.split === 'directorate'
        ? figure(request, {
            points: [
              year({ group: 'Old name', value: 0 }),
              year({ group: 'Older', suppressed: 'x' }),
              year({ group: 'Housing', value: 90 }),
            ],
          })
        : figure(request);
    const sheet = sheetOf((await people(ask)).model, 'Workforce');
    expect(columnOf(sheet, 'Directorate')).toEqual(['Housing', 'Total, whole council']);
  });
});

describe('what was heard', () => {
  const heard =
    (strengths: object, concerns: object): Ask =>
    (request) =>
      request.metric === 'evidence-mentions' && request.split === 'behaviour-polarity'
        ? figure(request, {
            points: [
              year({ group: 'Open communication', across: 'Strength', ...strengths }),
              year({ group: 'Open communication', across: 'Concern', ...concerns }),
            ],
          })
        : request.metric === 'evidence-mentions' && request.split === 'polarity'
          ? figure(request, { points: [year({ group: 'Strength', value: 30 })] })
          : figure(request);

  it.each([
    [{ value: 7 }, { value: 11 }, 'More concerns than strengths'],
    [{ value: 11 }, { value: 7 }, 'More strengths than concerns'],
    [{ value: 7 }, { value: 7 }, 'As many strengths as concerns'],
    [{ value: 7 }, { suppressed: 'c' }, 'Not told: a number is hidden'],
    [{ suppressed: 'c', value: 7 }, { value: 2 }, 'Not told: a number is hidden'],
  ])('of %o and %o says: %s', async (strengths, concerns, tone) => {
    const sheet = sheetOf((await people(heard(strengths, concerns))).model, 'Survey_themes');
    expect(columnOf(sheet, 'Tone')[0]).toBe(tone);
  });
});

describe('Incidents', () => {
  it('sets out each set of rules apart, and does not list what is hidden in both periods', async () => {
    const ask: Ask = (request) => {
      const { metric, split, filters } = request;
      if (metric !== 'incidents') return figure(request);
      if (split === 'scheme')
        return figure(request, { points: ['Code', 'Protocol'].map((group) => year({ group, value: 20 })) });
      if (split === 'category' && filters?.scheme === 'Code') {
        return figure(request, {
          points: [
            year({ group: 'Respect', value: 12, shown: '12' }),
            year({ group: 'Gifts', suppressed: 'c' }),
            year({ group: 'Gifts', suppressed: 'c' }, 2023),
            year({ group: 'Interests', suppressed: 'c' }),
            year({ group: 'Interests', value: 6 }, 2023),
          ],
        });
      }
      return split === undefined ? figure(request, { points: [year({ value: 20 })] }) : figure(request);
    };
    const { model } = await people(ask);
    const sheet = sheetOf(model, 'Incidents');
    expect(sheet.table.rows.map((row) => row.slice(0, 4))).toEqual([
      ['Code', 'All cases', 'All', 20],
      ['Code', 'Type', 'Respect', 12],
      ['Code', 'Type', 'Interests', { symbol: 'c' }],
      ['Protocol', 'All cases', 'All', 20],
    ]);
    expect(sheet.charts.map(({ rows }) => rows)).toEqual([{ from: 1, to: 3 }]);
    expect(errors(model)).toEqual([]);
  });
});

describe('Actions', () => {
  const action = (parts: Partial<ActionEntry>): ActionEntry => ({
    ref: 'LA/001',
    source: 'Survey',
    directorate: 'Housing',
    behaviours: 'Open communication',
    kept: false,
    owner: 'Assistant Director',
    raised: '2024-06-01',
    due: '2024-09-30',
    done: null,
    recheck: null,
    recheckResult: null,
    status: 'open',
    ...parts,
  });
  const actions = async () => [
    action({}),
    action({
      ref: null,
      source: 'Incident',
      directorate: null,
      behaviours: null,
      kept: true,
      done: '2024-09-01',
      status: 'done',
    }),
    action({ ref: 'LA/000', raised: '2022-01-01', done: '2022-02-01', status: 'done' }),
  ];

  it('tells posts, days and states, and hides where an action that came of a case was taken', async () => {
    const sheet = sheetOf((await people((request) => figure(request), { actions })).model, 'Actions');
    expect(columnOf(sheet, 'Ref')).toEqual(['LA/001', 'Action 2']);
    expect(columnOf(sheet, 'Status')).toEqual(['Overdue since 30 September 2024', 'Done']);
    expect(columnOf(sheet, 'Directorate')).toEqual(['Housing', { symbol: 'c' }]);
  });

  it('divides nothing by directorate in a brief of whole-council figures', async () => {
    const { model } = await describePack(
      { edition: 'portfolio-holder', period: '2024/25', profile: 'committee' },
      facts((request) => figure(request), { actions }),
    );
    const sheet = sheetOf(model, 'Actions');
    expect(sheet.table.columns.map(({ header }) => header)).not.toContain('Directorate');
    expect(JSON.stringify(sheet.table)).not.toContain('Housing');
  });
});
