// Sets the Monitoring Officer's passphrase, once.
import { useState } from 'react';
import { Button } from 'react-aria-components';
import { useDo } from '../../ask.ts';
import { ProblemPanel } from '../../parts/problem-panel.tsx';
import { SecretField } from './secret-field.tsx';

const unlike = {
  message: 'The two passphrases are not the same.',
  hint: 'Type the same words in both boxes.',
};

export function KeyForm() {
  const [passphrase, setPassphrase] = useState('');
  const [again, setAgain] = useState('');
  const [differ, setDiffer] = useState(false);
  const set = useDo('officer.setKey', true);
  const submit = (event: React.FormEvent) => {
    event.preventDefault();
    setDiffer(passphrase !== again);
    if (passphrase === again) set.mutate({ passphrase });
  };
  const problem = differ ? unlike : set.error;
  return (
    <section className="block" aria-label="Set the key">
      <h2>No key is set</h2>
      <p>
        The Monitoring Officer sets a passphrase here, once. Until then nobody’s name is kept, no cumulative
        rule can be set, and nobody is flagged. A passphrase that is lost cannot be recovered: what was sealed
        with it stays sealed.
      </p>
      <form className="form short" onSubmit={submit}>
        <SecretField
          label="Passphrase"
          value={passphrase}
          onChange={setPassphrase}
          hint="12 characters or more; several words are easier to keep in mind."
        />
        <SecretField label="The same again" value={again} onChange={setAgain} />
        {problem ? <ProblemPanel problem={problem} /> : null}
        <Button className="button primary" type="submit" isDisabled={set.isPending || passphrase === ''}>
          Set the key
        </Button>
      </form>
    </section>
  );
}
