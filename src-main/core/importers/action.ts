// Owns the kind "action": what followed from a lesson, which role owns it, and whether it held when
// it was looked at again.
import { actionStates, lessonSources, recheckResults } from '#shared/vocabulary/learning.ts';
import { posts } from '#shared/vocabulary/posts.ts';
import { behaviours } from '#shared/vocabulary/protocol.ts';
import sql from './action.sql?raw';
import { words } from './field.ts';
import { type Importer, notBefore } from './importer.ts';

const date = { kind: 'date' } as const;

export const action: Importer = {
  id: 'action',
  title: 'Lessons and actions',
  definition:
    'What followed from a lesson: which role owns the action, when it was due and done, and what was found when it was looked at again. The lesson and the action are text, which is held back; only the owner’s role is kept.',
  fields: [
    {
      id: 'action_ref',
      label: 'Action reference',
      type: { kind: 'text' },
      synonyms: words('action id, action no, action ref, action number, ref, reference, no'),
      example: 'A/2024/12',
    },
    {
      id: 'source',
      label: 'Where the lesson came from',
      type: { kind: 'category', vocabulary: lessonSources },
      synonyms: words(
        'source, lesson source, source of lesson, source of learning, origin, mechanism, evidence source',
      ),
      example: 'Focus group or interview',
    },
    {
      id: 'directorate',
      label: 'Directorate',
      type: { kind: 'text' },
      synonyms: words('department, service, division, service area, owning directorate'),
      example: 'Corporate Services',
    },
    {
      id: 'behaviours',
      label: 'Behaviours',
      type: { kind: 'category', vocabulary: behaviours, many: true },
      synonyms: words('behaviour, protocol behaviour, protocol behaviours, related behaviour'),
      example: 'Open communication',
    },
    {
      id: 'owner_role',
      label: 'Owner (role)',
      type: { kind: 'category', vocabulary: posts },
      synonyms: words(
        'owner role, action owner role, role of owner, responsible role, lead role, owner, action owner, responsible officer',
      ),
      example: 'Monitoring Officer',
    },
    {
      id: 'raised_date',
      label: 'Agreed',
      type: date,
      synonyms: words('date agreed, agreed on, date raised, raised, date of action, date set, agreed date'),
      example: '2024-03-05',
    },
    {
      id: 'due_date',
      label: 'Due',
      type: date,
      synonyms: words(
        'due date, date due, action due, target date, deadline, by when, due by, target completion date',
      ),
      example: '2024-06-30',
    },
    {
      id: 'done_date',
      label: 'Done',
      type: date,
      synonyms: words(
        'date done, date completed, completed on, completion date, completed, done on, date closed, closed date',
      ),
      example: '2024-06-18',
    },
    {
      id: 'recheck_date',
      label: 'Recheck',
      type: date,
      synonyms: words(
        'recheck date, date rechecked, recheck due, review date, follow up date, date of recheck, follow-up, rechecked',
      ),
      example: '2024-12-10',
    },
    {
      id: 'recheck_result',
      label: 'What the recheck found',
      type: { kind: 'category', vocabulary: recheckResults },
      synonyms: words(
        'recheck result, result of recheck, did it hold, effective, recheck outcome, follow up result',
      ),
      example: 'Held',
    },
    {
      id: 'status',
      label: 'State of the action',
      type: { kind: 'category', vocabulary: actionStates },
      synonyms: words('status, action status, state, rag, rag status, progress'),
      example: 'done',
    },
    {
      id: 'words',
      label: 'Lesson and action',
      example: 'Agree a contact route for the ward',
      type: { kind: 'free-text' },
      synonyms: words(`
        lesson, lesson learned, lessons learned, lessons, action, action agreed, recommendation, what we will do, description,
        detail, details, notes, comments, update, latest update, what changed, success measure, title`),
    },
    {
      id: 'personal_name',
      label: 'Name',
      type: { kind: 'personal' },
      synonyms: words(
        'name, owner name, email, contact, lead officer, assigned to, updated by, owner, action owner, responsible officer',
      ),
    },
  ],
  oneOf: [['due_date', 'done_date', 'recheck_date']],
  columns: [
    ['owner_role', 'source', 'words'],
    ['words', 'action_ref'],
  ],
  checks: [
    notBefore('raised_date', 'done_date', 'done before it was agreed; kept as it is', false),
    notBefore('done_date', 'recheck_date', 'rechecked before it was done; kept as it is', false),
  ],
  key: ['action_ref'],
  covers: 'raised_date',
  sql,
};
