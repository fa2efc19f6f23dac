// What is missing before a pack can be issued: mechanisms that are overdue or not in place, and the officer's key.
import { useAsk } from '../../ask.ts';
import { toHash, type ViewId } from '../../place.ts';
import { usePlace } from '../../place-context.tsx';
import { dayText } from '../../wording.ts';

function ViewLink({ view, children }: { view: ViewId; children: React.ReactNode }) {
  const { place, go } = usePlace();
  return (
    <a
      href={toHash({ ...place, view })}
      onClick={(event) => {
        event.preventDefault();
        go({ view });
      }}
    >
      {children}
    </a>
  );
}

export function Readiness() {
  const { data } = useAsk('mechanism.list', {});
  const officer = useAsk('officer.status', {}, true);
  if (!data || !officer.data) return null;
  const late = data.mechanisms.filter(({ overdueDays }) => overdueDays !== null);
  const none = data.mechanisms.filter(({ lastEvidence }) => lastEvidence === null);
  const lines = [
    ...late.map(
      ({ title, nextDue }) => `${title}: evidence was due${nextDue ? ` on ${dayText(nextDue)}` : ''}.`,
    ),
    ...(none.length > 0 ? [`No evidence at all: ${none.map(({ title }) => title).join(', ')}.`] : []),
  ];
  if (lines.length === 0 && officer.data.key) return null;
  return (
    <section className="readiness" aria-label="Before a pack can be issued">
      <h2>Before it can be issued</h2>
      <ul className="plain-list">
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
        {lines.length > 0 ? (
          <li>
            <ViewLink view="health">See Data health</ViewLink>
          </li>
        ) : null}
        {officer.data.key ? null : (
          <li>
            {'No Monitoring Officer’s key is set: nothing can be released without it. '}
            <ViewLink view="officer">Set the key</ViewLink>
          </li>
        )}
      </ul>
    </section>
  );
}
