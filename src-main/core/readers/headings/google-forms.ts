// Google Forms: `Timestamp` first; a grid gives one column a row, headed `Question  [Row]`.
import { looksLikeMoment, normalise, valuesBelow } from './cells.ts';
import type { HeaderDialect } from './heading.ts';
import { oneRowColumns, type SplitHeading } from './one-row-columns.ts';

const stamps = new Set(['timestamp', 'zeitstempel', 'horodateur', 'marca temporal']);
const grid = /^([\s\S]*\S)(\s*)\[([^[\]]+)\]\s*$/;

function split(heading: string, all: readonly string[]): SplitHeading {
  const [, question = '', gap = '', item = ''] = grid.exec(heading) ?? [];
  if (question === '') return { question: heading, item: null };
  const rows = all.filter((other) => grid.exec(other)?.[1] === question).length;
  return rows > 1 || gap.length > 1 ? { question, item } : { question: heading, item: null };
}

export const googleForms: HeaderDialect = {
  dialect: 'google-forms',
  depth(candidate) {
    if (!stamps.has(normalise(candidate.rows[0]?.[0] ?? ''))) return 0;
    const moments = valuesBelow(candidate, 1, 0);
    return moments.length === 0 || moments.some(looksLikeMoment) ? 1 : 0;
  },
  columns: (candidate) => oneRowColumns(candidate, { split }),
};
