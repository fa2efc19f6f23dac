// Owns the commands init and settings.
import type { Input } from '#shared/contract.ts';
import { AppError } from '#shared/errors.ts';
import { type Desk, given, wholeNumber } from './command.ts';
import { workspaceText } from './print.ts';
import { inWorkspace, placeOf, withSession } from './session.ts';

interface SettingsOptions {
  council?: string;
  adoption?: string;
  minimumBase?: number;
}

const settingsOf = ({ council, adoption, minimumBase }: SettingsOptions): Input<'workspace.settings'> =>
  given({ council, adoptionDate: adoption === 'none' ? null : adoption, minimumBase });

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
    .action((options: SettingsOptions) =>
      inWorkspace(terminal, common(), async ({ ask }) => {
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
