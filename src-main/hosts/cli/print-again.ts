// Owns the words of the command line for importing again: differences, plans, saved mappings, found rows.
// The rule: it formats what the core answered and computes no number.
import type { Output } from '#shared/contract.ts';
import type { Comparison, FoundRow, PlannedFile, UndoneImport } from '#shared/schemas/again.ts';
import type { Mapping, SavedMapping } from '#shared/schemas/import.ts';
import { driftText, lines, number, table } from './print.ts';

const shownChanges = 20;

export function comparisonText({
  importId,
  added,
  removed,
  changed,
  unchanged,
  changes,
}: Comparison): string {
  const counts = `Beside import ${importId}: ${number(added)} rows added, ${number(removed)} gone, ${number(changed)} changed, ${number(unchanged)} the same`;
  if (changes.length === 0) return counts;
  const shown = changes.slice(0, shownChanges);
  const rows = shown.map(({ key, column, was, now }) => [key, column, was ?? '', now ?? '']);
  const left = changes.length - shown.length;
  const more = left > 0 ? `\nand ${number(left)} more cells (--json lists them)` : '';
  return `${counts}\n${table([{ title: 'Row' }, { title: 'Column' }, { title: 'Was' }, { title: 'Now' }], rows)}${more}`;
}

/** Where a mapping finds its table, as far as a person said so. */
const readingText = ({ reading = {} }: Mapping): string =>
  [
    ...(reading.sheet === undefined ? [] : [`sheet ${reading.sheet}`]),
    ...(reading.headerRows === undefined
      ? []
      : [`headings in ${reading.headerRows} row${reading.headerRows === 1 ? '' : 's'}`]),
  ].join(', ');

/** What an import that is undone had replaced is not there any more, and must be imported again to be. */
export const goneText = ({ importId, file, rows, replaced }: Output<'import.undo'>): string =>
  lines(
    `Import ${importId} of ${file} undone: ${number(rows)} rows removed.`,
    replaced &&
      `It had replaced import ${replaced.importId} (${replaced.file}, ${number(replaced.rows)} rows), which does not come back: import ${replaced.file} again to have its rows.`,
  );

export const mappingsText = (mappings: readonly SavedMapping[]): string =>
  mappings.length === 0
    ? 'No mapping has been saved. candour import --save-mapping NAME saves one.'
    : table(
        [
          { title: 'Name' },
          { title: 'Kind' },
          { title: 'Headings', right: true },
          { title: 'Survey' },
          { title: 'Read from' },
          { title: 'Saved' },
          { title: 'By' },
        ],
        mappings.map(({ name, kind, headings, mapping, instrument, savedAt, savedBy }) => [
          name,
          kind,
          number(headings.length),
          instrument ?? '',
          readingText(mapping),
          savedAt,
          savedBy,
        ]),
      );

export const undoneText = (records: readonly UndoneImport[]): string =>
  records.length === 0
    ? 'No import has been undone.'
    : table(
        [
          { title: 'Import' },
          { title: 'Kind' },
          { title: 'File' },
          { title: 'Accepted', right: true },
          { title: 'Imported' },
          { title: 'Undone' },
          { title: 'By' },
          { title: 'Replaced by' },
        ],
        records.map((record) => [
          record.importId,
          record.kind,
          record.file,
          number(record.accepted),
          record.importedAt,
          record.undoneAt,
          record.undoneBy,
          record.replacedBy ?? '',
        ]),
      );

export function foundRowText({ importId, file, row, cells, outcome, stored, problems }: FoundRow): string {
  const outcomes = {
    accepted: 'was accepted',
    rejected: 'was rejected',
    'not-a-record': 'is a heading, a title or a blank record, so nothing was stored of it',
  };
  const offered = table(
    [{ title: 'In your file' }, { title: 'Value' }],
    cells.map(({ header, value }) => [header, value]),
  );
  const kept = table(
    [{ title: 'Stored' }, { title: 'Value' }],
    stored.map(({ column, value }) => [column, value]),
  );
  return [
    `Row ${number(row)} of ${file} ${outcomes[outcome]} (import ${importId})`,
    offered,
    ...(stored.length > 0 ? [kept] : []),
    ...problems.map(({ column, value, reason }) => `  ${column}: “${value}”: ${reason}`),
  ].join('\n');
}

export const planText = (plan: readonly PlannedFile[]): string =>
  plan.length === 0
    ? 'There is no file to import there.'
    : table(
        [
          { title: 'File' },
          { title: 'Kind' },
          { title: 'Mapping' },
          { title: 'Rows', right: true },
          { title: 'What' },
        ],
        plan.map(({ name, kind, savedMapping, drift, accepted, why }) => [
          name,
          kind ?? '',
          savedMapping ?? '',
          number(accepted),
          why ?? (savedMapping === null ? 'ready' : `ready, ${driftText(drift)}`),
        ]),
      );
