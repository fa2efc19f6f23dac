// Owns the sheet Mechanisms: the six ways of section VII to measure the Protocol's effect, and how each stands.
import { formatDate } from '#shared/calendar.ts';
import type { MechanismEntry } from '#shared/schemas/mechanism.ts';
import type { SheetDraft } from './draft.ts';
import type { PackContext, PackSheet } from './sheet.ts';
import { type ColumnOf, number, tableOf, text } from './table-of.ts';
import { capital, dayCell, notApplicable } from './table-sheet.ts';

const description =
  'Section VII asks the Monitoring Officer for mechanisms by which the effect of the Protocol can be measured, and names these six. Whether one is in place is what people have said; its last evidence is the last day that imported rows tell of.';

const places = { yes: 'In place', partly: 'Partly in place', 'not-yet': 'Not yet in place' } as const;

const columns: readonly ColumnOf<MechanismEntry>[] = [
  text('Mechanism', ({ title }) => title, 30),
  text('In place', ({ inPlace }) => places[inPlace], 18),
  text('Owner (role)', ({ owner }) => (owner === null ? 'Not named' : capital(owner)), 24),
  number('Evidence every (months)', ({ cadenceMonths }) => cadenceMonths ?? notApplicable),
  { header: 'Last evidence', type: 'date', cell: ({ lastEvidence }) => dayCell(lastEvidence) },
  {
    header: 'Next due',
    type: 'date',
    cell: ({ nextDue }) => (nextDue === null ? notApplicable : { date: nextDue }),
  },
  number('Days overdue', ({ overdueDays }) => overdueDays ?? notApplicable),
  text('What stands and what to do', ({ reading }) => reading, 46),
];

async function build({ records }: PackContext): Promise<SheetDraft> {
  const { asAt, reading, mechanisms } = await records.mechanisms();
  return {
    name: 'Mechanisms',
    kind: 'data',
    title: `Mechanisms in place and overdue, as at ${formatDate(asAt)}`,
    lines: [description, reading],
    table: tableOf('mechanisms_in_place', columns, mechanisms),
    charts: [],
    ...(mechanisms.length === 0
      ? { missing: 'Nobody has said anything yet of the six mechanisms of section VII.' }
      : {}),
  };
}

export const mechanismsInPlace: PackSheet = {
  id: 'Mechanisms',
  title: 'Mechanisms in place and overdue',
  definition: 'The six mechanisms of section VII: in place, owner, last evidence, next due, days overdue.',
  build,
};
