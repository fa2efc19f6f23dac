// How what is stored is said: a column by its field's name, a day in words, nothing as “(empty)”.
import type { KindCard } from '../../../src-shared/schemas/catalogue.ts';
import type { Covers } from '../../../src-shared/schemas/import.ts';
import { dayText, idText } from '../../wording.ts';

/** The name of a stored column, as the catalogue calls its field. */
export const fieldTitle = (kind: KindCard | undefined, column: string): string =>
  kind?.fields.find(({ id }) => id === column)?.label ?? idText(column);

/** A stored cell as people write it. */
export function cellWords(value: string | null): string {
  if (value === null || value === '') return '(empty)';
  if (value === 'true' || value === 'false') return value === 'true' ? 'Yes' : 'No';
  return /^\d{4}-\d{2}-\d{2}$/.test(value) ? dayText(value) : value;
}

/** "Sickness absence spells" within a sentence: "sickness absence spells". */
export const inSentence = (title: string): string => title.charAt(0).toLowerCase() + title.slice(1);

/** "1 April 2024 to 31 March 2025", or the one day. */
export const spanText = ({ from, to }: Covers): string =>
  from === to ? dayText(from) : `${dayText(from)} to ${dayText(to)}`;
