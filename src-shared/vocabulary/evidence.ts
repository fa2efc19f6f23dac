// Owns the words of what is heard, seen and shared: qualitative evidence and positive examples.
import { term, type Vocabulary } from './vocabulary.ts';

/** The mechanisms of section VII that gather words rather than numbers. */
export const methods: Vocabulary = {
  id: 'method',
  title: 'How it was gathered',
  terms: [
    term('Focus group', 'focus groups', 'group discussion', 'listening group', 'listening event', 'forum'),
    term('Interview', 'interviews', 'one to one', '1:1', 'exit interview', 'individual interview'),
    term('Workshop', 'workshops', 'scenario workshop', 'worked example', 'scenario session'),
    term('Observation', 'observed meeting', 'meeting observation', 'observations', 'committee observation'),
    term(
      'Survey comments',
      'survey',
      'survey comment',
      'free text',
      'survey free text',
      'comment',
      'open question',
    ),
  ],
};

export const polarities: Vocabulary = {
  id: 'polarity',
  title: 'Concern or strength',
  terms: [
    term(
      'Concern',
      'negative',
      'concerns',
      'issue',
      'problem',
      'barrier',
      'hinders',
      'weakness',
      'criticism',
    ),
    term(
      'Strength',
      'positive',
      'strengths',
      'good practice',
      'helps',
      'praise',
      'what works',
      'success',
      '+',
    ),
    term('Mixed', 'both', 'balanced', 'mixed view'),
    term('Neutral', 'none', 'neither', 'suggestion', 'comment'),
  ],
};

/** What an observer wrote of one thing looked for. */
export const observed: Vocabulary = {
  id: 'observed',
  title: 'Observed',
  terms: [
    term('Seen', 'y', 'yes', 'observed', 'present', 'true', '1', '✓', 'evident'),
    term('Not seen', 'n', 'no', 'not observed', 'absent', 'false', '0', 'not evident'),
    term('Unsure', 'maybe', 'partly', 'partial', 'unclear', 'sometimes'),
    term('Not applicable', 'n/a', 'na', 'no occasion', 'did not arise', '-'),
    term('Skipped', 'not reached', 'not done', 'missed'),
  ],
};

/** The three kinds of success of section VI. */
export const successTypes: Vocabulary = {
  id: 'example-type',
  title: 'Kind of success',
  terms: [
    term(
      'Joint policy',
      'joint policy on a sensitive issue',
      'policy',
      'sensitive policy',
      'policy development',
    ),
    term(
      'Problem solved',
      'solving a problem for people',
      'solving problems',
      'problem solving',
      'problem solved for residents',
      'casework',
    ),
    term('Holding to account', 'constructive holding to account', 'scrutiny', 'accountability', 'challenge'),
    term('Nil return', 'nil', 'none', 'none to report', 'nothing to report', 'no examples', 'no example'),
    term('Other', 'other success', 'general'),
  ],
};
