// Owns data health: per source what arrived, what is missing, late, twice or left out, and its weight.
// The rule: response is read through the gate of figures, and no count below the workspace's smallest is told.
import { readFigure } from '#core/figures/index.ts';
import type { Store } from '#core/store/store.ts';
import type { KindCard } from '#shared/schemas/catalogue.ts';
import type { ColumnHealth, Health, ResponseHealth, SourceHealth } from '#shared/schemas/health.ts';
import type { WorkspaceSettings } from '#shared/schemas/workspace.ts';
import { mechanismOf } from '#shared/vocabulary/mechanisms.ts';
import { type SurveySide, surveySide } from '#shared/vocabulary/survey-sides.ts';
import answeredSql from './answered.sql?raw';
import { cautionOf } from './caution.ts';
import completenessSql from './completeness.sql?raw';
import { dueAfter } from './due.ts';
import duplicatesSql from './duplicates.sql?raw';
import { gapsOf, monthlyKinds } from './gaps.ts';
import { readSources, type SourceRow, saidOfMechanisms } from './mechanisms.ts';
import problemsSql from './problems.sql?raw';
import daysSql from './source-days.sql?raw';
import { toldRows, toldShare } from './told-counts.ts';

type Reader = Pick<Store, 'all' | 'changes'>;
type Of = Pick<SourceRow, 'kind' | 'instrument'>;

interface Facts {
  readonly days: readonly (Of & { readonly day: string })[];
  readonly filled: readonly (Of & {
    readonly field: string;
    readonly filled: number;
    readonly total: number;
  })[];
  readonly answered: readonly {
    readonly instrument: string;
    readonly filled: number;
    readonly total: number;
  }[];
  /** Whom surveys ask, where a person said so. */
  readonly sides: ReadonlyMap<string, SurveySide>;
  readonly duplicates: readonly (Of & { readonly within: number; readonly between: number })[];
  readonly problems: readonly { readonly kind: string; readonly code: string; readonly count: number }[];
  readonly cadences: ReadonlyMap<string, number | null>;
}

const MOST_PROBLEMS = 6;
const number = new Intl.NumberFormat('en-GB');
const isOf = (one: Of) => (other: Of) => one.kind === other.kind && one.instrument === other.instrument;

/** Health of every source as at `today`. `kinds` are the cards of the importers. */
export async function readHealth(
  store: Reader,
  kinds: readonly KindCard[],
  settings: WorkspaceSettings,
  today: string,
): Promise<Health> {
  const facts = await readFacts(store);
  const sources: SourceHealth[] = [];
  for (const row of await readSources(store)) {
    const response =
      row.kind === 'survey-response' ? await responseOf(store, row.instrument ?? '', settings) : [];
    sources.push(sourceOf(row, facts, kinds, response, settings, today));
  }
  return { asAt: today, reading: overview(sources), sources };
}

async function readFacts(store: Reader): Promise<Facts> {
  const said = await saidOfMechanisms(store);
  return {
    days: await store.all(daysSql, { monthly: JSON.stringify(monthlyKinds) }),
    filled: await store.all(completenessSql),
    answered: await store.all(answeredSql),
    duplicates: await store.all(duplicatesSql),
    problems: await store.all(problemsSql),
    sides: new Map(
      (
        await store.all<{ instrument: string; side: SurveySide }>('select instrument, side from survey_side')
      ).map(({ instrument, side }) => [instrument, side]),
    ),
    cadences: new Map(said.map(({ mechanism, cadenceMonths }) => [mechanism, cadenceMonths])),
  };
}

/** Whom a survey asks: what a person said, else what its name tells. */
const sideOf = (instrument: string, { sides }: Facts): SurveySide | null =>
  sides.get(instrument) ?? surveySide(instrument);

function sourceOf(
  row: SourceRow,
  facts: Facts,
  kinds: readonly KindCard[],
  response: ResponseHealth[],
  { smallCount }: WorkspaceSettings,
  today: string,
): SourceHealth {
  const { kind, instrument, read, rejected } = row;
  const card = kinds.find(({ id }) => id === kind);
  const mechanism = mechanismOf(kind, instrument);
  const cadence = mechanism === null ? null : (facts.cadences.get(mechanism) ?? null);
  const twice = facts.duplicates.find(isOf(row)) ?? { within: 0, between: 0 };
  const days = facts.days.filter(isOf(row)).map(({ day }) => day);
  const source = {
    ...row,
    title: card?.title ?? kind,
    side: kind === 'survey-response' ? sideOf(instrument ?? '', facts) : null,
    gaps: gapsOf(kind, days, cadence),
    columns: columnsOf(row, facts, card, smallCount),
    ...dueAfter(row.to, cadence, today),
    duplicates: {
      within: toldRows(twice.within, smallCount),
      between: toldRows(twice.between, smallCount),
    },
    rejectedShown: `${number.format(rejected)} of ${number.format(read)}`,
    problems: facts.problems
      .filter((problem) => problem.kind === kind)
      .slice(0, MOST_PROBLEMS)
      .map(({ code, count }) => ({ code, count })),
    response,
  };
  return { ...source, ...cautionOf(source, twice.within + twice.between) };
}

/** The columns of a kind's card in its order; of a survey, too, how many of its questions were answered. */
function columnsOf(
  row: SourceRow,
  facts: Facts,
  card: KindCard | undefined,
  smallCount: number,
): ColumnHealth[] {
  const own = facts.filled.filter(isOf(row));
  const columns = (card?.fields ?? []).flatMap(({ id, label, required }): ColumnHealth[] => {
    const found = own.find(({ field }) => field === id);
    return found ? [{ field: id, label, required, ...toldShare(found.filled, found.total, smallCount) }] : [];
  });
  const answers = facts.answered.find(({ instrument }) => instrument === row.instrument);
  if (row.kind !== 'survey-response' || !answers || answers.total === 0) return columns;
  const share = toldShare(answers.filled, answers.total, smallCount);
  return [...columns, { field: 'answers', label: 'Answers to rated questions', required: false, ...share }];
}

/** Every wave's response, as the figure shows it. */
async function responseOf(
  store: Reader,
  instrument: string,
  settings: WorkspaceSettings,
): Promise<ResponseHealth[]> {
  const request = { metric: 'survey-response-rate', filters: { instrument } };
  const { points } = await readFigure(store, request, settings);
  return points.map((point) => ({
    wave: point.from,
    period: point.period,
    shown: point.shown,
    percent: point.value,
    base: point.base,
    population: point.denominator,
    reason: point.reason,
  }));
}

const nameOf = ({ title, instrument }: SourceHealth): string => instrument ?? title;

function overview(sources: readonly SourceHealth[]): string {
  if (sources.length === 0) return 'Nothing has been imported yet, so there is nothing to judge.';
  const weak = sources.filter(({ level }) => level === 'weak');
  const care = sources.filter(({ level }) => level === 'caution');
  const sound = sources.length - weak.length - care.length;
  const parts = [
    `${sound} of ${sources.length} ${sources.length === 1 ? 'source' : 'sources'} ${sound === 1 ? 'is' : 'are'} sound`,
    ...(care.length > 0 ? [`${care.length} to be read with caution (${care.map(nameOf).join(', ')})`] : []),
    ...(weak.length > 0 ? [`${weak.length} weak (${weak.map(nameOf).join(', ')})`] : []),
  ];
  return `${parts.join('; ')}.`;
}
