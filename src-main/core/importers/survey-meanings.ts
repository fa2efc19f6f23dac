// Owns answers that a scale does not know: what the analyst said they mean, and what is still to be said.
// The rule: a label that one respondent alone gave may have been written in, so it is never quoted.
import type { ColumnHeading } from '#core/readers/head.ts';
import type { Mapping, UnknownValue } from '#shared/schemas/import.ts';
import { isNotAnswer, numberScales, wordScales } from '#shared/vocabulary/scales.ts';
import { plainWords } from '#shared/vocabulary/vocabulary.ts';
import { alike } from './likeness.ts';
import type { ColumnProfile, SurveyPlan } from './survey-profile.ts';
import { type AnswerCounts, type AnswerScale, scaleNearly } from './survey-scales.ts';

/** The name under which a mapping says what answers mean: `{"values": {"answer": {"Agree a bit": "Agree"}}}`. */
export const answerField = 'answer';
const longestQuoted = 60;
const listed = 100;
const suggested = 3;

/** What an answer of the file means: itself, where the analyst said nothing of it. */
export type Meaning = (label: string) => string;

export function meaningOf(mapping: Mapping): Meaning {
  const said = new Map(
    Object.entries(mapping.values?.[answerField] ?? {}).map(([label, meant]) => [plainWords(label), meant]),
  );
  return said.size === 0 ? (label) => label : (label) => said.get(plainWords(label)) ?? label;
}

/** Counts of answers by what they mean. */
export function countMeanings(counts: AnswerCounts, meaning: Meaning): AnswerCounts {
  const meant = new Map<string, number>();
  for (const [label, count] of counts) {
    const key = meaning(label).toLowerCase();
    meant.set(key, (meant.get(key) ?? 0) + count);
  }
  return meant;
}

/** The scale as answers of the file are put to it. */
export const readByMeaning = (scale: AnswerScale, meaning: Meaning): AnswerScale => ({
  ...scale,
  score: (label) => {
    const meant = meaning(label);
    return isNotAnswer(meant) ? null : scale.score(meant);
  },
});

const optionsOf = (scale: string): string[] => {
  const words = wordScales.find(({ id }) => id === scale);
  if (words) return words.points.flatMap(({ words: [first = ''] }) => first);
  const numbers = numberScales.find(({ id }) => id === scale);
  return numbers
    ? Array.from({ length: numbers.high - numbers.low + 1 }, (_, at) => String(numbers.low + at))
    : [];
};

/** Answers that are off the scale of their question (or of one that most of its answers are on), most frequent first. */
export function unknownAnswers(
  headings: readonly ColumnHeading[],
  profiles: readonly ColumnProfile[],
  plan: SurveyPlan,
  meaning: Meaning,
): UnknownValue[] {
  const found = plan.columns.flatMap(({ column, scale, choice, split }) => {
    const labels = profiles[column]?.labels;
    const known =
      scale ?? (choice === null && !split && labels ? scaleNearly(countMeanings(labels, meaning)) : null);
    if (!labels || !known || choice !== null || known.id === 'rank') return [];
    const options = [...optionsOf(known.id), 'not applicable', "don't know", 'prefer not to say'];
    return [...labels]
      .filter(([label, rows]) => rows > 1 && label.length <= longestQuoted && !label.includes('@'))
      .filter(([label]) => !isNotAnswer(meaning(label)) && known.score(meaning(label)) === null)
      .map(([value, rows]) => ({
        field: answerField,
        label: 'Answer',
        header: headings.find(({ index }) => index === column)?.header ?? '',
        value,
        rows,
        suggestions: options
          .map((option) => ({ option, score: alike(option, value) }))
          .filter(({ score }) => score >= 0.3)
          .sort((a, b) => b.score - a.score)
          .slice(0, suggested)
          .map(({ option }) => option),
        options,
      }));
  });
  return found.sort((a, b) => b.rows - a.rows).slice(0, listed);
}
