// Owns the editions: which sheets a pack for one reader holds, in their order, and what it may ask for.

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
      'By_allegation',
      'By_outcome',
      'Timeliness',
      'Culture_survey',
      'Culture_trend',
      'Trends_SPC',
      'Trend_incidents',
      'Trend_absence',
      'Trend_turnover',
      'Notes',
      'Method_and_quality',
    ],
  },
];
