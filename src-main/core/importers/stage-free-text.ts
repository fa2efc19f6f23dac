// Owns what becomes of comments during a pass: screened, sealed in blocks, staged; never in clear on a disk.
// The rule: who is named is known only when the whole file has been read, so texts wait sealed until then.
import { closeSync, openSync, readSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { sealPosts, singlePosts } from '#core/identity/held-posts.ts';
import { gatherNames } from '#core/identity/screening/known-names.ts';
import { screener } from '#core/identity/screening/screening.ts';
import type { Seal } from '#core/identity/seal.ts';
import { countFindings, type HeldRow, openBlock, sealBlock } from '#core/identity/text-block.ts';
import { openStagingFile, staged } from './staging-file.ts';

/** The staging file of sealed texts, in the folder of an import. */
export const heldTextFile = 'held-text.csv';
/** The staging file of sealed titles that one person holds. */
export const heldPostFile = 'held-post.csv';
const draftFile = 'held-text.draft';

const blockTexts = 1000;
const blockCharacters = 1 << 18;
/** As much as a cell of a workbook can hold. */
const longestText = 32_767;
/** What people write where they have nothing to say. */
const noText = /^(?:n\s?[/.]?\s?a\.?|none|nil|no|nothing|not applicable|no comments?|[-–—.?/x*]+)$/i;

/** A column of free text: a name for it that stays the same, and its heading. */
export interface FreeTextColumn {
  readonly id: string;
  readonly label: string;
}

/** Told how many texts have been screened, of how many. */
export type ScreeningStep = (done: number, of: number) => void;

export interface FreeTextOptions {
  /** Where staging files go; null for a preview, which keeps nothing. */
  readonly folder: string | null;
  readonly seal: Seal;
  readonly columns: readonly FreeTextColumn[];
}

export interface FreeText {
  /** A text of an accepted row. Rows come in the order of the file. */
  see(row: number, field: string, text: string): void;
  /** A person whom the file itself names. Kept in memory until the pass ends. */
  known(name: string): void;
  /** A title of a staff list and who holds it (any text that tells people apart). */
  post(title: string, holder: string): void;
  /** Screens what was seen and writes the staging files; `step` is told of each block. @returns texts held back */
  close(step?: ScreeningStep): number;
  /** Ends a pass that is begun again or has failed. After `close` it does nothing. */
  abandon(): void;
}

interface Pending {
  rows: HeldRow[];
  characters: number;
}

/** A block as it waits in the draft: where it stands there, and its nonce. */
interface Draft {
  readonly field: string;
  readonly firstRow: number;
  readonly lastRow: number;
  readonly at: number;
  readonly bytes: number;
  readonly nonce: string;
}

/** Blocks sealed but not yet screened, in a file of their own. */
function openDrafts(path: string, seal: Seal) {
  const file = openSync(path, 'w+', 0o600);
  const drafts: Draft[] = [];
  let size = 0;
  let open = true;
  return {
    drafts,
    add: (field: string, rows: readonly HeldRow[]): void => {
      const [first, last] = [rows[0], rows.at(-1)];
      if (!first || !last) return;
      const place = { field, firstRow: first.row, lastRow: last.row };
      const { nonce, sealed } = sealBlock(seal, place, rows);
      const bytes = writeSync(file, sealed, size, 'latin1');
      drafts.push({ ...place, at: size, bytes, nonce });
      size += bytes;
    },
    read: (draft: Draft): HeldRow[] => {
      const buffer = Buffer.allocUnsafe(draft.bytes);
      readSync(file, buffer, 0, draft.bytes, draft.at);
      const rows = openBlock(seal, draft, { nonce: draft.nonce, sealed: buffer.toString('latin1') });
      if (!rows) throw new Error('a draft of held texts does not open');
      return rows;
    },
    close: (): void => {
      if (!open) return;
      open = false;
      closeSync(file);
      rmSync(path, { force: true });
    },
  };
}

const nothing: FreeText = {
  see: () => {},
  known: () => {},
  post: () => {},
  close: () => 0,
  abandon: () => {},
};

/** Begins to take the free text of one pass. Without a folder nothing is kept. */
export function openFreeText({ folder, seal, columns }: FreeTextOptions): FreeText {
  if (folder === null) return nothing;
  const names = gatherNames();
  const pending = new Map<string, Pending>(columns.map(({ id }) => [id, { rows: [], characters: 0 }]));
  const labels = new Map(columns.map(({ id, label }) => [id, label.trim() || id]));
  const posts = singlePosts();
  const drafts = openDrafts(join(folder, draftFile), seal);
  const flush = (field: string, own: Pending): void => {
    drafts.add(field, own.rows);
    own.rows = [];
    own.characters = 0;
  };
  let seen = 0;
  const finish = (step: ScreeningStep): number => {
    for (const [field, own] of pending) flush(field, own);
    const screen = screener({ known: names });
    const file = openStagingFile(join(folder, heldTextFile), [
      'block_no,field,label,first_row,last_row,texts,found,nonce,sealed',
    ]);
    let held = 0;
    for (const [index, draft] of drafts.drafts.entries()) {
      const { field, firstRow, lastRow } = draft;
      const rows = drafts.read(draft).map(({ row, text }) => ({ row, text, found: screen(text) }));
      const { nonce, sealed } = sealBlock(seal, draft, rows);
      const label = staged(labels.get(field) ?? field);
      const found = staged(JSON.stringify(countFindings(rows)));
      file.write(
        `${index + 1},${field},${label},${firstRow},${lastRow},${rows.length},${found},${nonce},${sealed}`,
      );
      held += rows.length;
      step(held, seen);
    }
    file.close();
    const postFile = openStagingFile(join(folder, heldPostFile), ['posts,nonce,sealed']);
    const single = posts.single();
    if (single.length > 0) {
      const { nonce, sealed } = sealPosts(seal, single);
      postFile.write(`${single.length},${nonce},${sealed}`);
    }
    postFile.close();
    return held;
  };
  let over = false;
  const once = (work: () => number): number => {
    if (over) return 0;
    over = true;
    try {
      return work();
    } finally {
      drafts.close();
    }
  };
  return {
    known: names.add,
    post: posts.add,
    see: (row, field, cell) => {
      const text = cell.trim().slice(0, longestText);
      const own = pending.get(field);
      if (!own || text === '' || noText.test(text)) return;
      own.rows.push({ row, text, found: [] });
      seen++;
      own.characters += text.length;
      if (own.rows.length >= blockTexts || own.characters >= blockCharacters) flush(field, own);
    },
    close: (step = () => {}) => once(() => finish(step)),
    abandon: () => void once(() => 0),
  };
}
