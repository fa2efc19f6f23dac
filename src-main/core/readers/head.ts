// Finds a table's heading in its first records: under which title lines, how deep, by which tool.
// The rule: decided from the records, never from the file's name; a person may correct the depth.
import { alchemer } from './headings/alchemer.ts';
import { tidy } from './headings/cells.ts';
import { googleForms } from './headings/google-forms.ts';
import { headerRows } from './headings/header-depth.ts';
import type {
  Candidate,
  ColumnHeading,
  Dialect,
  HeaderDialect,
  Heading,
  HeadingRefusal,
} from './headings/heading.ts';
import { jotform } from './headings/jotform.ts';
import { markLeftOverCopy } from './headings/left-over-copy.ts';
import { limeSurvey } from './headings/lime-survey.ts';
import { microsoftForms } from './headings/microsoft-forms.ts';
import { plain } from './headings/plain.ts';
import { qualtrics, qualtricsLegacy } from './headings/qualtrics.ts';
import { snap } from './headings/snap.ts';
import { surveyMonkey } from './headings/survey-monkey.ts';
import { refuseSummary } from './headings/survey-summary.ts';
import type { MergedCells, ReaderNote } from './source-table.ts';

export type {
  ColumnHeading,
  ColumnStyle,
  Dialect,
  Heading,
  HeadingRefusal,
  MetadataKind,
} from './headings/heading.ts';

/** Tried in this order: the surest marks first. */
const dialects: readonly HeaderDialect[] = [
  qualtrics,
  qualtricsLegacy,
  microsoftForms,
  jotform,
  snap,
  alchemer,
  limeSurvey,
  googleForms,
  surveyMonkey,
];

const titleLinesAtMost = 30;

/** What is known of a table besides its first records. */
export interface HeadingOptions {
  /** How many rows the headings are; 0 for a table without, whose columns are then `Column 1`... */
  readonly headerRows?: number;
  readonly merged?: readonly MergedCells[];
}

/** Reads the heading from a table's first records (50 or more; the first is record 1). */
export function readHeading(firstRows: string[][], options: HeadingOptions = {}): Heading {
  const refusal = refuseSummary(firstRows);
  const found = refusal === null ? findDialect(firstRows) : null;
  if (found !== null && (options.headerRows ?? found.depth) === found.depth) {
    const candidate = candidateAt(firstRows, found.start);
    const columns = found.dialect.columns(candidate, found.depth).map(tidied);
    return headingOf(found.dialect.dialect, found.depth, found.start, columns, refusal);
  }
  const dialect = found?.dialect.dialect ?? 'plain';
  const start = found?.start ?? startOfTable(firstRows);
  if (options.headerRows === 0) {
    const from = found?.start ?? 0;
    return headingOf(dialect, 0, from, numbered(candidateAt(firstRows, from)), refusal);
  }
  const heads = headerRows(firstRows, start, options.merged ?? [], options.headerRows ?? null);
  const depth = heads.rows.length;
  const below = firstRows.slice(heads.start + depth);
  const rows = [...heads.rows, ...below];
  const candidate = { rows, width: Math.max(0, ...rows.map((row) => row.length)) };
  return headingOf(dialect, depth, heads.start, plain.columns(candidate, depth).map(tidied), refusal);
}

function headingOf(
  dialect: Dialect,
  depth: number,
  start: number,
  named: ColumnHeading[],
  refusal: HeadingRefusal | null,
): Heading {
  const columns = markLeftOverCopy(named);
  return {
    dialect,
    headerRows: depth,
    headerRow: start + 1,
    columns,
    refusal,
    notes: headingNotes(columns, start),
  };
}

function findDialect(rows: string[][]): { dialect: HeaderDialect; depth: number; start: number } | null {
  for (let start = 0; start < Math.min(rows.length, titleLinesAtMost); start++) {
    if (filledCells(rows[start]) === 0) continue;
    const candidate = candidateAt(rows, start);
    for (const dialect of dialects) {
      const depth = dialect.depth(candidate);
      if (depth > 0) return { dialect, depth, start };
    }
    if (start >= startOfTable(rows)) return null;
  }
  return null;
}

function candidateAt(rows: readonly string[][], start: number): Candidate {
  const from = rows.slice(start);
  return { rows: from, width: Math.max(0, ...from.map((row) => row.length)) };
}

const filledCells = (row: readonly string[] | undefined): number =>
  (row ?? []).filter((cell) => cell.trim() !== '').length;

/** The first record that is as full as a row of this table: title lines have few cells. */
function startOfTable(rows: readonly string[][]): number {
  const filled = rows.map(filledCells);
  const sorted = filled.filter((count) => count > 0).sort((a, b) => a - b);
  const usual = sorted[Math.floor(sorted.length / 2)] ?? 0;
  const titleCells = usual < 2 ? 0 : Math.max(1, Math.min(3, Math.floor(usual / 3)));
  const start = filled.findIndex((count) => count > titleCells);
  return start >= 0 && start < titleLinesAtMost
    ? start
    : Math.max(
        0,
        filled.findIndex((count) => count > 0),
      );
}

const tidied = (column: ColumnHeading): ColumnHeading => ({
  ...column,
  header: tidy(column.header),
  question: tidy(column.question),
  item: column.item === null ? null : tidy(column.item),
});

const numbered = (candidate: Candidate): ColumnHeading[] =>
  plain.columns(candidate, 0).map((column) => {
    const header = `Column ${column.index + 1}`;
    return { ...column, header, question: header };
  });

function headingNotes(columns: readonly ColumnHeading[], start: number): ReaderNote[] {
  const notes: ReaderNote[] = [];
  if (start > 0) {
    notes.push({ code: 'title-lines-skipped', text: `${start} lines above the headings were left out.` });
  }
  const copied = columns.filter(({ duplicateOf }) => duplicateOf !== null).length;
  if (copied > 0) {
    const text = `The last ${copied} columns are a left-over copy of questions asked before; they would be counted twice.`;
    notes.push({ code: 'left-over-copy', text });
  }
  const seen = new Set<string>();
  const repeated = columns.filter(({ header, duplicateOf, role }) => {
    if (role !== 'answer' || duplicateOf !== null || header === '') return false;
    const known = seen.has(header.toLowerCase());
    seen.add(header.toLowerCase());
    return known;
  });
  if (repeated.length > 0) {
    const text = `${repeated.length} ${repeated.length === 1 ? 'heading comes' : 'headings come'} more than once; the first is “${repeated[0]?.header}”.`;
    notes.push({ code: 'repeated-headings', text });
  }
  return notes;
}
