// What a reading, its limits and the chart in words must never say against the figure's own points.
// Each function answers what it found wrong, so that a test of the tests can show that it finds it.
import { formatDate } from '#shared/calendar.ts';
import type { ChartLimits, Figure, FigurePoint } from '#shared/schemas/figure.ts';
import { figureText } from '../../../src-renderer/charts/figure-table.tsx';
import { altTextOf } from '../../../src-renderer/charts/words.ts';

const isShown = (point: FigurePoint): boolean => point.suppressed === null;
const nameOf = ({ label, group }: FigurePoint): string | null => label ?? group;

const numbersIn = (text: string): { value: number; decimals: number }[] =>
  [...text.matchAll(/(?<![\w.])-?\d[\d,]*(?:\.\d+)?/g)].map(([token]) => ({
    value: Number(token.replaceAll(',', '')),
    decimals: token.split('.')[1]?.length ?? 0,
  }));

/** Every number that a reading may say: those of shown points, and how many groups are shown. */
function allowedNumbers({ points, breaks }: Figure): number[] {
  const shown = points.filter(isShown);
  const told = shown.flatMap(({ value, numerator, denominator, base, interval, change }) =>
    [value, numerator, denominator, base, interval?.lower, interval?.upper, change?.compared].filter(
      (one) => one != null,
    ),
  );
  const words = [
    ...shown.flatMap((point) => [point.shown, point.period, nameOf(point) ?? '', point.across ?? '']),
    ...breaks.map(({ date }) => formatDate(date)),
  ];
  const newest = shown.reduce((most, { from }) => (from > most ? from : most), '');
  const groups = shown.filter(({ from }) => from === newest).length;
  return [...told, groups, ...words.flatMap((text) => numbersIn(text).map(({ value }) => value))];
}

function strayNumbers(figure: Figure): string[] {
  const allowed = allowedNumbers(figure);
  const text = figure.reading.replaceAll(figure.metric.title, '').replace(/under [\d.]+/g, '');
  return numbersIn(text)
    .filter(
      ({ value, decimals }) => !allowed.some((one) => Math.abs(one - value) <= 0.5 * 10 ** -decimals + 1e-9),
    )
    .map(({ value }) => `the reading says ${value}, which no shown point has: ${figure.reading}`);
}

/** A group of which nothing is shown is named nowhere in the reading. */
function hiddenNames({ points, reading, metric }: Figure): string[] {
  const shown = new Set(points.filter(isShown).map(nameOf));
  const others = [...shown, metric.title, ...points.map(({ across }) => across)].filter(
    (name) => name !== null,
  );
  const rest = others
    .sort((a, b) => b.length - a.length)
    .reduce((text, name) => text.replaceAll(name, ''), reading);
  return [...new Set(points.map(nameOf))]
    .filter((name) => name !== null && !shown.has(name) && rest.includes(`${name}:`))
    .map((name) => `the reading names ${name}, of which nothing is shown`);
}

const limitsAt = ({ limits }: Figure, point: FigurePoint): ChartLimits | undefined =>
  limits.find(
    ({ group, segment, from, to }) =>
      group === point.group && segment === point.segment && from <= point.from && point.from <= to,
  );

/** The verdict words of a figure of one line against its codes. */
function verdicts(figure: Figure): string[] {
  const { reading, points, metric } = figure;
  const wrong: string[] = [];
  const demand = (when: boolean, words: RegExp): void => {
    if (words.test(reading) !== when) wrong.push(`${words} should${when ? '' : ' not'} be in: ${reading}`);
  };
  if (/caus|because|due to|thanks to|\bprove|effect of|worked/i.test(reading))
    wrong.push(`it explains: ${reading}`);
  if (metric.direction === 'neutral') demand(false, /improvement|worsening/);
  const latest = points.findLast((point) => isShown(point) && (point.value !== null || point.base !== null));
  if (latest === undefined || points.some(({ group }) => group !== null)) return wrong;
  const limits = limitsAt(figure, latest);
  const judged = limits !== undefined && limits.mean !== null && !limits.trial;
  const same = (point: FigurePoint) => point.segment === latest.segment;
  const earlier = points.filter(
    (point) => isShown(point) && point.value !== null && point.from < latest.from,
  );
  // Waves are compared with one another, and the first point after a break with nothing.
  if (latest.change !== null || (earlier.length > 0 && !earlier.some(same))) return wrong;
  const since = figure.sinceAdoption?.find(
    ({ group, segment }) => group === null && segment === latest.segment,
  );
  demand(since?.verdict === 'consistent_with_improvement', /before adoption: consistent with improvement/);
  demand(since?.verdict === 'consistent_with_worsening', /before adoption: consistent with worsening/);
  if (!judged || limits.chart === 'run') {
    demand(false, /usual/);
    return wrong;
  }
  const type = limits.signals.find(({ from }) => from === latest.from)?.type ?? 'common';
  demand(type.startsWith('improvement'), /usual: consistent with improvement/);
  demand(type.startsWith('concern'), /usual: consistent with worsening/);
  demand(type.startsWith('neutral'), /usual; the number has no good or bad direction/);
  demand(type === 'common', /Within its usual range: no clear change/);
  return wrong;
}

/** Limits stand at shown points only, and their centre is that of the shown values. */
function limitsTell(figure: Figure, adoptionDate: string | null): string[] {
  return figure.limits.flatMap((limits) => {
    const { group, segment, from, to, chart, mean, byPoint = [], signals, points: counted } = limits;
    const own = figure.points.filter(
      (point) => point.group === group && point.segment === segment && point.from >= from && point.from <= to,
    );
    const shown = own.filter(({ value, suppressed }) => value !== null && suppressed === null);
    const at = new Set(shown.map((point) => point.from));
    const stray = [...byPoint, ...signals].filter((one) => !at.has(one.from));
    const wrong = stray.map((one) => `a limit or signal stands at ${one.from}, where nothing is shown`);
    if (chart === 'xmr' || chart === 'c') {
      if (counted !== shown.length) wrong.push(`limits count ${counted} points, ${shown.length} are shown`);
      const before = shown.filter((point) => adoptionDate !== null && point.to < adoptionDate);
      const base = before.length >= 12 ? before : shown;
      const expected = base.reduce((sum, { value }) => sum + (value ?? 0), 0) / base.length;
      if (mean !== null && Math.abs(mean - expected) > 1e-9 * Math.max(1, Math.abs(expected)))
        wrong.push(`the mean is ${mean}, that of the shown points ${expected}`);
    }
    return wrong;
  });
}

/** A hidden point has nothing but its mark and reason, in the figure, in copied data and in the words. */
function hiddenPoints(figure: Figure): string[] {
  const hidden = figure.points.filter(({ suppressed }) => suppressed === 'c' || suppressed === 'low');
  const wrong = hidden
    .filter((point) =>
      [point.value, point.numerator, point.denominator, point.base, point.interval, point.change].some(
        (one) => one !== null,
      ),
    )
    .map((point) => `${point.period} ${point.group} is hidden and tells something`);
  if (hidden.length === 0) return wrong;
  const rows = figureText(figure)
    .split('\n')
    .slice(1, 1 + figure.points.length);
  figure.points.forEach((point, index) => {
    if (point.suppressed !== 'c') return;
    const cells = rows[index]?.split('\t') ?? [];
    if (!cells.includes('[c]') || !cells.includes(point.reason ?? '?'))
      wrong.push(`copied data: ${cells.join('|')}`);
    const numbers = cells.filter(
      (cell) => cell !== point.period && cell !== nameOf(point) && /^[-+]?\d/.test(cell),
    );
    if (numbers.some((cell) => cell !== point.across))
      wrong.push(`copied data tells of a hidden point: ${cells.join('|')}`);
  });
  const alt = altTextOf(figure);
  const [first] = hidden.filter(({ suppressed }) => suppressed === 'c');
  if (first && !(alt.includes('[c]') && alt.includes(first.reason ?? '?'))) wrong.push(`alt text: ${alt}`);
  return wrong;
}

/** All that a figure says against its own points. */
export const contradictions = (figure: Figure, adoptionDate: string | null): string[] => [
  ...strayNumbers(figure),
  ...hiddenNames(figure),
  ...verdicts(figure),
  ...limitsTell(figure, adoptionDate),
  ...hiddenPoints(figure),
];
