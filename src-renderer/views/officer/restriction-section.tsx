// The register of contact restrictions: what has to be reviewed first, and the way to enter, change or end one.
import { useCallback, useEffect, useState } from 'react';
import { Button } from 'react-aria-components';
import type { Restriction, RestrictionList } from '../../../src-shared/schemas/restriction.ts';
import { useDo } from '../../ask.ts';
import { DataTable, type TableColumn } from '../../parts/data-table.tsx';
import { ProblemPanel } from '../../parts/problem-panel.tsx';
import { dayText, idText } from '../../wording.ts';
import { EndDialog } from './end-dialog.tsx';
import { RestrictionDialog } from './restriction-dialog.tsx';

interface Acts {
  readonly onChange: (one: Restriction) => void;
  readonly onEnd: (one: Restriction) => void;
}

const spanText = ({ from, until, review }: Restriction): string =>
  [
    `From ${dayText(from)}`,
    until === null ? 'without an end' : `to ${dayText(until)}`,
    ...(review === null ? [] : [`reviewed on ${dayText(review)}`]),
  ].join(', ');

const columnsOf = ({ onChange, onEnd }: Acts): TableColumn<Restriction>[] => [
  {
    id: 'who',
    header: 'Whose',
    names: true,
    show: ({ pseudonym }) => <span className="pseudonym">{pseudonym}</span>,
  },
  { id: 'scope', header: 'No contact with', show: ({ scope }) => idText(scope) },
  { id: 'span', header: 'When', show: spanText },
  {
    id: 'state',
    header: 'Stands',
    show: ({ state, concerns, ended }) => (
      <span className="log-detail">
        {[
          `${idText(state)}.`,
          ...(ended === null ? [] : [`${dayText(ended.on)}: ${ended.reason}.`]),
          ...concerns,
        ].join(' ')}
      </span>
    ),
  },
  { id: 'power', header: 'Power', show: ({ power }) => power ?? 'None recorded' },
  {
    id: 'acts',
    header: 'Change or end',
    show: (one) =>
      one.state === 'ended' ? null : (
        <div className="row tight">
          <Button
            className="button small"
            onPress={() => onChange(one)}
            aria-label={`Change ${one.id} of ${one.pseudonym}`}
          >
            Change
          </Button>
          <Button
            className="button small"
            onPress={() => onEnd(one)}
            aria-label={`End ${one.id} of ${one.pseudonym}`}
          >
            End
          </Button>
        </div>
      ),
  },
];

type Asked =
  | { readonly about: 'change'; readonly one: Restriction | null }
  | { readonly about: 'end'; readonly one: Restriction };

export function RestrictionSection() {
  const [list, setList] = useState<RestrictionList | null>(null);
  const [asked, setAsked] = useState<Asked | null>(null);
  const { mutate, error } = useDo('restriction.list', true);
  const read = useCallback(() => mutate({}, { onSuccess: setList }), [mutate]);
  useEffect(read, [read]);
  const close = () => setAsked(null);
  return (
    <section className="block" aria-label="Contact restrictions">
      <h2>Contact restrictions</h2>
      {error ? <ProblemPanel problem={error} /> : null}
      {list ? <p>{list.reading}</p> : error ? null : <p>Reading the register…</p>}
      {list && list.restrictions.length > 0 ? (
        <DataTable
          caption="Contact restrictions, what is to be reviewed first"
          quietCaption
          columns={columnsOf({
            onChange: (one) => setAsked({ about: 'change', one }),
            onEnd: (one) => setAsked({ about: 'end', one }),
          })}
          rows={list.restrictions}
          rowKey={({ id }) => id}
        />
      ) : null}
      <Button className="button" onPress={() => setAsked({ about: 'change', one: null })}>
        Enter a restriction
      </Button>
      {asked?.about === 'change' ? (
        <RestrictionDialog one={asked.one} onClose={close} onDone={setList} />
      ) : null}
      {asked?.about === 'end' ? <EndDialog one={asked.one} onClose={close} onDone={setList} /> : null}
    </section>
  );
}
