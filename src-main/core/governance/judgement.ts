// Owns the year's judgement for the Annual Governance Statement as it is read: answers, evidence, sign-offs.
// The rule: no score is worked out; names of users are not in the record, so that it may go into packs.
import type { Store } from '#core/store/store.ts';
import { formatDate, type Period, parsePeriod, periodsBetween } from '#shared/calendar.ts';
import type {
  JudgementAnswer,
  JudgementEvidence,
  JudgementRecord,
  JudgementYears,
  SignOff,
} from '#shared/schemas/judgement.ts';
import {
  evidenceStrengthIds,
  type JudgementQuestionId,
  judgementGuard,
  judgementQuestionIds,
  judgementQuestions,
} from '#shared/vocabulary/judgement.ts';
import { type AskFigure, compared } from './judgement-figure.ts';
import { notHeardIn } from './judgement-heard.ts';
import { type JudgementRows, judgementRows, type VersionRow } from './judgement-rows.ts';
import {
  currentOf,
  nextOf,
  signOffsOf,
  stagesOf,
  standingOf,
  theStage,
  unweighed,
} from './judgement-standing.ts';
import { readSources } from './mechanisms.ts';

type Reader = Pick<Store, 'all'>;

const withoutQuestion = ({ question: _, ...version }: VersionRow) => version;

/** What stands first: by strength, then the latest; what was withdrawn last. */
function byWeight(a: JudgementEvidence, b: JudgementEvidence): number {
  const rank = ({ strength }: JudgementEvidence) => evidenceStrengthIds.indexOf(strength);
  return (
    Number(a.withdrawn !== null) - Number(b.withdrawn !== null) ||
    rank(a) - rank(b) ||
    b.date.localeCompare(a.date) ||
    a.id.localeCompare(b.id)
  );
}

async function evidenceOf(
  store: Reader,
  rows: JudgementRows,
  ask: AskFigure,
  at: string,
): Promise<JudgementEvidence[]> {
  const all: JudgementEvidence[] = [];
  for (const one of rows.evidence) {
    const figure = one.figure === null ? null : await compared(store, one.figure, ask, at);
    all.push({ ...one, figure });
  }
  return all.sort(byWeight);
}

function answerOf(
  rows: JudgementRows,
  signOffs: readonly SignOff[],
  evidence: readonly JudgementEvidence[],
  question: JudgementQuestionId,
): JudgementAnswer {
  const [current = null, ...earlier] = rows.versions
    .filter((one) => one.question === question)
    .map(withoutQuestion);
  return {
    question,
    ...judgementQuestions[question],
    standing: standingOf(rows, signOffs, question),
    current,
    earlier,
    evidence: evidence.filter((one) => one.question === question),
    unweighed: unweighed(rows, question),
  };
}

const countText = (count: number, one: string, many: string): string =>
  count === 1 ? `1 ${one}` : `${count} ${many}`;

/** What Council can honestly say of the year, and where the record stands. */
function readingOf(
  year: Period,
  over: boolean,
  rows: JudgementRows,
  signOffs: readonly SignOff[],
  evidence: readonly JudgementEvidence[],
): string {
  const given = judgementQuestionIds.filter((question) => currentOf(rows, question) !== null).length;
  const council = signOffs.find(({ stage, stands }) => stands && stage === 'council');
  const judged = currentOf(rows, 'effectiveness');
  const open = over ? '' : ` The year runs until ${formatDate(year.to)}.`;
  if (council && judged) {
    const moved = evidence.filter(
      ({ withdrawn, figure }) => withdrawn === null && figure !== null && figure.changed.length > 0,
    ).length;
    const since =
      moved === 0 ? '' : ` ${countText(moved, 'figure', 'figures')} relied on say something else today.`;
    return `Council gave its judgement of ${year.title} on ${formatDate(council.date)} (${council.reference}), with ${judged.confidence} confidence.${since}${open}`;
  }
  if (given === 0)
    return `Council can say nothing of ${year.title} yet: none of the three answers is recorded.${open}`;
  const next = nextOf(rows, signOffs);
  const waits = next === null ? '' : `, and the record waits for ${theStage(next.stage)}`;
  const again = signOffs.some(({ stands }) => !stands)
    ? ' An answer changed after it was signed, so sign-offs were opened again.'
    : '';
  return `Council cannot yet say whether the Protocol was effective in ${year.title}: ${given === 3 ? 'all 3 answers are' : `${given} of the 3 answers ${given === 1 ? 'is' : 'are'}`} recorded${waits}.${again}${open}`;
}

/**
 * The judgement of a financial year ("2024/25") as it stands. `ask` answers a figure through the gate; every
 * linked figure is asked anew. Holds roles and no user's name. @throws AppError period-invalid
 */
export async function readJudgement(
  store: Reader,
  year: string,
  ask: AskFigure,
  smallCount: number,
  today = new Date().toISOString(),
): Promise<JudgementRecord> {
  const period = parsePeriod(year);
  const rows = await judgementRows(store, year);
  const signOffs = signOffsOf(rows);
  const evidence = await evidenceOf(store, rows, ask, today);
  const over = today.slice(0, 10) > period.to;
  return {
    year,
    from: period.from,
    to: period.to,
    reading: readingOf(period, over, rows, signOffs, evidence),
    next: nextOf(rows, signOffs),
    guard: judgementGuard,
    answers: judgementQuestionIds.map((question) => answerOf(rows, signOffs, evidence, question)),
    stages: stagesOf(rows, signOffs),
    signOffs,
    notHeard: await notHeardIn(store, period, ask, smallCount),
  };
}

/** So many years back at most. */
const MOST_YEARS = 30;

/** The years that have data or a record, and this one; the latest first. */
export async function judgementYears(store: Reader, today: string): Promise<JudgementYears> {
  const recorded = await store.all<{ year: string; answers: number }>(
    `select year, count(distinct question)::integer as answers
     from (
       select year, question from judgement_answer
       union all
       select year, null from judgement_evidence
     ) group by year`,
  );
  const sources = (await readSources(store)).flatMap(({ from, to }) =>
    from === null || to === null ? [] : [{ from, to }],
  );
  const first = sources.map(({ from }) => from).sort()[0] ?? today;
  const spanned = periodsBetween(first < today ? first : today, today, 'financial-year').slice(-MOST_YEARS);
  const titles = new Set([...spanned.map(({ title }) => title), ...recorded.map(({ year }) => year)]);
  return [...titles]
    .sort()
    .reverse()
    .map((year) => {
      const { from, to } = parsePeriod(year);
      return {
        year,
        answers: recorded.find((one) => one.year === year)?.answers ?? 0,
        data: sources.some((one) => one.from <= to && one.to >= from),
        whole: sources.some((one) => one.from <= to && one.to >= to),
      };
    });
}
