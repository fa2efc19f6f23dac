// Whether this file corrects an import that is here: see what would change first, then replace it or add to it.
import { useId, useState } from 'react';
import { Button } from 'react-aria-components';
import type { Comparison } from '../../../src-shared/schemas/again.ts';
import type {
  EarlierImport,
  ImportRecord,
  ImportRequest,
  Preview,
} from '../../../src-shared/schemas/import.ts';
import { useAsk, useDo } from '../../ask.ts';
import { Choice } from '../../parts/choice.tsx';
import { Fold } from '../../parts/fold.tsx';
import { ProblemPanel } from '../../parts/problem-panel.tsx';
import { countText, dayText } from '../../wording.ts';
import { useCatalogue } from '../../workspace.tsx';
import { ComparisonTable } from './comparison-table.tsx';
import { agree } from './lane.ts';
import { type QueuedFile, requestOf } from './queue.ts';
import { clashOf } from './standing.ts';

interface CorrectionProps {
  readonly file: QueuedFile;
  readonly preview: Preview;
}

const relationWords = (earlier: EarlierImport): string => {
  const of = `${earlier.file}, imported ${dayText(earlier.importedAt)}`;
  if (earlier.relation === 'same-bytes') return `The same bytes as ${of}.`;
  if (earlier.relation === 'same-keys') {
    return `${countText(earlier.sharedRows, 'row')} of it came before with ${of}.`;
  }
  return earlier.relation === 'same-wave'
    ? `The same wave of the survey came with ${of}.`
    : `It covers some of the same days as ${of}.`;
};

function Consent({ file, importId, name }: { file: QueuedFile; importId: string; name: string }) {
  const group = useId();
  const { replace, again } = file.consent;
  const ways = [
    {
      words: `Replace the import of ${name}: its rows go, these come, in one step`,
      chosen: replace === importId,
      choose: () => agree(file.id, { replace: importId, again: undefined }),
    },
    {
      words: 'Add these rows to what is there',
      chosen: again === true,
      choose: () => agree(file.id, { again: true, replace: undefined }),
    },
    {
      words: 'Not decided',
      chosen: replace === undefined && again === undefined,
      choose: () => agree(file.id, { again: undefined, replace: undefined }),
    },
  ];
  return (
    <fieldset className="ways">
      <legend>What should become of the earlier import?</legend>
      {ways.map(({ words, chosen, choose }) => (
        <label key={words} className="check">
          <input type="radio" name={group} checked={chosen} onChange={choose} />
          {words}
        </label>
      ))}
      {replace === importId ? (
        <p className="aside">{`Undoing this import later does not bring the rows of ${name} back: keep that file to import it again.`}</p>
      ) : null}
    </fieldset>
  );
}

interface Compared {
  readonly asked: string;
  readonly comparison: Comparison;
}

interface CompareProps {
  readonly file: QueuedFile;
  readonly against: ImportRecord;
}

function CompareWith({ file, against }: CompareProps) {
  const kind = useCatalogue()?.kinds.find(({ id }) => id === against.kind);
  const compare = useDo('import.compare');
  const [seen, setSeen] = useState<Compared | null>(null);
  const request: ImportRequest | null = requestOf(file);
  const asked = JSON.stringify({ ...request, importId: against.importId });
  const look = () => {
    if (!request) return;
    compare.mutate(
      { ...request, importId: against.importId },
      { onSuccess: (comparison) => setSeen({ asked, comparison }) },
    );
  };
  return (
    <>
      <div className="row">
        <Button className="button" isDisabled={compare.isPending} onPress={look}>
          {compare.isPending ? 'Comparing…' : 'See what would change'}
        </Button>
      </div>
      {compare.error ? <ProblemPanel problem={compare.error} /> : null}
      {seen?.asked === asked ? <ComparisonTable comparison={seen.comparison} kind={kind} /> : null}
      <Consent file={file} importId={against.importId} name={against.file} />
    </>
  );
}

const recordWords = (record: ImportRecord): string =>
  `${record.file}, ${dayText(record.importedAt)}, ${countText(record.accepted, 'row')}`;

/** Any import of the same kind may be what this file corrects; those that share rows are named first. */
export function Correction({ file, preview }: CorrectionProps) {
  const { data = [] } = useAsk('import.list', {});
  const [chosen, setChosen] = useState<string | null>(null);
  const related = preview.earlier.filter(({ relation }) => relation !== 'same-bytes');
  const same = data.filter(({ kind }) => kind === preview.kind);
  if (same.length === 0) return null;
  const id = chosen ?? file.consent.replace ?? related[0]?.importId ?? '';
  const against = same.find(({ importId }) => importId === id);
  return (
    <Fold
      title="This corrects an earlier import: see what would change"
      open={clashOf(preview) !== undefined || file.consent.replace !== undefined}
    >
      {related.map((earlier) => (
        <p key={`${earlier.importId} ${earlier.relation}`}>{relationWords(earlier)}</p>
      ))}
      <Choice
        label="Which import"
        value={id}
        items={same.map((record) => ({ id: record.importId, label: recordWords(record) }))}
        onChange={(importId) => {
          setChosen(importId);
          agree(file.id, { replace: undefined, again: undefined });
        }}
      />
      {against ? <CompareWith key={against.importId} file={file} against={against} /> : null}
    </Fold>
  );
}
