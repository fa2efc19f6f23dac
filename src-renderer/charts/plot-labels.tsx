// Draws the words of a chart over time: events above it, marks of gaps and breaks at its foot, the tooltip.
import type { Figure, FigurePoint } from '../../src-shared/schemas/figure.ts';
import { laneHeight, type PlacedEvent } from './event-lanes.ts';
import { pointLines, pointName } from './words.ts';

interface LabelProps {
  readonly viewBox?: {
    readonly x?: number;
    readonly y?: number;
    readonly width?: number;
    readonly height?: number;
  };
}

/** The adoption of the Protocol, whose rule stands out. */
export const isAdoption = ({ event }: PlacedEvent): boolean => event.type === 'adoption';
const ruleClass = (placed: PlacedEvent): string =>
  isAdoption(placed) ? 'event-rule event-adoption' : 'event-rule';

/** The label of one event, drawn where its rule meets the top of the plot. */
export const eventLabel = (placed: PlacedEvent) =>
  function EventLabel({ viewBox }: LabelProps) {
    if (placed.lane === null) return <g />;
    const x = (viewBox?.x ?? 0) + (placed.leftwards ? -4 : 4);
    const y = (viewBox?.y ?? 0) - 6 - placed.lane * laneHeight;
    return (
      <g>
        <line
          className={ruleClass(placed)}
          x1={viewBox?.x ?? 0}
          x2={viewBox?.x ?? 0}
          y1={y - 9}
          y2={viewBox?.y ?? 0}
        />
        <text className="event-text" x={x} y={y} textAnchor={placed.leftwards ? 'end' : 'start'}>
          {placed.text}
        </text>
      </g>
    );
  };

/** A mark at the foot of the plot. */
export const bottomLabel = (text: string) =>
  function BottomLabel({ viewBox }: LabelProps) {
    return (
      <text
        className="gap-text"
        x={viewBox?.x ?? 0}
        y={(viewBox?.y ?? 0) + (viewBox?.height ?? 0) - 6}
        textAnchor="middle"
      >
        {text}
      </text>
    );
  };

/** The word on the line of a target, at its right end. */
export function targetLabel({ viewBox }: LabelProps) {
  const x = (viewBox?.x ?? 0) + (viewBox?.width ?? 0) - 4;
  return (
    <text className="event-text" x={x} y={(viewBox?.y ?? 0) - 4} textAnchor="end">
      Target
    </text>
  );
}

/** The points at a moment, read in the tooltip. */
export function PointTip({ figure, points }: { figure: Figure; points: readonly FigurePoint[] }) {
  return (
    <div className="tip">
      {points.map((point) => (
        <div key={`${point.group}`}>
          <strong>{pointName(point)}</strong>
          {pointLines(figure, point).map((line) => (
            <div key={line}>{line}</div>
          ))}
        </div>
      ))}
    </div>
  );
}
