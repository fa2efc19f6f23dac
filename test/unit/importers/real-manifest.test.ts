// Every file of the public data, none left out: imported with the counts its facts state, or refused with
// the code that says why. A file without an expectation here fails the test.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AppError } from '#shared/errors.ts';
import type { Mapping } from '#shared/schemas/import.ts';
import { realFile, realFilesThere, whyNoRealFiles } from '../../config/real-files.ts';
import { type TestWorkspace, testWorkspace } from '../../config/workspace.ts';

interface Expectation {
  /** The kind and the number of records that must land, all of them accepted; or a number the facts give. */
  readonly lands?: readonly [kind: string, records: number | string];
  readonly refused?: string;
  readonly kind?: string;
  readonly mapping?: string;
  /** Notes that must be made. */
  readonly notes?: readonly string[];
}

const survey = (records: number | string): Expectation => ({ lands: ['survey-response', records] });
const asSurvey = (records: number, ...notes: string[]): Expectation => ({
  lands: ['survey-response', records],
  kind: 'survey-response',
  notes,
});
const refused = (code: string): Expectation => ({ refused: code, kind: 'survey-response' });

/** A text names a fact of the set, by which the records are counted. */
const expected: Record<string, Record<string, Expectation>> = {
  'surveymonkey-cncf-maintainers': {
    ...Object.fromEntries(
      ['2019-h1', '2020-h1', '2020-h2', '2021-h2', '2022-h1', '2023-h1'].map((wave) => [
        `${wave}.csv`,
        survey(`responses-${wave}`),
      ]),
    ),
    '2020-h2-summary.csv': { refused: 'survey-summary' },
  },
  'googleforms-dask': { 'dask-2019.csv': survey('n-2019'), 'dask-2020.csv': survey('n-2020') },
  'surveymonkey-538': {
    'StarWars.csv': { ...survey(1186), notes: ['decoded-as-windows-1252'] },
    'SOUTH.csv': survey(2528),
    'raw-responses.csv': survey(1615),
  },
  'councillor-resignations-538': {
    'congressional_resignations.csv': {
      lands: ['councillor-term', 'n'],
      mapping: 'congressional-resignations',
      notes: ['dates-month-first'],
    },
  },
  'qualtrics-tools': {
    'better-sample-insights.csv': survey(10),
    'many-types-insights.csv': survey(5),
    'many-types-legacy.csv': survey(5),
    'matrix-single-insights.csv': survey(5),
    'matrix-single-legacy.csv': survey(5),
    'no-basis-insights.csv': { ...survey(15), notes: ['test-responses'] },
    'qualtrics-german-3row.csv': survey(1),
    'qualtrics-german-legacy.csv': survey(1),
  },
  'limesurvey-rse-uk': { 'rse-uk-2016.csv': survey('2016-n'), 'rse-uk-2017.csv': survey('2017-n') },
  'councillor-survey-mysociety': {
    'councillor-survey-2020.csv': survey('n'),
    // The study's own list of which tables to make: no data of any kind.
    'table-generators.xlsx': { refused: 'kind-unknown' },
  },
  'leavers-dete-exit-survey': { 'dete_survey.csv': { lands: ['leaver', 'n'] } },
  'nhs-sickness-reasons': {
    'sickness-reasons-12m-to-2025-01.xlsx': {
      lands: ['absence-aggregate', 'sickness-reasons-12m-to-2025-01-rows'],
    },
    'sickness-reasons-2025-01.xlsx': { lands: ['absence-aggregate', 'sickness-reasons-2025-01-rows'] },
  },
  'csps-timeseries': {
    'csps-mean-2009-2020.csv': { lands: ['survey-aggregate', 'rows'] },
    'csps-median-2009-2020.csv': { lands: ['survey-aggregate', 'rows'] },
  },
  'conduct-govtrack': {
    'misconduct-instances.csv': { lands: ['incident', 'n'], kind: 'incident', mapping: 'conduct-govtrack' },
  },
  'qualitative-jupyter-2015': {
    'survey-export.csv': survey('n'),
    ...Object.fromEntries(
      [
        ['hinderances', 763],
        ['pleasant_aspects', 580],
        ['difficult_aspects', 513],
        ['integrations', 689],
      ].map(([name, excerpts]) => [
        `${name}_themes.csv`,
        { lands: ['qualitative-evidence', Number(excerpts)] } satisfies Expectation,
      ]),
    ),
  },
  'observations-jupyterlab-2018': {
    'jupyterlab-observations.csv': {
      lands: ['qualitative-evidence', 'n'],
      kind: 'qualitative-evidence',
      mapping: 'jupyterlab-observations',
    },
  },
  'qualitative-coded-comments': { 'q5-coded.xlsx': { lands: ['qualitative-evidence', 'n'] } },
  'longterm-carpentries': {
    'longterm-2020-03.csv': survey('n-2020-03'),
    // Numbers alone, which no heading calls a scale: the analyst says that it is a survey.
    'longterm-2020-12.csv': { ...survey('n-2020-12'), kind: 'survey-response' },
    'longterm-2017-10.csv': survey('n-2017-10'),
  },
  'torture/csv-spectrum': {
    'comma_in_quotes.csv': asSurvey(1),
    'empty.csv': asSurvey(2),
    'empty_crlf.csv': asSurvey(2),
    'escaped_quotes.csv': asSurvey(2),
    'json.csv': asSurvey(1),
    'location_coordinates.csv': asSurvey(1),
    'newlines.csv': asSurvey(3),
    'newlines_crlf.csv': asSurvey(3),
    'quotes_and_newlines.csv': asSurvey(2),
    'simple.csv': asSurvey(1),
    'simple_crlf.csv': asSurvey(1),
    'utf8.csv': asSurvey(2),
  },
  // The cells that the tables above must give; no tables themselves.
  'torture/csv-spectrum/json': Object.fromEntries(
    [
      ...['comma_in_quotes', 'empty', 'empty_crlf', 'escaped_quotes', 'json', 'location_coordinates'],
      ...['newlines', 'newlines_crlf', 'quotes_and_newlines', 'simple', 'simple_crlf', 'utf8'],
    ].map((name) => [`${name}.json`, refused('file-format-refused')]),
  ),
  'torture/messytables-horror': {
    'begrotingsanalyse-2011.csv': asSurvey(39, 'title-lines-skipped'),
    // An East Asian encoding that Candour does not know: read as Windows text, and said.
    'characters.csv': asSurvey(382, 'decoded-as-windows-1252'),
    'complex.csv': asSurvey(3),
    'example.tsv': asSurvey(140),
    // Of its 17 records the last is a total; a source and a note follow it.
    'excel_pasting.csv': asSurvey(13, 'title-lines-skipped', 'totals-left-out', 'notes-left-out'),
    'long.csv': asSurvey(3999),
    'mixedGLB.csv': asSurvey(133, 'cr-line-ends', 'title-lines-skipped'),
    'null.csv': asSurvey(9),
    'simple.csv': asSurvey(6),
    'skip_initials.csv': asSurvey(2),
    'small.csv': refused('no-rows'),
    // 117 records: the heading, an empty one, and the source named in the last.
    'spanish_chars.csv': asSurvey(114, 'decoded-as-windows-1252', 'notes-left-out'),
    'sparse_with_column_errors.csv': asSurvey(2200, 'decoded-as-windows-1252'),
    'utf-16le_encoded.csv': asSurvey(327),
    'utf8bom.csv': refused('no-rows'),
    // 62 rows as wide as the table: the heading, a blank one, and 60 records; prose stands below.
    'weird_head_padding.csv': asSurvey(60, 'title-lines-skipped', 'notes-left-out'),
    'simple.ssv': asSurvey(6),
    'simple.psv': asSurvey(28),
    'simple.zip': refused('file-format-refused'),
    'bian-anal-mca-2005-dols-eng-1011-0312-tab3.xlsm': asSurvey(40, 'title-lines-skipped'),
    // LibreOffice finds no value in it either.
    'libreoffice.xlsx': refused('no-rows'),
    'simple.xlsx': asSurvey(6),
    'large.xlsx': asSurvey(28, 'hidden-sheet-skipped'),
    'encrypted_no_password.xls': refused('file-format-refused'),
    'simple.xls': refused('file-format-refused'),
    'blank_line.ods': refused('file-format-refused'),
    'html.html': refused('file-format-refused'),
  },
  'torture/exceljs-spec': {
    '1519293514-KRISHNAPATNAM_LINE_UP.xlsx': asSurvey(28, 'title-lines-skipped', 'notes-left-out'),
    'chart-sheet.xlsx': asSurvey(6),
    'dateIssue.xlsx': asSurvey(1),
    'fibonacci.xlsx': asSurvey(18),
    'formulas.xlsx': asSurvey(1),
    'gold.xlsx': asSurvey(5),
    'google-sheets.xlsx': asSurvey(2, 'hidden-rows'),
    'libre-calc-as-excel-2007-365.xlsx': asSurvey(2, 'hidden-rows'),
    'libre-calc-as-office-open-xml-spreadsheet.xlsx': asSurvey(2, 'hidden-rows'),
    'many-columns.xlsx': asSurvey(1),
    'test-issue-1364.xlsx': asSurvey(1),
    'test-issue-1575.xlsx': asSurvey(2),
    'test-issue-163.xlsx': asSurvey(2),
    'test-issue-176.xlsx': asSurvey(3),
    'test-issue-880.xlsx': asSurvey(4, 'hidden-sheet-skipped'),
    'test-issue-988.xlsx': asSurvey(4),
    'test-issue-991.csv': asSurvey(4),
    'test-pr-1204.xlsx': asSurvey(1, 'other-sheets'),
    'test-pr-1220.xlsx': asSurvey(340),
    'test-row-styles.xlsx': asSurvey(37),
    'invalid-xml.xlsx': refused('file-damaged'),
    'missing-bits.xlsx': refused('file-damaged'),
    // Two sheets with a table each: the analyst must say which.
    'test-issue-1669.xlsx': refused('sheet-needed'),
    // Nothing below the first row, or no value at all.
    ...Object.fromEntries(
      [
        ...['1904', 'bogus-defined-name', 'duplicateRowTest', 'images', 'shared_string_with_escape'],
        ...['test-issue-1842', 'test-issue-257', 'test-issue-623', 'test-issue-771', 'test-issue-877'],
        ...['test-pr-567', 'test-pr-728'],
      ].map((name) => [`${name}.xlsx`, refused('no-rows')]),
    ),
  },
};

const manifest: [set: string, file: string][] = realFilesThere
  ? readFileSync(realFile('MANIFEST.tsv'), 'utf8')
      .trim()
      .split('\n')
      .slice(1)
      .map((line) => line.split('\t'))
      .map(([set = '', file = '']) => [set, file])
  : [];

function factOf(set: string, id: string): number {
  const { facts } = JSON.parse(readFileSync(realFile(`${set}/facts.json`), 'utf8')) as {
    facts: { id: string; value: unknown }[];
  };
  return Number(facts.find((fact) => fact.id === id)?.value ?? Number.NaN);
}

const mappingOf = (name: string): Mapping =>
  JSON.parse(
    readFileSync(join(import.meta.dirname, `../../fixtures/importers/${name}.mapping.json`), 'utf8'),
  ) as Mapping;

describe.skipIf(!realFilesThere)(`every real file${realFilesThere ? '' : `: ${whyNoRealFiles}`}`, () => {
  let workspace: TestWorkspace;
  beforeAll(async () => {
    workspace = await testWorkspace();
  });
  afterAll(() => workspace.close());

  it('has an expectation, and no expectation is for a file that is not there', () => {
    const listed = manifest.map(([set, file]) => `${set}/${file}`).sort();
    const known = Object.entries(expected).flatMap(([set, files]) =>
      Object.keys(files).map((file) => `${set}/${file}`),
    );
    expect(known.sort()).toEqual(listed);
  });

  const imports = () => workspace.store.all('select import_id from import order by 1');

  it.each(manifest)('%s/%s', async (set, file) => {
    const { lands, refused: code, kind = null, mapping, notes = [] } = expected[set]?.[file] ?? {};
    const before = await imports();
    const outcome = await workspace
      .import(realFile(`${set}/${file}`), {
        kind,
        instrument: `${set}/${file}`,
        wave: '2020-01-01',
        ...(mapping === undefined ? {} : { mapping: mappingOf(mapping) }),
      })
      .catch((cause: unknown) => cause);
    if (lands === undefined) {
      expect(outcome).toBeInstanceOf(AppError);
      expect((outcome as AppError).code).toBe(code);
      expect(await imports()).toEqual(before);
      return;
    }
    const records = typeof lands[1] === 'string' ? factOf(set, lands[1]) : lands[1];
    expect(outcome).toMatchObject({ kind: lands[0], read: records, accepted: records, rejected: 0 });
    const made = (outcome as { notes: { code: string }[] }).notes.map((note) => note.code);
    expect(made).toEqual(expect.arrayContaining([...notes]));
  });
});
