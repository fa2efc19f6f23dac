// The lines of a survey: questions of several waves that are compared as one.
import type { SurveyQuestion } from '../../../src-shared/schemas/survey.ts';

export interface QuestionLine {
  readonly line: string;
  readonly title: string;
  readonly theme: string | null;
  /** Answer scales over the waves, oldest first; more than one is a break. */
  readonly scales: readonly string[];
  readonly waves: number;
  /** Whether agreeing is unfavourable in the latest wave. */
  readonly reversed: boolean;
}

/** Only questions with an answer scale make a line that can be followed. */
export function linesOf(questions: readonly SurveyQuestion[]): QuestionLine[] {
  const byLine = new Map<string, SurveyQuestion[]>();
  for (const question of questions)
    byLine.set(question.line, [...(byLine.get(question.line) ?? []), question]);
  return [...byLine].flatMap(([line, own]) => {
    const sorted = [...own].sort((a, b) => a.wave.localeCompare(b.wave));
    const scales = [...new Set(sorted.flatMap(({ scale }) => scale ?? []))];
    const last = sorted.at(-1);
    if (!last || scales.length === 0) return [];
    return [
      {
        line,
        title: last.lineTitle,
        theme: last.theme,
        scales,
        waves: new Set(own.map((q) => q.wave)).size,
        reversed: last.reversed,
      },
    ];
  });
}
