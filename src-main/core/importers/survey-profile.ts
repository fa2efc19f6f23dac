// Owns the first pass over a survey: what each column's answers look like, and what will be done with it.
import type { ColumnHeading, Dialect } from '#core/readers/head.ts';
import { isNotAnswer } from '#shared/vocabulary/scales.ts';
import { isNegative, themeOf } from '#shared/vocabulary/themes.ts';
import type { StagedQuestion } from './stage-result.ts';
import { cleanWording, lineOf, questionOf } from './survey-lines.ts';
import { countMeanings, type Meaning, readByMeaning } from './survey-meanings.ts';
import { type AnswerScale, recogniseScale, turnRound } from './survey-scales.ts';

const keptLabels = 80;
const longestLabel = 150;
/** A choice that one person alone gave may say who they are, or have been written in. */
export const writtenIn = 'Other (written in)';

/** Distinct answers of one column, counted up to a limit. */
export interface ColumnProfile {
  readonly labels: Map<string, number>;
  filled: number;
  longest: number;
  overflow: boolean;
  joined: number;
}

export const newProfile = (): ColumnProfile => ({
  labels: new Map(),
  filled: 0,
  longest: 0,
  overflow: false,
  joined: 0,
});

/** Answers are compared without doubled or trailing blanks and without regard to case. */
export const answerLabel = (cell: string): string => cell.replace(/[\s\u00a0]+/g, ' ').trim();

/** Counts a cell that stands in so many rows. */
export function profileCell(profile: ColumnProfile, cell: string, rows: number): void {
  const label = answerLabel(cell);
  if (label === '') return;
  profile.filled += rows;
  profile.longest = Math.max(profile.longest, label.length);
  const parts = label.includes(';') ? label.split(';').map(answerLabel).filter(Boolean) : [label];
  if (parts.length > 1 || label.endsWith(';')) profile.joined += rows;
  for (const part of parts) {
    const key = part.toLowerCase();
    const count = profile.labels.get(key);
    if (count === undefined && profile.labels.size >= keptLabels) profile.overflow = true;
    else profile.labels.set(key, (count ?? 0) + rows);
  }
}

/** How the cells of a column become answers of a question. */
export interface ColumnPlan {
  readonly column: number;
  readonly question: number;
  readonly scale: AnswerScale | null;
  /** The label of a ticked choice column; null where the cell itself is the label. */
  readonly choice: string | null;
  readonly split: boolean;
  /** Labels given by one respondent alone. */
  readonly rare: ReadonlySet<string>;
}

export interface SurveyPlan {
  readonly questions: readonly StagedQuestion[];
  readonly columns: readonly ColumnPlan[];
  /** Comment columns, held back. */
  readonly heldBack: readonly number[];
}

const joins: readonly Dialect[] = ['google-forms', 'microsoft-forms', 'jotform', 'alchemer'];

/** Choices joined in one cell recur from row to row; the clauses of a sentence do not. */
function partsRepeat({ labels, overflow }: ColumnProfile): boolean {
  const counts = [...labels.values()];
  const total = counts.reduce((sum, count) => sum + count, 0);
  const recurring = counts.filter((count) => count > 1).reduce((sum, count) => sum + count, 0);
  return !overflow && recurring >= 0.9 * total;
}

function isText(heading: ColumnHeading, profile: ColumnProfile): boolean {
  if (heading.style === 'open-ended' || heading.style === 'other-text') return true;
  if (profile.overflow || profile.longest > longestLabel) return true;
  return profile.labels.size > 12 && profile.labels.size > profile.filled / 2;
}

function questionFrom(
  heading: ColumnHeading,
  wording: string,
  item: string | null,
  scale: AnswerScale | null,
): StagedQuestion {
  const asked = cleanWording(wording);
  return {
    column: heading.index,
    wording: asked,
    item,
    style: heading.style,
    scale: scale?.id ?? null,
    line: lineOf(asked),
    theme: themeOf(questionOf(asked)),
    reversed: scale?.turned ?? false,
  };
}

const isChoice = ({ item, style }: ColumnHeading): boolean =>
  item !== null && (style === 'multi-choice' || style === 'expanded-choice');

/** Some exports set a dash before the choice. */
const choiceOf = (heading: ColumnHeading): string =>
  cleanWording(heading.item ?? heading.header).replace(/^[-–]\s+/, '');

/**
 * The answers of a question: those of its column; of a single choice spread over one column a choice, the
 * choices with how many ticked each.
 */
function answersOf(
  heading: ColumnHeading,
  headings: readonly ColumnHeading[],
  profiles: readonly ColumnProfile[],
) {
  if (!isChoice(heading)) return profiles[heading.index]?.labels ?? new Map<string, number>();
  const block = headings.filter(
    (other) => isChoice(other) && other.question === heading.question && other.duplicateOf === null,
  );
  return new Map(
    block.map((other) => [choiceOf(other).toLowerCase(), profiles[other.index]?.filled ?? 0] as const),
  );
}

function scaleOf(
  heading: ColumnHeading,
  headings: readonly ColumnHeading[],
  profiles: readonly ColumnProfile[],
  meaning: Meaning,
): AnswerScale | null {
  if (heading.style === 'multi-choice' && isChoice(heading)) return null;
  const asked = isChoice(heading) ? heading.question : heading.header;
  const answers = countMeanings(answersOf(heading, headings, profiles), meaning);
  const found = recogniseScale(answers, asked, heading.style);
  const scale = found && readByMeaning(found, meaning);
  return scale && isNegative(asked) ? turnRound(scale) : scale;
}

/** Decides for every answer column: a question with a scale, plain choices, or text that is held back. */
export function planSurvey(
  headings: readonly ColumnHeading[],
  profiles: readonly ColumnProfile[],
  dialect: Dialect,
  meaning: Meaning = (label) => label,
): SurveyPlan {
  const questions: StagedQuestion[] = [];
  const columns: ColumnPlan[] = [];
  const heldBack: number[] = [];
  const blocks = new Map<string, { question: number; scale: AnswerScale | null }>();
  for (const heading of headings) {
    if (heading.duplicateOf !== null) continue;
    const profile = profiles[heading.index] ?? newProfile();
    const choice = isChoice(heading);
    const known = choice ? blocks.get(heading.question) : undefined;
    const scale = known ? known.scale : scaleOf(heading, headings, profiles, meaning);
    if (!choice && profile.filled > 0 && scale === null && isText(heading, profile)) {
      heldBack.push(heading.index);
      continue;
    }
    if (!known) {
      if (choice) blocks.set(heading.question, { question: heading.index, scale });
      questions.push(
        questionFrom(
          heading,
          choice ? heading.question : heading.header,
          choice ? null : heading.item,
          scale,
        ),
      );
    }
    const plain = (label: string) =>
      scale === null || (scale.score(label) === null && !isNotAnswer(meaning(label)));
    const rare = choice
      ? []
      : [...profile.labels].filter(([label, count]) => count === 1 && plain(label)).map(([label]) => label);
    columns.push({
      column: heading.index,
      question: known?.question ?? heading.index,
      scale,
      choice: choice ? choiceOf(heading) : null,
      split: !scale && profile.joined > 0 && (joins.includes(dialect) || partsRepeat(profile)),
      rare: new Set(rare),
    });
  }
  return { questions, columns, heldBack };
}
