// Builds a pack: edition, twin, period and form; the cover; each sheet as it will look; then the workbook.
import { useState } from 'react';
import { Button } from 'react-aria-components';
import type { Input } from '../../../src-shared/contract.ts';
import type { Catalogue } from '../../../src-shared/schemas/catalogue.ts';
import { useDo, wordsOf } from '../../ask.ts';
import { CallError } from '../../client.ts';
import { Choice } from '../../parts/choice.tsx';
import { ProblemPanel } from '../../parts/problem-panel.tsx';
import { packPeriod, periodChoices, rangeOf, type Span } from '../../periods.ts';
import { usePlace } from '../../place-context.tsx';
import { countText } from '../../wording.ts';
import { FrontDialog } from './front-dialog.tsx';
import { circulationWords, profileWords } from './pack-words.ts';
import { PinSlots } from './pin-slots.tsx';
import { Readiness } from './readiness.tsx';
import { SheetDesk } from './sheet-desk.tsx';

type Profile = keyof typeof profileWords;
type Edition = Catalogue['editions'][number];

const profiles = (Object.keys(profileWords) as Profile[]).map((id) => ({ id, label: profileWords[id] }));

/** Packs are made for a stretch of days, newest financial year first. */
const packPeriods = (span: Span) => {
  const choices = periodChoices(span);
  return [
    ...choices.filter(({ id }) => id.startsWith('fy')),
    ...choices.filter(({ id }) => !id.startsWith('fy')),
  ];
};

/** The newest financial year that the data cover to its end. */
const latestWhole = (periods: ReturnType<typeof packPeriods>, span: Span): string =>
  periods.find(({ id }) => id.startsWith('fy') && (rangeOf(id, span).to ?? '') <= (span.to ?? ''))?.id ??
  periods[0]?.id ??
  'all';

/** What is chosen, and the request that it makes; null while the days of the data are not known. */
function useChoice(editions: Catalogue['editions'], span: Span) {
  const { place } = usePlace();
  const edition = editions.find(({ id }) => id === place.pick.edition) ?? editions[0];
  const periods = packPeriods(span);
  const period = place.pick.packPeriod ?? latestWhole(periods, span);
  const profile = profiles.find(({ id }) => id === place.pick.profile)?.id ?? 'committee';
  const circulation =
    edition?.circulations.find((one) => one === place.pick.twin) ?? edition?.circulations[0] ?? 'public';
  const words = packPeriod(period, span);
  const request: Input<'pack.build'> | null =
    edition && words !== '' && span.from !== null
      ? { edition: edition.id, period: words, profile, circulation }
      : null;
  return { edition, periods, period, profile, circulation, request };
}

function Chosen({
  editions,
  chosen,
}: {
  editions: readonly Edition[];
  chosen: ReturnType<typeof useChoice>;
}) {
  const { pick } = usePlace();
  const { edition, periods, period, profile, circulation } = chosen;
  const twins = edition?.circulations ?? [];
  const anew = { sheet: null, cell: null };
  return (
    <div className="decisions">
      <Choice
        label="Edition"
        value={edition?.id ?? ''}
        items={editions.map(({ id, title }) => ({ id, label: title }))}
        onChange={(id) => pick({ edition: id, twin: null, ...anew })}
      />
      {twins.length > 1 ? (
        <Choice
          label="Twin"
          value={circulation}
          items={twins.map((id) => ({ id, label: circulationWords[id] }))}
          onChange={(id) => pick({ twin: id, ...anew })}
        />
      ) : null}
      <Choice label="Period" value={period} items={periods} onChange={(id) => pick({ packPeriod: id })} />
      <Choice label="Form" value={profile} items={profiles} onChange={(id) => pick({ profile: id })} />
    </div>
  );
}

/**
 * Builds every edition and twin of a period and form, one after another; what fails is said by its name. Cancelling
 * one leaves the rest unbuilt.
 */
function useBuildAll(editions: readonly Edition[], request: Input<'pack.build'> | null) {
  const build = useDo('pack.build');
  const [at, setAt] = useState<string | null>(null);
  const [failed, setFailed] = useState<readonly string[]>([]);
  const run = async () => {
    if (!request) return [];
    const refused: string[] = [];
    const all = editions.flatMap(({ id, title, circulations }) =>
      circulations.map((circulation) => ({ edition: id, circulation, name: `${title}, ${circulation}` })),
    );
    let cancelled = false;
    for (const [index, { name, ...one }] of all.entries()) {
      if (cancelled) break;
      setAt(`${name} (${index + 1} of ${all.length})`);
      await build.mutateAsync({ ...request, ...one }).catch((error: unknown) => {
        cancelled = error instanceof CallError && error.code === 'job-cancelled';
        const left = all.length - index - 1;
        const rest = cancelled && left > 0 ? ` ${countText(left, 'more was', 'more were')} not begun.` : '';
        refused.push(`${name}: ${wordsOf(error).message}${rest}`);
      });
    }
    setAt(null);
    setFailed(refused);
    return refused;
  };
  return { at, failed, run };
}

export function Builder({ catalogue, span }: { catalogue: Catalogue; span: Span }) {
  const { pick } = usePlace();
  const chosen = useChoice(catalogue.editions, span);
  const build = useDo('pack.build');
  const [typing, setTyping] = useState(false);
  const all = useBuildAll(catalogue.editions, chosen.request);
  const { edition, request, circulation } = chosen;
  return (
    <>
      <section className="block" aria-label="Build a pack">
        <Chosen editions={catalogue.editions} chosen={chosen} />
        {edition ? <p className="aside">{edition.definition}</p> : null}
        <div className="row">
          <Button
            className="button primary"
            isDisabled={request === null || build.isPending || all.at !== null}
            onPress={() =>
              request &&
              build.mutate(request, {
                onSuccess: ({ pack }) => pick({ tab: 'list', pack, sheet: null, cell: null }),
              })
            }
          >
            {build.isPending ? 'Building the pack…' : `Build the ${edition?.title ?? 'pack'}`}
          </Button>
          <Button className="button" isDisabled={request === null} onPress={() => setTyping(true)}>
            Fill in the cover
          </Button>
          <Button
            className="button"
            isDisabled={request === null || build.isPending || all.at !== null}
            onPress={() => {
              void all.run().then((refused) => {
                if (refused.length === 0) pick({ tab: 'list', pack: null, sheet: null, cell: null });
              });
            }}
          >
            {all.at === null ? 'Build all editions of this period' : `Building ${all.at}…`}
          </Button>
        </div>
        {build.error ? <ProblemPanel problem={build.error} /> : null}
        {all.failed.length > 0 ? (
          <ul className="warnings" role="alert">
            {all.failed.map((text) => (
              <li key={text}>{text}</li>
            ))}
          </ul>
        ) : null}
      </section>
      <Readiness />
      <section className="block" aria-label="Preview">
        <h2>As it will look</h2>
        <SheetDesk request={request}>
          <PinSlots holds={edition?.sheets.includes('Pinned') ?? false} />
        </SheetDesk>
      </section>
      {typing && request ? (
        <FrontDialog
          edition={request.edition}
          period={request.period}
          exempt={circulation === 'exempt'}
          onClose={() => setTyping(false)}
        />
      ) : null}
    </>
  );
}
