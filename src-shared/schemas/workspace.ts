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
  /** Counts of cases and people from 1 to one less than this are hidden in a split. Never below 5. */
  smallCount: z.int().min(5).max(50),
  /** Of fewer than this many, "1 of 8" is written and no percentage. Never below 10. */
  percentBase: z.int().min(10).max(100),
  /** Comments of a question that fewer people answered are not released. Never below 10. */
  commentBase: z.int().min(10).max(200),
  /** Calendar days within which a case is to be acknowledged, and closed; null means that none is set. */
  acknowledgeDays: z.int().min(1).max(366).nullable(),
  closeDays: z.int().min(1).max(1098).nullable(),
  /** Calendar days from the start in a role within which an induction is in time. The Protocol names none. */
  inductionDays: z.int().min(1).max(366),
});

/** What a workspace starts with. */
export const defaultSettings = (council: string): WorkspaceSettings => ({
  council,
  adoptionDate: null,
  minimumBase: 10,
  smallCount: 5,
  percentBase: 10,
  commentBase: 10,
  acknowledgeDays: null,
  closeDays: null,
  inductionDays: 90,
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

/** One change of one setting: who set what, when, in place of what. Values as they are written in JSON. */
export const settingChange = z.object({
  key: z.string(),
  previous: z.string().nullable(),
  value: z.string(),
  by: z.string(),
  at: z.string(),
});

export type SettingChange = z.infer<typeof settingChange>;
export type WorkspaceSettings = z.infer<typeof workspaceSettings>;
export type WorkspaceSummary = z.infer<typeof workspaceSummary>;
export type WorkspaceListing = z.infer<typeof workspaceListing>;
