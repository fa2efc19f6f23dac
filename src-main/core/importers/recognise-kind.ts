// Owns the guess of what kind of data a file holds, from its headings (and, for surveys, its answers).
import type { Heading } from '#core/readers/head.ts';
import { isNotAnswer } from '#shared/vocabulary/scales.ts';
import type { Importer, Table } from './importer.ts';
import { importers } from './index.ts';
import { mapColumns } from './map-columns.ts';
import { surveyResponse } from './survey-response.ts';
import { recogniseScale } from './survey-scales.ts';

/** How certain it is that the headings are of a kind; 0 where something it needs is not clearly among them. */
function suitability(importer: Importer, table: Table): number {
  const mapped = mapColumns(importer, table, {});
  const certainty = (id: string) => mapped.find(({ field }) => field.id === id)?.confidence ?? 0;
  const needed = importer.fields.filter((field) => field.required).map(({ id }) => certainty(id));
  const either = [...(importer.oneOf ?? []), ...(importer.columns ?? [])].map((group) =>
    Math.max(...group.map(certainty)),
  );
  const all = [...needed, ...either];
  if (Math.min(...all) < 0.7 || Math.max(...all) < 1) return 0;
  const stored = mapped.filter(({ field }) => field.type.kind !== 'personal');
  const sum = stored.reduce((total, { confidence }) => total + confidence, 0);
  return sum < 2 ? 0 : sum;
}

/** At least three columns of the first rows hold answers on a known scale. */
function looksLikeSurvey(heading: Heading, rows: readonly (readonly string[])[]): boolean {
  const scaled = heading.columns.filter(({ index, header, style }) => {
    const labels = rows.map((row) => (row[index] ?? '').trim().toLowerCase()).filter((label) => label !== '');
    const counts = new Map<string, number>();
    for (const label of labels) counts.set(label, (counts.get(label) ?? 0) + 1);
    return (
      labels.some((label) => !isNotAnswer(label)) &&
      /[a-z]/i.test(labels.join('')) &&
      recogniseScale(counts, header, style) !== null
    );
  });
  return scaled.length >= 3;
}

/** The importer that fits best, or undefined where none does. */
export function recogniseKind(heading: Heading, rows: readonly (readonly string[])[]): Importer | undefined {
  if (heading.dialect !== 'plain') return surveyResponse;
  const headings = heading.columns.map(({ header }) => header);
  const ranked = importers
    .filter((importer) => importer !== surveyResponse)
    .map((importer) => ({ importer, score: suitability(importer, { headings, rows }) }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score);
  const best = ranked[0]?.importer;
  if (best) return best;
  return looksLikeSurvey(heading, rows) ? surveyResponse : undefined;
}
