// Owns what the figures about sides share: which answers are favourable, neutral and unfavourable.
// The rule: the three sides have one base, so that each is hidden where another is.
import { numberScales, wordScales } from '#shared/vocabulary/scales.ts';
import type { LineRow, Metric, Question, Reader } from './metric.ts';
import { surveyCard, surveyMetric, surveyParams } from './survey.ts';
import cutSql from './survey-cut.sql?raw';
import sql from './survey-side.sql?raw';
import { readWhole } from './survey-whole.ts';

export type Side = 'favourable' | 'neutral' | 'unfavourable';

/** The highest unfavourable score of each scale: the mirror of its lowest favourable one. */
const unfavourableTo = JSON.stringify(
  Object.fromEntries([
    ...numberScales.map(({ id, low, high, favourableFrom }) => [id, low + high - favourableFrom]),
    ...wordScales.flatMap(({ id, points, favourableFrom }) =>
      favourableFrom === null
        ? []
        : [[id, (points[0]?.score ?? 0) + (points.at(-1)?.score ?? 0) - favourableFrom]],
    ),
  ]),
);

/** The answers to a question on each side; all figures about sides ask for the same rows. */
type SidesRow = LineRow & Readonly<Record<Side, number>>;

/** The rows of a question by side. */
export const readSides = (session: Reader, question: Question): Promise<SidesRow[]> =>
  session.all<SidesRow>(cutSql + sql, { ...surveyParams(question), unfavourable_to: unfavourableTo });

/** Said of every figure about sides. */
export const sidesBase =
  '“Don’t know”, “not applicable” and “prefer not to say” leave the base. A theme, a behaviour or a survey as a whole is the plain mean of its questions’ values; its base is the people who answered any of them.';

interface SideCard {
  /** What the percentage is of, up to and without the sentence about the base. */
  readonly answers: string;
  readonly direction: Metric['card']['direction'];
  readonly version: number;
}

/** The figure of one side. */
export function sideMetric(side: Side, { answers, direction, version }: SideCard): Metric {
  return {
    ...surveyMetric,
    card: {
      ...surveyCard,
      id: `survey-${side}`,
      title: `Per cent ${side}`,
      definition: `${answers} ${sidesBase}`,
      unit: `per cent ${side}`,
      direction,
      version,
    },
    shape: 'proportion',
    format: { decimals: 0, unit: 'percent' },
    read: async (session, question) => ({
      shape: 'proportion',
      rows: await readWhole(question, async (asked) =>
        (await readSides(session, asked)).map((row) => ({ ...row, hits: row[side] })),
      ),
    }),
  };
}
