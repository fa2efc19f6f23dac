// Owns what the pass over a file is given and what it answers; both cross a thread boundary.
import type { SealedTo } from '#core/identity/sealed-to.ts';
import type {
  ColumnMatch,
  Covers,
  Mapping,
  Note,
  Problem,
  ProblemGroup,
  SavedMapping,
  SavedMappingUse,
  TextEncoding,
  UnknownValue,
} from '#shared/schemas/import.ts';

export interface StageTask {
  readonly path: string;
  readonly name: string;
  readonly kind: string | null;
  readonly sheet: string | null;
  readonly headerRows: number | null;
  /** How a text file is to be decoded, where a person said so. */
  readonly encoding?: TextEncoding | null;
  readonly mapping: Mapping;
  /** Mappings to be recognised by the headings, where the analyst gave none. */
  readonly saved?: readonly SavedMapping[];
  readonly instrument: string | null;
  readonly wave: string | null;
  readonly key: Uint8Array;
  /** The officer's public key, where names are to be kept, sealed to it. */
  readonly keepFor?: string | null;
  /** Where staging files go; null for a preview, which keeps nothing. */
  readonly folder: string | null;
}

export interface StageProgress {
  readonly rows: number;
  readonly bytesRead: number;
  readonly bytesTotal: number;
  /** Once all is read: comments that have been screened, of how many. */
  readonly screened?: { readonly done: number; readonly of: number };
}

/**
 * Something staged that can be stored while the pass goes on: a part of the rows of a kind; or word that
 * the pass begins again and what was stored of it must go.
 */
export type StagedPart =
  | { readonly kind: 'rows'; readonly importer: string; readonly file: string }
  | { readonly kind: 'restart' };

/** What a pass tells while it runs. */
export interface StageListener {
  progress(progress: StageProgress): void;
  part(part: StagedPart): void;
}

/** A question of a survey file, as it will be registered. */
export interface StagedQuestion {
  readonly column: number;
  readonly wording: string;
  readonly item: string | null;
  readonly style: string;
  readonly scale: string | null;
  readonly line: string;
  readonly theme: string | null;
  /** Negatively worded: its scores are turned round, so that higher is better. */
  readonly reversed: boolean;
}

export interface StageResult {
  readonly kind: string;
  readonly dialect: string;
  readonly format: string;
  readonly encoding: string | null;
  readonly sheet: string | null;
  readonly sheets: readonly string[];
  readonly headerRows: number;
  readonly columns: readonly ColumnMatch[];
  readonly sample: readonly Record<string, string>[];
  readonly read: number;
  readonly accepted: number;
  readonly rejected: number;
  /** The first problems; all of them are in the staging file. */
  readonly problems: readonly Problem[];
  readonly problemCount: number;
  readonly problemGroups: readonly ProblemGroup[];
  readonly notes: readonly Note[];
  /** Labels of needed fields that no column fills; nothing was staged then. */
  readonly missing: readonly string[];
  /** The heading whose dates could be read either way round, where nothing settles it. */
  readonly ambiguousDates: string | null;
  /** The saved mapping that was recognised and used. */
  readonly savedMapping: SavedMappingUse | null;
  /** The mapping that was followed: the analyst's, or the saved one with today's headings. */
  readonly mapping: Mapping;
  /** The heading of each field that one column fills. */
  readonly matched: Readonly<Record<string, string>>;
  readonly covers: Covers | null;
  readonly unknownValues: readonly UnknownValue[];
  /** The names behind this file's pseudonyms, sealed; where they are kept and there are any. */
  readonly names?: SealedTo;
  readonly survey: {
    readonly instrument: string | null;
    readonly wave: string | null;
    readonly questions: readonly StagedQuestion[];
  } | null;
}

/** Names of the files in the staging folder. */
export const stagingNames = {
  rows: 'rows.csv',
  answers: 'answers.csv',
  labels: 'labels.csv',
  groups: 'groups.csv',
  tally: 'tally.csv',
  people: 'people.csv',
  patterns: 'patterns.csv',
  problems: 'problems.csv',
  rejects: 'rejects.csv',
} as const;
