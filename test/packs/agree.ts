// Asks two programs that are not ours, openpyxl and LibreOffice, what a workbook holds, and lists every cell,
// table and chart in which either disagrees with the model it was written from.
import { withContents } from '#core/packs/contents.ts';
import { planForm } from '#core/packs/form-layout.ts';
import { columnLetter, planSheet, type SheetPlan } from '#core/packs/layout.ts';
import type { WorkbookModel } from '#core/packs/model.ts';
import { safeText, storedText } from '#core/packs/safe-text.ts';
import { classes, type Drawn, drawnColumn, expectedCells, points, type Value } from './expected.ts';
import { readBack, type SeenReference, type SeenSheet } from './read-back.ts';

export interface Written {
  readonly name: string;
  readonly model: WorkbookModel;
  readonly bytes: Uint8Array;
}

/** openpyxl undoes the escape of `_xHHHH_` by taking out every `x005F_`. */
const asOpenpyxl = ([type, value]: Value): Value =>
  typeof value === 'string' ? [type, storedText(value).replaceAll('x005F_', '')] : [type, value];

const sameValue = (a: string | number, b: string | number): boolean =>
  typeof a === 'number' && typeof b === 'number' ? Math.abs(a - b) <= Math.abs(a) * 1e-14 : a === b;

function compareCells(seen: SeenSheet, plan: SheetPlan, reader: 'openpyxl' | 'office'): string[] {
  const expected = expectedCells(plan);
  const wrong: string[] = [];
  for (const [row, column, type, value] of seen.cells) {
    const address = `${columnLetter(column)}${row}`;
    const given = expected.get(address);
    expected.delete(address);
    const wanted = given && (reader === 'openpyxl' ? asOpenpyxl(given) : given);
    const read = type === 'date' ? String(value).replace(/T00:00:00$/, '') : value;
    if (wanted?.[0] === type && sameValue(wanted[1], read)) continue;
    const shown = JSON.stringify([type, read]).slice(0, 120);
    wrong.push(`${address} is ${shown} where ${JSON.stringify(wanted ?? 'blank').slice(0, 120)} is meant`);
  }
  return [...wrong, ...[...expected.keys()].map((address) => `${address} is blank where a value is meant`)];
}

/** The addresses that a reference names, in order: of `'Sheet'!$B$4:$B$9`, a union in brackets, or LibreOffice's. */
function addresses(reference: string | null | undefined): string[] {
  const areas = [
    ...(reference ?? '').matchAll(/[!.]\$?([A-Z]+)\$?(\d+)(?::(?:[^:]*?\.)?\$?[A-Z]+\$?(\d+))?(?=[\s,)]|$)/g),
  ];
  return areas.flatMap(([, column = '', from = '', to = from]) =>
    Array.from({ length: Number(to) - Number(from) + 1 }, (_, i) => `${column}${Number(from) + i}`),
  );
}

function compareReference(seen: SeenReference | null, wanted: readonly Drawn[], what: string): string[] {
  const found = addresses(seen?.ref);
  const meant = wanted.map(({ address }) => address);
  if (found.join() !== meant.join())
    return [`${what} is drawn from ${found.join()} where ${meant.join()} is meant`];
  if (!seen?.cache) return [];
  const cached = wanted.flatMap(({ value }, i) => {
    const kept = seen.cache?.[i];
    const same =
      value === undefined
        ? kept === undefined
        : kept !== undefined && String(value) === String(typeof value === 'number' ? Number(kept) : kept);
    return same ? [] : [`${what}, point ${i}: the cache has ${kept} where ${value} is meant`];
  });
  return seen.count === wanted.length
    ? cached
    : [...cached, `${what}: the cache counts ${seen.count} points`];
}

function compareCharts(seen: SeenSheet, plan: SheetPlan, reader: 'openpyxl' | 'office'): string[] {
  if (seen.charts.length !== plan.charts.length)
    return [`${seen.charts.length} charts where ${plan.charts.length} are meant`];
  return plan.charts.flatMap(({ chart }, n) => {
    const found = seen.charts[n];
    const meant = classes(chart.kind)[reader === 'openpyxl' ? 0 : 1];
    if (found?.class !== meant) return [`chart ${n + 1} is a ${found?.class} where ${meant} is meant`];
    if (found.series.length !== chart.series.length)
      return [`chart ${n + 1} has ${found.series.length} series`];
    const across = points(chart, drawnColumn(plan, chart, chart.categoryColumn, chart.kind === 'km'), true);
    return chart.series.flatMap((series, i) => {
      const what = `chart ${n + 1}, ${series.column}`;
      const values = points(chart, drawnColumn(plan, chart, series.column, true), false);
      return [
        ...compareReference(found.series[i]?.values ?? null, values, what),
        ...compareReference(found.series[i]?.across ?? null, across, `${what}, categories`),
      ];
    });
  });
}

/** The first and the last cell of a range as LibreOffice spells it. */
const corners = (range: string): string[] =>
  [...range.matchAll(/\.\$?([A-Z]+)\$?(\d+)(?=:|$)/g)].map(([, c, r]) => `${c}${r}`);

function compareTable(seen: SeenSheet, plan: SheetPlan): string[] {
  const { name, columns } = plan.sheet.table;
  const last = `${columnLetter(columns.length)}${plan.headerRow + plan.rows.length}`;
  const ref = `A${plan.headerRow}:${last}`;
  if (seen.ranges) {
    const own = seen.ranges.filter((range) => range.name === name).map((range) => corners(range.ref));
    return own.join() === `A${plan.headerRow},${last}` ? [] : [`the table is ${own.join()}, not ${ref}`];
  }
  const table = seen.tables?.[0];
  const headers = columns.map(({ header }) => safeText(header).text);
  return [
    ...(seen.tables?.length === 1 ? [] : [`${seen.tables?.length} tables where one is meant`]),
    ...(table?.name === name && table.ref === ref
      ? []
      : [`the table is ${table?.name} ${table?.ref}, not ${name} ${ref}`]),
    ...(JSON.stringify(table?.columns) === JSON.stringify(headers)
      ? []
      : ['the columns of the table are others']),
    ...(seen.titles?.replaceAll('$', '') === `${plan.headerRow}:${plan.headerRow}`
      ? []
      : ['the repeated rows are others']),
    ...(seen.state === 'visible' ? [] : ['the sheet is hidden']),
  ];
}

/** Where what a reader saw is not what the model says. */
export function compareBook(
  seen: readonly SeenSheet[] | undefined,
  plans: readonly SheetPlan[],
  reader: 'openpyxl' | 'office',
): string[] {
  const names = plans.map(({ sheet }) => sheet.name);
  const found = seen?.map(({ name }) => name) ?? [];
  if (found.join('|') !== names.join('|')) return [`the sheets are ${found.join(', ')}`];
  return plans.flatMap((plan, i) => {
    const sheet = seen?.[i];
    if (!sheet) return [];
    const all = [
      ...compareCells(sheet, plan, reader),
      ...compareTable(sheet, plan),
      ...compareCharts(sheet, plan, reader),
    ];
    return all.map((sentence) => `${plan.sheet.name}: ${sentence}`);
  });
}

/** The sheets of a model laid out as the writer lays them out. */
export function plansOf(given: WorkbookModel): SheetPlan[] {
  const { sheets } = withContents(given);
  const home = sheets.find(({ kind, form }) => kind === 'contents' || form)?.name ?? 'Contents';
  return sheets.map((sheet, i) => (sheet.form ? planForm(sheet, i + 1) : planSheet(sheet, i + 1, home)));
}

/**
 * Where openpyxl or LibreOffice disagree with the models, one sentence each; empty when all agree. LibreOffice
 * refuses a file it would have to repair when it is told to convert it, which throws here.
 */
export function disagreements(files: readonly Written[]): string[] {
  const seen = readBack(files);
  return files.flatMap(({ name, model }, i) => {
    const plans = plansOf(model);
    return (['openpyxl', 'office'] as const).flatMap((reader) =>
      compareBook(seen[reader][i], plans, reader).map((sentence) => `${name}, ${reader}: ${sentence}`),
    );
  });
}
