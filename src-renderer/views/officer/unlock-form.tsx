// Unlocks the Monitoring Officer's screen for a while.
import { useState } from 'react';
import { Button } from 'react-aria-components';
import { useDo } from '../../ask.ts';
import { ProblemPanel } from '../../parts/problem-panel.tsx';
import { SecretField } from './secret-field.tsx';

export function UnlockForm() {
  const [passphrase, setPassphrase] = useState('');
  const unlock = useDo('officer.unlock', true);
  const submit = (event: React.FormEvent) => {
    event.preventDefault();
    unlock.mutate({ passphrase });
    setPassphrase('');
  };
  return (
    <section className="block" aria-label="Unlock">
      <h2>Locked</h2>
      <p>
        Flags, decisions and names are sealed. The passphrase opens them for 15 minutes, in this program only;
        every try is in the audit log.
      </p>
      <form className="form short" onSubmit={submit}>
        <SecretField label="Passphrase" value={passphrase} onChange={setPassphrase} />
        {unlock.error ? <ProblemPanel problem={unlock.error} /> : null}
        <Button className="button primary" type="submit" isDisabled={unlock.isPending || passphrase === ''}>
          Unlock
        </Button>
      </form>
    </section>
  );
}
