// Owns the commands pack: build, list, save, release, withdraw, verify, cover, diff, copy.
import { readFile, rename, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { type Command, Option } from 'commander';
import type { Input, Output } from '#shared/contract.ts';
import { packFront } from '#shared/schemas/pack.ts';
import { type Desk, given } from './command.ts';
import { Failed } from './failure.ts';
import { passphraseOption, type Unlocking, unlocked } from './officer-session.ts';
import { addPackCopy } from './pack-copy.ts';
import { manifestPath, packReference } from './pack-file.ts';
import {
  diffText,
  frontText,
  issuedText,
  packsText,
  packText,
  releasedText,
  verdictText,
} from './print-packs.ts';
import { previewText } from './print-preview.ts';
import { checkTarget, saveMade } from './save-file.ts';
import { inAnyWorkspace, inWorkspace, type Session } from './session.ts';

interface BuildOptions {
  period: string;
  out: string;
  profile?: string;
  circulation?: string;
  force?: boolean;
}

/** Writes a pack of the outbox to `path`, with its manifest beside it. */
export async function savePack(session: Session, pack: string, path: string, force: boolean): Promise<void> {
  await saveMade(session, pack, path, force);
  const { file } = await session.ask('pack.saveManifest', { pack });
  const reply = await session.app.release(file);
  if (!reply.ok) throw new Failed(reply.error);
  const target = manifestPath(path);
  await writeFile(`${target}.part`, await readFile(reply.value.path));
  await rename(`${target}.part`, target);
}

/**
 * Builds a pack and writes it to `path`, with its manifest beside it.
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
  await savePack(session, built.pack, path, force);
  return { ...built, out: path };
}

const packArgument = ['<pack>', 'its id, as pack build and pack list tell it'] as const;
const periods = '2024/25, 2024-25 Q2, 2024, 2024-11 or 2024-04-01..2025-03-31';

function addBuild(pack: Command, { terminal, common, give }: Desk): void {
  pack
    .command('build')
    .argument('<edition>', 'see catalogue')
    .description('build a draft and write it as an Excel workbook, with its manifest beside it')
    .requiredOption('--period <period>', periods)
    .requiredOption('--out <file.xlsx>', 'where to write it')
    .option('--profile <profile>', 'published or committee')
    .option('--circulation <twin>', 'public or exempt, where the edition has both')
    .option('--force', 'write over a file that is there already')
    .action((edition: string, { out, force, period, profile, circulation }: BuildOptions) =>
      inWorkspace(terminal, common(), async (session) => {
        const path = resolve(terminal.folder, out);
        const request = { edition, period, ...given({ profile, circulation }) } as Input<'pack.build'>;
        const value = await buildPack(session, request, path, force === true);
        give({ value, text: packText(value, path) });
      }),
    );
}

function addPreview(pack: Command, { terminal, common, give }: Desk): void {
  pack
    .command('preview')
    .argument('<edition>', 'see catalogue')
    .description('describe a pack without writing it: each sheet, what is missing, what is hidden')
    .requiredOption('--period <period>', periods)
    .option('--profile <profile>', 'published or committee')
    .option('--circulation <twin>', 'public or exempt, where the edition has both')
    .action((edition: string, { period, profile, circulation }: BuildOptions) =>
      inWorkspace(terminal, common(), async ({ ask }) => {
        const request = { edition, period, ...given({ profile, circulation }) } as Input<'pack.preview'>;
        const value = await ask('pack.preview', request);
        give({ value, text: previewText(value) });
      }),
    );
}

function addLists(pack: Command, { terminal, common, give }: Desk): void {
  pack
    .command('list')
    .description('list the packs: drafts, released and withdrawn ones')
    .action(() =>
      inWorkspace(terminal, common(), async ({ ask }) => {
        const value = await ask('pack.list', {});
        give({ value, text: packsText(value) });
      }),
    );
  pack
    .command('issued')
    .description('list the packs that were released')
    .action(() =>
      inWorkspace(terminal, common(), async ({ ask }) => {
        const value = await ask('pack.issued', {});
        give({ value, text: issuedText(value) });
      }),
    );
  pack
    .command('save')
    .argument(...packArgument)
    .description('write a pack of the workspace to a file, with its manifest beside it')
    .requiredOption('--out <file.xlsx>', 'where to write it')
    .option('--force', 'write over a file that is there already')
    .action((id: string, { out, force }: { out: string; force?: boolean }) =>
      inWorkspace(terminal, common(), async (session) => {
        const path = resolve(terminal.folder, out);
        checkTarget(path, force === true);
        await savePack(session, id, path, force === true);
        give({ value: { pack: id, out: path }, text: `Written to ${path}, with its manifest beside it` });
      }),
    );
}

function addLifecycle(pack: Command, desk: Desk): void {
  const { terminal, common, give } = desk;
  pack
    .command('release')
    .argument(...packArgument)
    .description('release a draft: for the Monitoring Officer’s key; it is checked, numbered and frozen')
    .option('--out <file.xlsx>', 'where to write what was released')
    .option('--force', 'write over a file that is there already')
    .addOption(passphraseOption())
    .action((id: string, { out, force, passphraseFile }: Unlocking & { out?: string; force?: boolean }) =>
      unlocked(desk, given({ passphraseFile }), async (session) => {
        const path = out === undefined ? null : resolve(terminal.folder, out);
        if (path !== null) checkTarget(path, force === true);
        const value = await session.ask('pack.release', { pack: id });
        if (path !== null) await savePack(session, id, path, force === true);
        give({ value, text: releasedText(value, path) });
      }),
    );
  pack
    .command('withdraw')
    .argument(...packArgument)
    .description('withdraw a released pack: it is kept and marked; for the Monitoring Officer’s key')
    .requiredOption('--reason <words>', 'why, without a name')
    .option('--confirm', 'the words were looked at, and may stay though they may name somebody')
    .addOption(passphraseOption())
    .action((id: string, { passphraseFile, ...options }: Unlocking & { reason: string; confirm?: boolean }) =>
      unlocked(desk, given({ passphraseFile }), async ({ ask }) => {
        const value = await ask('pack.withdraw', { pack: id, ...options });
        give({ value, text: releasedText(value, null) });
      }),
    );
  pack
    .command('verify')
    .argument(...packArgument)
    .description('check that the frozen files of a released pack are those that were released')
    .action((id: string) =>
      inWorkspace(terminal, common(), async ({ ask }) => {
        const value = await ask('pack.verify', { pack: id });
        give({ value, text: verdictText(value) });
      }),
    );
}

interface FrontOptions {
  period: string;
  meetingDate?: string;
  agendaItem?: string;
  decision?: string;
  owner?: string;
  contact?: string;
  nextUpdate?: string;
  paragraphs?: string;
  publicInterest?: string;
}

function addFront(pack: Command, { terminal, common, give }: Desk): void {
  pack
    .command('cover')
    .argument('<edition>', 'see catalogue')
    .description('say what the cover of an edition’s packs of a period tells, or read it')
    .requiredOption('--period <period>', periods)
    .option('--meeting-date <date>', 'of the committee')
    .option('--agenda-item <words>', 'its number or title')
    .addOption(
      new Option('--decision <words>', 'what the committee is asked for').choices(
        packFront.shape.decision.options,
      ),
    )
    .option('--owner <role>', 'of the report: a role, never a person')
    .option('--contact <mailbox>', 'a mailbox or a number of the council')
    .option('--next-update <date>', 'when the next pack is due')
    .option('--paragraphs <list>', 'of Schedule 12A that an exempt pack falls under, such as 1,2')
    .option('--public-interest <words>', 'why it outweighs disclosure to keep it exempt')
    .action((edition: string, { period, paragraphs, ...rest }: FrontOptions) =>
      inWorkspace(terminal, common(), async ({ ask }) => {
        const list = paragraphs?.split(',').map((number) => Number(number.trim()));
        const typed = given({ ...rest, paragraphs: list });
        const known = await ask('pack.front', { edition, period });
        const front = { ...known.front, ...typed } as Input<'pack.setFront'>['front'];
        const value =
          Object.keys(typed).length === 0 ? known : await ask('pack.setFront', { edition, period, front });
        give({ value, text: frontText(value) });
      }),
    );
}

function addDiff(pack: Command, { terminal, common, give }: Desk): void {
  pack
    .command('diff')
    .argument('<a>', 'the later pack, or with a second argument the earlier one: an id, or a workbook')
    .argument('[b]', 'the later one')
    .description('say what differs between two packs and why; one alone is set against the last issue')
    .action(async (first: string, second: string | undefined) => {
      const one = await packReference(first, terminal);
      const other = second === undefined ? undefined : await packReference(second, terminal);
      return inAnyWorkspace(terminal, common(), async ({ ask }) => {
        const value = await ask('pack.diff', other === undefined ? { to: one } : { from: one, to: other });
        give({ value, text: diffText(value) });
      });
    });
}

export function addPackCommands(desk: Desk): void {
  const pack = desk.program.command('pack').description('build packs, release them, say what differs');
  addBuild(pack, desk);
  addPreview(pack, desk);
  addLists(pack, desk);
  addFront(pack, desk);
  addLifecycle(pack, desk);
  addDiff(pack, desk);
  addPackCopy(pack, desk);
}
