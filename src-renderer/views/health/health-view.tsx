// Data health: can these numbers bear weight? Sources, the mechanisms of section VII, reorganisations, breaks.
import { useEffect, useRef } from 'react';
import type { Health } from '../../../src-shared/schemas/health.ts';
import { useAsk } from '../../ask.ts';
import { ProblemPanel } from '../../parts/problem-panel.tsx';
import { usePlace } from '../../place-context.tsx';
import { NeedsData } from '../needs-data.tsx';
import { BreakSection } from './break-section.tsx';
import { CrosswalkSection } from './crosswalk-section.tsx';
import { MechanismSection } from './mechanism-section.tsx';
import { PolicySection } from './policy-section.tsx';
import { SourceDetail } from './source-detail.tsx';
import { SourceTable, sourceKey } from './source-table.tsx';

function Sources({ health }: { health: Health }) {
  const { place, pick } = usePlace();
  const box = useRef<HTMLDivElement>(null);
  const asked = place.pick.source ?? null;
  const chosen = health.sources.find((source) => sourceKey(source) === asked);
  useEffect(() => {
    if (asked !== null) box.current?.focus();
  }, [asked]);
  if (health.sources.length === 0) {
    return (
      <NeedsData
        title="Nothing to judge yet"
        text="Import survey responses, incidents, absence, workforce snapshots or any other kind of data. What arrived, what is missing and what is late will stand here."
      />
    );
  }
  return (
    <>
      <SourceTable
        sources={health.sources}
        chosen={chosen ? sourceKey(chosen) : null}
        onChoose={(source) => pick({ source: sourceKey(source) })}
      />
      {chosen ? (
        <div ref={box} tabIndex={-1} className="followed">
          <SourceDetail source={chosen} />
        </div>
      ) : (
        <p className="aside">Choose a source to see its columns, gaps and response.</p>
      )}
    </>
  );
}

export function HealthView() {
  const { data, error } = useAsk('health.read', {}, true);
  return (
    <>
      <h1>Data health</h1>
      {error ? <ProblemPanel problem={error} /> : null}
      {data ? (
        <>
          <p className="finding">{data.reading}</p>
          <Sources health={data} />
        </>
      ) : error ? null : (
        <p>Reading the sources…</p>
      )}
      <MechanismSection />
      <CrosswalkSection />
      <BreakSection />
      <PolicySection />
    </>
  );
}
