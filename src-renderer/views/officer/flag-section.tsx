// Who is flagged under the rule, by pseudonym: read anew each time, held by this part of the screen only.
import { useCallback, useEffect, useState } from 'react';
import { Button } from 'react-aria-components';
import type { PatternFlag, PatternFlags } from '../../../src-shared/schemas/pattern.ts';
import { useDo } from '../../ask.ts';
import { ProblemPanel } from '../../parts/problem-panel.tsx';
import { DecideDialog } from './decide-dialog.tsx';
import { FlagCard } from './flag-card.tsx';
import { ReidentifyDialog } from './reidentify-dialog.tsx';

type Asked = { readonly about: 'decision' | 'name'; readonly flag: PatternFlag } | null;

function Release() {
  const publish = useDo('pattern.publishCount');
  return (
    <>
      <Button className="button" isDisabled={publish.isPending} onPress={() => publish.mutate({})}>
        Release the count for packs
      </Button>
      <p className="hint">
        Only the number of people flagged, and only if it is 0 or 5 and more (or the smallest count that is
        set). Else packs say “1 to 4: not shown”.
      </p>
      {publish.data ? <p role="status">{`Released for packs: ${publish.data.shown}.`}</p> : null}
      {publish.error ? <ProblemPanel problem={publish.error} /> : null}
    </>
  );
}

export function FlagSection() {
  const [answer, setAnswer] = useState<PatternFlags | null>(null);
  const [asked, setAsked] = useState<Asked>(null);
  const { mutate, error } = useDo('pattern.flags', true);
  const read = useCallback(() => mutate({}, { onSuccess: setAnswer }), [mutate]);
  useEffect(read, [read]);
  const close = () => setAsked(null);
  return (
    <section className="block" aria-label="Flags">
      <h2>Flags</h2>
      {error ? <ProblemPanel problem={error} /> : null}
      {answer ? <p className="finding">{answer.reading}</p> : error ? null : <p>Reading the flags…</p>}
      {answer?.rule === null ? <p>There is no default. Set the rule below once it is minuted.</p> : null}
      <ul className="pattern-flags">
        {(answer?.flags ?? []).map((flag) => (
          <li key={flag.pseudonym}>
            <FlagCard
              flag={flag}
              onDecide={() => setAsked({ about: 'decision', flag })}
              onName={() => setAsked({ about: 'name', flag })}
            />
          </li>
        ))}
      </ul>
      <div className="row">
        <Button className="button" onPress={read}>
          Read the flags again
        </Button>
      </div>
      {answer && answer.rule !== null ? <Release /> : null}
      {asked?.about === 'decision' ? (
        <DecideDialog flag={asked.flag} onClose={close} onDecided={read} />
      ) : null}
      {asked?.about === 'name' ? <ReidentifyDialog pseudonym={asked.flag.pseudonym} onClose={close} /> : null}
    </section>
  );
}
