// Owns what a file is taken for: its kind, and the mapping to follow (the analyst's, else a saved one).
import type { Heading } from '#core/readers/head.ts';
import { AppError } from '#shared/errors.ts';
import type { SavedMappingUse } from '#shared/schemas/import.ts';
import type { Importer } from './importer.ts';
import { importerOf, importers } from './index.ts';
import { recogniseKind } from './recognise-kind.ts';
import { driftOf, followRenaming, recogniseMapping } from './saved-mapping.ts';
import type { StageTask } from './stage-result.ts';

export interface Choice {
  readonly importer: Importer;
  /** The task with the mapping (and instrument) to follow. */
  readonly task: StageTask;
  readonly savedMapping: SavedMappingUse | null;
}

function namedKind(kind: string): Importer {
  const importer = importerOf(kind);
  if (!importer)
    throw new AppError('kind-not-known', { kind, kinds: importers.map(({ id }) => id).join(', ') });
  return importer;
}

/**
 * The kind said, else that of a saved mapping of just these headings, else what the headings say, else that of
 * a saved mapping of headings like these.
 */
function kindOf(task: StageTask, heading: Heading, rows: readonly (readonly string[])[]): Importer {
  if (task.kind !== null) return namedKind(task.kind);
  const headings = heading.columns.map(({ header }) => header);
  const saved = recogniseMapping(task.saved ?? [], headings, null, task.sheet);
  const importer =
    (saved?.exact ? importerOf(saved.mapping.kind) : undefined) ??
    recogniseKind(heading, rows) ??
    (saved ? importerOf(saved.mapping.kind) : undefined);
  if (!importer) throw new AppError('kind-unknown', { name: task.name });
  return importer;
}

/** @param task its sheet is the one that was read. @throws AppError kind-unknown, kind-not-known */
export function chooseMapping(
  task: StageTask,
  heading: Heading,
  rows: readonly (readonly string[])[],
): Choice {
  const importer = kindOf(task, heading, rows);
  const headings = heading.columns.map(({ header }) => header);
  const saved = recogniseMapping(task.saved ?? [], headings, importer.id, task.sheet)?.mapping;
  if (!saved) return { importer, task, savedMapping: null };
  const drift = driftOf(saved, headings, importer.fields);
  const { id, name, savedAt } = saved;
  return {
    importer,
    task: {
      ...task,
      mapping: followRenaming(saved.mapping, drift),
      instrument: task.instrument ?? saved.instrument,
    },
    savedMapping: { id, name, savedAt, drift },
  };
}
