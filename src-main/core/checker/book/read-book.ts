// Owns turning a package into the picture of a workbook.
import type { Package, Problem, Relation } from '../package/package.ts';
import { child, children, type Element, isOn, textOf } from '../package/xml.ts';
import type { Book, Chart, DefinedName, Drawn, Link, Properties, Sheet, Table } from './book.ts';
import { kindOf } from './kinds.ts';
import { readChart } from './read-chart.ts';
import { readDrawing } from './read-drawing.ts';
import { type SheetPart, sheetListener } from './read-sheet.ts';
import { readTable } from './read-table.ts';
import { address } from './references.ts';
import { emptyPool, sharedStrings, type TextPool } from './strings.ts';
import { readStyles, readTheme, type Styles } from './styles.ts';

interface Reading {
  readonly pack: Package;
  readonly styles: Styles;
  readonly texts: TextPool;
  readonly problems: Problem[];
}

const ofType = (relations: readonly Relation[], type: string): Relation | undefined =>
  relations.find((relation) => relation.type === type && !relation.external);

function linksOf(part: SheetPart, relations: readonly Relation[]): Link[] {
  return part.links.map(({ range, id, location }) => {
    const target = relations.find((relation) => relation.id === id)?.target ?? null;
    if (target?.startsWith('#')) return { range, location: target.slice(1), target: null };
    return { range, location, target };
  });
}

function drawingOf({ pack, styles }: Reading, relations: readonly Relation[]) {
  const charts: Chart[] = [];
  const drawn: Drawn[] = [];
  for (const relation of relations) {
    if (relation.type !== 'drawing' || !pack.has(relation.target)) continue;
    const drawing = readDrawing(pack.tree(relation.target));
    drawn.push(...drawing.drawn);
    const targets = pack.relations(relation.target);
    for (const { id, frame } of drawing.charts) {
      const target = targets.find((one) => one.id === id)?.target;
      const chart =
        target !== undefined && pack.has(target)
          ? readChart(target, pack.tree(target), frame, styles.theme)
          : null;
      if (chart) charts.push(chart);
      else drawn.push({ kind: 'shape', name: frame.name, alt: frame.alt, anchor: frame.anchor });
    }
  }
  return { charts, drawn };
}

const oddWords = {
  number: ['X04', 'The cell holds no finite number.'],
  text: ['X08', 'The cell points to a text that is not there.'],
  style: ['X08', 'The cell points to a style that is not there.'],
} as const;

function noteOdd(part: SheetPart, sheet: string, problems: Problem[]): void {
  for (const { row, column, what } of part.odd) {
    const [rule, message] = oddWords[what];
    problems.push({ rule, sheet, cell: address(row, column), message });
  }
  for (const { row, column } of part.cells.repeated)
    problems.push({ rule: 'X08', sheet, cell: address(row, column), message: 'The cell is there twice.' });
}

function readSheet(reading: Reading, listed: Element, number: number, relation: Relation | undefined): Sheet {
  const { pack, texts, styles, problems } = reading;
  const name = listed.attributes.name ?? '';
  const path = relation?.target ?? '';
  const { listener, part } = sheetListener(texts, styles.list.length);
  const type = relation?.type ?? 'missing';
  if (relation && type === 'worksheet') pack.stream(path, listener);
  part.cells.finish();
  noteOdd(part, name, problems);
  const relations = relation ? pack.relations(path) : [];
  const tables = relations
    .filter((one) => one.type === 'table' && pack.has(one.target))
    .flatMap((one): Table[] => {
      const table = readTable(one.target, pack.tree(one.target));
      return table ? [table] : [];
    });
  const first = part.cells.at(1, 1);
  return {
    name,
    number,
    part: path,
    type,
    state: listed.attributes.state ?? 'visible',
    kind: kindOf(name, first?.text ?? ''),
    ...part,
    links: linksOf(part, relations),
    tables,
    ...drawingOf(reading, relations),
    extras: new Set(part.extras.keys()),
    lostParts: [...part.tableIds, ...part.extras.values(), ...part.links.flatMap(({ id }) => id ?? [])]
      .filter((id) => id !== '' && !relations.some((one) => one.id === id))
      .map((id) => ({ id })),
  };
}

function properties(pack: Package): Properties {
  const read = (type: string, usual: string): Element | null => {
    const target = ofType(pack.relations(''), type)?.target ?? usual;
    return pack.has(target) ? pack.tree(target) : null;
  };
  const plain = (root: Element | null) =>
    new Map((root?.children ?? []).map((element) => [element.name, textOf(element).trim()]));
  const custom = read('custom-properties', 'docProps/custom.xml');
  return {
    core: plain(read('core-properties', 'docProps/core.xml')),
    app: plain(read('extended-properties', 'docProps/app.xml')),
    custom: new Map(
      children(custom, 'property').map((property) => [
        property.attributes.name ?? '',
        textOf(property).trim(),
      ]),
    ),
  };
}

const namesOf = (workbook: Element | null): DefinedName[] =>
  children(child(workbook, 'definedNames'), 'definedName').map((element) => ({
    name: element.attributes.name ?? '',
    formula: textOf(element).trim(),
    sheet: element.attributes.localSheetId === undefined ? null : Number(element.attributes.localSheetId),
  }));

/** Reads everything that the rules look at. */
export function readBook(pack: Package, main: string): Book {
  const workbook = pack.tree(main);
  const relations = pack.relations(main);
  const treeOf = (type: string): Element | null => {
    const target = ofType(relations, type)?.target;
    return target !== undefined && pack.has(target) ? pack.tree(target) : null;
  };
  const styles = readStyles(treeOf('styles'), readTheme(treeOf('theme')));
  const texts = emptyPool();
  const strings = ofType(relations, 'sharedStrings')?.target;
  if (strings !== undefined && pack.has(strings)) pack.stream(strings, sharedStrings(texts));
  const reading: Reading = { pack, styles, texts, problems: pack.problems };
  const sheets = children(child(workbook, 'sheets'), 'sheet').map((listed, at) =>
    readSheet(
      reading,
      listed,
      at + 1,
      relations.find((relation) => relation.id === listed.attributes.id && pack.has(relation.target)),
    ),
  );
  const view = children(child(workbook, 'bookViews'), 'workbookView')[0]?.attributes ?? {};
  const plain = styles.list[0];
  return {
    pack,
    main,
    sheets,
    styles,
    texts,
    names: namesOf(workbook),
    properties: properties(pack),
    view: { activeTab: Number(view.activeTab ?? 0), firstSheet: Number(view.firstSheet ?? 0) },
    epoch1904: isOn(child(workbook, 'workbookPr')?.attributes.date1904),
    problems: pack.problems,
    style: (cell) => {
      const style = styles.list[cell.style] ?? plain;
      if (!style) throw new Error('a workbook without any style');
      return style;
    },
  };
}
