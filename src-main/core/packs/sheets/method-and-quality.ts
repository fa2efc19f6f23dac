// Owns the sheet Method_and_quality: each file that was read, what came of its rows, and what is known of its gaps.
import type { ImportRecord } from '#shared/schemas/import.ts';
import type { MechanismList } from '#shared/schemas/mechanism.ts';
import type { DraftCell } from './draft.ts';
import { coversOf, datasetOf } from './import-words.ts';
import type { PackSheet } from './sheet.ts';

/** Files are told apart by their names here, not by the ids of their imports. */
export const withoutIds = (text: string): string =>
  text.replace(/\bimport (?=i[0-9a-f]{6,} \()/g, '').replace(/\bi[0-9a-f]{6,} \(([^)]+)\)/g, '$1');

function gaps({ problemCount, notes }: ImportRecord): string {
  const problems =
    problemCount > 0 ? [`Problems found in cells: ${problemCount.toLocaleString('en-GB')}.`] : [];
  const found = [...problems, ...notes.map(({ text }) => withoutIds(text))];
  return found.length > 0 ? found.join(' ') : 'None known';
}

const rowOf = (record: ImportRecord, owners: ReadonlyMap<string, string>): DraftCell[] => [
  datasetOf(record),
  record.instrument ?? { symbol: 'z' },
  record.file,
  record.read,
  record.accepted,
  record.rejected,
  coversOf(record),
  { date: record.importedAt.slice(0, 10) },
  record.sha256,
  owners.get(record.kind) ?? { symbol: 'x' },
  gaps(record),
];

/** The role that owns what a kind of data is evidence for, as the register of mechanisms says. */
function ownersOf({ mechanisms }: MechanismList): ReadonlyMap<string, string> {
  const owned = mechanisms.flatMap(({ kinds, owner }) =>
    owner === null ? [] : kinds.map((kind) => [kind, owner] as const),
  );
  const owners = new Map<string, string>();
  for (const [kind, owner] of owned) {
    const known = owners.get(kind);
    owners.set(kind, known === undefined || known === owner ? owner : `${known}; ${owner}`);
  }
  return owners;
}

export const methodAndQuality: PackSheet = {
  id: 'Method_and_quality',
  title: 'Method and quality',
  definition:
    'One row for each import: rows read, used and rejected, when, the hash of the file, known gaps.',
  build: async ({ imports, records }) => {
    const owners = ownersOf(await records.mechanisms());
    return {
      name: 'Method_and_quality',
      kind: 'method',
      title: 'Method and quality: the files behind the figures',
      lines: [
        'One row for each file that was read. Rows used and rows rejected add up to rows read, always. The SHA-256 is a fingerprint of the file: the same file gives the same one.',
        'Names, e-mail addresses and employee numbers were turned into pseudonyms before anything was stored. The owner is the role that the register of mechanisms names. Left out, because nobody has recorded it: when the source system made the extract, and a control total to expect.',
      ],
      table: {
        name: 'method_and_quality',
        columns: [
          { header: 'Dataset', type: 'text' },
          { header: 'Survey', type: 'text' },
          { header: 'Source file', type: 'text' },
          { header: 'Rows read', type: 'number', format: '#,##0' },
          { header: 'Rows used', type: 'number', format: '#,##0' },
          { header: 'Rows rejected', type: 'number', format: '#,##0' },
          { header: 'Period covered', type: 'text' },
          { header: 'Imported', type: 'date' },
          { header: 'SHA-256', type: 'text', width: 24 },
          { header: 'Owner (role)', type: 'text' },
          { header: 'Known gaps', type: 'text', width: 45 },
        ],
        rows: imports.map((record) => rowOf(record, owners)),
      },
      charts: [],
      ...(imports.length === 0 ? { missing: 'No file has been imported into this workspace yet.' } : {}),
    };
  },
};
