// Owns what crosses a boundary of the audit log: its entries, and whether the chain of them holds.
import { z } from 'zod';

/** What may be told of an action: words and numbers, never a name of a person whom data are about. */
export const auditDetail = z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()]));

const sha256 = z.string().regex(/^[0-9a-f]{64}$/);

/** One line of the file. `hash` is SHA-256 of the rest; `prev` is the hash of the entry before, or zeros. */
export const auditEntry = z.object({
  seq: z.int().min(1),
  at: z.string(),
  by: z.string(),
  action: z.string().regex(/^[a-z][a-z-]{0,39}$/),
  detail: auditDetail,
  prev: sha256,
  hash: sha256,
});

export const auditListRequest = z.object({ page: z.int().min(1).max(100_000).optional() });
export const auditList = z.object({
  /** Newest first. */
  entries: z.array(auditEntry),
  total: z.int(),
  page: z.int(),
  pages: z.int(),
});

/** What is wrong with a line: its words or numbers, its place, or that it is there or is not. */
export const auditFault = z.enum(['changed', 'moved-or-missing', 'unreadable', 'cut-off', 'not-ours']);
export const auditProblem = z.object({ line: z.int(), fault: auditFault, reading: z.string() });
export const auditVerdict = z.object({
  holds: z.boolean(),
  entries: z.int(),
  reading: z.string(),
  /** The first 100 problems. */
  problems: z.array(auditProblem),
});

export type AuditDetail = z.infer<typeof auditDetail>;
export type AuditEntry = z.infer<typeof auditEntry>;
export type AuditList = z.infer<typeof auditList>;
export type AuditProblem = z.infer<typeof auditProblem>;
export type AuditVerdict = z.infer<typeof auditVerdict>;
