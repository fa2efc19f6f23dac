// Before and after adoption for the measure in view: asks, and shows the comparison or why there is none.
// The whole series is taken whatever period is chosen: what came before adoption is half of the answer.
import { useState } from 'react';
import type { AdoptionRequest, RefusedAdoption } from '../../../src-shared/schemas/adoption.ts';
import type { MetricCard } from '../../../src-shared/schemas/figure.ts';
import { useAsk } from '../../ask.ts';
import { AdoptionPanel } from '../../charts/adoption-panel.tsx';
import { requestFor } from '../../figure-request.ts';
import { Choice } from '../../parts/choice.tsx';
import { ProblemPanel } from '../../parts/problem-panel.tsx';
import { usePlace } from '../../place-context.tsx';

/** Whole periods after adoption that may be left out. */
const transitions = [0, 1, 2, 3, 6, 12];

const transitionItems = transitions.map((count) => ({
  id: String(count),
  label: count === 0 ? 'None' : `${count} ${count === 1 ? 'period' : 'periods'} after adoption`,
}));

function useRequest(metric: MetricCard, transition: number): AdoptionRequest {
  const { place } = usePlace();
  const { filters } = requestFor(metric, place, { from: null, to: null });
  return {
    metric: metric.id,
    ...(filters ? { filters } : {}),
    ...(transition > 0 ? { transition } : {}),
  };
}

const Refused = ({ refused }: { refused: RefusedAdoption }) => (
  <div className="empty-state">
    <h3>{refused.reason}</h3>
    <p>{refused.advice}</p>
  </div>
);

export function AdoptionSection({ metric }: { metric: MetricCard }) {
  const [transition, setTransition] = useState(0);
  const { data, error, isFetching } = useAsk('adoption.read', useRequest(metric, transition));
  const bare = data?.status === 'refused' && transition === 0;
  return (
    <section className="chart-panel adoption" aria-labelledby="adoption-heading" aria-busy={isFetching}>
      <p className="overline">{metric.title}</p>
      <h2 id="adoption-heading">Before and after adoption</h2>
      {error ? <ProblemPanel problem={error} /> : null}
      {data && !bare ? (
        <Choice
          label="Transition left out (choose before looking)"
          value={String(transition)}
          items={transitionItems}
          onChange={(id) => setTransition(Number(id))}
        />
      ) : null}
      {data?.status === 'refused' ? <Refused refused={data} /> : null}
      {data?.status === 'modelled' ? <AdoptionPanel adoption={data} /> : null}
      {data || error ? null : <p>Reading the comparison…</p>}
    </section>
  );
}
