// Frames one figure: finding, measure, caveat, chart, the same data as a table, method. One look everywhere.
// The rule: the heading is the figure's own reading; nothing here judges.
import { ChartColumn, Copy, Image, MessageSquareText, Table } from 'lucide-react';
import { useRef, useState } from 'react';
import { Button, ToggleButton } from 'react-aria-components';
import type { Figure, FigurePoint } from '../../src-shared/schemas/figure.ts';
import { NoteList } from '../parts/note-list.tsx';
import { SymbolKey } from '../parts/symbol-key.tsx';
import { countText, dayText } from '../wording.ts';
import { useWorkspace } from '../workspace.tsx';
import { BarChart, mostBars } from './bar-chart.tsx';
import { copyImage, copyText } from './copy.ts';
import { byDate } from './event-lanes.ts';
import { FigureTable, figureText, marksOf } from './figure-table.tsx';
import { LinePlot } from './line-plot.tsx';
import { ControlKey, GroupKey } from './marks.tsx';
import { Matrix } from './matrix.tsx';
import { baselineOf, fromNothing, groupsOf, mostLines } from './plot.ts';
import { Provenance } from './provenance.tsx';
import { altTextOf, signalOf, subtitleOf } from './words.ts';

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
}

const latestOf = (points: readonly FigurePoint[]): FigurePoint[] => {
  const last = points.reduce((max, point) => (point.to > max ? point.to : max), '');
  return points.filter((point) => point.to === last);
};

const usedLooks = (figure: Figure) =>
  new Set(figure.points.flatMap((point) => signalOf(figure, point)?.look ?? []));

const mostSmall = 6;

const nameOf = (figure: Figure, group: string | null): string =>
  figure.points.find((point) => point.group === group)?.label ?? group ?? 'All';

function ControlCharts({ figure }: { figure: Figure }) {
  const groups = groupsOf(figure);
  const baselineTo = baselineOf(figure, useWorkspace()?.settings.adoptionDate ?? null);
  return (
    <>
      <ControlKey used={usedLooks(figure)} baseline={baselineTo !== null} />
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

interface ToolsProps {
  readonly figure: Figure;
  readonly chart: () => SVGSVGElement | null;
  readonly asTable: boolean;
  readonly onTable: (on: boolean) => void;
}

/** Show as table, and the three ways to take a chart along. What happened is announced. */
function Tools({ figure, chart, asTable, onTable }: ToolsProps) {
  const [said, setSaid] = useState('');
  const attempt = (work: () => Promise<void>, done: string) => () => {
    work().then(
      () => setSaid(done),
      () => setSaid('The clipboard could not be reached.'),
    );
  };
  const image = async () => {
    const svg = chart();
    if (svg) await copyImage(svg, figure.reading, subtitleOf(figure, true));
  };
  return (
    <div className="chart-tools">
      <ToggleButton className="tool" isSelected={asTable} onChange={onTable}>
        {asTable ? <ChartColumn aria-hidden="true" /> : <Table aria-hidden="true" />}
        {asTable ? 'Show as chart' : 'Show as table'}
      </ToggleButton>
      <Button className="tool" onPress={attempt(() => copyText(figureText(figure)), 'Data copied.')}>
        <Copy aria-hidden="true" /> Copy data
      </Button>
      {asTable ? null : (
        <Button className="tool" onPress={attempt(image, 'Image copied.')}>
          <Image aria-hidden="true" /> Copy image
        </Button>
      )}
      <Button className="tool" onPress={attempt(() => copyText(altTextOf(figure)), 'Alt text copied.')}>
        <MessageSquareText aria-hidden="true" /> Copy alt text
      </Button>
      <span className="said" aria-live="polite">
        {said}
      </span>
    </div>
  );
}

const atZero = (figure: Figure, kind: ChartKind): boolean =>
  kind === 'bars' || kind === 'matrix' || fromNothing(figure);

/** The events on the chart, by the numbers that stand there. */
function Events({ figure }: { figure: Figure }) {
  return (
    <ul className="events" aria-label="Events">
      {byDate(figure.events).map((event, index) => (
        <li key={event.date + event.title}>
          <strong>{index + 1}</strong>
          {`${dayText(event.date)}: ${event.title}`}
        </li>
      ))}
    </ul>
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
      <Tools
        figure={figure}
        chart={() => box.current?.querySelector<SVGSVGElement>('svg.recharts-surface') ?? null}
        asTable={asTable}
        onTable={setAsTable}
      />
      <div ref={box}>
        {asTable ? <FigureTable figure={figure} /> : <Chart {...props} />}
        {asTable ? null : <SymbolKey used={marksOf(figure)} />}
      </div>
      {!asTable && figure.events.length > 0 && (kind === 'control' || kind === 'wave') ? (
        <Events figure={figure} />
      ) : null}
      {asTable ? null : <Breaks figure={figure} />}
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
