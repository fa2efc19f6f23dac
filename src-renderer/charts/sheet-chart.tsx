// Draws a chart of a pack as the workbook will have it: title, key, axes with their titles, marks, gaps.
// The rule: it has the workbook's own alternative text, and adds no number to what the table has.
import type { PreviewChart } from '../../src-shared/schemas/pack-preview.ts';
import { GroupMark } from './marks.tsx';
import { HorizontalBars, named } from './sheet-chart-horizontal.tsx';
import { lookOf, SheetBars, SheetLines, SheetSteps } from './sheet-marks.tsx';
import { labelled, type Scale, scaleOf, stacked } from './sheet-scale.ts';
import { useWidth } from './width.ts';

const size = { width: 720, height: 380, left: 64, right: 20, top: 14, bottom: 74 } as const;
const numbers = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 2 });
const short = (text: string, most: number): string =>
  text.length > most ? `${text.slice(0, most - 1)}…` : text;

const isStacked = ({ kind }: PreviewChart): boolean => kind === 'stacked-bar' || kind === 'stacked-column';
const isBars = ({ kind }: PreviewChart): boolean => kind === 'column' || kind.startsWith('stacked');

/** Whether a chart of lines shows a part of its scale only. */
const zooms = (chart: PreviewChart): boolean =>
  !isBars(chart) &&
  chart.kind !== 'km' &&
  scaleOf(
    chart.series.flatMap(({ values }) => values),
    false,
  ).from > 0;

function Key({ chart }: { chart: PreviewChart }) {
  if (chart.series.length < 2) return null;
  return (
    <ul className="sheet-key">
      {named(chart.series).map(({ label, style }) => {
        const { tone, dash, marker, line } = lookOf(style);
        return (
          <li key={label}>
            <svg width={34} height={14} aria-hidden="true" focusable="false">
              {isBars(chart) ? (
                <g className={`sheet-bars tone-${tone}`}>
                  <rect x={2} y={1} width={26} height={12} />
                </g>
              ) : (
                <g className={`sheet-series tone-${tone}`}>
                  {line ? <polyline points="1,7 33,7" strokeDasharray={dash} /> : null}
                  {marker === null ? null : <GroupMark index={marker} x={17} y={7} />}
                </g>
              )}
            </svg>
            {label}
          </li>
        );
      })}
    </ul>
  );
}

/** Values to the left, categories below. */
function Upright({ chart, width }: { chart: PreviewChart; width: number }) {
  const { height, left, right, top, bottom } = size;
  const series = named(chart.series);
  const all = isStacked(chart)
    ? stacked(series.map(({ values }) => values))
        .flat()
        .map((part) => part?.to ?? null)
    : series.flatMap(({ values }) => values);
  const scale = scaleOf(all, isBars(chart) || chart.kind === 'km');
  const times = chart.at ?? null;
  const across: Scale | null = times ? scaleOf(times, true) : null;
  const count = Math.max(1, chart.categories.length);
  const band = (width - left - right) / count;
  const y = (value: number) =>
    height - bottom - ((value - scale.from) / (scale.to - scale.from)) * (height - top - bottom);
  const x = (index: number) =>
    across
      ? left + ((index - across.from) / (across.to - across.from)) * (width - left - right)
      : left + (index + 0.5) * band;
  const longest = Math.max(4, ...chart.categories.map((text) => Math.min(18, text.length)));
  const written = labelled(count, (width - left - right) / (longest * 6.6 + 10));
  return (
    <svg viewBox={`0 0 ${width} ${height}`} className="sheet-plot" role="img" aria-label={chart.alt}>
      {scale.ticks.map((tick) => (
        <g key={tick}>
          <line className="sheet-grid" x1={left} x2={width - right} y1={y(tick)} y2={y(tick)} />
          <text x={left - 8} y={y(tick) + 4} textAnchor="end">
            {numbers.format(tick)}
          </text>
        </g>
      ))}
      {across
        ? across.ticks.map((tick) => (
            <text key={tick} x={x(tick)} y={height - bottom + 20} textAnchor="middle">
              {numbers.format(tick)}
            </text>
          ))
        : chart.categories.map((category, index) =>
            written(index) ? (
              <text
                // biome-ignore lint/suspicious/noArrayIndexKey: categories have no other name and keep their place
                key={index}
                x={Math.min(x(index), width - short(category, 18).length * 3.6)}
                y={height - bottom + 20}
                textAnchor="middle"
              >
                {short(category, 18)}
              </text>
            ) : null,
          )}
      <line className="sheet-axis" x1={left} x2={width - right} y1={height - bottom} y2={height - bottom} />
      {isBars(chart) ? (
        <SheetBars series={series} x={x} y={y} band={band} isStacked={isStacked(chart)} />
      ) : times ? (
        <SheetSteps series={series} times={times} x={x} y={y} />
      ) : (
        <Lines chart={chart} x={x} y={y} top={top} foot={height - bottom} />
      )}
      <text
        className="sheet-axis-title"
        x={left + (width - left - right) / 2}
        y={height - 26}
        textAnchor="middle"
      >
        {chart.xTitle}
      </text>
      <text
        className="sheet-axis-title"
        textAnchor="middle"
        transform={`translate(15 ${top + (height - top - bottom) / 2}) rotate(-90)`}
      >
        {short(chart.yTitle, 46)}
      </text>
    </svg>
  );
}

interface LinesProps {
  readonly chart: PreviewChart;
  readonly x: (index: number) => number;
  readonly y: (value: number) => number;
  readonly top: number;
  readonly foot: number;
}

/** Lines; an event is an upright rule at its place. */
function Lines({ chart, x, y, top, foot }: LinesProps) {
  const series = named(chart.series);
  return (
    <>
      {series
        .filter(({ style }) => style === 'event')
        .flatMap(({ label, values }) =>
          values.map((value, index) =>
            value === null ? null : (
              <line
                // biome-ignore lint/suspicious/noArrayIndexKey: an event is known by its place
                key={`${label} ${index}`}
                className="sheet-event"
                x1={x(index)}
                x2={x(index)}
                y1={top}
                y2={foot}
              />
            ),
          ),
        )}
      <SheetLines series={series.filter(({ style }) => style !== 'event')} x={x} y={y} />
    </>
  );
}

/** Narrower than the first nothing can be read; wider than the second lines are stretched for nothing. */
const narrowest = 300;
const widest = 820;

/** One chart of a sheet. */
export function SheetChart({ chart }: { chart: PreviewChart }) {
  const [box, measured] = useWidth();
  const width = Math.max(narrowest, Math.min(widest, measured || size.width));
  return (
    <figure className="sheet-chart">
      <figcaption>{chart.title}</figcaption>
      <Key chart={chart} />
      <div ref={box}>
        {chart.kind === 'stacked-bar' ? (
          <HorizontalBars chart={chart} width={width} />
        ) : (
          <Upright chart={chart} width={width} />
        )}
      </div>
      {zooms(chart) ? <p className="aside">The scale does not begin at zero.</p> : null}
    </figure>
  );
}
