// Owns what people choose of how a figure's chart is judged: the rules, the target, the days of new limits.
// The rule: every choice needs a reason, and stands in the log with who and when; nothing is chosen by itself.
import { chartChoices, chartTitles, type Metric, metricOf } from '#core/figures/index.ts';
import type { Session } from '#core/store/session.ts';
import { formatDate } from '#shared/calendar.ts';
import { AppError } from '#shared/errors.ts';
import type {
  ChartJudgeRequest,
  ChartRebaseRequest,
  ChartSettings,
  ChartTargetRequest,
  Judging,
} from '#shared/schemas/chart.ts';
import { decisionsOn, noteDecision, now } from './decisions.ts';

type Reader = Pick<Session, 'all'>;

/** The choices for a metric, what can be asked for, and the log. @throws AppError metric-unknown */
export async function readChartSettings(session: Reader, metricId: string): Promise<ChartSettings> {
  const metric = metricOf(metricId);
  const { judging, target, rebases } = await chartChoices(session, metricId);
  return {
    metric: metricId,
    judging,
    target,
    rebases: [...rebases],
    charts: chartTitles(metric),
    takesTarget: metric.card.direction !== 'neutral',
    decisions: await decisionsOn(session, 'chart', metricId),
  };
}

const judgingWords = ({ screening, twoOfThree, runLength }: Judging): string =>
  [
    screening ? 'outlying moving ranges screened out' : 'no screening (as the Excel tool)',
    twoOfThree === '2023' ? 'two of three as of November 2023' : 'two of three in the older form',
    `runs of ${runLength}`,
  ].join(', ');

/** Changes the rules that a chart is judged by. @throws AppError metric-unknown */
export async function setJudging(
  session: Session,
  { metric: id, reason, ...wanted }: ChartJudgeRequest,
  by: string,
): Promise<void> {
  const metric = metricOf(id);
  const { judging } = await chartChoices(session, id);
  const next: Judging = {
    screening: wanted.screening ?? judging.screening,
    twoOfThree: wanted.twoOfThree ?? judging.twoOfThree,
    runLength: wanted.runLength ?? judging.runLength,
  };
  const at = now();
  await session.run(
    `insert or replace into chart_judging
     values ($id, $screening, $twoOfThree, $runLength, $by, $at::timestamp)`,
    { id, ...next, by, at },
  );
  await note(session, metric, 'set', `judged with ${judgingWords(next)}. ${reason}`, by, at);
}

/** Sets a target in the unit of the figure, or takes it back (null). @throws AppError metric-unknown, target-neutral */
export async function setTarget(
  session: Session,
  { metric: id, target, reason }: ChartTargetRequest,
  by: string,
): Promise<void> {
  const metric = metricOf(id);
  const at = now();
  if (target === null) {
    await session.run('delete from chart_target where metric = $id', { id });
    await note(session, metric, 'removed', `the target. ${reason}`, by, at);
    return;
  }
  if (metric.card.direction === 'neutral') throw new AppError('target-neutral', { metric: id });
  await session.run(
    'insert or replace into chart_target values ($id, $target, $reason, $by, $at::timestamp)',
    { id, target, reason, by, at },
  );
  await note(session, metric, 'set', `a target of ${target} ${metric.card.unit}. ${reason}`, by, at);
}

/** Sets limits anew from a day on. @throws AppError metric-unknown */
export async function setRebase(
  session: Session,
  { metric: id, date, reason }: ChartRebaseRequest,
  by: string,
): Promise<void> {
  const metric = metricOf(id);
  const at = now();
  await session.run(
    'insert or replace into chart_rebase values ($id, $date::date, $reason, $by, $at::timestamp)',
    { id, date, reason, by, at },
  );
  await note(session, metric, 'set', `new limits from ${formatDate(date)}. ${reason}`, by, at);
}

/** Takes a day of new limits back. @throws AppError metric-unknown, rebase-unknown */
export async function removeRebase(
  session: Session,
  { metric: id, date, reason }: ChartRebaseRequest,
  by: string,
): Promise<void> {
  const metric = metricOf(id);
  const { rebases } = await chartChoices(session, id);
  if (!rebases.some((one) => one.date === date))
    throw new AppError('rebase-unknown', { metric: id, date: formatDate(date) });
  await session.run('delete from chart_rebase where metric = $id and rebase_date = $date::date', {
    id,
    date,
  });
  await note(session, metric, 'removed', `new limits from ${formatDate(date)}. ${reason}`, by, now());
}

const note = (
  session: Session,
  { card }: Metric,
  action: 'set' | 'removed',
  what: string,
  by: string,
  at: string,
) => noteDecision(session, { subject: 'chart', id: card.id, action, by, what: `${card.title}: ${what}` }, at);
