// A world of cases: when received and closed, and what is recorded of each on a few dimensions.
import type { FigurePoint, FigureRequest } from '#shared/schemas/figure.ts';
import type { Random } from '../config/randoms.ts';
import {
  insert,
  monthAfter,
  neverSeen,
  pick,
  range,
  some,
  type Told,
  uneven,
  type World,
  type WorldFigure,
  weighted,
  whole,
} from './world.ts';

/** Dimensions, their columns and values. Several values of one case are possible where `several`. */
const dimensions = {
  'reporter-role': { column: 'reporter_role', values: ['Officer', 'Councillor', 'Public', 'Anonymous'] },
  'subject-role': { column: 'subject_role', values: ['Councillor', 'Officer', 'Co-opted'] },
  tier: { column: 'tier', values: ['Tier 1', 'Tier 2', 'Tier 3'] },
  directorate: { column: 'directorate', values: ['Adults', 'Legal', 'Place', 'Finance'] },
  channel: { column: 'channel', values: ['Form', 'Email', 'Manager'] },
  stage: { column: 'stage', values: ['Early', 'Informal', 'Formal'] },
  seriousness: { column: 'seriousness', values: ['Low', 'High'] },
  category: { column: 'category', values: ['Bullying', 'Disrespect', 'Leaks'], several: true },
  behaviour: { column: 'behaviours', values: ['Respect', 'Honesty', 'Openness'], several: true },
} as const satisfies Record<string, { column: string; values: readonly string[]; several?: boolean }>;
type Dimension = keyof typeof dimensions;
const names = Object.keys(dimensions) as Dimension[];

const pairs: Readonly<Record<string, readonly [Dimension, Dimension]>> = {
  'reporter-subject': ['reporter-role', 'subject-role'],
  'reporter-tier': ['reporter-role', 'tier'],
  'behaviour-subject': ['behaviour', 'subject-role'],
  'category-channel': ['category', 'channel'],
  'category-directorate': ['category', 'directorate'],
  'category-tier': ['category', 'tier'],
};

/** A kind of case: what an attacker does not know is how many there are of each. */
interface Kind {
  /** `YYYY-MM`; null where the date is not known. */
  readonly received: string | null;
  /** Null while open. */
  readonly closed: string | null;
  readonly skipLevel: boolean;
  /** The values on each dimension. */
  readonly on: Readonly<Record<string, readonly string[]>>;
}

const several = (name: Dimension): boolean => 'several' in dimensions[name];

/** With `closing`, cases close, over fewer months; else all stay open. */
export function incidentWorld(random: Random, closing: boolean): World {
  const months = closing ? whole(random, 5, 10) : whole(random, 12, 30);
  const firstMonth = pick(random, ['2022-04', '2022-07', '2023-01', '2022-11']);
  const chosen = chooseDimensions(random, closing ? 2 : 3);
  const values = Object.fromEntries(
    chosen.map((name) => [
      name,
      some(random, dimensions[name].values, whole(random, 2, dimensions[name].values.length)),
    ]),
  );
  const skips = !closing && random() < 0.4;
  const kinds = kindsOf(chosen, values, firstMonth, months, closing, skips);
  const truth = draw(random, kinds, whole(random, 20, 400));
  const spread = { kinds, truth };
  return {
    truth,
    values,
    figures: figuresOf(spread, chosen, closing, skips),
    never: neverSeen(
      kinds.map(({ on }) =>
        Object.entries(on).flatMap(([name, set]) => set.map((value) => `${name} ${value}`)),
      ),
      truth,
    ),
    totals: totalsOf(kinds, firstMonth, months, closing),
    threshold: 5,
    firstMonth,
    months,
    fill: (store) => insert(store, 'clean.incident', rowsOf(spread)),
  };
}

function chooseDimensions(random: Random, count: number): Dimension[] {
  // Half of the time those of a pair, which are the interesting ones.
  const first = random() < 0.6 ? pick(random, Object.values(pairs)) : some(random, names, 2);
  const rest = names.filter((name) => !first.includes(name));
  return [...first, ...some(random, rest, count - 2)];
}

/** Every value, and for a dimension of several values every two of them. */
function setsOf(name: Dimension, values: readonly string[]): string[][] {
  const single = values.map((value) => [value]);
  if (!several(name)) return single;
  return [...single, ...values.flatMap((a, index) => values.slice(index + 1).map((b) => [a, b]))];
}

function kindsOf(
  chosen: readonly Dimension[],
  values: Readonly<Record<string, readonly string[]>>,
  firstMonth: string,
  months: number,
  closing: boolean,
  skips: boolean,
): Kind[] {
  let on: Record<string, readonly string[]>[] = [{}];
  for (const name of chosen) {
    on = on.flatMap((part) => setsOf(name, values[name] ?? []).map((set) => ({ ...part, [name]: set })));
  }
  const received = [null, ...range(months).map((index) => monthAfter(firstMonth, index))];
  const closed = (from: string | null): (string | null)[] =>
    closing && from !== null
      ? [null, ...received.flatMap((month) => (month !== null && month >= from ? [month] : []))]
      : [null];
  return received.flatMap((month) =>
    closed(month).flatMap((end) =>
      on.flatMap((part) =>
        (skips ? [false, true] : [false]).map(
          (skipLevel): Kind => ({ received: month, closed: end, skipLevel, on: part }),
        ),
      ),
    ),
  );
}

/** Cases fall on kinds by uneven weights of each value, so that small groups and empty ones come about. */
function draw(random: Random, kinds: readonly Kind[], cases: number): number[] {
  const weights = new Map<string, number>();
  const weightOf = (key: string, odd: number): number => {
    const known = weights.get(key) ?? (uneven(random, 1)[0] ?? 0) * odd;
    weights.set(key, known);
    return known;
  };
  const all = kinds.map(({ received, closed, skipLevel, on }) => {
    const parts = Object.entries(on).map(([name, set]) =>
      weightOf(`${name} ${set.join()}`, set.length > 1 ? 0.3 : 1),
    );
    const time =
      weightOf(`received ${received}`, received === null ? 0.1 : 1) * weightOf(`closed ${closed}`, 1);
    return parts.reduce((product, weight) => product * weight, time * (skipLevel ? 0.2 : 1));
  });
  const truth = kinds.map(() => 0);
  for (const _ of range(cases)) {
    const kind = weighted(random, all);
    truth[kind] = (truth[kind] ?? 0) + 1;
  }
  return truth;
}

interface Spread {
  readonly kinds: readonly Kind[];
  readonly truth: readonly number[];
}

function rowsOf({ kinds, truth }: Spread): Record<string, string | number | boolean | null>[] {
  let row = 0;
  return kinds.flatMap((kind, index) =>
    range(truth[index] ?? 0).map(() => {
      row += 1;
      return {
        import_id: 'import',
        row_no: row,
        case_ref: `case ${row}`,
        received_date: kind.received && `${kind.received}-10`,
        received_precision: kind.received === null ? 'unknown' : 'day',
        closed_date: kind.closed && `${kind.closed}-20`,
        closed_precision: kind.closed === null ? null : 'day',
        status: kind.closed === null ? 'open' : 'closed',
        skip_level: kind.skipLevel,
        ...Object.fromEntries(
          Object.entries(kind.on).map(([name, set]) => [dimensions[name as Dimension].column, set.join(';')]),
        ),
      };
    }),
  );
}

type Holds = (kind: Kind, from: string, to: string, unbounded: boolean) => boolean;

const within = (day: string | null, from: string, to: string): boolean =>
  day !== null && day >= from && day <= to;

const received: Holds = (kind, from, to, unbounded) =>
  unbounded || within(kind.received && `${kind.received}-10`, from, to);
const closedIn: Holds = ({ closed }, from, to, unbounded) =>
  closed !== null && (unbounded || within(`${closed}-20`, from, to));
const openAt: Holds = (kind, _, to) =>
  kind.received !== null && `${kind.received}-10` <= to && (kind.closed === null || `${kind.closed}-20` > to);

function figuresOf(
  { kinds }: Spread,
  chosen: readonly Dimension[],
  closing: boolean,
  skips: boolean,
): WorldFigure[] {
  const members = (
    holds: Holds,
    point: FigurePoint,
    coords: Readonly<Record<string, string>>,
    { from, to, grain }: FigureRequest,
    also: (kind: Kind) => boolean = () => true,
  ): number[] => {
    const unbounded = grain === 'all' && from === undefined && to === undefined;
    return kinds.flatMap((kind, index) =>
      holds(kind, point.from, point.to, unbounded) &&
      also(kind) &&
      Object.entries(coords).every(([name, value]) => kind.on[name]?.includes(value))
        ? [index]
        : [],
    );
  };
  const counted =
    (holds: Holds, field: 'value' | 'numerator') =>
    (point: FigurePoint, coords: Readonly<Record<string, string>>, request: FigureRequest): Told[] => [
      {
        members: members(holds, point, coords, request),
        value: point[field],
        guarded: point.suppressed === 'c',
      },
    ];
  const splits = [
    ...chosen,
    ...Object.keys(pairs).filter((pair) => pairs[pair]?.every((name) => chosen.includes(name))),
  ];
  const all = ['month', 'quarter', 'financial-year', 'municipal-year', 'all'] as const;
  const figure = (
    metric: string,
    tell: WorldFigure['tell'],
    grains: WorldFigure['grains'] = all,
  ): WorldFigure => ({
    metric,
    grains,
    splits,
    filters: chosen,
    tell,
  });
  return [
    figure('incidents', counted(received, 'value')),
    figure('incident-share', counted(received, 'numerator')),
    ...(closing
      ? [
          { ...figure('incidents-closed', counted(closedIn, 'value')), splits: [], filters: [] },
          { ...figure('incidents-open', counted(openAt, 'value'), all.slice(0, 4)), splits: [], filters: [] },
        ]
      : []),
    ...(skips
      ? [
          figure('skip-level-share', (point, coords, request) => [
            {
              members: members(received, point, coords, request),
              value: point.denominator,
              guarded: point.suppressed === 'c',
            },
            {
              members: members(received, point, coords, request, ({ skipLevel }) => skipLevel),
              value: point.numerator,
              guarded: false,
            },
          ]),
        ]
      : []),
  ];
}

/** The whole is always shown: of each month, of all dates, and at each end. */
function totalsOf(kinds: readonly Kind[], firstMonth: string, months: number, closing: boolean): number[][] {
  const those = (holds: (kind: Kind) => boolean): number[] =>
    kinds.flatMap((kind, index) => (holds(kind) ? [index] : []));
  const each = range(months).map((index) => monthAfter(firstMonth, index));
  return [
    those(() => true),
    ...each.map((month) => those((kind) => kind.received === month)),
    ...(closing ? each.map((month) => those(({ closed }) => closed === month)) : []),
  ];
}

/** The two dimensions of a split that has two. */
export const pairOf = (split: string): readonly [string, string] | undefined => pairs[split];
