// Owns the answers of a column that is ticked or not.
import { term, type Vocabulary } from './vocabulary.ts';

export const yesNo: Vocabulary = {
  id: 'yes-no',
  title: 'Yes or no',
  terms: [
    term('Yes', 'y', 'true', '1', 'x', '✓', '✔', 'ticked', 'agreed', 'done'),
    term('No', 'n', 'false', '0', 'not agreed', 'none', 'not done', 'n/a', 'na', 'not applicable', '-'),
  ],
};
