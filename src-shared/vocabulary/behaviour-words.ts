// Owns which words of a survey question suggest which behaviour of the Protocol (section IV).
// The rule: it only suggests; a question counts for a behaviour when a person has confirmed it.
import { behaviours } from './protocol.ts';

/** In the Protocol's order, as `behaviours` has them. */
const words: readonly RegExp[] = [
  /\b(frank\w*|candid\w*|candou?r|speak(ing)? (up|truth)|impartial\w*|without (fear|worr\w+)|honest advice)\b/i,
  /\b(respective roles|mutual roles|(clear|understands?|know|respects?)\b.{0,30}\b(roles|responsib\w+)|responsible for what|role boundar\w*|trust officers to manage|delegat\w*|interfer\w*|protocol expects)\b/i,
  /\b(challeng\w*|scrutin\w*|disagree(ment)?s?\b.{0,20}\b(constructive\w*|settle\w*)|settle disagreements)\b/i,
  /\b(recogni[sz]\w*|prais\w*|thank\w*|appreciat\w*|celebrat\w*|valued|given credit)\b/i,
  /\b(results for (residents|people)|outcomes?|purpose|for its own sake|red tape|bureaucra\w*)\b/i,
  /\b(communicat\w*|open and honest|openness|transparen\w*|informed|information|briefings?|listen\w*|reasons for|explain\w*|feedback)\b/i,
  /\b(dignity|(dis)?courte\w*|disrespect\w*|respect(ed|ful|fully)|with respect|bull(y|ied|ying)|harass\w*|rude\w*|intimidat\w*|undue pressure|treat (people|each other))\b/i,
];

/** The behaviours whose words a wording holds, in the Protocol's order. */
export const behavioursIn = (wording: string): string[] =>
  behaviours.terms.flatMap(({ label }, index) => (words[index]?.test(wording) ? [label] : []));
