// Owns how a figure of one survey or theme is read: as a part of the reading for all of them, which then answers for
// each. The rule: a survey or theme that is chosen counts the same answers as the one that is cut out.
import { type Cell, choice, MOST_CUTS, type Question } from './metric.ts';

const parts = ['instrument', 'theme'] as const;
const columns = ['cut1', 'cut2', 'cut3'] as const;

/** The rows of a question, taken out of those of a wider one where that has few enough cuts. */
export async function readWhole<R extends Cell>(
  question: Question,
  read: (question: Question) => Promise<R[]>,
): Promise<R[]> {
  const chosen = parts.filter(
    (part) => choice(question.choices, part) !== null && !question.cuts.includes(part),
  );
  const cuts = [...question.cuts, ...chosen].sort();
  if (chosen.length === 0 || cuts.length > MOST_CUTS) return read(question);
  const choices = Object.fromEntries(
    Object.entries(question.choices).filter(([name]) => !chosen.some((part) => part === name)),
  );
  const rows = await read({ ...question, cuts, choices });
  const groupOf = (row: R, cut: string | undefined): string | null => {
    const column = cut === undefined ? undefined : columns[cuts.indexOf(cut)];
    return column === undefined ? null : row[column];
  };
  return rows
    .filter((row) => chosen.every((part) => groupOf(row, part) === question.choices[part]))
    .map((row) => {
      const [cut1 = null, cut2 = null, cut3 = null] = question.cuts.map((cut) => groupOf(row, cut));
      return { ...row, cut1, cut2, cut3 };
    });
}
