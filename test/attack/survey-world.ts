// A world of survey answers: who replied in which wave, and on which side of each question.
import tallySql from '#core/store/migrations/0011-survey-tally-fill.sql?raw';
import type { FigurePoint } from '#shared/schemas/figure.ts';
import type { Random } from '../config/randoms.ts';
import {
  insert,
  neverSeen,
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
const roles = ['Officer', 'Manager', 'Director'];
const lines = ['respect', 'voice'] as const;
const waves = ['2023-06-12', '2024-06-10'];

type Coords = Readonly<Record<string, string>>;
type Side = 'favourable' | 'unfavourable' | 'none';
const sides: readonly Side[] = ['favourable', 'unfavourable', 'none'];

interface Kind {
  readonly wave: string;
  readonly on: Coords;
  /** The side of each line's answer. */
  readonly sides: readonly Side[];
}

export function surveyWorld(random: Random): World {
  const held = waves.slice(0, whole(random, 1, 2));
  const values = {
    directorate: some(random, directorates, whole(random, 2, 4)),
    role: some(random, roles, whole(random, 2, 3)),
    question: lines,
  };
  const kinds = held.flatMap((wave) =>
    values.directorate.flatMap((directorate) =>
      values.role.flatMap((role) =>
        sides.flatMap((first) =>
          sides.map((second): Kind => ({ wave, on: { directorate, role }, sides: [first, second] })),
        ),
      ),
    ),
  );
  const truth = replies(random, kinds, whole(random, 30, 300));
  const whereWhole = (holds: (kind: Kind) => boolean): number[][] => {
    const members = those(kinds, holds);
    return members.reduce((sum, member) => sum + (truth[member] ?? 0), 0) >= 10 ? [members] : [];
  };
  return {
    truth,
    values,
    figures: figuresOf(kinds),
    never: neverSeen(
      kinds.map(({ on }) => Object.values(on)),
      truth,
    ),
    totals: held.flatMap((wave) => [
      those(kinds, (kind) => kind.wave === wave),
      ...lines.flatMap((_, line) => whereWhole((kind) => kind.wave === wave && kind.sides[line] !== 'none')),
    ]),
    threshold: 10,
    overlapping: true,
    firstMonth: '2023-06',
    months: 13,
    fill: async (store) => {
      const people = kinds.flatMap((kind, index) => range(truth[index] ?? 0).map(() => kind));
      for (const wave of held) {
        const replied = people.filter((kind) => kind.wave === wave);
        await insert(
          store,
          'clean.survey_question',
          lines.map((line, index) => ({
            import_id: wave,
            column_no: index + 1,
            instrument: 'Officers',
            wave,
            wording: line,
            style: 'single',
            scale: 'agree-5',
            line,
            wording_line: line,
            linked_by: 'wording',
            theme: 'Culture',
            reversed: false,
          })),
        );
        await insert(
          store,
          'clean.survey_label',
          lines.flatMap((_, line) =>
            ['favourable', 'unfavourable'].map((side, index) => ({
              import_id: wave,
              answer_no: 2 * line + index + 1,
              column_no: line + 1,
              label: side,
              score: index === 0 ? 5 : 1,
              favourable: index === 0,
              answered: true,
            })),
          ),
        );
        await insert(
          store,
          'clean.survey_response',
          replied.map(({ on }, row) => ({
            import_id: wave,
            row_no: row + 1,
            instrument: 'Officers',
            wave,
            directorate: on.directorate ?? null,
            role: on.role ?? null,
            test_response: false,
          })),
        );
        const given = replied.map((kind, row) => {
          const answers = kind.sides.flatMap((side, line) =>
            side === 'none' ? [] : [2 * line + (side === 'favourable' ? 1 : 2)],
          );
          return `('${wave}', ${row + 1}, [${answers.join(', ')}]::integer[])`;
        });
        if (given.length > 0)
          await store.transaction((session) =>
            session.run(`insert into clean.survey_given values ${given.join(', ')}`),
          );
      }
      await store.transaction((session) => session.run(tallySql));
    },
  };
}

function replies(random: Random, kinds: readonly Kind[], count: number): number[] {
  const weights = new Map<string, number>();
  const weightOf = (key: string): number => {
    const known = weights.get(key) ?? uneven(random, 1)[0] ?? 0;
    weights.set(key, known);
    return known;
  };
  const all = kinds.map(({ wave, on, sides: [first, second] }) =>
    Object.values(on).reduce(
      (product, value) => product * weightOf(value),
      weightOf(wave) * weightOf(`1 ${first}`) * weightOf(`2 ${second}`),
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

function figuresOf(kinds: readonly Kind[]): WorldFigure[] {
  const isAt = (kind: Kind, point: FigurePoint, { directorate, role }: Coords): boolean =>
    kind.wave === point.from &&
    (directorate === undefined || kind.on.directorate === directorate) &&
    (role === undefined || kind.on.role === role);
  const lineOf = ({ question }: Coords): number => (lines as readonly string[]).indexOf(question ?? '');
  const people = ['directorate', 'role'];
  const side = (
    metric: 'survey-favourable' | 'survey-unfavourable',
    always: Coords | undefined,
    splits: readonly string[],
  ): WorldFigure => ({
    metric,
    grains: ['wave'],
    splits,
    filters: people,
    ...(always === undefined ? {} : { always }),
    tell: (point, coords): Told[] => {
      const line = lineOf(coords);
      // Of several questions at once the percentages are averaged: no sum of people.
      if (line === -1) return [];
      return [
        {
          members: those(kinds, (kind) => isAt(kind, point, coords) && kind.sides[line] !== 'none'),
          value: point.denominator,
          guarded: point.suppressed === 'c',
        },
        {
          members: those(
            kinds,
            (kind) => isAt(kind, point, coords) && kind.sides[line] === metric.slice('survey-'.length),
          ),
          value: point.numerator,
          guarded: false,
        },
      ];
    },
  });
  return [
    {
      metric: 'survey-responses',
      grains: ['wave'],
      splits: people,
      filters: people,
      tell: (point, coords): Told[] => [
        {
          members: those(kinds, (kind) => isAt(kind, point, coords)),
          value: point.value,
          guarded: point.suppressed === 'c',
        },
      ],
    },
    ...(['survey-favourable', 'survey-unfavourable'] as const).flatMap((metric) => [
      ...lines.map((question) => side(metric, { question }, people)),
      side(metric, undefined, ['question', 'question-directorate', 'question-role']),
    ]),
  ];
}
