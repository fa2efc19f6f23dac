// Owns a break in a series: from its date on, what it applies to is not compared with what came before.
import { z } from 'zod';
import { decision } from './decision.ts';
import { identifier, isoDate, shortName } from './text.ts';

export const seriesBreak = z.object({
  id: z.string(),
  date: isoDate,
  title: shortName,
  /** Why the two sides cannot be compared. */
  reason: z.string(),
  /** The figures named, and those that rest on one of the kinds of data named. */
  kinds: z.array(identifier),
  metrics: z.array(identifier),
  setBy: z.string(),
  setAt: z.string(),
});

/** Without `id` a new break; with it, that break as it now is. */
export const seriesBreakRequest = z.object({
  id: z.string().optional(),
  date: isoDate,
  title: shortName,
  reason: z.string().trim().min(1, 'say why').max(400, 'it is longer than 400 characters'),
  kinds: z.array(identifier).default([]),
  metrics: z.array(identifier).default([]),
});

export const seriesBreakList = z.object({
  breaks: z.array(seriesBreak),
  /** Events of the type system-change on whose day no break is set: a person decides. */
  proposals: z.array(z.object({ date: isoDate, title: z.string(), kinds: z.array(identifier) })),
  decisions: z.array(decision),
});

export type SeriesBreak = z.infer<typeof seriesBreak>;
export type SeriesBreakRequest = z.output<typeof seriesBreakRequest>;
export type SeriesBreakList = z.infer<typeof seriesBreakList>;
