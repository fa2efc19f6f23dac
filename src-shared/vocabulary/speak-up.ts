// Owns what is read side by side of whether people can speak up: which survey questions tell it, and what
// would supply a reading that is not there. The rule: the readings are never added to one another.

export type SpeakUpId = 'volume' | 'channels' | 'safe-to-raise' | 'detriment' | 'told-outcome';

export interface SpeakUpReading {
  readonly id: SpeakUpId;
  readonly title: string;
  /** What it tells, and what it does not. */
  readonly about: string;
  /** What would supply it. */
  readonly supply: string;
  /** The wordings of survey questions that ask for it; the first reading that knows a wording has it. */
  readonly words?: RegExp;
}

export const speakUpReadings: readonly SpeakUpReading[] = [
  {
    id: 'volume',
    title: 'How many cases are reported',
    about: 'More reports can mean more trust in reporting, more incidents, or both.',
    supply: 'An incident or complaint log would supply it.',
  },
  {
    id: 'channels',
    title: 'Where it happened',
    about: 'A channel in which nothing is reported may be quiet, or closed to reports.',
    supply: 'A column “Channel” in the incident log would supply it.',
  },
  {
    id: 'detriment',
    title: 'Without fear of detriment',
    about:
      'Whether people expect to be worse off for speaking up. It tells what they expect, not what happened.',
    supply:
      'A survey item would supply it, such as “I can raise a concern without fear that it is held against me”.',
    words:
      /\b(detriment|retaliat\w*|repris\w*|victimis\w*|held against (me|them)|without (any )?(fear|worry(ing)?)|afraid to|fear of|consequences for (me|my))\b/i,
  },
  {
    id: 'told-outcome',
    title: 'Told the outcome',
    about: 'Whether those who raised a matter learned what came of it.',
    supply:
      'A survey item asked of those who raised something would supply it, such as “I was told the outcome of the concern I raised”. The incident log has no column for it.',
    words:
      /\b(told|informed|hear[ds]?|learn(ed|t)?|feedback|updated?)\b.*\b(outcome|what happened|what was done|came of it|result)\b/i,
  },
  {
    id: 'safe-to-raise',
    title: 'Safe to raise a concern',
    about: 'Whether people feel safe to challenge or to report. Those who do not may also not answer.',
    supply: 'A survey item would supply it, such as “It is safe to raise a concern here”.',
    words:
      /\b(safe|comfortable|confident|free|encouraged)\b.*\b(challeng\w*|speak(ing)? up|rais(e|ing)|report(ing)?|disagree)\b/i,
  },
];

/** The order in which the readings are shown. */
export const speakUpOrder: readonly SpeakUpId[] = [
  'volume',
  'safe-to-raise',
  'detriment',
  'told-outcome',
  'channels',
];

export const speakUpCaution =
  'Read these side by side. None is added to another, and there is no score: a rise in reports beside a rise in safety reads differently from a rise in reports beside a fall.';
