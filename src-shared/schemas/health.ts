// Owns data health: per source what arrived, what is missing or late, and how much weight it bears.
import { z } from 'zod';
import { isoDate } from './text.ts';

/** How much weight a source bears. */
export const cautionLevel = z.enum(['sound', 'caution', 'weak']);

export const columnHealth = z.object({
  field: z.string(),
  label: z.string(),
  /** Ready for people: "98% of 1,204", "all but fewer than 5 of 1,204". */
  shown: z.string(),
  /** Null where it would tell of fewer people than the smallest count that is shown. */
  percent: z.number().nullable(),
  of: z.int(),
  required: z.boolean(),
});

/** A wave of a survey against those who could have answered, as the figure survey-response-rate tells it. */
export const responseHealth = z.object({
  wave: isoDate,
  period: z.string(),
  shown: z.string(),
  percent: z.number().nullable(),
  base: z.number().nullable(),
  population: z.number().nullable(),
  reason: z.string().nullable(),
});

export const sourceHealth = z.object({
  kind: z.string(),
  title: z.string(),
  /** The survey, or the method of qualitative evidence; null for other kinds. */
  instrument: z.string().nullable(),
  side: z.enum(['officers', 'councillors']).nullable(),
  imports: z.int(),
  rows: z.int(),
  lastImport: isoDate,
  from: isoDate.nullable(),
  to: isoDate.nullable(),
  /** What is missing between the first and the last day; null where the kind has no rhythm to keep. */
  gaps: z.array(z.object({ from: isoDate, to: isoDate, text: z.string() })).nullable(),
  columns: z.array(columnHealth),
  /** Days from the last day told of to the import that told it; null where no day is known. */
  daysLate: z.int().nullable(),
  nextDue: isoDate.nullable(),
  overdueDays: z.int().nullable(),
  duplicates: z.object({ within: z.string(), between: z.string() }),
  read: z.int(),
  rejected: z.int(),
  rejectedShown: z.string(),
  problems: z.array(z.object({ code: z.string(), count: z.int() })),
  response: z.array(responseHealth),
  level: cautionLevel,
  /** The sentences behind the level; one that says it is sound where nothing is wrong. */
  reasons: z.array(z.string()),
});

export const health = z.object({
  asAt: isoDate,
  /** One sentence about all sources. */
  reading: z.string(),
  sources: z.array(sourceHealth),
});

export type CautionLevel = z.infer<typeof cautionLevel>;
export type ColumnHealth = z.infer<typeof columnHealth>;
export type ResponseHealth = z.infer<typeof responseHealth>;
export type SourceHealth = z.infer<typeof sourceHealth>;
export type Health = z.infer<typeof health>;
