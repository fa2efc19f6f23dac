// Owns the words of the commands officer, pattern and audit.
// The rule: it formats what the core answered and computes no number.
import { formatDate } from '#shared/calendar.ts';
import type { AuditList, AuditVerdict } from '#shared/schemas/audit.ts';
import type { OfficerStatus } from '#shared/schemas/officer.ts';
import type { PatternFlag, PatternFlags, PatternState, PublishedCount } from '#shared/schemas/pattern.ts';
import type { RestrictionList } from '#shared/schemas/restriction.ts';
import { number, table } from './print.ts';

export const officerText = ({ key, keepsIdentities }: OfficerStatus): string =>
  key
    ? `The Monitoring Officer’s key is set. Names of people whom incidents are about are ${keepsIdentities ? 'kept, sealed to it, from each import' : 'not kept'}.`
    : 'No Monitoring Officer’s key is set.';

export const publishedText = ({
  shown,
  interventions,
  months,
  publishedAt,
  publishedBy,
}: PublishedCount): string =>
  `Released for packs by ${publishedBy} on ${formatDate(publishedAt.slice(0, 10))}: people with ${interventions} informal interventions in ${months} months: ${shown}.`;

export const patternText = ({ reading, rule, history, published }: PatternState): string =>
  [
    reading,
    ...[rule, ...history].flatMap((one) =>
      one === null
        ? []
        : [
            `${one.interventions} in ${one.months} months, set by ${one.setBy} on ${formatDate(one.setAt.slice(0, 10))}; minuted: ${one.minuted}`,
          ],
    ),
    published === null ? 'No count is released for packs.' : publishedText(published),
  ].join('\n');

const decisionOf = ({ decision, earlier }: PatternFlag): string => {
  if (decision !== null)
    return `${decision.decision} (${decision.decidedBy}, ${formatDate(decision.decidedAt.slice(0, 10))}): ${decision.reason}`;
  return earlier.length === 0
    ? 'no decision yet'
    : 'no decision since the latest interventions came to light';
};

export const decidedText = (flag: PatternFlag): string => `${flag.pseudonym}: ${decisionOf(flag)}.`;

const flagText = (flag: PatternFlag): string =>
  [
    `${flag.pseudonym}${flag.role === null ? '' : ` (${flag.role})`}: ${decisionOf(flag)}`,
    ...flag.interventions.map(
      ({ cases, date, dateOf, outcome, givenBy }) =>
        `  ${formatDate(date)} (${dateOf}) ${cases.join(', ')}: ${outcome}${givenBy === null ? '' : `, by ${givenBy}`}`,
    ),
  ].join('\n');

export const flagsText = ({ reading, flags }: PatternFlags): string =>
  [reading, ...flags.map(flagText)].join('\n\n');

export const restrictionsText = ({ reading, restrictions }: RestrictionList): string =>
  [
    reading,
    ...restrictions.map(({ id, pseudonym, scope, from, until, review, power, state, concerns, ended }) =>
      [
        `${id}  ${pseudonym}: ${state}; no contact with ${scope} from ${formatDate(from)} ${until === null ? 'without an end' : `to ${formatDate(until)}`}${review === null ? '' : `, reviewed on ${formatDate(review)}`}`,
        ...(power === null ? [] : [`  power: ${power}`]),
        ...(ended === null ? [] : [`  ended on ${formatDate(ended.on)}: ${ended.reason}`]),
        ...concerns.map((concern) => `  ! ${concern}`),
      ].join('\n'),
    ),
  ].join('\n');

const detailText = (detail: AuditList['entries'][number]['detail']): string =>
  Object.entries(detail)
    .map(([key, value]) => `${key} ${value}`)
    .join(', ');

export function auditText({ entries, total, page, pages }: AuditList): string {
  if (total === 0) return 'The audit log is empty.';
  const rows = entries.map(({ seq, at, by, action, detail }) => [
    number(seq),
    at,
    by,
    action,
    detailText(detail),
  ]);
  const list = table(
    [
      { title: 'No', right: true },
      { title: 'When' },
      { title: 'Who' },
      { title: 'What' },
      { title: 'Detail' },
    ],
    rows,
  );
  return pages > 1 ? `${list}\nPage ${page} of ${pages}.` : list;
}

export const verdictText = ({ reading, problems }: AuditVerdict): string =>
  [reading, ...problems.map(({ line, reading: words }) => `  line ${line}: ${words}`)].join('\n');
