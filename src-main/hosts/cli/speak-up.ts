// Owns the command speak-up.
import { type Desk, given } from './command.ts';
import { speakUpText } from './print-speak-up.ts';
import { inWorkspace } from './session.ts';

export function addSpeakUpCommand({ program, terminal, common, give }: Desk): void {
  program
    .command('speak-up')
    .description('read whether people can speak up: volume, safety, detriment, outcome told, channels')
    .option('--from <date>', 'first day, YYYY-MM-DD')
    .option('--to <date>', 'last day, YYYY-MM-DD')
    .action((dates: { from?: string; to?: string }) =>
      inWorkspace(terminal, common(), async ({ ask }) => {
        const value = await ask('speakup.read', given(dates));
        give({ value, text: speakUpText(value) });
      }),
    );
}
