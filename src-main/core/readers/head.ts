// Finds a table's heading in its first records: under which title lines, how deep, by which tool.
// The rule: decided from the records, never from the file's name; a person may correct the depth.
import { alchemer } from './headings/alchemer.ts';
import { tidy } from './headings/cells.ts';
import { googleForms } from './headings/google-forms.ts';
import type { Candidate, ColumnHeading, HeaderDialect, Heading } from './headings/heading.ts';
import { jotform } from './headings/jotform.ts';
import { markLeftOverCopy } from './headings/left-over-copy.ts';
import { limeSurvey } from './headings/lime-survey.ts';
import { microsoftForms } from './headings/microsoft-forms.ts';
import { plain } from './headings/plain.ts';
import { qualtrics, qualtricsLegacy } from './headings/qualtrics.ts';
import { snap } from './headings/snap.ts';
import { surveyMonkey } from './headings/survey-monkey.ts';
import { refuseSummary } from './headings/survey-summary.ts';
import type { ReaderNote } from './source-table.ts';

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

/**
 * Reads the heading from a table's first records (about 50; the first is record 1). `headerRows`
 * overrides the depth found: 0 for a table without headings, whose columns are then `Column 1`...
 */
export function readHeading(firstRows: string[][], options: { headerRows?: number } = {}): Heading {
  const refusal = refuseSummary(firstRows);
  const found = refusal === null ? findDialect(firstRows) : null;
  const start = found?.start ?? (options.headerRows === 0 ? 0 : startOfTable(firstRows));
  const candidate = candidateAt(firstRows, start);
  const depth = options.headerRows ?? found?.depth ?? 1;
  const reader = found !== null && depth === found.depth ? found.dialect : plain;
  const named = depth === 0 ? numbered(candidate) : reader.columns(candidate, depth).map(tidied);
  const columns = markLeftOverCopy(named);
  return {
    dialect: found?.dialect.dialect ?? 'plain',
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
