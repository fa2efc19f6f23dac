// Owns the kind "absence-spell": one row an episode of sickness, as an HR system lists them.
import { absenceReasons } from '#shared/vocabulary/workforce.ts';
import shareSql from './absence-month.sql?raw';
import keepSql from './absence-spell.sql?raw';
import { words } from './field.ts';
import { type Importer, notBefore } from './importer.ts';
import { directorate, employeeNumber, grade, personalDetails } from './officer-fields.ts';

export const absenceSpell: Importer = {
  id: 'absence-spell',
  title: 'Sickness absence spells',
  definition:
    'One row for each spell of sickness: who (as a pseudonym), where, why, from when to when, and the days lost.',
  fields: [
    { ...employeeNumber, required: true },
    directorate,
    grade,
    {
      id: 'fte',
      label: 'FTE',
      example: '0.8',
      type: { kind: 'number', min: 0, max: 2 },
      synonyms: words('full time equivalent, fte value, contracted fte, assignment fte'),
    },
    {
      id: 'absence_type',
      label: 'Absence type',
      example: 'Sickness',
      type: { kind: 'text' },
      synonyms: words('type, absence plan, absence plan type, type of absence, absence category'),
    },
    {
      id: 'reason',
      label: 'Reason',
      example: 'Musculoskeletal',
      type: { kind: 'category', vocabulary: absenceReasons },
      synonyms: words(`
        absence reason, reason category, sickness reason, reason level 1, reason for absence,
        absence reason category`),
    },
    {
      id: 'start_date',
      label: 'Start date',
      example: '2025-03-03',
      type: { kind: 'date' },
      required: true,
      synonyms: words(`
        absence start, absence start date, first day, start, from, date from, first day of
        absence, first day absent`),
    },
    {
      id: 'end_date',
      label: 'End date',
      example: '2025-03-14',
      type: { kind: 'date' },
      synonyms: words(`
        absence end, absence end date, last day, end, to, date to, last day of absence, last day
        absent`),
    },
    {
      id: 'working_days_lost',
      label: 'Working days lost',
      example: '10',
      type: { kind: 'number', min: 0 },
      synonyms: words(`
        working days, days lost, workdays lost, absence days, duration days, duration (days), days
        absent, absence duration`),
    },
    {
      id: 'fte_days_lost',
      label: 'FTE days lost',
      example: '8',
      type: { kind: 'number', min: 0 },
      synonyms: words('fte days, fte lost, fte working days lost, fte absence days'),
    },
    {
      id: 'comment',
      label: 'Comments',
      type: { kind: 'free-text', never: true },
      synonyms: words('notes, reason detail, comment, absence notes, manager comments, return to work notes'),
    },
    personalDetails,
  ],
  // Without the last day: a spell that was open in one export and has ended in the next is one spell.
  key: ['person', 'start_date'],
  about: 'person',
  covers: 'start_date',
  checks: [notBefore('start_date', 'end_date', 'ends before it starts')],
  sql: keepSql,
  finishSql: shareSql,
};
