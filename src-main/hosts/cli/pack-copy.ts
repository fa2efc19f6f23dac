// Owns the command pack copy: a pack as an OpenDocument spreadsheet or a PDF.
import { resolve } from 'node:path';
import { type Command, Option } from 'commander';
import { type CopyFormat, copyFormat } from '#shared/schemas/pack.ts';
import type { Desk } from './command.ts';
import { checkTarget, saveMade } from './save-file.ts';
import { inWorkspace } from './session.ts';

interface CopyOptions {
  format: CopyFormat;
  out: string;
  force?: boolean;
}

export function addPackCopy(pack: Command, { terminal, common, give }: Desk): void {
  pack
    .command('copy')
    .argument('<pack>', 'its id, as pack build and pack list tell it')
    .description('write a pack in another format, by LibreOffice where that is installed')
    .addOption(
      new Option('--format <format>', 'what to make of it').choices(copyFormat.options).makeOptionMandatory(),
    )
    .requiredOption('--out <file>', 'where to write it')
    .option('--force', 'write over a file that is there already')
    .action((id: string, { format, out, force }: CopyOptions) =>
      inWorkspace(terminal, common(), async (session) => {
        const path = resolve(terminal.folder, out);
        checkTarget(path, force === true, `.${format}`);
        const made = await session.ask('pack.copy', { pack: id, format });
        await saveMade(session, made.file, path, force === true, `.${format}`);
        give({ value: { ...made, out: path }, text: `Written to ${path}` });
      }),
    );
}
