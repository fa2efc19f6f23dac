// Owns the editions: which sheets a pack for one reader holds, in their order.

export interface Edition {
  readonly id: string;
  readonly title: string;
  readonly definition: string;
  /** Who receives it. */
  readonly committee: string;
  readonly sheets: readonly string[];
}

export const editions: readonly Edition[] = [
  {
    id: 'standards',
    title: 'Standards Committee pack',
    definition:
      'Cases, what they allege, how they ended and how long they took, the culture surveys and the long trends, for the committee that oversees conduct.',
    committee: 'Standards Committee',
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
