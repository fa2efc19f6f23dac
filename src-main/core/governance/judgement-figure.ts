// Owns a figure as evidence: what it said when it was linked, what it says today, and what differs.
// The rule: only what the gate of figures shows is kept, and what today's rules hide is hidden again.
import { createHash } from 'node:crypto';
import type { Session } from '#core/store/session.ts';
import { AppError } from '#shared/errors.ts';
import type { Figure, FigurePoint, FigureRequest } from '#shared/schemas/figure.ts';
import type { LinkedFigure, LinkedState } from '#shared/schemas/judgement.ts';

export type AskFigure = (request: FigureRequest) => Promise<Figure>;
type Value = LinkedState['values'][number];

/** More groups than these stand in the figure itself. */
const MOST_VALUES = 12;

const shownValue = ({ period, label, across, shown, base, suppressed, reason }: FigurePoint): Value => ({
  period,
  group: label === null ? null : across === null ? label : `${label}, ${across}`,
  shown,
  base,
  mark: suppressed,
  reason,
});

/** The points of the latest period that the figure shows. */
function latest(points: readonly FigurePoint[]): FigurePoint[] {
  const last = points.reduce((day, { to }) => (to > day ? to : day), '');
  return points.filter(({ to }) => to === last);
}

const digestOf = (points: readonly FigurePoint[]): string =>
  createHash('sha256')
    .update(
      JSON.stringify(points.map((one) => [one.from, one.to, one.group, one.across, one.shown, one.base])),
    )
    .digest('hex');

async function dataOf(session: Pick<Session, 'all'>, { provenance }: Figure): Promise<string | null> {
  const [row] = await session.all<{ day: string | null }>(
    `select max(imported_at)::date as day from import
     where list_contains(from_json($ids::json, '["VARCHAR"]'), import_id)`,
    { ids: JSON.stringify(provenance.imports.map(({ importId }) => importId)) },
  );
  return row?.day ?? null;
}

/** What a figure says at a moment. @throws AppError judgement-figure-empty where it says nothing */
export async function stateOf(
  session: Pick<Session, 'all'>,
  figure: Figure,
  at: string,
): Promise<LinkedState> {
  const { metric, points, reading } = figure;
  if (points.length === 0) throw new AppError('judgement-figure-empty', { metric: metric.title });
  const values = latest(points).map(shownValue);
  return {
    at,
    dataOf: await dataOf(session, figure),
    title: metric.title,
    unit: metric.unit,
    reading,
    values: values.slice(0, MOST_VALUES),
    more: Math.max(0, values.length - MOST_VALUES),
    digest: digestOf(points),
  };
}

const nameOf = ({ period, group }: Value): string => (group === null ? period : `${period}, ${group}`);
const sameCell = (a: Value) => (b: Value) => a.period === b.period && a.group === b.group;

/** A value as it was, unless it is hidden today: then it is hidden here, too. */
function hiddenAgain(then: LinkedState, today: readonly Value[]): LinkedState {
  const hidden = (value: Value): Value | undefined =>
    value.mark === null ? today.find((now) => sameCell(value)(now) && now.mark === 'c') : undefined;
  if (!then.values.some(hidden)) return then;
  return {
    ...then,
    reading: 'Withheld: the rules of today hide a value that it told.',
    values: then.values.map((value) => {
      const now = hidden(value);
      return now ? { ...value, shown: now.shown, base: null, mark: now.mark, reason: now.reason } : value;
    }),
  };
}

function changeOf(then: Value, today: readonly Value[]): string[] {
  const now = today.find(sameCell(then));
  const name = nameOf(then);
  if (!now) return [`${name}: ${then.shown} then, not in the figure any more.`];
  if (now.shown !== then.shown) {
    return now.mark === 'c'
      ? [`${name}: shown then, hidden today (${now.shown}).`]
      : [`${name}: ${then.shown} then, ${now.shown} today.`];
  }
  return now.base === then.base || now.base === null || then.base === null
    ? []
    : [`${name}: of ${then.base} then, of ${now.base} today.`];
}

function changes(then: LinkedState, now: LinkedState, today: readonly Value[]): string[] {
  const told = then.values.flatMap((value) => changeOf(value, today));
  const period = now.values[0]?.period;
  if (period !== undefined && period !== then.values[0]?.period) told.push(`It goes on to ${period} today.`);
  if (told.length > 0) return told;
  if (now.digest !== then.digest) return ['Other values of the figure have changed.'];
  return now.reading === then.reading ? [] : ['Its reading has changed.'];
}

/** A linked figure beside what it says today. One that cannot be read any more says why. */
export async function compared(
  session: Pick<Session, 'all'>,
  { request, said }: Pick<LinkedFigure, 'request' | 'said'>,
  ask: AskFigure,
  at: string,
): Promise<LinkedFigure> {
  try {
    const figure = await ask(request);
    const now = await stateOf(session, figure, at);
    const today = figure.points.map(shownValue);
    return { request, said: hiddenAgain(said, today), now, changed: changes(said, now, today) };
  } catch (cause) {
    if (!(cause instanceof AppError)) throw cause;
    return { request, said, now: null, changed: [`It cannot be read today: ${cause.message}`] };
  }
}
