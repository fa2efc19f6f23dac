// Owns the commands pack build, check and explain.
import { resolve } from 'node:path';
import type { Input, Output } from '#shared/contract.ts';
import { AppError } from '#shared/errors.ts';
import { type Desk, given } from './command.ts';
import { issuedText, packText } from './print.ts';
import { checkTarget, saveMade } from './save-file.ts';
import { inWorkspace, type Session } from './session.ts';

interface BuildOptions {
  period: string;
  out: string;
  profile?: string;
  force?: boolean;
}

/**
 * Builds a pack and writes it to `path`.
 * @throws Failed with the core's error; AppError command-usage when the file is there already
 */
export async function buildPack(
  session: Session,
  request: Input<'pack.build'>,
  path: string,
  force: boolean,
): Promise<Output<'pack.build'> & { out: string }> {
  checkTarget(path, force);
  const built = await session.ask('pack.build', request);
  await saveMade(session, built.pack, path, force);
  return { ...built, out: path };
}

function addPlanned({ program }: Desk): void {
  const planned = (name: string, what: string) => {
    throw new AppError('not-built-here', { what: `The command ${name} (${what})` });
  };
  program
    .command('check')
    .argument('<file.xlsx>')
    .description('planned: check a pack against its rules')
    .action(() => planned('check', 'checking a pack'));
  program
    .command('explain')
    .argument('<file.xlsx>')
    .argument('<sheet!cell>')
    .description('planned: say where a cell of a pack comes from')
    .action(() => planned('explain', 'explaining a cell'));
}

export function addPackCommands(desk: Desk): void {
  const { program, terminal, common, give } = desk;
  const pack = program.command('pack').description('build packs, and say which left the house');
  pack
    .command('issue')
    .argument('<pack>', 'its id, as pack build and pack list tell it')
    .description('note that a pack left the house: later figures are held against what it tells')
    .action((id: string) =>
      inWorkspace(terminal, common(), async ({ ask }) => {
        const value = await ask('pack.issue', { pack: id });
        give({ value, text: issuedText([value]) });
      }),
    );
  pack
    .command('issued')
    .description('list the packs that left the house')
    .action(() =>
      inWorkspace(terminal, common(), async ({ ask }) => {
        const value = await ask('pack.issued', {});
        give({ value, text: issuedText(value) });
      }),
    );
  pack
    .command('build')
    .argument('<edition>', 'see catalogue')
    .description('build a pack and write it as an Excel workbook')
    .requiredOption('--period <period>', '2024/25, 2024-25 Q2, 2024, 2024-11 or 2024-04-01..2025-03-31')
    .requiredOption('--out <file.xlsx>', 'where to write it')
    .option('--profile <profile>', 'published or committee')
    .option('--force', 'write over a file that is there already')
    .action((edition: string, { out, force, period, profile }: BuildOptions) =>
      inWorkspace(terminal, common(), async (session) => {
        const path = resolve(terminal.folder, out);
        const request = { edition, period, ...given({ profile }) } as Input<'pack.build'>;
        const value = await buildPack(session, request, path, force === true);
        give({ value, text: packText(value, path) });
      }),
    );
  addPlanned(desk);
}
