// Owns the kind "absence-aggregate": days lost by period, unit and reason, as official statistics publish them.

import sql from './absence-aggregate.sql?raw';
import { words } from './field.ts';
import type { Importer } from './importer.ts';

export const absenceAggregate: Importer = {
  id: 'absence-aggregate',
  title: 'Sickness absence, aggregated',
  definition:
    'FTE days lost (and available) for each period, unit and reason. A later import of the same period, unit and reason counts in place of the earlier.',
  fields: [
    {
      id: 'period',
      label: 'Period',
      example: '2025-03-31',
      type: { kind: 'date' },
      required: true,
      synonyms: words('date, month, month end, period end, month ending, period ending'),
    },
    {
      id: 'unit',
      label: 'Unit',
      example: 'Adult Social Care',
      type: { kind: 'text' },
      synonyms: words('staff group, directorate, organisation, org name, department, staff_group'),
    },
    {
      id: 'reason',
      label: 'Reason',
      example: 'Musculoskeletal',
      type: { kind: 'text' },
      synonyms: words('absence reason, sickness reason, reason category'),
    },
    {
      id: 'fte_days_lost',
      label: 'FTE days lost',
      example: '412.5',
      type: { kind: 'number', state: 'fte_days_lost_state' },
      required: true,
      synonyms: words('fte days sick, fte days lost to sickness, days lost, fte lost, fte_days_sick'),
    },
    {
      id: 'fte_days_available',
      label: 'FTE days available',
      example: '10250',
      type: { kind: 'number', state: 'fte_days_available_state' },
      synonyms: words('fte available, days available, fte days'),
    },
  ],
  key: ['period', 'unit', 'reason'],
  laterCounts: true,
  covers: 'period',
  checks: [],
  sql,
};
