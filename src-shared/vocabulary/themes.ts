// Owns the survey themes: the four that Protocol VII names, and three it leaves to the council.
// A question is put to the first theme one of whose words it holds.

export interface Theme {
  readonly id: string;
  readonly title: string;
  readonly words: RegExp;
}

export const themes: readonly Theme[] = [
  {
    id: 'respect',
    title: 'Respect and courtesy',
    words:
      /\b((?<!with )respect(ed|ful|fully|s|ing)?|(dis)?courte\w*|undue pressure|dignity|bull\w+|harass\w*|rude\w*|civil\w*)\b/i,
  },
  {
    id: 'speaking-up',
    title: 'Safe to challenge',
    words:
      /\b(challeng\w*|speak up|speaking up|raise (a )?concern\w*|report\w* (a )?concern\w*|detriment|disagree with|frank\w*|candou?r)\b/i,
  },
  {
    id: 'protocol',
    title: 'Knowing the Protocol',
    words:
      /\b(protocol|code of conduct|respective roles|role boundar\w*|who (is )?responsible|scheme of delegation)\b/i,
  },
  {
    id: 'communication',
    title: 'Communication',
    words:
      /\b(communicat\w*|inform(ed|ation)|briefing\w*|listen\w*|feedback|explain\w*|kept up to date|repl(y|ies)|respond\w*|advice)\b/i,
  },
  {
    id: 'collaboration',
    title: 'Collaboration',
    words:
      /\b(collaborat\w*|work(ing)? (well )?(together|jointly)|team\w*|partnership|joint\w*|trust\w*|support(s|ed|ive)? (each other|me|one another|my role)|co-?operat\w*|relationship\w*)\b/i,
  },
  {
    id: 'leadership',
    title: 'Perceptions of leadership',
    words:
      /\b(leader\w*|manager\w*|chief officer\w*|director\w*|senior (officer|management|team)\w*|cabinet|vision|role model\w*)\b/i,
  },
  {
    id: 'satisfaction',
    title: 'Job satisfaction',
    words:
      /\b(satisf\w*|proud|pride|enjoy\w*|motivat\w*|recommend\w*|valued|workload|my (job|role|work)|stay(ing)? (at|with)|morale)\b/i,
  },
];

/** The theme of a question's wording, or null where none of the words occurs. */
export const themeOf = (wording: string): string | null =>
  themes.find((theme) => theme.words.test(wording))?.title ?? null;

const badThings =
  /\b(bull(y|ied|ying)|harass\w*|(undue )?pressure\w*|discourte\w*|intimidat\w*|undermin\w*|ignored|blamed|afraid|fear\w*|reluctant|rude\w*|disrespect\w*|at risk|worr(y|ied)|excluded|belittled|too (often|much)|stress\w*|retaliat\w*|detriment)\b/i;
const setRight =
  /\b(not|never|no|without|don'?t|do not|free (of|from)|tackled|dealt with|called out|challenged|reported|acted on|taken seriously|prevent\w*|protect\w*|confident|safe to|able to|know how)\b/i;

/**
 * True where agreeing with a statement is the unfavourable answer ("I have felt under undue pressure").
 * Only plain first-person or plain statements are judged so; a person may correct it.
 */
export const isNegative = (wording: string): boolean => badThings.test(wording) && !setRight.test(wording);
