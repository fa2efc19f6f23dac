// Releases a pack, by the second person: whoever holds the officer's passphrase. Afterwards: withdraw, verify.
// The rule: a button that cannot be pressed says why, in words, beside it.
import { useId, useState } from 'react';
import { Button } from 'react-aria-components';
import type { CheckReport } from '../../../src-shared/schemas/check.ts';
import type { ListedPack } from '../../../src-shared/schemas/pack.ts';
import { useAsk, useDo } from '../../ask.ts';
import { FormEnd } from '../../parts/form-end.tsx';
import { ProblemPanel } from '../../parts/problem-panel.tsx';
import { WindowDialog } from '../../parts/window-dialog.tsx';
import { toHash } from '../../place.ts';
import { usePlace } from '../../place-context.tsx';
import { momentText } from '../../wording.ts';
import { type Officer, whyNot } from './why-not.ts';

function OfficerLink({ officer }: { officer: Officer }) {
  const { place, go } = usePlace();
  if (officer.unlocked) return null;
  return (
    <a
      className="button"
      href={toHash({ ...place, view: 'officer' })}
      onClick={(event) => {
        event.preventDefault();
        go({ view: 'officer' });
      }}
    >
      {officer.key ? 'Go and unlock the key' : 'Go and set the key'}
    </a>
  );
}

export function ReleaseDraft({ pack, report }: { pack: ListedPack; report: CheckReport | undefined }) {
  const officer = useAsk('officer.status', {}, true);
  const release = useDo('pack.release');
  const why = whyNot(pack, report, officer.data);
  const id = useId();
  return (
    <section className="block" aria-label="Release">
      <h3>Release</h3>
      <p>
        {`Prepared by ${pack.preparedBy}, ${momentText(pack.builtAt)}. A second person releases it: whoever holds the Monitoring Officer’s passphrase. Released, it is frozen as issue ${pack.issue}, and later figures are held against what it tells.`}
      </p>
      {why.length > 0 ? (
        <ul className="warnings" id={id}>
          {why.map((text) => (
            <li key={text}>{text}</li>
          ))}
        </ul>
      ) : null}
      <div className="row">
        <Button
          className="button primary"
          isDisabled={why.length > 0 || release.isPending}
          {...(why.length > 0 ? { 'aria-describedby': id } : {})}
          onPress={() => release.mutate({ pack: pack.pack })}
        >
          {release.isPending ? 'Releasing…' : `Release as issue ${pack.issue}`}
        </Button>
        {officer.data ? <OfficerLink officer={officer.data} /> : null}
      </div>
      {release.error ? <ProblemPanel problem={release.error} /> : null}
    </section>
  );
}

function WithdrawDialog({ pack, onClose }: { pack: ListedPack; onClose: () => void }) {
  const withdraw = useDo('pack.withdraw');
  const [reason, setReason] = useState('');
  const [confirm, setConfirm] = useState(false);
  const [reasonId, confirmId] = [useId(), useId()];
  const screened = withdraw.error?.code === 'pack-names-somebody' || confirm;
  const submit = (event: React.FormEvent) => {
    event.preventDefault();
    withdraw.mutate({ pack: pack.pack, reason, ...(confirm ? { confirm } : {}) }, { onSuccess: onClose });
  };
  return (
    <WindowDialog title={`Withdraw ${pack.title}, issue ${pack.issue}`} open onClose={onClose}>
      <form className="form" onSubmit={submit}>
        <p>It is kept and marked as withdrawn; what it told stays told.</p>
        <div className="field">
          <label htmlFor={reasonId}>Why it is withdrawn</label>
          <textarea
            id={reasonId}
            rows={3}
            required
            minLength={10}
            maxLength={500}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
          <p className="hint">10 characters or more. Name no person.</p>
        </div>
        {screened ? (
          <p className="row">
            <input
              id={confirmId}
              type="checkbox"
              checked={confirm}
              onChange={(event) => setConfirm(event.target.checked)}
            />
            <label htmlFor={confirmId}>I have looked: it names nobody, and may stay.</label>
          </p>
        ) : null}
        <FormEnd
          problem={withdraw.error}
          busy={withdraw.isPending}
          save="Withdraw the pack"
          onClose={onClose}
        />
      </form>
    </WindowDialog>
  );
}

function Verdict({ pack }: { pack: string }) {
  const { data, error } = useAsk('pack.verify', { pack }, true);
  if (error) return <ProblemPanel problem={error} />;
  if (!data) return <p aria-busy="true">Comparing the files with what was released…</p>;
  return (
    <p className={data.holds ? 'check-verdict' : 'check-verdict failed'} role="status">
      {data.reading}
    </p>
  );
}

/** What can be done with a pack that was released. */
export function ReleasedPack({ pack }: { pack: ListedPack }) {
  const officer = useAsk('officer.status', {}, true);
  const [withdrawing, setWithdrawing] = useState(false);
  const [verifying, setVerifying] = useState(false);
  const { withdrawn, releasedAt, releasedBy, preparedBy, issue } = pack;
  const locked = officer.data !== undefined && !officer.data.unlocked;
  return (
    <section className="block" aria-label="Release">
      <h3>{`Issue ${issue}`}</h3>
      <p>{`Prepared by ${preparedBy}, released by ${releasedBy ?? 'nobody'}${releasedAt === null ? '' : `, ${momentText(releasedAt)}`}.`}</p>
      {withdrawn ? (
        <p className="notice">{`Withdrawn by ${withdrawn.by}, ${momentText(withdrawn.at)}: ${withdrawn.reason}`}</p>
      ) : null}
      <div className="row">
        <Button className="button" onPress={() => setVerifying(true)}>
          Verify the frozen files
        </Button>
        {withdrawn ? null : (
          <Button className="button" isDisabled={locked} onPress={() => setWithdrawing(true)}>
            Withdraw it
          </Button>
        )}
        {officer.data && !withdrawn ? <OfficerLink officer={officer.data} /> : null}
      </div>
      {locked && !withdrawn ? (
        <p className="aside">It can be withdrawn while the Monitoring Officer’s key is unlocked.</p>
      ) : null}
      {verifying ? <Verdict pack={pack.pack} /> : null}
      {withdrawing ? <WithdrawDialog pack={pack} onClose={() => setWithdrawing(false)} /> : null}
    </section>
  );
}
