// Answers with the catalogue: every kind, metric, sheet and edition, from their registers.
import { metricCards } from '#core/figures/index.ts';
import { treatmentOf } from '#core/importers/field.ts';
import { importers } from '#core/importers/index.ts';
import { editions } from '#core/packs/editions.ts';
import { sheets } from '#core/packs/sheets/index.ts';
import type { KindCard } from '#shared/schemas/catalogue.ts';
import type { HandlersOf } from './context.ts';

/** The cards of the kinds of data, as they are published. */
export const kinds: readonly KindCard[] = importers.map(({ id, title, definition, fields }) => ({
  id,
  title,
  definition,
  fields: fields.map((field) => ({
    id: field.id,
    label: field.label,
    type: field.type.kind,
    required: field.required === true,
    treatment: treatmentOf(field),
    values: field.type.kind === 'category' ? field.type.vocabulary.terms.map(({ label }) => label) : [],
  })),
}));

export const catalogueHandlers: HandlersOf<'catalogue.read'> = {
  'catalogue.read': async () => ({
    kinds: [...kinds],
    metrics: [...metricCards],
    sheets: sheets.map(({ id, title, definition }) => ({ id, title, definition })),
    editions: editions.map((edition) => ({
      id: edition.id,
      title: edition.title,
      definition: edition.definition,
      sheets: [...edition.sheets],
      circulations: [...edition.circulations],
    })),
  }),
};
