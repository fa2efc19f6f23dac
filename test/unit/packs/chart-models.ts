// Builds a workbook with one sheet for each kind of chart, with invented figures and gaps in them.
import type {
  Cell,
  ChartModel,
  ColumnModel,
  SeriesModel,
  SheetModel,
  WorkbookModel,
} from '#core/packs/model.ts';
import { demoModel } from './demo-model.ts';

const hidden: Cell = { symbol: 'c' };
const months = Array.from({ length: 24 }, (_, i) => {
  const year = 2023 + Math.floor((i + 3) / 12);
  return `${year}-${String(((i + 3) % 12) + 1).padStart(2, '0')}`;
});
const wave = (i: number): number => Math.round(40 + 7 * Math.sin(i * 1.7) + 4 * Math.cos(i * 0.9));

interface Drawn {
  readonly name: string;
  readonly kind: ChartModel['kind'];
  readonly title: string;
  readonly category: ColumnModel;
  readonly columns: readonly ColumnModel[];
  readonly rows: readonly (readonly Cell[])[];
  readonly series: readonly SeriesModel[];
}

const number = (header: string, format = '#,##0.0'): ColumnModel => ({ header, type: 'number', format });
const month: ColumnModel = { header: 'Month', type: 'text' };

/** A sheet with one table and one chart of all its columns. */
const drawn = ({ name, kind, title, category, columns, rows, series }: Drawn): SheetModel => ({
  name,
  kind: 'data',
  title,
  lines: ['Invented figures.', 'Blank cells mean that nothing is marked.', 'Source: none.'],
  table: { name: `${name.toLowerCase()}_rows`, columns: [category, ...columns], rows },
  charts: [
    {
      kind,
      title,
      alt: `Chart of kind ${kind}: ${title}, 2023 to 2025, invented. Data in the table on this sheet.`,
      categoryColumn: category.header,
      xTitle: category.header,
      yTitle: columns[0]?.header ?? '',
      series,
    },
  ],
});

const run = (): SheetModel =>
  drawn({
    name: 'Run_chart',
    kind: 'run',
    title: 'Reports a month as a run chart, with eight below the median',
    category: month,
    columns: [number('Reports', '0'), number('Median'), number('Special cause, improving', '0')],
    rows: months.map((label, i) => {
      const value = i > 15 ? 30 + (i % 3) : wave(i);
      return [label, i === 5 ? hidden : value, 39, i > 15 ? value : null];
    }),
    series: [
      { column: 'Reports', style: 'value' },
      { column: 'Median', style: 'median' },
      { column: 'Special cause, improving', style: 'signal-improving' },
    ],
  });

const expected = (i: number): number => 44 + i * 0.5;

const interrupted = (): SheetModel =>
  drawn({
    name: 'Interrupted_series',
    kind: 'its',
    title: 'Cases a month before and after adoption, with the course before continued',
    category: month,
    columns: [
      number('Cases', '0'),
      number('Fitted'),
      number('Course before, continued'),
      number('Lower'),
      number('Upper'),
      number('Protocol adopted', '0'),
    ],
    rows: months.map((label, i) => {
      const after = i >= 12;
      const value = Math.round(expected(i) + 3 * Math.sin(i * 2.1) - (after ? 9 : 0));
      const course = (by: number): Cell => (after ? Number((expected(i) + by).toFixed(2)) : null);
      const fitted = Number((expected(i) - (after ? 9 : 0)).toFixed(2));
      return [
        label,
        i === 7 ? hidden : value,
        fitted,
        course(0),
        course(-4 - i / 10),
        course(4 + i / 10),
        i === 12 ? value : null,
      ];
    }),
    series: [
      { column: 'Cases', style: 'observed' },
      { column: 'Fitted', style: 'fitted' },
      { column: 'Course before, continued', style: 'counterfactual' },
      { column: 'Lower', style: 'band' },
      { column: 'Upper', style: 'band' },
      { column: 'Protocol adopted', style: 'event' },
    ],
  });

const steps = [
  [0, 100, 100, 100],
  [2, 96.1, 91.5, 98.8],
  [3, 91.4, 85.2, 95.3],
  [7, 83.0, 75.1, 89.2],
  [12, 74.2, 65.0, 81.9],
  [18, 66.6, 56.4, 75.5],
  [25, 58.3, 47.0, 68.6],
  [36, 58.3, 47.0, 68.6],
] as const;

const survival = (): SheetModel =>
  drawn({
    name: 'Time_in_post',
    kind: 'km',
    title: 'Staff still in post by months since they joined',
    category: number('Months since joining', '0'),
    columns: [
      number('Still in post (per cent)'),
      number('Lower (per cent)'),
      number('Upper (per cent)'),
      number('Joined after adoption (per cent)'),
    ],
    rows: steps.map(([time, share, lower, upper], i) => [
      time,
      share,
      lower,
      upper,
      i > 5 ? hidden : 100 - time / 2,
    ]),
    series: [
      { column: 'Still in post (per cent)', style: 'category1' },
      { column: 'Lower (per cent)', style: 'band' },
      { column: 'Upper (per cent)', style: 'band' },
      { column: 'Joined after adoption (per cent)', style: 'category2' },
    ],
  });

const stacked = (): SheetModel =>
  drawn({
    name: 'Stacked_columns',
    kind: 'stacked-column',
    title: 'Cases opened by tier and year',
    category: { header: 'Year began', type: 'date' },
    columns: [number('Principal', '0'), number('Parish', '0')],
    rows: [2021, 2022, 2023, 2024].map((year, i) => [
      { date: `${year}-04-01` },
      12 + i,
      i === 2 ? hidden : 20 - 3 * i,
    ]),
    series: [{ column: 'Principal' }, { column: 'Parish' }],
  });

/** Every kind of chart: those of the demo workbook and the others. */
export function chartModel(profile: WorkbookModel['profile'] = 'published'): WorkbookModel {
  const model = demoModel(profile);
  const at = model.sheets.findIndex(({ kind }) => kind === 'notes');
  const blanks = (sheet: SheetModel): SheetModel => {
    const blank = sheet.table.rows.some((row) => row.includes(null));
    return blank ? sheet : { ...sheet, lines: sheet.lines.filter((line) => !line.startsWith('Blank')) };
  };
  const more = [run(), interrupted(), survival(), stacked()].map(blanks);
  return { ...model, sheets: model.sheets.toSpliced(at, 0, ...more) };
}
