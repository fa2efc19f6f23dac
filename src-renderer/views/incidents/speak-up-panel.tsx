// Whether people can speak up: several readings side by side, each with what it tells and what it does not.
// The rule: nothing is added up, and a reading that nobody measures says what would supply it.
import type { FigurePoint } from '../../../src-shared/schemas/figure.ts';
import type { SpeakUp } from '../../../src-shared/schemas/speak-up.ts';
import { useAsk } from '../../ask.ts';
import { marksOf } from '../../charts/figure-table.tsx';
import { ProblemPanel } from '../../parts/problem-panel.tsx';
import { SymbolKey } from '../../parts/symbol-key.tsx';
import { rangeOf } from '../../periods.ts';
import { usePlace } from '../../place-context.tsx';
import type { FigureScreen } from '../use-figures.ts';

type Reading = SpeakUp['readings'][number];
type Entry = Reading['entries'][number];

/** The groups of a split, or the latest value of the whole. */
function Values({ points }: { points: readonly FigurePoint[] }) {
  const groups = points.filter(({ group }) => group !== null);
  const latest = points.findLast(({ suppressed }) => suppressed !== 'x' && suppressed !== 'z');
  const shown = groups.length > 0 ? groups : latest ? [latest] : [];
  return (
    <dl className="counts">
      {shown.map(({ group, label, period, shown: value }) => (
        <div key={group ?? period}>
          <dt>{label ?? period}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

function EntryPart({ entry: { source, wording, figure } }: { entry: Entry }) {
  return (
    <div className="speak-up-entry">
      <p className="overline">{source}</p>
      {wording === null ? null : <p>{`“${wording}”, per cent favourable`}</p>}
      <Values points={figure.points} />
      <p className="subtitle">{figure.reading}</p>
      <SymbolKey used={marksOf(figure)} />
    </div>
  );
}

function ReadingCard({ reading: { id, title, about, entries, missing } }: { reading: Reading }) {
  return (
    <article className="speak-up-reading" aria-labelledby={`speak-up-${id}`}>
      <h3 id={`speak-up-${id}`}>{title}</h3>
      <p className="subtitle">{about}</p>
      {entries.map((entry) => (
        <EntryPart key={`${entry.source} ${entry.wording}`} entry={entry} />
      ))}
      {missing === null ? null : (
        <p>
          <strong>Not measured.</strong> {missing}
        </p>
      )}
    </article>
  );
}

export function SpeakUpPanel({ span }: { span: FigureScreen['span'] }) {
  const { place } = usePlace();
  const { data, error } = useAsk('speakup.read', rangeOf(place.period, span));
  if (error) return <ProblemPanel problem={error} />;
  return (
    <section className="block" aria-labelledby="speak-up-title" aria-busy={!data}>
      <h2 id="speak-up-title">Can people speak up?</h2>
      {data ? (
        <>
          <p className="caveat">{data.caution}</p>
          <div className="speak-up">
            {data.readings.map((reading) => (
              <ReadingCard key={reading.id} reading={reading} />
            ))}
          </div>
        </>
      ) : (
        <p>Reading what there is…</p>
      )}
    </section>
  );
}
