// Owns the answer scales of surveys: which words make a scale, what each scores, what is favourable,
// and which answers are not answers ("not applicable"), which leave the base.
import { plainWords } from './vocabulary.ts';

export interface Scale {
  readonly id: string;
  readonly title: string;
  /** Words of each score, lowest first. */
  readonly points: readonly { readonly score: number; readonly words: readonly string[] }[];
  /** Scores from here up are favourable; null where the wording of the question decides. */
  readonly favourableFrom: number | null;
}

const scale = (
  id: string,
  title: string,
  favourableFrom: number | null,
  points: readonly (readonly string[])[],
  first = 1,
): Scale => ({
  id,
  title,
  favourableFrom,
  points: points.map((words, index) => ({ score: index + first, words: words.map(plainWords) })),
});

export const wordScales: readonly Scale[] = [
  scale('agree-5', 'Agreement, five points', 4, [
    ['strongly disagree', 'sd', 'disagree strongly', 'completely disagree'],
    ['disagree', 'd', 'tend to disagree', 'slightly disagree', 'somewhat disagree'],
    ['neither agree nor disagree', 'neither agree or disagree', 'neutral', 'n', 'neither'],
    ['agree', 'a', 'tend to agree', 'slightly agree', 'somewhat agree'],
    ['strongly agree', 'sa', 'agree strongly', 'completely agree'],
  ]),
  scale('satisfied-5', 'Satisfaction, five points', 4, [
    ['very dissatisfied', 'strongly dissatisfied', 'extremely dissatisfied'],
    ['dissatisfied', 'fairly dissatisfied', 'somewhat dissatisfied', 'slightly dissatisfied'],
    ['neither satisfied nor dissatisfied', 'neither satisfied or dissatisfied', 'neutral', 'neither'],
    ['satisfied', 'fairly satisfied', 'somewhat satisfied', 'slightly satisfied'],
    ['very satisfied', 'strongly satisfied', 'extremely satisfied'],
  ]),
  scale('favourable-5', 'Favourability, five points', 4, [
    ['very unfavorably', 'very unfavourably', 'very unfavourable'],
    ['somewhat unfavorably', 'somewhat unfavourably', 'unfavourable'],
    [
      'neither favorably nor unfavorably neutral',
      'neither favourably nor unfavourably',
      'neither favorably nor unfavorably',
      'neutral',
    ],
    ['somewhat favorably', 'somewhat favourably', 'favourable'],
    ['very favorably', 'very favourably', 'very favourable'],
  ]),
  scale('quality-5', 'Quality, five points', 4, [
    ['very poor', 'terrible'],
    ['poor'],
    ['fair', 'average', 'acceptable', 'neutral'],
    ['good'],
    ['very good', 'excellent'],
  ]),
  scale('frequency', 'Frequency', null, [
    ['never'],
    ['rarely', 'seldom', 'hardly ever', 'almost never'],
    ['sometimes', 'occasionally'],
    ['often', 'frequently', 'usually', 'most of the time'],
    ['very often', 'almost always', 'very frequently'],
    ['always'],
  ]),
  scale(
    'yes-no',
    'Yes or no (1 = yes)',
    null,
    [
      ['no', 'n', 'false'],
      ['yes', 'y', 'true'],
    ],
    0,
  ),
];

const notAnswers = new Set(
  [
    'n/a',
    'na',
    'n a',
    'not applicable',
    'unfamiliar (n/a)',
    "don't know",
    'dont know',
    'do not know',
    'not sure',
    'unsure',
    'no opinion',
    'prefer not to say',
    'prefer not to answer',
    'rather not say',
    'not stated',
    'no answer',
    'not relevant',
    'cannot say',
    "can't say",
    'not selected',
    'undecided',
    '-',
    'm',
    'i do not know',
    'not known',
    'null',
    'none given',
  ].map(plainWords),
);

const spreadsheetError = /^\s*#[A-Z0-9/]+[!?]\s*$/i;

/** True for "not applicable", "don't know", "prefer not to say" and their like, and for spreadsheet errors. */
export const isNotAnswer = (label: string): boolean => {
  if (label.startsWith('#') && spreadsheetError.test(label)) return true;
  const words = plainWords(label);
  return words === '' || notAnswers.has(words);
};

/** The scores of a word scale by the plain words of an answer. */
export function scoresOf(wordScale: Scale): ReadonlyMap<string, number> {
  return new Map(wordScale.points.flatMap(({ score, words }) => words.map((word) => [word, score] as const)));
}

/** Number scales that may be met: id, lowest, highest, favourable from. */
export const numberScales = [
  { id: 'number-1-4', low: 1, high: 4, favourableFrom: 3 },
  { id: 'number-1-5', low: 1, high: 5, favourableFrom: 4 },
  { id: 'number-1-7', low: 1, high: 7, favourableFrom: 5 },
  { id: 'number-1-10', low: 1, high: 10, favourableFrom: 8 },
  { id: 'number-0-10', low: 0, high: 10, favourableFrom: 8 },
] as const;

/** The words for a scale's id, for people. */
export function scaleTitle(id: string): string {
  const words = wordScales.find((entry) => entry.id === id);
  if (words) return words.title;
  const numbers = numberScales.find((entry) => entry.id === id);
  if (numbers)
    return `Numbers ${numbers.low} to ${numbers.high}, ${numbers.favourableFrom} and above favourable`;
  return id === 'rank' ? 'Ranking, 1 is first' : id;
}

/** Lowest score, highest score and where favourable begins; null for a scale without a good side. */
export function scaleEnds(id: string): { low: number; high: number; favourableFrom: number } | null {
  const words = wordScales.find((entry) => entry.id === id);
  if (words) {
    const [low, high] = [words.points[0]?.score, words.points.at(-1)?.score];
    if (low === undefined || high === undefined || words.favourableFrom === null) return null;
    return { low, high, favourableFrom: words.favourableFrom };
  }
  return numberScales.find((entry) => entry.id === id) ?? null;
}
