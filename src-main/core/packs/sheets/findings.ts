// Owns what the Summary may say: one finding a figure, each with its number, its comparison and its base.
// The rule: a finding is the figure's own reading; what is asked of the committee follows from the verdict.
import { askSeries, askTwoPeriods, byNumber, notRecorded, pointOf, valuesOf } from './asking.ts';
import { direction, shownWithUnit } from './cells.ts';
import {
  absenceMeasure,
  askMeasure,
  incidentMeasure,
  limitsAt,
  type Measure,
  turnoverMeasure,
  variationWords,
} from './measures.ts';
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

const toNote = 'To note';
function compare(now: PackPoint, before: PackPoint | undefined): Pick<Finding, 'compared' | 'direction'> {
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

async function periodFinding(context: PackContext, metric: string, sheet: string): Promise<Finding[]> {
  const { figures, now, before } = await askTwoPeriods(context, metric);
  const [figure, point] = [figures[0], pointOf(now, null)];
  if (figure === undefined || point === undefined || point.suppressed === 'z') return [];
  return [
    { text: figure.reading, figure, point, ...compare(point, pointOf(before, null)), asked: toNote, sheet },
  ];
}

/** The number of the period, and what its monthly control chart says. */
async function received(context: PackContext): Promise<Finding[]> {
  const monthly = await askMeasure(context, incidentMeasure);
  const latest = monthly.points.findLast(({ value }) => value !== null);
  const limits = limitsAt(monthly, latest);
  const found = await periodFinding(context, 'incidents', 'Complaints_by_period');
  return found.map((finding) => ({
    ...finding,
    text: `${finding.text} By month: ${monthly.reading}`,
    direction: limits === undefined || limits.mean === null ? finding.direction : variationWords(limits),
  }));
}

async function mostAlleged(context: PackContext): Promise<Finding[]> {
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
}

async function openAtEnd(context: PackContext): Promise<Finding[]> {
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
}

async function surveys(context: PackContext): Promise<Finding[]> {
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
      sheet: 'Culture_survey',
    });
  }
  return findings;
}

async function chartFinding(context: PackContext, measure: Measure): Promise<Finding[]> {
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
      asked: limits?.variation.startsWith('concern') ? 'To ask what changed and what is being done' : toNote,
      sheet: measure.sheet ?? 'Trends_SPC',
    },
  ];
}

/** Up to eight findings, in the order of the sheets. */
export async function findingsOf(context: PackContext): Promise<Finding[]> {
  return [
    ...(await received(context)),
    ...(await openAtEnd(context)),
    ...(await mostAlleged(context)),
    ...(await periodFinding(context, 'days-to-close', 'Timeliness')),
    ...(await surveys(context)),
    ...(await chartFinding(context, absenceMeasure)),
    ...(await chartFinding(context, turnoverMeasure)),
  ];
}

/** "Base 212; all files complete": what the number rests on. */
export function confidence({ figure, point }: Finding, context: PackContext): string {
  const ids = new Set(figure.provenance.imports.map(({ importId }) => importId));
  const own = context.imports.filter(({ importId }) => ids.has(importId));
  const whole = own.every(({ rejected }) => rejected === 0);
  const files = whole ? 'every row read was used' : 'some rows were rejected';
  return `${point.base === null ? 'Base not given' : `Base ${point.base.toLocaleString('en-GB')}`}; ${files}`;
}

export const figureText = ({ figure, point }: Finding): string => shownWithUnit(point, figure.metric.unit);
