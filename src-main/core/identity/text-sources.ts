// Owns the list of what is held back: how many texts of which column wait, and what was decided. Never a text.
import type { Session } from '#core/store/session.ts';
import { AppError } from '#shared/errors.ts';
import type { TextList, TextListRequest, TextSource } from '#shared/schemas/free-text.ts';
import type { WorkspaceSettings } from '#shared/schemas/workspace.ts';
import type { FindingKind } from '#shared/vocabulary/findings.ts';
import sourcesSql from './text-sources.sql?raw';

const pageSources = 50;
/** How many must have answered: comments tell more than ratings, and never need fewer. */
export const commentMinimum = ({
  minimumBase,
  commentBase,
}: Pick<WorkspaceSettings, 'minimumBase' | 'commentBase'>): number => Math.max(commentBase, minimumBase);

interface SourceRow extends Omit<TextSource, 'importedAt' | 'importId' | 'found' | 'enough'> {
  readonly import_id: string;
  readonly imported_at: string;
  readonly found: readonly string[];
  readonly total: number;
  readonly all_waiting: number;
}

function sumFindings(blocks: readonly string[]): TextSource['found'] {
  const sum: Partial<Record<FindingKind, number>> = {};
  for (const block of blocks) {
    for (const [kind, count] of Object.entries(JSON.parse(block) as Record<FindingKind, number>)) {
      sum[kind as FindingKind] = (sum[kind as FindingKind] ?? 0) + count;
    }
  }
  return sum;
}

function sourceOf(row: SourceRow, minimumBase: number): TextSource {
  const { import_id, imported_at, found, total: _, all_waiting: __, ...rest } = row;
  return {
    ...rest,
    importId: import_id,
    importedAt: imported_at,
    found: sumFindings(found),
    enough: rest.base === null || rest.base >= minimumBase,
  };
}

/** One page of the columns that hold free text, the newest import first. */
export async function textSources(
  session: Pick<Session, 'all'>,
  { kind = null, instrument = null, status = null, page = 1 }: Partial<Nullable<TextListRequest>>,
  minimumBase: number,
): Promise<TextList> {
  const rows = await session.all<SourceRow>(sourcesSql, {
    kind,
    instrument,
    status,
    import_id: null,
    field: null,
    limit: pageSources,
    offset: ((page ?? 1) - 1) * pageSources,
  });
  const total = rows[0]?.total ?? 0;
  return {
    sources: rows.map((row) => sourceOf(row, minimumBase)),
    total,
    page: page ?? 1,
    pages: Math.max(1, Math.ceil(total / pageSources)),
    waiting: rows[0]?.all_waiting ?? 0,
  };
}

type Nullable<T> = { [K in keyof T]: T[K] | null | undefined };

/** One column of one import. @throws AppError text-unknown */
export async function textSource(
  session: Pick<Session, 'all'>,
  importId: string,
  field: string,
  minimumBase: number,
): Promise<TextSource> {
  const [row] = await session.all<SourceRow>(sourcesSql, {
    kind: null,
    instrument: null,
    status: null,
    import_id: importId,
    field,
    limit: 1,
    offset: 0,
  });
  if (!row) throw new AppError('text-unknown', { what: `${field} of import ${importId}` });
  return sourceOf(row, minimumBase);
}
