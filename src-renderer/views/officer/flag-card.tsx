// One flag: the pseudonym, the interventions it rests on, and what was decided.
import { Button } from 'react-aria-components';
import type { Intervention, PatternDecision, PatternFlag } from '../../../src-shared/schemas/pattern.ts';
import { DataTable, type TableColumn } from '../../parts/data-table.tsx';
import { Fold } from '../../parts/fold.tsx';
import { countText, dayText, idText, momentText } from '../../wording.ts';

interface FlagCardProps {
  readonly flag: PatternFlag;
  readonly onDecide: () => void;
  readonly onName: () => void;
}

const columns: TableColumn<Intervention>[] = [
  { id: 'case', header: 'Case', names: true, show: ({ cases }) => cases.join(', ') },
  { id: 'date', header: 'Date', whole: true, show: ({ date, dateOf }) => `${dayText(date)} (${dateOf})` },
  { id: 'outcome', header: 'What was done', show: ({ outcome }) => outcome },
  { id: 'by', header: 'Given by', show: ({ givenBy }) => givenBy ?? 'Not told' },
];

const decisionText = ({ decision, reason, decidedBy, decidedAt }: PatternDecision): string =>
  `${idText(decision)} (${decidedBy}, ${momentText(decidedAt)}): ${reason}`;

export function FlagCard({ flag, onDecide, onName }: FlagCardProps) {
  const { pseudonym, role, count, decision, earlier, interventions } = flag;
  return (
    <article className={decision === null ? 'pattern-flag waiting' : 'pattern-flag'} aria-label={pseudonym}>
      <h3>
        <span className="pseudonym">{pseudonym}</span>
        {role === null ? '' : `, ${role}`}
      </h3>
      <p>
        {decision === null
          ? earlier.length === 0
            ? 'Nobody has decided yet. '
            : 'Interventions came to light since the last decision. '
          : `Decided: ${decisionText(decision)}. `}
        {`At most ${countText(count, 'intervention')} in one window of the rule.`}
      </p>
      <DataTable
        caption={`Interventions of ${pseudonym}`}
        quietCaption
        columns={columns}
        rows={interventions}
        rowKey={({ cases }) => cases.join(' ')}
      />
      <div className="row">
        <Button className="button small" onPress={onDecide} aria-label={`Record a decision on ${pseudonym}`}>
          {decision === null ? 'Record a decision' : 'Record another decision'}
        </Button>
        <Button className="button small" onPress={onName} aria-label={`Ask who ${pseudonym} is`}>
          Ask who it is
        </Button>
      </div>
      {earlier.length > 0 ? (
        <Fold title="Decisions before">
          <ul className="plain">
            {earlier.map((one) => (
              <li key={one.decidedAt}>{decisionText(one)}</li>
            ))}
          </ul>
        </Fold>
      ) : null}
    </article>
  );
}
