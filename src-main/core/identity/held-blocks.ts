// Owns opening what is held back: which block a row is in, its texts, what was decided on them.
import type { Session } from '#core/store/session.ts';
import { AppError } from '#shared/errors.ts';
import type { HeldText, ReleaseStatus } from '#shared/schemas/free-text.ts';
import { heldPosts } from './held-posts.ts';
import { withoutOverlaps } from './screening/finding.ts';
import { findPosts } from './screening/posts.ts';
import type { Sealed } from './seal.ts';
import { type HeldRow, openBlock, textSeal } from './text-block.ts';
import blocksSql from './text-blocks.sql?raw';
import decisionsSql from './text-decisions.sql?raw';
import logSql from './text-log.sql?raw';
import safeguardingSql from './text-safeguarding.sql?raw';

/** Who asks for which column, with what key. */
export interface TextAccess {
  readonly key: Uint8Array;
  readonly by: string;
  readonly importId: string;
  readonly field: string;
}

export interface BlockRow {
  readonly block_no: number;
  readonly field: string;
  readonly first_row: number;
  readonly last_row: number;
  readonly texts: number;
  readonly decided: number;
}

/** The blocks of a column in the order of its rows; still sealed. */
export const blocksOf = (session: Session, { importId, field }: TextAccess): Promise<BlockRow[]> =>
  session.all<BlockRow>(blocksSql, { import_id: importId, field });

/** The texts of one block. @throws AppError text-sealed */
export async function openHeld(session: Session, access: TextAccess, block: BlockRow): Promise<HeldRow[]> {
  const [sealed] = await session.all<Sealed>(
    `select to_base64(nonce) as nonce, to_base64(sealed) as sealed
    from clean.held_text where import_id = $import_id and block_no = $block_no::integer`,
    { import_id: access.importId, block_no: block.block_no },
  );
  const place = { field: block.field, firstRow: block.first_row, lastRow: block.last_row };
  const rows = sealed ? openBlock(textSeal(access.key), place, sealed) : null;
  if (!rows) throw new AppError('text-sealed');
  return rows;
}

/** Rows that nobody may read here, because their case went to safeguarding. */
export async function safeguardedRows(session: Session, importId: string): Promise<ReadonlySet<number>> {
  const rows = await session.all<{ row_no: number }>(safeguardingSql, { import_id: importId });
  return new Set(rows.map(({ row_no }) => row_no));
}

interface DecisionRow {
  readonly row_no: number;
  readonly text: string | null;
  readonly status: ReleaseStatus;
  readonly reason: string;
}

/**
 * Texts with what was decided on each; safeguarded ones without their words. Posts of the staff list are
 * looked for now: the list may have come after the texts.
 */
export async function withDecisions(
  session: Session,
  { importId, field, key }: TextAccess,
  rows: readonly HeldRow[],
): Promise<HeldText[]> {
  const [first, last] = [rows[0], rows.at(-1)];
  if (!first || !last) return [];
  const posts = await heldPosts(session, textSeal(key));
  const closed = await safeguardedRows(session, importId);
  const decisions = await session.all<DecisionRow>(decisionsSql, {
    import_id: importId,
    field,
    first_row: first.row,
    last_row: last.row,
  });
  const byRow = new Map(decisions.map((decision) => [decision.row_no, decision]));
  return rows.map(({ row, text, found }) => {
    const decision = byRow.get(row);
    const shut = closed.has(row);
    return {
      row,
      text: shut ? '' : text,
      found: shut ? [] : withoutOverlaps([...found, ...(posts.size > 0 ? findPosts(text, posts) : [])]),
      safeguarded: shut,
      status: decision?.status ?? 'waiting',
      released: decision?.text ?? null,
      reason: decision?.reason ?? null,
    };
  });
}

/** Writes down who read or decided on which rows; never a text. */
export const logTexts = (
  session: Session,
  { importId, field, by }: TextAccess,
  act: 'review' | 'release' | 'withdraw',
  rows: readonly number[],
): Promise<number> =>
  session.run(logSql, {
    at: new Date().toISOString(),
    by,
    act,
    import_id: importId,
    field,
    rows: JSON.stringify(rows),
  });
