// Owns how the kinds, metrics, sheets and editions are published to every screen, help text and pack.
import { z } from 'zod';
import { metricCard } from './figure.ts';
import { circulation } from './pack.ts';

export const fieldCard = z.object({
  id: z.string(),
  label: z.string(),
  type: z.string(),
  required: z.boolean(),
  treatment: z.enum(['stored', 'pseudonym', 'held-back', 'not-imported']),
  values: z.array(z.string()),
});

export const entryCard = z.object({ id: z.string(), title: z.string(), definition: z.string() });
export const kindCard = entryCard.extend({ fields: z.array(fieldCard) });

export const catalogue = z.object({
  kinds: z.array(kindCard),
  metrics: z.array(metricCard),
  sheets: z.array(entryCard),
  editions: z.array(entryCard.extend({ sheets: z.array(z.string()), circulations: z.array(circulation) })),
});

export type Catalogue = z.infer<typeof catalogue>;
export type KindCard = z.infer<typeof kindCard>;
