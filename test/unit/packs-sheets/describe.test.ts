// The Standards pack from hand-made figures: what stands where, what is never a number, what is refused.
import { describe, expect, it } from 'vitest';
import { describePack, type PackFacts } from '#core/packs/describe.ts';
import { editions } from '#core/packs/editions.ts';
import { isLink, isShorthand, type SheetModel, type WorkbookModel } from '#core/packs/model.ts';
import { sheets } from '#core/packs/sheets/index.ts';
import { validateWorkbook } from '#core/packs/validate.ts';
import type { Change, Figure, FigureRequest } from '#shared/schemas/figure.ts';
import { defaultFront } from '#shared/schemas/pack.ts';
import { defaultSettings } from '#shared/schemas/workspace.ts';
import { figure, lockedRecords, noRecords, point, seriesPoints } from './figures.ts';

const settings = defaultSettings('Exampleshire Council');

const facts = (ask: (request: FigureRequest) => Figure): PackFacts => ({
  settings,
  imports: [],
  front: defaultFront,
  asAt: '2025-06-02T09:30:00Z',
  issue: 1,
  releasedAt: null,
  replaces: null,
  records: noRecords,
  exempt: () => lockedRecords,
  ask: async (request) => ask(request),
  progress: () => {},
});

const describeWith = (
  ask: (request: FigureRequest) => Figure,
  period = '2024/25',
  profile: 'published' | 'committee' = 'committee',
) => describePack({ edition: 'standards', period, profile }, facts(ask));

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

const textOf = (model: WorkbookModel): string => JSON.stringify(model.sheets);

const inYear = (start: number, parts: Parameters<typeof point>[0] | object) =>
  point({
    from: `${start}-04-01`,
    to: `${start + 1}-03-31`,
    period: `${start}/${String(start + 1).slice(2)}`,
    ...parts,
  });

/** A council with cases only: quarters, years, allegations of which some are hidden. */
function cases(request: FigureRequest): Figure {
  const { metric, split, grain, filters } = request;
  const parts = { files: ['register.csv'], title: metric };
  if (metric === 'incidents' && grain === 'quarter' && split === undefined) {
    return figure(request, {
      ...parts,
      points: seriesPoints('2022-04-01', '2025-03-31', 'quarter', [9, 12, 12, 7]),
    });
  }
  if (metric === 'incidents' && grain === 'quarter' && split === 'tier') {
    const of = (group: string, values: (number | null)[]) =>
      seriesPoints('2022-04-01', '2025-03-31', 'quarter', values).map((p) => ({ ...p, group }));
    return figure(request, {
      ...parts,
      points: [...of('Parish or town', [null]), ...of('Principal', [6, null])],
    });
  }
  if (metric === 'incidents-closed' && grain === 'quarter') {
    return figure(request, { ...parts, points: seriesPoints('2022-04-01', '2025-03-31', 'quarter', [8]) });
  }
  if (metric === 'incidents' && grain === 'financial-year' && filters === undefined) {
    if (split === undefined) {
      return figure(request, {
        ...parts,
        reading: 'Incidents received: 40 in 2024/25.',
        points: [
          inYear(2023, { value: 44, shown: '44' }),
          inYear(2024, { value: 40, shown: '40', base: 40 }),
        ],
      });
    }
    if (split === 'category' || split === 'outcome') {
      return figure(request, {
        ...parts,
        points: [
          inYear(2024, { group: 'Respect', value: 21, shown: '21' }),
          inYear(2023, { group: 'Respect', suppressed: 'c' }),
          inYear(2024, { group: 'Interests', suppressed: 'c' }),
          inYear(2023, { group: 'Interests', value: 6, shown: '6' }),
          inYear(2024, { group: 'Gifts and hospitality', value: 0, shown: '0' }),
          inYear(2024, { group: 'Disrepute', value: 30, shown: '30' }),
        ],
      });
    }
  }
  return figure(request, parts);
}

describe('the register', () => {
  it('holds every sheet of every edition, once', () => {
    const ids = sheets.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const edition of editions) expect(ids).toEqual(expect.arrayContaining([...edition.sheets]));
  });

  it('refuses an edition and a period that there are not', async () => {
    await expect(
      describePack({ edition: 'nobody', period: '2024/25', profile: 'committee' }, facts(figure)),
    ).rejects.toMatchObject({
      code: 'edition-unknown',
      params: { edition: 'nobody', editions: expect.stringMatching(/^standards, /) },
    });
    await expect(describeWith(figure, 'last year')).rejects.toMatchObject({ code: 'period-invalid' });
  });
});

describe.each(['committee', 'published'] as const)('a workspace with nothing, %s', (profile) => {
  it('keeps every sheet, each with the mechanism that would supply it', async () => {
    const { model, fileName } = await describeWith((request) => figure(request), '2024/25', profile);
    const exempt = ['Case_log', 'Investigations', 'Sanctions_by_case', 'Disclosure_log'];
    const wanted = editions[0]?.sheets.filter((name) => name !== 'Pinned' && !exempt.includes(name));
    expect(model.sheets.map(({ name }) => name)).toEqual(wanted);
    expect(validateWorkbook(model).filter(({ severity }) => severity === 'E')).toEqual([]);
    const data = model.sheets.filter(({ kind }) => kind === 'data');
    const bare = data.filter(({ table }) => table.rows.length === 0);
    expect(data.filter((sheet) => !bare.includes(sheet)).map(({ name }) => name)).toEqual([
      'CSPL_best_practice',
      'Adoption',
    ]);
    const filled = bare.filter(({ missing }) =>
      /No .*has been loaded\. Section (II|VI|VII) .*would fill/.test(missing ?? ''),
    );
    expect(bare.filter((sheet) => !filled.includes(sheet)).map(({ name }) => name)).toEqual([
      'Pattern_rule',
      'Gifts_and_hospitality',
      'Reform_readiness',
    ]);
    for (const sheet of bare) expect(sheet.missing).toMatch(/would (fill|supply)|has set no such rule/);
    expect(model.sheets.flatMap(({ charts }) => charts)).toEqual([]);
    expect(fileName).toBe('standards-pack-2024-25-public-draft-of-issue-1.xlsx');
  });
});

describe('a council with cases only', () => {
  it('sets out quarters with their change in words, and leaves out a column that would tell nothing', async () => {
    const { model } = await describeWith(cases);
    const sheet = sheetOf(model, 'Complaints_by_period');
    expect(columnOf(sheet, 'Period').slice(0, 2)).toEqual(['Q1 2022/23', 'Q2 2022/23']);
    expect(columnOf(sheet, 'Received')).toEqual([9, 12, 12, 7, 9, 12, 12, 7, 9, 12, 12, 7]);
    expect(columnOf(sheet, 'Received, change on previous period').slice(0, 4)).toEqual([
      'No earlier number',
      'Up from 9',
      'Level at 12',
      'Down from 12',
    ]);
    expect(columnOf(sheet, 'About principal councillors').slice(0, 2)).toEqual([6, { symbol: 'c' }]);
    expect(sheet.table.columns.map(({ header }) => header)).not.toContain('About parish or town councillors');
    expect(sheet.lines.join(' ')).toContain('Columns left out, because no number');
    expect(sheet.charts[0]?.series.map(({ column }) => column)).toEqual(['Received', 'Closed']);
  });

  it('ranks allegations by what is shown, and never tells a change from or to a hidden number', async () => {
    const { model } = await describeWith(cases);
    const sheet = sheetOf(model, 'By_allegation');
    expect(columnOf(sheet, 'Allegation')).toEqual([
      'Disrepute',
      'Respect',
      'Gifts and hospitality',
      'Interests',
      'Total cases, each counted once',
    ]);
    expect(columnOf(sheet, 'Cases')).toEqual([30, 21, 0, { symbol: 'c' }, 40]);
    expect(columnOf(sheet, 'Cases in 2023/24')).toEqual([
      { symbol: 'x' },
      { symbol: 'c' },
      { symbol: 'x' },
      6,
      44,
    ]);
    expect(columnOf(sheet, 'Change')).toEqual([
      'No earlier number',
      'Not told: a number is hidden',
      'No earlier number',
      'Not told: a number is hidden',
      'Down from 44',
    ]);
    expect(sheet.charts[0]?.rows).toEqual({ from: 0, to: 4 });
  });

  it('says whether outcomes balance only where all are shown', async () => {
    const { model } = await describeWith(cases);
    expect(sheetOf(model, 'By_outcome').lines).toContain(
      'Some numbers are hidden, so the rows shown do not add up to the total.',
    );
    const balanced = await describeWith((request) => {
      if (request.split !== 'outcome') return cases(request);
      return figure(request, {
        points: [
          inYear(2024, { group: 'Withdrawn', value: 10, shown: '10' }),
          inYear(2024, { group: 'No breach', value: 30, shown: '30' }),
        ],
      });
    });
    expect(sheetOf(balanced.model, 'By_outcome').lines).toContain('The rows add up to the total.');
  });

  const outcomes = (pairs: readonly (number | null)[]) =>
    describeWith((request) => {
      const at = (index: number, value: number | null, more: object) =>
        inYear(2024, {
          group: ['Assessment', 'Investigation'][index % 2],
          value,
          suppressed: value === null ? 'c' : null,
          shown: value === null ? '[c]' : String(value),
          ...more,
        });
      if (request.metric === 'incidents' && request.split === 'stage-outcome' && !request.filters) {
        const points = pairs.map((value, index) =>
          at(index, value, { across: index < 2 ? 'Withdrawn' : 'No breach' }),
        );
        return figure(request, { points });
      }
      if (request.metric === 'incident-share') {
        const points = [
          inYear(2024, { group: 'Respect', value: 52.5, shown: '53%' }),
          inYear(2024, { group: 'Interests', value: 9, suppressed: 'c' }),
          inYear(2024, { value: 100, shown: '100%' }),
        ];
        return figure(request, { points });
      }
      return cases(request);
    });

  it('divides outcomes by stage where more than half of the numbers may be shown', async () => {
    const { model } = await outcomes([12, 0, 20, null]);
    const sheet = sheetOf(model, 'By_outcome');
    expect(sheet.table.rows.map((row) => row.slice(0, 3))).toEqual([
      ['Assessment', 'Withdrawn', 12],
      ['Assessment', 'No breach', 20],
      ['Investigation', 'No breach', { symbol: 'c' }],
      ['Total cases', 'All', 40],
    ]);
    expect(sheet.lines).toContain('Some numbers are hidden, so the rows shown do not add up to the total.');
    expect(sheet.charts).toEqual([]);
  });

  it('says that stages would be hidden and falls back to outcomes, with a share only where it is shown', async () => {
    const { model } = await outcomes([12, null, null, null]);
    const sheet = sheetOf(model, 'By_outcome');
    expect(sheet.lines).toContain(
      'The rows are not divided by stage: most of the numbers by stage would be hidden.',
    );
    expect(columnOf(sheet, 'Outcome')[1]).toBe('Respect');
    expect(columnOf(sheet, 'Share (per cent)')).toEqual([
      { symbol: 'x' },
      52.5,
      { symbol: 'x' },
      { symbol: 'c' },
      100,
    ]);
    expect(sheet.charts).toHaveLength(1);
  });

  it('gives the 90th percentile and the longest open case as the figures have them, and says what is not set', async () => {
    const { model } = await describeWith((request) => {
      const values: Record<string, number> = {
        'days-to-close': 34,
        'days-to-close-p90': 90.5,
        'longest-open': 410,
      };
      const value = values[request.metric];
      if (value === undefined) return cases(request);
      const of = (group: string | null, parts: object) =>
        inYear(2024, { group, base: 40, numerator: 30, ...parts });
      const points = request.split
        ? [of('Assessment', { value: value - 1 }), of('Investigation', { suppressed: 'c', value: 7 })]
        : [of(null, { value })];
      return figure(request, { points, unit: 'days' });
    });
    const sheet = sheetOf(model, 'Timeliness');
    expect(columnOf(sheet, '90th percentile (days)')).toEqual([89.5, { symbol: 'c' }, 90.5]);
    expect(columnOf(sheet, 'Longest open (days)')).toEqual([409, { symbol: 'c' }, 410]);
    expect(columnOf(sheet, 'Cases')).toEqual([40, { symbol: 'c' }, 40]);
    expect(sheet.lines.join(' ')).toContain('No local target is set for: acknowledged, closed.');
  });

  it('links its findings to sheets and its notes to the definitions, both ways', async () => {
    const { model } = await describeWith(cases);
    const summary = sheetOf(model, 'Summary');
    expect(columnOf(summary, 'Figure')[0]).toBe('40 cases');
    expect(columnOf(summary, 'Compared with')[0]).toBe('44 (2023/24)');
    expect(columnOf(summary, 'Direction')[0]).toBe('Down, not tested');
    const names = model.sheets.map(({ name }) => name);
    for (const cell of columnOf(summary, 'Sheet'))
      expect(isLink(cell) && names.includes(cell.link)).toBe(true);
    const notes = sheetOf(model, 'Notes').table.rows;
    expect(notes[0]).toEqual(['note 1', 'incidents', 'Definition of incidents.', 'Caveat of incidents.']);
    expect(validateWorkbook(model).filter(({ rule }) => rule.startsWith('N'))).toEqual([]);
  });

  it('says of an earlier number that is hidden that it is not shown', async () => {
    const { model } = await describeWith((request) => {
      const told = cases(request);
      const points = told.points.filter(({ group }) => group !== 'Disrepute');
      return { ...told, points };
    });
    const summary = sheetOf(model, 'Summary');
    const row = summary.table.rows.find(([, text]) => String(text).includes('Respect is the most common'));
    expect(row?.slice(2, 5)).toEqual(['21 cases', 'Not shown (2023/24)', 'Not compared']);
  });

  it('gives way to others before every figure and every sheet, even where nothing has to be waited for', async () => {
    let others = 0;
    let describing = true;
    const count = (): void => {
      others += 1;
      if (describing) setImmediate(count);
    };
    setImmediate(count);
    const { model, figures } = await describeWith(cases);
    describing = false;
    expect(others).toBeGreaterThan(model.sheets.length + figures.length);
  });

  it('asks for no figure twice', async () => {
    const asked: string[] = [];
    await describeWith((request) => {
      asked.push(JSON.stringify(Object.entries(request).sort()));
      return cases(request);
    });
    expect(new Set(asked).size).toBe(asked.length);
    expect(asked.length).toBeGreaterThan(15);
  });
});

describe('periods', () => {
  it.each([
    ['2024/25', 'quarter', '2022-04-01'],
    ['2024-11', 'month', '2022-11-01'],
    ['2020-04-01..2025-03-31', 'financial-year', '2018-04-01'],
  ])('divides %s by %s from two years before', async (period, grain, from) => {
    const asked: FigureRequest[] = [];
    await describeWith((request) => {
      asked.push(request);
      return figure(request);
    }, period);
    expect(asked).toContainEqual({ metric: 'incidents-closed', grain, from, to: expect.any(String) });
  });

  it('compares dates that are no whole period with the same dates in earlier years', async () => {
    const asked: FigureRequest[] = [];
    await describeWith((request) => {
      asked.push(request);
      return figure(request);
    }, '2024-02-01..2025-02-28');
    const whole = asked.filter(
      ({ metric, grain, split, filters }) => metric === 'incidents' && grain === 'all' && !split && !filters,
    );
    expect(whole.map(({ from, to }) => [from, to])).toEqual([
      ['2024-02-01', '2025-02-28'],
      ['2022-02-01', '2023-02-28'],
    ]);
  });
});

/** Two waves of one survey on one scale and a third on another; one question answered by few. */
function surveys(request: FigureRequest): Figure {
  const waves = ['2022-10-10', '2023-06-12', '2024-02-05'];
  const on = (index: number, parts: object) =>
    point({
      from: waves[index] ?? '',
      to: waves[index] ?? '',
      period: `Wave ${index + 1}`,
      across: 'Staff',
      segment: index === 2 ? 1 : 0,
      ...parts,
    });
  const parts = { files: ['wave.csv'], unit: 'per cent favourable', title: 'Per cent favourable' };
  const change = (value: number, lower: number, upper: number, verdict: Change['verdict']): Change => ({
    value,
    interval: { lower, upper, level: 0.95, method: 'Newcombe' },
    p: 0.5,
    adjustedP: 0.5,
    compared: 1,
    verdict,
    since: 'Wave 2',
  });
  const sides: Record<string, number> = { 'survey-neutral': 20, 'survey-unfavourable': 18.5 };
  const side = sides[request.metric];
  if (side !== undefined && request.split === 'question-instrument') {
    const points = [
      on(2, { group: 'q1', value: side }),
      on(1, { group: 'q2', value: 99 }),
      on(2, { group: 'q3', value: 99, suppressed: 'c' }),
    ];
    return figure(request, { ...parts, points });
  }
  if (request.metric !== 'survey-favourable') return figure(request);
  if (request.split === 'question') {
    const group = request.filters?.theme === 'Communication' ? ['q1', 'q3'] : ['q2', 'q4'];
    return figure(request, { ...parts, points: group.map((q) => on(2, { group: q, value: 1 })) });
  }
  if (request.split === 'theme-instrument') {
    const points = [0, 1, 2].flatMap((index) => [
      on(index, { group: 'Communication', value: 50 + index, segment: 0 }),
      on(index, { group: 'Job satisfaction', value: 60 + index }),
    ]);
    return figure(request, { ...parts, points });
  }
  if (request.split === 'question-instrument') {
    const points = [
      on(1, { group: 'q1', label: 'I am heard', value: 40, base: 100, shown: '40%', segment: 1 }),
      on(2, {
        group: 'q1',
        label: 'I am heard',
        value: 61.5,
        base: 104,
        shown: '62%',
        change: change(21.54, 7.91, 34, 'higher'),
      }),
      on(1, { group: 'q2', label: 'I would stay', value: 70, base: 100, shown: '70%' }),
      on(2, { group: 'q2', label: 'I would stay', value: 50, base: 104, shown: '50%' }),
      on(2, { group: 'q3', label: 'I know the Protocol', suppressed: 'c' }),
      on(2, { group: 'q4', label: 'Seven of eight', value: 87.5, base: 8, shown: '7 of 8' }),
      on(2, { group: 'q5', label: 'Not in this wave', suppressed: 'x' }),
    ];
    return figure(request, { ...parts, points });
  }
  if (request.filters?.question !== undefined) {
    return figure(request, { ...parts, reading: 'Per cent favourable: 62%. Higher than before.' });
  }
  return figure(request, parts);
}

describe('a council with surveys only', () => {
  it('shows the latest wave with marks for what is hidden or rests on few, and no change over a break', async () => {
    const { model } = await describeWith(surveys);
    const sheet = sheetOf(model, 'Culture_survey');
    expect(columnOf(sheet, 'Question')).toEqual([
      'I am heard',
      'I know the Protocol',
      'Seven of eight',
      'I would stay',
    ]);
    expect(columnOf(sheet, 'Theme').slice(1, 3)).toEqual(['Communication', 'Job satisfaction']);
    expect(columnOf(sheet, 'Favourable (per cent)')).toEqual([61.5, { symbol: 'c' }, { symbol: 'u' }, 50]);
    expect(columnOf(sheet, 'Unfavourable (per cent)')).toEqual([
      18.5,
      { symbol: 'c' },
      { symbol: 'x' },
      { symbol: 'x' },
    ]);
    expect(columnOf(sheet, 'Base n')).toEqual([104, { symbol: 'c' }, 8, 104]);
    expect(columnOf(sheet, 'Change')).toEqual([
      'Up 21.5 points',
      'Not asked before',
      'Not asked before',
      'Not compared: the series breaks between them',
    ]);
    expect(columnOf(sheet, 'Statement').slice(0, 2)).toEqual([
      'Higher than on Wave 2, by 7.9 to 34 points.',
      'Hidden: too few answers.',
    ]);
    expect(sheet.charts.map(({ rows, series }) => [rows, series.map(({ style }) => style)])).toEqual([
      [{ from: 0, to: 4 }, ['favourable', 'neutral', 'unfavourable']],
    ]);
    expect(sheet.lines.join(' ')).toContain('no response rate');
    expect(textOf(model)).not.toContain('87.5');
  });

  it('breaks the line of a theme where its scale changes, and only there', async () => {
    const { model } = await describeWith(surveys);
    const sheet = sheetOf(model, 'Culture_trend');
    expect(columnOf(sheet, 'Communication (per cent)')).toEqual([50, 51, 52]);
    expect(columnOf(sheet, 'Job satisfaction (per cent)')).toEqual([60, 61, { symbol: 'z' }]);
    expect(columnOf(sheet, 'Job satisfaction, other scale (per cent)')).toEqual([
      { symbol: 'z' },
      { symbol: 'z' },
      62,
    ]);
    expect(sheet.charts[0]?.series).toHaveLength(3);
  });

  it('says of every other sheet what is missing', async () => {
    const { model } = await describeWith(surveys);
    expect(sheetOf(model, 'Timeliness').missing).toContain('incident reports');
    expect(sheetOf(model, 'Trend_absence').missing).toContain('sickness absence as a proxy');
    expect(sheetOf(model, 'Culture_survey').missing).toBeUndefined();
  });
});

describe('a control chart', () => {
  const ask = (request: FigureRequest): Figure => {
    if (request.metric !== 'absence-days-per-fte') return figure(request);
    const points = seriesPoints('2023-01-01', '2024-03-31', 'month', [1, 1.1, 0.9]).map((p, index) => ({
      ...p,
      segment: index < 5 ? 0 : 1,
    }));
    const limits = {
      group: null,
      mean: 1,
      lower: 0.5,
      upper: 1.5,
      sigmaLower: null,
      sigmaUpper: null,
      points: 10,
      trial: false,
      autocorrelation: null,
      phase: 0,
      from: '2023-01-01',
      to: '2024-03-31',
      chart: 'xmr' as const,
      method: 'XmR limits at 2.66 mean moving ranges.',
      target: null,
      assurance: null,
    };
    return figure(request, {
      title: 'Sickness days per FTE',
      unit: 'days per FTE',
      points,
      reading: 'Sickness days per FTE: 0.90 in March 2024. Higher than usual: consistent with worsening.',
      events: [{ date: '2023-06-07', title: 'Cllr Planted Name resigns', type: 'other' }],
      limits: [
        { ...limits, segment: 0, variation: 'common_cause', signals: [] },
        {
          ...limits,
          segment: 1,
          mean: 1.2,
          variation: 'concern_high',
          signals: [
            { from: '2024-03-01', rules: ['above_upper_limit', 'shift_above'], type: 'concern_high' },
          ],
        },
      ],
    });
  };

  it('breaks where the series breaks, with the limits of each part and the strongest signal', async () => {
    const { model } = await describeWith(ask, '2023/24');
    const sheet = sheetOf(model, 'Trend_absence');
    const periods = columnOf(sheet, 'Period');
    expect(periods[5]).toBe('Series breaks');
    expect(columnOf(sheet, 'Days per FTE')[5]).toEqual({ symbol: 'b' });
    expect([columnOf(sheet, 'Mean')[4], columnOf(sheet, 'Mean')[6]]).toEqual([1, 1.2]);
    expect(columnOf(sheet, 'Special cause, concerning').at(-1)).toBe(0.9);
    expect(columnOf(sheet, 'Why it is a signal').at(-1)).toBe('Above the upper limit');
    expect(sheet.table.columns.map(({ header }) => header)).not.toContain('Special cause, improving');
    expect(sheet.charts[0]?.series.map(({ style }) => style)).toEqual([
      'value',
      'mean',
      'limit',
      'limit',
      'signal-concerning',
    ]);
    const row = sheetOf(model, 'Trends_SPC').table.rows[0] ?? [];
    expect(row[8]).toBe('Special cause, concerning (higher)');
    expect(columnOf(sheetOf(model, 'Summary'), 'What we ask the committee')).toEqual([
      'To ask what changed and what is being done',
    ]);
  });

  it('finds nothing in a series that ended before the period of the pack', async () => {
    const { model } = await describeWith(ask, '2030/31');
    expect(sheetOf(model, 'Trend_absence').table.rows.length).toBeGreaterThan(0);
    expect(sheetOf(model, 'Summary').table.rows).toEqual([]);
  });

  it('tells the words of an event to the committee, its type alone to the public', async () => {
    expect(textOf((await describeWith(ask)).model)).toContain('Planted Name');
    const published = textOf((await describeWith(ask, '2024/25', 'published')).model);
    expect(published).not.toContain('Planted Name');
    expect(published).toContain('Other (7 June 2023)');
  });
});

it('never hands on a number that a figure holds beside a mark', async () => {
  const secret = 3.72519;
  const { model } = await describeWith((request) => {
    const told = cases(request);
    return {
      ...told,
      points: told.points.map((p) =>
        p.suppressed === null ? p : { ...p, value: secret, base: secret, numerator: secret },
      ),
    };
  });
  expect(textOf(model)).not.toContain(String(secret));
  expect(model.sheets.some(({ table }) => table.rows.some((row) => row.some(isShorthand)))).toBe(true);
});
