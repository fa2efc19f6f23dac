// Owns reading a table part.
import { child, children, type Element, isOn } from '../package/xml.ts';
import type { Table } from './book.ts';
import { parseRange } from './references.ts';
import { decoded } from './strings.ts';

/** The table that a part describes, or null where it names no range. */
export function readTable(part: string, root: Element | null): Table | null {
  if (root?.name !== 'table') return null;
  const { attributes } = root;
  const range = parseRange(attributes.ref ?? '');
  if (!range) return null;
  const headerRows = Number(attributes.headerRowCount ?? 1);
  const totalsRows = Number(attributes.totalsRowCount ?? 0);
  const columns = children(child(root, 'tableColumns'), 'tableColumn').map((column) => ({
    id: column.attributes.id ?? '',
    name: decoded(column.attributes.name ?? '').text,
  }));
  const filter = child(root, 'autoFilter');
  const hidden = children(filter, 'filterColumn').filter(({ attributes: a }) => isOn(a.hiddenButton)).length;
  return {
    part,
    id: attributes.id ?? '',
    name: decoded(attributes.displayName ?? attributes.name ?? '').text,
    range,
    headerRows,
    totalsRows,
    totalsRowShown: attributes.totalsRowShown ?? null,
    columns,
    filter: filter ? { buttonsHidden: hidden >= columns.length } : null,
    styleName: child(root, 'tableStyleInfo')?.attributes.name ?? null,
    first: range.top + headerRows,
    last: range.bottom - totalsRows,
  };
}
