// The public files of ../shared/data/real: every survey's dialect, depth and count of responses, and
// every torture file either read as its facts say or refused with a code, in time.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type CellValue, streamXlsxRows } from 'hucre/xlsx';
import { describe, expect, it } from 'vitest';
import type { Dialect } from '#core/readers/head.ts';
import { openSource } from '#core/readers/open.ts';
import { noteCodes, outcome, readAll, realData } from './reading.ts';

const present = existsSync(join(realData, 'torture'));
if (!present) console.info('Skipped: the real files are not at ../shared/data/real.');

const surveys: [file: string, dialect: Dialect, depth: number, responses: number][] = [
  ['surveymonkey-cncf-maintainers/2019-h1.csv', 'surveymonkey', 2, 64],
  ['surveymonkey-cncf-maintainers/2020-h1.csv', 'surveymonkey', 2, 79],
  ['surveymonkey-cncf-maintainers/2020-h2.csv', 'surveymonkey', 2, 97],
  ['surveymonkey-cncf-maintainers/2021-h2.csv', 'surveymonkey', 2, 102],
  ['surveymonkey-cncf-maintainers/2022-h1.csv', 'surveymonkey', 2, 99],
  ['surveymonkey-cncf-maintainers/2023-h1.csv', 'surveymonkey', 2, 145],
  ['surveymonkey-538/StarWars.csv', 'surveymonkey', 2, 1186],
  ['surveymonkey-538/SOUTH.csv', 'surveymonkey', 2, 2528],
  // Cleaned and coded by its authors: nothing of SurveyMonkey's own heading is left in it.
  ['surveymonkey-538/raw-responses.csv', 'plain', 1, 1615],
  ['qualtrics-tools/better-sample-insights.csv', 'qualtrics', 3, 10],
  ['qualtrics-tools/many-types-insights.csv', 'qualtrics', 3, 5],
  ['qualtrics-tools/many-types-legacy.csv', 'qualtrics-legacy', 2, 5],
  ['qualtrics-tools/matrix-single-insights.csv', 'qualtrics', 3, 5],
  ['qualtrics-tools/matrix-single-legacy.csv', 'qualtrics-legacy', 2, 5],
  ['qualtrics-tools/no-basis-insights.csv', 'qualtrics', 3, 15],
  ['qualtrics-tools/qualtrics-german-3row.csv', 'qualtrics', 3, 1],
  ['qualtrics-tools/qualtrics-german-legacy.csv', 'qualtrics-legacy', 2, 1],
  ['googleforms-dask/dask-2019.csv', 'google-forms', 1, 259],
  ['googleforms-dask/dask-2020.csv', 'google-forms', 1, 239],
  ['limesurvey-rse-uk/rse-uk-2016.csv', 'limesurvey', 1, 273],
  ['limesurvey-rse-uk/rse-uk-2017.csv', 'limesurvey', 1, 253],
  ['councillor-survey-mysociety/councillor-survey-2020.csv', 'alchemer', 1, 122],
  ['qualitative-jupyter-2015/survey-export.csv', 'alchemer', 1, 1706],
  ['longterm-carpentries/longterm-2017-10.csv', 'plain', 1, 476],
  ['longterm-carpentries/longterm-2020-03.csv', 'plain', 1, 176],
  ['longterm-carpentries/longterm-2020-12.csv', 'plain', 1, 87],
];

const tables: [file: string, headerRow: number, records: number][] = [
  ['conduct-govtrack/misconduct-instances.csv', 1, 508],
  ['councillor-resignations-538/congressional_resignations.csv', 1, 615],
  ['leavers-dete-exit-survey/dete_survey.csv', 1, 822],
  ['nhs-sickness-reasons/sickness-reasons-2025-01.xlsx', 1, 25],
  ['nhs-sickness-reasons/sickness-reasons-12m-to-2025-01.xlsx', 1, 300],
  ['csps-timeseries/csps-mean-2009-2020.csv', 1, 157],
  ['observations-jupyterlab-2018/jupyterlab-observations.csv', 2, 1581],
  ['qualitative-coded-comments/q5-coded.xlsx', 1, 5],
  ['qualitative-jupyter-2015/hinderances_themes.csv', 1, 763],
  ['torture/messytables-horror/excel_pasting.csv', 4, 17],
  ['torture/messytables-horror/mixedGLB.csv', 4, 133],
  ['torture/messytables-horror/weird_head_padding.csv', 12, 82],
];

describe.runIf(present)('surveys', () => {
  it.each(surveys)('%s is %s, %i deep, %i responses', async (file, dialect, depth, responses) => {
    const { heading, records } = await readAll(join(realData, file));
    expect([heading.dialect, heading.headerRows, records]).toEqual([dialect, depth, responses]);
    expect(heading.refusal).toBeNull();
  });

  it('refuses the summary export', async () => {
    const { heading } = await readAll(join(realData, 'surveymonkey-cncf-maintainers/2020-h2-summary.csv'));
    expect(heading.refusal?.code).toBe('survey-summary-not-responses');
  });

  it('goes on over StarWars.csv and says what it assumed', async () => {
    const { table, heading } = await readAll(join(realData, 'surveymonkey-538/StarWars.csv'));
    expect(noteCodes(table.notes)).toEqual(['decoded-as-windows-1252']);
    expect(heading.columns[31]?.question).toMatch(/Expanded Universe\?Œæ$/);
  });

  it('finds the ten grid columns of both waves under one question', async () => {
    for (const wave of ['2019', '2020']) {
      const { heading } = await readAll(join(realData, `googleforms-dask/dask-${wave}.csv`));
      const grid = heading.columns.filter(({ item }) => item !== null);
      expect(grid).toHaveLength(10);
      expect(new Set(grid.map(({ question }) => question))).toHaveLength(1);
    }
  });

  it('agrees with the counted cells of expanded, multi-choice and ranking blocks', async () => {
    const wars = await readAll(join(realData, 'surveymonkey-538/StarWars.csv'));
    const filled = (at: number): number => wars.rows.slice(2).filter((row) => row[at] !== '').length;
    expect([3, 4, 5, 6, 7, 8].map(filled)).toEqual([673, 571, 550, 607, 758, 738]);
    expect([...new Set(wars.heading.columns.slice(9, 15).map(({ style }) => style))]).toEqual(['ranking']);
    const left = await readAll(join(realData, 'surveymonkey-cncf-maintainers/2022-h1.csv'));
    const first = left.heading.columns.filter(
      ({ duplicateOf, role }) => duplicateOf === null && role === 'answer',
    );
    expect(first.map(({ index }) => index)).toEqual(Array.from({ length: 29 }, (_, at) => at + 2));
  });
});

describe.runIf(present)('other tables', () => {
  it.each(tables)('%s has its heading in record %i and %i records', async (file, headerRow, records) => {
    const { heading, records: found } = await readAll(join(realData, file));
    expect([heading.dialect, heading.headerRow, heading.headerRows, found]).toEqual([
      'plain',
      headerRow,
      1,
      records,
    ]);
  });
});

interface Facts {
  readonly files: Record<
    string,
    { py_csv_records?: number; widths?: Record<string, number>; bom?: string | null }
  >;
}

/** Files whose Python count differs, with the reason: blanks before an opening quotation mark. */
const otherWidths = new Set(['complex.csv', 'weird_head_padding.csv']);

describe.runIf(present).each(['csv-spectrum', 'exceljs-spec', 'messytables-horror'])('torture/%s', (set) => {
  const folder = join(realData, 'torture', set);
  const files = present
    ? readdirSync(folder).filter((name) => !/\.(md|json)$/.test(name) && name !== 'json')
    : [];
  const facts = present ? (JSON.parse(readFileSync(join(folder, 'facts.json'), 'utf8')) as Facts).files : {};

  it.each(files)('%s: rows or a code, in time', async (name) => {
    const started = performance.now();
    const code = await outcome(join(folder, name));
    expect(performance.now() - started).toBeLessThan(10_000);
    const refused = /\.(xls|ods|zip|html)$/.test(name);
    expect(code).toMatch(refused ? /^file-format-refused$/ : /^(rows|no-rows|file-damaged)$/);
  });

  const counted = files.filter((name) => facts[name]?.py_csv_records !== undefined);
  it.skipIf(counted.length === 0).each(counted)(
    '%s: as many records and cells as counted independently',
    async (name) => {
      const { rows } = await readAll(join(folder, name));
      expect(rows).toHaveLength(facts[name]?.py_csv_records ?? -1);
      if (otherWidths.has(name)) return;
      const widths: Record<string, number> = {};
      for (const row of rows) widths[row.length] = (widths[row.length] ?? 0) + 1;
      expect(widths).toEqual(facts[name]?.widths);
    },
  );
});

/** Sheets without a value; LibreOffice finds none in the five of them that were opened in it. */
const withoutValues = [
  ...['duplicateRowTest', 'images', 'test-issue-1842', 'test-issue-257', 'test-issue-623', 'test-issue-771'],
  'test-issue-877',
];

describe.runIf(present)('torture workbooks', () => {
  it('refuse only what holds nothing or lacks its parts', async () => {
    const folder = join(realData, 'torture/exceljs-spec');
    const codes: Record<string, string> = {};
    for (const name of readdirSync(folder).filter((file) => file.endsWith('.xlsx'))) {
      const code = await outcome(join(folder, name));
      if (code !== 'rows') codes[name.replace('.xlsx', '')] = code;
    }
    expect(codes).toEqual({
      ...Object.fromEntries(withoutValues.map((name) => [name, 'no-rows'])),
      'invalid-xml': 'file-damaged',
      'missing-bits': 'file-damaged',
    });
  });

  it('give the values they show', async () => {
    const rows = async (name: string): Promise<string[][]> =>
      (await readAll(join(realData, 'torture/exceljs-spec', `${name}.xlsx`))).rows;
    expect((await rows('test-issue-1364'))[0]).toEqual(['Addend 1', 'Addend 2', 'Sum']);
    expect((await rows('gold'))[0]).toEqual(['Text', 'I am Text']);
    expect(await rows('test-pr-1220')).toHaveLength(341);
    expect(await rows('test-row-styles')).toHaveLength(38);
    const large = await readAll(join(realData, 'torture/messytables-horror/large.xlsx'));
    expect(noteCodes(large.table.notes)).toContain('hidden-sheet-skipped');
    expect(large.table.sheet).toBe('Report');
    const hidden = await readAll(join(realData, 'torture/messytables-horror/large.xlsx'), { sheet: 'data' });
    expect(hidden.rows).toHaveLength(8547);
  });
});

/** A cell as another reader sees it, written as ours are. */
function writtenOut(value: CellValue): string {
  if (value instanceof Date) {
    const text = value.toISOString().slice(0, 19).replace('T', ' ');
    return text.replace(/ 00:00:00$/, '');
  }
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  return typeof value === 'number' ? String(Number(value.toPrecision(15))) : String(value ?? '');
}

/** The filled cells of a sheet by their place. */
async function filledCells(rows: AsyncIterable<readonly [number, readonly string[]]>): Promise<string[]> {
  const found: string[] = [];
  for await (const [number, cells] of rows)
    for (const [column, text] of cells.entries()) if (text !== '') found.push(`${number},${column}: ${text}`);
  return found;
}

describe.runIf(present)('workbooks, cell by cell, beside another reader', () => {
  const files = present
    ? ['exceljs-spec', 'messytables-horror'].flatMap((set) =>
        readdirSync(join(realData, 'torture', set))
          .filter((name) => /\.xls[xm]$/.test(name))
          .map((name) => `torture/${set}/${name}`),
      )
    : [];

  it.each([...files, 'nhs-sickness-reasons/sickness-reasons-12m-to-2025-01.xlsx'])('%s', async (file) => {
    const path = join(realData, file);
    const bytes = new Uint8Array(readFileSync(path));
    const probe = await openSource(path).catch((error: { code: string }) => error);
    if ('code' in probe) {
      expect(probe.code).toMatch(/^(no-rows|file-damaged)$/);
      return;
    }
    for (const { name } of probe.sheets) {
      const theirs = await filledCells(
        (async function* () {
          for await (const { index, values } of streamXlsxRows(bytes, { sheet: name }))
            yield [index + 1, values.map(writtenOut)] as const;
        })(),
      );
      const sheet = await openSource(path, { sheet: name }).catch(() => null);
      const ours = await filledCells(
        (async function* () {
          for await (const { firstRow, rows } of sheet?.batches() ?? [])
            for (const [at, cells] of rows.entries()) yield [firstRow + at, cells] as const;
        })(),
      );
      // The other reader knows nothing of percentages; a fraction of one has a digit more or less.
      const plain = (text: string): string =>
        text.replace(/: (-?\d*\.?\d+)(%?)$/, (_, number, percent) => {
          return `: ${(Number(number) / (percent === '' ? 1 : 100)).toPrecision(12)}`;
        });
      expect(ours.map(plain), name).toEqual(theirs.map(plain));
    }
  });
});
