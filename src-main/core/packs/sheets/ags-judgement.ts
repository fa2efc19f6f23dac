// Owns the sheet AGS_judgement: the year's three answers with the evidence for and against, and the sign-offs.
// The rule: it repeats what people recorded; no score is worked out. In a public pack words that may tell who
// is meant are hidden.
import { formatDate } from '#shared/calendar.ts';
import type { Judgement, JudgementAnswer, JudgementEvidence } from '#shared/schemas/judgement.ts';
import { evidenceStrengths } from '#shared/vocabulary/judgement.ts';
import type { DraftCell } from './draft.ts';
import { yearOf } from './pack-year.ts';
import type { PackSheet } from './sheet.ts';
import { day, dayCell, notApplicable, tableSheet, text } from './table-sheet.ts';

/** As much of a text as a row can show. */
const longest = 900;

/** A long text in parts that end with a sentence where they can. */
export function partsOf(words: string): string[] {
  const flat = words.replace(/\s+/g, ' ').trim();
  if (flat.length <= longest) return [flat];
  const head = flat.slice(0, longest);
  const end = Math.max(head.lastIndexOf('. ') + 1, 0) || head.lastIndexOf(' ');
  const at = end > 0 ? end : longest;
  return [flat.slice(0, at).trim(), ...partsOf(flat.slice(at))];
}

interface Line {
  readonly question: string;
  readonly part: string;
  /** A mark where it is hidden or not recorded. */
  readonly words: string | { readonly symbol: 'c' | 'x' };
  readonly weight?: string;
  readonly date?: string | null;
  readonly role?: string;
  readonly figure?: string;
}

const rowsOf = ({ question, part, words, weight, date, role, figure }: Line): DraftCell[][] => {
  const texts = typeof words === 'string' ? partsOf(words) : [words];
  return texts.map((one, index) => {
    const first = index === 0;
    return [
      question,
      first ? part : `${part}, continued`,
      one,
      (first ? weight : undefined) ?? notApplicable,
      first && date !== undefined ? dayCell(date) : notApplicable,
      (first ? role : undefined) ?? notApplicable,
      (first ? figure : undefined) ?? notApplicable,
    ];
  });
};

/** What a linked figure said then, and whether it says something else today. */
function figureWords({ figure }: JudgementEvidence): string {
  if (figure === null) return 'No figure linked';
  const { said, changed } = figure;
  const values = said.values.map(
    ({ period, group, shown }) => `${period}${group === null ? '' : `, ${group}`}: ${shown}`,
  );
  const more = said.more > 0 ? ` and ${said.more} more` : '';
  const since = changed.length === 0 ? '' : ` Since then: ${changed.join(' ')}`;
  return `${said.title}. ${values.slice(0, 3).join('; ')}${more}.${since}`;
}

function answerLines(answer: JudgementAnswer, hide: (id: string) => boolean): Line[] {
  const { title: question, current, evidence, standing } = answer;
  const own = (id: string, words: string): Line['words'] => (hide(id) ? { symbol: 'c' } : words);
  const standingLine: Line = { question, part: 'Where it stands', words: standing };
  const told = evidence
    .filter(({ withdrawn }) => withdrawn === null)
    .map(
      (one): Line => ({
        question,
        part: one.side === 'for' ? 'Evidence for' : 'Evidence against',
        words: own(one.id, one.words),
        weight: evidenceStrengths[one.strength].title,
        date: one.date,
        role: one.role,
        figure: figureWords(one),
      }),
    );
  if (current === null) return [{ question, part: 'Answer', words: { symbol: 'x' } }, standingLine, ...told];
  const id = `${answer.question}-${current.version}`;
  const none = [
    ['Why there is none for it', current.noneFor],
    ['Why there is none against it', current.noneAgainst],
  ] as const;
  return [
    {
      question,
      part: 'Answer',
      words: own(id, current.words),
      weight: `Confidence ${current.confidence}`,
      date: current.at.slice(0, 10),
      role: current.role,
    },
    { question, part: 'Reason for the confidence', words: own(id, current.confidenceReason) },
    ...none.flatMap(([part, words]) => (words === null ? [] : [{ question, part, words: own(id, words) }])),
    standingLine,
    ...told,
  ];
}

function signLines({ record }: Pick<Judgement, 'record'>, hide: (id: string) => boolean): Line[] {
  return record.stages.map(({ title, reading, signOff }) => {
    const signed = record.signOffs.find(({ id }) => id === signOff);
    const words = signed && hide(signed.id) ? { symbol: 'c' as const } : reading;
    return {
      question: 'Sign-offs',
      part: title,
      words,
      ...(signed === undefined ? {} : { date: signed.date, role: signed.role }),
    };
  });
}

export const agsJudgement: PackSheet = {
  id: 'AGS_judgement',
  title: 'The year’s judgement',
  definition: 'Three answers with evidence for and against, confidence, sign-offs and what was not heard.',
  build: async (context) => {
    const year = yearOf(context);
    const judgement = await context.records.judgement(year);
    const { record, screened } = judgement;
    const hide = (id: string): boolean =>
      context.circulation === 'public' && screened.some(({ of }) => of === id);
    const heard: Line = {
      question: 'Not heard',
      part: 'What the year was silent on',
      words: record.notHeard.reading,
    };
    const lines = [
      ...record.answers.flatMap((answer) => answerLines(answer, hide)),
      ...signLines(judgement, hide),
      heard,
    ];
    const rows = lines.flatMap(rowsOf);
    const given = record.answers.some(({ current, evidence }) => current !== null || evidence.length > 0);
    return tableSheet({
      name: 'AGS_judgement',
      title: `The judgement for the Annual Governance Statement, ${year}`,
      lines: [
        record.reading,
        record.guard,
        `The record of the financial year ${year}, from ${formatDate(record.from)} to ${formatDate(record.to)}. Roles stand for people.`,
        'Source: the record of the year’s judgement in this workspace.',
      ],
      columns: [
        text('Question', 24),
        text('Part', 24),
        text('What was recorded', 60),
        text('Strength or confidence', 20),
        day('Date'),
        text('By (role)', 20),
        text('Figure behind it', 40),
      ],
      rows,
      missing:
        'None of the three answers and no evidence for them is recorded for this year. People record them on the screen for the year’s judgement; nothing here is worked out.',
      frame: !given,
    });
  },
};
