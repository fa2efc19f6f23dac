// The desk: slots at the left, the chosen sheet as it will look at the right, what is hidden above both.
import type { Input } from '../../../src-shared/contract.ts';
import { useLook } from '../../ask.ts';
import { Fold } from '../../parts/fold.tsx';
import { NoteList } from '../../parts/note-list.tsx';
import { ProblemPanel } from '../../parts/problem-panel.tsx';
import { usePlace } from '../../place-context.tsx';
import { countText } from '../../wording.ts';
import { hiddenText } from './pack-words.ts';
import { SheetPreview } from './sheet-preview.tsx';
import { SlotList } from './slot-list.tsx';

interface SheetDeskProps {
  readonly request: Input<'pack.preview'> | null;
  /** The built pack that the sheets are of; cells are then explained from its manifest. */
  readonly pack?: string;
  /** What stands under the slots. */
  readonly children?: React.ReactNode;
}

export function SheetDesk({ request, pack, children }: SheetDeskProps) {
  const { place, pick } = usePlace();
  const { data, error, isFetching, refetch } = useLook('pack.preview', request);
  if (error && !isFetching) {
    return (
      <ProblemPanel problem={error}>
        <button type="button" className="button" onClick={() => void refetch()}>
          Look again
        </button>
      </ProblemPanel>
    );
  }
  if (!data) return <p aria-busy="true">Describing the sheets from the figures…</p>;
  const sheet = data.sheets.find(({ name }) => name === place.pick.sheet) ?? data.sheets[0];
  const missing = data.sheets.filter((one) => one.missing !== null).length;
  const choose = (name: string) => pick({ sheet: name, cell: null });
  return (
    <div className={isFetching ? 'pack-desk asking' : 'pack-desk'} aria-busy={isFetching}>
      <p className="desk-told" aria-live="polite">
        <strong>{`${countText(data.sheets.length, 'sheet')}.`}</strong>{' '}
        {missing > 0 ? `${countText(missing, 'sheet says', 'sheets say')} what is missing. ` : ''}
        {hiddenText(data.hidden)}
      </p>
      <Fold title="Why numbers are hidden">
        <ul className="plain-list">
          {data.rules.map((rule) => (
            <li key={rule}>{rule}</li>
          ))}
        </ul>
      </Fold>
      <NoteList notes={data.notes} />
      <div className="desk-parts">
        <div className="desk-side">
          <SlotList sheets={data.sheets} chosen={sheet?.name ?? ''} onChoose={choose} />
          {children}
        </div>
        {sheet ? (
          <SheetPreview
            key={sheet.name}
            preview={data}
            sheet={sheet}
            found={place.pick.cell ?? null}
            pack={pack ?? null}
            onSheet={choose}
          />
        ) : null}
      </div>
    </div>
  );
}
