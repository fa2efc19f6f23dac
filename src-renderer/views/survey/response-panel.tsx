// Who answered against who could have: shares by group, the difference, and what weighting would change.
import type {
  Representativeness,
  RepresentativenessRow,
} from '../../../src-shared/schemas/representativeness.ts';
import { useAsk } from '../../ask.ts';
import { signedText } from '../../charts/words.ts';
import { Choice } from '../../parts/choice.tsx';
import { DataTable, type TableColumn } from '../../parts/data-table.tsx';
import { Fold } from '../../parts/fold.tsx';
import { NoteList } from '../../parts/note-list.tsx';
import { ProblemPanel } from '../../parts/problem-panel.tsx';
import { SymbolKey } from '../../parts/symbol-key.tsx';
import { rangeOf } from '../../periods.ts';
import { usePlace } from '../../place-context.tsx';
import { idText, numberText } from '../../wording.ts';
import type { FigureScreen } from '../use-figures.ts';
import { NotFiltered } from './not-filtered.tsx';

type By = Representativeness['by'];
type Weighted = NonNullable<Representativeness['weighted']>[number];

const bys: readonly By[] = ['directorate', 'grade', 'party'];

const percent = (share: number | null, { suppressed }: RepresentativenessRow): string =>
  share === null ? `[${suppressed ?? 'x'}]` : `${numberText(Math.round(share * 10) / 10)}%`;

/** A bar from the middle: to the right where a group answered more than its share. */
function Lean({ difference, reach }: { difference: number | null; reach: number }) {
  if (difference === null) return null;
  const width = (48 * Math.abs(difference)) / reach;
  return (
    <svg className="survey-svg funnel-bar" height={18} aria-hidden="true">
      <rect
        x={`${difference < 0 ? 50 - width : 50}%`}
        y={3}
        width={`${width}%`}
        height={12}
        className="bar"
      />
      <line x1="50%" x2="50%" y1={0} y2={18} className="zero" />
    </svg>
  );
}

const columnsOf = (by: By, reach: number): TableColumn<RepresentativenessRow>[] => [
  { id: 'group', header: idText(by), names: true, show: ({ group }) => group, sortBy: ({ group }) => group },
  {
    id: 'responses',
    header: 'Responses',
    numeric: true,
    show: (row) => (row.responses === null ? percent(null, row) : numberText(row.responses)),
    sortBy: ({ responses }) => responses,
  },
  {
    id: 'rate',
    header: 'Response rate',
    numeric: true,
    show: (row) => percent(row.rate, row),
    sortBy: ({ rate }) => rate,
  },
  {
    id: 'answered',
    header: 'Of responses',
    numeric: true,
    show: (row) => percent(row.shareOfResponses, row),
    sortBy: ({ shareOfResponses }) => shareOfResponses,
  },
  {
    id: 'population',
    header: 'Of population',
    numeric: true,
    show: (row) => percent(row.shareOfPopulation, row),
    sortBy: ({ shareOfPopulation }) => shareOfPopulation,
  },
  {
    id: 'difference',
    header: 'Points apart',
    numeric: true,
    show: ({ difference }) => (difference === null ? '' : signedText(difference)),
    sortBy: ({ difference }) => difference,
  },
  {
    id: 'lean',
    header: 'Less or more',
    show: ({ difference }) => (
      <div className="bar-cell">
        <Lean difference={difference} reach={reach} />
      </div>
    ),
  },
];

const weightedColumns: readonly TableColumn<Weighted>[] = [
  {
    id: 'question',
    header: 'Question',
    names: true,
    show: ({ question }) => question,
    sortBy: (row) => row.question,
  },
  {
    id: 'unweighted',
    header: 'As answered',
    numeric: true,
    show: ({ unweighted }) => `${unweighted.toFixed(1)}%`,
    sortBy: ({ unweighted }) => unweighted,
  },
  {
    id: 'weighted',
    header: 'Weighted (interval)',
    numeric: true,
    show: ({ weighted, interval }) =>
      `${weighted.toFixed(1)}% (${Math.round(interval.lower)}% to ${Math.round(interval.upper)}%)`,
    sortBy: ({ weighted }) => weighted,
  },
  {
    id: 'difference',
    header: 'Difference, points',
    numeric: true,
    show: ({ difference }) => signedText(difference),
    sortBy: ({ difference }) => difference,
  },
  {
    id: 'base',
    header: 'Base',
    numeric: true,
    show: ({ base }) => numberText(base),
    sortBy: ({ base }) => base,
  },
  {
    id: 'effective',
    header: 'Effective base',
    numeric: true,
    show: ({ effectiveBase }) => numberText(Math.round(effectiveBase)),
    sortBy: ({ effectiveBase }) => effectiveBase,
  },
  {
    id: 'apart',
    header: 'Take care',
    show: ({ apart }) => (apart ? 'More than 3 points apart: who answered matters' : ''),
    sortBy: ({ apart }) => (apart ? 1 : 0),
  },
];

function ResponseBody({ value }: { value: Representativeness }) {
  const { rows, weighted, margin, by, warnings, method } = value;
  const reach = Math.max(1, ...rows.map(({ difference }) => Math.abs(difference ?? 0)));
  const marks = new Set(rows.flatMap(({ suppressed }) => suppressed ?? []));
  return (
    <>
      {margin === null ? null : (
        <p className="subtitle">
          {`A percentage near 50 is right to about ${numberText(Math.round(margin * 10) / 10)} points either way, for those who could answer that day. No margin covers those who chose not to.`}
        </p>
      )}
      <NoteList notes={warnings} />
      {rows.length > 0 ? (
        <DataTable
          caption={`Responses and population by ${by}`}
          columns={columnsOf(by, reach)}
          rows={rows}
          rowKey={({ group }) => group}
        />
      ) : null}
      <SymbolKey used={marks} />
      {weighted ? (
        <Fold title="Questions weighted to the population" open={weighted.some(({ apart }) => apart)}>
          <DataTable
            caption="Per cent favourable as answered and weighted"
            columns={weightedColumns}
            rows={weighted}
            rowKey={({ line }) => line}
          />
        </Fold>
      ) : null}
      <Fold title="Method">
        <p>{method}</p>
      </Fold>
    </>
  );
}

export function ResponsePanel({ span, instrument }: { span: FigureScreen['span']; instrument: string }) {
  const { place, pick } = usePlace();
  const asked = bys.find((by) => by === place.pick.by);
  const { data, error, isFetching } = useAsk('representativeness.read', {
    instrument,
    ...rangeOf(place.period, span),
    ...(asked ? { by: asked } : {}),
  });
  return (
    <section className="panel-section" aria-busy={isFetching}>
      <p className="overline">{`Who answered: ${instrument}`}</p>
      {error ? <ProblemPanel problem={error} /> : <h2>{data?.reading ?? 'Reading the responses…'}</h2>}
      <NotFiltered />
      {data ? (
        <>
          <div className="row">
            <Choice
              label="Responses by"
              value={data.by}
              items={bys.map((by) => ({ id: by, label: idText(by) }))}
              onChange={(by) => pick({ by })}
            />
          </div>
          <ResponseBody value={data} />
        </>
      ) : null}
    </section>
  );
}
