// Owns the kind "positive-example": successes that an Assistant Director passed to the Monitoring Officer,
// and nil returns: a directorate that says it had none has answered. What was learned is held back as text.
import { successTypes } from '#shared/vocabulary/evidence.ts';
import { posts, sides } from '#shared/vocabulary/posts.ts';
import { behaviours, principles } from '#shared/vocabulary/protocol.ts';
import { yesNo } from '#shared/vocabulary/yes-no.ts';
import { type Field, words } from './field.ts';
import { type Importer, notBefore } from './importer.ts';
import sql from './positive-example.sql?raw';
import { behaviourColumns } from './tick-columns.ts';

const shown: Field = {
  id: 'behaviours',
  label: 'Behaviours',
  type: { kind: 'category', vocabulary: behaviours, many: true },
  synonyms: words(
    'behaviour, behaviours shown, protocol behaviours, behaviours demonstrated, behaviour shown',
  ),
  example: 'Recognition of success; Purpose over process',
};

export const positiveExample: Importer = {
  id: 'positive-example',
  title: 'Positive examples',
  definition:
    'Successes of members and officers working together, by the three kinds the Protocol names, with the route from Assistant Director to Monitoring Officer and its dates. A nil return is a row of its own. What was learned and what changed are text, which is held back.',
  fields: [
    {
      id: 'example_ref',
      label: 'Example reference',
      type: { kind: 'text' },
      synonyms: words('example id, example no, example ref, positive example ref, ref, reference'),
      example: 'PE/2024/07',
    },
    {
      id: 'example_type',
      label: 'Kind of success',
      type: { kind: 'category', vocabulary: successTypes },
      synonyms: words('type of success, success type, example type, type of example, type, kind of example'),
      example: 'Problem solved',
    },
    {
      id: 'nil_return',
      label: 'Nil return',
      type: { kind: 'category', vocabulary: yesNo },
      synonyms: words('nil return y/n, nil, none to report, no examples'),
      example: 'No',
    },
    {
      id: 'period',
      label: 'Period',
      type: { kind: 'period', start: 'period_start' },
      synonyms: words('quarter, return period, reporting period, quarter of return'),
      example: 'Q1 2024/25',
    },
    {
      id: 'occurred_date',
      label: 'Date it happened',
      type: { kind: 'date', precision: 'occurred_precision' },
      synonyms: words('date of example, example date, date of success, date, when'),
      example: '2024-05-14',
    },
    {
      id: 'directorate',
      label: 'Directorate',
      type: { kind: 'text' },
      synonyms: words('department, service, division, service area, directorate name'),
      example: 'City Services',
    },
    {
      id: 'side',
      label: 'Officers or councillors',
      type: { kind: 'category', vocabulary: sides },
      synonyms: words('side, whose success, led by side'),
      example: 'Both',
    },
    {
      id: 'proposed_by_role',
      label: 'Proposed by (role)',
      type: { kind: 'category', vocabulary: posts },
      synonyms: words(
        'proposed by role, proposer role, raised by role, raised by, submitted by role, nominated by role, proposed by',
      ),
      example: 'Assistant Director',
    },
    {
      id: 'assistant_director_date',
      label: 'To Assistant Director',
      type: { kind: 'date' },
      synonyms: words(`
        date to assistant director, date to ad, sent to ad, ad date, received by assistant director,
        assistant director date, date received by ad, passed to ad`),
      example: '2024-05-20',
    },
    {
      id: 'monitoring_officer_date',
      label: 'To Monitoring Officer',
      type: { kind: 'date' },
      synonyms: words(`
        date to monitoring officer, date to mo, sent to mo, mo date, received by monitoring officer,
        monitoring officer date, date received by mo, passed to mo`),
      example: '2024-05-28',
    },
    {
      id: 'reported_date',
      label: 'Reported',
      type: { kind: 'date' },
      synonyms: words('date reported, reported to committee, reported to standards, date shared, shared on'),
      example: '2024-07-09',
    },
    shown,
    {
      id: 'principles',
      label: 'Principles of public life',
      type: { kind: 'category', vocabulary: principles, many: true },
      synonyms: words('principles, nolan principles, principle, nolan principle'),
      example: 'Openness',
    },
    {
      id: 'lesson',
      label: 'Lesson',
      example: 'A named contact in each service',
      type: { kind: 'free-text' },
      synonyms: words(`
        lessons, lesson learned, lessons learned, what was learned, learning, what changed, change made, what we changed,
        description, summary, example, what happened, details, notes, comments, title`),
    },
    {
      id: 'personal_name',
      label: 'Name',
      type: { kind: 'personal' },
      synonyms: words(
        'name, email, officer name, councillor, councillor name, member, contact, submitted by, owner, nominee',
      ),
    },
  ],
  oneOf: [
    ['example_type', 'nil_return'],
    ['period', 'occurred_date', 'assistant_director_date', 'monitoring_officer_date'],
  ],
  columns: [['assistant_director_date', 'monitoring_officer_date', 'nil_return', 'lesson']],
  refine: (mapped, table) => behaviourColumns(mapped, table, shown),
  checks: [
    notBefore(
      'assistant_director_date',
      'monitoring_officer_date',
      'with the Monitoring Officer before the Assistant Director, so the later step was left out',
      false,
    ),
  ],
  key: ['example_ref'],
  keyOtherwise: ['directorate', 'period_start', 'example_type', 'assistant_director_date'],
  covers: 'occurred_date',
  sql,
};
