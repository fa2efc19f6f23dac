// Owns the command restrictions: the register of contact restrictions, under the officer's key.
import { Option } from 'commander';
import type { Input, Output } from '#shared/contract.ts';
import { restrictionScopes } from '#shared/schemas/restriction.ts';
import { type Desk, given } from './command.ts';
import { passphraseOption, type Unlocking, unlocked } from './officer-session.ts';
import { restrictionsText } from './print-officer.ts';
import type { Session } from './session.ts';

interface SetOptions extends Unlocking {
  readonly scope: (typeof restrictionScopes)[number];
  readonly from: string;
  readonly until?: string;
  readonly review?: string;
  readonly power?: string;
  readonly id?: string;
}

export function addRestrictionCommands(desk: Desk): void {
  const { program, give } = desk;
  const run = (options: Unlocking, work: (session: Session) => Promise<Output<'restriction.list'>>) =>
    unlocked(desk, options, async (session) => {
      const value = await work(session);
      give({ value, text: restrictionsText(value) });
    });
  const restrictions = program
    .command('restrictions')
    .description('contact restrictions under section VIII; without more, list them');
  restrictions
    .command('list', { isDefault: true })
    .description('list them: what is to be reviewed first')
    .option('--on <date>', 'as they stand on this day, YYYY-MM-DD; today unless given')
    .addOption(passphraseOption())
    .action(({ on, ...options }: Unlocking & { on?: string }) =>
      run(options, ({ ask }) => ask('restriction.list', given({ on }))),
    );
  restrictions
    .command('set')
    .argument('<pseudonym>', 'whose contact is restricted')
    .description('enter a restriction, or change one; it needs an end or a day of review')
    .addOption(
      new Option('--scope <scope>', 'contact with whom').choices(restrictionScopes).makeOptionMandatory(),
    )
    .requiredOption('--from <date>', 'its first day, YYYY-MM-DD')
    .option('--until <date>', 'its last day; without an end unless given')
    .option('--review <date>', 'the day on which it is reviewed')
    .option('--power <words>', 'what gives the power: the Arrangements as amended, or an agreement')
    .option('--id <restriction>', 'change this one instead of adding one')
    .addOption(passphraseOption())
    .action((pseudonym: string, { passphraseFile, id, scope, from, until, review, power }: SetOptions) =>
      run(given({ passphraseFile }), ({ ask }) => {
        const said = { scope, from, until: until ?? null, review: review ?? null, power: power ?? null };
        return ask('restriction.set', { pseudonym, ...said, ...given({ id }) });
      }),
    );
  restrictions
    .command('end')
    .argument('<restriction>', 'see restrictions')
    .description('end a restriction on a day')
    .requiredOption('--on <date>', 'the day, YYYY-MM-DD')
    .requiredOption('--reason <words>', 'why, for the record')
    .addOption(passphraseOption())
    .action((id: string, { passphraseFile, ...end }: Unlocking & Omit<Input<'restriction.end'>, 'id'>) =>
      run(given({ passphraseFile }), ({ ask }) => ask('restriction.end', { id, ...end })),
    );
}
