// Asks before an import is undone, wherever the wish came from: the list of imports, the top bar or Ctrl+Z.
import { useEffect } from 'react';
import { Button } from 'react-aria-components';
import type { ImportRecord } from '../../../src-shared/schemas/import.ts';
import { useAsk, useDo } from '../../ask.ts';
import { ProblemPanel } from '../../parts/problem-panel.tsx';
import { WindowDialog } from '../../parts/window-dialog.tsx';
import { type ImportStep, usePlace } from '../../place-context.tsx';
import { countText } from '../../wording.ts';

/** What an import replaced is not kept, so undoing it leaves neither: said before, and by name. */
function Gap({ replaced }: Pick<ImportRecord, 'replaced'>) {
  if (replaced === null) return null;
  return (
    <p className="notice">
      {`It took the place of ${replaced.file} (${countText(replaced.rows, 'row')}), whose rows went then and do not come back. To have them again, import ${replaced.file} again after undoing this.`}
    </p>
  );
}

function Question({ step, onClose }: { step: ImportStep; onClose: () => void }) {
  const { forgetImport } = usePlace();
  const undo = useDo('import.undo');
  const list = useAsk('import.list', {});
  const record = list.data?.find(({ importId }) => importId === step.importId);
  const problem = undo.error ?? list.error;
  const done = () => {
    forgetImport(step.importId);
    onClose();
  };
  return (
    <WindowDialog
      title={`Undo the import of ${step.file} (${countText(step.accepted, 'row')})?`}
      open
      onClose={onClose}
    >
      <p>
        Its rows will be taken out of the workspace, whole. Redo does not bring an import back, but the file
        itself is not touched: import it again if you need it.
      </p>
      {record ? <Gap replaced={record.replaced} /> : null}
      {problem ? <ProblemPanel problem={problem} /> : null}
      <div className="row end">
        <Button className="button" onPress={onClose}>
          Keep the import
        </Button>
        <Button
          className="button primary"
          isDisabled={undo.isPending || list.isPending}
          onPress={() => undo.mutate({ importId: step.importId }, { onSuccess: done })}
        >
          Undo this import
        </Button>
      </div>
    </WindowDialog>
  );
}

/** The question, where one is asked. Another workspace has other imports, so a change of it forgets them. */
export function UndoImport({ workspace }: { workspace: string | null }) {
  const { asked, ask, forgetImport } = usePlace();
  // biome-ignore lint/correctness/useExhaustiveDependencies: the change of the workspace is what counts
  useEffect(() => {
    ask(null);
    forgetImport(null);
  }, [workspace, ask, forgetImport]);
  return asked ? <Question key={asked.importId} step={asked} onClose={() => ask(null)} /> : null;
}
