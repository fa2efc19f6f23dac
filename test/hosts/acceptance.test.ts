// The acceptance of the main job, by command: the built program on real public files, against facts that
// were counted independently of this project (facts.json beside each set).
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { packageFolder } from '#hosts/places.ts';
import type { ShownError } from '#shared/errors.ts';
import type { Figure } from '#shared/schemas/figure.ts';
import type { ImportRecord, Preview, Receipt } from '#shared/schemas/import.ts';
import { testApp } from '../config/app.ts';
import { realFile, realFilesThere, whyNoRealFiles } from '../config/real-files.ts';
import { scratch } from './doors.ts';

const program = join(packageFolder, 'out', 'main', 'cli.js');
const place = scratch();
const { CANDOUR_WORKSPACE: _, ...inherited } = process.env;
const env = { ...inherited, CANDOUR_HOME: join(place.folder, 'home') };
const hasOpenpyxl = spawnSync('/usr/bin/python3', ['-c', 'import openpyxl']).status === 0;
const hasOffice = spawnSync('soffice', ['--version']).status === 0;

/** One command in a process of its own, as a script runs it; killed if it takes longer than a minute. */
function candour(workspace: string, ...args: string[]): { exit: number | null; out: string; err: string } {
  const at = ['--json', '--workspace', join(place.folder, workspace)];
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...args, ...at], {
    env,
    cwd: place.folder,
    encoding: 'utf8',
    timeout: 60_000,
    killSignal: 'SIGKILL',
    maxBuffer: 1e8,
  });
  return { exit: status, out: stdout, err: stderr };
}

/** The value of a command that must end well. */
function value<T>(workspace: string, ...args: string[]): T {
  const { exit, out } = candour(workspace, ...args);
  expect(exit, `${args.join(' ')}: ${out}`).toBe(0);
  return JSON.parse(out) as T;
}

const init = (workspace: string): void => {
  const made = spawnSync(process.execPath, [program, 'init', join(place.folder, workspace)], { env });
  expect(made.status).toBe(0);
};

const factsOf = (set: string): ((id: string) => never) => {
  const { facts } = JSON.parse(readFileSync(realFile(`${set}/facts.json`), 'utf8')) as {
    facts: { id: string; value: unknown }[];
  };
  return (id) => {
    const found = facts.find((fact) => fact.id === id);
    if (found === undefined) throw new Error(`${set} states no fact called ${id}`);
    return found.value as never;
  };
};

const rounded = (figure: number | null, digits: number): number | null =>
  figure === null ? null : Number(figure.toFixed(digits));

/** Sums a figure's points by what `by` makes of their first day. */
function sums({ points }: Figure, by: (from: string) => string): Record<string, number> {
  const total: Record<string, number> = {};
  for (const { from, value: counted } of points) total[by(from)] = (total[by(from)] ?? 0) + (counted ?? 0);
  return total;
}

const mappings = join(packageFolder, 'test/fixtures/importers');
const cncf = 'surveymonkey-cncf-maintainers';
const waves = [
  ['2019-h1', '2019-03-31'],
  ['2020-h1', '2020-04-30'],
  ['2020-h2', '2020-12-31'],
  ['2021-h2', '2021-11-30'],
  ['2022-h1', '2022-06-30'],
  ['2023-h1', '2023-06-30'],
] as const;

describe.skipIf(!realFilesThere)(`real files${realFilesThere ? '' : `: ${whyNoRealFiles}`}`, () => {
  beforeAll(() => init('council'));
  afterAll(() => place.remove());

  describe('six waves of one survey', () => {
    it.each(waves)('imports %s as the wave of %s', (name, wave) => {
      const file = realFile(`${cncf}/${name}.csv`);
      const args = ['import', file, '--instrument', 'Maintainers', '--wave', wave];
      const [receipt] = value<Receipt[]>('council', ...args);
      const responses: number = factsOf(cncf)(`responses-${name}`);
      expect(receipt).toMatchObject({
        kind: 'survey-response',
        dialect: 'surveymonkey',
        instrument: 'Maintainers',
        wave,
        read: responses,
        accepted: responses,
        rejected: 0,
      });
    });

    it('refuses the summary among them with a sentence that says what it is, and changes nothing', () => {
      const before = candour('council', 'imports').out;
      const file = realFile(`${cncf}/2020-h2-summary.csv`);
      for (const args of [['preview'], ['import', '--instrument', 'Maintainers', '--wave', '2020-12-30']]) {
        const { exit, out } = candour('council', ...args, file);
        expect(exit).toBe(3);
        expect(JSON.parse(out)).toMatchObject({
          ok: false,
          error: {
            code: 'survey-summary',
            message: expect.stringContaining('summary report of a survey, not its responses'),
          },
        });
      }
      expect(candour('council', 'imports').out).toBe(before);
    });

    it('gives the stated means, counts the left-over copy once, and breaks where the scale changes', () => {
      const args = ['survey-mean', '--split', 'question', '--filter', 'instrument=Maintainers'];
      const figure = value<Figure>('council', 'figure', ...args);
      const line = (words: string) => {
        const points = figure.points.filter(({ label }) => label?.includes(words));
        expect(new Set(points.map(({ group }) => group)).size, words).toBe(1);
        return points;
      };
      const facts = factsOf(cncf);
      const seen = (words: string) =>
        line(words)
          .filter(({ from }) => from >= '2020-12-01')
          .map(({ base, value: mean }) => ({ n: base, mean: rounded(mean, 4) }));
      const stated = (id: string) =>
        waves.slice(2).map(([name]) => {
          const { n, mean }: { n: number; mean: number } = facts(`${id}-${name}`);
          return { n, mean };
        });
      expect(seen('Would you recommend CNCF')).toEqual(stated('recommend'));
      expect(seen('satisfied with the overall support')).toEqual(stated('support'));
      const staff = line('Did you feel that the CNCF staff').find(({ from }) => from === '2020-04-30');
      expect([staff?.base, rounded(staff?.value ?? null, 4)]).toEqual([77, 4.4156]);

      const of2022 = figure.points.filter(({ from }) => from === '2022-06-30');
      expect(Math.max(...of2022.map(({ base }) => base ?? 0))).toBe(99);

      for (const words of ['Would you recommend CNCF', 'satisfied with the overall support']) {
        const segments = Object.fromEntries(line(words).map(({ from, segment }) => [from, segment]));
        expect(segments['2020-12-31'], words).not.toBe(segments['2020-04-30']);
        expect(new Set(waves.slice(2).map(([, wave]) => segments[wave])).size, words).toBe(1);
      }
      const breaks = figure.warnings.filter(({ code }) => code === 'scale-break').map(({ text }) => text);
      expect(breaks.length).toBeGreaterThan(0);
      for (const text of breaks) expect(text).toMatch(/From 30 April 2020|From 31 December 2020/);
      expect(breaks.join(' ')).toMatch(/From 31 December 2020 .* the line breaks there/);
    });
  });

  describe('the other survey tools', () => {
    const files = [
      ['surveymonkey-538/StarWars.csv', 'surveymonkey', 2, 1186],
      ['surveymonkey-538/SOUTH.csv', 'surveymonkey', 2, 2528],
      ['surveymonkey-538/raw-responses.csv', 'plain', 1, 1615],
      ['googleforms-dask/dask-2019.csv', 'google-forms', 1, 259],
      ['googleforms-dask/dask-2020.csv', 'google-forms', 1, 239],
      ['limesurvey-rse-uk/rse-uk-2016.csv', 'limesurvey', 1, 273],
      ['limesurvey-rse-uk/rse-uk-2017.csv', 'limesurvey', 1, 253],
      ['qualtrics-tools/better-sample-insights.csv', 'qualtrics', 3, 10],
      ['qualtrics-tools/many-types-insights.csv', 'qualtrics', 3, 5],
      ['qualtrics-tools/many-types-legacy.csv', 'qualtrics-legacy', 2, 5],
      ['qualtrics-tools/matrix-single-insights.csv', 'qualtrics', 3, 5],
      ['qualtrics-tools/matrix-single-legacy.csv', 'qualtrics-legacy', 2, 5],
      ['qualtrics-tools/no-basis-insights.csv', 'qualtrics', 3, 15],
      ['qualtrics-tools/qualtrics-german-3row.csv', 'qualtrics', 3, 1],
      ['qualtrics-tools/qualtrics-german-legacy.csv', 'qualtrics-legacy', 2, 1],
      ['councillor-survey-mysociety/councillor-survey-2020.csv', 'alchemer', 1, 122],
    ] as const;
    beforeAll(() => init('surveys'));

    it.each(files)(
      '%s is seen in the preview as %s with %i rows of headings and %i respondents',
      (...row) => {
        const [file, dialect, headerRows, responses] = row;
        expect(value<Preview>('surveys', 'preview', realFile(file))).toMatchObject({
          kind: 'survey-response',
          dialect,
          headerRows,
          read: responses,
          accepted: responses,
          rejected: 0,
        });
      },
    );

    it('imports them all in one command, with the same respondents', () => {
      const paths = files.map(([file]) => realFile(file));
      const receipts = value<Receipt[]>('surveys', 'import', ...paths, '--wave', '2020-06-30');
      expect(receipts.map(({ file, dialect, read, accepted }) => [file, dialect, read, accepted])).toEqual(
        files.map(([file, dialect, , n]) => [basename(file), dialect, n, n]),
      );
    });

    it('gives the stated mean of a LimeSurvey item whose labels vary in case and spaces', () => {
      const args = ['survey-mean', '--split', 'question', '--filter', 'instrument=rse-uk-2016'];
      const { points } = value<Figure>('surveys', 'figure', ...args);
      const [item] = points.filter(({ label }) =>
        label?.includes('recognition I receive from my supervisor'),
      );
      const stated: { n: number; mean: number } = factsOf('limesurvey-rse-uk')('2016-affRec3-mean');
      expect({ n: item?.base, mean: rounded(item?.value ?? null, 4) }).toEqual(stated);
    });

    it('keeps the test responses of Qualtrics out of every figure', () => {
      const args = ['survey-responses', '--filter', 'instrument=no-basis-insights'];
      expect(value<Figure>('surveys', 'figure', ...args).points).toEqual([]);
    });
  });

  describe('a small group', () => {
    const facts = realFilesThere ? factsOf('councillor-survey-mysociety') : null;
    const transparency = 'transparency-of-process';
    const ask = (...args: string[]) =>
      value<Figure>('council', 'figure', ...args, '--filter', 'instrument=Councillors');
    let line = '';
    beforeAll(() => {
      const file = realFile('councillor-survey-mysociety/councillor-survey-2020.csv');
      value('council', 'import', file, '--instrument', 'Councillors', '--wave', '2020-06-30');
      const { points } = ask('survey-mean', '--split', 'question');
      line = points.find(({ group }) => group?.startsWith(transparency))?.group ?? '';
      expect(line).toContain(transparency);
    });

    it('is hidden with one more, while every other party shows the stated mean and base', () => {
      const figure = ask('survey-mean', '--split', 'party', '--filter', `question=${line}`);
      const hidden = figure.points.filter(({ suppressed }) => suppressed === 'c');
      expect(hidden.map(({ group }) => group)).toEqual(expect.arrayContaining(['PC', 'SNP']));
      expect(hidden).toHaveLength(3);
      const stated: Record<string, { n: number; mean: number }> = facts?.('transparency-by-party') ?? {};
      const shown = figure.points.filter(({ suppressed }) => suppressed === null);
      expect(shown).toHaveLength(4);
      for (const { group, base, value: mean } of shown)
        expect({ group, n: base, mean: rounded(mean, 4) }).toEqual({ group, ...stated[group ?? ''] });
      const text = JSON.stringify(figure);
      for (const { group } of hidden)
        expect(text).not.toContain(String(stated[group ?? '']?.mean ?? 'no such mean').slice(0, 6));
      expect(figure.provenance.suppression.hidden).toBe(3);
    });

    it.each([['survey-responses'], ['survey-mean'], ['survey-favourable']])(
      'leaves no number in %s, neither by a split nor by a filter',
      (metric) => {
        const question = metric === 'survey-responses' ? [] : ['--filter', `question=${line}`];
        const figures = [
          ask(metric, '--split', 'party', ...question),
          ...['SNP', 'PC'].map((party) => ask(metric, ...question, '--filter', `party=${party}`)),
        ];
        for (const [index, { points, reading }] of figures.entries()) {
          const hidden = points.filter(({ group }) => index > 0 || group === 'SNP' || group === 'PC');
          expect(hidden.length).toBe(index === 0 ? 2 : 1);
          for (const point of hidden) {
            const numbers = [point.value, point.numerator, point.denominator, point.base, point.interval];
            expect(numbers).toEqual([null, null, null, null, null]);
            expect([point.suppressed, point.shown]).toEqual(['c', '[c]']);
          }
          if (index > 0) expect(reading).not.toMatch(/\d/);
        }
      },
    );
  });

  describe('records of other kinds', () => {
    const add = (...args: string[]) => value<Receipt[]>('council', 'import', ...args)[0];
    const ask = (...args: string[]) => value<Figure>('council', 'figure', ...args);

    it('imports 508 conduct cases by a mapping file: years, categories and people as stated', () => {
      const facts = factsOf('conduct-govtrack');
      const mapping = join(mappings, 'conduct-govtrack.mapping.json');
      const file = realFile('conduct-govtrack/misconduct-instances.csv');
      expect(add(file, '--kind', 'incident', '--mapping', mapping)).toMatchObject({
        kind: 'incident',
        read: facts('n'),
        accepted: 508,
        rejected: 0,
      });
      const years: Record<string, number> = facts('per-year-2010-2025');
      const months = ask('incidents', '--grain', 'month', '--from', '2010-01-01', '--to', '2025-12-31');
      // Cases of which only the year is known stand in no month: one each in these three years.
      const yearOnly = ['2010', '2013', '2017'];
      const dated = Object.entries(years).map(([year, n]) => [year, n - (yearOnly.includes(year) ? 1 : 0)]);
      expect(sums(months, (from) => from.slice(0, 4))).toEqual(Object.fromEntries(dated));
      expect(months.warnings.map(({ code }) => code)).toContain('dates-partial');
      for (const year of ['2010', '2021']) {
        const { points } = ask(
          'incidents',
          '--grain',
          'all',
          '--from',
          `${year}-01-01`,
          '--to',
          `${year}-12-31`,
        );
        expect(points.map((point) => point.value)).toEqual([years[year]]);
      }
      const categories = ask('incidents', '--grain', 'all', '--split', 'category');
      const flags: Record<string, number> = facts('flags');
      expect(
        Object.fromEntries(
          categories.points.flatMap(({ group, value: n }) => (n === null ? [] : [[group, n]])),
        ),
      ).toEqual({
        Disrepute: flags.crime,
        Interests: flags.ethics,
        'Use of position': flags.corruption,
        'Use of resources': flags.elections,
      });
      expect(ask('incident-subjects', '--grain', 'all').points[0]?.value).toBe(facts('persons'));
    });

    it('imports 615 departures of members by a mapping file: decades and parties as stated', () => {
      const facts = factsOf('councillor-resignations-538');
      const mapping = join(mappings, 'congressional-resignations.mapping.json');
      const receipt = add(
        realFile('councillor-resignations-538/congressional_resignations.csv'),
        '--mapping',
        mapping,
      );
      expect(receipt).toMatchObject({ kind: 'councillor-term', read: facts('n'), accepted: 615 });
      expect(receipt?.notes.map(({ code }) => code)).toContain('dates-month-first');
      const months = ask('councillor-departures', '--grain', 'month');
      expect(sums(months, (from) => `${from.slice(0, 3)}0s`)).toEqual(facts('per-decade'));
      const parties = ask('councillor-departures', '--grain', 'all', '--split', 'party');
      expect(Object.fromEntries(parties.points.map(({ group, value: n }) => [group, n]))).toEqual(
        facts('party'),
      );
    });

    it('imports 822 leavers: reasons as stated, no day invented', () => {
      const facts = factsOf('leavers-dete-exit-survey');
      expect(add(realFile('leavers-dete-exit-survey/dete_survey.csv'))).toMatchObject({
        kind: 'leaver',
        read: facts('n'),
        accepted: 822,
        rejected: 0,
      });
      const types: Record<string, number> = facts('type');
      const reasons = ask('leavers', '--grain', 'all', '--split', 'reason');
      expect(Object.fromEntries(reasons.points.map(({ group, value: n }) => [group, n]))).toEqual({
        Resignation: facts('resign'),
        Retirement: (types['Age Retirement'] ?? 0) + (types['Voluntary Early Retirement (VER)'] ?? 0),
        'Ill-health retirement': types['Ill Health Retirement'],
        'End of fixed term': types['Contract Expired'],
        Dismissal: types.Termination,
        Other: types.Other,
      });
      const years = ask('leavers', '--grain', 'financial-year');
      const months = years.points.reduce((sum, { value: n }) => sum + (n ?? 0), 0);
      const forms: Record<string, number> = facts('cease-forms');
      expect(months).toBe(forms['99/9999']);
      expect(years.warnings.map(({ text }) => text).join(' ')).toContain(
        `${forms['9999']} leavers have only a year, ${forms['Not Stated']} leavers have no date`,
      );
    });

    it('imports NHS absence from two workbooks: months as stated, the shared one not doubled', () => {
      const facts = factsOf('nhs-sickness-reasons');
      const kinds = ['12m-to-2025-01', '2025-01'].map((name) => {
        const receipt = add(realFile(`nhs-sickness-reasons/sickness-reasons-${name}.xlsx`));
        return [receipt?.kind, receipt?.accepted];
      });
      expect(kinds).toEqual([
        ['absence-aggregate', facts('sickness-reasons-12m-to-2025-01-rows')],
        ['absence-aggregate', facts('sickness-reasons-2025-01-rows')],
      ]);
      const { points } = ask('absence-fte-days', '--grain', 'month');
      expect(Object.fromEntries(points.map(({ to, value: days }) => [to, rounded(days, 1)]))).toEqual(
        facts('sickness-reasons-12m-to-2025-01-months'),
      );
      const total = points.reduce((sum, { value: days }) => sum + (days ?? 0), 0);
      expect(rounded(total, 2)).toBe(facts('sickness-reasons-12m-to-2025-01-total'));
    });
  });

  describe('a pack of the real data', () => {
    const pack = join(place.folder, 'standards.xlsx');
    beforeAll(() => {
      const args = ['pack', 'build', 'standards', '--period', '2022-04-01..2023-12-31', '--out', pack];
      expect(value<{ sheets: unknown[] }>('council', ...args).sheets.length).toBeGreaterThanOrEqual(11);
    });

    const read = `
import json, sys, openpyxl
book = openpyxl.load_workbook(sys.argv[1])
print(json.dumps([{'name': s.title, 'tables': [t.ref for t in s.tables.values()],
  'charts': [[c.display_blanks, len(c.series)] for c in s._charts],
  'rows': [list(r) for r in s.iter_rows(values_only=True)]} for s in book], default=str))`;
    it.skipIf(!hasOpenpyxl)(
      hasOpenpyxl
        ? 'is read by openpyxl: one table a sheet, three charts or more, the trend with its break as a gap'
        : 'openpyxl: skipped, because python3-openpyxl is not installed',
      () => {
        type Cell = string | number | null;
        interface Sheet {
          readonly name: string;
          readonly tables: readonly string[];
          readonly charts: readonly (readonly [blanks: string, series: number])[];
          readonly rows: readonly (readonly Cell[])[];
        }
        const out = execFileSync('/usr/bin/python3', ['-c', read, pack], {
          encoding: 'utf8',
          maxBuffer: 1e8,
        });
        const sheets: Sheet[] = JSON.parse(out);
        for (const { name, tables } of sheets) expect(tables, name).toHaveLength(1);
        expect(sheets.flatMap(({ charts }) => charts).length).toBeGreaterThanOrEqual(3);

        const trend = sheets.find(({ name }) => name === 'Culture_trend');
        expect(trend?.charts.length).toBeGreaterThanOrEqual(1);
        expect(trend?.charts[0]?.[0]).toBe('gap');
        const rows = trend?.rows ?? [];
        expect(rows.flat().join(' ')).toMatch(/From 31 December 2020 the answer scale is another/);
        const head = rows.findIndex((row) => row[0] === 'Survey');
        const before = rows[head]?.indexOf('Job satisfaction (per cent)') ?? -1;
        const after = rows[head]?.indexOf('Job satisfaction, other scale (per cent)') ?? -1;
        expect(Math.min(before, after)).toBeGreaterThan(0);
        const table = rows.slice(head + 1).filter((row) => row[0] === 'Maintainers');
        const sideOf = (row: readonly Cell[]) => [typeof row[before], typeof row[after]].indexOf('number');
        const sides = Object.fromEntries(table.map((row) => [row[1], sideOf(row)]));
        expect(sides).toMatchObject({
          // Points of one to five, then words, then points of one to ten: each stretch changes the side.
          '31 March 2019': 0,
          '30 April 2020': 1,
          '31 December 2020': 0,
          '30 November 2021': 0,
          '30 June 2022': 0,
          '30 June 2023': 0,
        });
        for (const row of table) {
          const numbers = [row[before], row[after]].filter((cell) => typeof cell === 'number');
          expect(numbers.length, String(row[1])).toBeLessThanOrEqual(1);
        }
      },
    );

    it.skipIf(!hasOffice)(
      hasOffice
        ? 'opens in LibreOffice and prints'
        : 'LibreOffice: skipped, because soffice is not installed',
      () => {
        const profile = `-env:UserInstallation=file://${join(place.folder, 'office')}`;
        const args = [profile, '--headless', '--convert-to', 'pdf', '--outdir', place.folder, pack];
        const { status } = spawnSync('soffice', args, { timeout: 90_000, killSignal: 'SIGKILL' });
        expect(status).toBe(0);
        const pdf = readFileSync(join(place.folder, 'standards.pdf'));
        expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
        expect(pdf.length).toBeGreaterThan(20_000);
      },
      120_000,
    );
  });

  describe('torture files', () => {
    const files = ['csv-spectrum', 'exceljs-spec', 'messytables-horror'].flatMap((set) => {
      const folder = realFile(`torture/${set}`);
      if (!existsSync(folder)) return [];
      return readdirSync(folder)
        .filter((name) => name !== 'SOURCE.md' && name !== 'facts.json')
        .map((name) => join(folder, name))
        .filter((path) => statSync(path).isFile());
    });
    type Outcome = Receipt | { file: string; error: ShownError };
    const options = ['--kind', 'survey-response', '--instrument', 'Torture', '--wave', '2020-01-01'];
    const history = () => candour('torture', 'imports').out;
    beforeAll(() => init('torture'));

    it('previews each within ten seconds: a preview, or an error with its code', async () => {
      const app = await testApp();
      try {
        await app.call('workspace.create', { id: 'torture' });
        const look = async (path: string) => {
          const started = performance.now();
          const file = await app.receive(path);
          const reply = await app.app.call('import.preview', { file });
          expect(performance.now() - started, path).toBeLessThan(10_000);
          if (!reply.ok) expect([path, reply.error.code]).not.toEqual([path, 'fault']);
        };
        for (let at = 0; at < files.length; at += 2) await Promise.all(files.slice(at, at + 2).map(look));
      } finally {
        await app.close();
      }
    });

    it('imports each whole or refuses it with a code, and a refusal leaves the workspace as it was', () => {
      expect(files.length).toBeGreaterThan(70);
      const { exit, out } = candour('torture', 'import', ...files, ...options);
      expect(exit).not.toBeNull();
      expect(exit).not.toBe(1);
      const outcomes: Outcome[] = JSON.parse(out);
      expect(outcomes).toHaveLength(files.length);
      const refused: string[] = [];
      for (const [index, outcome] of outcomes.entries()) {
        if ('error' in outcome) {
          refused.push(files[index] ?? '');
          expect([outcome.file, outcome.error.code]).not.toEqual([outcome.file, 'fault']);
          expect(outcome.error.message).toContain(outcome.file);
        } else {
          expect(outcome.read, outcome.file).toBe(outcome.accepted + outcome.rejected);
          expect(outcome.read, outcome.file).toBeGreaterThan(0);
        }
      }
      const before = history();
      const kept: ImportRecord[] = JSON.parse(before);
      expect(kept).toHaveLength(files.length - refused.length);
      const one = candour(
        'torture',
        'import',
        refused.find((path) => path.endsWith('.xls')) ?? '',
        ...options,
      );
      expect([one.exit, JSON.parse(one.out)]).toMatchObject([
        3,
        { ok: false, error: { code: 'file-format-refused' } },
      ]);
      expect(history()).toBe(before);
    });

    it('reads as many records as were counted independently, where a file is a plain table', () => {
      const read = (JSON.parse(history()) as ImportRecord[]).map(
        ({ file, read: rows }) => [file, rows] as const,
      );
      const counted = {
        'comma_in_quotes.csv': 1,
        'empty.csv': 2,
        'escaped_quotes.csv': 2,
        'newlines.csv': 3,
        'quotes_and_newlines.csv': 2,
        'utf8.csv': 2,
        'long.csv': 3999,
        'example.tsv': 140,
        'characters.csv': 382,
        // Of 117 records one is the heading, one is empty, and the last names the source.
        'spanish_chars.csv': 114,
        'utf-16le_encoded.csv': 327,
        'simple.psv': 28,
        'simple.ssv': 6,
        'fibonacci.xlsx': 18,
        'gold.xlsx': 5,
        'google-sheets.xlsx': 2,
      };
      for (const [file, rows] of Object.entries(counted)) expect(read).toContainEqual([file, rows]);
    });
  });
});
