// Owns the editions: which sheets a pack for one reader holds, in their order, and what it may ask for.
import { AppError } from '#shared/errors.ts';
import type { Circulation } from '#shared/schemas/pack.ts';
import type { PackRecords } from './sheets/records.ts';

export interface Edition {
  readonly id: string;
  readonly title: string;
  readonly definition: string;
  /** Who receives it. */
  readonly committee: string;
  /** Which of the twins there are; the first is the one that is built when none is named. */
  readonly circulations: readonly ('public' | 'exempt')[];
  /** In their order. Sheets that are exempt by themselves stand in the exempt twin only. */
  readonly sheets: readonly string[];
  /** The dimensions that figures may be divided or filtered by; without it every one. */
  readonly dimensions?: readonly string[];
  /** The records that its sheets may ask for; without it all that a pack of its circulation may. */
  readonly records?: readonly (keyof PackRecords)[];
}

export const editions: readonly Edition[] = [
  {
    id: 'standards',
    title: 'Standards Committee pack',
    definition:
      'Cases, what they allege, how they ended and how long they took, the culture surveys and the long trends, for the committee that oversees conduct.',
    committee: 'Standards Committee',
    circulations: ['public', 'exempt'],
    sheets: [
      'Cover',
      'Contents',
      'Summary',
      'Complaints_by_period',
      'By_complainant',
      'By_allegation',
      'By_outcome',
      'Timeliness',
      'Time_to_close',
      'Sanctions_and_learning',
      'Positive_examples',
      'Positive_returns',
      'Lessons',
      'Behaviours_balance',
      'Culture_survey',
      'Culture_mirror',
      'Culture_trend',
      'Speak_up',
      'Pattern_rule',
      'Interests_and_training',
      'Gifts_and_hospitality',
      'CSPL_best_practice',
      'Trends_SPC',
      'Trend_incidents',
      'Trend_absence',
      'Trend_turnover',
      'Adoption',
      'Reform_readiness',
      'Case_log',
      'Investigations',
      'Sanctions_by_case',
      'Disclosure_log',
      'Pinned',
      'Notes',
      'Method_and_quality',
    ],
  },
  {
    id: 'people',
    title: 'People Services pack',
    definition:
      'Workforce, sickness, turnover, incidents, surveys by directorate, the signals side by side and how far appraisals reflect the Protocol, for the director who answers for them.',
    committee: 'Director of People Services',
    circulations: ['public', 'exempt'],
    sheets: [
      'Cover',
      'Contents',
      'Summary',
      'Headlines',
      'Workforce',
      'Sickness',
      'Sickness_reasons',
      'Trend_absence',
      'Turnover',
      'Leaving_reasons',
      'Trend_turnover',
      'Incidents',
      'Casework',
      'Survey_by_directorate',
      'Survey_themes',
      'Signals',
      'Appraisal_alignment',
      'Actions',
      'Transparency_lines',
      'Disclosure_log',
      'Pinned',
      'Notes',
      'Method_and_quality',
    ],
  },
  {
    id: 'portfolio-holder',
    title: 'Portfolio holder brief',
    definition:
      'Whether the Protocol is used and implemented, whom learning has reached, which mechanisms are in place and what actions are owned: few figures, all of the whole council.',
    committee: 'Portfolio holder for the Member Officer Protocol',
    circulations: ['public'],
    sheets: [
      'Cover',
      'Contents',
      'Summary',
      'Protocol_in_use',
      'Learning_reach',
      'Mechanisms',
      'Actions',
      'Standards_asks',
      'Notes',
      'Method_and_quality',
    ],
    dimensions: ['behaviour', 'instrument', 'kind', 'measure', 'side', 'stage', 'theme', 'theme-instrument'],
    records: ['actions', 'mechanisms'],
  },
  {
    id: 'whips',
    title: 'Whips and independents brief',
    definition:
      'General issues only, in words and in figures of the whole council, for the liaison of the Chair of the Standards Committee with the Whips and with councillors of no group.',
    committee: 'Whips of political groups and councillors of no group',
    circulations: ['public'],
    sheets: [
      'Cover',
      'Contents',
      'Summary',
      'General_issues',
      'Whole_council',
      'Culture_trend',
      'How_issues_are_handled',
      'Notes',
      'Method_and_quality',
    ],
    dimensions: [
      'behaviour',
      'behaviour-polarity',
      'instrument',
      'polarity',
      'question',
      'question-instrument',
      'theme',
      'theme-instrument',
    ],
    records: ['commonIssues', 'mechanisms'],
  },
  {
    id: 'audit',
    title: 'Audit Committee pack for the Annual Governance Statement',
    definition:
      'What the Protocol supplies to the principles of good governance, who assures it, the indicators of culture, actions, and the year’s judgement, for the committee that oversees the Annual Governance Statement.',
    committee: 'Audit Committee',
    circulations: ['public', 'exempt'],
    sheets: [
      'Cover',
      'Contents',
      'Summary',
      'Principles_A_to_G',
      'Assurance_map',
      'Culture_indicators',
      'Standards_summary',
      'Action_plan',
      'Prior_year_actions',
      'Director_statements',
      'Internal_audit',
      'Whistleblowing',
      'AGS_judgement',
      'Conclusion',
      'Pinned',
      'Data_lineage',
      'Disclosure_log',
      'Notes',
      'Method_and_quality',
    ],
  },
];

/** @throws AppError edition-unknown */
export function findEdition(id: string): Edition {
  const found = editions.find((edition) => edition.id === id);
  if (found) return found;
  throw new AppError('edition-unknown', {
    edition: id,
    editions: editions.map((edition) => edition.id).join(', '),
  });
}

/** Which twin is asked for. @throws AppError circulation-unknown */
export function circulationOf({ id, circulations }: Edition, wanted: Circulation | undefined): Circulation {
  const found = wanted === undefined ? circulations[0] : circulations.find((one) => one === wanted);
  if (found) return found;
  throw new AppError('circulation-unknown', { edition: id, circulations: circulations.join(', ') });
}
