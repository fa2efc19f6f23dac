// Owns what all survey figures share: dimensions, the one instrument they read, the words of questions.
// The rule: answers to different instruments (officers, councillors) are never pooled.
import { AppError } from '#shared/errors.ts';
import type { MetricCard } from '#shared/schemas/figure.ts';
import type { Note } from '#shared/schemas/import.ts';
import {
  type Asked,
  choice,
  cutParams,
  type Metric,
  type Question,
  type Reader,
  readSpan,
  type Settled,
} from './metric.ts';
import behavioursSql from './survey-behaviours.sql?raw';
import instrumentsSql from './survey-instruments.sql?raw';
import linesSql from './survey-lines.sql?raw';
import spanSql from './survey-span.sql?raw';
import valuesSql from './survey-values.sql?raw';

const people = ['directorate', 'grade', 'party', 'role'] as const;
const cuts = ['instrument', 'question', 'theme', 'behaviour', ...people] as const;

const twoWay = {
  'behaviour-instrument': ['behaviour', 'instrument'],
  'question-directorate': ['question', 'directorate'],
  'question-instrument': ['question', 'instrument'],
  'question-role': ['question', 'role'],
  'theme-directorate': ['theme', 'directorate'],
  'theme-instrument': ['theme', 'instrument'],
  'theme-role': ['theme', 'role'],
} as const;

/** The parts of a card that every survey figure has alike. */
export const surveyCard = {
  direction: 'increase',
  chart: 'line',
  clause: 'Section VII, employee and councillor surveys',
  caveat:
    'Answers of those who replied; people who did not may think otherwise, and no interval covers that.',
  kinds: ['survey-response'],
  grains: ['wave'],
  dimensions: [...cuts, ...Object.keys(twoWay)],
} satisfies Partial<MetricCard>;

/** What every metric over answers has alike besides its card, its shape and what it reads. */
export const surveyMetric = {
  cuts,
  choices: ['instrument', 'question', 'theme'],
  twoWay,
  disclosure: { rule: 'survey', partitions: people, adds: false },
  span: (session, filters) => readSpan(session, spanSql, { instrument: choice(filters, 'instrument') }),
  settle: settleInstrument,
  labels: questionTitles,
  notes: behaviourNotes,
  values: dimensionValues,
} satisfies Partial<Metric>;

/**
 * Whether a figure is cut by behaviour. Never by groups of people with it: a person sets which questions make a
 * behaviour, and the difference of two such sets could tell what a question hides of a group.
 */
const byBehaviour = ({ cuts }: Pick<Question, 'cuts'>): 'no' | 'alone' | 'with-people' => {
  if (!cuts.includes('behaviour')) return 'no';
  return cuts.some((cut) => (people as readonly string[]).includes(cut)) ? 'with-people' : 'alone';
};

/** Parameters of a statement over answers. */
export const surveyParams = (question: Question) => ({
  ...cutParams(question),
  instrument: choice(question.choices, 'instrument'),
  question: choice(question.choices, 'question'),
  theme: choice(question.choices, 'theme'),
  by_behaviour: byBehaviour(question),
  sided: true,
  ends: null,
  unfavourable_to: null,
});

/** Takes one instrument where neither the split nor a filter names one, and says so. */
export async function settleInstrument(session: Reader, { split, filters }: Asked): Promise<Settled> {
  if (filters.question !== undefined) await requireLine(session, filters.question);
  if (filters.instrument !== undefined || split.includes('instrument')) return { choices: {}, notes: [] };
  const instruments = await session.all<{ instrument: string }>(instrumentsSql);
  const first = instruments[0]?.instrument;
  if (first === undefined || instruments.length === 1) return { choices: {}, notes: [] };
  const names = instruments.map(({ instrument }) => `“${instrument}”`).join(', ');
  return {
    choices: { instrument: first },
    notes: [
      {
        code: 'instrument-chosen',
        text: `There are several surveys (${names}). They are never pooled: this is “${first}”. The filter “instrument” chooses another.`,
      },
    ],
  };
}

/** Of a figure by behaviour: how many questions nobody has put to one, and that they do not count. */
async function behaviourNotes(session: Reader, { cuts, choices }: Question): Promise<Note[]> {
  if (!cuts.includes('behaviour')) return [];
  if (byBehaviour({ cuts }) === 'with-people') {
    const text = 'Behaviours are shown for everybody who answered, not by groups of people.';
    return [{ code: 'behaviour-groups', text }];
  }
  const instrument = choice(choices, 'instrument');
  const [row] = await session.all<{ open: number; asked: number }>(behavioursSql, { instrument });
  const { open = 0, asked = 0 } = row ?? {};
  if (open === 0) return [];
  const text =
    open === asked
      ? 'Nobody has confirmed yet which behaviour of the Protocol a question asks about. Suggestions do not count until a person confirms them.'
      : `Only questions whose behaviour a person has confirmed count: ${open} of ${asked} are not confirmed and are left out.`;
  return [{ code: 'behaviour-unconfirmed', text }];
}

async function requireLine(session: Reader, line: string): Promise<void> {
  const titles = await questionTitles(session, 'question');
  if (!titles.has(line)) throw new AppError('question-unknown');
}

async function questionTitles(session: Reader, dimension: string): Promise<ReadonlyMap<string, string>> {
  if (dimension !== 'question') return new Map();
  const lines = await session.all<{ line: string; title: string }>(linesSql);
  return new Map(lines.map(({ line, title }) => [line, title]));
}

async function dimensionValues(session: Reader, dimension: string): Promise<readonly string[]> {
  const rows = await session.all<{ value: string }>(valuesSql, { dimension });
  return rows.map(({ value }) => value);
}
