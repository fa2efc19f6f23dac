// Draws the marks of points: shape differs as well as colour, so that neither alone carries the meaning.
import type { ChartLimits } from '../../src-shared/schemas/figure.ts';
import type { SignalLook } from './words.ts';

interface MarkProps {
  readonly look: SignalLook;
  readonly x: number;
  readonly y: number;
}

const triangle = (x: number, y: number, up: 1 | -1): string =>
  `M${x} ${y - 6.5 * up}L${x + 6} ${y + 4.5 * up}L${x - 6} ${y + 4.5 * up}Z`;

/** Circle: common cause. Triangle up: improvement. Triangle down: concern. Square: neither good nor bad. */
export function SignalMark({ look, x, y }: MarkProps) {
  const className = `mark mark-${look}`;
  if (look === 'improvement') return <path className={className} d={triangle(x, y, 1)} />;
  if (look === 'concern') return <path className={className} d={triangle(x, y, -1)} />;
  if (look === 'neutral') return <rect className={className} x={x - 5} y={y - 5} width={10} height={10} />;
  return <circle className={className} cx={x} cy={y} r={3.5} />;
}

/** Each of up to four groups has its own shape beside its colour and dash. */
export function GroupMark({ index, x, y }: { index: number; x: number; y: number }) {
  const className = `mark mark-group-${index + 1}`;
  if (index === 1) return <rect className={className} x={x - 4} y={y - 4} width={8} height={8} />;
  if (index === 2) return <path className={className} d={triangle(x, y, 1)} />;
  if (index === 3)
    return <path className={className} d={`M${x} ${y - 6}L${x + 6} ${y}L${x} ${y + 6}L${x - 6} ${y}Z`} />;
  return <circle className={className} cx={x} cy={y} r={4} />;
}

export const groupDash = ['0', '7 3', '2 3', '10 3 2 3'] as const;

const looks: readonly (readonly [SignalLook, string])[] = [
  ['common', 'Common cause'],
  ['improvement', 'Improvement'],
  ['concern', 'Concern'],
  ['neutral', 'Change, neither good nor bad'],
];

/** What the centre line is, where it is not a mean. */
const centreWords: Partial<Record<ChartLimits['chart'], string>> = {
  run: 'Median',
  g: 'Median',
  t: 'Centre, on the scale of a t chart',
};

interface ControlKeyProps {
  readonly used: ReadonlySet<SignalLook>;
  readonly baseline: boolean;
  readonly limits: readonly ChartLimits[];
}

/** The key of a control chart, for the marks and lines it uses. */
export function ControlKey({ used, baseline, limits }: ControlKeyProps) {
  const drawn = limits.filter(({ mean }) => mean !== null);
  const bounded = drawn.filter(({ upper }) => upper !== null);
  const [first] = drawn;
  const centre = first ? centreWords[first.chart] : undefined;
  return (
    <ul className="chart-key">
      {looks
        .filter(([look]) => used.has(look))
        .map(([look, words]) => (
          <li key={look}>
            <svg width="16" height="16" aria-hidden="true">
              <SignalMark look={look} x={8} y={8} />
            </svg>
            {words}
          </li>
        ))}
      {drawn.length > 0 ? <KeyLine className="line-mean">{centre ?? 'Mean'}</KeyLine> : null}
      {bounded.some(({ trial }) => !trial) ? (
        <KeyLine className="line-limit">Limits of common cause</KeyLine>
      ) : null}
      {drawn.some(({ trial }) => trial) ? (
        <KeyLine className="line-trial">Trial limits: too few points to judge</KeyLine>
      ) : null}
      {limits.some(({ target }) => target !== null) ? (
        <KeyLine className="line-target">Target</KeyLine>
      ) : null}
      {baseline ? (
        <li>
          <svg width="26" height="16" aria-hidden="true">
            <rect className="baseline" x="0.5" y="0.5" width="25" height="15" />
          </svg>
          Baseline: before adoption
        </li>
      ) : null}
    </ul>
  );
}

const KeyLine = ({ className, children }: { className: string; children: React.ReactNode }) => (
  <li>
    <svg width="26" height="16" aria-hidden="true">
      <line className={className} x1="0" x2="26" y1="8" y2="8" />
    </svg>
    {children}
  </li>
);

/** The key of a chart with several lines. */
export function GroupKey({ names }: { names: readonly string[] }) {
  return (
    <ul className="chart-key">
      {names.map((name, index) => (
        <li key={name}>
          <svg width="30" height="16" aria-hidden="true">
            <line
              className={`line-group-${index + 1}`}
              strokeDasharray={groupDash[index]}
              x1="0"
              x2="30"
              y1="8"
              y2="8"
            />
            <GroupMark index={index} x={15} y={8} />
          </svg>
          {name}
        </li>
      ))}
    </ul>
  );
}
