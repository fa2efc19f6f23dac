// Owns the sheet Assurance_map: for each mechanism of section VII who assures what, how complete and how recent.
// The rule: completeness is that of the data that arrived; whether the mechanism works is the committee's to say.
import type { SourceHealth } from '#shared/schemas/health.ts';
import type { MechanismEntry } from '#shared/schemas/mechanism.ts';
import { mechanismOf } from '#shared/vocabulary/mechanisms.ts';
import type { DraftCell } from './draft.ts';
import { gapOf, placeOf } from './mechanism-gaps.ts';
import type { PackSheet } from './sheet.ts';
import { day, dayCell, notKnown, percent, tableSheet, text } from './table-sheet.ts';

const levels = { sound: 'sound', caution: 'with caution', weak: 'weak' } as const;

/** "Staff survey: sound; Councillor survey: with caution". */
const firstLine = (own: readonly SourceHealth[]): string =>
  own.length === 0
    ? 'No data imported'
    : own.map(({ title, instrument, level }) => `${instrument ?? title}: ${levels[level]}`).join('; ');

/** Rows used of the rows that arrived, in all of a mechanism's sources. */
function completeness(own: readonly SourceHealth[]): DraftCell {
  const read = own.reduce((sum, source) => sum + source.read, 0);
  const rejected = own.reduce((sum, source) => sum + source.rejected, 0);
  return read === 0 ? notKnown : (100 * (read - rejected)) / read;
}

function rowOf(entry: MechanismEntry, sources: readonly SourceHealth[]): DraftCell[] {
  const own = sources.filter(({ kind, instrument }) => mechanismOf(kind, instrument) === entry.mechanism);
  const owner = entry.owner ?? 'no owner named';
  const weak = own.flatMap(({ title, instrument, level, reasons: [reason] }) =>
    level === 'sound' || reason === undefined ? [] : [`${instrument ?? title}: ${reason}`],
  );
  return [
    entry.title,
    firstLine(own),
    `Register: ${placeOf(entry).toLowerCase()}, ${owner}`,
    'None: internal audit is not imported',
    dayCell(entry.lastEvidence),
    notKnown,
    completeness(own),
    [`${gapOf(entry)}.`, ...weak].join(' '),
  ];
}

export const assuranceMap: PackSheet = {
  id: 'Assurance_map',
  title: 'Assurance map',
  definition:
    'For each mechanism of section VII the three lines of assurance, the latest evidence, completeness and gaps.',
  build: async ({ records, span }) => {
    const { mechanisms } = await records.mechanisms();
    const { sources } = await records.health();
    return tableSheet({
      name: 'Assurance_map',
      title: `Assurance map of the mechanisms of section VII, ${span.period.title}`,
      lines: [
        'The first line is what arrives from those who do the work, and how much weight it bears; the second is what the register of mechanisms says, with the role that owns each; the third is independent. Completeness is rows used of rows received: sound, with caution and weak are the words of data health.',
        'Rating is not available: nobody has recorded one here, and Candour works none out.',
        'Source: the register of mechanisms and the health of the imports, as at the date on the cover.',
      ],
      columns: [
        text('Risk or process', 24),
        text('First line evidence', 34),
        text('Second line', 28),
        text('Third line', 20),
        day('Latest date'),
        text('Rating'),
        percent('Completeness of the data received (per cent)'),
        text('Gap or duplication', 46),
      ],
      rows: mechanisms.map((entry) => rowOf(entry, sources)),
      missing:
        'Nothing is said of any mechanism of section VII in this workspace: the register of mechanisms would fill this sheet.',
    });
  },
};
