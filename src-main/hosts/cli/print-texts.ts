// Owns the words of the command line for held-back texts.
// The rule: a finding is shown between two marks, so that the eye finds it; nothing is computed here.
import type { HeldText, TextList, TextRelease, TextReview } from '#shared/schemas/free-text.ts';
import { number, table } from './print.ts';

/** Columns with their counts; never a text. */
export function textsText({ sources, total, page, pages, waiting }: TextList): string {
  if (total === 0) return 'No comments are held back.';
  const rows = sources.map((source) => [
    source.importId,
    source.field,
    source.label.slice(0, 48),
    number(source.texts),
    number(source.waiting),
    number(source.never),
    number(source.exempt),
    number(source.public),
    source.base === null ? '' : number(source.base),
    Object.entries(source.found)
      .map(([kind, count]) => `${kind} ${number(count)}`)
      .join(', '),
  ]);
  const list = table(
    [
      { title: 'Import' },
      { title: 'Field' },
      { title: 'Heading' },
      { title: 'Texts', right: true },
      { title: 'Waiting', right: true },
      { title: 'Never', right: true },
      { title: 'Exempt', right: true },
      { title: 'Public', right: true },
      { title: 'Base', right: true },
      { title: 'Found' },
    ],
    rows,
  );
  return `${list}\n${number(waiting)} ${waiting === 1 ? 'text waits' : 'texts wait'} for a person.${pages > 1 ? ` Page ${page} of ${pages}.` : ''}`;
}

function marked({ text, found }: HeldText): string {
  let shown = '';
  let at = 0;
  for (const { start, end, kind } of found) {
    shown += `${text.slice(at, start)}«${text.slice(start, end)}»(${kind})`;
    at = end;
  }
  return shown + text.slice(at);
}

const heldText = (text: HeldText): string =>
  [
    `Row ${text.row}, ${text.status}${text.reason === null ? '' : `: ${text.reason}`}`,
    text.safeguarded ? '  (of a case that went to safeguarding: not shown)' : `  ${marked(text)}`,
    ...(text.released === null ? [] : [`  released as: ${text.released}`]),
  ].join('\n');

export const reviewText = ({ source, texts, page, pages, minimumBase }: TextReview): string =>
  [
    `${source.label} (${source.file}), page ${page} of ${pages}`,
    ...(source.enough
      ? []
      : [
          `Only ${number(source.base ?? 0)} people answered; ${number(minimumBase)} are needed to release any.`,
        ]),
    ...texts.map(heldText),
    ...(texts.length === 0 ? ['Nothing is waiting here.'] : []),
  ].join('\n');

export const releaseText = ({ row, field, status, redactions, found }: TextRelease): string =>
  status === 'never'
    ? `Row ${row} of ${field} is never shown.`
    : `Row ${row} of ${field} released as ${status}: ${number(redactions)} redactions, ${number(found.length)} findings left in it.`;
