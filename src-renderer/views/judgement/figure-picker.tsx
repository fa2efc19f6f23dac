// Chooses a figure to link to evidence, and shows what it says now: that is what is kept.
import type { FigureRequest, MetricCard } from '../../../src-shared/schemas/figure.ts';
import { useAsk } from '../../ask.ts';
import { Choice } from '../../parts/choice.tsx';
import { Fold } from '../../parts/fold.tsx';
import { ProblemPanel } from '../../parts/problem-panel.tsx';
import { dayText, idText } from '../../wording.ts';
import { loadedMetrics, useCatalogue, useWorkspace } from '../../workspace.tsx';

interface Days {
  readonly from: string;
  readonly to: string;
}

interface FigurePickerProps {
  readonly year: string;
  readonly days: Days;
  readonly request: FigureRequest | null;
  readonly onChange: (request: FigureRequest | null) => void;
}

const yearly = 'financial-year';

const plain = ({ id, grains }: MetricCard, days: Days): FigureRequest => ({
  metric: id,
  ...days,
  ...(grains.includes(yearly) ? { grain: yearly } : {}),
});

const sinceStart = ({ from: _, ...rest }: FigureRequest): FigureRequest => rest;

/** The request with a filter set, or taken off where the value is empty. */
function filtered(request: FigureRequest, name: string, value: string): FigureRequest {
  const { filters = {}, ...rest } = request;
  const kept = Object.entries({ ...filters, [name]: value }).filter(([, own]) => own !== '');
  return kept.length > 0 ? { ...rest, filters: Object.fromEntries(kept) } : rest;
}

function splitBy({ split: _, ...rest }: FigureRequest, split: string): FigureRequest {
  return split === '' ? rest : { ...rest, split };
}

function countedBy({ grain: _, ...rest }: FigureRequest, grain: FigureRequest['grain']): FigureRequest {
  return grain === undefined ? rest : { ...rest, grain };
}

function Preview({ request }: { request: FigureRequest }) {
  const { data, error } = useAsk('figure.read', request);
  if (error) return <ProblemPanel problem={error} />;
  if (!data) return <p>Reading the figure…</p>;
  return (
    <div className="figure-preview" role="status">
      <p className="overline">It says now, and this is kept beside the link</p>
      <p>{data.points.length === 0 ? 'Nothing for this period. Choose another.' : data.reading}</p>
    </div>
  );
}

function Details({
  year,
  days,
  request,
  metric,
  onChange,
}: Omit<FigurePickerProps, 'request'> & {
  readonly request: FigureRequest;
  readonly metric: MetricCard;
}) {
  const { data } = useAsk('figure.options', { metric: metric.id });
  const own = request.from === days.from && request.to === days.to;
  const upTo = request.from === undefined && request.to === days.to;
  const dimensions = Object.entries(data?.dimensions ?? {}).filter(([, values]) => values.length > 1);
  const asked = `${request.from ? dayText(request.from) : 'The first data'} to ${request.to ? dayText(request.to) : 'the latest'}`;
  return (
    <>
      <div className="row">
        <Choice
          label="Period"
          value={own ? 'year' : upTo ? 'up-to' : 'as-asked'}
          items={[
            { id: 'year', label: year },
            { id: 'up-to', label: `All the data up to ${dayText(days.to)}` },
            ...(own || upTo ? [] : [{ id: 'as-asked', label: asked }]),
          ]}
          onChange={(id) =>
            onChange(
              id === 'year'
                ? { ...request, ...days }
                : id === 'up-to'
                  ? { ...sinceStart(request), to: days.to }
                  : request,
            )
          }
        />
        <Choice
          label="Counted by"
          value={request.grain ?? ''}
          items={[
            { id: '', label: 'What suits the figure' },
            ...metric.grains.map((id) => ({ id, label: idText(id) })),
          ]}
          onChange={(id) =>
            onChange(
              countedBy(
                request,
                metric.grains.find((grain) => grain === id),
              ),
            )
          }
        />
        <Choice
          label="Shown"
          value={request.split ?? ''}
          items={[
            { id: '', label: 'As a whole' },
            ...metric.dimensions.map((id) => ({ id, label: `By ${idText(id).toLowerCase()}` })),
          ]}
          onChange={(id) => onChange(splitBy(request, id))}
        />
      </div>
      {dimensions.length > 0 ? (
        <Fold title="Only for one group" open={request.filters !== undefined}>
          <div className="row">
            {dimensions.map(([name, values]) => (
              <Choice
                key={name}
                label={idText(name)}
                value={request.filters?.[name] ?? ''}
                items={[
                  { id: '', label: 'All' },
                  ...values.map(({ value, label }) => ({ id: value, label })),
                ]}
                onChange={(value) => onChange(filtered(request, name, value))}
              />
            ))}
          </div>
        </Fold>
      ) : null}
      <Preview request={request} />
    </>
  );
}

export function FigurePicker(props: FigurePickerProps) {
  const { days, request, onChange } = props;
  const metrics = loadedMetrics(useCatalogue(), useWorkspace());
  const metric = metrics.find(({ id }) => id === request?.metric);
  return (
    <fieldset className="figure-picker">
      <legend>A figure to link, where one bears on it</legend>
      <Choice
        label="Figure"
        value={request?.metric ?? ''}
        items={[{ id: '', label: 'No figure' }, ...metrics.map(({ id, title }) => ({ id, label: title }))]}
        onChange={(id) => {
          const chosen = metrics.find((own) => own.id === id);
          onChange(chosen ? plain(chosen, days) : null);
        }}
      />
      {request && metric ? <Details key={metric.id} {...props} request={request} metric={metric} /> : null}
    </fieldset>
  );
}
