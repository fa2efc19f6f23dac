// The Monitoring Officer's screen: the key, and behind it names, the cumulative rule and its flags.
// The rule: what tells of a person is drawn only while the key is unlocked, and is forgotten when it locks.
import { useAsk } from '../../ask.ts';
import { ProblemPanel } from '../../parts/problem-panel.tsx';
import { AuditSection } from './audit-section.tsx';
import { FlagSection } from './flag-section.tsx';
import { KeyForm } from './key-form.tsx';
import { LockBar } from './lock-bar.tsx';
import { NamesSection } from './names-section.tsx';
import { RestrictionSection } from './restriction-section.tsx';
import { RuleSection } from './rule-section.tsx';
import { UnlockForm } from './unlock-form.tsx';

/** The flags, read anew when the rule changes; not before it is known which rule holds. */
function Flags({ locksAt }: { locksAt: string }) {
  const { data } = useAsk('pattern.read', {}, true);
  if (!data || (data.set && data.rule === null)) return <p>Reading the rule…</p>;
  return <FlagSection key={`${locksAt} ${data.rule?.setAt}`} />;
}

export function OfficerView() {
  const { data, error } = useAsk('officer.status', {}, true);
  if (error) return <ProblemPanel problem={error} />;
  if (!data) return <p>Reading the key…</p>;
  const { key, unlocked, locksAt } = data;
  return (
    <>
      <h1>Monitoring Officer</h1>
      <p className="lead">
        What names people is kept apart here, behind a passphrase that only the Monitoring Officer has.
      </p>
      {key ? null : <KeyForm />}
      {key && !unlocked ? <UnlockForm /> : null}
      {unlocked && locksAt !== null ? (
        <>
          <LockBar locksAt={locksAt} />
          <Flags locksAt={locksAt} />
        </>
      ) : null}
      <RuleSection unlocked={unlocked} />
      {unlocked ? <RestrictionSection /> : null}
      {unlocked ? <NamesSection keeps={data.keepsIdentities} /> : null}
      <AuditSection unlocked={unlocked} />
    </>
  );
}
