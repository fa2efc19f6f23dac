// Owns what is said of a workspace: its name, its settings, the list of recent ones.
import { z } from 'zod';
import { isoDate, shortName } from './text.ts';

/** A workspace is a folder; its id is the folder's name, so that no path crosses the contract. */
export const workspaceId = z
  .string()
  .regex(
    /^[\p{L}\p{N}][\p{L}\p{N} ._-]{0,79}$/u,
    'begin with a letter or digit, then letters, digits, blanks, dots and dashes',
  );

export const workspaceSettings = z.object({
  council: shortName,
  /** The date Council adopted the Protocol; null means "not yet adopted". */
  adoptionDate: isoDate.nullable(),
  /** Survey groups with fewer answers than this are hidden. Never below 5. */
  minimumBase: z.int().min(5).max(100),
});

export const workspaceSummary = z.object({
  id: workspaceId,
  settings: workspaceSettings,
  imports: z.int(),
  /** Kinds of data with at least one import. */
  kinds: z.array(z.string()),
  sample: z.boolean(),
});

export const workspaceListing = z.object({
  id: workspaceId,
  council: z.string(),
  opened: z.string().nullable(),
});

export type WorkspaceSettings = z.infer<typeof workspaceSettings>;
export type WorkspaceSummary = z.infer<typeof workspaceSummary>;
export type WorkspaceListing = z.infer<typeof workspaceListing>;
