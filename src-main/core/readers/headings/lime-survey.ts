// LimeSurvey: codes, texts or both (`code. text`, `code[SQ001]. text [item]`) in one row.
import { normalise } from './cells.ts';
import type { HeaderDialect } from './heading.ts';
import { countNames, oneRowColumns, type SplitHeading } from './one-row-columns.ts';

const own = [
  'submitdate',
  'lastpage',
  'startlanguage',
  'last page',
  'start language',
  'date submitted',
  'seed',
];
const codeAndText = /^[A-Za-z]\w*((?:\[[^\]]*\])*)(?:\._)?\.\s+(\S[\s\S]*)$/;
const codeAlone = /^([A-Za-z]\w*)((?:\[[^\]]*\])+)$/;
/** `Q1. Text` is anybody's numbering. */
const numbered = /^(q\d*[a-z]?|[a-z]|mr|mrs|ms|dr|no|ref)\.\s/i;
const lastBracket = /^([\s\S]*?)\s*\[([^[\]]*)\]\s*$/;

function split(heading: string): SplitHeading {
  const both = codeAndText.exec(heading);
  if (both) {
    const [, brackets = '', text = ''] = both;
    const parts = brackets === '' ? null : lastBracket.exec(text);
    return parts ? { question: parts[1] ?? '', item: parts[2] || null } : { question: text, item: null };
  }
  const alone = codeAlone.exec(heading);
  if (alone) return { question: alone[1] ?? '', item: (alone[2] ?? '').slice(1, -1).replaceAll('][', ' ') };
  const text = lastBracket.exec(heading);
  return text?.[1] ? { question: text[1], item: text[2] ?? '' } : { question: heading, item: null };
}

export const limeSurvey: HeaderDialect = {
  dialect: 'limesurvey',
  depth({ rows: [first] }) {
    if (countNames(first, own) > 1 && countNames(first, ['time started']) === 0) return 1;
    const filled = (first ?? []).filter((cell) => cell.trim() !== '');
    const coded = filled.filter((cell) => codeAndText.test(cell) && !numbered.test(cell));
    return coded.length > 2 && coded.length > filled.length * 0.6 ? 1 : 0;
  },
  columns: (candidate) =>
    oneRowColumns(candidate, {
      split,
      extraMetadata: (heading) => (normalise(heading) === 'id' ? 'respondent-id' : null),
      itemStyle: ({ item }, values) => (item === 'other' && values.length > 0 ? 'other-text' : null),
    }),
};
