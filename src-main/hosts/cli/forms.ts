// Owns the commands template and rejects: workbooks to fill in and to mend.
import { resolve } from 'node:path';
import { mendOf } from '#shared/problems.ts';
import type { Problem } from '#shared/schemas/import.ts';
import type { Desk } from './command.ts';
import { number } from './print.ts';
import { checkTarget, saveMade } from './save-file.ts';
import { inAnyWorkspace, inWorkspace } from './session.ts';

interface SaveOptions {
  out?: string;
  force?: boolean;
}

/** Every problem with its row, then what to do about each sort of problem. */
function rejectsText(importId: string, problems: readonly Problem[]): string {
  if (problems.length === 0) return `Import ${importId} has no problems.`;
  const codes = [...new Set(problems.map(({ code }) => code))];
  return [
    ...problems.map(
      ({ row, column, value, reason, rejects }) =>
        `row ${row}, ${column}: “${value}”: ${reason}${rejects ? ' (row left out)' : ''}`,
    ),
    '',
    ...codes.map((code) => `${code}: ${mendOf(code)}`),
  ].join('\n');
}

function addTemplate({ program, terminal, common, give }: Desk): void {
  program
    .command('template')
    .argument('<kind>', 'see catalogue')
    .description('write a workbook to fill in for a kind of data')
    .requiredOption('--out <file.xlsx>', 'where to write it')
    .option('--force', 'write over a file that is there already')
    .action((kind: string, { out = '', force = false }: SaveOptions) =>
      inAnyWorkspace(terminal, common(), async (session) => {
        const path = resolve(terminal.folder, out);
        checkTarget(path, force);
        const made = await session.ask('template.build', { kind });
        await saveMade(session, made.file, path, force);
        give({
          value: { ...made, out: path },
          text: `Template for ${made.title} written to ${path}: ${number(made.columns)} columns, an example in row 2.`,
        });
      }),
    );
}

function addRejects({ program, terminal, common, give }: Desk): void {
  program
    .command('rejects')
    .argument('<import-id>', 'see imports')
    .description('list the problems of an import, or write its rejected rows as a workbook to mend')
    .option('--out <file.xlsx>', 'write the rejected rows here, to mend and import again')
    .option('--force', 'write over a file that is there already')
    .action((importId: string, { out, force = false }: SaveOptions) =>
      inWorkspace(terminal, common(), async (session) => {
        if (out === undefined) {
          const value = await session.ask('import.rejects', { importId });
          give({ value, text: rejectsText(importId, value) });
          return;
        }
        const path = resolve(terminal.folder, out);
        checkTarget(path, force);
        const made = await session.ask('import.rejectsFile', { importId });
        await saveMade(session, made.file, path, force);
        give({
          value: { ...made, out: path },
          text: `${number(made.rows)} of ${number(made.rejected)} rejected rows written to ${path}. Mend them there, then: candour import ${out} --kind ${made.kind}`,
        });
      }),
    );
}

export function addFormCommands(desk: Desk): void {
  addTemplate(desk);
  addRejects(desk);
}
