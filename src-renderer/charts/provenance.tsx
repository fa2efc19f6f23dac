// Says where a figure comes from: method, filters, imports, what was hidden. Folded, for those who ask.
import type { Figure } from '../../src-shared/schemas/figure.ts';
import { Fold } from '../parts/fold.tsx';
import { countText, idText } from '../wording.ts';

export function Provenance({ figure }: { figure: Figure }) {
  const { metric, provenance } = figure;
  const filters = Object.entries(provenance.filters);
  return (
    <Fold title="Method and provenance">
      <p>{metric.definition}</p>
      <p>{provenance.method}</p>
      <dl className="facts">
        <dt>Asked for by</dt>
        <dd>{metric.clause}</dd>
        <dt>Definition</dt>
        <dd>{`${metric.id}, version ${provenance.metricVersion}`}</dd>
        <dt>Filters</dt>
        <dd>
          {filters.length > 0
            ? filters.map(([name, value]) => `${idText(name)}: ${value}`).join('; ')
            : 'None'}
        </dd>
        <dt>Hidden</dt>
        <dd>{`${countText(provenance.suppression.hidden, 'value')}. ${provenance.suppression.rule}`}</dd>
        <dt>Imports</dt>
        <dd>
          <ul className="plain">
            {provenance.imports.map((source) => (
              <li key={source.importId}>
                {`${source.file}, ${countText(source.rows, 'row')}, SHA-256 `}
                <code>{source.sha256.slice(0, 12)}…</code>
              </li>
            ))}
          </ul>
        </dd>
      </dl>
    </Fold>
  );
}
