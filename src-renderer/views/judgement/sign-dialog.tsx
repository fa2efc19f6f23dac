// Records a sign-off of the answers as they stand. The officer's own takes the officer's key.
import { useState } from 'react';
import { Button } from 'react-aria-components';
import type { JudgementRecord } from '../../../src-shared/schemas/judgement.ts';
import { type SignOffStageId, signOffStages } from '../../../src-shared/vocabulary/judgement.ts';
import { useAsk, useDo } from '../../ask.ts';
import { FormEnd } from '../../parts/form-end.tsx';
import { WindowDialog } from '../../parts/window-dialog.tsx';
import { usePlace } from '../../place-context.tsx';
import { countText } from '../../wording.ts';
import { UnlockForm } from '../officer/unlock-form.tsx';
import { LineField, lastRole, type Role, RoleField, SecondLook, WordsField } from './fields.tsx';

interface SignDialogProps {
  readonly record: JudgementRecord;
  readonly stage: SignOffStageId;
  readonly onClose: () => void;
}

const roles: Partial<Record<SignOffStageId, Role>> = { 'monitoring-officer': 'Monitoring Officer' };

/** What has to be done before the officer can sign; null when the key is unlocked. */
function Key({ onClose }: { onClose: () => void }) {
  const { data } = useAsk('officer.status', {}, true);
  const { go } = usePlace();
  if (!data) return <p>Reading the key…</p>;
  if (data.key) return <UnlockForm />;
  return (
    <>
      <p>No Monitoring Officer’s key is set, and this sign-off takes it. Set it on the officer’s screen.</p>
      <div className="row end">
        <Button className="button" onPress={onClose}>
          Cancel
        </Button>
        <Button className="button primary" onPress={() => go({ view: 'officer' })}>
          Go to Monitoring Officer
        </Button>
      </div>
    </>
  );
}

function SignForm({ record, stage, onClose }: SignDialogProps) {
  const [said, setSaid] = useState({
    date: '',
    reference: '',
    note: '',
    role: roles[stage] ?? lastRole(),
    confirm: false,
  });
  const change = (part: Partial<typeof said>) => setSaid((before) => ({ ...before, ...part }));
  const save = useDo('judgement.sign');
  const signed = record.answers.filter(
    ({ question, current }) => current !== null && signOffStages[stage].covers.includes(question),
  );
  const moved = signed.flatMap(({ evidence }) =>
    evidence.filter(({ withdrawn, figure }) => withdrawn === null && (figure?.changed.length ?? 0) > 0),
  );
  const submit = (event: React.FormEvent) => {
    event.preventDefault();
    const { note, ...rest } = said;
    const covers = Object.fromEntries(
      signed.map(({ question, current }) => [question, current?.version ?? 0]),
    );
    save.mutate(
      { year: record.year, stage, covers, ...rest, ...(note.trim() === '' ? {} : { note }) },
      { onSuccess: onClose },
    );
  };
  return (
    <form className="form" onSubmit={submit}>
      <p>It covers the answers as they stand:</p>
      <ul className="plain">
        {signed.map(({ question, title, current }) => (
          <li key={question}>{`${title} Version ${current?.version}, ${current?.confidence} confidence.`}</li>
        ))}
      </ul>
      {moved.length > 0 ? (
        <p className="notice">
          {`${countText(moved.length, 'linked figure says', 'linked figures say')} something else today than when linked. What was relied on stands beside what it says today.`}
        </p>
      ) : null}
      <LineField
        label="Day of the meeting or the decision"
        type="date"
        max={new Date().toISOString().slice(0, 10)}
        value={said.date}
        onChange={(date) => change({ date })}
      />
      <LineField
        label="Minute or agenda reference"
        value={said.reference}
        onChange={(reference) => change({ reference })}
      />
      <WordsField
        optional
        label="Note, if any"
        rows={3}
        value={said.note}
        onChange={(note) => change({ note })}
      />
      <RoleField value={said.role} onChange={(role) => change({ role })} />
      <SecondLook error={save.error} confirm={said.confirm} onChange={(confirm) => change({ confirm })} />
      <FormEnd problem={save.error} busy={save.isPending} save="Record the sign-off" onClose={onClose} />
    </form>
  );
}

export function SignDialog(props: SignDialogProps) {
  const { stage, onClose } = props;
  const officers = stage === 'monitoring-officer';
  const { data } = useAsk('officer.status', officers ? {} : null, true);
  return (
    <WindowDialog title={`Sign-off: ${signOffStages[stage].title}`} open onClose={onClose}>
      {officers && !data?.unlocked ? <Key onClose={onClose} /> : <SignForm {...props} />}
    </WindowDialog>
  );
}
