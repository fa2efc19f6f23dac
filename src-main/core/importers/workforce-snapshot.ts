// Owns the kind "workforce-snapshot": headcount and FTE at a date, one row a person or one row a unit.
import { words } from './field.ts';
import type { Importer } from './importer.ts';
import { directorate, employeeNumber, grade, personalDetails } from './officer-fields.ts';
import sql from './workforce-snapshot.sql?raw';

export const workforceSnapshot: Importer = {
  id: 'workforce-snapshot',
  title: 'Workforce snapshots',
  definition:
    'Who was employed at a date: one row a person (or post) with FTE, or one row a unit with headcount and FTE. The denominator of every rate.',
  fields: [
    {
      id: 'snapshot_date',
      label: 'Snapshot date',
      example: '2025-03-31',
      type: { kind: 'date' },
      required: true,
      synonyms: words('date, as at, as at date, census date, effective date, snapshot, position at'),
    },
    employeeNumber,
    directorate,
    grade,
    {
      id: 'contract',
      label: 'Contract',
      example: 'Permanent',
      type: { kind: 'text' },
      synonyms: words('contract type, employment type, employment status'),
    },
    {
      id: 'headcount',
      label: 'Headcount',
      example: '1',
      type: { kind: 'number', min: 0 },
      synonyms: words('heads, number of staff, employees, staff in post'),
    },
    {
      id: 'fte',
      label: 'FTE',
      example: '0.8',
      type: { kind: 'number', min: 0 },
      synonyms: words('full time equivalent, fte value, contracted fte, total fte'),
    },
    {
      id: 'started_date',
      label: 'Start date',
      example: '2019-09-02',
      type: { kind: 'date' },
      synonyms: words('continuous service date, date started, employment start date, service start'),
    },
    personalDetails,
  ],
  oneOf: [['person', 'headcount']],
  // A row without a person is a unit's total.
  key: ['snapshot_date', 'person'],
  keyOtherwise: ['snapshot_date', 'directorate', 'grade', 'contract'],
  covers: 'snapshot_date',
  checks: [],
  sql,
};
