// Owns the sheets that committees expect and Candour has no import for: their columns, and who could fill them.
// The rule: nothing is guessed; the sheet stands and says what is missing.

import type { ColumnModel } from '../model.ts';
import { notImported } from './lines.ts';
import type { PackContext, PackSheet } from './sheet.ts';
import { count, day, tableSheet, text } from './table-sheet.ts';

interface Lacking {
  readonly id: string;
  readonly title: string;
  readonly definition: string;
  readonly columns: readonly ColumnModel[];
  readonly lacks: string;
  readonly supply: string;
  readonly line: string;
}

const lacking = ({ id, title, definition, columns, lacks, supply, line }: Lacking): PackSheet => ({
  id,
  title,
  definition,
  build: async ({ span }: PackContext) =>
    tableSheet({
      name: id,
      title: `${title}, ${span.period.title}`,
      lines: [line],
      columns,
      rows: [],
      missing: notImported(lacks, supply),
    }),
});

export const giftsAndHospitality = lacking({
  id: 'Gifts_and_hospitality',
  title: 'Gifts and hospitality',
  definition: 'The columns of the register of gifts and hospitality, which is not imported.',
  columns: [
    text('Member'),
    text('Offered by'),
    text('Description', 24),
    text('Circumstances', 24),
    { header: 'Value (pounds)', type: 'number', format: '#,##0.00' },
    day('Date offered'),
    day('Date registered'),
    count('Days to register'),
    text('Accepted or declined'),
    text('Action'),
  ],
  lacks: 'register of gifts and hospitality',
  supply:
    'The register that the Monitoring Officer keeps would supply it, with nil returns and entries made after 28 days.',
  line: 'Members register gifts and hospitality with the Monitoring Officer, as a rule within 28 days. The register is public and names members.',
});

export const reformReadiness = lacking({
  id: 'Reform_readiness',
  title: 'Readiness for reform of the standards regime',
  definition: 'The columns of what a reformed regime would ask for, which is not imported.',
  columns: [text('Measure', 30), count('Number'), count('Days'), text('Notes', 30)],
  lacks: 'record of suspensions, interim suspensions, reviews, appeals and the support offered to both sides',
  supply:
    'The Monitoring Officer’s records under the Arrangements would supply it once the law gives these powers.',
  line: 'The government answered its consultation on the standards regime in November 2025. What is asked of councils is counted here once it is law and recorded.',
});

export const directorStatements = lacking({
  id: 'Director_statements',
  title: 'Statements of directors',
  definition: 'The columns of the directors’ assurance statements, which are not imported.',
  columns: [
    text('Directorate', 24),
    text('Returned'),
    text('Areas covered', 24),
    text('Exceptions', 24),
    text('Follow-up', 24),
    text('Signed (role)', 20),
  ],
  lacks: 'assurance statements of directors',
  supply: 'Each director’s signed statement for the year would supply it.',
  line: 'Directors say for their directorates how far the arrangements of governance worked in the year, with exceptions.',
});

export const internalAudit = lacking({
  id: 'Internal_audit',
  title: 'Internal audit',
  definition: 'The columns of internal audit’s opinions, which are not imported.',
  columns: [
    text('Audit', 28),
    day('Date'),
    text('Opinion'),
    count('High'),
    count('Medium'),
    count('Low'),
    count('Implemented'),
    count('Overdue'),
  ],
  lacks: 'reports of internal audit',
  supply:
    'The head of internal audit’s annual report would supply it: opinions and recommendations by weight.',
  line: 'An audit of how the mechanisms of section VII work would be the third line of assurance on the sheet Assurance_map.',
});

export const whistleblowing = lacking({
  id: 'Whistleblowing',
  title: 'Whistleblowing',
  definition: 'The columns of the whistleblowing return, which is not imported.',
  columns: [
    text('Year'),
    count('Concerns'),
    text('Type', 20),
    text('Route', 20),
    count('Anonymous'),
    count('Assessed'),
    count('Investigated'),
    count('Upheld'),
    count('Open'),
    text('Learning', 28),
  ],
  lacks: 'register of concerns raised under the whistleblowing policy',
  supply:
    'The register that the policy asks for would supply it. Cases of the incident log that took this route are counted with the others, and are too few to be told apart.',
  line: 'What the incident log and the surveys tell of speaking up stands on the sheet Culture_indicators.',
});

export const transparencyLines = lacking({
  id: 'Transparency_lines',
  title: 'Transparency lines',
  definition:
    'The columns of what the council publishes each year about its workforce, which is not imported.',
  columns: [
    text('Item', 30),
    text('Frequency'),
    text('Latest', 24),
    day('Published on'),
    text('Where it is published', 30),
  ],
  lacks: 'organisation chart, senior salaries, pay multiple or trade union facility time',
  supply:
    'What the council publishes each year under the Local Government Transparency Code 2015 would supply it.',
  line: 'The Transparency Code asks councils to publish these once a year. None of its lists that concern the workforce tells anything of conduct.',
});

export const standardsAsks = lacking({
  id: 'Standards_asks',
  title: 'What the Standards Committee asked',
  definition: 'The columns of what the committee asked of the portfolio holder, which is not imported.',
  columns: [text('Asked', 40), day('Meeting'), text('Answer', 40), text('State')],
  lacks: 'record of what the Standards Committee asked of the portfolio holder',
  supply:
    'The minutes of the committee would supply it. Actions that were agreed stand on the sheet Actions.',
  line: 'The Standards Committee holds the portfolio holder to account for the Protocol and supports the task (section II).',
});
