// Owns the commands of pins: the figures that are kept for the packs, in their order.
import type { Input, Output } from '#shared/contract.ts';
import type { Pin } from '#shared/schemas/pin.ts';
import { type Desk, gatherPairs, given, wholeNumber } from './command.ts';
import { table } from './print.ts';
import { inWorkspace, type Session } from './session.ts';

interface AddOptions {
  from?: string;
  to?: string;
  grain?: string;
  split?: string;
  filter: Record<string, string>;
  chart?: string;
  drawn?: string;
  note?: string;
  role?: string;
}

const defaultRole = 'Policy analyst';

function addOf(metric: string, { filter, note, role, drawn, ...rest }: AddOptions): Input<'pin.add'> {
  const filters = Object.keys(filter).length > 0 ? filter : undefined;
  return {
    request: { metric, ...given({ ...rest, filters }) } as Input<'pin.add'>['request'],
    ...(given({ kind: drawn }) as Pick<Input<'pin.add'>, 'kind'>),
    ...(note === undefined ? {} : { note: { text: note, role: role ?? defaultRole } }),
  };
}

/** The pins in words. */
export function pinsText(pins: readonly Pin[]): string {
  if (pins.length === 0) return 'Nothing is pinned for the packs.';
  return table(
    [{ title: 'Place', right: true }, { title: 'Pin' }, { title: 'Figure' }, { title: 'Note' }],
    pins.map(({ id, title, note }, index) => [
      String(index + 1),
      id,
      title,
      note === null ? '' : `${note.text} (${note.role}, ${note.at.slice(0, 10)})`,
    ]),
  );
}

export function addPinCommands({ program, terminal, common, give }: Desk): void {
  const run = (work: (session: Session) => Promise<Output<'pin.list'>>) =>
    inWorkspace(terminal, common(), async (session) => {
      const value = await work(session);
      give({ value, text: pinsText(value) });
    });
  const pins = program
    .command('pins')
    .description('list the figures that are pinned for the packs, and change them')
    .action(() => run(({ ask }) => ask('pin.list', {})));
  pins
    .command('add')
    .argument('<metric>', 'see catalogue')
    .description('pin a figure: packs that hold pinned figures get a sheet of it')
    .option('--from <date>', 'first day')
    .option('--to <date>', 'last day; without it up to the end of the pack’s period')
    .option('--grain <grain>', 'month, quarter, financial-year, municipal-year, wave or all')
    .option('--split <dimension>', 'divide by')
    .option('--filter <dimension=value>', 'only these; may be repeated', gatherPairs, {})
    .option('--chart <chart>', 'how it is judged, as figure --chart')
    .option('--drawn <kind>', 'control, wave, bars or matrix')
    .option('--note <text>', 'what to say of it; name no person')
    .option('--role <role>', `the post of whoever says it; ${defaultRole} by default`)
    .action((metric: string, options: AddOptions) =>
      run(({ ask }) => ask('pin.add', addOf(metric, options))),
    );
  pins
    .command('note')
    .argument('<pin>', 'its id')
    .argument('[text]', 'what to say of it; without it the note is taken away')
    .description('say something of a pinned figure')
    .option('--role <role>', `the post of whoever says it; ${defaultRole} by default`)
    .action((id: string, text: string | undefined, { role = defaultRole }: AddOptions) =>
      run(({ ask }) => ask('pin.note', { id, note: text === undefined ? null : { text, role } })),
    );
  pins
    .command('move')
    .argument('<pin>', 'its id')
    .argument('<place>', 'counted from 1', wholeNumber(1, 1000))
    .description('put a pinned figure at another place')
    .action((id: string, to: number) => run(({ ask }) => ask('pin.move', { id, to })));
  pins
    .command('remove')
    .argument('<pin>', 'its id')
    .description('take a pin away')
    .action((id: string) => run(({ ask }) => ask('pin.remove', { id })));
}
