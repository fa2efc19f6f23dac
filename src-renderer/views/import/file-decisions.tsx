// What the analyst says about a whole file: its kind, its sheet, its heading rows, its survey and wave.
import { useId, useState } from 'react';
import type { KindCard } from '../../../src-shared/schemas/catalogue.ts';
import type { Preview } from '../../../src-shared/schemas/import.ts';
import { useAsk } from '../../ask.ts';
import { Choice } from '../../parts/choice.tsx';
import { decide, type QueuedFile } from './queue.ts';

interface FileDecisionsProps {
  readonly file: QueuedFile;
  readonly preview: Preview | null;
  readonly kinds: readonly KindCard[];
}

const headerItems = [
  { id: '', label: 'Found by Candour' },
  { id: '1', label: 'One row' },
  { id: '2', label: 'Two rows' },
  { id: '3', label: 'Three rows' },
];

function SurveyWave({ file, preview }: Pick<FileDecisionsProps, 'file' | 'preview'>) {
  const ids = { name: useId(), wave: useId(), list: useId() };
  const { data = [] } = useAsk('survey.questions', {});
  const [name, setName] = useState(file.decisions.instrument ?? '');
  const known = [...new Set(data.map((question) => question.instrument))];
  return (
    <>
      <div className="field">
        <label htmlFor={ids.name}>Survey</label>
        <input
          id={ids.name}
          list={ids.list}
          value={name}
          placeholder={preview?.instrument ?? 'Officer survey'}
          onChange={(event) => setName(event.target.value)}
          onBlur={() => decide(file.id, { instrument: name.trim() || undefined })}
        />
        <datalist id={ids.list}>
          {known.map((instrument) => (
            <option key={instrument} value={instrument} />
          ))}
        </datalist>
      </div>
      <div className="field">
        <label htmlFor={ids.wave}>Date its wave closed</label>
        <input
          id={ids.wave}
          type="date"
          value={file.decisions.wave ?? preview?.wave ?? ''}
          onChange={(event) => decide(file.id, { wave: event.target.value || undefined })}
        />
      </div>
    </>
  );
}

export function FileDecisions({ file, preview, kinds }: FileDecisionsProps) {
  const { decisions } = file;
  const kind = decisions.kind ?? preview?.kind ?? '';
  const sheets = preview?.sheets ?? [];
  return (
    <div className="decisions">
      <Choice
        label="Kind of data"
        value={kind}
        items={kinds.map(({ id, title }) => ({ id, label: title }))}
        onChange={(id) => decide(file.id, { kind: id, mapping: undefined })}
      />
      {sheets.length > 1 ? (
        <Choice
          label="Sheet"
          value={decisions.sheet ?? preview?.sheet ?? ''}
          items={sheets.map((id) => ({ id, label: id }))}
          onChange={(sheet) => decide(file.id, { sheet, mapping: undefined })}
        />
      ) : null}
      <Choice
        label="Headings"
        value={decisions.headerRows ? String(decisions.headerRows) : ''}
        items={headerItems}
        onChange={(rows) => decide(file.id, { headerRows: rows === '' ? undefined : Number(rows) })}
      />
      {kind.startsWith('survey') ? <SurveyWave file={file} preview={preview} /> : null}
    </div>
  );
}
