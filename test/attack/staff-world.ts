// A world of employees: those who are there at each snapshot, and those who leave, when and why.
import type { FigurePoint } from '#shared/schemas/figure.ts';
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

const directorates = ['Adults', 'Legal', 'Place', 'Finance'];
const grades = ['Senior', 'Middle', 'Junior'];
/** Each reason is part of one group of the cut "voluntary". */
const reasons: Readonly<Record<string, string>> = {
  Resignation: 'Voluntary',
  Retirement: 'Voluntary',
  Redundancy: 'Redundancy or transfer',
  Dismissal: 'Other, not voluntary',
  'End of contract': 'Other, not voluntary',
};

type Coords = Readonly<Record<string, string>>;

interface Kind {
  /** `YYYY-MM-01` of the snapshot; null for a leaver. */
  readonly snapshot: string | null;
  /** `YYYY-MM-15`; null where the day is not known, or for somebody in a snapshot. */
  readonly left: string | null;
  readonly on: Coords;
}

const within = (day: string | null, from: string, to: string): boolean =>
  day !== null && day >= from && day <= to;

export function staffWorld(random: Random): World {
  const months = whole(random, 10, 26);
  const firstMonth = pick(random, ['2022-04', '2022-08', '2023-01']);
  const values = {
    directorate: some(random, directorates, whole(random, 2, 4)),
    grade: some(random, grades, whole(random, 2, 3)),
    reason: some(random, Object.keys(reasons), whole(random, 2, 5)),
    voluntary: [...new Set(Object.values(reasons))],
  };
  const step = pick(random, [3, 6, 12]);
  const snapshots = range(Math.ceil(months / step)).map(
    (index) => `${monthAfter(firstMonth, index * step)}-01`,
  );
  const groups = values.directorate.flatMap((directorate) =>
    values.grade.map((grade) => ({ directorate, grade })),
  );
  const days = [null, ...range(months).map((index) => `${monthAfter(firstMonth, index)}-15`)];
  const there = snapshots.flatMap((snapshot) => groups.map((on): Kind => ({ snapshot, left: null, on })));
  const leaving = days.flatMap((left) =>
    groups.flatMap((group) =>
      values.reason.map((reason): Kind => {
        const voluntary = reasons[reason] ?? '';
        return { snapshot: null, left, on: { ...group, reason, voluntary } };
      }),
    ),
  );
  const sizes = uneven(random, groups.length).map((weight) =>
    Math.round(weight * pick(random, [8, 30, 120])),
  );
  const truth = [
    ...there.map((_, index) => Math.max(0, (sizes[index % groups.length] ?? 0) + whole(random, -2, 2))),
    ...leavers(random, leaving, whole(random, 15, 200)),
  ];
  const kinds = [...there, ...leaving];
  return {
    truth,
    values,
    figures: figuresOf(kinds, snapshots),
    never: neverSeen(
      kinds.map(({ snapshot, on }) => Object.values(on).map((value) => `${snapshot === null} ${value}`)),
      truth,
    ),
    totals: [
      ...snapshots.map((day) => those(kinds, ({ snapshot }) => snapshot === day)),
      ...days.map((day) => those(kinds, ({ snapshot, left }) => snapshot === null && left === day)),
    ],
    threshold: 5,
    firstMonth,
    months,
    fill: async (store) => {
      const rows = kinds.flatMap((kind, index) =>
        range(kind.snapshot ? 1 : (truth[index] ?? 0)).map(() => ({ kind, count: truth[index] ?? 0 })),
      );
      const staff = rows.filter(({ kind, count }) => kind.snapshot !== null && count > 0);
      await insert(
        store,
        'clean.workforce_snapshot',
        staff.map(({ kind: { snapshot, on }, count }, row) => ({
          import_id: 'import',
          row_no: row + 1,
          snapshot_date: snapshot,
          directorate: on.directorate ?? null,
          grade: on.grade ?? null,
          headcount: count,
          fte: count,
        })),
      );
      await insert(
        store,
        'clean.leaver',
        rows
          .filter(({ kind }) => kind.snapshot === null)
          .map(({ kind: { left, on } }, row) => ({
            import_id: 'import',
            row_no: row + 1,
            movement: 'leaver',
            directorate: on.directorate ?? null,
            grade: on.grade ?? null,
            reason: on.reason ?? null,
            voluntary: on.voluntary === 'Voluntary',
            movement_date: left,
            movement_precision: left === null ? 'unknown' : 'day',
          })),
      );
    },
  };
}

function leavers(random: Random, kinds: readonly Kind[], count: number): number[] {
  const weights = new Map<string, number>();
  const weightOf = (key: string): number => {
    const known = weights.get(key) ?? uneven(random, 1)[0] ?? 0;
    weights.set(key, known);
    return known;
  };
  const all = kinds.map(({ left, on }) =>
    Object.values(on).reduce(
      (product, value) => product * weightOf(value),
      weightOf(String(left)) * (left === null ? 0.1 : 1),
    ),
  );
  const truth = kinds.map(() => 0);
  for (const _ of range(count)) {
    const kind = weighted(random, all);
    truth[kind] = (truth[kind] ?? 0) + 1;
  }
  return truth;
}

const those = (kinds: readonly Kind[], holds: (kind: Kind) => boolean): number[] =>
  kinds.flatMap((kind, index) => (holds(kind) ? [index] : []));

const isIn = ({ on }: Kind, coords: Coords): boolean =>
  Object.entries(coords).every(([name, value]) => on[name] === value);

function figuresOf(kinds: readonly Kind[], snapshots: readonly string[]): WorldFigure[] {
  const left = (point: FigurePoint, coords: Coords, unbounded: boolean): number[] =>
    those(
      kinds,
      (kind) =>
        kind.snapshot === null &&
        (unbounded || within(kind.left, point.from, point.to)) &&
        isIn(kind, coords),
    );
  const staff = (day: string, { directorate, grade }: Coords): number[] => {
    const latest = snapshots.findLast((snapshot) => snapshot <= day);
    const coords = {
      ...(directorate === undefined ? {} : { directorate }),
      ...(grade === undefined ? {} : { grade }),
    };
    return those(kinds, (kind) => kind.snapshot !== null && kind.snapshot === latest && isIn(kind, coords));
  };
  const periods = ['month', 'quarter', 'financial-year', 'municipal-year'] as const;
  const cuts = ['directorate', 'grade', 'reason', 'voluntary'];
  const hidden = ({ suppressed }: FigurePoint): boolean => suppressed === 'c';
  return [
    {
      metric: 'leavers',
      grains: [...periods, 'all'],
      splits: [...cuts, 'directorate-voluntary', 'grade-voluntary'],
      filters: cuts,
      tell: (point, coords, { grain, from, to }): Told[] => {
        const unbounded = grain === 'all' && from === undefined && to === undefined;
        return [{ members: left(point, coords, unbounded), value: point.value, guarded: hidden(point) }];
      },
    },
    {
      metric: 'turnover',
      grains: periods,
      splits: [...cuts, 'directorate-voluntary', 'grade-voluntary'],
      filters: cuts,
      tell: (point, coords): Told[] => [
        { members: left(point, coords, false), value: point.numerator, guarded: hidden(point) },
        {
          members: [...staff(point.from, coords), ...staff(point.to, coords)],
          value: point.denominator === null ? null : 2 * point.denominator,
          guarded: false,
        },
      ],
    },
    {
      metric: 'headcount',
      grains: periods,
      splits: ['directorate', 'grade'],
      filters: ['directorate', 'grade'],
      tell: (point, coords): Told[] => [
        { members: staff(point.to, coords), value: point.value, guarded: hidden(point) },
      ],
    },
  ];
}
