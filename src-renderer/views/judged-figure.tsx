// One figure over time with what it is judged by: which chart, which rules, which target, since when.
// The choice of chart is the window's and undone like any other; what people settle is the workspace's.
import { useState } from 'react';
import { Button } from 'react-aria-components';
import type { ChartChoice } from '../../src-shared/schemas/chart.ts';
import { useAsk } from '../ask.ts';
import { Choice } from '../parts/choice.tsx';
import { usePlace } from '../place-context.tsx';
import { FigurePanel } from './figure-panel.tsx';
import { JudgingDialog } from './trends/judging-dialog.tsx';

type JudgedFigureProps = Parameters<typeof FigurePanel>[0];

/** The figure of a metric, as the chart that the place picks for it. */
export function JudgedFigure({ metric, request, kind, ...rest }: JudgedFigureProps) {
  const { place, pick } = usePlace();
  const { data } = useAsk('chart.settings', { metric: metric.id });
  const [open, setOpen] = useState(false);
  const key = `chart.${metric.id}`;
  const charts = data?.metric === metric.id ? data.charts : [];
  const chosen = charts.find(({ id }) => id === place.pick[key]);
  const asked = chosen ? { ...request, chart: chosen.id satisfies ChartChoice } : request;
  return (
    <>
      {charts.length > 0 ? (
        <div className="view-bar">
          <Choice
            label="Chart"
            value={chosen?.id ?? ''}
            items={[
              { id: '', label: 'The usual one' },
              ...charts.map(({ id, title }) => ({ id, label: title })),
            ]}
            onChange={(id) => pick({ [key]: id || null })}
          />
          <Button className="button" onPress={() => setOpen(true)}>
            How this chart is judged
          </Button>
          {chosen ? <p className="aside">{`${chosen.suits}.`}</p> : null}
        </div>
      ) : null}
      <FigurePanel {...rest} metric={metric} request={asked} kind={chosen ? 'control' : kind} />
      {data && open ? <JudgingDialog settings={data} metric={metric} onClose={() => setOpen(false)} /> : null}
    </>
  );
}
