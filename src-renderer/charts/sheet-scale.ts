// Owns where the marks of a pack's chart stand: a readable scale, lines broken at gaps, stacks from zero.
// The rule: pure; a gap is never drawn over and never drawn as zero.

export type Values = readonly (number | null)[];

export interface Scale {
  readonly from: number;
  readonly to: number;
  readonly ticks: readonly number[];
}

/** A scale of four to eight round steps that holds every value; from zero where `zero`. */
export function scaleOf(values: Values, zero: boolean): Scale {
  const known = values.filter((value) => value !== null);
  const low = Math.min(...known, ...(zero || known.length === 0 ? [0] : []));
  const high = Math.max(...known, ...(zero || known.length === 0 ? [0] : []));
  const span = high - low || Math.abs(high) || 1;
  const rough = span / 5;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = ([1, 2, 2.5, 5, 10].find((times) => times * power >= rough) ?? 10) * power;
  const from = Math.floor(low / step) * step;
  const count = Math.max(1, Math.ceil((high - from) / step - 1e-9));
  const ticks = Array.from({ length: count + 1 }, (_, i) => Number((from + i * step).toPrecision(12)));
  return { from, to: ticks.at(-1) ?? 1, ticks };
}

/** Stretches of neighbouring points that have a value. */
export function stretches(values: Values): { readonly index: number; readonly value: number }[][] {
  const parts: { index: number; value: number }[][] = [];
  let open = false;
  for (const [index, value] of values.entries()) {
    if (value === null) {
      open = false;
      continue;
    }
    if (!open) parts.push([]);
    parts.at(-1)?.push({ index, value });
    open = true;
  }
  return parts;
}

/** For each series and category where its part of the stack begins and ends; null is a gap. */
export function stacked(series: readonly Values[]): ({ from: number; to: number } | null)[][] {
  const tops: number[] = [];
  return series.map((values) =>
    values.map((value, index) => {
      if (value === null) return null;
      const from = tops[index] ?? 0;
      tops[index] = from + value;
      return { from, to: from + value };
    }),
  );
}

/** Which of `count` labels are written where there is room for `most`: the first, the last and evenly between. */
export function labelled(count: number, most: number): (index: number) => boolean {
  const every = Math.max(1, Math.ceil(count / Math.max(1, most)));
  return (index) => index % every === 0;
}
