// SurveyMonkey's "all responses": questions in row 1, carried to the right over their block; row
// labels, choices or `Response` in row 2. Metadata headings may be missing, blank or repeated.
import { answer, areRanks, cellAt, metadata, normalise, valuesBelow } from './cells.ts';
import type { Candidate, ColumnHeading, ColumnStyle, HeaderDialect } from './heading.ts';
import { metadataKind } from './response-metadata.ts';

const lone = new Set(['response', 'open-ended response']);
const otherText =
  /^(other\b.*\(.*specify.*\)|why\?|comments?:?|please (explain|specify).*|if (yes|no|other)\b.*)$/;
const ownColumns = new Set(['respondent id', 'respondentid', 'collector id', 'collectorid']);

export const surveyMonkey: HeaderDialect = {
  dialect: 'surveymonkey',

  depth({ rows: [first, second] }) {
    if (!first) return 0;
    const own = first.map(normalise).flatMap((name, index) => (ownColumns.has(name) ? [index] : []));
    const labels = (second ?? []).map(normalise);
    if (own.length > 0) {
      const repeated = own.every((at) => ['', normalise(cellAt(first, at))].includes(cellAt(labels, at)));
      if (second && repeated && labels.some((label, at) => label !== '' && !own.includes(at))) return 2;
      return own.length > 1 ? 1 : 0;
    }
    const marked = labels.filter((label, at) => lone.has(label) && cellAt(first, at).trim() !== '');
    return marked.length > 1 || marked.includes('open-ended response') ? 2 : 0;
  },

  columns(candidate, depth) {
    const [first, second] = candidate.rows;
    const columns: ColumnHeading[] = [];
    let question = '';
    let lastItem = '';
    let begun = false;
    for (let index = 0; index < candidate.width; index++) {
      const heading = cellAt(first, index);
      const item = depth > 1 ? cellAt(second, index) : '';
      const kind = begun && heading.trim() === '' ? null : metadataKind(heading);
      if (kind !== null && (item.trim() === '' || normalise(item) === normalise(heading))) {
        columns.push(metadata(index, heading, kind));
        continue;
      }
      if (!begun && heading.trim() === '' && item.trim() === '') {
        columns.push(metadata(index, '', blankKind(candidate, depth, index)));
        continue;
      }
      begun = true;
      // A lone answer has no further columns: what follows it without a heading has lost its own.
      if (heading.trim() !== '') question = heading;
      else if (normalise(lastItem) === 'open-ended response') question = '';
      if (heading.trim() !== '' || lastItem !== '') lastItem = item;
      columns.push(answer(index, question, itemOf(item), 'unknown'));
    }
    return styleBlocks(candidate, depth, columns);
  },
};

const itemOf = (item: string): string | null => {
  const name = normalise(item);
  return name === '' || lone.has(name) ? null : item;
};

function blankKind(candidate: Candidate, depth: number, index: number): 'respondent-id' | 'other' {
  const values = valuesBelow(candidate, depth, index);
  const ids = values.length > 1 && values.every((value) => /^\d+$/.test(value));
  return ids && new Set(values).size === values.length ? 'respondent-id' : 'other';
}

/** Gives every answer its style, question by question (a run of columns with one heading). */
function styleBlocks(
  candidate: Candidate,
  depth: number,
  columns: readonly ColumnHeading[],
): ColumnHeading[] {
  const out: ColumnHeading[] = [];
  for (let start = 0; start < columns.length; ) {
    const lead = columns[start];
    if (!lead) break;
    let end = start + 1;
    const belongs = (at: number): boolean =>
      columns[at]?.role === 'answer' &&
      columns[at]?.question === lead.question &&
      (cellAt(candidate.rows[0], at).trim() === '' || columns[at]?.item !== null);
    while (lead.role === 'answer' && belongs(end)) end++;
    const block = columns.slice(start, end);
    out.push(...(lead.role === 'answer' ? styleBlock(candidate, depth, block) : block));
    start = end;
  }
  return out;
}

function styleBlock(candidate: Candidate, depth: number, block: readonly ColumnHeading[]): ColumnHeading[] {
  const isOther = (column: ColumnHeading): boolean =>
    column.item !== null && otherText.test(normalise(column.item));
  const main = block.filter((column) => !isOther(column));
  const style = main.length === 0 ? 'unknown' : styleOfMain(candidate, depth, main);
  return block.map((column) => ({
    ...column,
    style: isOther(column) && main.length > 0 ? 'other-text' : style,
  }));
}

function styleOfMain(candidate: Candidate, depth: number, main: readonly ColumnHeading[]): ColumnStyle {
  const [lead] = main;
  if (lead && main.length === 1 && lead.item === null) {
    const label = depth > 1 ? normalise(cellAt(candidate.rows[1], lead.index)) : '';
    return label === 'open-ended response' ? 'open-ended' : 'single';
  }
  const indexes = main.map(({ index }) => index);
  const filled = main.flatMap(({ index, item }) =>
    valuesBelow(candidate, depth, index).map((value) => choiceText(value) === choiceText(item ?? '')),
  );
  if (filled.length === 0) return /all that apply/i.test(lead?.question ?? '') ? 'multi-choice' : 'unknown';
  if (filled.filter(Boolean).length < filled.length * 0.9) {
    return areRanks(candidate, depth, indexes) ? 'ranking' : 'matrix';
  }
  const perRecord = candidate.rows
    .slice(depth)
    .map((row) => indexes.filter((index) => cellAt(row, index).trim() !== '').length);
  const several = perRecord.some((count) => count > 1) || /all that apply/i.test(lead?.question ?? '');
  return several ? 'multi-choice' : 'expanded-choice';
}

const choiceText = (text: string): string => normalise(text).replace(/^-\s*/, '');
