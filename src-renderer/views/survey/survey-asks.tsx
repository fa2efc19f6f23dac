// Says whom a survey asks, where its name does not tell: officers or councillors.
import { useAsk, useDo } from '../../ask.ts';
import { Choice } from '../../parts/choice.tsx';
import { ProblemPanel } from '../../parts/problem-panel.tsx';

const sides = { officers: 'Officers', councillors: 'Councillors' } as const;

export function SurveyAsks({ instrument }: { instrument: string }) {
  const { data } = useAsk('survey.lens', {});
  const set = useDo('survey.asks');
  const own = data?.instruments.find((one) => one.instrument === instrument);
  if (!own) return null;
  const byName = own.sideBy === 'name';
  return (
    <>
      <Choice
        label="It asks"
        value={byName ? '' : (own.side ?? '')}
        items={[
          {
            id: '',
            label:
              byName && own.side === null
                ? 'Not known by its name'
                : byName && own.side
                  ? `${sides[own.side]}, by its name`
                  : 'Go by its name',
          },
          { id: 'officers', label: sides.officers },
          { id: 'councillors', label: sides.councillors },
        ]}
        onChange={(id) =>
          set.mutate({ instrument, side: id === 'officers' || id === 'councillors' ? id : null })
        }
      />
      {set.error ? <ProblemPanel problem={set.error} /> : null}
    </>
  );
}
