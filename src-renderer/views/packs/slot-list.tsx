// The sheets of a pack as slots in their order: what each holds, what is missing, what is hidden; one is looked at.
import type { PreviewSheet } from '../../../src-shared/schemas/pack-preview.ts';
import { countText } from '../../wording.ts';

/** "12 rows, 2 charts, 3 hidden". */
function holds({ rows, charts, hidden, missing }: PreviewSheet): string {
  if (missing !== null) return 'Says what is missing';
  const parts = [
    countText(rows.length, 'row'),
    charts.length > 0 ? countText(charts.length, 'chart') : '',
    hidden.own + hidden.others > 0 ? `${hidden.own + hidden.others} hidden` : '',
  ];
  return parts.filter(Boolean).join(', ');
}

interface SlotListProps {
  readonly sheets: readonly PreviewSheet[];
  readonly chosen: string;
  readonly onChoose: (name: string) => void;
}

export function SlotList({ sheets, chosen, onChoose }: SlotListProps) {
  return (
    <nav aria-label="Sheets of the pack">
      <ol className="slots">
        {sheets.map((sheet) => (
          <li key={sheet.name}>
            <button
              type="button"
              className={sheet.missing === null ? 'slot' : 'slot lacking'}
              aria-current={sheet.name === chosen ? 'true' : undefined}
              onClick={() => onChoose(sheet.name)}
            >
              <span className="slot-name">{sheet.name}</span>
              <span className="slot-holds">{holds(sheet)}</span>
            </button>
          </li>
        ))}
      </ol>
    </nav>
  );
}
