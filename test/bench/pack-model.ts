// Builds the workbook that the writers are measured on: data sheets of 12 columns (words, numbers, a date, marks),
// each with one table and one chart; the same on every machine.
import type { Cell, ColumnModel, SheetModel, WorkbookModel } from '../../src-main/core/packs/model.ts';

const column = (header: string, type: ColumnModel['type'], format?: string): ColumnModel => ({
  header,
  type,
  ...(format === undefined ? {} : { format }),
});

const columns: readonly ColumnModel[] = [
  column('Period', 'text'),
  column('Directorate', 'text'),
  column('Category', 'text'),
  column('Started', 'date'),
  column('Cases', 'number', '#,##0'),
  column('Closed', 'number', '#,##0'),
  column('Days lost', 'number', '#,##0.0'),
  column('Per 100 employees', 'number', '#,##0.00'),
  column('Share (per cent)', 'number', '0.0'),
  column('Base', 'number', '#,##0'),
  column('Statement', 'text'),
  column('Note', 'text'),
];
const places = ['Adult care', 'Children and schools', 'Housing', 'Place & environment', 'Resources'];
const kinds = ['Respect', 'Bullying and harassment', 'Confidentiality', 'Interests', 'Use of resources'];
const verdicts = ['No clear change', 'Consistent with improvement', 'Too little data'];

/** Repeatable numbers from 0 to 1. */
function numbersFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

function rowsOf(sheet: number, count: number): Cell[][] {
  const next = numbersFrom(sheet + 1);
  const pick = (words: readonly string[]): string => words[Math.floor(next() * words.length)] ?? '';
  return Array.from({ length: count }, (_, i) => {
    const day = new Date(Date.UTC(2015, 0, 1 + ((i * 7 + sheet) % 3900))).toISOString().slice(0, 10);
    return [
      `Week ${i + 1}`,
      pick(places),
      pick(kinds),
      { date: day },
      Math.floor(next() * 400),
      i % 97 === 5 ? { symbol: 'c' } : Math.floor(next() * 300),
      Math.round(next() * 9000) / 10,
      Math.round(next() * 4000) / 100,
      Math.round(next() * 1000) / 10,
      Math.floor(next() * 1200),
      pick(verdicts),
      `Record ${sheet + 1}-${i + 1} of the register`,
    ];
  });
}

const sheetOf = (index: number, count: number): SheetModel => ({
  name: `Register_part_${index + 1}`,
  kind: 'data',
  title: `Part ${index + 1} of the register`,
  lines: ['Invented figures for a measurement.', 'Source: none.'],
  table: { name: `register_part_${index + 1}`, columns, rows: rowsOf(index, count) },
  charts: [
    {
      kind: 'line',
      title: 'Cases and cases closed by week',
      alt: 'Line chart of cases and cases closed in the first hundred weeks. Data in the table on this sheet.',
      categoryColumn: 'Period',
      xTitle: 'Week',
      yTitle: 'Cases',
      series: [{ column: 'Cases' }, { column: 'Base' }],
      rows: { from: 0, to: 100 },
    },
  ],
});

/** A workbook of `sheets` data sheets with `rows` rows each, and a cover. */
export const benchModel = (sheets: number, rows: number): WorkbookModel => ({
  title: 'Measurement',
  subject: 'Speed',
  description: 'Invented figures.',
  creator: 'Testford Council',
  marking: 'OFFICIAL',
  reference: 'BENCH-1',
  created: '2026-01-01T00:00:00Z',
  profile: 'committee',
  sheets: [
    {
      name: 'Cover',
      kind: 'cover',
      title: 'Measurement of the workbook writer',
      lines: ['Invented figures.'],
      table: {
        name: 'cover_details',
        columns: [column('Item', 'text'), column('Detail', 'text')],
        rows: [
          ['Marking', 'OFFICIAL'],
          ['Reference', 'BENCH-1'],
        ],
      },
      charts: [],
    },
    ...Array.from({ length: sheets }, (_, i) => sheetOf(i, rows)),
  ],
});
