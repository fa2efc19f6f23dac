// Owns the review: a person reads held-back texts, a page at a time, and that is written down.
import type { Session } from '#core/store/session.ts';
import { AppError } from '#shared/errors.ts';
import type { HeldText, TextReview, TextReviewRequest } from '#shared/schemas/free-text.ts';
import {
  type BlockRow,
  blocksOf,
  logTexts,
  openHeld,
  type TextAccess,
  withDecisions,
} from './held-blocks.ts';
import { textSource } from './text-sources.ts';

const pageTexts = 20;

/** The texts from `skip` on, as many as a page shows; opens no block that it does not need. */
async function readPage(
  session: Session,
  access: TextAccess,
  blocks: readonly BlockRow[],
  skip: number,
  waiting: boolean,
): Promise<HeldText[]> {
  const page: HeldText[] = [];
  let left = skip;
  for (const block of blocks) {
    const here = waiting ? block.texts - block.decided : block.texts;
    if (left >= here) {
      left -= here;
      continue;
    }
    const rows = await openHeld(session, access, block);
    const texts = await withDecisions(session, access, rows);
    const wanted = waiting ? texts.filter(({ status }) => status === 'waiting') : texts;
    page.push(...wanted.slice(left, left + pageTexts - page.length));
    left = 0;
    if (page.length >= pageTexts) break;
  }
  return page;
}

/**
 * Opens one text, or a page of them, for somebody to read; the reading is logged.
 * @throws AppError text-unknown, text-sealed
 */
export async function reviewTexts(
  session: Session,
  access: TextAccess,
  { row, page = 1, waiting = false }: Pick<TextReviewRequest, 'row' | 'page' | 'waiting'>,
  minimumBase: number,
): Promise<TextReview> {
  const { importId, field } = access;
  const source = await textSource(session, importId, field, minimumBase);
  const blocks = await blocksOf(session, access);
  const total = waiting ? source.waiting : source.texts;
  const pages = row === undefined ? Math.max(1, Math.ceil(total / pageTexts)) : 1;
  const shown = row === undefined ? Math.min(page, pages) : 1;
  const texts =
    row === undefined
      ? await readPage(session, access, blocks, (shown - 1) * pageTexts, waiting)
      : [await readText(session, access, row)];
  await logTexts(
    session,
    access,
    'review',
    texts.filter(({ safeguarded }) => !safeguarded).map((text) => text.row),
  );
  return { source, minimumBase, page: shown, pages, texts };
}

/** One text with what was decided on it. @throws AppError text-unknown, text-sealed */
export async function readText(session: Session, access: TextAccess, row: number): Promise<HeldText> {
  const blocks = await blocksOf(session, access);
  const block = blocks.find(({ first_row, last_row }) => first_row <= row && row <= last_row);
  const held = block && (await openHeld(session, access, block)).find((text) => text.row === row);
  const [text] = held ? await withDecisions(session, access, [held]) : [];
  if (!text) throw new AppError('text-unknown', { what: `row ${row} of ${access.field}` });
  return text;
}
