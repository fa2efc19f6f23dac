// Whether names are kept, who a pseudonym is, and another passphrase: for the officer, unlocked.
import { useState } from 'react';
import { Button } from 'react-aria-components';
import { useDo } from '../../ask.ts';
import { FormEnd } from '../../parts/form-end.tsx';
import { ProblemPanel } from '../../parts/problem-panel.tsx';
import { WindowDialog } from '../../parts/window-dialog.tsx';
import { ReidentifyDialog } from './reidentify-dialog.tsx';
import { SecretField } from './secret-field.tsx';

function PassphraseDialog({ onClose }: { onClose: () => void }) {
  const [current, setCurrent] = useState('');
  const [passphrase, setPassphrase] = useState('');
  const change = useDo('officer.setKey', true);
  const submit = (event: React.FormEvent) => {
    event.preventDefault();
    change.mutate({ passphrase, current }, { onSuccess: onClose });
  };
  return (
    <WindowDialog title="Change the passphrase" open onClose={onClose}>
      <form className="form" onSubmit={submit}>
        <SecretField label="The passphrase that holds" value={current} onChange={setCurrent} />
        <SecretField
          label="The new one"
          value={passphrase}
          onChange={setPassphrase}
          hint="12 characters or more. What was sealed stays readable with the new one."
        />
        <FormEnd problem={change.error} busy={change.isPending} save="Change it" onClose={onClose} />
      </form>
    </WindowDialog>
  );
}

export function NamesSection({ keeps }: { keeps: boolean }) {
  const [asked, setAsked] = useState<'name' | 'passphrase' | null>(null);
  const keep = useDo('officer.keepIdentities');
  const close = () => setAsked(null);
  return (
    <section className="block" aria-label="Names">
      <h2>Names</h2>
      <p>
        {keeps
          ? 'Names of people whom incidents are about are kept from each import, sealed to your key. They go when the import is undone.'
          : 'No names are kept. Files imported before names are kept have to be imported again for their names to be known.'}
      </p>
      <div className="row">
        <Button className="button" isDisabled={keep.isPending} onPress={() => keep.mutate({ on: !keeps })}>
          {keeps ? 'Keep no more names' : 'Keep names from now on'}
        </Button>
        <Button className="button" onPress={() => setAsked('name')}>
          Ask who a pseudonym is
        </Button>
        <Button className="button" onPress={() => setAsked('passphrase')}>
          Change the passphrase
        </Button>
      </div>
      {keep.error ? <ProblemPanel problem={keep.error} /> : null}
      {asked === 'name' ? <ReidentifyDialog onClose={close} /> : null}
      {asked === 'passphrase' ? <PassphraseDialog onClose={close} /> : null}
    </section>
  );
}
