// Owns how posts that one person holds are found: who is the Monitoring Officer is no secret.
import { oneHolderPosts } from '#shared/vocabulary/one-holder-posts.ts';
import type { Finding } from './finding.ts';

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/\s+/g, '\\s+');
const apostrophes = (text: string): string => text.replaceAll("'", "['’]");

const anyCase = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:${oneHolderPosts.anyCase.map((post) => apostrophes(escaped(post))).join('|')})(?![\\p{L}\\p{N}])`,
  'giu',
);
const asWritten = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:${oneHolderPosts.asWritten.map((post) => apostrophes(escaped(post))).join('|')})(?![\\p{L}\\p{N}])`,
  'gu',
);

const capital = "\\p{Lu}[\\p{L}'’&-]*";
/** "Assistant Director of Housing and Regeneration", "Cabinet Member for Transport", "Chair of Audit Committee". */
const ofSomething = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:(?:Executive|Corporate|Strategic|Service|Assistant|Associate|Deputy|Interim|Acting|Group|Joint)\\s+)*` +
    `(?:Directors?|Head|Cabinet Member|Portfolio Holder|Lead Member|(?:Vice[ -])?Chair(?:man|woman|person)?)` +
    `(?:\\s+of|\\s+for|\\s*[-–,:])\\s+(?:the\\s+)?${capital}(?:(?:,\\s+|\\s+(?:and|&|of|for)\\s+|\\s+)${capital}){0,5}`,
  'gu',
);

/** A word that makes a leader somebody's among several: a team leader, a group leader. */
const oneOfMany = /(?:team|group|party|youth|world|project|deputy|service|shift)\s+$/i;

/**
 * Posts held by one person in a text.
 * @param single titles held by one person in the council's own staff list, in lower case
 */
export function findPosts(text: string, single: ReadonlySet<string>): Finding[] {
  const found: Finding[] = [];
  for (const pattern of [anyCase, asWritten, ofSomething]) {
    for (const match of text.matchAll(pattern)) {
      const leader = /^leader$/i.test(match[0]) && oneOfMany.test(text.slice(0, match.index));
      if (!leader) found.push({ start: match.index, end: match.index + match[0].length, kind: 'post' });
    }
  }
  if (single.size > 0) found.push(...findTitles(text, single));
  return found;
}

const word = /[\p{L}\p{N}][\p{L}\p{N}'’&-]*/gu;
const longestTitle = 7;

/** Runs of words that are a title of the list. */
function findTitles(text: string, single: ReadonlySet<string>): Finding[] {
  const words = [...text.matchAll(word)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    text: match[0].toLowerCase(),
  }));
  const found: Finding[] = [];
  for (const [at, first] of words.entries()) {
    let run = '';
    for (const next of words.slice(at, at + longestTitle)) {
      run = run === '' ? next.text : `${run} ${next.text}`;
      if (single.has(run)) found.push({ start: first.start, end: next.end, kind: 'post' });
    }
  }
  return found;
}
