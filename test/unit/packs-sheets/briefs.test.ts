// The briefs for the portfolio holder and for Whips and independents: what they cannot ask for, and so cannot tell.
import { describe, expect, it } from 'vitest';
import { describePack, type PackFacts } from '#core/packs/describe.ts';
import { findEdition } from '#core/packs/editions.ts';
import { isLink, type SheetModel, type WorkbookModel } from '#core/packs/model.ts';
import { sheets } from '#core/packs/sheets/index.ts';
import type { ExemptContext, ExemptSheet, PackContext, PackSheet } from '#core/packs/sheets/sheet.ts';
import { validateWorkbook } from '#core/packs/validate.ts';
import type { Figure, FigureRequest } from '#shared/schemas/figure.ts';
import type { MechanismEntry } from '#shared/schemas/mechanism.ts';
import { defaultFront } from '#shared/schemas/pack.ts';
import { defaultSettings } from '#shared/schemas/workspace.ts';
import { figure, noRecords, point } from './figures.ts';

type Records = PackFacts['records'];

/** What would tell of people below the whole council. */
const ofPeople =
  /party|group|subject|reporter|role|directorate|tier|grade|seriousness|sanction|outcome|stage|resolution|category|channel|scheme/;

const words = { secret: 'SECRET-CASE-1', party: 'Purple Party', directorate: 'Housing and Homes' };

/** Facts that tell on whoever asks: every request, every record; an exempt record is never given. */
function spied(ask: (request: FigureRequest) => Figure = (request) => figure(request)) {
  const requests: FigureRequest[] = [];
  const read: string[] = [];
  const given: Records = {
    ...noRecords,
    commonIssues: async () => [{ scheme: 'Code', issues: ['Respect', 'Disputed duties', 'Confidentiality'] }],
    actions: async () => [
      {
        ref: 'LA/1',
        source: 'Survey',
        directorate: words.directorate,
        behaviours: 'Open communication',
        kept: false,
        owner: 'Monitoring Officer',
        raised: '2024-05-01',
        due: null,
        done: null,
        recheck: null,
        recheckResult: null,
        status: 'open',
      },
    ],
  };
  const records = new Proxy(given, {
    get: (all, name) => {
      read.push(String(name));
      return Reflect.get(all, name);
    },
  });
  let exempted = 0;
  const facts: PackFacts = {
    settings: defaultSettings('Exampleshire Council'),
    imports: [],
    front: defaultFront,
    asAt: '2025-06-02T09:30:00Z',
    issue: 1,
    releasedAt: null,
    replaces: null,
    records,
    exempt: () => {
      exempted += 1;
      return { cases: async () => null };
    },
    ask: async (request) => {
      requests.push(request);
      return ask(request);
    },
    progress: () => {},
  };
  return { facts, requests, read, exempted: () => exempted };
}

const build = (
  edition: string,
  { facts }: Pick<ReturnType<typeof spied>, 'facts'>,
  profile: 'published' | 'committee' = 'published',
) => describePack({ edition, period: '2024/25', profile }, facts);

const sheetOf = (model: WorkbookModel, name: string): SheetModel => {
  const found = model.sheets.find((sheet) => sheet.name === name);
  if (found === undefined) throw new Error(`no sheet ${name}`);
  return found;
};

const errors = (model: WorkbookModel) => validateWorkbook(model).filter(({ severity }) => severity === 'E');

const inYear = (parts: object) =>
  point({ from: '2024-04-01', to: '2025-03-31', period: '2024/25', base: 40, ...parts });
const inWave = (parts: object) =>
  point({ from: '2024-11-18', to: '2024-11-18', period: '18 November 2024', base: 57, ...parts });

/** Figures that would show groups of people to whoever asked for them. */
function telling(request: FigureRequest): Figure {
  const { metric, split } = request;
  const parts = { files: ['log.csv'], unit: 'cases', title: metric };
  if (metric.startsWith('survey')) {
    if (split === 'instrument')
      return figure(request, {
        ...parts,
        points: [inWave({ group: 'Councillor survey', value: 51, shown: '51%' })],
      });
    const groups =
      split === 'theme-instrument' ? { group: 'Communication', across: 'Councillor survey' } : {};
    return figure(request, {
      ...parts,
      unit: 'per cent favourable',
      points: [inWave({ ...groups, value: 45, shown: '45%' })],
      reading:
        'Per cent favourable: 45% favourable on 18 November 2024 (base 57). No clear change since then.',
    });
  }
  if (metric === 'evidence-mentions' && split === 'behaviour-polarity') {
    return figure(request, {
      ...parts,
      points: [
        inYear({ group: 'Open communication', across: 'Concern', value: 11 }),
        inYear({ group: 'Open communication', across: 'Strength', value: 7 }),
        inYear({ group: 'Dignity and courtesy', across: 'Concern', value: 13 }),
        inYear({ group: 'Dignity and courtesy', across: 'Strength', suppressed: 'c' }),
      ],
    });
  }
  if (split !== undefined)
    return figure(request, { ...parts, points: [inYear({ group: words.party, value: 31, shown: '31' })] });
  return figure(request, {
    ...parts,
    points: [inYear({ value: 63, shown: '63' })],
    reading: `${metric}: 63 in 2024/25. It was 84 in 2023/24.`,
  });
}

const [whips, holder] = [findEdition('whips'), findEdition('portfolio-holder')];

describe.each([whips.id, holder.id])('the edition %s', (id) => {
  it.each(['published', 'committee'] as const)(
    'stands with nothing and with something, %s',
    async (profile) => {
      const empty = await build(id, spied(), profile);
      expect(errors(empty.model)).toEqual([]);
      const full = await build(id, spied(telling), profile);
      expect(errors(full.model)).toEqual([]);
      const expected = findEdition(id).sheets;
      for (const { model } of [empty, full]) expect(model.sheets.map(({ name }) => name)).toEqual(expected);
      for (const { kind, table, missing, name } of empty.model.sheets)
        if (kind === 'data' && table.rows.length === 0)
          expect(missing, name).toMatch(/would|Nobody has said/);
    },
  );

  it('has no exempt twin, and asks for nothing that only one may hold', async () => {
    const spy = spied(telling);
    expect(findEdition(id).circulations).toEqual(['public']);
    await build(id, spy);
    expect(spy.exempted()).toBe(0);
    await expect(
      describePack(
        { edition: id, period: '2024/25', profile: 'published', circulation: 'exempt' },
        spied().facts,
      ),
    ).rejects.toMatchObject({ code: 'circulation-unknown' });
    const held = findEdition(id).sheets.map((name) => sheets.find((sheet) => sheet.id === name));
    expect(held.some((sheet) => sheet?.exempt === true)).toBe(false);
  });
});

describe('the brief for Whips and independents', () => {
  it('never asks a figure by people, cases or what became of them, whatever is loaded', async () => {
    for (const ask of [telling, (request: FigureRequest) => figure(request)]) {
      const spy = spied(ask);
      await build('whips', spy);
      expect(spy.requests.length).toBeGreaterThan(8);
      for (const { metric, split = '', filters = {} } of spy.requests) {
        for (const dimension of [split, ...Object.keys(filters)])
          expect(dimension, metric).not.toMatch(ofPeople);
        if (metric.startsWith('incident') || metric === 'days-to-close') expect(split, metric).toBe('');
      }
    }
  });

  it('reads two records and no other', async () => {
    const spy = spied(telling);
    await build('whips', spy);
    expect(new Set(spy.read)).toEqual(new Set(['commonIssues', 'mechanisms']));
  });

  it('is refused by the house itself where a sheet would ask for more', async () => {
    const asking = { metric: 'incidents', grain: 'financial-year' } as const;
    const sneaky: readonly [(context: PackContext) => Promise<unknown>, RegExp][] = [
      [({ ask }) => ask({ ...asking, split: 'subject-role' }), /may not ask for incidents by subject-role/],
      [({ ask }) => ask({ ...asking, filters: { directorate: 'X' } }), /by directorate/],
      [({ ask }) => ask({ metric: 'survey-favourable', split: 'party' }), /by party/],
      [({ records }) => records.actions('2025-03-31'), /may not ask for the record actions/],
      [({ records }) => records.judgement('2024/25'), /the record judgement/],
    ];
    const real = sheets.find(({ id }) => id === 'Whole_council') as { build: PackSheet['build'] };
    const { build: honest } = real;
    try {
      for (const [sneak, refusal] of sneaky) {
        real.build = async (context) => {
          await sneak(context);
          return [];
        };
        await expect(build('whips', spied(telling))).rejects.toThrow(refusal);
      }
    } finally {
      real.build = honest;
    }
  });

  it('has no way to single cases: a sheet of a public edition is not given them', () => {
    const asksForCases: ExemptSheet['build'] = async (context: ExemptContext) => {
      await context.records.cases({ from: '2024-04-01', to: '2025-03-31' });
      return [];
    };
    // @ts-expect-error: what asks for single cases is no sheet that a public pack may hold.
    const sheet: PackSheet = { id: 'X', title: 'X', definition: 'X', build: asksForCases };
    expect(sheet.exempt).toBeUndefined();
  });

  it('tells kinds of issue in their order and in words, with no number of cases beside them', async () => {
    const { model, traces } = await build('whips', spied(telling));
    const sheet = sheetOf(model, 'General_issues');
    expect(sheet.table.rows.slice(0, 3)).toEqual([
      ['Kind of issue, Code', 'Respect', 'Raised most often in the period'],
      ['Kind of issue, Code', 'Disputed duties', 'Raised next most often in the period'],
      ['Kind of issue, Code', 'Confidentiality', 'Also raised in the period'],
    ]);
    expect(sheet.table.columns.every(({ type }) => type === 'text')).toBe(true);
    const own = sheet.table.rows.map((row) => JSON.stringify(row)).join('\n');
    expect(own).not.toMatch(/\d+ (cases|complaints|incidents)/);
    const traced = traces.filter((trace) => trace.sheet === 'General_issues' && trace.row < 3);
    expect(traced).toEqual([]);
  });

  it('says of a behaviour which side was heard more, and nothing where one side is hidden', async () => {
    const { model } = await build('whips', spied(telling));
    const said = sheetOf(model, 'General_issues').table.rows.filter(([kind]) =>
      String(kind).startsWith('Behaviour'),
    );
    expect(said).toEqual([
      ['Behaviour of the Protocol', 'Open communication', 'Heard more often as a concern than as a strength'],
    ]);
  });

  it('holds no party, no directorate and no case, in its model, its figures or its traces', async () => {
    const { model, figures, traces } = await build('whips', spied(telling));
    const all = JSON.stringify([model, figures, traces]);
    for (const word of Object.values(words)) expect(all).not.toContain(word);
    for (const { metric, points } of figures.filter(({ metric: { id } }) => id.startsWith('incident')))
      expect(
        points.every(({ group, across }) => group === null && across === null),
        metric.id,
      ).toBe(true);
  });

  it('says that individual issues go elsewhere, and that no group stands alone', async () => {
    const { model } = await build('whips', spied());
    const routes = JSON.stringify(sheetOf(model, 'How_issues_are_handled').table.rows);
    expect(routes).toContain('"VII"');
    expect(routes).toContain('"VIII"');
    const lines = sheetOf(model, 'General_issues').lines.join(' ');
    expect(lines).toContain('sections VII and VIII');
    expect(lines).toContain('no group stands alone, those without a Whip included');
    expect(JSON.stringify(model)).not.toMatch(/"No group"|"Independents?"/);
  });
});

describe('the brief for the portfolio holder', () => {
  const entry: MechanismEntry = {
    mechanism: 'surveys',
    title: 'Employee and councillor surveys',
    kinds: ['survey-response'],
    inPlace: 'partly',
    owner: null,
    cadenceMonths: 12,
    lastEvidence: '2024-02-05',
    lastImport: '2024-03-01',
    nextDue: '2025-02-05',
    overdueDays: 117,
    reading: 'Evidence was due on 5 February 2025.',
    setBy: null,
    setAt: null,
  };

  it('tells each mechanism: in place, whose, last evidence, next due, days overdue', async () => {
    const spy = spied();
    const mechanisms = async () => ({
      asAt: '2025-06-02',
      reading: 'One is overdue.',
      mechanisms: [entry],
      decisions: [],
    });
    const { model } = await build('portfolio-holder', {
      facts: { ...spy.facts, records: { ...noRecords, mechanisms } },
    });
    const sheet = sheetOf(model, 'Mechanisms');
    expect(sheet.table.rows).toEqual([
      [
        'Employee and councillor surveys',
        'Partly in place',
        'Not named',
        12,
        { date: '2024-02-05' },
        { date: '2025-02-05' },
        117,
        'Evidence was due on 5 February 2025.',
      ],
    ]);
    expect(sheet.lines).toContain('One is overdue.');
  });

  it('is of the whole council: it asks nothing by directorate, party, role or case', async () => {
    const spy = spied(telling);
    const { model } = await build('portfolio-holder', spy);
    for (const { metric, split = '', filters = {} } of spy.requests)
      for (const dimension of [split, ...Object.keys(filters)])
        expect(dimension, metric).not.toMatch(ofPeople);
    expect(JSON.stringify(model)).not.toContain(words.directorate);
    expect(new Set(spy.read)).toEqual(new Set(['actions', 'mechanisms']));
  });
});

it.each(['people', 'portfolio-holder', 'whips'])(
  'the edition %s links its findings to its own sheets',
  async (id) => {
    const { model } = await build(id, spied(telling));
    const links = sheetOf(model, 'Summary').table.rows.flatMap((row) => row.filter(isLink));
    expect(links.length).toBeGreaterThan(1);
    for (const { link } of links) expect(findEdition(id).sheets).toContain(link);
  },
);
