// Owns what a pack sheet is and what it is given to describe itself.
// The rule: a sheet asks for figures and sets out their points; it computes no number.
import type { Figure, FigureRequest } from '#shared/schemas/figure.ts';
import type { ImportRecord } from '#shared/schemas/import.ts';
import type { WorkspaceSettings } from '#shared/schemas/workspace.ts';
import type { SheetModel } from '../model.ts';
import type { PackPeriod } from '../pack-period.ts';

export interface PackContext {
  /** Title of the edition: "Standards Committee pack". */
  readonly title: string;
  readonly committee: string;
  readonly profile: 'published' | 'committee';
  readonly marking: string;
  readonly reference: string;
  readonly span: PackPeriod;
  readonly settings: WorkspaceSettings;
  readonly imports: readonly ImportRecord[];
  readonly builtAt: string;
  /** Figures already asked for are remembered: two sheets that show one figure agree. */
  ask(request: FigureRequest): Promise<Figure>;
  /** The marker of a note, "[note 1]"; numbers run in the order of asking, which is the reading order. */
  note(text: string): string;
  /** The notes so far, in order. */
  notes(): readonly string[];
}

/** One sheet an edition may hold. `derived`: made from the other sheets once they are there. */
export interface PackSheet {
  /** The name of the sheet in the workbook. */
  readonly id: string;
  readonly title: string;
  readonly definition: string;
  readonly build: 'derived' | ((context: PackContext) => Promise<SheetModel>);
}
