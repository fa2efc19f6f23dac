// Draws a figure over time: lines by group, gaps where values are hidden, breaks, events, limits or whiskers.
// The rule: it draws verdicts that came with the figure and finds none of its own.
import {
  CartesianGrid,
  ErrorBar,
  Line,
  LineChart,
  ReferenceArea,
  ReferenceLine,
  Tooltip,
  XAxis,
  YAxis,
} from 'recharts';
import type { Figure, FigurePoint } from '../../src-shared/schemas/figure.ts';
import { monthText } from '../wording.ts';
import { laneHeight, type PlacedEvent, placeEvents } from './event-lanes.ts';
import { GroupMark, groupDash, SignalMark } from './marks.tsx';
import {
  baselineEnd,
  fromNothing,
  mostLines,
  type Plot,
  type PlotLine,
  type PlotRow,
  plotOf,
  pointTime,
  ticksOf,
} from './plot.ts';
import { bottomLabel, eventLabel, isAdoption, PointTip, targetLabel } from './plot-labels.tsx';
import { useWalk } from './walk.ts';
import { useWidth } from './width.ts';
import { pointReading, signalOf, tickText } from './words.ts';

interface LinePlotProps {
  readonly figure: Figure;
  readonly groups: readonly (string | null)[];
  /** Limits and verdict marks, or intervals as whiskers. */
  readonly style: 'control' | 'wave';
  readonly label: string;
  /** Whether events stand as numbers only. */
  readonly numbersOnly?: boolean;
  /** The day from which the limits are only carried on; what lies before it is shaded. */
  readonly baselineTo?: string | null;
}

const axisWidth = 56;
const side = 24;
/** Room before the first and after the last point: a share of the span, at least three days. */
const edgeShare = 0.025;
const shortestEdge = 3 * 24 * 3600 * 1000;

interface DotProps {
  readonly cx?: number | undefined;
  readonly cy?: number | undefined;
  readonly index?: number | undefined;
  readonly payload?: { readonly time: number } | undefined;
}

/** The dot of a line: a verdict mark in a control chart, the group's mark elsewhere; ringed when walked to. */
const dotOf = (line: PlotLine, props: LinePlotProps, walked: FigurePoint | null) =>
  function PointDot({ cx, cy, payload }: DotProps) {
    const point = line.points.find((own) => pointTime(own) === payload?.time);
    if (cx === undefined || cy === undefined || !point || point.value === null) return <g />;
    const look = signalOf(props.figure, point)?.look ?? 'common';
    return (
      <g>
        {point === walked ? <circle className="walk-ring" cx={cx} cy={cy} r={10} /> : null}
        {props.style === 'control' ? (
          <SignalMark look={look} x={cx} y={cy} />
        ) : (
          <GroupMark index={line.groupIndex} x={cx} y={cy} />
        )}
      </g>
    );
  };

const limitStyles = [
  { dataKey: 'upper', className: 'line-limit', stroke: 'var(--spc-limit)', dash: '6 4', width: 1.25 },
  { dataKey: 'lower', className: 'line-limit', stroke: 'var(--spc-limit)', dash: '6 4', width: 1.25 },
  { dataKey: 'mean', className: 'line-mean', stroke: 'var(--spc-mean)', dash: '0', width: 1 },
] as const;

const trialDash = '2 6';

/** The lines of each phase are drawn alone, so that old limits end where new ones begin. */
const limitLines = ({ phases }: Plot) =>
  phases.flatMap(({ from, trial, byPoint }, phase) =>
    limitStyles.map(({ dataKey, className, stroke: colour, dash, width }) => (
      <Line
        key={`${from} ${dataKey}`}
        dataKey={(row: PlotRow) => (row.phase === phase ? row[dataKey] : null)}
        type={byPoint ? 'step' : 'linear'}
        className={trial ? 'line-trial' : className}
        stroke={colour}
        strokeDasharray={trial ? trialDash : dash}
        strokeWidth={width}
        dot={false}
        activeDot={false}
        isAnimationActive={false}
      />
    )),
  );

/** The target, where a person set one. */
function targetLine({ phases }: Plot) {
  const target = phases.find((phase) => phase.target !== null)?.target ?? null;
  return target === null ? null : (
    <ReferenceLine
      y={target}
      className="line-target"
      stroke="var(--accent)"
      strokeDasharray="10 4"
      strokeWidth={1.5}
      ifOverflow="extendDomain"
      label={targetLabel}
    />
  );
}

const reach = (plot: Plot): [number, number] => {
  const times = plot.points.map(pointTime);
  const [first, last] = [Math.min(...times), Math.max(...times)];
  const edge = Math.max((last - first) * edgeShare, shortestEdge);
  return [first - edge, last + edge];
};

const stroke = (style: 'control' | 'wave', index: number): string =>
  style === 'control' ? 'var(--spc-common)' : `var(--cat-${index + 1})`;

const eventRules = (events: readonly PlacedEvent[]) =>
  events.map((placed) => (
    <ReferenceLine
      key={`${placed.event.date} ${placed.event.title}`}
      x={placed.time}
      stroke={isAdoption(placed) ? 'var(--ink)' : 'var(--line)'}
      strokeWidth={isAdoption(placed) ? 2 : 1}
      label={eventLabel(placed)}
    />
  ));

/** Breaks, new limits and hidden values, marked at the foot of the plot. */
const footMarks = (plot: Plot) => [
  ...plot.rebases.map((time) => (
    <ReferenceLine
      key={`limits ${time}`}
      x={time}
      stroke="var(--line)"
      strokeDasharray="4 3"
      label={bottomLabel('new limits')}
    />
  )),
  ...plot.breaks.map((time) => (
    <ReferenceLine
      key={time}
      x={time}
      stroke="var(--line)"
      strokeDasharray="1 4"
      strokeWidth={2}
      label={bottomLabel('series break')}
    />
  )),
  ...plot.gaps.map((point) => (
    <ReferenceLine
      key={`${point.from} ${point.group}`}
      x={pointTime(point)}
      stroke="none"
      label={bottomLabel(point.shown)}
    />
  )),
];

const groupLines = (plot: Plot, props: LinePlotProps, walked: FigurePoint | null) =>
  plot.lines.map((line) => (
    <Line
      key={line.key}
      dataKey={line.key}
      stroke={stroke(props.style, line.groupIndex)}
      strokeWidth={props.style === 'control' ? 1.25 : 2}
      strokeDasharray={props.style === 'control' ? '0' : (groupDash[line.groupIndex] ?? '0')}
      dot={dotOf(line, props, walked)}
      activeDot={false}
      isAnimationActive={false}
    >
      {props.style === 'wave' ? (
        <ErrorBar
          dataKey={line.whiskers}
          width={5}
          strokeWidth={1.25}
          stroke={stroke(props.style, line.groupIndex)}
          isAnimationActive={false}
        />
      ) : null}
    </Line>
  ));

/** One chart over time at the width of its box. */
export function LinePlot(props: LinePlotProps) {
  const { figure, label } = props;
  const groups = props.groups.slice(0, mostLines);
  const plot = plotOf(figure, groups);
  const [box, width] = useWidth();
  const walk = useWalk(plot.points.length);
  const walked = walk.index === null ? null : (plot.points[walk.index] ?? null);
  const [from, to] = reach(plot);
  // With nothing to draw there is still a plot: events, and the marks of what is hidden.
  const bare = plot.points.every(({ value }) => value === null);
  const events = placeEvents(figure.events, from, to, width - axisWidth - side, props.numbersOnly);
  const top = 14 + laneHeight * (1 + Math.max(-1, ...events.map((event) => event.lane ?? -1)));
  const shadedTo = baselineEnd(props.baselineTo ?? null, from, to);
  const narrow = width < 520;
  return (
    <div className="plot">
      <div
        ref={box}
        className="plot-box"
        role="application"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: arrow keys walk the points
        tabIndex={0}
        aria-label={`${label} Chart: arrow keys walk the points.`}
        onKeyDown={walk.onKeyDown}
        onBlur={walk.onBlur}
      >
        {width > 0 ? (
          <LineChart
            width={width}
            height={(narrow ? 240 : 280) + top}
            data={[...plot.rows]}
            margin={{ top, right: side, bottom: 4, left: 0 }}
            accessibilityLayer={false}
          >
            {shadedTo === null ? null : (
              <ReferenceArea x1={from} x2={shadedTo} fill="var(--baseline)" fillOpacity={1} stroke="none" />
            )}
            <CartesianGrid vertical={false} stroke="var(--line-soft)" />
            <XAxis
              dataKey="time"
              type="number"
              domain={[from, to]}
              ticks={ticksOf(plot, Math.floor(width / 110))}
              tickFormatter={monthText}
              interval={0}
              stroke="var(--line)"
            />
            <YAxis
              width={axisWidth}
              domain={[fromNothing(figure) ? 0 : 'auto', bare ? 1 : 'auto']}
              allowDataOverflow={bare}
              tick={!bare}
              tickFormatter={(value: number) => tickText(value, figure.metric)}
              stroke="var(--line)"
            />
            {eventRules(events)}
            {footMarks(plot)}
            {groups.length === 1 ? limitLines(plot) : null}
            {targetLine(plot)}
            {groupLines(plot, props, walked)}
            <Tooltip
              isAnimationActive={false}
              cursor={{ stroke: 'var(--line)', strokeDasharray: '2 3' }}
              content={({ active, label: time }) =>
                active ? (
                  <PointTip
                    figure={figure}
                    points={plot.points.filter((point) => pointTime(point) === time)}
                  />
                ) : null
              }
            />
          </LineChart>
        ) : null}
      </div>
      <p className="walk-reading" aria-live="polite">
        {walked ? pointReading(figure, walked) : ''}
      </p>
    </div>
  );
}
