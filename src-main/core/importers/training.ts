// Owns the kind "training": training and induction, a row a person and course or a row of totals.
import { trainingKinds, trainingStates } from '#shared/vocabulary/learning.ts';
import { posts, sides } from '#shared/vocabulary/posts.ts';
import { yesNo } from '#shared/vocabulary/yes-no.ts';
import { words } from './field.ts';
import { type Importer, notBefore } from './importer.ts';
import { directorate, employeeNumber, personalDetails } from './officer-fields.ts';
import sql from './training.sql?raw';

export const training: Importer = {
  id: 'training',
  title: 'Training and induction',
  definition:
    'Who was to be trained and was: induction, the Protocol, the Codes and other courses, booked and done, for officers and councillors. A row may stand for one person (a pseudonym) or give the numbers invited and attending. A course without a kind is told by its name, or counts as other.',
  fields: [
    {
      ...employeeNumber,
      label: 'Learner',
      synonyms: [
        ...employeeNumber.synonyms,
        ...words(
          'employee number, learner id, learner number, user id, delegate, delegate id, attendee, councillor, member, learner name',
        ),
      ],
      example: '100123',
    },
    {
      id: 'side',
      label: 'Officers or councillors',
      type: { kind: 'category', vocabulary: sides },
      synonyms: words(
        'side, audience, learner type, delegate type, member or officer, officer or councillor, user type',
      ),
      example: 'Officer',
    },
    {
      id: 'role',
      label: 'Role',
      type: { kind: 'category', vocabulary: posts },
      synonyms: words('learner role, post, role of learner, job role, delegate role'),
      example: 'Assistant Director',
    },
    { ...directorate, example: 'City Services' },
    {
      id: 'course',
      label: 'Course',
      type: { kind: 'text' },
      synonyms: words(`
        course title, course name, training, training title, module, module name, programme, session title,
        learning activity, training course, course/module, induction`),
      example: 'Working together: the Protocol',
    },
    {
      id: 'training_kind',
      label: 'Kind of training',
      type: { kind: 'category', vocabulary: trainingKinds },
      synonyms: words(
        'training type, course type, training category, type of training, course category, kind',
      ),
      example: 'Protocol',
    },
    {
      id: 'period',
      label: 'Period',
      type: { kind: 'period', start: 'period_start' },
      synonyms: words('quarter, financial year, training year, reporting period'),
    },
    {
      id: 'started_date',
      label: 'In role since',
      type: { kind: 'date' },
      synonyms: words(
        'start date, date started, started in role, elected date, date elected, appointment date, date of election',
      ),
      example: '2024-05-07',
    },
    {
      id: 'due_date',
      label: 'Due',
      type: { kind: 'date' },
      synonyms: words('due date, date due, complete by, target date, deadline, required by'),
      example: '2024-08-07',
    },
    {
      id: 'booked_date',
      label: 'Booked',
      type: { kind: 'date' },
      synonyms: words(
        'date booked, booking date, enrolment date, enrolled on, enrolled, registered on, registration date, date enrolled',
      ),
      example: '2024-05-20',
    },
    {
      id: 'done_date',
      label: 'Done',
      type: { kind: 'date' },
      synonyms: words(`
        date done, completion date, date completed, completed on, completed, attended on, date attended, course date,
        date of training, training date, session date`),
      example: '2024-06-11',
    },
    {
      id: 'status',
      label: 'Whether it was done',
      type: { kind: 'category', vocabulary: trainingStates },
      synonyms: words('status, completion status, training status, attendance, attended y/n, booking status'),
      example: 'done',
    },
    {
      id: 'outcome_linked',
      label: 'Follows from a case',
      type: { kind: 'category', vocabulary: yesNo },
      synonyms: words(`
        outcome linked, linked to outcome, result of a case, outcome of complaint, agreed as outcome, follows a case,
        linked to case`),
      example: 'No',
    },
    {
      id: 'invited',
      label: 'Number invited',
      type: { kind: 'number', state: 'invited_state', min: 0 },
      synonyms: words('invited, places, number eligible, eligible, number due, cohort size, expected'),
    },
    {
      id: 'attended',
      label: 'Number attending',
      type: { kind: 'number', state: 'attended_state', min: 0 },
      synonyms: words(
        'attended, attendees, number attended, number completed, number trained, total attended, attendance number',
      ),
    },
    {
      id: 'comment',
      label: 'Comments',
      type: { kind: 'free-text', never: true },
      synonyms: words('comment, notes, feedback, reason, evaluation'),
    },
    {
      ...personalDetails,
      synonyms: [
        ...personalDetails.synonyms,
        ...words(
          'learner name, trainer, facilitator, provider contact, booked by, convenor, party, political group, ward',
        ),
      ],
    },
  ],
  oneOf: [
    ['person', 'attended', 'invited'],
    ['course', 'training_kind'],
    ['booked_date', 'done_date', 'due_date', 'period', 'status'],
  ],
  checks: [notBefore('started_date', 'done_date', 'done before the role began; kept as it is', false)],
  key: ['person', 'course', 'booked_date'],
  keyOtherwise: ['person', 'course', 'done_date'],
  covers: 'done_date',
  sql,
};
