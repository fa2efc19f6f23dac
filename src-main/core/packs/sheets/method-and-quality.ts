// Owns the sheet Method_and_quality: each file that was read, what came of its rows, and what is known of its gaps.
import { formatDate } from '#shared/calendar.ts';
import type { ImportRecord } from '#shared/schemas/import.ts';
import type { Cell } from '../model.ts';
import type { PackSheet } from './sheet.ts';

const spaced = (id: string): string => id.charAt(0).toUpperCase() + id.slice(1).replaceAll('-', ' ');

function gaps({ problemCount, notes }: ImportRecord): string {
  const problems =
    problemCount > 0 ? [`Problems found in cells: ${problemCount.toLocaleString('en-GB')}.`] : [];
  const found = [...problems, ...notes.map(({ text }) => text)];
  return found.length > 0 ? found.join(' ') : 'None known';
}

const rowOf = (record: ImportRecord): Cell[] => [
  spaced(record.kind),
  record.instrument ?? { symbol: 'z' },
  record.file,
  record.read,
  record.accepted,
  record.rejected,
  record.wave === null ? { symbol: 'x' } : `Wave of ${formatDate(record.wave)}`,
  { date: record.importedAt.slice(0, 10) },
  record.sha256,
  gaps(record),
];

export const methodAndQuality: PackSheet = {
  id: 'Method_and_quality',
  title: 'Method and quality',
  definition:
    'One row for each import: rows read, used and rejected, when, the hash of the file, known gaps.',
  build: async ({ imports }) => ({
    name: 'Method_and_quality',
    kind: 'method',
    title: 'Method and quality: the files behind the figures',
    lines: [
      'One row for each file that was read. Rows used and rows rejected add up to rows read, always. The SHA-256 is a fingerprint of the file: the same file gives the same one.',
      'Names, e-mail addresses and employee numbers were turned into pseudonyms before anything was stored. When the source system made the extract, who owns it and control totals to expect are not recorded yet.',
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
        { header: 'SHA-256', type: 'text', width: 40 },
        { header: 'Known gaps', type: 'text', width: 45 },
      ],
      rows: imports.map(rowOf),
    },
    charts: [],
    ...(imports.length === 0 ? { missing: 'No file has been imported into this workspace yet.' } : {}),
  }),
};
