// Owns what all figures about appraisals share: their cuts, the stage they are of, their span.
// The rule: one stage at a time, so that nobody counts more than once in a cycle; nothing about one person.
import type { MetricCard } from '#shared/schemas/figure.ts';
import { behaviours } from '#shared/vocabulary/protocol.ts';
import cutSql from './appraisal-cut.sql?raw';
import spanSql from './appraisal-span.sql?raw';
import stagesSql from './appraisal-stages.sql?raw';
import {
  type Asked,
  cutParams,
  type Metric,
  type Question,
  type Reader,
  readSpan,
  type Settled,
} from './metric.ts';

/** The Protocol's seven, as JSON for a statement. */
export const sevenBehaviours: string = JSON.stringify(behaviours.terms.map(({ label }) => label));

/** The parts of a card that every appraisal figure has alike. */
export const appraisalCard = {
  direction: 'increase',
  chart: 'column',
  kinds: ['appraisal'],
  grains: ['financial-year', 'all'],
} satisfies Partial<MetricCard>;

/** All are of the same appraisals: those done, told by one, could be set against those due, told by another. */
export const appraisalAlike = [
  'appraisal-coverage',
  'appraisal-signed',
  'appraisal-behaviours',
  'appraisal-behaviours-covered',
] as const;

/** The pair that all have alike, so that each hides what the others hide. */
export const appraisalPair = { 'directorate-tier': ['directorate', 'tier'] } as const;

/** Every appraisal metric's part besides its card, shape, cuts and what it reads. */
export const appraisalMetric = {
  choices: ['stage'],
  span: async (session, filters) => readSpan(session, spanSql, { stage: await stageOf(session, filters) }),
  settle: settleStage,
} satisfies Partial<Metric>;

/** Parameters of an appraisal statement. */
export const appraisalParams = (question: Question) => ({
  ...cutParams(question),
  stage: question.choices.stage ?? NO_STAGE,
  behaviours: sevenBehaviours,
});

/** The statement of rows `sql` over the appraisals of the question's stage. */
export const readAppraisals = <Row extends object>(
  session: Reader,
  question: Question,
  sql: string,
  more = {},
): Promise<Row[]> => session.all<Row>(cutSql + sql, { ...appraisalParams(question), ...more });

const NO_STAGE = 'Not recorded';

const stagesIn = async (session: Reader): Promise<string[]> =>
  (await session.all<{ stage: string }>(stagesSql)).map(({ stage }) => stage);

/** The stage that was chosen, else the year's end or the one most appraisals are at. */
async function stageOf(session: Reader, { stage }: Readonly<Record<string, string>>): Promise<string> {
  return stage ?? (await stagesIn(session))[0] ?? NO_STAGE;
}

async function settleStage(session: Reader, { filters }: Asked): Promise<Settled> {
  const stages = await stagesIn(session);
  const stage = filters.stage ?? stages[0] ?? NO_STAGE;
  if (stages.length < 2) return { choices: { stage }, notes: [] };
  const names = stages.map((name) => `“${name}”`).join(', ');
  const text = `Appraisals are on record at several stages (${names}). They are never added: this is “${stage}”. The filter “stage” chooses another.`;
  return { choices: { stage }, notes: [{ code: 'stage-chosen', text }] };
}
