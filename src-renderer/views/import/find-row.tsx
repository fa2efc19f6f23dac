// Finds a row of an import again: the analyst offers the file, Candour knows it by its bytes and shows the row.
import { useId, useRef, useState } from 'react';
import { Button } from 'react-aria-components';
import type { FoundRow } from '../../../src-shared/schemas/again.ts';
import type { KindCard } from '../../../src-shared/schemas/catalogue.ts';
import type { ImportRecord } from '../../../src-shared/schemas/import.ts';
import { useDo, wordsOf } from '../../ask.ts';
import { call, sendFile } from '../../client.ts';
import { ProblemPanel } from '../../parts/problem-panel.tsx';
import { WindowDialog } from '../../parts/window-dialog.tsx';
import { numberText } from '../../wording.ts';
import { useCatalogue } from '../../workspace.tsx';
import { cellWords, fieldTitle } from './stored-words.ts';

const outcomes: Record<FoundRow['outcome'], string> = {
  accepted: 'This row was imported.',
  rejected: 'This row was left out.',
  'not-a-record': 'This row is a heading, a title or a total, and no record.',
};

function Pairs({ title, pairs }: { title: string; pairs: readonly (readonly [string, string])[] }) {
  if (pairs.length === 0) return null;
  return (
    <div>
      <h3>{title}</h3>
      <dl className="facts">
        {pairs.map(([name, value], index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a file may have one heading twice
          <div key={`${index} ${name}`}>
            <dt>{name || '(no heading)'}</dt>
            <dd>{value || '(empty)'}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}

function Found({ found, kind }: { found: FoundRow; kind: KindCard | undefined }) {
  return (
    <div role="status" className="found">
      <p>
        <strong>{`Row ${numberText(found.row)} of ${found.file}. ${outcomes[found.outcome]}`}</strong>
      </p>
      {found.problems.map((problem) => (
        <p key={`${problem.column} ${problem.code}`}>{`${problem.column}: ${problem.reason}`}</p>
      ))}
      <div className="found-pairs">
        <Pairs
          title="In your file"
          pairs={found.cells.map(({ header, value }) => [header, value] as const)}
        />
        <Pairs
          title="In the workspace, people as pseudonyms"
          pairs={found.stored.map(
            ({ column, value }) => [fieldTitle(kind, column), cellWords(value)] as const,
          )}
        />
      </div>
    </div>
  );
}

/** Hands the file over, asks for the row, and has the core forget the file again. */
function useFinding(record: ImportRecord) {
  const find = useDo('import.findRow');
  const [problem, setProblem] = useState<ReturnType<typeof wordsOf> | null>(null);
  const [busy, setBusy] = useState(false);
  const run = async (source: File, row: number) => {
    setBusy(true);
    setProblem(null);
    find.reset();
    try {
      const { file } = await sendFile(source);
      try {
        await find.mutateAsync({ file, importId: record.importId, row });
      } finally {
        await call('file.discard', { file });
      }
    } catch (error) {
      setProblem(wordsOf(error));
    }
    setBusy(false);
  };
  return { run, busy, problem, found: find.data };
}

export function FindRow({ record, onClose }: { record: ImportRecord; onClose: () => void }) {
  const ids = { file: useId(), row: useId() };
  const input = useRef<HTMLInputElement>(null);
  const [row, setRow] = useState('2');
  const [source, setSource] = useState<File | null>(null);
  const { run, busy, problem, found } = useFinding(record);
  const kind = useCatalogue()?.kinds.find(({ id }) => id === record.kind);
  const number = Number(row);
  const isRow = Number.isInteger(number) && number >= 1;
  return (
    <WindowDialog title={`Find a row of ${record.file}`} open onClose={onClose} className="wide">
      <p>
        The file itself is not kept, because it holds names. Offer it again: Candour knows it by its bytes,
        shows the row and what became of it, and forgets the file.
      </p>
      <form
        className="decisions"
        onSubmit={(event) => {
          event.preventDefault();
          if (source && isRow) void run(source, number);
        }}
      >
        <div className="field">
          <label htmlFor={ids.file}>The file</label>
          <input
            ref={input}
            id={ids.file}
            type="file"
            onChange={(event) => setSource(event.target.files?.[0] ?? null)}
          />
        </div>
        <div className="field">
          <label htmlFor={ids.row}>Row, counted from 1 with the headings</label>
          <input
            id={ids.row}
            type="number"
            min={1}
            value={row}
            onChange={(event) => setRow(event.target.value)}
          />
        </div>
        <Button className="button primary" type="submit" isDisabled={busy || !source || !isRow}>
          {busy ? 'Looking…' : 'Find this row'}
        </Button>
      </form>
      {problem ? <ProblemPanel problem={problem} /> : null}
      {found ? <Found found={found} kind={kind} /> : null}
      <div className="row end">
        <Button className="button" onPress={onClose}>
          Close
        </Button>
      </div>
    </WindowDialog>
  );
}
