// Owns what of a figure is hidden. Everything that could tell a hidden number goes with it.
// The rule: it decides over the whole of the data, before the period asked for or a filter takes a slice,
// so that no choice of dates or filters hides less.
import { hideCells, type ProtectedCell } from '#core/disclosure/complementary.ts';
import { isSmall, SMALL_COUNT } from '#core/disclosure/primary.ts';
import { type Period, periodOf } from '#shared/calendar.ts';
import type { Grain } from '#shared/schemas/figure.ts';
import type { Asking } from './ask.ts';
import { type FigureCell, keyOf } from './cell.ts';

/** One reason for both: saying which number was small and which was not would narrow both down. */
const REASON = 'Confidential: the group is small, or would give away one that is';

/** Longer periods to which the periods of a grain add up. */
const longer: Readonly<Record<Grain, readonly Grain[]>> = {
  month: ['quarter', 'financial-year', 'municipal-year', 'all'],
  quarter: ['financial-year', 'all'],
  'financial-year': ['all'],
  'municipal-year': ['all'],
  wave: [],
  all: [],
};

/** The cells with the values that may not be shown taken out. */
export function disclose(cells: readonly FigureCell[], asking: Asking, minimumBase: number): FigureCell[] {
  const { rule } = asking.metric.disclosure;
  const threshold = rule === 'survey' ? minimumBase : SMALL_COUNT;
  if (rule === 'public' || (showsWhole(asking) && asking.cuts.length === 0)) return [...cells];
  const lines = protectedLines(cells, asking, threshold);
  const hidden = hideCells(
    cells.map(
      (cell, index): ProtectedCell => ({
        quantity: cell.quantity,
        small: isSmall(cell.quantity, threshold, cell.present) || isSmall(cell.people ?? 0, SMALL_COUNT),
        lines: lines[index] ?? [],
      }),
    ),
    threshold,
  );
  return cells.map((cell, index) => (hidden[index] ? blank(cell) : cell));
}

/** Counts are shown whole however small; a percentage or mean of few answers is not. */
const showsWhole = ({ metric }: Asking): boolean =>
  metric.disclosure.rule === 'people' || metric.shape === 'count';

const blank = (cell: FigureCell): FigureCell => ({
  ...cell,
  value: null,
  numerator: null,
  denominator: null,
  base: null,
  interval: null,
  suppressed: 'c',
  reason: REASON,
});

/** For each cell, the lines whose total may be known: groups of a whole, and periods of a longer one. */
function protectedLines(cells: readonly FigureCell[], asking: Asking, threshold: number): string[][] {
  const { cuts, grain, metric } = asking;
  const names = cells.map(({ period, coords }) => {
    const across = cuts.flatMap((cut, index) =>
      metric.disclosure.partitions.includes(cut)
        ? [keyOf('cut', cut, period.from, ...coords.toSpliced(index, 1, ''))]
        : [],
    );
    const along = metric.disclosure.adds
      ? longer[grain].map((grainOfTotal) => keyOf('time', containing(period, grainOfTotal), ...coords))
      : [];
    return [...across, ...along];
  });
  const totals = new Map<string, number>();
  for (const [index, lines] of names.entries()) {
    for (const line of lines) totals.set(line, (totals.get(line) ?? 0) + (cells[index]?.quantity ?? 0));
  }
  // A total that is itself hidden gives nothing away; the total of all groups is always shown as a count.
  const unknown = (line: string): boolean => {
    const wholeShown = cuts.length === 1 && line.startsWith('["cut"') && showsWhole(asking);
    const total = totals.get(line) ?? 0;
    return !wholeShown && total > 0 && total < threshold;
  };
  return names.map((lines) => lines.filter((line) => !unknown(line)));
}

const containing = (period: Period, grain: Grain): string =>
  grain === 'all' ? 'all' : `${grain} ${periodOf(period.from, grain).from}`;
