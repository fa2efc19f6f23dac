// Owns the commands health, mechanisms, crosswalk and breaks.
import type { Input, Output } from '#shared/contract.ts';
import { type Desk, gatherList, given, wholeNumber } from './command.ts';
import { breaksText, crosswalkText, healthText, mechanismsText } from './print-governance.ts';
import { inWorkspace, type Session } from './session.ts';

function addHealth({ program, terminal, common, give }: Desk): void {
  program
    .command('health')
    .description('say of every source what arrived, what is missing or late, and how much weight it bears')
    .option('--on <date>', 'count lateness to this day, YYYY-MM-DD; today unless given')
    .action(({ on }: { on?: string }) =>
      inWorkspace(terminal, common(), async ({ ask }) => {
        const value = await ask('health.read', given({ on }));
        give({ value, text: healthText(value) });
      }),
    );
}

interface MechanismOptions {
  inPlace?: string;
  owner?: string;
  cadence?: number;
  noCadence?: boolean;
}

function addMechanisms({ program, terminal, common, give }: Desk): void {
  const mechanisms = program
    .command('mechanisms')
    .description('the six mechanisms of section VII; without more, list them');
  mechanisms
    .command('list', { isDefault: true })
    .description('list whether each is in place, its owner, last evidence, next due')
    .option('--on <date>', 'count lateness to this day, YYYY-MM-DD; today unless given')
    .action(({ on }: { on?: string }) =>
      inWorkspace(terminal, common(), async ({ ask }) => {
        const value = await ask('mechanism.list', given({ on }));
        give({ value, text: mechanismsText(value) });
      }),
    );
  mechanisms
    .command('set')
    .argument('<mechanism>', 'see mechanisms')
    .description('say whether a mechanism is in place, whose it is and how often evidence is due')
    .option('--in-place <state>', 'yes, partly or not-yet')
    .option('--owner <role>', 'a role, never a person')
    .option('--cadence <months>', 'evidence is due so many months after the last', wholeNumber(1, 60))
    .option('--no-cadence', 'no cadence is set')
    .action(
      (
        mechanism: string,
        { cadence, ...rest }: Omit<MechanismOptions, 'cadence'> & { cadence?: number | boolean },
      ) =>
        inWorkspace(terminal, common(), async ({ ask }) => {
          const cadenceMonths = cadence === false ? null : typeof cadence === 'number' ? cadence : undefined;
          const request = { mechanism, ...given({ ...rest, cadenceMonths }) } as Input<'mechanism.set'>;
          const value = await ask('mechanism.set', request);
          give({ value, text: mechanismsText(value) });
        }),
    );
}

function addCrosswalk({ program, terminal, common, give }: Desk): void {
  const run = (work: (session: Session) => Promise<Output<'crosswalk.list'>>) =>
    inWorkspace(terminal, common(), async (session) => {
      const value = await work(session);
      give({ value, text: crosswalkText(value) });
    });
  const crosswalk = program
    .command('crosswalk')
    .description('directorates across reorganisations; without more, list them');
  crosswalk
    .command('list', { isDefault: true })
    .description('list which directorate became which, and what the events suggest')
    .action(() => run(({ ask }) => ask('crosswalk.list', {})));
  crosswalk
    .command('set')
    .argument('<old>', 'the directorate as it was called')
    .argument('<new>', 'the one that it became, whole')
    .description('say that a directorate is another from a day on')
    .requiredOption('--from <date>', 'the first day of the new structure, YYYY-MM-DD')
    .action((old: string, next: string, { from }: { from: string }) =>
      run(({ ask }) => ask('crosswalk.set', { old, new: next, effective: from })),
    );
  crosswalk
    .command('remove')
    .argument('<old>', 'see crosswalk')
    .description('take an entry of the crosswalk back')
    .requiredOption('--from <date>', 'its day, YYYY-MM-DD')
    .action((old: string, { from }: { from: string }) =>
      run(({ ask }) => ask('crosswalk.remove', { old, effective: from })),
    );
}

interface BreakOptions {
  date: string;
  reason: string;
  kind: string[];
  metric: string[];
  id?: string;
}

function addBreaks({ program, terminal, common, give }: Desk): void {
  const run = (work: (session: Session) => Promise<Output<'break.list'>>) =>
    inWorkspace(terminal, common(), async (session) => {
      const value = await work(session);
      give({ value, text: breaksText(value) });
    });
  const breaks = program.command('breaks').description('where series break; without more, list the breaks');
  breaks
    .command('list', { isDefault: true })
    .description('list the series breaks, and the changes of system that propose one')
    .action(() => run(({ ask }) => ask('break.list', {})));
  breaks
    .command('set')
    .argument('<title>', 'what changed')
    .description('break the lines of some kinds of data or figures at a day')
    .requiredOption('--date <date>', 'the first day of the new series, YYYY-MM-DD')
    .requiredOption('--reason <text>', 'why the two sides cannot be compared')
    .option('--kind <kind>', 'figures that rest on this kind of data; may be repeated', gatherList, [])
    .option('--metric <metric>', 'this figure; may be repeated', gatherList, [])
    .option('--id <break>', 'change this break instead of adding one')
    .action((title: string, { kind, metric, ...rest }: BreakOptions) =>
      run(({ ask }) =>
        ask('break.set', { title, kinds: kind, metrics: metric, ...given(rest) } as Input<'break.set'>),
      ),
    );
  breaks
    .command('remove')
    .argument('<break>', 'see breaks')
    .description('take a series break back')
    .action((id: string) => run(({ ask }) => ask('break.remove', { id })));
}

export function addGovernanceCommands(desk: Desk): void {
  addHealth(desk);
  addMechanisms(desk);
  addCrosswalk(desk);
  addBreaks(desk);
}
