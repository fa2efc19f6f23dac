// Owns the kind "absence-spell": one row an episode of sickness, as an HR system lists them.
import { absenceReasons } from '#shared/vocabulary/workforce.ts';
import shareSql from './absence-month.sql?raw';
import openSql from './absence-open.sql?raw';
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
      type: { kind: 'number', min: 0, max: 2 },
      synonyms: words('full time equivalent, fte value, contracted fte, assignment fte'),
    },
    {
      id: 'absence_type',
      label: 'Absence type',
      type: { kind: 'text' },
      synonyms: words('type, absence plan, absence plan type, type of absence, absence category'),
    },
    {
      id: 'reason',
      label: 'Reason',
      type: { kind: 'category', vocabulary: absenceReasons },
      synonyms: words(`
        absence reason, reason category, sickness reason, reason level 1, reason for absence,
        absence reason category`),
    },
    {
      id: 'start_date',
      label: 'Start date',
      type: { kind: 'date' },
      required: true,
      synonyms: words(`
        absence start, absence start date, first day, start, from, date from, first day of
        absence, first day absent`),
    },
    {
      id: 'end_date',
      label: 'End date',
      type: { kind: 'date' },
      synonyms: words(`
        absence end, absence end date, last day, end, to, date to, last day of absence, last day
        absent`),
    },
    {
      id: 'working_days_lost',
      label: 'Working days lost',
      type: { kind: 'number', min: 0 },
      synonyms: words(`
        working days, days lost, workdays lost, absence days, duration days, duration (days), days
        absent, absence duration`),
    },
    {
      id: 'fte_days_lost',
      label: 'FTE days lost',
      type: { kind: 'number', min: 0 },
      synonyms: words('fte days, fte lost, fte working days lost, fte absence days'),
    },
    {
      id: 'comment',
      label: 'Comments',
      type: { kind: 'free-text' },
      synonyms: words('notes, reason detail, comment, absence notes, manager comments, return to work notes'),
    },
    personalDetails,
  ],
  checks: [notBefore('start_date', 'end_date', 'ends before it starts')],
  sql: `${keepSql}\n${shareSql}`,
  finishSql: `${openSql}\n${shareSql}\ndrop table spell;`,
};
