// Draws a series before and after adoption: observed points, the model, and the course before continued.
// The rule: all three came with the answer; a period without a value is a gap, and so is a transition.
import { Area, CartesianGrid, ComposedChart, Line, ReferenceLine, Tooltip, XAxis, YAxis } from 'recharts';
import type { AdoptionPoint, ModelledAdoption } from '../../src-shared/schemas/adoption.ts';
import { monthText } from '../wording.ts';
import { adoptionLines, adoptionPointReading } from './adoption-words.ts';
import { laneHeight, placeEvents } from './event-lanes.ts';
import { eventTime, pointTime, ticksOf } from './plot.ts';
import { bottomLabel, eventLabel, isAdoption } from './plot-labels.tsx';
import { useWalk } from './walk.ts';
import { useWidth } from './width.ts';
import { tickText } from './words.ts';

const axisWidth = 56;
const side = 24;
const edgeShare = 0.025;

/** One moment: a key a line, null where it has no value. */
interface Row {
  readonly time: number;
  readonly observed: number | null;
  readonly before: number | null;
  readonly after: number | null;
  readonly expected: number | null;
  readonly band: readonly [number, number] | null;
}

const rowOf = (point: AdoptionPoint): Row => {
  const { observed, fitted, counterfactual, phase } = point;
  return {
    time: pointTime(point),
    observed,
    before: phase === 'before' ? (fitted?.value ?? null) : null,
    after: phase === 'after' ? (fitted?.value ?? null) : null,
    expected: counterfactual?.value ?? null,
    band: counterfactual ? [counterfactual.lower, counterfactual.upper] : null,
  };
};

/** Zero is the foot where no value is negative and the values reach far down to it, as on every chart. */
function fromNothing(rows: readonly Row[]): boolean {
  const values = rows.flatMap(({ observed, band }) => [observed, ...(band ?? [])]).filter((v) => v !== null);
  const least = Math.min(...values);
  return least >= 0 && least <= Math.max(...values) / 2;
}

interface DotProps {
  readonly cx?: number | undefined;
  readonly cy?: number | undefined;
  readonly payload?: Row | undefined;
}

/** A full dot is in the model, an open one is not. */
const dotOf = (points: readonly AdoptionPoint[], walked: AdoptionPoint | null) =>
  function ObservedDot({ cx, cy, payload }: DotProps) {
    const point = points.find((own) => pointTime(own) === payload?.time);
    if (cx === undefined || cy === undefined || !point || point.observed === null) return <g />;
    const modelled = point.phase === 'before' || point.phase === 'after';
    return (
      <g>
        {point === walked ? <circle className="walk-ring" cx={cx} cy={cy} r={10} /> : null}
        <circle className={modelled ? 'mark mark-common' : 'mark-open'} cx={cx} cy={cy} r={3.5} />
      </g>
    );
  };

const quiet = { dot: false, activeDot: false, isAnimationActive: false } as const;

const modelLines = [
  <Area
    key="band"
    dataKey="band"
    className="counterfactual-band"
    stroke="none"
    fill="var(--cat-3)"
    fillOpacity={0.14}
    {...quiet}
  />,
  <Line
    key="expected"
    dataKey="expected"
    className="line-counterfactual"
    stroke="var(--cat-3)"
    strokeWidth={2}
    strokeDasharray="7 4"
    {...quiet}
  />,
  ...(['before', 'after'] as const).map((phase) => (
    <Line
      key={phase}
      dataKey={phase}
      className="line-fitted"
      stroke="var(--cat-1)"
      strokeWidth={2}
      {...quiet}
    />
  )),
];

function Tip({ point }: { point: AdoptionPoint | undefined }) {
  if (!point) return null;
  return (
    <div className="tip">
      <div>
        <strong>{point.period}</strong>
        {adoptionLines(point).map((line) => (
          <div key={line}>{line}</div>
        ))}
      </div>
    </div>
  );
}

/** What each line and mark is. */
export function AdoptionKey({ open }: { open: boolean }) {
  const items = [
    { words: 'Observed', mark: <circle className="mark mark-common" cx="13" cy="8" r="3.5" /> },
    open && {
      words: 'Observed, not in the model',
      mark: <circle className="mark-open" cx="13" cy="8" r="3.5" />,
    },
    { words: 'Model', mark: <line className="line-fitted" x1="0" x2="26" y1="8" y2="8" /> },
    {
      words: 'Course before adoption, continued, with its 95% band',
      mark: (
        <>
          <rect className="counterfactual-band" x="0" y="1" width="26" height="14" />
          <line className="line-counterfactual" x1="0" x2="26" y1="8" y2="8" />
        </>
      ),
    },
  ].filter((item) => item !== false);
  return (
    <ul className="chart-key">
      {items.map(({ words, mark }) => (
        <li key={words}>
          <svg width="26" height="16" aria-hidden="true">
            {mark}
          </svg>
          {words}
        </li>
      ))}
    </ul>
  );
}

/** The chart at the width of its box; arrow keys walk the points. */
export function AdoptionPlot({ adoption }: { adoption: ModelledAdoption }) {
  const { series, events, breaks, metric, reading } = adoption;
  const [box, width] = useWidth();
  const walk = useWalk(series.length);
  const walked = walk.index === null ? null : (series[walk.index] ?? null);
  const rows = series.map(rowOf);
  const times = rows.map(({ time }) => time);
  const edge = (Math.max(...times) - Math.min(...times)) * edgeShare;
  const [from, to] = [Math.min(...times) - edge, Math.max(...times) + edge];
  const placed = placeEvents(events, from, to, width - axisWidth - side);
  const top = 14 + laneHeight * (1 + Math.max(-1, ...placed.map((event) => event.lane ?? -1)));
  return (
    <div className="plot">
      <div
        ref={box}
        className="plot-box"
        role="application"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: arrow keys walk the points
        tabIndex={0}
        aria-label={`Before and after adoption. ${reading} Chart: arrow keys walk the points.`}
        onKeyDown={walk.onKeyDown}
        onBlur={walk.onBlur}
      >
        {width > 0 ? (
          <ComposedChart
            width={width}
            height={(width < 520 ? 240 : 300) + top}
            data={rows}
            margin={{ top, right: side, bottom: 4, left: 0 }}
            accessibilityLayer={false}
          >
            <CartesianGrid vertical={false} stroke="var(--line-soft)" />
            <XAxis
              dataKey="time"
              type="number"
              domain={[from, to]}
              ticks={ticksOf({ points: series }, Math.floor(width / 110))}
              tickFormatter={monthText}
              interval={0}
              stroke="var(--line)"
            />
            <YAxis
              width={axisWidth}
              domain={[fromNothing(rows) ? 0 : 'auto', 'auto']}
              tickFormatter={(value: number) => tickText(value, metric)}
              stroke="var(--line)"
            />
            {modelLines}
            {placed.map((event) => (
              <ReferenceLine
                key={`${event.event.date} ${event.event.title}`}
                x={event.time}
                stroke={isAdoption(event) ? 'var(--ink)' : 'var(--line)'}
                strokeWidth={isAdoption(event) ? 2 : 1}
                label={eventLabel(event)}
              />
            ))}
            {breaks.map(({ id, date }) => (
              <ReferenceLine
                key={id}
                x={eventTime(date)}
                stroke="var(--line)"
                strokeDasharray="1 4"
                strokeWidth={2}
                label={bottomLabel('series break')}
              />
            ))}
            {series
              .filter(({ observed, shown }) => observed === null && shown === '[c]')
              .map((point) => (
                <ReferenceLine
                  key={point.from}
                  x={pointTime(point)}
                  stroke="none"
                  label={bottomLabel(point.shown)}
                />
              ))}
            <Line
              dataKey="observed"
              className="line-observed"
              stroke="none"
              dot={dotOf(series, walked)}
              activeDot={false}
              isAnimationActive={false}
            />
            <Tooltip
              isAnimationActive={false}
              cursor={{ stroke: 'var(--line)', strokeDasharray: '2 3' }}
              content={({ active, label: time }) =>
                active ? <Tip point={series.find((point) => pointTime(point) === time)} /> : null
              }
            />
          </ComposedChart>
        ) : null}
      </div>
      <p className="walk-reading" aria-live="polite">
        {walked ? adoptionPointReading(walked) : ''}
      </p>
    </div>
  );
}
