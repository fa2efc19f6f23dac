// Draws the lines, steps, columns and bars of a pack's chart. Dash and marker differ as well as colour.
import { GroupMark, groupDash } from './marks.tsx';
import { stacked, stretches, type Values } from './sheet-scale.ts';

interface Series {
  readonly label: string;
  readonly style: string;
  readonly values: Values;
}

/** How a series looks: its colour class, and which of the four dashes and markers it has. */
interface Look {
  readonly tone: string;
  readonly dash: string;
  readonly marker: number | null;
  readonly line: boolean;
}

const look = (tone: string, dash: string, marker: number | null, line = true): Look => ({
  tone,
  dash,
  marker,
  line,
});

const looks: Readonly<Record<string, Look>> = {
  value: look('common', '0', 0),
  observed: look('common', '0', 0, false),
  mean: look('mean', '0', null),
  median: look('mean', '0', null),
  limit: look('limit', '6 4', null),
  fitted: look('cat-1', '0', null),
  counterfactual: look('cat-4', '7 3', null),
  band: look('limit', '2 4', null),
  event: look('cat-3', '0', 3, false),
  signal: look('neutral', '0', 1, false),
  'signal-improving': look('improvement', '0', 2, false),
  'signal-concerning': look('concern', '0', 3, false),
  favourable: look('cat-1', '0', 0),
  neutral: look('likert-middle', '7 3', 1),
  unfavourable: look('cat-4', '2 3', 2),
  ...Object.fromEntries(
    groupDash.map((dash, index) => [`category${index + 1}`, look(`cat-${index + 1}`, dash, index)]),
  ),
};

export const lookOf = (style: string): Look => looks[style] ?? look('cat-1', '0', 0);

interface Place {
  x(index: number): number;
  y(value: number): number;
}

/** Lines over the categories, broken at gaps; markers where the look has one. */
export function SheetLines({ series, x, y }: Place & { readonly series: readonly Series[] }) {
  return series.map(({ label, style, values }) => {
    const { tone, dash, marker, line } = lookOf(style);
    const parts = stretches(values);
    return (
      <g key={label} className={`sheet-series tone-${tone}`}>
        {line
          ? parts.map((part) => (
              <polyline
                key={part[0]?.index}
                points={part.map(({ index, value }) => `${x(index)},${y(value)}`).join(' ')}
                strokeDasharray={dash}
              />
            ))
          : null}
        {marker === null
          ? null
          : parts
              .flat()
              .map(({ index, value }) => <GroupMark key={index} index={marker} x={x(index)} y={y(value)} />)}
      </g>
    );
  });
}

/** Steps of a Kaplan-Meier chart: level until the next time. */
export function SheetSteps({
  series,
  times,
  x,
  y,
}: Place & { readonly series: readonly Series[]; readonly times: Values }) {
  return series.map(({ label, style, values }) => {
    const { tone, dash } = lookOf(style);
    const path = stretches(values).map((part) =>
      part
        .map(({ index, value }, i) => {
          const at = x(times[index] ?? 0);
          return i === 0 ? `M${at} ${y(value)}` : `H${at}V${y(value)}`;
        })
        .join(''),
    );
    return (
      <g key={label} className={`sheet-series tone-${tone}`}>
        <path d={path.join('')} strokeDasharray={dash} />
      </g>
    );
  });
}

const whole = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 0 });

interface BarsProps extends Place {
  readonly series: readonly Series[];
  readonly band: number;
  readonly isStacked: boolean;
  /** Bars that lie: `x` places values, `y` categories. */
  readonly horizontal?: boolean;
}

/** Columns side by side or stacked, or horizontal bars. */
export function SheetBars({ series, x, y, band, isStacked, horizontal = false }: BarsProps) {
  const stacks = isStacked ? stacked(series.map(({ values }) => values)) : null;
  const thick = Math.max(2, Math.min(46, (band * 0.72) / (isStacked ? 1 : series.length)));
  return series.map(({ label, style, values }, s) => (
    <g key={label} className={`sheet-bars tone-${lookOf(style).tone}`}>
      {values.map((value, index) => {
        if (value === null) return null;
        const { from, to } = stacks?.[s]?.[index] ?? { from: 0, to: value };
        const offset = isStacked ? -thick / 2 : (s - series.length / 2) * thick;
        const box = horizontal
          ? { x: x(from), y: y(index) + offset, width: Math.abs(x(to) - x(from)), height: thick }
          : { x: x(index) + offset, y: y(to), width: thick, height: Math.abs(y(from) - y(to)) };
        const roomy = isStacked && (horizontal ? box.width > 30 : box.height > 18);
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: a bar is known by its place
          <g key={index}>
            <rect {...box} />
            {roomy ? (
              <text x={box.x + box.width / 2} y={box.y + box.height / 2 + 5} textAnchor="middle">
                {whole.format(value)}
              </text>
            ) : null}
          </g>
        );
      })}
    </g>
  ));
}
