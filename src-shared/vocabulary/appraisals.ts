// Owns the words of appraisals: stages, tiers, whether they were done, ratings. Numbers stay numbers: scales differ.
import { term, type Vocabulary } from './vocabulary.ts';

export const appraisalStages: Vocabulary = {
  id: 'appraisal-stage',
  title: 'Stage of the appraisal',
  terms: [
    term('Objective setting', 'objectives', 'start of year', 'planning', 'goal setting'),
    term('Mid-year review', 'mid-year', 'mid year', 'interim', 'interim review', 'half year'),
    term('Year-end review', 'year-end', 'year end', 'end of year', 'annual', 'final', 'annual appraisal'),
  ],
};

export const appraisalTiers: Vocabulary = {
  id: 'appraisal-tier',
  title: 'Tier',
  terms: [
    term(
      'Assistant Director and above',
      'ad and above',
      'ad+',
      'assistant director',
      'assistant director or above',
      'director',
      'chief officer',
      'chief officers',
      'jnc',
      'jnc chief officer',
      'strategic director',
      'senior leadership',
      'corporate leadership team',
    ),
    term('Head of service', 'heads of service', 'senior manager', 'group manager'),
    term('Manager', 'team leader', 'line manager', 'supervisor', 'managers'),
    term('Other staff', 'staff', 'below manager', 'all other staff', 'non-manager', 'employee', 'officer'),
  ],
};

export const appraisalStates: Vocabulary = {
  id: 'appraisal-state',
  title: 'Whether it was done',
  terms: [
    term('done', 'completed', 'complete', 'signed', 'signed off', 'closed', 'yes', 'y', '1', 'approved'),
    term(
      'not done',
      'not started',
      'outstanding',
      'overdue',
      'in progress',
      'open',
      'draft',
      'due',
      'no',
      'n',
      '0',
      'not completed',
      'incomplete',
      'awaiting sign-off',
    ),
    term(
      'not due',
      'exempt',
      'not applicable',
      'n/a',
      'new starter',
      'on leave',
      'maternity leave',
      'long-term absence',
      'leaver',
      'probation',
    ),
  ],
};

export const ratings: Vocabulary = {
  id: 'rating',
  title: 'Overall rating',
  terms: [
    term('Not met', 'not achieved', 'unsatisfactory', 'below expectations', 'inadequate', 'does not meet'),
    term(
      'Partially met',
      'partly met',
      'partly achieved',
      'developing',
      'needs improvement',
      'improvement needed',
    ),
    term('Met', 'achieved', 'fully met', 'meets expectations', 'effective', 'good', 'satisfactory'),
    term('Exceeded', 'exceeds expectations', 'very good', 'highly effective', 'above expectations'),
    term('Outstanding', 'exceptional', 'excellent'),
    ...['1', '2', '3', '4', '5'].map((number) => term(number, `level ${number}`, `rating ${number}`)),
    term(
      'Not rated',
      'n/a',
      'none',
      'no rating',
      '-',
      'not applicable',
      'not stated',
      'tbc',
      'pending',
      'not available',
    ),
  ],
};
