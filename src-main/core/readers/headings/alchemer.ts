// Alchemer (SurveyGizmo): `Response ID` or `Time Started`; a block's headings are `Row:Question`.
import { normalise, styleOfValues } from './cells.ts';
import type { HeaderDialect } from './heading.ts';
import { countNames, oneRowColumns, type SplitHeading } from './one-row-columns.ts';

/** The first colon that no other follows: a row label may itself end in one. */
const rowAndQuestion = /^([^:].*?:*):(?!:)([\s\S]+)$/;

function take(heading: string): { row: string; question: string } | null {
  const [, row = '', question = ''] = rowAndQuestion.exec(heading) ?? [];
  return row === '' ? null : { row, question };
}

/** A colon parts row and question only where the question is another heading's too. */
function split(heading: string, all: readonly string[]): SplitHeading {
  const taken = take(heading);
  if (taken === null) return { question: heading, item: null };
  const question = normalise(taken.question);
  const shared = all.filter((other) => {
    const of = take(other);
    return normalise(other) === question || (of !== null && normalise(of.question) === question);
  });
  const isBlock = shared.length > 1 || /^other - write in/i.test(taken.row);
  return isBlock ? { question: taken.question, item: taken.row } : { question: heading, item: null };
}

export const alchemer: HeaderDialect = {
  dialect: 'alchemer',
  depth({ rows: [first] }) {
    const headings = first ?? [];
    const blocks = headings.filter((heading) => split(heading, headings).item !== null).length;
    if (countNames(first, ['time started', 'date submitted']) === 2) return 1;
    return normalise(headings[0] ?? '') === 'response id' && blocks > 1 ? 1 : 0;
  },
  columns: (candidate) =>
    oneRowColumns(candidate, {
      split,
      itemStyle: ({ item }, values) => {
        if (/^other\b.*(write in|:$)/i.test(item ?? '')) return 'other-text';
        return styleOfValues(values) === 'open-ended' || /#\d+$/.test(item ?? '') ? 'open-ended' : null;
      },
    }),
};
