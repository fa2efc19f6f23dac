// Owns how questions of several waves are recognised as one line: by their wording,
// without the words that only explain the scale.
import { createHash } from 'node:crypto';
import { plainWords } from '#shared/vocabulary/vocabulary.ts';

const scaleWords =
  /\(?\b\d{1,2}\s*(?:-|–|=|:|is|being)\s*(?:strongly|highly|very|not|completely|extremely|never|always|none|poor|excellent|lowest|highest|least|most|fully)\b[^,.;()]*[,.;)]?/gi;
const leadingCode = /^[a-z]{1,16}\d+[a-z0-9]*(?:_\d+)?(?:\[[^\]]{1,20}\])?[.:)][\s._]*/i;

/** A question as people read it: markup, codes and doubled blanks taken out. */
export const cleanWording = (text: string): string =>
  text
    .replace(/<br\s*\/?>/gi, ' ')
    .replace(/<[^>]{1,80}>/g, '')
    .replace(/[\s\u00a0]+/g, ' ')
    .trim();

/** What is left of a wording when the scale it names is taken out. */
export const questionOf = (wording: string): string =>
  cleanWording(wording).replace(leadingCode, '').replace(scaleWords, ' ').replace(/\s+/g, ' ').trim();

/** The id of a wording's line: readable, and distinct for distinct wordings. Case and punctuation do not count. */
export function lineOf(wording: string): string {
  const words = plainWords(questionOf(wording));
  const slug =
    words
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^[^a-z]+|-+$/g, '')
      .slice(0, 44)
      .replace(/-+$/, '') || 'question';
  return `${slug}-${createHash('sha256').update(words).digest('hex').slice(0, 6)}`;
}
