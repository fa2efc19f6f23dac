// Draws officers and councillors side by side: two marks a question with their intervals, and the gap about nothing.
// The rule: nothing is computed that is shown; a hidden side says [c] where its mark would stand.
import type { Interval } from '../../../src-shared/schemas/figure.ts';
import type { Mirror, MirrorPoint, MirrorRow } from '../../../src-shared/schemas/mirror.ts';
import { useWalk } from '../../charts/walk.ts';
import { signedText } from '../../charts/words.ts';
import { numberText } from '../../wording.ts';

/** Most questions that are drawn; the table has all. */
const mostRows = 40;

/** 0 to 100 across the middle of the panel, so that marks and words at the ends are whole. */
const across = (percent: number): string => `${5 + 0.8 * percent}%`;

const rangeText = ({ lower, upper }: Interval): string =>
  `${numberText(Math.round(lower))} to ${numberText(Math.round(upper))}`;

function OfficerMark() {
  return <circle r={5.5} className="officers" />;
}

function CouncillorMark() {
  return <path d="M0 -7 L7 0 L0 7 L-7 0 Z" className="councillors" />;
}

/** One side in its lane: interval, mark, value. */
function Side({ point, lane, name }: { point: MirrorPoint; lane: number; name: 'officers' | 'councillors' }) {
  if (point.value === null) {
    return (
      <text x={across(0)} y={lane} dy={4}>
        {point.shown}
      </text>
    );
  }
  const { lower, upper } = point.interval ?? { lower: point.value, upper: point.value };
  return (
    <>
      <line x1={across(lower)} x2={across(upper)} y1={lane} y2={lane} className={`range ${name}`} />
      <svg x={across(point.value)} y={lane} overflow="visible" aria-hidden="true">
        {name === 'officers' ? <OfficerMark /> : <CouncillorMark />}
      </svg>
      <text x={across(upper)} y={lane} dx={9} dy={4}>
        {point.shown}
      </text>
    </>
  );
}

function Dots({ row }: { row: MirrorRow }) {
  return (
    <svg className="survey-svg" height={44} aria-hidden="true">
      {[0, 50, 100].map((tick) => (
        <line key={tick} x1={across(tick)} x2={across(tick)} y1={0} y2={44} className="axis" />
      ))}
      <Side point={row.officers} lane={13} name="officers" />
      <Side point={row.councillors} lane={32} name="councillors" />
    </svg>
  );
}

/** How far the gap panel reaches to each side. */
const reachOf = (rows: readonly MirrorRow[]): number =>
  Math.max(
    10,
    ...rows.flatMap(({ gap }) => (gap ? [Math.abs(gap.interval.lower), Math.abs(gap.interval.upper)] : [])),
  );

function Gap({ row, reach }: { row: MirrorRow; reach: number }) {
  const place = (value: number): string => `${50 + (46 * value) / reach}%`;
  const { gap } = row;
  const clear = row.verdict === 'officers-higher' || row.verdict === 'councillors-higher';
  return (
    <svg className="survey-svg" height={44} aria-hidden="true">
      <line x1="50%" x2="50%" y1={0} y2={44} className="zero" />
      {gap ? (
        <>
          <line
            x1={place(gap.interval.lower)}
            x2={place(gap.interval.upper)}
            y1={28}
            y2={28}
            className="range gap"
          />
          <svg x={place(gap.value)} y={28} overflow="visible" aria-hidden="true">
            <rect x={-5} y={-5} width={10} height={10} className={clear ? 'gap' : 'gap open'} />
          </svg>
          <text x={place(gap.value)} y={14} textAnchor="middle">
            {signedText(Math.round(gap.value))}
          </text>
        </>
      ) : (
        <text x="50%" y={26} textAnchor="middle">
          {row.verdict === 'hidden' ? '[c]' : '[z]'}
        </text>
      )}
    </svg>
  );
}

const sideReading = ({ shown, base }: MirrorPoint): string =>
  base === null ? shown : `${shown} (base ${numberText(base)})`;

/** "We treat each other with dignity: officers 62% (base 824), councillors 70% (base 53), gap …" */
export const rowReading = (row: MirrorRow): string => {
  const gap = row.gap ? `, gap ${signedText(row.gap.value)} points (${rangeText(row.gap.interval)})` : '';
  return `${row.question}: officers ${sideReading(row.officers)}, councillors ${sideReading(row.councillors)}${gap}. ${row.says}.`;
};

/** The widest gap in the officers' favour first, the widest in the councillors' favour last, the rest after. */
const byGap = (a: MirrorRow, b: MirrorRow): number =>
  a.gap && b.gap ? b.gap.value - a.gap.value : a.gap ? -1 : b.gap ? 1 : 0;

const size = ({ gap }: MirrorRow): number => (gap ? Math.abs(gap.value) : -1);

/** The questions that are drawn: of too many those with the widest gaps. */
const drawnOf = (rows: readonly MirrorRow[]): MirrorRow[] =>
  [...rows]
    .sort((a, b) => size(b) - size(a))
    .slice(0, mostRows)
    .sort(byGap);

export function MirrorPlot({ mirror }: { mirror: Mirror }) {
  const rows = drawnOf(mirror.rows);
  const walk = useWalk(rows.length);
  const walked = walk.index === null ? undefined : rows[walk.index];
  const reach = reachOf(rows);
  return (
    <div className="plot">
      <ul className="mirror-key plain">
        <li>
          <svg className="survey-svg" viewBox="-10 -8 20 16" aria-hidden="true">
            <OfficerMark />
          </svg>
          {`Officers: ${mirror.officers?.instrument}, ${mirror.officers?.period}`}
        </li>
        <li>
          <svg className="survey-svg" viewBox="-10 -8 20 16" aria-hidden="true">
            <CouncillorMark />
          </svg>
          {`Councillors: ${mirror.councillors?.instrument}, ${mirror.councillors?.period}`}
        </li>
        <li>
          <svg className="survey-svg" viewBox="-10 -8 20 16" aria-hidden="true">
            <rect x={-5} y={-5} width={10} height={10} className="gap" />
          </svg>
          a clear gap; hollow: no clear difference
        </li>
      </ul>
      <div
        className="mirror-rows"
        role="application"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: arrow keys walk the questions
        tabIndex={0}
        aria-label={`${mirror.reading} Chart: arrow keys walk the questions.`}
        onKeyDown={walk.onKeyDown}
        onBlur={walk.onBlur}
      >
        <div className="mirror-row head" aria-hidden="true">
          <span>Question</span>
          <span className="axis-ends">
            <span>0%</span>
            <span>Per cent favourable</span>
            <span>100%</span>
          </span>
          <span className="axis-ends">
            <span>Councillors higher</span>
            <span>Officers higher</span>
          </span>
        </div>
        {rows.map((row) => (
          <div key={row.line} className={row === walked ? 'mirror-row walked' : 'mirror-row'}>
            <div>
              <p>{row.question}</p>
              <p className="says">{row.says}</p>
            </div>
            <Dots row={row} />
            <Gap row={row} reach={reach} />
          </div>
        ))}
      </div>
      <p className="walk-reading mirror-reading" aria-live="polite">
        {walked ? rowReading(walked) : ''}
      </p>
      {mirror.rows.length > mostRows ? (
        <p className="aside">{`The ${mostRows} widest gaps of ${mirror.rows.length} questions are drawn; the table has all.`}</p>
      ) : null}
    </div>
  );
}
