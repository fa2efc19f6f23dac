// Owns the kind "event": dated things that a chart must show beside its line.
import { eventTypes } from '#shared/vocabulary/workforce.ts';
import sql from './event.sql?raw';
import { words } from './field.ts';
import type { Importer } from './importer.ts';

export const event: Importer = {
  id: 'event',
  title: 'Events',
  definition:
    'Adoption and amendment of the Protocol, elections, reorganisations, changes of system, training: drawn on every time axis. A change of system breaks the lines it touches.',
  fields: [
    {
      id: 'event_date',
      label: 'Date',
      example: '2024-05-22',
      type: { kind: 'date' },
      required: true,
      synonyms: words('event date, when, date of event'),
    },
    {
      id: 'title',
      label: 'Title',
      example: 'Protocol adopted by full council',
      type: { kind: 'text' },
      required: true,
      synonyms: words('event, event title, what, description, name'),
    },
    {
      id: 'event_type',
      label: 'Type',
      example: 'adoption',
      type: { kind: 'category', vocabulary: eventTypes },
      synonyms: words('event type, kind, category'),
    },
    {
      id: 'scope',
      label: 'Scope',
      example: 'Whole council',
      type: { kind: 'text' },
      synonyms: ['applies to', 'affects', 'area'],
    },
  ],
  key: ['event_date', 'title'],
  covers: 'event_date',
  checks: [],
  sql,
};
