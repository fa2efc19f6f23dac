// Owns which columns a rejects file has and how a rejected row fills them, so that the mended file is
// read again with no mapping: what a mapping had settled is written out.
import type { Field } from '#core/importers/field.ts';
import type { Importer } from '#core/importers/importer.ts';
import { mapFields } from '#core/importers/match-columns.ts';
import type { Cell } from '#core/packs/model.ts';
import type { FormColumn } from '#core/packs/template.ts';
import type { Mapping } from '#shared/schemas/import.ts';
import { formCell, formColumn } from './form-columns.ts';

/** The cells of a rejected row by the headings of the file it came from. */
export type RejectedCells = Readonly<Record<string, string>>;

export interface RejectedColumn {
  readonly form: FormColumn;
  readonly cell: (cells: RejectedCells) => Cell;
}

const longestHeading = 200;

/** What a placeholder said of a number in a column of a period, as a cell says it. */
const states: Readonly<Record<string, string>> = { '!': 'not a number', c: '[c]', x: '[x]' };

/** Numbers of several periods stand in one kept text; each period is a column again. */
function periodsOf(was: string, rows: readonly RejectedCells[]): RejectedColumn[] {
  const partsOf = (cells: RejectedCells) => (cells[was] ?? '').split(';').map((part) => part.split('|'));
  const starts = new Map<string, string>();
  for (const row of rows)
    for (const [start = '', label = ''] of partsOf(row)) if (label !== '') starts.set(label, start);
  const labels = [...starts].sort(([, a], [, b]) => a.localeCompare(b)).map(([label]) => label);
  return labels.map((label) => ({
    form: {
      heading: label,
      entry: { kind: 'number', marks: true },
      holds: `The number of ${label}.`,
      needed: 'No',
      becomes: 'Stored.',
      also: '',
    },
    cell: (cells) => {
      const [, , value = '', state = ''] = partsOf(cells).find(([, named]) => named === label) ?? [];
      return formCell('number', value === '' ? states[state] : value);
    },
  }));
}

/** The columns of the rejected rows. A heading that would not be recognised by itself gives way to the field's label. */
export function rejectedColumns(
  importer: Importer,
  rows: readonly RejectedCells[],
  mapping: Mapping,
): RejectedColumn[] {
  const headings = [...new Set(rows.flatMap((cells) => Object.keys(cells)))];
  const given = mapFields(headings, importer.fields, mapping);
  const unaided = mapFields(headings, importer.fields, {});
  const fieldOf = (heading: string): Field | undefined =>
    given.find((entry) => entry.heading === heading)?.field ??
    importer.fields.find(({ label }) => label === heading);
  return headings.flatMap((was) => {
    const field = fieldOf(was);
    if (!field) return [];
    if (field.type.kind === 'series') return periodsOf(was, rows);
    const again = unaided.some((entry) => entry.heading === was && entry.field.id === field.id);
    const plain = was.replace(/\s+/g, ' ').trim();
    const form = formColumn(field, importer, again && plain.length <= longestHeading ? plain : field.label);
    const meanings = mapping.values?.[field.id] ?? {};
    const cell = (cells: RejectedCells): Cell => {
      const text = cells[was] ?? '';
      return formCell(form.entry.kind, meanings[text.trim()] ?? text);
    };
    return [{ form, cell }];
  });
}
