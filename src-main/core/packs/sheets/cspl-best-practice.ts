// Owns the sheet CSPL_best_practice: the fifteen best practices of the Committee on Standards in Public Life.
// The rule: whether one is met is a person's answer; Candour gives none.
import type { PackSheet } from './sheet.ts';
import { day, notKnown, tableSheet, text } from './table-sheet.ts';

/** In short and in our words, after the Committee's report on ethical standards in local government, 2019. */
const practices = [
  'The code bars bullying and harassment, and says what they are',
  'The code asks members to co-operate with investigations, and bars trivial and malicious complaints',
  'The code is reviewed every year, with the views of the public and of partners',
  'The code is easy to find on the website and in council buildings',
  'The register of gifts and hospitality is brought up to date at least quarterly and can be downloaded',
  'A clear test of public interest is published, and complaints are filtered by it',
  'There are at least two Independent Persons',
  'The Independent Person is asked whether to investigate formally, and about what is dismissed',
  'A decision after a formal investigation is published soon, with its reasons',
  'The website says plainly how to complain, how it is handled and how long it takes',
  'Complaints about a parish councillor towards a clerk are made by the chair or the whole council',
  'The Monitoring Officer’s role covers parish councils, with the means for it',
  'There is a way to handle conflicts of interest of those who investigate, with another officer where needed',
  'Bodies that the council set up or owns are told of in the Annual Governance Statement and open to view',
  'Senior officers meet the leaders of groups regularly to talk about standards',
] as const;

export const csplBestPractice: PackSheet = {
  id: 'CSPL_best_practice',
  title: 'Best practice in standards',
  definition:
    'The fifteen best practices of the Committee on Standards in Public Life, with room for answers.',
  build: async ({ span }) =>
    tableSheet({
      name: 'CSPL_best_practice',
      title: `Best practice in standards, ${span.period.title}`,
      lines: [
        'The fifteen best practices that the Committee on Standards in Public Life set out for local authorities in 2019, in short words. The answers are met, partly met or not met.',
      ],
      columns: [
        { header: 'No.', type: 'number', format: '0' },
        text('Practice', 60),
        text('Status'),
        text('Evidence', 20),
        text('Owner (role)'),
        day('Due'),
      ],
      rows: practices.map((practice, index) => [index + 1, practice, notKnown, notKnown, notKnown, notKnown]),
      missing:
        'Nobody has recorded in this workspace whether a practice is met, so the answers are not available. The Monitoring Officer’s review of best practice would supply them.',
      frame: true,
    }),
};
