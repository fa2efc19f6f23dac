// Draws horizontal bars, categories to the left: whole questions can be read there, on as many lines as they take.
// The rule: a category without a number says so, so that it is not taken for a zero.
import type { PreviewChart } from '../../src-shared/schemas/pack-preview.ts';
import { SheetBars } from './sheet-marks.tsx';
import { scaleOf, stacked } from './sheet-scale.ts';

const numbers = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 2 });
const least = { bar: 34, line: 17, above: 12 } as const;
const foot = 56;
const right = 20;
const mostNames = 300;
const characterPixels = 6.9;
const mostLines = 4;

/** Names alike are told apart by their place. */
export const named = <T extends { readonly label: string }>(series: readonly T[]): T[] =>
  series.map((one, index) =>
    series.findIndex(({ label }) => label === one.label) === index
      ? one
      : { ...one, label: `${one.label} (${index + 1})` },
  );

/** A text on at most four lines of `room` characters, broken at words; what is left over is told by dots. */
export function wrapped(text: string, room: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(/\s+/)) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= room)
      lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word.length > room ? `${word.slice(0, room - 1)}…` : word);
  }
  if (lines.length <= mostLines) return lines;
  const kept = lines.slice(0, mostLines);
  return [...kept.slice(0, -1), `${kept.at(-1)?.slice(0, room - 1)}…`];
}

/** Categories to the left, values below. */
export function HorizontalBars({ chart, width }: { chart: PreviewChart; width: number }) {
  const series = named(chart.series);
  const names = Math.min(mostNames, Math.round(width * 0.42));
  const labels = chart.categories.map((category) =>
    wrapped(category, Math.floor((names - 12) / characterPixels)),
  );
  const band = Math.max(least.bar, ...labels.map((lines) => lines.length * least.line + least.above));
  const end = 20 + band * labels.length;
  const tops = stacked(series.map(({ values }) => values))
    .flat()
    .map((part) => part?.to ?? null);
  const scale = scaleOf(tops, true);
  const x = (value: number) =>
    names + ((value - scale.from) / (scale.to - scale.from)) * (width - names - right);
  const y = (index: number) => 20 + (index + 0.5) * band;
  const isGap = (index: number) => series.every(({ values }) => (values[index] ?? null) === null);
  return (
    <svg viewBox={`0 0 ${width} ${end + foot}`} className="sheet-plot" role="img" aria-label={chart.alt}>
      {scale.ticks.map((tick) => (
        <g key={tick}>
          <line className="sheet-grid" x1={x(tick)} x2={x(tick)} y1={10} y2={end} />
          <text x={x(tick)} y={end + 18} textAnchor="middle">
            {numbers.format(tick)}
          </text>
        </g>
      ))}
      {labels.map((lines, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: categories have no other name and keep their place
        <text key={index} className="sheet-bar-name" textAnchor="end">
          <title>{chart.categories[index]}</title>
          {lines.map((line, at) => (
            <tspan key={line} x={names - 8} y={y(index) + 5 + (at - (lines.length - 1) / 2) * least.line}>
              {line}
            </tspan>
          ))}
        </text>
      ))}
      <SheetBars series={series} x={x} y={y} band={least.bar} isStacked horizontal />
      {labels.map((_, index) =>
        isGap(index) ? (
          // biome-ignore lint/suspicious/noArrayIndexKey: categories have no other name and keep their place
          <text key={index} className="sheet-bar-name" x={names + 8} y={y(index) + 5}>
            no number is shown
          </text>
        ) : null,
      )}
      <text
        className="sheet-axis-title"
        x={names + (width - names - right) / 2}
        y={end + foot - 10}
        textAnchor="middle"
      >
        {chart.yTitle}
      </text>
    </svg>
  );
}
