// Owns the words of the commands health, mechanisms, crosswalk and breaks.
// The rule: it formats what the core answered and computes no number.
import { formatDate } from '#shared/calendar.ts';
import type { CrosswalkList } from '#shared/schemas/crosswalk.ts';
import type { Health, SourceHealth } from '#shared/schemas/health.ts';
import type { MechanismList } from '#shared/schemas/mechanism.ts';
import type { SeriesBreakList } from '#shared/schemas/series-break.ts';
import { number, table } from './print.ts';

const day = (date: string | null): string => (date === null ? '' : formatDate(date));

function sourceText(source: SourceHealth): string {
  const { title, instrument, level, imports, rows, from, to } = source;
  const lines = [
    `${instrument ?? title}${instrument === null ? '' : ` (${title})`}: ${level}`,
    `  ${number(imports)} ${imports === 1 ? 'import' : 'imports'}, ${number(rows)} rows, ${day(from)} to ${day(to)}, last imported ${day(source.lastImport)}`,
    `  left out ${source.rejectedShown}; the same twice: ${source.duplicates.within} inside an import, ${source.duplicates.between} between imports`,
    ...(source.nextDue === null ? [] : [`  next due ${day(source.nextDue)}`]),
    ...source.response.map((wave) => `  response on ${wave.period}: ${wave.shown}`),
    ...source.reasons.map((reason) => `  ${reason}`),
  ];
  return lines.join('\n');
}

export const healthText = ({ reading, sources }: Health): string =>
  [reading, ...sources.map(sourceText)].join('\n\n');

const placeWords = { yes: 'yes', partly: 'partly', 'not-yet': 'not yet' } as const;

export const mechanismsText = ({ reading, mechanisms }: MechanismList): string =>
  `${reading}\n\n${table(
    [
      { title: 'Mechanism' },
      { title: 'In place' },
      { title: 'Owner' },
      { title: 'Last evidence' },
      { title: 'Next due' },
      { title: 'What stands' },
    ],
    mechanisms.map((one) => [
      one.mechanism,
      placeWords[one.inPlace],
      one.owner ?? '',
      day(one.lastEvidence),
      day(one.nextDue),
      one.reading,
    ]),
  )}`;

export const crosswalkText = ({ entries, suggestions }: CrosswalkList): string =>
  [
    entries.length === 0
      ? 'No directorate is said to have become another.'
      : table(
          [{ title: 'Old' }, { title: 'New' }, { title: 'From' }, { title: 'Set by' }],
          entries.map((entry) => [entry.old, entry.new, day(entry.effective), entry.setBy]),
        ),
    ...suggestions.map(
      (one) => `Suggested: ${one.old} is ${one.new} from ${day(one.effective)} (${one.event})`,
    ),
  ].join('\n');

export const breaksText = ({ breaks, proposals }: SeriesBreakList): string =>
  [
    breaks.length === 0
      ? 'No series break is set.'
      : table(
          [{ title: 'Break' }, { title: 'Date' }, { title: 'Title' }, { title: 'Of' }, { title: 'Set by' }],
          breaks.map((one) => [
            one.id,
            day(one.date),
            one.title,
            [...one.kinds, ...one.metrics].join(', '),
            one.setBy,
          ]),
        ),
    ...proposals.map((one) => `Proposed: a break on ${day(one.date)} (${one.title})`),
  ].join('\n');
