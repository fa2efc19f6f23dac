// Checks any workbook, ours or not: drop or choose an .xlsx, choose the form, read what breaks which rule.
// The file is looked at and forgotten: nothing of it is imported.
import { FileSearch } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { Button } from 'react-aria-components';
import { cache, useAsk, wordsOf } from '../../ask.ts';
import { call, desktopPick, type ReceivedFile, sendFile } from '../../client.ts';
import { Choice } from '../../parts/choice.tsx';
import { EmptyState } from '../../parts/empty-state.tsx';
import { ProblemPanel } from '../../parts/problem-panel.tsx';
import { usePlace } from '../../place-context.tsx';
import { CheckFindings } from './check-report.tsx';
import { profileWords } from './pack-words.ts';

type Profile = keyof typeof profileWords;
type Problem = ReturnType<typeof wordsOf>;

const profiles = (Object.keys(profileWords) as Profile[]).map((id) => ({ id, label: profileWords[id] }));

/** Forgets the file that was checked, its report too. */
async function forget({ file }: ReceivedFile): Promise<void> {
  cache.removeQueries({
    predicate: ({ queryKey: [name, input] }) => name === 'pack.check' && JSON.stringify(input).includes(file),
  });
  await call('file.discard', { file });
}

/** Takes files that are dropped on this screen before the window takes them for imports. */
function useDrop(take: (file: File) => void): void {
  const latest = useRef(take);
  latest.current = take;
  useEffect(() => {
    const over = (event: DragEvent) => {
      if (!event.dataTransfer?.types.includes('Files')) return;
      event.preventDefault();
      event.stopImmediatePropagation();
    };
    const drop = (event: DragEvent) => {
      over(event);
      const [file] = event.dataTransfer?.files ?? [];
      if (file) latest.current(file);
    };
    const options = { capture: true };
    addEventListener('dragenter', over, options);
    addEventListener('dragover', over, options);
    addEventListener('drop', drop, options);
    return () => {
      removeEventListener('dragenter', over, options);
      removeEventListener('dragover', over, options);
      removeEventListener('drop', drop, options);
    };
  }, []);
}

function Report({ held, profile }: { held: ReceivedFile; profile: Profile }) {
  const { data, error, isFetching } = useAsk('pack.check', { file: held.file, profile });
  if (error) return <ProblemPanel problem={error} />;
  if (!data || isFetching) return <p aria-busy="true">{`Checking ${held.name}…`}</p>;
  return <CheckFindings report={data} />;
}

export function CheckView() {
  const { place, pick } = usePlace();
  const [held, setHeld] = useState<ReceivedFile | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [sending, setSending] = useState(false);
  const now = useRef(held);
  now.current = held;
  useEffect(
    () => () => {
      if (now.current) void forget(now.current).catch(() => undefined);
    },
    [],
  );
  const input = useRef<HTMLInputElement>(null);
  const profile = profiles.find(({ id }) => id === place.pick.checked)?.id ?? 'published';
  const hold = (next: ReceivedFile | null) => {
    if (held) void forget(held).catch(() => undefined);
    setHeld(next);
  };
  const take = (file: File) => {
    setSending(true);
    setProblem(null);
    sendFile(file)
      .then(hold, (error: unknown) => setProblem(wordsOf(error)))
      .finally(() => setSending(false));
  };
  useDrop(take);
  const choose = () => {
    const onDesktop = desktopPick();
    if (!onDesktop) return input.current?.click();
    void onDesktop().then(([reply]) => {
      if (!reply) return;
      if (reply.ok) hold(reply.value);
      else setProblem(reply.error);
    });
  };
  return (
    <section className="block" aria-label="Check a workbook">
      <h2>Check a workbook</h2>
      <p>
        Any .xlsx, made here or not, is held against the rules for accessible and safe workbooks. It is read
        and forgotten: nothing of it is imported.
      </p>
      <div className="chooser">
        <p>Drop a workbook anywhere on this screen, or choose one.</p>
        <div className="row">
          <Button className="button primary" isDisabled={sending} onPress={choose}>
            <FileSearch aria-hidden="true" />
            Choose a workbook
          </Button>
          {held ? (
            <Button className="button" onPress={() => hold(null)}>
              Forget it
            </Button>
          ) : null}
        </div>
        <input
          ref={input}
          className="only-heard"
          type="file"
          accept=".xlsx"
          tabIndex={-1}
          aria-label="Workbook to check"
          onChange={(event) => {
            const [file] = event.target.files ?? [];
            event.target.value = '';
            if (file) take(file);
          }}
        />
      </div>
      <div className="decisions">
        <Choice label="Form" value={profile} items={profiles} onChange={(id) => pick({ checked: id })} />
      </div>
      {problem ? <ProblemPanel problem={problem} /> : null}
      {sending ? <p aria-busy="true">Handing the workbook over…</p> : null}
      {held ? (
        <>
          <h3>{held.name}</h3>
          <Report held={held} profile={profile} />
        </>
      ) : (
        <EmptyState
          title="No workbook yet"
          text="The report lists what breaks a rule, errors first, each with its sheet, its cell and how to mend it."
        />
      )}
    </section>
  );
}
