// Owns the Protocol's seven behaviours and the seven principles of public life, with short names.
import { term, type Vocabulary } from './vocabulary.ts';

export const behaviours: Vocabulary = {
  id: 'behaviour',
  title: 'Behaviour',
  terms: [
    term('Frankness and candour', 'candour', 'frankness', 'a', 'iv a', 'frank and candid'),
    term(
      'Respect for mutual roles',
      'respect and understanding of mutual roles',
      'mutual roles',
      'respect for roles',
      'b',
      'iv b',
    ),
    term(
      'Constructive challenge',
      'robust and constructive mutual challenge',
      'challenge',
      'robust constructive challenge',
      'c',
      'iv c',
    ),
    term(
      'Recognition of success',
      'recognition',
      'recognition of success and positive behaviours',
      'd',
      'iv d',
    ),
    term('Purpose over process', 'focus on purpose and outcome', 'purpose', 'e', 'iv e'),
    term(
      'Open communication',
      'open and honest communication',
      'communication',
      'open honest communication',
      'f',
      'iv f',
    ),
    term('Dignity and courtesy', 'dignity', 'courtesy', 'g', 'iv g', 'dignity and respect'),
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
