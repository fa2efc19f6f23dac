// Owns the kind "appraisal": one row an appraisal that was due. A missing appraisal is not a low rating.
import { appraisalStages, appraisalStates, appraisalTiers, ratings } from '#shared/vocabulary/appraisals.ts';
import { behaviours } from '#shared/vocabulary/protocol.ts';
import sql from './appraisal.sql?raw';
import { type Field, words } from './field.ts';
import { type Importer, notBefore } from './importer.ts';
import { directorate, employeeNumber, grade, personalDetails } from './officer-fields.ts';
import { behaviourColumns } from './tick-columns.ts';

const present: Field = {
  id: 'behaviours',
  label: 'Behaviour criteria present',
  type: { kind: 'category', vocabulary: behaviours, many: true },
  synonyms: words(`
    behaviours, behaviours assessed, behaviour criteria, protocol behaviours, criteria present, behaviours covered,
    behaviours discussed`),
  example: 'Dignity and courtesy; Constructive challenge',
};

export const appraisal: Importer = {
  id: 'appraisal',
  title: 'Appraisals',
  definition:
    'One row an appraisal that was due: whose (a pseudonym), in which cycle, whether and when it was done and signed, which of the seven behaviours were among its criteria, and how it was rated. An appraisal that was not done has no rating.',
  fields: [
    { ...employeeNumber, required: true, example: '100123' },
    {
      id: 'cycle',
      label: 'Cycle',
      type: { kind: 'period', start: 'cycle_start' },
      synonyms: words(`
        appraisal cycle, appraisal year, review year, performance year, appraisal period, review period, year`),
      example: '2023/24',
    },
    {
      id: 'stage',
      label: 'Stage',
      type: { kind: 'category', vocabulary: appraisalStages },
      synonyms: words('appraisal stage, review type, review stage, appraisal type'),
      example: 'Year-end review',
    },
    { ...directorate, example: 'City Services' },
    { ...grade, example: 'GR6' },
    {
      id: 'tier',
      label: 'Tier',
      type: { kind: 'category', vocabulary: appraisalTiers },
      synonyms: words('management tier, management level, tier of management, seniority, level'),
      example: 'Assistant Director and above',
    },
    {
      id: 'due_date',
      label: 'Due',
      type: { kind: 'date' },
      synonyms: words('due date, date due, appraisal due, review due, target date, deadline, due by'),
      example: '2024-04-30',
    },
    {
      id: 'done_date',
      label: 'Done',
      type: { kind: 'date' },
      synonyms: words(`
        completed, completion date, date completed, completed on, appraisal date, review date, date of appraisal,
        date held, meeting date, done date`),
      example: '2024-04-22',
    },
    {
      id: 'signed_date',
      label: 'Signed',
      type: { kind: 'date' },
      synonyms: words(
        'sign-off date, signed off, date signed, signed date, manager sign-off date, signed off on, sign off',
      ),
      example: '2024-05-02',
    },
    {
      id: 'status',
      label: 'Whether it was done',
      type: { kind: 'category', vocabulary: appraisalStates },
      synonyms: words(
        'status, appraisal status, completion status, completed y/n, complete, completion flag',
      ),
      example: 'done',
    },
    present,
    {
      id: 'rating',
      label: 'Overall rating',
      type: { kind: 'category', vocabulary: ratings },
      synonyms: words('rating, final rating, performance rating, overall performance, overall score'),
      example: 'Met',
    },
    {
      id: 'comment',
      label: 'Comments',
      type: { kind: 'free-text', never: true },
      synonyms: words(`
        comment, manager comment, employee comment, manager comments, employee comments, objective, objectives,
        objective text, summary, notes, feedback, development needs`),
    },
    {
      ...personalDetails,
      synonyms: [
        ...personalDetails.synonyms,
        ...words(
          'appraiser, appraiser name, reviewer, manager, reviewing manager, countersigned by, signed by, scorer',
        ),
      ],
    },
  ],
  oneOf: [['cycle', 'due_date']],
  columns: [['done_date', 'signed_date', 'status', 'rating', 'behaviours']],
  refine: (mapped, table) => behaviourColumns(mapped, table, present),
  checks: [
    notBefore('done_date', 'signed_date', 'signed before it was done, so the signing was left out', false),
  ],
  key: ['person', 'cycle', 'stage'],
  keyOtherwise: ['person', 'cycle_start', 'due_date'],
  laterCounts: true,
  covers: 'due_date',
  sql,
};
