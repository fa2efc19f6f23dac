// Owns what a pack sheet is and what it is given to describe itself.
// The rule: a sheet asks for figures and sets out their points; it computes no number. What only an exempt
// pack may hold can be asked for by a sheet of an exempt pack alone: a public one is built without it.
import type { Figure, FigureRequest } from '#shared/schemas/figure.ts';
import type { ImportRecord } from '#shared/schemas/import.ts';
import type { PackFront, ReplacedPack } from '#shared/schemas/pack.ts';
import type { WorkspaceSettings } from '#shared/schemas/workspace.ts';
import type { Edition } from '../editions.ts';
import type { PackPeriod } from '../pack-period.ts';
import type { PackPoint, SheetDraft } from './draft.ts';
import type { ExemptRecords, PackRecords } from './records.ts';

export type { PackPoint } from './draft.ts';

/** A figure of the pack: its points know it by its id. */
export interface PackFigure extends Omit<Figure, 'points'> {
  readonly id: string;
  readonly points: readonly PackPoint[];
}

export interface PackContext {
  readonly edition: Edition;
  readonly circulation: 'public' | 'exempt';
  readonly profile: 'published' | 'committee';
  readonly marking: string;
  /** "Draft of issue 2", or "Issue 2" once released. */
  readonly version: string;
  readonly reference: string;
  readonly span: PackPeriod;
  readonly settings: WorkspaceSettings;
  readonly imports: readonly ImportRecord[];
  /** What people typed for the cover. */
  readonly front: PackFront;
  /** ISO instant of the last change of the workspace: the state that the pack tells of. */
  readonly asAt: string;
  /** ISO instant in UTC; null for a draft. */
  readonly releasedAt: string | null;
  /** The released pack that it takes the place of. */
  readonly replaces: ReplacedPack | null;
  readonly records: PackRecords;
  /** Figures already asked for are remembered: two sheets that show one figure agree. */
  ask(request: FigureRequest): Promise<PackFigure>;
  /** The figures asked for so far. */
  figures(): Promise<readonly PackFigure[]>;
  /** The marker of a note, "[note 1]"; numbers run in the order of asking, which is the reading order. */
  note(text: string): string;
  /** The notes so far, in order. */
  notes(): readonly string[];
}

export interface ExemptContext extends PackContext {
  readonly circulation: 'exempt';
  readonly records: PackRecords & ExemptRecords;
}

interface SheetCard {
  /** The name of the sheet in the workbook. */
  readonly id: string;
  readonly title: string;
  readonly definition: string;
}

/** One sheet, or several of a kind. */
type Built = Promise<SheetDraft | readonly SheetDraft[]>;

/** A sheet an edition may hold. `derived`: made from the other sheets once they are there. */
export interface PackSheet extends SheetCard {
  readonly exempt?: false;
  readonly build: 'derived' | ((context: PackContext) => Built);
}

/** A sheet that only an exempt pack may hold. */
export interface ExemptSheet extends SheetCard {
  readonly exempt: true;
  readonly build: 'derived' | ((context: ExemptContext) => Built);
}
