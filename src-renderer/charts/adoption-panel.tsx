// Frames a comparison before and after adoption: finding, estimates, chart, the other analyses, method.
// The rule: the heading is the answer's own reading; nothing here judges.
import { useRef, useState } from 'react';
import type {
  AdoptionAnalysis,
  AdoptionEstimate,
  AdoptionPoint,
  ModelledAdoption,
} from '../../src-shared/schemas/adoption.ts';
import { DataTable, type TableColumn } from '../parts/data-table.tsx';
import { Fold } from '../parts/fold.tsx';
import { NoteList } from '../parts/note-list.tsx';
import { countText, numberText } from '../wording.ts';
import { AdoptionKey, AdoptionPlot } from './adoption-plot.tsx';
import {
  adoptionAltText,
  adoptionSubtitle,
  adoptionText,
  agreementText,
  phaseText,
} from './adoption-words.ts';
import { ChartTools } from './chart-tools.tsx';
import { EventList } from './event-list.tsx';

const estimateColumns: readonly TableColumn<AdoptionEstimate>[] = [
  { id: 'title', header: 'Estimate', show: ({ title }) => title, names: true },
  { id: 'value', header: 'Value', show: ({ shown }) => shown.estimate, numeric: true },
  { id: 'interval', header: '95% interval', show: ({ shown }) => shown.interval, numeric: true },
  { id: 'p', header: 'p', show: ({ shown }) => shown.p, numeric: true },
  { id: 'unit', header: 'Unit', show: ({ unit }) => unit },
];

const analysisColumns: readonly TableColumn<AdoptionAnalysis>[] = [
  { id: 'title', header: 'Analysis', show: ({ title }) => title, names: true },
  { id: 'latest', header: 'Latest point', show: ({ latest }) => latest?.shown ?? '', numeric: true },
  {
    id: 'level',
    header: 'Change of level',
    show: ({ levelChange }) => levelChange?.shown ?? '',
    numeric: true,
  },
  { id: 'agrees', header: 'Same answer', show: agreementText },
  { id: 'note', header: 'Note', show: ({ note }) => note },
];

const seriesColumns: readonly TableColumn<AdoptionPoint>[] = [
  { id: 'period', header: 'Period', show: ({ period }) => period, sortBy: ({ from }) => from, names: true },
  { id: 'phase', header: 'Side', show: phaseText, sortBy: phaseText },
  {
    id: 'observed',
    header: 'Observed',
    show: ({ shown }) => shown,
    sortBy: ({ observed }) => observed,
    numeric: true,
  },
  { id: 'fitted', header: 'Model', show: ({ fitted }) => fitted?.shown ?? '', numeric: true },
  {
    id: 'expected',
    header: 'Course before, continued',
    show: ({ counterfactual }) => counterfactual?.shown ?? '',
    numeric: true,
  },
];

const SeriesTable = ({ adoption }: { adoption: ModelledAdoption }) => (
  <DataTable
    caption={`${adoption.metric.title} before and after adoption`}
    columns={seriesColumns}
    rows={adoption.series}
    rowKey={({ from }) => from}
  />
);

const optional = (value: number | null): string => (value === null ? 'none' : numberText(value));

function Method({ adoption }: { adoption: ModelledAdoption }) {
  const { model, points, diagnostics, provenance, metric } = adoption;
  return (
    <Fold title="Method and provenance">
      <p>{model.coding}</p>
      <dl className="facts">
        <dt>Model</dt>
        <dd>{model.title}</dd>
        <dt>Points</dt>
        <dd>{`${points.before} before, ${points.after} after; ${countText(points.gaps, 'gap')}, ${points.transition} in transition, ${points.leftOut} left out`}</dd>
        <dt>Autocorrelation</dt>
        <dd>{`Of the errors ${optional(diagnostics.phi)}; of the residuals of least squares ${optional(diagnostics.lag1)}`}</dd>
        <dt>Residual standard deviation</dt>
        <dd>{numberText(diagnostics.residualSd)}</dd>
        <dt>Definition</dt>
        <dd>{`${metric.id}, version ${provenance.metricVersion}`}</dd>
        <dt>Hidden</dt>
        <dd>{`${countText(provenance.suppression.hidden, 'value')}. ${provenance.suppression.rule}`}</dd>
      </dl>
    </Fold>
  );
}

/** One comparison, whole. */
export function AdoptionPanel({ adoption }: { adoption: ModelledAdoption }) {
  const { reading, shift, metric, warnings, estimates, sensitivity, robustness, series, events } = adoption;
  const [asTable, setAsTable] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  const subtitle = adoptionSubtitle(adoption);
  return (
    <>
      <h3>{reading}</h3>
      <p>{shift.text}</p>
      <p className="subtitle">{subtitle}</p>
      {metric.caveat ? <p className="caveat">{metric.caveat}</p> : null}
      <NoteList notes={warnings} />
      <ChartTools
        title={reading}
        subtitle={subtitle}
        data={() => adoptionText(adoption)}
        alt={() => adoptionAltText(adoption)}
        chart={() => box.current?.querySelector<SVGSVGElement>('svg.recharts-surface') ?? null}
        asTable={asTable}
        onTable={setAsTable}
      />
      <div ref={box}>
        {asTable ? (
          <SeriesTable adoption={adoption} />
        ) : (
          <>
            <AdoptionKey
              open={series.some(
                ({ phase, observed }) => observed !== null && phase !== 'before' && phase !== 'after',
              )}
            />
            <AdoptionPlot adoption={adoption} />
          </>
        )}
      </div>
      {asTable ? null : <EventList events={events} />}
      <DataTable
        caption="What the model estimates"
        columns={estimateColumns}
        rows={estimates}
        rowKey={({ id }) => id}
      />
      <DataTable
        caption="The same series under other assumptions"
        columns={analysisColumns}
        rows={sensitivity}
        rowKey={({ id }) => id}
      />
      <p>{robustness}</p>
      {asTable ? null : (
        <Fold title="The same data as a table">
          <SeriesTable adoption={adoption} />
        </Fold>
      )}
      <Method adoption={adoption} />
    </>
  );
}
