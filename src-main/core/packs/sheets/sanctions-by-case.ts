// Owns the sheet Sanctions_by_case of exempt packs: closed cases with a sanction or support, each in a row.
import { caseSheet } from './case-rows.ts';
import type { ExemptSheet } from './sheet.ts';
import { day, dayCell, text, textCell } from './table-sheet.ts';

const joined = (values: string | null): string => values?.replaceAll(';', '; ') ?? 'None told';

export const sanctionsByCase: ExemptSheet = {
  id: 'Sanctions_by_case',
  title: 'Sanctions and support by case',
  definition: 'Single closed cases with a sanction or support.',
  exempt: true,
  build: (context) =>
    caseSheet(context, {
      name: 'Sanctions_by_case',
      title: 'Sanctions and support, case by case',
      description:
        'Closed cases of the period for which the log tells a sanction or support. Section VIII of the Protocol counts support beside sanctions.',
      left: 'Left out, because the log that is imported does not hold it: whether a sanction was complied with and when, and what was learned. Whether there was a new complaint within 12 months is for the Monitoring Officer’s rule on patterns, which names nobody to a committee.',
      columns: [
        text('Ref', 18),
        text('Tier'),
        text('Finding', 20),
        text('Sanction', 26),
        text('Support', 26),
        day('Closed'),
        text('Decided by (roles)', 26),
      ],
      picks: ({ status, sanction, support }) => status !== 'open' && (sanction !== null || support !== null),
      row: (one) => [
        one.name,
        textCell(one.tier),
        textCell(one.outcome),
        joined(one.sanction),
        joined(one.support),
        dayCell(one.closed),
        textCell(one.decisionMakers?.replaceAll(';', '; ')),
      ],
      none: `The incident log tells no sanction and no support of the closed cases of ${context.span.period.title}.`,
    }),
};
