// Owns the sources of findings that editions share: one finding a figure, each with its number, its
// comparison and its base. Which edition takes which is in findings-by-edition.ts.
// The rule: a finding is the figure's own reading; what is asked of the committee follows from the verdict.
import { askSeries, askTwoPeriods, byNumber, notRecorded, pointOf, valuesOf } from './asking.ts';
import { direction, shownWithUnit } from './cells.ts';
import { fitting } from './fitting-period.ts';
import { askMeasure, incidentMeasure, limitsAt, type Measure, variationWords } from './measures.ts';
import type { PackContext, PackFigure, PackPoint } from './sheet.ts';

export interface Finding {
  readonly text: string;
  readonly figure: PackFigure;
  readonly point: PackPoint;
  readonly compared: string;
  readonly direction: string;
  readonly asked: string;
  readonly sheet: string;
}

/** Asks the figures of its findings and words them; none where the figure tells nothing of the period. */
export type FindingSource = (context: PackContext) => Promise<readonly Finding[]>;

export const toNote = 'To note';

/** A number beside an earlier one, without a test of the difference. */
export function compare(
  now: PackPoint,
  before: PackPoint | undefined,
): Pick<Finding, 'compared' | 'direction'> {
  const way = direction(now, before);
  return {
    compared: comparedWith(now, before),
    direction: way === null ? 'Not compared' : way === 'Level' ? way : `${way}, not tested`,
  };
}

function comparedWith(now: PackPoint, before: PackPoint | undefined): string {
  if (before === undefined) return 'No earlier number';
  if (before.segment !== now.segment) return 'Not compared: the series breaks';
  return before.suppressed === null ? `${before.shown} (${before.period})` : `Not shown (${before.period})`;
}

/** The number of the pack's period beside the one before; `sheet` is where it stands in the pack. */
export const periodFinding =
  (metric: string, sheet: string, asked = toNote): FindingSource =>
  async (context) => {
    const { figures, now, before } = await askTwoPeriods(fitting(context, metric), metric);
    const [figure, point] = [figures[0], pointOf(now, null)];
    if (figure === undefined || point === undefined) return [];
    if (point.suppressed === 'z' || point.suppressed === 'x') return [];
    return [{ text: figure.reading, figure, point, ...compare(point, pointOf(before, null)), asked, sheet }];
  };

/** The number of the period, and what its monthly control chart says. */
export const received: FindingSource = async (context) => {
  const monthly = await askMeasure(context, incidentMeasure);
  const latest = monthly.points.findLast(({ value }) => value !== null);
  const limits = limitsAt(monthly, latest);
  const found = await periodFinding('incidents', 'Complaints_by_period')(context);
  return found.map((finding) => ({
    ...finding,
    text: `${finding.text} By month: ${monthly.reading}`,
    direction: limits === undefined || limits.mean === null ? finding.direction : variationWords(limits),
  }));
};

export const mostAlleged: FindingSource = async (context) => {
  const { figures, now, before } = await askTwoPeriods(context, 'incidents', { split: 'category' });
  const [first] = byNumber(now).filter((group) => group !== notRecorded);
  const [figure, point] = [figures[0], pointOf(now, first ?? '')];
  if (figure === undefined || point === undefined || !point.value) return [];
  const { scheme } = figure.provenance.filters;
  const under = scheme === undefined ? '' : ` under the ${scheme}`;
  return [
    {
      text: `Of the allegations${under} whose numbers may be shown, ${point.group ?? ''} is the most common in ${point.period}.`,
      figure,
      point,
      ...compare(point, pointOf(before, point.group)),
      asked: 'To consider whether training should be offered',
      sheet: 'By_allegation',
    },
  ];
};

export const openAtEnd: FindingSource = async (context) => {
  const figure = await askSeries(context, 'incidents-open');
  const point = figure.points.at(-1);
  if (point === undefined || point.to < context.span.period.from) return [];
  return [
    {
      text: figure.reading,
      figure,
      point,
      ...compare(point, figure.points.at(-2)),
      asked: toNote,
      sheet: 'Complaints_by_period',
    },
  ];
};

/** The latest wave of the first two surveys. */
export const surveys =
  (sheet: string): FindingSource =>
  async (context) => {
    const request = { metric: 'survey-favourable', grain: 'wave', to: context.span.period.to } as const;
    const split = await context.ask({ ...request, split: 'instrument' });
    const findings: Finding[] = [];
    for (const instrument of valuesOf(split.points).slice(0, 2)) {
      const figure = await context.ask({ ...request, filters: { instrument } });
      const recorded = figure.points.filter(({ suppressed }) => suppressed !== 'x');
      const point = recorded.at(-1);
      if (point === undefined) continue;
      findings.push({
        text: `${instrument}: ${figure.reading}`,
        figure,
        point,
        ...compare(point, recorded.at(-2)),
        asked: 'To consider the questions that are least favourable',
        sheet,
      });
    }
    return findings;
  };

/** What a control chart says of the latest point of its series. */
export const chartFinding =
  (measure: Measure, sheet: string): FindingSource =>
  async (context) => {
    const figure = await askMeasure(context, measure);
    const recorded = figure.points.filter(({ value }) => value !== null);
    const point = recorded.at(-1);
    // A series that ended before the period has nothing to say of it.
    if (point === undefined || point.to < context.span.period.from) return [];
    const limits = limitsAt(figure, point);
    return [
      {
        text: figure.reading,
        figure,
        point,
        compared: compare(point, recorded.at(-2)).compared,
        direction: variationWords(limits),
        asked: limits?.variation.startsWith('concern')
          ? 'To ask what changed and what is being done'
          : toNote,
        sheet,
      },
    ];
  };

/** "Base 212; all files complete": what the number rests on. */
export function confidence({ figure, point }: Finding, context: PackContext): string {
  const ids = new Set(figure.provenance.imports.map(({ importId }) => importId));
  const own = context.imports.filter(({ importId }) => ids.has(importId));
  const whole = own.every(({ rejected }) => rejected === 0);
  const files = whole ? 'every row read was used' : 'some rows were rejected';
  return `${point.base === null ? 'Base not given' : `Base ${point.base.toLocaleString('en-GB')}`}; ${files}`;
}

export const figureText = ({ figure, point }: Finding): string => shownWithUnit(point, figure.metric.unit);
