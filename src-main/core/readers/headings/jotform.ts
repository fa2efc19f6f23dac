// Jotform: `Submission Date` first, `Submission ID` and `IP` last; a matrix is `Question >> Row`.
import { normalise } from './cells.ts';
import type { HeaderDialect } from './heading.ts';
import { countNames, oneRowColumns } from './one-row-columns.ts';

const matrix = /^([\s\S]*\S)\s*>>\s*(\S[\s\S]*)$/;

export const jotform: HeaderDialect = {
  dialect: 'jotform',
  depth({ rows: [first] }) {
    if (normalise(first?.[0] ?? '') !== 'submission date') return 0;
    const own = countNames(first, ['submission id', 'submission ip', 'ip', 'last update date']);
    return own > 0 || (first ?? []).some((heading) => matrix.test(heading)) ? 1 : 0;
  },
  columns: (candidate) =>
    oneRowColumns(candidate, {
      split: (heading) => {
        const [, question = heading, item = null] = matrix.exec(heading) ?? [];
        return { question, item };
      },
    }),
};
