// Owns what the sheets of single cases share: the cases of the pack's period, their references, the locked key.
import type { CaseEntry } from '#shared/schemas/case-list.ts';
import type { ColumnModel } from '../model.ts';
import type { DraftCell, SheetDraft } from './draft.ts';
import type { ExemptContext } from './sheet.ts';
import { tableSheet } from './table-sheet.ts';

const locked =
  'Nothing stands here because the Monitoring Officer’s key was locked when this pack was built. Single cases are set out only while it is unlocked, and each time they are read is logged.';
const caution =
  'Each row is a single case. Nobody is named: people stand as roles only, and nothing that anybody wrote is repeated. Matters that went to safeguarding or the police are in no row.';

/** A case with what it is called in this pack: its reference, or its place where that may hold words. */
export type ListedCase = CaseEntry & { readonly name: string };

interface CaseSheet {
  readonly name: string;
  readonly title: string;
  readonly description: string;
  /** What the imports do not hold, so that there is no column for it. */
  readonly left: string;
  readonly columns: readonly ColumnModel[];
  picks(one: ListedCase): boolean;
  row(one: ListedCase): DraftCell[];
  /** What is not there where no case is picked. */
  readonly none: string;
}

/** A sheet of single cases, each in a row. */
export async function caseSheet(context: ExemptContext, sheet: CaseSheet): Promise<SheetDraft> {
  const { from, to, title } = context.span.period;
  const cases = await context.records.cases({ from, to });
  const listed = (cases ?? []).map((one, index) => ({ ...one, name: one.ref ?? `Case ${index + 1}` }));
  const picked = listed.filter((one) => sheet.picks(one));
  const renamed = picked.some(({ ref }) => ref === null)
    ? ['A reference that may hold words is not repeated: such a case is called by its place in the list.']
    : [];
  return tableSheet({
    name: sheet.name,
    title: `${sheet.title}, ${title}`,
    lines: [
      sheet.description,
      caution,
      ...renamed,
      sheet.left,
      'Source: the incident log, as listed on the sheet Method_and_quality.',
    ],
    columns: sheet.columns,
    rows: picked.map((one) => sheet.row(one)),
    missing: cases === null ? locked : sheet.none,
  });
}
