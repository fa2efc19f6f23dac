// Says where a cell of a pack comes from: the figure, its definition, filters, base, what hides it, the imports.
// Of a pack that is built the core answers from its manifest; before that from what the preview carries.

import type { Explanation } from '../../../src-shared/schemas/explain.ts';
import type { PackPreview, PreviewCell, PreviewSheet } from '../../../src-shared/schemas/pack-preview.ts';
import { isOfLimits } from '../../../src-shared/vocabulary/warnings.ts';
import { useAsk } from '../../ask.ts';
import { Fold } from '../../parts/fold.tsx';
import { NoteList } from '../../parts/note-list.tsx';
import { ProblemPanel } from '../../parts/problem-panel.tsx';
import { WindowDialog } from '../../parts/window-dialog.tsx';
import { countText, dayText, idText, numberText } from '../../wording.ts';
import { cellName, partWords } from './pack-words.ts';
import type { CellPlace } from './preview-table.tsx';
import { RowsBehind } from './rows-behind.tsx';

/** One number behind a cell, whichever way it is known. */
type Told = Explanation['sources'][number];
type ShownSource = Omit<Told, 'today' | 'interval' | 'imports' | 'hiddenFor'> & {
  readonly hiddenFor?: Told['hiddenFor'];
  readonly today?: Told['today'];
  readonly imports: readonly { importId: string; file: string; sha256: string; rows: number }[];
};

interface Explained {
  readonly reading: string;
  readonly sources: readonly ShownSource[];
}

const kinds: Readonly<Record<PreviewCell['look'], string>> = {
  text: 'Words that describe the sheet, its periods and groups, or what people typed. They show no figure.',
  number: 'A number from what was recorded or imported, not from a figure.',
  mark: 'A mark instead of a number: the line above the table says what it means.',
  date: 'A day from what people typed or settled.',
  link: 'A link to another sheet.',
  blank: 'A blank cell: the line above the table says what blanks mean.',
};

/** What the preview itself knows of a cell. */
function fromPreview({ figures }: PackPreview, cell: PreviewCell): Explained {
  const sources = (cell.of ?? []).flatMap((source): ShownSource[] => {
    const figure = figures.find(({ id }) => id === source.figure);
    if (!figure) return [];
    const { id, reading, ...card } = figure;
    return [{ ...source, ...card, metric: id, period: dayText(source.from), figureReading: reading }];
  });
  return { reading: sources.length === 0 ? kinds[cell.look] : '', sources };
}

const hiddenWords = {
  itself: 'It is small by itself.',
  others: 'It is hidden so that others cannot be worked out.',
} as const;

const groupText = ({ group, across }: ShownSource): string =>
  [group, across].filter((name) => name !== null).join(', ') || 'The whole';

function Source({ source }: { source: ShownSource }) {
  const filters = Object.entries(source.filters);
  return (
    <section className="explained">
      <h3>{source.title}</h3>
      <p>{source.definition}</p>
      <dl className="facts">
        {(
          [
            ['It shows', `${partWords[source.part]}: ${source.shown}`],
            ['Period from', source.period],
            ['Group', groupText(source)],
            ['Rests on', source.base === null ? 'Not told' : numberText(source.base)],
            ...(source.suppressed === null
              ? []
              : [['Why there is no number', source.reason ?? 'Not available']]),
            ...(source.hiddenFor ? [['Hidden', hiddenWords[source.hiddenFor]]] : []),
            ['Filters', filters.map(([name, value]) => `${idText(name)}: ${value}`).join('; ') || 'None'],
            ['Divided by', source.split === null ? 'Nothing' : idText(source.split)],
            ['Asked for by', source.clause],
            ...(source.today ? [['Today', source.today.reading]] : []),
          ] as const
        ).map(([name, text]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
      {source.caveat ? <p className="caveat">{source.caveat}</p> : null}
      <NoteList
        notes={
          source.part === 'limits' ? source.warnings : source.warnings.filter((note) => !isOfLimits(note))
        }
      />
      <Fold title={`Method, what is hidden, and ${countText(source.imports.length, 'import')} behind it`}>
        <p>{source.method}</p>
        <p>{source.rule}</p>
        <ul className="sources">
          {source.imports.map(({ importId, file, sha256, rows }) => (
            <li key={importId}>
              {`${file}, ${countText(rows, 'row')}, SHA-256 `}
              <code>{sha256}</code>
            </li>
          ))}
        </ul>
      </Fold>
    </section>
  );
}

function Explanations({ reading, sources }: Explained) {
  return (
    <>
      {reading ? <p>{reading}</p> : null}
      {sources.map((source, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two numbers of one figure may be alike; they keep their order
        <Source key={index} source={source} />
      ))}
    </>
  );
}

function OfPack({ pack, sheet, cell }: { pack: string; sheet: string; cell: string }) {
  const request = { of: { pack }, sheet, cell };
  const { data, error } = useAsk('pack.explain', request);
  if (error) return <ProblemPanel problem={error} />;
  if (!data) return <p>Reading what stands behind it…</p>;
  return (
    <>
      <Explanations reading={data.reading} sources={data.sources} />
      {data.sources.length > 0 ? <RowsBehind request={request} /> : null}
    </>
  );
}

interface ExplainDialogProps {
  readonly preview: PackPreview;
  readonly sheet: PreviewSheet;
  readonly place: CellPlace;
  /** The built pack whose cells are explained; null before it is built. */
  readonly pack: string | null;
  readonly onClose: () => void;
}

export function ExplainDialog({ preview, sheet, place, pack, onClose }: ExplainDialogProps) {
  const cell = sheet.rows[place.row]?.[place.column];
  if (!cell) return null;
  const name = cellName(sheet.headerRow, place.row, place.column);
  const header = sheet.columns[place.column]?.header ?? '';
  const row = sheet.rows[place.row]?.[0]?.text ?? '';
  return (
    <WindowDialog title={`${sheet.name}, cell ${name}`} open onClose={onClose} className="wide">
      <p className="cell-told">
        <strong>{cell.text || 'Blank'}</strong>
        {` ${header}${place.column > 0 && row ? `, ${row}` : ''}`}
      </p>
      {pack ? (
        <OfPack pack={pack} sheet={sheet.name} cell={name} />
      ) : (
        <Explanations {...fromPreview(preview, cell)} />
      )}
      <div className="row end">
        <button type="button" className="button" onClick={onClose}>
          Close
        </button>
      </div>
    </WindowDialog>
  );
}
