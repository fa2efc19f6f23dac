// Draws groups side by side as bars from zero, with interval whiskers where the figure has them.
// The rule: a hidden group keeps its row and says [c]; it never looks like nothing.
import { Bar, BarChart as Bars, CartesianGrid, ErrorBar, LabelList, Tooltip, XAxis, YAxis } from 'recharts';
import type { Figure, FigurePoint } from '../../src-shared/schemas/figure.ts';
import { useWalk } from './walk.ts';
import { useWidth } from './width.ts';
import { groupName, pointLines, pointName, pointReading, tickText } from './words.ts';

/** Most bars that one chart draws; the table holds the rest. */
export const mostBars = 40;

interface BarRow {
  readonly name: string;
  readonly value: number;
  readonly shown: string;
  readonly whiskers: readonly [number, number];
  readonly point: FigurePoint;
}

const rowOf = (point: FigurePoint): BarRow => ({
  name: groupName(point) ?? point.period,
  value: point.value ?? 0,
  shown: point.shown,
  whiskers:
    point.value === null || !point.interval
      ? [0, 0]
      : [point.value - point.interval.lower, point.interval.upper - point.value],
  point,
});

/** The label of a bar; a hidden value has its mark at the axis instead. */
const shownValue = (entry: { payload?: unknown }): string => {
  const row = entry.payload as BarRow | undefined;
  return row && row.point.value !== null ? row.shown : '';
};

const axisText = (width: number) => Math.min(240, Math.max(110, Math.floor(width * 0.28)));
const fits = (text: string, width: number): string => {
  const letters = Math.floor(width / 7.2);
  return text.length > letters ? `${text.slice(0, letters - 1)}…` : text;
};

interface TickProps {
  readonly x?: number | string;
  readonly y?: number | string;
  readonly index?: number;
}

/** A row's name left of the axis and, where its value is hidden, the mark right of it. */
const nameTick = (rows: readonly BarRow[], names: number) =>
  function NameTick({ x, y, index = -1 }: TickProps) {
    const row = rows[index];
    if (!row) return <g />;
    return (
      <g>
        <text className="bar-text" x={x} y={y} dy={4} textAnchor="end">
          <title>{row.name}</title>
          {fits(row.name, names)}
        </text>
        {row.point.value === null ? (
          <text className="bar-text" x={Number(x) + 14} y={y} dy={4}>
            {row.shown}
          </text>
        ) : null}
      </g>
    );
  };

function BarTip({ figure, point }: { figure: Figure; point: FigurePoint }) {
  return (
    <div className="tip">
      <strong>{pointName(point)}</strong>
      {pointLines(figure, point).map((line) => (
        <div key={line}>{line}</div>
      ))}
    </div>
  );
}

/** Bars of the given points, one row each, in their order. */
export function BarChart({
  figure,
  points,
  label,
}: {
  figure: Figure;
  points: readonly FigurePoint[];
  label: string;
}) {
  const rows = points.slice(0, mostBars).map(rowOf);
  const [box, width] = useWidth();
  const walk = useWalk(rows.length);
  const walked = walk.index === null ? null : rows[walk.index];
  const names = axisText(width);
  const withWhiskers = rows.some((row) => row.point.interval !== null);
  return (
    <div className="plot">
      <div
        ref={box}
        className="plot-box"
        role="application"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: arrow keys walk the bars
        tabIndex={0}
        aria-label={`${label} Chart: arrow keys walk the bars.`}
        onKeyDown={walk.onKeyDown}
        onBlur={walk.onBlur}
      >
        {width > 0 ? (
          <Bars
            layout="vertical"
            width={width}
            height={rows.length * 30 + 40}
            data={rows}
            margin={{ top: 4, right: withWhiskers ? 32 : 64, bottom: 4, left: 0 }}
            accessibilityLayer={false}
          >
            <CartesianGrid horizontal={false} stroke="var(--line-soft)" />
            <XAxis
              type="number"
              domain={[0, 'auto']}
              tickFormatter={(value: number) => tickText(value, figure.metric)}
              stroke="var(--line)"
            />
            <YAxis
              type="category"
              dataKey="name"
              width={names}
              interval={0}
              tick={nameTick(rows, names)}
              stroke="var(--line)"
              tickLine={false}
            />
            <Bar
              dataKey="value"
              fill="var(--shade-3)"
              stroke="var(--cat-1)"
              barSize={16}
              isAnimationActive={false}
            >
              {withWhiskers ? (
                <ErrorBar
                  dataKey="whiskers"
                  width={5}
                  strokeWidth={1.5}
                  stroke="var(--ink)"
                  isAnimationActive={false}
                />
              ) : null}
              <LabelList
                valueAccessor={shownValue}
                position={withWhiskers ? 'insideLeft' : 'right'}
                className="bar-text"
              />
            </Bar>
            <Tooltip
              isAnimationActive={false}
              cursor={{ fill: 'var(--paper-sunk)', opacity: 0.6 }}
              content={({ active, payload }) => {
                const row = (payload?.[0] as { payload?: BarRow } | undefined)?.payload;
                return active && row ? <BarTip figure={figure} point={row.point} /> : null;
              }}
            />
          </Bars>
        ) : null}
      </div>
      <p className="walk-reading" aria-live="polite">
        {walked ? pointReading(figure, walked.point) : ''}
      </p>
    </div>
  );
}
