// Owns what packs that left the house have told: a number shown now must not tell, beside the one issued
// then, of the few people or cases that lie between them.
import type { Quantities } from '#core/disclosure/differencing.ts';
import type { Span } from '#core/metrics/metric.ts';
import type { Session } from '#core/store/session.ts';
import { type Period, periodOf } from '#shared/calendar.ts';
import type { Grain } from '#shared/schemas/figure.ts';
import type { Asking } from './ask.ts';
import { type FigureCell, keyOf, type Place } from './cell.ts';
import { groupBy } from './system.ts';

/** By population: for each pack, how many people or cases its numbers rest on. */
export type Issued = ReadonlyMap<string, readonly Quantities[]>;

/** A group's number as a figure shows it. */
export interface ToldCell {
  readonly population: string;
  readonly cell: string;
  readonly quantity: number;
}

/** Which numbers may be set against each other: the same figure of the same people, cut alike. */
export const populationName = ({ metric, choices, cuts, grain }: Asking): string =>
  keyOf(metric.card.id, grain, JSON.stringify(Object.entries(choices).sort()), ...cuts);

/** All dates are one period, wherever they begin and end. */
export const cellName = ({ period, coords }: Place, grain: Grain): string =>
  keyOf(grain === 'all' ? '' : period.from, ...coords);

interface Row extends ToldCell {
  readonly pack: string;
}

/** All that issued packs have told, pack by pack. */
export async function readIssued(session: Pick<Session, 'all'>): Promise<Issued> {
  const rows = await session.all<Row>('select pack, population, cell, quantity from issued_cell');
  const packs = groupBy(rows, ({ population }) => population);
  return new Map(
    [...packs].map(([population, cells]) => [
      population,
      [...groupBy(cells, ({ pack }) => pack).values()].map(
        (told) => new Map(told.map(({ cell, quantity }) => [cell, quantity])),
      ),
    ]),
  );
}

/** The numbers of groups that a figure shows, of `data` from its first day to its last. */
export const toldBy = (cells: readonly FigureCell[], data: Span, asking: Asking): ToldCell[] =>
  cells
    .filter(({ suppressed }) => suppressed === null)
    .flatMap((cell) =>
      grainsOf(cell.period, data, asking).map((grain) => ({
        population: populationName({ ...asking, grain }),
        cell: cellName(cell, grain),
        quantity: cell.quantity,
      })),
    );

/** What else a number tells: that of every period of another length that holds the same days of the data. */
function grainsOf(period: Period, data: Span, { grain, metric }: Asking): Grain[] {
  if (grain === 'wave' || !metric.disclosure.adds) return [grain];
  const held = ({ from, to }: Span): string =>
    `${from > data.from ? from : data.from} ${to < data.to ? to : data.to}`;
  return (['all', 'financial-year', 'quarter', 'month'] as const).filter(
    (other) => held(other === 'all' ? data : periodOf(period.from, other)) === held(period),
  );
}

/** Remembers what a pack that leaves the house tells; in the transaction that notes its release. */
export const rememberTold = (session: Session, pack: string, told: readonly ToldCell[]): Promise<number> =>
  session.run(
    `insert into issued_cell
     select distinct $pack, cell->>'population', cell->>'cell', (cell->>'quantity')::double
     from (select unnest(from_json($told, '["json"]')) as cell)`,
    { pack, told: JSON.stringify(told) },
  );
