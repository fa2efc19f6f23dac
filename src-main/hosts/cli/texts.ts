// Owns the commands texts, review, release and withdraw.
import { InvalidArgumentError } from 'commander';
import type { Input } from '#shared/contract.ts';
import { releaseStatus, textStatus } from '#shared/schemas/free-text.ts';
import { type Desk, given, wholeNumber } from './command.ts';
import { releaseText, reviewText, textsText } from './print-texts.ts';
import { inWorkspace } from './session.ts';

const oneOf =
  <T extends string>(words: readonly T[]) =>
  (text: string): T => {
    const found = words.find((word) => word === text);
    if (found === undefined) throw new InvalidArgumentError(`It must be ${words.join(', ')}.`);
    return found;
  };

function addTexts({ program, terminal, common, give }: Desk): void {
  program
    .command('texts')
    .description('list the comments that are held back, counted; never a text')
    .option('--kind <kind>', 'of one kind of data only (see catalogue)')
    .option('--instrument <name>', 'of one survey only')
    .option('--status <status>', 'waiting, never, exempt or public', oneOf(textStatus.options))
    .option('--page <n>', 'a later page', wholeNumber(1))
    .action((options: Input<'text.list'>) =>
      inWorkspace(terminal, common(), async ({ ask }) => {
        const value = await ask('text.list', given(options));
        give({ value, text: textsText(value) });
      }),
    );
}

function addReview({ program, terminal, common, give }: Desk): void {
  program
    .command('review')
    .argument('<import-id>', 'see texts')
    .argument('<field>', 'see texts')
    .description('read held-back comments with what was found in them; the reading is logged')
    .option('--row <n>', 'of one row only', wholeNumber(1))
    .option('--page <n>', 'a later page', wholeNumber(1))
    .option('--waiting', 'only those that nobody has decided on')
    .action((importId: string, field: string, options: Omit<Input<'text.review'>, 'importId' | 'field'>) =>
      inWorkspace(terminal, common(), async ({ ask }) => {
        const value = await ask('text.review', { importId, field, ...given(options) });
        give({ value, text: reviewText(value) });
      }),
    );
}

function addRelease({ program, terminal, common, give }: Desk): void {
  const row = wholeNumber(1);
  program
    .command('release')
    .argument('<import-id>', 'see texts')
    .argument('<field>', 'see texts')
    .argument('<row>', 'see review', row)
    .description('decide on one comment: never, exempt or public')
    .requiredOption('--status <status>', 'never, exempt or public', oneOf(releaseStatus.options))
    .requiredOption('--reason <words>', 'why, for the record')
    .option('--text <words>', 'the comment as it may be shown')
    .option('--confirm', 'what was found in it may stay')
    .action(
      (
        importId: string,
        field: string,
        at: number,
        options: Omit<Input<'text.release'>, 'importId' | 'field' | 'row'>,
      ) =>
        inWorkspace(terminal, common(), async ({ ask }) => {
          const value = await ask('text.release', { importId, field, row: at, ...options });
          give({ value, text: releaseText(value) });
        }),
    );

  program
    .command('withdraw')
    .argument('<import-id>', 'see texts')
    .argument('<field>', 'see texts')
    .argument('<row>', 'see review', row)
    .description('take the decision on one comment back: it waits again')
    .action((importId: string, field: string, at: number) =>
      inWorkspace(terminal, common(), async ({ ask }) => {
        const value = await ask('text.withdraw', { importId, field, row: at });
        give({ value, text: `Row ${value.row} of ${value.field} is withdrawn and waits again.` });
      }),
    );
}

export function addTextCommands(desk: Desk): void {
  addTexts(desk);
  addReview(desk);
  addRelease(desk);
}
