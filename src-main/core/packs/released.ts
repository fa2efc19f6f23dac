// Owns what sets a draft apart from the pack that is released, and the step from the one to the other.
// The rule: a release is the draft that was checked with nothing changed but these words; nothing is asked anew.
import { formatDate } from '#shared/calendar.ts';
import type { DescribedPack } from './describe.ts';
import type { Cell, SheetModel } from './model.ts';

const draftLine = 'DRAFT: this workbook has not been released.';
const notReleased = 'Not released: this is a draft';

export const draftVersion = (issue: number): string => `Draft of issue ${issue}`;
export const releasedVersion = (issue: number): string => `Issue ${issue}`;

/** What the cover says of the release; `releasedAt` is null for a draft. */
export const releasedCell = (releasedAt: string | null): string =>
  releasedAt === null ? notReleased : formatDate(releasedAt.slice(0, 10));

/** One line either way: a cell of a draft has the same address in the released workbook. */
const standingLine = (issue: number, releasedAt: string | null): string =>
  releasedAt === null ? draftLine : `${releasedVersion(issue)}, released ${releasedCell(releasedAt)}.`;

/** A sheet that says under its title that it is a draft, or which issue it is of. */
export const withStanding = (sheet: SheetModel, issue: number, releasedAt: string | null): SheetModel => ({
  ...sheet,
  lines: [standingLine(issue, releasedAt), ...sheet.lines],
});

/**
 * The pack as it is released from its draft: the draft word goes, the issue and the day of release come.
 * @param issue its number; the draft was made for the same
 * @param releasedAt ISO instant in UTC
 */
export function released(draft: DescribedPack, issue: number, releasedAt: string): DescribedPack {
  const reference = inWords(draft.model.reference, issue);
  const cell = (was: Cell): Cell => {
    if (was === draft.model.reference) return reference;
    if (was === draftVersion(issue)) return releasedVersion(issue);
    return was === notReleased ? releasedCell(releasedAt) : was;
  };
  const sheet = ({ lines, table, ...rest }: SheetModel): SheetModel => ({
    ...rest,
    lines: lines.map((line) => (line === draftLine ? standingLine(issue, releasedAt) : line)),
    table: rest.kind === 'cover' ? { ...table, rows: table.rows.map((row) => row.map(cell)) } : table,
  });
  return {
    ...draft,
    model: { ...draft.model, reference, created: releasedAt, sheets: draft.model.sheets.map(sheet) },
    fileName: draft.fileName.replace(`-draft-of-issue-${issue}.xlsx`, `-issue-${issue}.xlsx`),
  };
}

const inWords = (reference: string, issue: number): string =>
  reference.replace(draftVersion(issue).toLowerCase(), releasedVersion(issue).toLowerCase());
