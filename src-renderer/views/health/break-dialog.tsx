// Sets a series break: the day, what changed, why the sides cannot be compared, and what it breaks.
import { useId, useState } from 'react';
import type { SeriesBreakRequest } from '../../../src-shared/schemas/series-break.ts';
import { useDo } from '../../ask.ts';
import { Fold } from '../../parts/fold.tsx';
import { FormEnd } from '../../parts/form-end.tsx';
import { WindowDialog } from '../../parts/window-dialog.tsx';
import { useCatalogue } from '../../workspace.tsx';

export type BreakDraft = SeriesBreakRequest;

interface TicksProps {
  readonly legend: string;
  readonly items: readonly { readonly id: string; readonly title: string }[];
  readonly ticked: readonly string[];
  readonly onTick: (ticked: string[]) => void;
}

function Ticks({ legend, items, ticked, onTick }: TicksProps) {
  return (
    <fieldset className="ticks">
      <legend>{legend}</legend>
      {items.map(({ id, title }) => (
        <label key={id}>
          <input
            type="checkbox"
            checked={ticked.includes(id)}
            onChange={({ target }) =>
              onTick(target.checked ? [...ticked, id] : ticked.filter((other) => other !== id))
            }
          />
          {title}
        </label>
      ))}
    </fieldset>
  );
}

export function BreakDialog({ draft, onClose }: { draft: BreakDraft; onClose: () => void }) {
  const ids = { date: useId(), title: useId(), reason: useId() };
  const catalogue = useCatalogue();
  const [wanted, setWanted] = useState<BreakDraft>(draft);
  const save = useDo('break.set');
  const change = (part: Partial<BreakDraft>) => setWanted((before) => ({ ...before, ...part }));
  const { id, date, title, reason, kinds, metrics } = wanted;
  const submit = (event: React.FormEvent) => {
    event.preventDefault();
    const named = id === undefined ? {} : { id };
    save.mutate({ ...named, date, title, reason, kinds, metrics }, { onSuccess: onClose });
  };
  const broken = (catalogue?.kinds ?? []).filter(({ id: kind }) =>
    catalogue?.metrics.some((metric) => metric.kinds.includes(kind)),
  );
  return (
    <WindowDialog
      title={id === undefined ? 'A series break' : 'Change the series break'}
      open
      onClose={onClose}
    >
      <form className="form" onSubmit={submit}>
        <div className="field">
          <label htmlFor={ids.date}>First day of the new series</label>
          <input
            id={ids.date}
            type="date"
            required
            value={date}
            onChange={(event) => change({ date: event.target.value })}
          />
        </div>
        <div className="field">
          <label htmlFor={ids.title}>What changed</label>
          <input
            id={ids.title}
            required
            maxLength={200}
            value={title}
            onChange={(event) => change({ title: event.target.value })}
          />
        </div>
        <div className="field">
          <label htmlFor={ids.reason}>Why the two sides cannot be compared</label>
          <input
            id={ids.reason}
            required
            maxLength={400}
            value={reason}
            onChange={(event) => change({ reason: event.target.value })}
          />
          <p className="hint">It stands in the log and on packs: name no person.</p>
        </div>
        <Ticks
          legend="Figures that rest on these kinds of data"
          items={broken}
          ticked={kinds}
          onTick={(ticked) => change({ kinds: ticked })}
        />
        <Fold title="Single figures instead" open={metrics.length > 0}>
          <Ticks
            legend="Figures"
            items={catalogue?.metrics ?? []}
            ticked={metrics}
            onTick={(ticked) => change({ metrics: ticked })}
          />
        </Fold>
        <FormEnd problem={save.error} busy={save.isPending} save="Save the break" onClose={onClose} />
      </form>
    </WindowDialog>
  );
}
