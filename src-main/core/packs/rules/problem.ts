// Owns making a problem; `where` is a sheet, a table, a chart or a cell of the model.
import type { PackProblem } from '../model.ts';

export const error = (rule: string, where: string, message: string): PackProblem => ({
  rule,
  severity: 'E',
  where,
  message,
});

export const warning = (rule: string, where: string, message: string): PackProblem => ({
  rule,
  severity: 'W',
  where,
  message,
});

/** The problem when the condition holds, else nothing. */
export const when = (broken: boolean, problem: PackProblem): PackProblem[] => (broken ? [problem] : []);

/** The items that come a second time, ignoring case. */
export function repeated(items: readonly string[]): string[] {
  const seen = new Set<string>();
  return items.filter((item) => {
    const key = item.toLowerCase();
    if (seen.has(key)) return true;
    seen.add(key);
    return false;
  });
}
