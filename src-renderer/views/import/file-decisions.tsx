// What the analyst says about a whole file: its kind, its sheet, its heading rows, its survey and wave.
import { useId, useState } from 'react';
import type { KindCard } from '../../../src-shared/schemas/catalogue.ts';
import { type Preview, type TextEncoding, textEncoding } from '../../../src-shared/schemas/import.ts';
import { useAsk } from '../../ask.ts';
import { Choice } from '../../parts/choice.tsx';
import { decide } from './lane.ts';
import type { QueuedFile } from './queue.ts';

interface FileDecisionsProps {
  readonly file: QueuedFile;
  readonly kinds: readonly KindCard[];
}

const rowsWords = ['One row', 'Two rows', 'Three rows', 'Four rows'] as const;

/** How many rows of headings there are; `saved` is what the matching that is followed says. */
const headerItems = (saved: number | undefined) => [
  { id: '', label: saved === undefined ? 'Found by Candour' : `As saved: ${headingRows(saved)}` },
  ...rowsWords.map((label, at) => ({ id: String(at + 1), label })),
];
const headingRows = (rows: number): string => rowsWords[rows - 1]?.toLowerCase() ?? `${rows} rows`;

const encodingNames: Readonly<Record<TextEncoding, string>> = {
  'utf-8': 'UTF-8',
  'windows-1252': 'Windows (1252)',
  macintosh: 'Old Mac (Mac Roman)',
  'utf-16le': 'UTF-16, little-endian',
  'utf-16be': 'UTF-16, big-endian',
};
const encodingItems = [
  { id: '', label: 'Found by Candour' },
  ...textEncoding.options.map((id) => ({ id, label: encodingNames[id] })),
];

/** A workbook says itself how it is encoded; where there is no preview, the file's name tells. */
const isText = ({ preview, name }: QueuedFile): boolean =>
  preview ? preview.encoding !== null : !/\.xls\w?$/i.test(name);

/** The name counts once the field is left, so that the file is not read at every letter. */
function SurveyName({ file, preview }: { file: QueuedFile; preview: Preview }) {
  const ids = { name: useId(), list: useId() };
  const { data = [] } = useAsk('survey.questions', {});
  const [name, setName] = useState(file.decisions.instrument ?? '');
  const known = [...new Set(data.map((question) => question.instrument))];
  return (
    <div className="field">
      <label htmlFor={ids.name}>Survey</label>
      <input
        id={ids.name}
        list={ids.list}
        value={name}
        placeholder={preview.instrument ?? undefined}
        onChange={(event) => setName(event.target.value)}
        onBlur={() => decide(file.id, { instrument: name.trim() || undefined })}
      />
      <datalist id={ids.list}>
        {known.map((instrument) => (
          <option key={instrument} value={instrument} />
        ))}
      </datalist>
    </div>
  );
}

function WaveDay({ file, preview }: { file: QueuedFile; preview: Preview }) {
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>Date its wave closed</label>
      <input
        id={id}
        type="date"
        value={file.decisions.wave ?? preview.wave ?? ''}
        onChange={(event) => decide(file.id, { wave: event.target.value || undefined })}
      />
    </div>
  );
}

/** The core could not choose a sheet and named them in its sentence; there is no preview to list them. */
const asksSheet = ({ problem, preview }: QueuedFile): boolean =>
  preview === null && (problem?.code === 'sheet-needed' || problem?.code === 'sheet-not-found');

function SheetName({ file }: { file: QueuedFile }) {
  const id = useId();
  const [name, setName] = useState(file.decisions.sheet ?? '');
  return (
    <div className="field">
      <label htmlFor={id}>Sheet, by its name</label>
      <input
        id={id}
        value={name}
        onChange={(event) => setName(event.target.value)}
        onBlur={() => decide(file.id, { sheet: name.trim() || undefined })}
      />
    </div>
  );
}

export function FileDecisions({ file, kinds }: FileDecisionsProps) {
  const { decisions, preview } = file;
  const sheets = preview?.sheets ?? [];
  const unchosen = preview?.notes.some(({ code }) => code === 'sheet-needed') ?? false;
  return (
    <div className="decisions">
      <Choice
        label="Kind of data"
        value={decisions.kind ?? preview?.kind ?? ''}
        items={kinds.map(({ id, title }) => ({ id, label: title }))}
        onChange={(id) => decide(file.id, { kind: id, mapping: undefined })}
      />
      {sheets.length > 1 ? (
        <Choice
          label="Sheet"
          value={decisions.sheet ?? (unchosen ? '' : (preview?.sheet ?? ''))}
          items={sheets.map((id) => ({ id, label: id }))}
          onChange={(sheet) => decide(file.id, { sheet, mapping: undefined })}
        />
      ) : null}
      {asksSheet(file) ? <SheetName key={decisions.sheet ?? ''} file={file} /> : null}
      <Choice
        label="Headings"
        value={decisions.headerRows ? String(decisions.headerRows) : ''}
        items={headerItems(preview?.mapping.reading?.headerRows)}
        onChange={(rows) => decide(file.id, { headerRows: rows === '' ? undefined : Number(rows) })}
      />
      {isText(file) ? (
        <Choice
          label="Characters"
          value={decisions.encoding ?? ''}
          items={encodingItems}
          onChange={(id) => decide(file.id, { encoding: textEncoding.options.find((own) => own === id) })}
        />
      ) : null}
      {preview && preview.instrument !== null ? (
        <>
          <SurveyName key={file.decisions.instrument ?? ''} file={file} preview={preview} />
          <WaveDay file={file} preview={preview} />
        </>
      ) : null}
    </div>
  );
}
