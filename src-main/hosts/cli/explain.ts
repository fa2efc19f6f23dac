// Owns the command explain: what stands behind one cell of a pack, and for the officer the rows.
import { AppError } from '#shared/errors.ts';
import type { Desk } from './command.ts';
import { given } from './command.ts';
import { passphraseOption, type Unlocking, unlocked } from './officer-session.ts';
import { packReference } from './pack-file.ts';
import { explanationText, rowsText } from './print-packs.ts';
import { inAnyWorkspace } from './session.ts';

interface Place {
  readonly sheet: string;
  readonly cell: string;
}

/** "Summary!B12" or "'By outcome'!$B$12". @throws AppError command-usage */
export function placeIn(text: string): Place {
  const [, quoted, bare, cell] =
    /^(?:'((?:[^']|'')+)'|([^'!]+))!(\$?[A-Za-z]{1,3}\$?\d{1,7})$/.exec(text) ?? [];
  const sheet = quoted?.replaceAll("''", "'") ?? bare;
  if (sheet === undefined || cell === undefined)
    throw new AppError('command-usage', { detail: 'Name the cell as SHEET!CELL, such as Summary!C12' });
  return { sheet, cell };
}

export function addExplainCommand(desk: Desk): void {
  const { program, terminal, common, give } = desk;
  program
    .command('explain')
    .argument('<file.xlsx>', 'a workbook with its manifest beside it, or a pack’s id')
    .argument('<sheet!cell>', 'such as Summary!C12')
    .description('say what stands behind a cell of a pack')
    .option('--rows', 'the rows behind it, too: for the Monitoring Officer’s key, and logged')
    .addOption(passphraseOption())
    .action(async (file: string, text: string, { rows, passphraseFile }: Unlocking & { rows?: boolean }) => {
      const place = placeIn(text);
      const of = await packReference(file, terminal);
      if (rows !== true)
        return inAnyWorkspace(terminal, common(), async ({ ask }) => {
          const value = await ask('pack.explain', { of, ...place });
          give({ value, text: explanationText(value) });
        });
      return unlocked(desk, given({ passphraseFile }), async ({ ask }) => {
        const told = await ask('pack.explain', { of, ...place });
        const behind = await ask('pack.rows', { of, ...place });
        const value = { ...told, rows: behind };
        give({ value, text: `${explanationText(told)}\n${rowsText(behind)}` });
      });
    });
}
