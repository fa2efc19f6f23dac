// Owns the commands init and settings.
import type { Input } from '#shared/contract.ts';
import { AppError } from '#shared/errors.ts';
import { type Desk, given, numberOrNone, wholeNumber } from './command.ts';
import { settingChangesText, workspaceText } from './print.ts';
import { inWorkspace, placeOf, withSession } from './session.ts';

interface SettingsOptions {
  council?: string;
  adoption?: string;
  minimumBase?: number;
  smallCount?: number;
  percentBase?: number;
  commentBase?: number;
  acknowledgeDays?: number | 'none';
  closeDays?: number | 'none';
  inductionDays?: number;
  log?: boolean;
}

const settingsOf = ({
  council,
  adoption,
  minimumBase,
  smallCount,
  percentBase,
  commentBase,
  acknowledgeDays,
  closeDays,
  inductionDays,
}: SettingsOptions): Input<'workspace.settings'> =>
  given({
    council,
    adoptionDate: adoption === 'none' ? null : adoption,
    minimumBase,
    smallCount,
    percentBase,
    commentBase,
    acknowledgeDays: acknowledgeDays === 'none' ? null : acknowledgeDays,
    closeDays: closeDays === 'none' ? null : closeDays,
    inductionDays,
  });

export function addWorkspaceCommands({ program, terminal, common, give }: Desk): void {
  program
    .command('init')
    .argument('<dir>', 'the folder to make')
    .description('make a workspace in a folder')
    .option('--council <name>', 'the council’s name')
    .option('--adoption <date>', 'the day Council adopted the Protocol, YYYY-MM-DD (absent: not yet adopted)')
    .action(async (folder: string, { council, adoption }: SettingsOptions) => {
      const { home, id } = placeOf(folder, terminal);
      await withSession(terminal, common(), home, async ({ ask }) => {
        const made = await ask('workspace.create', { id, ...given({ council }) });
        const value =
          adoption === undefined ? made : await ask('workspace.settings', settingsOf({ adoption }));
        give({ value, text: workspaceText(value) });
      });
    });

  program
    .command('settings')
    .description('show the workspace’s settings, or change them')
    .option('--council <name>', 'the council’s name')
    .option('--adoption <date>', 'the day Council adopted the Protocol, YYYY-MM-DD, or none')
    .option('--minimum-base <n>', 'hide survey groups with fewer answers than this', wholeNumber(1))
    .option(
      '--acknowledge-days <n>',
      'acknowledge a case within so many calendar days, or none',
      numberOrNone(1),
    )
    .option('--close-days <n>', 'close a case within so many calendar days, or none', numberOrNone(1))
    .option(
      '--induction-days <n>',
      'an induction is in time within so many days of the start',
      wholeNumber(1),
    )
    .option('--small-count <n>', 'hide counts from 1 to one less than this in a split', wholeNumber(1))
    .option('--percent-base <n>', 'write no percentage of fewer than this', wholeNumber(1))
    .option('--comment-base <n>', 'release no comment of a question that fewer answered', wholeNumber(1))
    .option('--log', 'list who changed which setting, and when')
    .action((options: SettingsOptions) =>
      inWorkspace(terminal, common(), async ({ ask }) => {
        if (options.log === true) {
          const changes = await ask('workspace.changes', {});
          give({ value: changes, text: settingChangesText(changes) });
          return;
        }
        const changes = settingsOf(options);
        const value =
          Object.keys(changes).length > 0
            ? await ask('workspace.settings', changes)
            : (await ask('app.status', {})).workspace;
        if (value === null) throw new AppError('workspace-none');
        give({ value, text: workspaceText(value) });
      }),
    );
}
