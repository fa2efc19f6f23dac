// Owns the sheet Investigations of exempt packs: the cases of the period that reached an investigation or beyond.
import { caseSheet } from './case-rows.ts';
import type { ExemptSheet } from './sheet.ts';
import { capital, day, dayCell, notApplicable, text, textCell } from './table-sheet.ts';

const formal = new Set(['Investigation', 'Hearing', 'Formal']);

export const investigations: ExemptSheet = {
  id: 'Investigations',
  title: 'Investigations',
  definition: 'Single cases that reached an investigation, a hearing or formal action.',
  exempt: true,
  build: (context) =>
    caseSheet(context, {
      name: 'Investigations',
      title: 'Cases that reached an investigation or formal action',
      description:
        'Cases of the period whose stage or outcome in the log is an investigation, a hearing or formal action. Received and closed are the dates of the case, not of the investigation.',
      left: 'Left out, because the log that is imported does not hold it: the type of investigator, the dates, hours and cost of the investigation, and when the Independent Person was consulted. The investigator’s file would supply them.',
      columns: [
        text('Ref', 18),
        text('Tier'),
        day('Received'),
        day('Closed'),
        text('Stage reached', 20),
        text('Finding', 20),
        text('Decided by (roles)', 26),
        text('Route of law or procedure', 26),
        text('Status'),
      ],
      picks: ({ stage, outcome }) => formal.has(stage ?? '') || formal.has(outcome ?? ''),
      row: (one) => [
        one.name,
        textCell(one.tier),
        dayCell(one.received),
        one.status === 'open' ? notApplicable : dayCell(one.closed),
        textCell(one.stage),
        textCell(one.outcome),
        textCell(one.decisionMakers?.replaceAll(';', '; ')),
        one.formalRoute ?? 'None told',
        capital(one.status),
      ],
      none: `No case of ${context.span.period.title} in the incident log reached an investigation, a hearing or formal action.`,
    }),
};
