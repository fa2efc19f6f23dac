// Owns the kind "leaver": people who left or joined, one row a movement.

import { term } from '#shared/vocabulary/vocabulary.ts';
import { type LeavingReason, leavingReasons } from '#shared/vocabulary/workforce.ts';
import { words } from './field.ts';
import { type Importer, notBefore } from './importer.ts';
import sql from './leaver.sql?raw';
import { directorate, employeeNumber, grade, personalDetails } from './officer-fields.ts';

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
      example: 'Leaver',
      type: { kind: 'category', vocabulary: movements },
      synonyms: words('event, leaver or joiner, type of movement, starter or leaver, movement type'),
    },
    { ...employeeNumber, required: true },
    directorate,
    grade,
    {
      id: 'movement_date',
      label: 'Leaving date',
      example: '2025-03-31',
      type: { kind: 'date', precision: 'movement_precision' },
      required: true,
      synonyms: words(`
        date, leaving date, date left, last day of service, cease date, termination date, leave
        date, movement date, effective date, date of leaving, date of movement, event date`),
    },
    {
      id: 'reason',
      label: 'Leaving reason',
      example: 'Resignation',
      type: {
        kind: 'category',
        vocabulary: leavingReasons,
        also: { column: 'voluntary', of: (found) => (found as LeavingReason).voluntary },
      },
      synonyms: words(`
        reason, reason for leaving, separation type, separationtype, leaver reason, termination
        reason`),
    },
    {
      id: 'started_date',
      label: 'Start date',
      example: '2019-09-02',
      type: { kind: 'date' },
      synonyms: words('start date, continuous service date, date started, employment start date'),
    },
    {
      id: 'comment',
      label: 'Comments',
      type: { kind: 'free-text', never: true },
      synonyms: words('notes, comment, exit interview notes, destination detail'),
    },
    personalDetails,
  ],
  key: ['person', 'movement', 'movement_date'],
  keyOtherwise: ['person', 'movement'],
  about: 'person',
  covers: 'movement_date',
  checks: [
    notBefore('started_date', 'movement_date', 'left before starting, so the start date was left out', false),
  ],
  sql,
};
