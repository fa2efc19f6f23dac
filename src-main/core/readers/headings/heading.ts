// What a heading is: where it stands, which tool wrote it, and what each column asks.
import type { ReaderNote } from '../source-table.ts';

export type Dialect =
  | 'surveymonkey'
  | 'qualtrics'
  | 'qualtrics-legacy'
  | 'microsoft-forms'
  | 'google-forms'
  | 'limesurvey'
  | 'alchemer'
  | 'jotform'
  | 'snap'
  | 'plain';

/** What a column that is not an answer holds. */
export type MetadataKind =
  | 'respondent-id'
  | 'collector-id'
  | 'start'
  | 'end'
  | 'email'
  | 'name'
  | 'ip'
  | 'status'
  | 'finished'
  | 'progress'
  | 'duration'
  | 'latitude'
  | 'longitude'
  | 'language'
  | 'custom'
  | 'other';

/** How a column answers its question, as far as headings and the first records tell. */
export type ColumnStyle =
  | 'single'
  | 'multi-choice'
  | 'matrix'
  | 'expanded-choice'
  | 'open-ended'
  | 'other-text'
  | 'ranking'
  | 'unknown';

/** One column. `header` is question plus item; `item` the row label or choice of a block. */
export interface ColumnHeading {
  readonly index: number;
  readonly header: string;
  readonly question: string;
  readonly item: string | null;
  readonly role: 'metadata' | 'answer';
  readonly metadata: MetadataKind | null;
  readonly style: ColumnStyle;
  /** The column this one repeats in a left-over copy of a block of questions; else null. */
  readonly duplicateOf: number | null;
}

/** Why a file that looks like a survey is not its responses. */
export interface HeadingRefusal {
  readonly code: 'survey-summary-not-responses';
  readonly text: string;
}

/** The heading of a table. `headerRow` is the 1-based number of its first record. */
export interface Heading {
  readonly dialect: Dialect;
  readonly headerRows: number;
  readonly headerRow: number;
  readonly columns: readonly ColumnHeading[];
  readonly refusal: HeadingRefusal | null;
  readonly notes: readonly ReaderNote[];
}

/** The records a dialect looks at: its header rows (from the row it was tried at) and what follows. */
export interface Candidate {
  readonly rows: readonly (readonly string[])[];
  /** The width of the table: the widest of its rows. */
  readonly width: number;
}

/** One tool's header dialect: is it this one, how many rows deep, and what are its columns? */
export interface HeaderDialect {
  readonly dialect: Dialect;
  /** Header rows at the candidate's first record, or 0 when this tool did not write them. */
  depth(candidate: Candidate): number;
  /** The columns, `depth` header rows deep; answers' styles may use the records below. */
  columns(candidate: Candidate, depth: number): ColumnHeading[];
}
