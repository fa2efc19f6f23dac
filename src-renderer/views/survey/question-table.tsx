// The questions of a survey in one table: latest wave, its interval and base, the wave before, and the change.
import { useMemo } from 'react';
import type { Figure, FigurePoint, MetricCard, Suppression } from '../../../src-shared/schemas/figure.ts';
import { useAsk } from '../../ask.ts';
import { intervalText, pText, signedText } from '../../charts/words.ts';
import { requestFor } from '../../figure-request.ts';
import { DataTable, type TableColumn } from '../../parts/data-table.tsx';
import { ProblemPanel } from '../../parts/problem-panel.tsx';
import { SymbolKey } from '../../parts/symbol-key.tsx';
import { usePlace } from '../../place-context.tsx';
import { countText, idText, numberText } from '../../wording.ts';
import type { FigureScreen } from '../use-figures.ts';
import type { QuestionLine } from './lines.ts';

/** The part of the screen that follows the chosen question; it takes the focus when one is chosen. */
export const overWavesId = 'over-waves';

interface QuestionRow {
  readonly line: QuestionLine;
  readonly latest: FigurePoint | undefined;
  readonly before: FigurePoint | undefined;
}

/** The wave before is shown only where the line is unbroken: a changed scale cannot be compared. */
const comparable = ({ latest, before }: QuestionRow): boolean =>
  latest !== undefined && before !== undefined && latest.segment === before.segment;

const withInterval = (figure: Figure, point: FigurePoint): string => {
  const interval = intervalText(point, figure);
  return interval ? `${point.shown} (${interval})` : point.shown;
};

const beforeText = (row: QuestionRow): string => {
  if (!row.before) return '[x]';
  return comparable(row) ? row.before.shown : '[z]';
};

const sayings = { higher: 'Higher', lower: 'Lower', 'no-clear-change': 'No clear change' } as const;

/** "Higher, +6.7 (0.014)". */
const shortChange = ({ change }: FigurePoint): string =>
  change ? `${sayings[change.verdict]}, ${signedText(change.value)} (${pText(change.adjustedP)})` : '';

/** What is said of the change; of one that is not tested, why. */
const changeOf = (row: QuestionRow): string => {
  const { latest, before } = row;
  if (!latest || !before) return 'Not asked before';
  if (!comparable(row)) return '[z]';
  if (latest.suppressed === 'c' || before.suppressed === 'c') return '[c]';
  return shortChange(latest) || 'Too few answers to test';
};

function rowsOf(figure: Figure, lines: readonly QuestionLine[]): QuestionRow[] {
  const rows = lines.map((line) => {
    const own = figure.points
      .filter((point) => point.group === line.line && point.suppressed !== 'x')
      .sort((a, b) => a.from.localeCompare(b.from));
    return { line, latest: own.at(-1), before: own.at(-2) };
  });
  return rows.filter(({ latest }) => latest !== undefined);
}

const columnsOf = (
  figure: Figure,
  chosen: string,
  onChoose: (line: string) => void,
): TableColumn<QuestionRow>[] => [
  {
    id: 'question',
    header: 'Question',
    names: true,
    show: ({ line }) => (
      <>
        <button
          type="button"
          className="link"
          aria-current={line.line === chosen ? 'true' : undefined}
          onClick={() => onChoose(line.line)}
        >
          {line.title}
        </button>
        {line.reversed ? (
          <span className="tag" title="Agreeing, or a high score, is unfavourable; scores are turned round.">
            negatively worded
          </span>
        ) : null}
      </>
    ),
    sortBy: ({ line }) => line.title,
  },
  {
    id: 'theme',
    header: 'Theme',
    show: ({ line }) => (line.theme ? idText(line.theme) : 'None'),
    sortBy: ({ line }) => line.theme ?? '',
  },
  {
    id: 'wave',
    header: 'Latest wave',
    whole: true,
    show: ({ latest }) => latest?.period ?? '[x]',
    sortBy: ({ latest }) => latest?.from ?? '',
  },
  {
    id: 'value',
    header: `${figure.metric.title} (interval)`,
    numeric: true,
    show: ({ latest }) => (latest ? withInterval(figure, latest) : '[x]'),
    sortBy: ({ latest }) => latest?.value ?? null,
  },
  {
    id: 'base',
    header: 'Base',
    numeric: true,
    show: ({ latest }) => (latest?.base == null ? '' : numberText(latest.base)),
    sortBy: ({ latest }) => latest?.base ?? null,
  },
  {
    id: 'before',
    header: 'Wave before',
    numeric: true,
    show: beforeText,
    sortBy: (row) => (comparable(row) ? (row.before?.value ?? null) : null),
  },
  {
    id: 'change',
    header: 'Change, points (adjusted p)',
    show: (row) => <span className="verdict-cell">{changeOf(row)}</span>,
    sortBy: ({ latest }) => latest?.change?.value ?? null,
  },
];

function marksOf(rows: readonly QuestionRow[]): ReadonlySet<Suppression> {
  const used = new Set<Suppression>();
  for (const row of rows) {
    for (const point of [row.latest, row.before]) if (point?.suppressed) used.add(point.suppressed);
    if (!row.before || !row.latest) used.add('x');
    else if (!comparable(row)) used.add('z');
  }
  return used;
}

/** How to read the p values: they allow for everything that is compared with one wave in this table. */
function familyText(rows: readonly QuestionRow[]): string {
  const compared = Math.max(0, ...rows.map(({ latest }) => latest?.change?.compared ?? 0));
  if (compared === 0) return '';
  return `The adjusted p allows for ${countText(compared, 'comparison')} in this table, so that a question does not look changed by chance alone: below 0.05 a change is called higher or lower, else there is no clear change. `;
}

interface QuestionTableProps {
  readonly metric: MetricCard;
  readonly span: FigureScreen['span'];
  readonly instrument: string;
  readonly lines: readonly QuestionLine[];
}

export function QuestionTable({ metric, span, instrument, lines }: QuestionTableProps) {
  const { place, pick } = usePlace();
  const chosen = place.pick.subject?.slice(2) ?? '';
  const request = requestFor(metric, place, span, { split: 'question', filters: { instrument } });
  const { data, error, isFetching } = useAsk('figure.read', request);
  const rows = useMemo(() => (data ? rowsOf(data, lines) : []), [data, lines]);
  const columns = useMemo(
    () =>
      data
        ? columnsOf(data, chosen, (line) => {
            pick({ subject: `q:${line}` });
            const below = document.getElementById(overWavesId);
            below?.focus({ preventScroll: true });
            below?.scrollIntoView({ block: 'start' });
          })
        : [],
    [data, chosen, pick],
  );
  if (error) return <ProblemPanel problem={error} />;
  if (!data) return <p>Reading the questions…</p>;
  return (
    <div className={isFetching ? 'asking' : undefined} aria-busy={isFetching}>
      <DataTable
        caption={`Questions: ${metric.title.toLowerCase()} in the latest wave and the wave before`}
        columns={columns}
        rows={rows}
        rowKey={({ line }) => line.line}
        rowClass={({ line }) => (line.line === chosen ? 'chosen' : undefined)}
      />
      <SymbolKey used={marksOf(rows)} />
      {rows.length < lines.length ? (
        <p className="aside">
          {`${countText(lines.length - rows.length, 'question has', 'questions have')} no such value in this period and ${lines.length - rows.length === 1 ? 'is' : 'are'} not listed.`}
        </p>
      ) : null}
      <p className="aside">{`${familyText(rows)}Choose a question to follow it over all waves.`}</p>
    </div>
  );
}
