// Owns the words of training, induction, lessons and the actions that follow from them.
import { term, type Vocabulary } from './vocabulary.ts';

export const trainingKinds: Vocabulary = {
  id: 'training-kind',
  title: 'Kind of training',
  terms: [
    term(
      'Induction',
      'new member induction',
      'corporate induction',
      'new starter',
      'induction programme',
      'onboarding',
    ),
    term(
      'Protocol',
      'member officer protocol',
      'member-officer protocol',
      'member and officer relations',
      'protocol workshop',
      'protocol training',
    ),
    term(
      'Codes',
      'code',
      'code of conduct',
      'codes of conduct',
      'member code of conduct',
      'officer code of conduct',
      'standards',
    ),
    term('Other', 'other training', 'general', 'elective'),
  ],
};

export const trainingStates: Vocabulary = {
  id: 'training-state',
  title: 'Whether it was done',
  terms: [
    term('done', 'completed', 'complete', 'attended', 'passed', 'yes', 'y', '1', 'finished'),
    term('booked', 'enrolled', 'registered', 'scheduled', 'in progress', 'started', 'waiting list'),
    term(
      'not done',
      'not started',
      'not booked',
      'did not attend',
      'dna',
      'no show',
      'absent',
      'cancelled',
      'overdue',
      'no',
      'n',
      '0',
      'failed',
      'withdrawn',
      'incomplete',
    ),
  ],
};

/** Where a lesson came from: the mechanisms of section VII and what stands beside them. */
export const lessonSources: Vocabulary = {
  id: 'lesson-source',
  title: 'Where the lesson came from',
  terms: [
    term('Survey', 'staff survey', 'councillor survey', 'surveys', 'employee survey'),
    term(
      'Focus group or interview',
      'focus group',
      'focus groups',
      'interview',
      'interviews',
      'exit interview',
    ),
    term('Workshop', 'workshops', 'scenario workshop'),
    term('Observation', 'meeting observation', 'observations'),
    term('Incident', 'incidents', 'incident report', 'incident log', 'complaint', 'complaints', 'case'),
    term('Performance metrics', 'metrics', 'sickness', 'turnover', 'performance'),
    term('Positive example', 'positive examples', 'good practice', 'success'),
    term('Audit or review', 'audit', 'internal audit', 'review', 'peer review', 'external review'),
    term('Other', 'other source'),
  ],
};

export const actionStates: Vocabulary = {
  id: 'action-state',
  title: 'State of the action',
  terms: [
    term(
      'open',
      'in progress',
      'not started',
      'ongoing',
      'overdue',
      'started',
      'on track',
      'amber',
      'red',
      'green',
    ),
    term('done', 'complete', 'completed', 'closed', 'implemented'),
    term('dropped', 'cancelled', 'withdrawn', 'superseded', 'no longer needed', 'not pursued'),
  ],
};

/** Whether the change had held when it was looked at again. */
export const recheckResults: Vocabulary = {
  id: 'recheck-result',
  title: 'What the recheck found',
  terms: [
    term('Held', 'yes', 'effective', 'embedded', 'sustained', 'working'),
    term('Partly held', 'partly', 'partial', 'partly effective', 'partially'),
    term('Not held', 'no', 'not effective', 'not sustained', 'slipped', 'reopened'),
    term('Not yet rechecked', 'not yet', 'pending', 'due', 'tbc', 'n/a', '-'),
  ],
};
