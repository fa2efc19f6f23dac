// Owns the commands preview, import, imports and undo.
import { readFile } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import type { Input } from '#shared/contract.ts';
import { AppError, type ShownError } from '#shared/errors.ts';
import { type Mapping, mapping, type Receipt, type TextEncoding } from '#shared/schemas/import.ts';
import { type Desk, encodingOption, given, wholeNumber } from './command.ts';
import { exitOf, Failed, shownOf } from './failure.ts';
import { importsText, previewText, receiptText } from './print.ts';
import { goneText, undoneText } from './print-again.ts';
import { inAnyWorkspace, inWorkspace, type Session } from './session.ts';

interface ImportOptions {
  kind?: string;
  instrument?: string;
  wave?: string;
  mapping?: string;
  sheet?: string;
  headerRows?: number;
  encoding?: TextEncoding;
  again?: boolean;
  replace?: string;
  saveMapping?: string;
}

type Outcome = Receipt | { readonly file: string; readonly error: ShownError };

export async function readMapping(folder: string, path: string | undefined): Promise<Mapping | undefined> {
  if (path === undefined) return undefined;
  const text = await readFile(resolve(folder, path), 'utf8').catch((cause: unknown) => {
    throw new AppError('file-unknown', { name: basename(path) }, { cause });
  });
  try {
    return mapping.parse(JSON.parse(text));
  } catch (cause) {
    const detail = cause instanceof SyntaxError ? 'it is not JSON' : 'a value is of the wrong kind';
    throw new AppError('mapping-invalid', { detail: `${basename(path)}: ${detail}` }, { cause });
  }
}

async function importOne(session: Session, path: string, request: Omit<Input<'import.commit'>, 'file'>) {
  const file = await session.hold(path);
  try {
    return await session.ask('import.commit', { ...request, file });
  } catch (error) {
    await session.forget(file);
    throw error;
  }
}

/** Imports one file after another; a file that fails does not stop the others. */
async function importAll(session: Session, files: readonly string[], options: ImportOptions) {
  const { mapping: path, ...rest } = options;
  const request = given({ ...rest, mapping: await readMapping(session.terminal.folder, path) });
  const outcomes: Outcome[] = [];
  for (const file of files) {
    try {
      outcomes.push(await importOne(session, file, request));
    } catch (error) {
      outcomes.push({ file: basename(file), error: shownOf(error) });
    }
  }
  return outcomes;
}

const outcomeText = (outcome: Outcome): string =>
  'error' in outcome
    ? `${outcome.file}: not imported. ${outcome.error.message}\n  ${outcome.error.hint}`
    : receiptText(outcome);

function addReading({ program, terminal, common, give }: Desk): void {
  program
    .command('preview')
    .argument('<file>', 'a CSV, TSV or XLSX file')
    .description('show how a file would be read, importing nothing')
    .option('--sheet <name>', 'the sheet of a workbook')
    .option('--kind <kind>', 'what the file holds, where the headings do not tell (see catalogue)')
    .option('--mapping <file.json>', 'a saved mapping of columns')
    .option('--header-rows <n>', 'how many rows of headings there are', wholeNumber(1))
    .addOption(encodingOption())
    .action((path: string, { mapping: saved, ...options }: ImportOptions) =>
      inAnyWorkspace(terminal, common(), async (session) => {
        const file = await session.hold(path);
        try {
          const mapping = await readMapping(terminal.folder, saved);
          const value = await session.ask('import.preview', { file, ...given({ ...options, mapping }) });
          give({ value, text: previewText(value) });
        } finally {
          await session.forget(file);
        }
      }),
    );

  program
    .command('imports')
    .description('list what has been imported')
    .option('--undone', 'list what was imported and taken back')
    .action(({ undone }: { undone?: boolean }) =>
      inWorkspace(terminal, common(), async ({ ask }) => {
        if (undone) {
          const gone = await ask('import.undone', {});
          give({ value: gone, text: undoneText(gone) });
          return;
        }
        const value = await ask('import.list', {});
        give({ value, text: importsText(value) });
      }),
    );
}

function addImport({ program, terminal, common, give }: Desk): void {
  program
    .command('import')
    .argument('<file...>', 'CSV, TSV or XLSX files')
    .description('import files; a file that fails does not stop the others')
    .option('--kind <kind>', 'what the files hold, where the headings do not tell (see catalogue)')
    .option('--instrument <name>', 'the survey the answers belong to')
    .option('--wave <date>', 'the day the survey’s wave closed, YYYY-MM-DD')
    .option('--mapping <file.json>', 'a saved mapping of columns')
    .option('--sheet <name>', 'the sheet of a workbook')
    .option('--header-rows <n>', 'how many rows of headings there are', wholeNumber(1))
    .addOption(encodingOption())
    .option('--again', 'append although the bytes, or some of the rows, were imported before')
    .option('--replace <import-id>', 'take that import back in the same step')
    .option('--save-mapping <name>', 'keep how the columns were matched for the next such file')
    .action((files: string[], options: ImportOptions) =>
      inWorkspace(terminal, common(), async (session) => {
        const outcomes = await importAll(session, files, options);
        const failed = outcomes.find((outcome) => 'error' in outcome);
        if (failed && 'error' in failed && files.length === 1) throw new Failed(failed.error);
        const text = outcomes.map(outcomeText).join('\n');
        give({ value: outcomes, text, exit: failed && 'error' in failed ? exitOf(failed.error) : 0 });
      }),
    );
}

function addUndo({ program, terminal, common, give }: Desk): void {
  program
    .command('undo')
    .argument('<import-id>', 'see imports')
    .description('take one import back, whole')
    .action((importId: string) =>
      inWorkspace(terminal, common(), async ({ ask }) => {
        const value = await ask('import.undo', { importId });
        give({ value, text: goneText(value) });
      }),
    );
}

export function addImportCommands(desk: Desk): void {
  addReading(desk);
  addImport(desk);
  addUndo(desk);
}
