// Qualtrics: variable ids, question texts, import ids (three rows); ids and texts (two, the legacy
// format, whose metadata columns are V1..V10 and named by the second row); ids alone.
import { answer, areRanks, cellAt, looksLikeMoment, metadata, normalise, valuesBelow } from './cells.ts';
import type { Candidate, ColumnHeading, ColumnStyle, HeaderDialect } from './heading.ts';
import { metadataKind } from './response-metadata.ts';

const importId = /^\s*\{\s*["']ImportId["']\s*:\s*["']([^"']*)["']/;
const ids = new Set([
  'responseid',
  'responseset',
  'recordeddate',
  'recipientlastname',
  'externaldatareference',
  'externalreference',
  'distributionchannel',
]);

const ownIds = (row: readonly string[] | undefined): number =>
  (row ?? []).filter((cell) => ids.has(normalise(cell))).length;

function insightsDepth({ rows: [first, second, third] }: Candidate): number {
  if ((third ?? []).filter((cell) => importId.test(cell)).length > 1) return 3;
  if (ownIds(first) < 2) return 0;
  const dates = (first ?? []).flatMap((cell, at) =>
    /^(start|end|recorded)date$/i.test(cell.trim()) ? [at] : [],
  );
  const secondIsData = dates.some((at) => looksLikeMoment(cellAt(second, at)));
  return secondIsData || dates.length === 0 ? 1 : 2;
}

export const qualtrics: HeaderDialect = { dialect: 'qualtrics', depth: insightsDepth, columns };

export const qualtricsLegacy: HeaderDialect = {
  dialect: 'qualtrics-legacy',
  depth: ({ rows: [first, second] }) =>
    (first ?? []).filter((cell) => /^V\d+$/.test(cell.trim())).length > 1 && ownIds(second) > 1 ? 2 : 0,
  columns,
};

function columns(candidate: Candidate, depth: number): ColumnHeading[] {
  const [idRow, textRow, importRow] = candidate.rows;
  const read = Array.from({ length: candidate.width }, (_, index) => {
    const id = cellAt(idRow, index).trim();
    const text = depth > 1 ? cellAt(textRow, index) : id;
    const key = depth > 2 ? (importId.exec(cellAt(importRow, index))?.[1] ?? id) : id;
    const kind = metadataKind(id) ?? (/^V\d+$/.test(id) ? (metadataKind(text) ?? 'other') : null);
    const empty = id === '' && text.trim() === '';
    return { index, id, text, key, base: baseOf(key), kind: empty ? ('other' as const) : kind };
  });
  const out: ColumnHeading[] = [];
  for (let start = 0; start < read.length; ) {
    const lead = read[start];
    if (!lead) break;
    if (lead.kind !== null) {
      out.push(metadata(lead.index, lead.text || lead.id, lead.kind));
      start++;
      continue;
    }
    let end = start + 1;
    while (read[end]?.kind === null && read[end]?.base === lead.base) end++;
    out.push(...block(candidate, depth, read.slice(start, end)));
    start = end;
  }
  return out;
}

interface Read {
  readonly index: number;
  readonly id: string;
  readonly text: string;
  readonly key: string;
}

/** The question a column belongs to: `QID5-1-2`, `QID5_TEXT` and `Q5#1_2` are all of one. */
const baseOf = (key: string): string => key.replace(/(?:_TEXT.*|[-#_](?:x?-?\d+|TEXT|DO).*)$/, '');

function block(candidate: Candidate, depth: number, read: readonly Read[]): ColumnHeading[] {
  const isText = ({ id, key }: Read): boolean => /[_-]TEXT$/.test(key) || /_TEXT$/.test(id);
  const main = read.filter((one) => !isText(one));
  const split = read.length > 1 ? commonQuestion(read.map(({ text }) => text)) : '';
  const style = styleOf(candidate, depth, main);
  return read.map((one) => {
    const item = split === '' ? null : one.text.slice(split.length).replace(/^\s*-\s*/, '');
    const kind: ColumnStyle = isText(one) ? (main.length === 0 ? 'open-ended' : 'other-text') : style;
    return answer(one.index, split === '' ? one.text : split, item, kind);
  });
}

/** What every text of a block begins with, up to the hyphen that parts question and statement. */
function commonQuestion(texts: readonly string[]): string {
  const [first = '', ...rest] = texts;
  let length = first.length;
  for (const text of rest) while (!text.startsWith(first.slice(0, length))) length--;
  if (length === first.length && rest.every((text) => text === first)) return '';
  const hyphen = first.slice(0, length).lastIndexOf('-');
  return hyphen > 0 ? first.slice(0, hyphen) : '';
}

function styleOf(candidate: Candidate, depth: number, main: readonly Read[]): ColumnStyle {
  if (main.length === 1) return 'single';
  const values = main.map(({ index }) => valuesBelow(candidate, depth, index));
  const filled = values.flat();
  if (filled.length === 0) return 'unknown';
  if (
    areRanks(
      candidate,
      depth,
      main.map(({ index }) => index),
    )
  )
    return 'ranking';
  const ticked = values.every((column, at) =>
    column.every((value) => value === '1' || normalise(main[at]?.text ?? '').endsWith(normalise(value))),
  );
  return ticked ? 'multi-choice' : 'matrix';
}
