// Owns the release of a text by a person, and its withdrawal.
// The rule: what is released is screened again, and a small group's words are not released at all.
import type { Session } from '#core/store/session.ts';
import { AppError } from '#shared/errors.ts';
import type { TextRelease, TextReleaseRequest } from '#shared/schemas/free-text.ts';
import { type FindingKind, redactionMarks } from '#shared/vocabulary/findings.ts';
import { logTexts, type TextAccess } from './held-blocks.ts';
import { heldPosts } from './held-posts.ts';
import type { Finding } from './screening/finding.ts';
import { gatherNames } from './screening/known-names.ts';
import { screener } from './screening/screening.ts';
import { textSeal } from './text-block.ts';
import { readText } from './text-review.ts';
import { textSource } from './text-sources.ts';

/** What names or reaches one person: it may stand in no text that is published. */
export const identifying: ReadonlySet<FindingKind> = new Set([
  'name',
  'e-mail',
  'phone',
  'postcode',
  'national-insurance',
  'handle',
]);

/** How many findings were put out of the text by one of the marks. */
const redactionsIn = (text: string): number =>
  Object.values(redactionMarks).reduce((sum, mark) => sum + text.split(mark).length - 1, 0);

const kindsIn = (found: readonly Finding[]): string => [...new Set(found.map(({ kind }) => kind))].join(', ');

/** Names found in the held text are looked for in the released one, however they are written there. */
function screenAgain(
  text: string,
  held: { text: string; found: readonly Finding[] },
  posts: ReadonlySet<string>,
): readonly Finding[] {
  const known = gatherNames();
  for (const { start, end, kind } of held.found) if (kind === 'name') known.add(held.text.slice(start, end));
  return screener({ known, posts })(text);
}

function refuse(found: readonly Finding[], { status, confirm = false }: TextReleaseRequest): void {
  const naming = found.filter(({ kind }) => identifying.has(kind));
  if (status === 'public' && naming.length > 0) {
    throw new AppError('text-names-somebody', { found: kindsIn(naming) });
  }
  if (found.length > 0 && !confirm) throw new AppError('text-needs-confirming', { found: kindsIn(found) });
}

/**
 * Writes down what a person decided on one text: never shown, exempt papers only, or public.
 * An earlier decision on it is replaced.
 * @throws AppError text-unknown, text-sealed, text-empty, text-group-small, text-safeguarded,
 *   text-names-somebody, text-needs-confirming
 */
export async function releaseText(
  session: Session,
  access: TextAccess,
  request: TextReleaseRequest,
  minimumBase: number,
): Promise<TextRelease> {
  const { importId, field } = access;
  const { row, status, reason } = request;
  const source = await textSource(session, importId, field, minimumBase);
  const held = await readText(session, access, row);
  const text = status === 'never' ? null : (request.text ?? '').trim();
  let found: readonly Finding[] = [];
  if (text !== null) {
    if (text === '') throw new AppError('text-empty');
    if (held.safeguarded) throw new AppError('text-safeguarded');
    if (!source.enough)
      throw new AppError('text-group-small', { base: source.base ?? 0, minimum: minimumBase });
    found = screenAgain(text, held, await heldPosts(session, textSeal(access.key)));
    refuse(found, request);
  }
  const redactions = text === null ? 0 : redactionsIn(text);
  await forget(session, access, row);
  await session.run(
    `insert into clean.released_text by name select $import_id as import_id, $row_no::integer as row_no,
      $field as field, $text::varchar as text, $redactions::integer as redactions, $status as status,
      $reason as reason, $by as released_by, $at::timestamp as released_at`,
    {
      import_id: importId,
      row_no: row,
      field,
      text,
      redactions,
      status,
      reason,
      by: access.by,
      at: new Date().toISOString(),
    },
  );
  await logTexts(session, access, 'release', [row]);
  return { importId, field, row, status, redactions, found: [...found] };
}

const forget = (session: Session, { importId, field }: TextAccess, row: number): Promise<number> =>
  session.run(
    'delete from clean.released_text where import_id = $import_id and field = $field and row_no = $row_no::integer',
    { import_id: importId, field, row_no: row },
  );

/** Takes a decision back: the text waits again and is shown nowhere. @throws AppError text-not-decided */
export async function withdrawText(session: Session, access: TextAccess, row: number): Promise<void> {
  if ((await forget(session, access, row)) === 0) throw new AppError('text-not-decided', { row });
  await logTexts(session, access, 'withdraw', [row]);
}
