// Owns the kind "workforce-snapshot": headcount and FTE at a date, one row a person or one row a unit.
import type { Importer } from './importer.ts';
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
      type: { kind: 'date' },
      required: true,
      synonyms: ['date', 'as at', 'as at date', 'census date', 'effective date', 'snapshot', 'position at'],
    },
    {
      id: 'person',
      label: 'Employee number',
      type: { kind: 'identity' },
      synonyms: [
        'employee no',
        'employee id',
        'person number',
        'assignment number',
        'staff number',
        'payroll number',
        'employee',
      ],
    },
    {
      id: 'directorate',
      label: 'Directorate',
      type: { kind: 'text' },
      synonyms: ['department', 'division', 'service', 'organisation unit', 'business unit'],
    },
    { id: 'grade', label: 'Grade', type: { kind: 'text' }, synonyms: ['pay grade', 'grade band', 'band'] },
    {
      id: 'contract',
      label: 'Contract',
      type: { kind: 'text' },
      synonyms: ['contract type', 'employment type', 'employment status'],
    },
    {
      id: 'headcount',
      label: 'Headcount',
      type: { kind: 'number', min: 0 },
      synonyms: ['heads', 'number of staff', 'employees', 'staff in post'],
    },
    {
      id: 'fte',
      label: 'FTE',
      type: { kind: 'number', min: 0 },
      synonyms: ['full time equivalent', 'fte value', 'contracted fte', 'total fte'],
    },
    {
      id: 'started_date',
      label: 'Start date',
      type: { kind: 'date' },
      synonyms: ['continuous service date', 'date started', 'employment start date', 'service start'],
    },
    {
      id: 'personal_name',
      label: 'Name',
      type: { kind: 'personal' },
      synonyms: [
        'employee name',
        'name',
        'surname',
        'email',
        'date of birth',
        'ethnicity',
        'disability',
        'religion',
        'sexual orientation',
        'gender',
        'sex',
        'age',
        'post title',
        'post number',
        'job title',
      ],
    },
  ],
  oneOf: [['person', 'headcount']],
  checks: [],
  sql,
};
