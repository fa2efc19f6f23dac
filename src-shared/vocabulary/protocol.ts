// Owns the Protocol's seven behaviours and the seven principles of public life, with short names.
import { term, type Vocabulary } from './vocabulary.ts';

export const behaviours: Vocabulary = {
  id: 'behaviour',
  title: 'Behaviour',
  terms: [
    term('Frankness and candour', 'candour', 'frankness'),
    term('Respect for mutual roles', 'respect and understanding of mutual roles', 'mutual roles'),
    term('Constructive challenge', 'robust and constructive mutual challenge', 'challenge'),
    term('Recognition of success', 'recognition', 'recognition of success and positive behaviours'),
    term('Purpose over process', 'focus on purpose and outcome', 'purpose'),
    term('Open communication', 'open and honest communication', 'communication'),
    term('Dignity and courtesy', 'dignity', 'courtesy'),
  ],
};

export const principles: Vocabulary = {
  id: 'principle',
  title: 'Principle of public life',
  terms: [
    'Selflessness',
    'Integrity',
    'Objectivity',
    'Accountability',
    'Openness',
    'Honesty',
    'Leadership',
  ].map((label) => term(label)),
};
