// The log of what people settled: who, when, what; folded away.
import type { Decision } from '../../../src-shared/schemas/decision.ts';
import { Fold } from '../../parts/fold.tsx';
import { momentText } from '../../wording.ts';

const acts: Record<Decision['action'], string> = { set: 'set', removed: 'took back' };

export function DecisionList({ decisions }: { decisions: readonly Decision[] }) {
  if (decisions.length === 0) return null;
  return (
    <Fold title="Who settled what, and when">
      <ul className="plain">
        {decisions.map(({ at, by, action, what }) => (
          <li key={at + what}>{`${momentText(at)}: ${by} ${acts[action]}: ${what}`}</li>
        ))}
      </ul>
    </Fold>
  );
}
