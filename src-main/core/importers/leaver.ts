// Owns the kind "leaver": people who left or joined, one row a movement.

import { term } from '#shared/vocabulary/vocabulary.ts';
import { type LeavingReason, leavingReasons } from '#shared/vocabulary/workforce.ts';
import { type Importer, notBefore } from './importer.ts';
import sql from './leaver.sql?raw';

const movements = {
  id: 'movement',
  title: 'Movement',
  terms: [
    term('leaver', 'left', 'leave', 'exit'),
    term('joiner', 'joined', 'starter', 'new starter', 'join', 'hire'),
  ],
};

export const leaver: Importer = {
  id: 'leaver',
  title: 'Leavers and joiners',
  definition:
    'Officers who left or joined, with the date and, for leavers, the reason. A date may be a month or a year where that is all that is known.',
  fields: [
    {
      id: 'movement',
      label: 'Movement',
      type: { kind: 'category', vocabulary: movements },
      synonyms: ['event', 'leaver or joiner', 'type of movement', 'starter or leaver', 'movement type'],
    },
    {
      id: 'person',
      label: 'Employee number',
      type: { kind: 'identity' },
      required: true,
      synonyms: [
        'employee no',
        'employee id',
        'person number',
        'assignment number',
        'staff number',
        'payroll number',
        'id',
        'employee',
      ],
    },
    {
      id: 'directorate',
      label: 'Directorate',
      type: { kind: 'text' },
      synonyms: ['department', 'division', 'service', 'region', 'organisation unit', 'business unit'],
    },
    {
      id: 'grade',
      label: 'Grade',
      type: { kind: 'text' },
      synonyms: ['pay grade', 'grade band', 'band', 'classification'],
    },
    {
      id: 'movement_date',
      label: 'Leaving date',
      type: { kind: 'date', precision: 'movement_precision' },
      required: true,
      synonyms: [
        'date',
        'leaving date',
        'date left',
        'last day of service',
        'cease date',
        'termination date',
        'leave date',
        'movement date',
        'effective date',
        'date of leaving',
        'date of movement',
        'event date',
      ],
    },
    {
      id: 'reason',
      label: 'Leaving reason',
      type: {
        kind: 'category',
        vocabulary: leavingReasons,
        also: { column: 'voluntary', of: (found) => (found as LeavingReason).voluntary },
      },
      synonyms: [
        'reason',
        'reason for leaving',
        'separation type',
        'separationtype',
        'leaver reason',
        'termination reason',
      ],
    },
    {
      id: 'started_date',
      label: 'Start date',
      type: { kind: 'date' },
      synonyms: ['start date', 'continuous service date', 'date started', 'employment start date'],
    },
    {
      id: 'comment',
      label: 'Comments',
      type: { kind: 'free-text' },
      synonyms: ['notes', 'comment', 'exit interview notes', 'destination detail'],
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
        'position',
        'post title',
        'gender',
        'age',
        'disability',
        'ethnicity',
      ],
    },
  ],
  checks: [
    notBefore('started_date', 'movement_date', 'left before starting, so the start date was left out', false),
  ],
  sql,
};
