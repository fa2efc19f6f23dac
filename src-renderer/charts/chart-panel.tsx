// Frames one figure: finding, measure, caveat, chart, the same data as a table, method. One look everywhere.
// The rule: the heading is the figure's own reading; nothing here judges.
import { useRef, useState } from 'react';
import type { Figure, FigurePoint } from '../../src-shared/schemas/figure.ts';
import { NoteList } from '../parts/note-list.tsx';
import { SymbolKey } from '../parts/symbol-key.tsx';
import { countText, dayText } from '../wording.ts';
import { useWorkspace } from '../workspace.tsx';
import { BarChart, mostBars } from './bar-chart.tsx';
import { ChartTools } from './chart-tools.tsx';
import { EventList } from './event-list.tsx';
import { FigureTable, figureText, marksOf } from './figure-table.tsx';
import { LinePlot } from './line-plot.tsx';
import { ControlKey, GroupKey } from './marks.tsx';
import { Matrix } from './matrix.tsx';
import { baselineOf, fromNothing, groupsOf, mostLines } from './plot.ts';
import { Provenance } from './provenance.tsx';
import { altTextOf, judgedText, signalOf, subtitleOf } from './words.ts';

export type ChartKind = 'control' | 'wave' | 'bars' | 'matrix';

interface ChartPanelProps {
  readonly figure: Figure;
  readonly kind: ChartKind;
  /** Heading level 3 under a section's 2 where several charts stand together. */
  readonly level?: 2 | 3;
  /** A name that stands before the finding, such as the measure or the group. */
  readonly name?: string;
  readonly rowsAre?: string;
  readonly columnsAre?: string;
  readonly tableFirst?: boolean;
  /** More tools of the view, over the chart. */
  readonly tools?: React.ReactNode;
}

const latestOf = (points: readonly FigurePoint[]): FigurePoint[] => {
  const last = points.reduce((max, point) => (point.to > max ? point.to : max), '');
  return points.filter((point) => point.to === last);
};

const usedLooks = (figure: Figure) =>
  new Set(
    figure.points.flatMap((point) =>
      point.value === null ? [] : (signalOf(figure, point)?.look ?? 'common'),
    ),
  );

const mostSmall = 6;

const nameOf = (figure: Figure, group: string | null): string =>
  figure.points.find((point) => point.group === group)?.label ?? group ?? 'All';

function ControlCharts({ figure }: { figure: Figure }) {
  const groups = groupsOf(figure);
  const baselineTo = baselineOf(figure, useWorkspace()?.settings.adoptionDate ?? null);
  return (
    <>
      <ControlKey used={usedLooks(figure)} baseline={baselineTo !== null} limits={figure.limits} />
      {groups.slice(0, mostSmall).map((group, index) => (
        <div key={group}>
          {group === null ? null : <p className="small-title">{nameOf(figure, group)}</p>}
          <LinePlot
            figure={figure}
            groups={[group]}
            style="control"
            numbersOnly={index > 0}
            baselineTo={baselineTo}
            label={`${figure.metric.title}. ${nameOf(figure, group)}`}
          />
        </div>
      ))}
      {groups.length > mostSmall ? (
        <p className="aside">{`The first ${mostSmall} of ${groups.length} groups are drawn; the table has all.`}</p>
      ) : null}
    </>
  );
}

function WaveChart({ figure }: { figure: Figure }) {
  const groups = groupsOf(figure);
  return (
    <>
      {groups.length > 1 ? (
        <GroupKey names={groups.slice(0, mostLines).map((group) => nameOf(figure, group))} />
      ) : null}
      <LinePlot figure={figure} groups={groups} style="wave" label={figure.reading} />
      {groups.length > mostLines ? (
        <p className="aside">{`The first ${mostLines} of ${groups.length} groups are drawn; the table has all.`}</p>
      ) : null}
    </>
  );
}

function Bars({ figure }: { figure: Figure }) {
  const latest = figure.points.some((point) => point.group !== null)
    ? latestOf(figure.points)
    : figure.points;
  const points = latest.filter((point) => point.suppressed !== 'x');
  const absent = latest.length - points.length;
  return (
    <>
      <BarChart figure={figure} points={points} label={figure.reading} />
      {absent > 0 ? (
        <p className="aside">{`${countText(absent, 'group')} without data in this period: see the table.`}</p>
      ) : null}
      {points.length > mostBars ? (
        <p className="aside">{`The first ${mostBars} of ${points.length} are drawn; the table has all.`}</p>
      ) : null}
    </>
  );
}

function Chart({ figure, kind, rowsAre, columnsAre }: ChartPanelProps) {
  if (kind === 'control') return <ControlCharts figure={figure} />;
  if (kind === 'wave') return <WaveChart figure={figure} />;
  if (kind === 'bars') return <Bars figure={figure} />;
  return <Matrix figure={figure} rowsAre={rowsAre ?? 'Rows'} columnsAre={columnsAre ?? 'Columns'} />;
}

const atZero = (figure: Figure, kind: ChartKind): boolean =>
  kind === 'bars' || kind === 'matrix' || fromNothing(figure);

/** How it is judged, with the choices of whoever settled them, and where limits are set anew. */
function Judged({ figure }: { figure: Figure }) {
  const methods = judgedText(figure);
  if (methods.length === 0) return null;
  return (
    <div className="judged">
      {methods.map((method) => (
        <p className="aside" key={method}>{`How this chart is judged: ${method}`}</p>
      ))}
      {(figure.rebases ?? []).map(({ date, reason, setBy, setAt }) => (
        <p className="aside" key={date}>
          {`Limits set anew from ${dayText(date)}: ${reason.replace(/\.?$/, '.')} Set by ${setBy} on ${dayText(setAt)}.`}
        </p>
      ))}
    </div>
  );
}

/** Where the line is broken by what a person settled, and why. */
function Breaks({ figure }: { figure: Figure }) {
  if (figure.breaks.length === 0) return null;
  return (
    <ul className="events breaks" aria-label="Series breaks">
      {figure.breaks.map(({ id, date, title, reason, setBy }) => (
        <li key={id}>{`Series break on ${dayText(date)}: ${title}. ${reason} Set by ${setBy}.`}</li>
      ))}
    </ul>
  );
}

/** One figure, whole. */
export function ChartPanel(props: ChartPanelProps) {
  const { figure, kind, level = 2, name, tableFirst } = props;
  const [asTable, setAsTable] = useState(tableFirst ?? false);
  const box = useRef<HTMLDivElement>(null);
  const Title = level === 2 ? 'h2' : 'h3';
  return (
    <section className="chart-panel">
      {name ? <p className="overline">{name}</p> : null}
      <Title>{figure.reading}</Title>
      <p className="subtitle">{subtitleOf(figure, atZero(figure, kind))}</p>
      {figure.metric.caveat ? <p className="caveat">{figure.metric.caveat}</p> : null}
      <NoteList notes={figure.warnings} />
      <ChartTools
        title={figure.reading}
        subtitle={subtitleOf(figure, true)}
        foot={judgedText(figure)}
        data={() => figureText(figure)}
        alt={() => altTextOf(figure)}
        chart={() => box.current?.querySelector<SVGSVGElement>('svg.recharts-surface') ?? null}
        asTable={asTable}
        onTable={setAsTable}
        more={props.tools}
      />
      <div ref={box}>
        {asTable ? <FigureTable figure={figure} /> : <Chart {...props} />}
        {asTable ? null : <SymbolKey used={marksOf(figure)} />}
      </div>
      {!asTable && (kind === 'control' || kind === 'wave') ? <EventList events={figure.events} /> : null}
      {asTable ? null : <Breaks figure={figure} />}
      {kind === 'control' || kind === 'wave' ? <Judged figure={figure} /> : null}
      {asTable ? null : (
        <details className="fold">
          <summary>The same data as a table</summary>
          <FigureTable figure={figure} />
        </details>
      )}
      <Provenance figure={figure} />
    </section>
  );
}
