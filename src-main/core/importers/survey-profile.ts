// Owns the first pass over a survey: what each column's answers look like, and what will be done with it.
import type { ColumnHeading, Dialect } from '#core/readers/head.ts';
import { isNegative, themeOf } from '#shared/vocabulary/themes.ts';
import type { StagedQuestion } from './stage-result.ts';
import { cleanWording, lineOf, questionOf } from './survey-lines.ts';
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

export function profileCell(profile: ColumnProfile, cell: string): void {
  const label = answerLabel(cell);
  if (label === '') return;
  profile.filled++;
  profile.longest = Math.max(profile.longest, label.length);
  const parts = label.includes(';') ? label.split(';').map(answerLabel).filter(Boolean) : [label];
  if (parts.length > 1 || label.endsWith(';')) profile.joined++;
  for (const part of parts) {
    const key = part.toLowerCase();
    const count = profile.labels.get(key);
    if (count === undefined && profile.labels.size >= keptLabels) profile.overflow = true;
    else profile.labels.set(key, (count ?? 0) + 1);
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

/** Decides for every answer column: a question with a scale, plain choices, or text that is held back. */
export function planSurvey(
  headings: readonly ColumnHeading[],
  profiles: readonly ColumnProfile[],
  dialect: Dialect,
): SurveyPlan {
  const questions: StagedQuestion[] = [];
  const columns: ColumnPlan[] = [];
  const heldBack: number[] = [];
  const blocks = new Map<string, number>();
  for (const heading of headings) {
    const profile = profiles[heading.index] ?? newProfile();
    const choice =
      heading.item !== null && (heading.style === 'multi-choice' || heading.style === 'expanded-choice');
    if (heading.duplicateOf !== null) continue;
    const found = choice ? null : recogniseScale(profile.labels, heading.header, heading.style);
    const scale = found && isNegative(heading.header) ? turnRound(found) : found;
    if (!choice && profile.filled > 0 && scale === null && isText(heading, profile)) {
      heldBack.push(heading.index);
      continue;
    }
    const block = choice ? heading.question : null;
    let question = block === null ? undefined : blocks.get(block);
    if (question === undefined) {
      question = heading.index;
      if (block !== null) blocks.set(block, question);
      questions.push(
        questionFrom(
          heading,
          choice ? heading.question : heading.header,
          choice ? null : heading.item,
          scale,
        ),
      );
    }
    const rare =
      scale || choice ? [] : [...profile.labels].filter(([, count]) => count === 1).map(([label]) => label);
    columns.push({
      column: heading.index,
      question,
      scale,
      choice: choice ? cleanWording(heading.item ?? heading.header) : null,
      split: !scale && joins.includes(dialect) && profile.joined > 0,
      rare: new Set(rare),
    });
  }
  return { questions, columns, heldBack };
}
