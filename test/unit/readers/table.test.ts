// Where a table begins and ends: rows of headings, merged cells, totals and notes below, rows too wide.
import { writeXlsx } from 'hucre';
import { describe, expect, it } from 'vitest';
import { readHeading } from '#core/readers/head.ts';
import { openSource } from '#core/readers/open.ts';
import { withoutFooter } from '#core/readers/table-end.ts';
import { fileOf, noteCodes } from './reading.ts';

/** A table as an importer sees it: its headings, its records, and what was said of it. */
async function table(path: string, headerRows?: number) {
  const source = await openSource(path);
  const head: string[][] = [];
  for await (const { rows } of source.batches()) head.push(...rows.slice(0, 200 - head.length));
  const heading = readHeading(head, {
    ...(headerRows === undefined ? {} : { headerRows }),
    ...(source.merged ? { merged: source.merged } : {}),
  });
  const cut = withoutFooter(source, heading, head);
  const rows: (readonly [number, string[]])[] = [];
  for await (const batch of cut.batches())
    for (const [at, cells] of batch.rows.entries()) rows.push([batch.firstRow + at, cells]);
  const first = heading.headerRow + heading.headerRows;
  return {
    headings: heading.columns.map(({ header }) => header),
    depth: heading.headerRows,
    headerRow: heading.headerRow,
    records: rows.filter(([number, cells]) => number >= first && cells.some((cell) => cell !== '')),
    notes: [...cut.notes, ...heading.notes],
  };
}

const people = Array.from(
  { length: 60 },
  (_, at) => `${1000 + at},City Operations,0.8,${at},2024-04-0${1 + (at % 9)}`,
);
const head = 'Employee number,Directorate,FTE,Days lost,Start date';

describe('what stands below a table', () => {
  it('leaves out totals and notes and says so', async () => {
    const below = [
      '',
      'Grand total,,48.0,1770,',
      '',
      'Source: HR system',
      'Run on 4 April 2024 by the analysts',
    ];
    const found = await table(fileOf('footer.csv', [head, ...people, ...below].join('\r\n')));
    expect(found.records).toHaveLength(60);
    expect(found.records.at(-1)?.[0]).toBe(61);
    expect(found.notes.map(({ text }) => text)).toEqual([
      'Row 63 below the table is a total, not a record, and was left out.',
      'Rows 65 to 66 below the table are notes and were left out.',
    ]);
  });

  it('keeps a last record that is thin, or that begins with a word of notes', async () => {
    const last = ['2000,City Operations,,,', 'Total Care Ltd,Housing,1,5,2024-05-01', 'REPORT-12,,,,'];
    const found = await table(fileOf('thin.csv', [head, ...people, ...last].join('\n')));
    expect(found.records).toHaveLength(63);
    expect(noteCodes(found.notes)).toEqual([]);
  });

  it('finds the end over many batches, and a table of totals alone keeps its first row', async () => {
    const long = Array.from({ length: 40_000 }, (_, at) => people[at % 60]);
    const found = await table(
      fileOf('long.csv', [head, ...long, 'Total,,,99,', 'Note: provisional'].join('\n')),
    );
    expect(found.records).toHaveLength(40_000);
    expect(found.records.map(([number]) => number)).toEqual(long.map((_, at) => at + 2));
    expect(noteCodes(found.notes)).toEqual(['totals-left-out', 'notes-left-out']);
    const only = await table(fileOf('only.csv', 'Unit,Days\nTotal,5\n'));
    expect(only.records).toHaveLength(1);
  });

  it('says which rows have cells beyond the headings', async () => {
    const rows = [people[0], '1001,Place, Prosperity and Sustainability,1,4,2024-05-01', people[2]];
    const found = await table(fileOf('ragged.csv', [head, ...rows].join('\n')), 1);
    const text = found.notes.find(({ code }) => code === 'cells-beyond-headings')?.text;
    expect(found.headings.slice(0, 5)).toEqual(head.split(','));
    if (found.headings.length === 5) expect(text).toMatch(/^1 row has cells .* the first is row 3\./);
  });
});

describe('rows of headings', () => {
  it('joins two rows where the second has words over numbers', async () => {
    const rows = [
      'Person,,Absence,,',
      'Number,Directorate,Start,End,Days',
      ...Array.from({ length: 9 }, (_, at) => `${at},Housing,2024-04-01,2024-04-05,${at}`),
    ];
    const found = await table(fileOf('two.csv', rows.join('\n')));
    expect(found.depth).toBe(2);
    expect(found.headings).toEqual([
      'Person Number',
      'Person Directorate',
      'Absence Start',
      'Absence End',
      'Absence Days',
    ]);
    expect(found.records).toHaveLength(9);
  });

  it('takes a first record of placeholders for a record', async () => {
    const rows = [head, '1000,Housing,-,N/A,*', ...people];
    expect((await table(fileOf('placeholders.csv', rows.join('\n')))).depth).toBe(1);
  });

  it('reads three rows of headings with merged cells, under a title', async () => {
    const written = await writeXlsx({
      sheets: [
        {
          name: 'Return',
          rows: [
            ['Sickness return, quarter 1'],
            [],
            ['Employee', null, 'Absence', null, null],
            ['Number', 'Unit', 'Dates', null, 'Days'],
            [null, null, 'First', 'Last', null],
            ...Array.from({ length: 8 }, (_, at) => [
              1000 + at,
              'Housing',
              new Date(Date.UTC(2024, 3, 1 + at)),
              new Date(Date.UTC(2024, 3, 9)),
              at,
            ]),
            ['Total', null, null, null, 28],
          ],
          merges: [
            { startRow: 0, startCol: 0, endRow: 0, endCol: 4 },
            { startRow: 2, startCol: 0, endRow: 2, endCol: 1 },
            { startRow: 2, startCol: 2, endRow: 2, endCol: 4 },
            { startRow: 3, startCol: 0, endRow: 4, endCol: 0 },
            { startRow: 3, startCol: 1, endRow: 4, endCol: 1 },
            { startRow: 3, startCol: 2, endRow: 3, endCol: 3 },
            { startRow: 3, startCol: 4, endRow: 4, endCol: 4 },
          ],
        },
      ],
    });
    const found = await table(fileOf('three.xlsx', written));
    expect([found.headerRow, found.depth]).toEqual([3, 3]);
    expect(found.headings).toEqual([
      'Employee Number',
      'Employee Unit',
      'Absence Dates First',
      'Absence Dates Last',
      'Absence Days',
    ]);
    expect(found.records).toHaveLength(8);
    expect(noteCodes(found.notes)).toEqual(['totals-left-out', 'title-lines-skipped']);
  });
});
