// Owns the commands officer, pattern and audit.
// The rule: a passphrase comes from a prompt, a pipe or a file, and unlocks for this one command only.
import { InvalidArgumentError, Option } from 'commander';
import type { Input } from '#shared/contract.ts';
import { AppError, exitCodes } from '#shared/errors.ts';
import { patternDecisions } from '#shared/schemas/pattern.ts';
import { type Desk, given, wholeNumber } from './command.ts';
import { passphraseOption, secretOf, type Unlocking, unlocked } from './officer-session.ts';
import {
  auditText,
  decidedText,
  flagsText,
  officerText,
  patternText,
  publishedText,
  verdictText,
} from './print-officer.ts';
import { addRestrictionCommands } from './restrictions.ts';
import { inWorkspace } from './session.ts';

function addKey(desk: Desk): void {
  const { program, terminal, common, give } = desk;
  const officer = program
    .command('officer')
    .description('the Monitoring Officer’s key; without more, whether one is set');
  officer
    .command('status', { isDefault: true })
    .description('say whether a key is set and whether names are kept')
    .action(() =>
      inWorkspace(terminal, common(), async ({ ask }) => {
        const value = await ask('officer.status', {});
        give({ value, text: officerText(value) });
      }),
    );
  officer
    .command('set-key')
    .description('set the officer’s passphrase, once; to change it, the one that holds is needed')
    .option('--change', 'change the passphrase that is set')
    .option('--current-file <file>', 'its first line is the passphrase that holds; asked for unless given')
    .addOption(passphraseOption())
    .action((options: Unlocking & { change?: boolean; currentFile?: string }) =>
      inWorkspace(terminal, common(), async ({ ask }) => {
        const current = options.change
          ? { current: await secretOf(terminal, options.currentFile, 'Passphrase that holds') }
          : {};
        const passphrase = await secretOf(terminal, options.passphraseFile, 'New passphrase');
        if (options.passphraseFile === undefined) {
          const again = await secretOf(terminal, undefined, 'New passphrase again');
          if (again !== passphrase)
            throw new AppError('command-usage', { detail: 'The two passphrases are not the same' });
        }
        const value = await ask('officer.setKey', { passphrase, ...current });
        give({ value, text: officerText(value) });
      }),
    );
  officer
    .command('keep-names')
    .argument('<on|off>', 'on or off', (text: string) => {
      if (text !== 'on' && text !== 'off') throw new InvalidArgumentError('It must be on or off.');
      return text;
    })
    .description('say whether names of people whom incidents are about are kept, sealed, from now on')
    .addOption(passphraseOption())
    .action((text: 'on' | 'off', options: Unlocking) =>
      unlocked(desk, options, async ({ ask }) => {
        const value = await ask('officer.keepIdentities', { on: text === 'on' });
        give({ value, text: officerText(value) });
      }),
    );
  officer
    .command('reidentify')
    .argument('<pseudonym>', 'p- and 20 letters and digits')
    .description('answer who a pseudonym is, where the name was kept; logged with the reason')
    .requiredOption('--reason <words>', 'why, for the audit log; without the name')
    .addOption(passphraseOption())
    .action((pseudonym: string, { reason, ...options }: Unlocking & { reason: string }) =>
      unlocked(desk, options, async ({ ask }) => {
        const value = await ask('officer.reidentify', { pseudonym, reason });
        give({ value, text: `${value.pseudonym} is ${value.name}.` });
      }),
    );
}

function addPattern(desk: Desk): void {
  const { program, terminal, common, give } = desk;
  const pattern = program
    .command('pattern')
    .description('the cumulative rule of section VIII; without more, whether one is set');
  pattern
    .command('show', { isDefault: true })
    .description('say whether a rule is set, and the count that was released')
    .action(() =>
      inWorkspace(terminal, common(), async ({ ask }) => {
        const value = await ask('pattern.read', {});
        give({ value, text: patternText(value) });
      }),
    );
  pattern
    .command('rule')
    .description('set how many informal interventions in how many months make a pattern')
    .requiredOption('--interventions <n>', 'so many events', wholeNumber(2, 20))
    .requiredOption('--months <n>', 'within so many months', wholeNumber(1, 120))
    .requiredOption('--minuted <words>', 'where the rule was minuted')
    .addOption(passphraseOption())
    .action(({ passphraseFile, ...rule }: Unlocking & Input<'pattern.setRule'>) =>
      unlocked(desk, given({ passphraseFile }), async ({ ask }) => {
        const value = await ask('pattern.setRule', rule);
        give({ value, text: patternText(value) });
      }),
    );
  pattern
    .command('flags')
    .description('list who is flagged under the rule, by pseudonym; the reading is logged')
    .addOption(passphraseOption())
    .action((options: Unlocking) =>
      unlocked(desk, options, async ({ ask }) => {
        const value = await ask('pattern.flags', {});
        give({ value, text: flagsText(value) });
      }),
    );
  pattern
    .command('decide')
    .argument('<pseudonym>', 'see pattern flags')
    .description('record what was decided of a flag, sealed')
    .addOption(
      new Option('--decision <decision>', 'what was decided').choices(patternDecisions).makeOptionMandatory(),
    )
    .requiredOption('--reason <words>', 'why, for the record')
    .addOption(passphraseOption())
    .action(
      (
        pseudonym: string,
        { decision, reason, ...options }: Unlocking & Omit<Input<'pattern.decide'>, 'pseudonym'>,
      ) =>
        unlocked(desk, options, async ({ ask }) => {
          const value = await ask('pattern.decide', { pseudonym, decision, reason });
          give({ value, text: decidedText(value) });
        }),
    );
  pattern
    .command('publish')
    .description(
      'release the number of people flagged for packs: 0, or 5 and more; else that it is not shown',
    )
    .addOption(passphraseOption())
    .action((options: Unlocking) =>
      unlocked(desk, options, async ({ ask }) => {
        const value = await ask('pattern.publishCount', {});
        give({ value, text: publishedText(value) });
      }),
    );
}

function addAudit({ program, terminal, common, give }: Desk): void {
  program
    .command('audit')
    .description('list what was done under the officer’s key and what was changed of policy, newest first')
    .option('--verify', 'check that no entry was changed, taken out, moved or cut off')
    .option('--page <n>', 'a later page', wholeNumber(1))
    .action(({ verify, page }: { verify?: boolean; page?: number }) =>
      inWorkspace(terminal, common(), async ({ ask }) => {
        if (verify === true) {
          const value = await ask('audit.verify', {});
          give({ value, text: verdictText(value), ...(value.holds ? {} : { exit: exitCodes.conflict }) });
          return;
        }
        const value = await ask('audit.list', page === undefined ? {} : { page });
        give({ value, text: auditText(value) });
      }),
    );
}

export function addOfficerCommands(desk: Desk): void {
  addKey(desk);
  addPattern(desk);
  addRestrictionCommands(desk);
  addAudit(desk);
}
