// Owns what a year was silent on: mechanisms without evidence of it, returns of positive examples.
// The rule: silence is told beside the answers and is neither good nor bad; counts only, as elsewhere.
import type { Session } from '#core/store/session.ts';
import type { Period } from '#shared/calendar.ts';
import type { NotHeard } from '#shared/schemas/judgement.ts';
import { mechanismOf, mechanisms } from '#shared/vocabulary/mechanisms.ts';
import type { AskFigure } from './judgement-figure.ts';
import heardSql from './judgement-heard.sql?raw';
import { listed } from './judgement-standing.ts';
import { saidOfMechanisms } from './mechanisms.ts';
import { toldRows } from './told-counts.ts';

interface HeardRow {
  readonly kind: string;
  readonly instrument: string | null;
  readonly rows: number;
}

/** How returns of each sort are told in a sentence. */
const returned: Readonly<Record<string, string>> = {
  Examples: 'with examples',
  'Nil return': 'nil',
  'Nothing returned': 'not given',
};

const small = (title: string): string => title.charAt(0).toLowerCase() + title.slice(1);

/** What was not heard from the first to the last day of a year; rows below `smallCount` are told as fewer than it. */
export async function notHeardIn(
  session: Pick<Session, 'all'>,
  { from, to, title }: Period,
  ask: AskFigure,
  smallCount: number,
): Promise<NotHeard> {
  const rows = await session.all<HeardRow>(heardSql, { from, to });
  const heard = (await saidOfMechanisms(session)).map(({ mechanism, inPlace }) => {
    const own = rows.filter(({ kind, instrument }) => mechanismOf(kind, instrument) === mechanism);
    const count = own.reduce((sum, row) => sum + row.rows, 0);
    const { title: name } = mechanisms[mechanism];
    return { mechanism, title: name, inPlace, heard: count > 0, rows: toldRows(count, smallCount) };
  });
  const returns = await returnsIn(from, to, ask);
  const silent = heard.filter((one) => !one.heard).map((one) => small(one.title));
  const mechanismText =
    silent.length === 0
      ? `Each of the ${heard.length} mechanisms of section VII was heard in ${title}.`
      : `Not heard in ${title}: ${silent.length} of the ${heard.length} mechanisms of section VII (${listed(silent)}).`;
  const returnText =
    returns.length === 0
      ? 'No positive example and no nil return was given.'
      : `Quarterly returns of positive examples: ${returns.map(({ what, shown }) => `${shown} ${returned[what] ?? small(what)}`).join(', ')}.`;
  return { reading: `${mechanismText} ${returnText}`, mechanisms: heard, returns };
}

async function returnsIn(from: string, to: string, ask: AskFigure): Promise<NotHeard['returns']> {
  const { points } = await ask({
    metric: 'positive-returns',
    from,
    to,
    grain: 'financial-year',
    split: 'return',
  });
  return points.map(({ label, shown }) => ({ what: label ?? '', shown }));
}
