// Snap Surveys: `ID.name`, `ID.date`, then codes: `Q1`, `Q2a`, and `Q3.a` for the rows of a grid.
import { normalise } from './cells.ts';
import type { HeaderDialect } from './heading.ts';
import { oneRowColumns } from './one-row-columns.ts';

export const snap: HeaderDialect = {
  dialect: 'snap',
  depth: ({ rows: [first] }) =>
    (first ?? []).some((cell) => /^id\.(name|date)$/.test(normalise(cell))) ? 1 : 0,
  columns: (candidate) =>
    oneRowColumns(candidate, {
      split: (heading) => {
        const [, question = heading, item = null] = /^(Q\w+)\.(\w+)$/i.exec(heading.trim()) ?? [];
        return { question, item };
      },
      extraMetadata: (heading) => (/^id\./.test(normalise(heading)) ? 'other' : null),
    }),
};
