// The awareness funnel: a bar a step, each of its own base; a step that was not asked says so.
import type { Funnel } from '../../../src-shared/schemas/awareness.ts';
import { useAsk } from '../../ask.ts';
import { DataTable, type TableColumn } from '../../parts/data-table.tsx';
import { Fold } from '../../parts/fold.tsx';
import { NoteList } from '../../parts/note-list.tsx';
import { ProblemPanel } from '../../parts/problem-panel.tsx';
import { SymbolKey } from '../../parts/symbol-key.tsx';
import { rangeOf } from '../../periods.ts';
import { usePlace } from '../../place-context.tsx';
import { numberText } from '../../wording.ts';
import type { FigureScreen } from '../use-figures.ts';
import { NotFiltered } from './not-filtered.tsx';

type Step = Funnel['steps'][number];

function Bar({ value, interval }: Step) {
  if (value === null) return null;
  return (
    <svg className="survey-svg funnel-bar" height={22} aria-hidden="true">
      <line x1="0%" x2="0%" y1={0} y2={22} className="zero" />
      <rect x="0%" y={4} width={`${value}%`} height={14} className="bar" />
      {interval ? (
        <line x1={`${interval.lower}%`} x2={`${interval.upper}%`} y1={11} y2={11} className="range gap" />
      ) : null}
    </svg>
  );
}

const columns: readonly TableColumn<Step>[] = [
  { id: 'step', header: 'Step', names: true, show: ({ title }) => title },
  { id: 'bar', header: '0% to 100%', show: (step) => <div className="bar-cell">{Bar(step)}</div> },
  { id: 'value', header: 'Share', numeric: true, show: ({ shown }) => shown },
  {
    id: 'interval',
    header: 'Interval',
    numeric: true,
    show: ({ interval }) =>
      interval ? `${Math.round(interval.lower)}% to ${Math.round(interval.upper)}%` : '',
  },
  {
    id: 'base',
    header: 'Base',
    numeric: true,
    show: ({ base }) => (base === null ? '' : numberText(base)),
  },
  {
    id: 'question',
    header: 'Question',
    show: ({ question, chosenBy, reason }) =>
      question === null
        ? (reason ?? '')
        : `${question} (${chosenBy === 'person' ? 'chosen by a person' : 'recognised by its words'})`,
  },
];

const marksOf = (steps: readonly Step[]) =>
  new Set(steps.flatMap(({ suppressed, line }) => (suppressed && line ? [suppressed] : [])));

export function FunnelPanel({ span, instrument }: { span: FigureScreen['span']; instrument: string }) {
  const { place } = usePlace();
  const { data, error, isFetching } = useAsk('survey.funnel', { instrument, ...rangeOf(place.period, span) });
  return (
    <section className="panel-section" aria-busy={isFetching}>
      <p className="overline">{`Awareness of the Protocol: ${instrument}`}</p>
      {error ? <ProblemPanel problem={error} /> : <h2>{data?.reading ?? 'Reading the survey…'}</h2>}
      <NotFiltered />
      {data && data.steps.length > 0 ? (
        <>
          <NoteList notes={data.warnings} />
          <DataTable
            caption="From hearing of the Protocol to using it"
            quietCaption
            columns={columns}
            rows={data.steps}
            rowKey={({ step }) => step}
          />
          <SymbolKey used={marksOf(data.steps)} />
          <Fold title="Method">
            <p>{data.method}</p>
          </Fold>
        </>
      ) : null}
    </section>
  );
}
