// Owns the commands compare, find-row, mappings and rerun: what is done when a file comes again.
import { readdirSync, statSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import type { Input } from '#shared/contract.ts';
import { AppError, type ShownError } from '#shared/errors.ts';
import type { PlannedFile, SetOutcome } from '#shared/schemas/again.ts';
import type { TextEncoding } from '#shared/schemas/import.ts';
import { type Desk, encodingOption, given, wholeNumber } from './command.ts';
import { exitOf } from './failure.ts';
import { readMapping } from './imports.ts';
import { receiptText } from './print.ts';
import { comparisonText, foundRowText, mappingsText, planText } from './print-again.ts';
import { inWorkspace, type Session } from './session.ts';

/** Hands a file over for the time of `work`. */
async function whileHeld<T>(session: Session, path: string, work: (file: string) => Promise<T>): Promise<T> {
  const file = await session.hold(path);
  try {
    return await work(file);
  } finally {
    await session.forget(file);
  }
}

const importable = /\.(csv|tsv|tab|txt|xlsx|xlsm)$/i;

/** The files of a folder that may hold data, by name. @throws AppError file-unknown */
function filesIn(folder: string): string[] {
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory())
    throw new AppError('file-unknown', { name: basename(folder) });
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isFile() && importable.test(entry.name) && !/^[.~]/.test(entry.name))
    .map(({ name }) => join(folder, name))
    .sort();
}

interface RerunOptions {
  readonly dryRun?: boolean;
  readonly replace?: boolean;
  readonly again?: boolean;
}

/** The import that holds rows of the file, where it is one alone. */
function replacedBy({ earlier }: PlannedFile): string | undefined {
  const [one, another] = earlier.filter(({ relation }) => relation === 'same-keys');
  return another === undefined ? one?.importId : undefined;
}

const outcomeText = (outcome: SetOutcome): string =>
  outcome.ok
    ? receiptText(outcome.receipt)
    : `${outcome.file}: not imported. ${outcome.error.message}\n  ${outcome.error.hint}`;

async function rerun(session: Session, folder: string, { dryRun, replace, again }: RerunOptions) {
  const files: string[] = [];
  try {
    for (const path of filesIn(folder)) files.push(await session.hold(path));
    if (files.length === 0) return { value: [], text: planText([]) };
    const plan = dryRun || replace ? await session.ask('import.plan', { files }) : [];
    if (dryRun) return { value: plan, text: planText(plan) };
    const requests = files.map(
      (file, index): Input<'import.commit'> => ({
        file,
        ...given({ again, replace: plan[index] ? replacedBy(plan[index]) : undefined }),
      }),
    );
    const outcomes = await session.ask('import.commitSet', { files: requests });
    const failed = outcomes.find((outcome) => !outcome.ok);
    const exit = failed && !failed.ok ? exitOf(failed.error as ShownError) : 0;
    return { value: outcomes, text: outcomes.map(outcomeText).join('\n'), exit };
  } finally {
    for (const file of files) await session.forget(file);
  }
}

interface CompareOptions {
  readonly import: string;
  readonly kind?: string;
  readonly instrument?: string;
  readonly wave?: string;
  readonly mapping?: string;
  readonly sheet?: string;
  readonly encoding?: TextEncoding;
}

function addLooking({ program, terminal, common, give }: Desk): void {
  program
    .command('compare')
    .argument('<file>', 'a corrected file')
    .description('show what a corrected file would change in an import, changing nothing')
    .requiredOption('--import <import-id>', 'the import that it corrects (see imports)')
    .option('--instrument <name>', 'the survey the answers belong to')
    .option('--wave <date>', 'the day the survey’s wave closed, YYYY-MM-DD')
    .option('--mapping <file.json>', 'a saved mapping of columns')
    .option('--sheet <name>', 'the sheet of a workbook')
    .addOption(encodingOption())
    .action((path: string, { import: importId, mapping: saved, ...options }: CompareOptions) =>
      inWorkspace(terminal, common(), async (session) => {
        const mapping = await readMapping(terminal.folder, saved);
        const value = await whileHeld(session, path, (file) =>
          session.ask('import.compare', { file, importId, ...given({ ...options, mapping }) }),
        );
        give({ value, text: comparisonText(value) });
      }),
    );

  program
    .command('find-row')
    .argument('<file>', 'the file that was imported, unchanged')
    .argument('<row>', 'the record’s number, headings included', wholeNumber(1))
    .description('show a record of your file beside what is stored of it')
    .option('--import <import-id>', 'the import, where the file was imported more than once')
    .action((path: string, row: number, { import: importId }: { import?: string }) =>
      inWorkspace(terminal, common(), async (session) => {
        const value = await whileHeld(session, path, (file) =>
          session.ask('import.findRow', { file, row, ...given({ importId }) }),
        );
        give({ value, text: foundRowText(value) });
      }),
    );
}

export function addAgainCommands(desk: Desk): void {
  const { program, terminal, common, give } = desk;
  addLooking(desk);
  program
    .command('mappings')
    .description('list the saved mappings')
    .option('--forget <name>', 'forget one, by its name or id')
    .action(({ forget }: { forget?: string }) =>
      inWorkspace(terminal, common(), async ({ ask }) => {
        if (forget !== undefined) await ask('mapping.forget', { id: forget });
        const value = await ask('mapping.list', {});
        give({ value, text: mappingsText(value) });
      }),
    );

  program
    .command('rerun')
    .argument('<dir>', 'a folder of exports, in the form of the last ones')
    .description('import every file of a folder with the saved mappings')
    .option('--dry-run', 'show what would become of each file, importing nothing')
    .option('--replace', 'a file with rows that are there already replaces the import they came with')
    .option('--again', 'append such rows knowingly')
    .action((folder: string, options: RerunOptions) =>
      inWorkspace(terminal, common(), async (session) => {
        give(await rerun(session, resolve(terminal.folder, folder), options));
      }),
    );
}
