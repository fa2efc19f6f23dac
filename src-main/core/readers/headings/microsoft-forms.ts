// Microsoft Forms: `ID`, start and completion time (in the account's language), e-mail, name, questions.
import { normalise } from './cells.ts';
import type { HeaderDialect } from './heading.ts';
import { countNames, oneRowColumns } from './one-row-columns.ts';

const starts = ['start time', 'startzeit', 'hora de inicio', 'heure de début'];
const ends = ['completion time', 'fertigstellungszeit', 'hora de finalización', 'heure de fin'];

export const microsoftForms: HeaderDialect = {
  dialect: 'microsoft-forms',
  depth: ({ rows: [first] }) =>
    normalise(first?.[0] ?? '') === 'id' && countNames(first, starts) === 1 && countNames(first, ends) === 1
      ? 1
      : 0,
  columns: (candidate) =>
    oneRowColumns(candidate, {
      split: (heading) => ({ question: heading, item: null }),
      extraMetadata: (heading) => {
        if (normalise(heading) === 'id') return 'respondent-id';
        return /^(points|feedback) - /i.test(heading) ? 'other' : null;
      },
    }),
};
