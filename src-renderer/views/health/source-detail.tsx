// One source in full: response, gaps, what was wrong, what was told twice, how far each column is filled.
import type { ColumnHealth, ResponseHealth, SourceHealth } from '../../../src-shared/schemas/health.ts';
import { DataTable, type TableColumn } from '../../parts/data-table.tsx';
import { SymbolKey } from '../../parts/symbol-key.tsx';
import { countText, dayText, idText, numberText } from '../../wording.ts';
import { sourceName } from './source-table.tsx';

const filledColumns: readonly TableColumn<ColumnHealth>[] = [
  { id: 'column', header: 'Column', names: true, show: ({ label }) => label, sortBy: ({ label }) => label },
  {
    id: 'filled',
    header: 'Filled',
    numeric: true,
    show: ({ shown }) => shown,
    sortBy: ({ percent }) => percent,
  },
  { id: 'needed', header: 'Needed', show: ({ required }) => (required ? 'Yes' : '') },
];

const shownCount = (count: number | null, suppressed: boolean): string =>
  count === null ? (suppressed ? '[c]' : '[x]') : numberText(count);

const responseColumns: readonly TableColumn<ResponseHealth>[] = [
  { id: 'wave', header: 'Wave', names: true, show: ({ period }) => period, sortBy: ({ wave }) => wave },
  {
    id: 'response',
    header: 'Response',
    numeric: true,
    show: ({ shown }) => shown,
    sortBy: ({ percent }) => percent,
  },
  {
    id: 'base',
    header: 'Replies',
    numeric: true,
    show: ({ base, shown }) => shownCount(base, shown === '[c]'),
    sortBy: ({ base }) => base,
  },
  {
    id: 'population',
    header: 'Could have answered',
    numeric: true,
    show: ({ population, shown }) => shownCount(population, shown === '[c]'),
    sortBy: ({ population }) => population,
  },
];

function Response({ source }: { source: SourceHealth }) {
  if (source.response.length === 0) return null;
  const side = source.side === 'councillors' ? 'councillors in office' : 'people employed';
  const reason = source.response.find((wave) => wave.reason !== null)?.reason;
  const marks = new Set(
    source.response.flatMap(({ shown }) =>
      shown === '[c]' ? ['c' as const] : shown === '[x]' ? ['x' as const] : [],
    ),
  );
  return (
    <>
      <DataTable
        caption={`Response, of ${side} on the day of the wave`}
        columns={responseColumns}
        rows={source.response}
        rowKey={({ wave }) => wave}
      />
      <SymbolKey used={marks} />
      {reason ? <p className="aside">{reason}.</p> : null}
    </>
  );
}

function Facts({ source }: { source: SourceHealth }) {
  const { daysLate, duplicates, gaps, problems, rejectedShown } = source;
  const facts: readonly (readonly [string, string])[] = [
    ['Imports', `${countText(source.imports, 'import')}, the last on ${dayText(source.lastImport)}`],
    [
      'How late it came',
      daysLate === null ? 'Not known' : `${countText(daysLate, 'day')} after the last day it tells of`,
    ],
    ['Rows left out', rejectedShown],
    ['Told twice', `Inside an import: ${duplicates.within}. Between imports: ${duplicates.between}.`],
    [
      'Gaps',
      gaps === null
        ? 'Not looked for: this kind keeps no rhythm'
        : gaps.length === 0
          ? 'None'
          : gaps.map(({ text }) => text).join('; '),
    ],
    [
      'What was wrong',
      problems.length === 0
        ? 'Nothing'
        : problems.map(({ code, count }) => `${idText(code)}: ${countText(count, 'cell')}`).join('; '),
    ],
  ];
  return (
    <dl className="facts">
      {facts.map(([name, text]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{text}</dd>
        </div>
      ))}
    </dl>
  );
}

export function SourceDetail({ source }: { source: SourceHealth }) {
  return (
    <section className="block" aria-label={`${sourceName(source)} in full`} tabIndex={-1}>
      <h3>{sourceName(source)}</h3>
      <ul className="plain">
        {source.reasons.map((reason) => (
          <li key={reason}>{reason}</li>
        ))}
      </ul>
      <Facts source={source} />
      <Response source={source} />
      <DataTable
        caption="How far each column is filled"
        columns={filledColumns}
        rows={source.columns}
        rowKey={({ field }) => field}
      />
    </section>
  );
}
