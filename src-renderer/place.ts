// Owns the window's place: which view, which period, grain, filters and choices, as a URL hash and back.
// The rule: the hash says everything, so that a reload or a copied address shows the same thing.
import type { Grain } from '../src-shared/schemas/figure.ts';

export const viewIds = [
  'start',
  'import',
  'health',
  'survey',
  'incidents',
  'trends',
  'evidence',
  'appraisals',
  'texts',
  'packs',
  'judgement',
  'officer',
] as const;
export type ViewId = (typeof viewIds)[number];

export const grains = ['month', 'quarter', 'financial-year', 'municipal-year', 'wave', 'all'] as const;

export interface Place {
  readonly view: ViewId;
  /** 'all', 'last-12', 'fy-2024' (from April 2024) or 'my-2024' (from May 2024). */
  readonly period: string;
  /** null: each figure's usual grain. */
  readonly grain: Grain | null;
  readonly filters: Readonly<Record<string, string>>;
  /** Choices inside a view, such as the survey instrument. */
  readonly pick: Readonly<Record<string, string>>;
}

export const home: Place = { view: 'start', period: 'all', grain: null, filters: {}, pick: {} };

const isView = (text: string): text is ViewId => (viewIds as readonly string[]).includes(text);
const isGrain = (text: string): text is Grain => (grains as readonly string[]).includes(text);
const isPeriod = (text: string): boolean => /^(all|last-12|(fy|my)-\d{4})$/.test(text);

/** `#/incidents?period=fy-2024&f.directorate=Adults`; keys are sorted so that one place has one address. */
export function toHash(place: Place): string {
  const params = new URLSearchParams();
  if (place.period !== 'all') params.set('period', place.period);
  if (place.grain) params.set('grain', place.grain);
  for (const [key, value] of Object.entries(place.filters)) params.set(`f.${key}`, value);
  for (const [key, value] of Object.entries(place.pick)) params.set(`p.${key}`, value);
  params.sort();
  const query = params.toString();
  return `#/${place.view}${query ? `?${query}` : ''}`;
}

/** Reads a hash; whatever it does not understand falls back to the first screen's plain state. */
export function fromHash(hash: string): Place {
  const [path = '', query = ''] = hash.replace(/^#\/?/, '').split('?', 2);
  const params = new URLSearchParams(query);
  const part = (prefix: string) =>
    Object.fromEntries(
      [...params].filter(([key]) => key.startsWith(prefix)).map(([key, value]) => [key.slice(2), value]),
    );
  const period = params.get('period') ?? '';
  const grain = params.get('grain') ?? '';
  return {
    view: isView(path) ? path : 'start',
    period: isPeriod(period) ? period : 'all',
    grain: isGrain(grain) ? grain : null,
    filters: part('f.'),
    pick: part('p.'),
  };
}

export const samePlace = (a: Place, b: Place): boolean => toHash(a) === toHash(b);
