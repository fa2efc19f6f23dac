// The perception-gap mirror: the finding, the drawing, the same as a table, the method.
import { useMemo } from 'react';
import type { Suppression } from '../../../src-shared/schemas/figure.ts';
import type { Mirror, MirrorPoint, MirrorRow } from '../../../src-shared/schemas/mirror.ts';
import { useAsk } from '../../ask.ts';
import { pText, signedText } from '../../charts/words.ts';
import { DataTable, type TableColumn } from '../../parts/data-table.tsx';
import { Fold } from '../../parts/fold.tsx';
import { NoteList } from '../../parts/note-list.tsx';
import { ProblemPanel } from '../../parts/problem-panel.tsx';
import { SymbolKey } from '../../parts/symbol-key.tsx';
import { rangeOf } from '../../periods.ts';
import { usePlace } from '../../place-context.tsx';
import { numberText } from '../../wording.ts';
import type { FigureScreen } from '../use-figures.ts';
import { MirrorPlot } from './mirror-plot.tsx';
import { NotFiltered } from './not-filtered.tsx';

const sideText = ({ shown, base, interval }: MirrorPoint): string => {
  const range = interval ? ` (${Math.round(interval.lower)}% to ${Math.round(interval.upper)}%)` : '';
  return `${shown}${range}${base === null ? '' : `, base ${numberText(base)}`}`;
};

const gapText = ({ gap, verdict }: MirrorRow): string =>
  gap === null
    ? verdict === 'hidden'
      ? '[c]'
      : '[z]'
    : `${signedText(gap.value)} (${signedText(gap.interval.lower)} to ${signedText(gap.interval.upper)})`;

const columns: readonly TableColumn<MirrorRow>[] = [
  {
    id: 'question',
    header: 'Question',
    names: true,
    show: (row) => row.question,
    sortBy: (row) => row.question,
  },
  {
    id: 'officers',
    header: 'Officers (interval)',
    numeric: true,
    show: (row) => sideText(row.officers),
    sortBy: (row) => row.officers.value,
  },
  {
    id: 'councillors',
    header: 'Councillors (interval)',
    numeric: true,
    show: (row) => sideText(row.councillors),
    sortBy: (row) => row.councillors.value,
  },
  {
    id: 'gap',
    header: 'Officers minus councillors, points (interval)',
    numeric: true,
    show: gapText,
    sortBy: (row) => row.gap?.value ?? null,
  },
  {
    id: 'p',
    header: 'p',
    numeric: true,
    show: (row) => (row.p === null ? '' : pText(row.p)),
    sortBy: (row) => row.p,
  },
  {
    id: 'adjusted',
    header: 'Adjusted p',
    numeric: true,
    show: (row) => (row.adjustedP === null ? '' : pText(row.adjustedP)),
    sortBy: (row) => row.adjustedP,
  },
  { id: 'says', header: 'What it says', show: (row) => row.says, sortBy: (row) => row.says },
];

function marksOf(rows: readonly MirrorRow[]): ReadonlySet<Suppression> {
  const marks = rows.flatMap(({ officers, councillors, verdict }) => [
    officers.suppressed,
    councillors.suppressed,
    verdict === 'other-scale' ? ('z' as const) : null,
  ]);
  return new Set(marks.filter((mark) => mark !== null));
}

function MirrorBody({ mirror }: { mirror: Mirror }) {
  const marks = useMemo(() => marksOf(mirror.rows), [mirror]);
  return (
    <>
      <p className="caveat">
        Two groups of people who answered about each other. A gap says that they see it differently, not who
        is right.
      </p>
      <NoteList notes={mirror.warnings} />
      {mirror.rows.length > 0 ? (
        <>
          <MirrorPlot mirror={mirror} />
          <SymbolKey used={marks} />
          <Fold title="The same data as a table">
            <DataTable
              caption="Officers and councillors on the same questions, per cent favourable"
              columns={columns}
              rows={mirror.rows}
              rowKey={({ line }) => line}
            />
            <SymbolKey used={marks} />
          </Fold>
        </>
      ) : null}
      <Fold title="Method">
        <p>{mirror.method}</p>
        {mirror.suppression === '' ? null : <p>{mirror.suppression}</p>}
      </Fold>
    </>
  );
}

/** Shown where there is a survey of either side. */
export function MirrorPanel({ span }: { span: FigureScreen['span'] }) {
  const { place } = usePlace();
  const { data, error, isFetching } = useAsk('mirror.read', rangeOf(place.period, span));
  return (
    <section className="panel-section" aria-busy={isFetching}>
      <p className="overline">Officers and councillors, the same questions</p>
      {error ? <ProblemPanel problem={error} /> : <h2>{data?.reading ?? 'Reading the two surveys…'}</h2>}
      <NotFiltered />
      {data ? <MirrorBody mirror={data} /> : null}
    </section>
  );
}
