// Owns the command demo: the sample council imported, five figures, one pack, no questions asked.
// The rule: it makes and replaces its own workspace only, never one that a person has filled.
import { rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { addDays, type Period, periodOf } from '#shared/calendar.ts';
import { AppError } from '#shared/errors.ts';
import type { Figure } from '#shared/schemas/figure.ts';
import type { Receipt } from '#shared/schemas/import.ts';
import type { Desk } from './command.ts';
import { Failed } from './failure.ts';
import { buildPack } from './packs.ts';
import { number, receiptText } from './print.ts';
import { intervalText } from './print-figure.ts';
import { packText } from './print-packs.ts';
import { type Session, withSession } from './session.ts';

const workspace = 'sample-council';
const headlines = [
  'survey-favourable',
  'incidents',
  'days-to-close',
  'absence-days-per-fte',
  'turnover',
] as const;

/** Removes an earlier demo. @throws AppError workspace-exists when a person's work lies there */
async function clear({ app }: Session, home: string): Promise<void> {
  const reply = await app.call('workspace.open', { id: workspace });
  if (!reply.ok && reply.error.code === 'workspace-unknown') return;
  if (!reply.ok) throw new Failed(reply.error);
  const { sample, imports } = reply.value as { sample: boolean; imports: number };
  await app.call('workspace.close', {});
  if (!sample && imports > 0) throw new AppError('workspace-exists', { name: workspace });
  await rm(join(home, workspace), { recursive: true });
}

/** The reading of a figure, and the last point that stands for the whole. */
function headlineText({ reading, points }: Figure): string {
  const last = points.filter(({ group }) => group === null).at(-1);
  if (last === undefined) return reading;
  const parts = [last.shown, last.base === null ? '' : `base ${number(last.base)}`, intervalText(last)];
  return `${reading}\n  ${last.period}: ${parts.filter(Boolean).join(', ')}`;
}

/** The last financial year that the incident log covers to its end. */
async function latestFullYear({ ask }: Session): Promise<Period> {
  const { to } = await ask('figure.options', { metric: 'incidents' });
  if (to === null) throw new AppError('period-invalid', { period: 'of the sample council' });
  const unfinished = periodOf(addDays(to, 1), 'financial-year');
  return periodOf(addDays(unfinished.from, -1), 'financial-year');
}

async function demonstrate(session: Session, home: string) {
  const { receipts } = await session.ask('workspace.sample', { id: workspace });
  const { title: period, to } = await latestFullYear(session);
  const figures: Figure[] = [];
  for (const metric of headlines) {
    const byYear = metric === 'survey-favourable' ? {} : ({ grain: 'financial-year' } as const);
    figures.push(await session.ask('figure.read', { metric, to, ...byYear }));
  }
  const out = join(home, `standards-${period.replace('/', '-')}.xlsx`);
  const pack = await buildPack(session, { edition: 'standards', period }, out, true);
  return { workspace: join(home, workspace), receipts, figures, pack };
}

const textOf = ({
  workspace: folder,
  receipts,
  figures,
  pack,
}: Awaited<ReturnType<typeof demonstrate>>): string =>
  [
    'Receipts',
    ...receipts.map((receipt: Receipt) => receiptText(receipt)),
    '\nHeadline figures',
    ...figures.map(headlineText),
    `\n${packText(pack, pack.out)}`,
    `\nThe sample council is in ${folder}. Look at it with: candour serve --open --workspace "${folder}"`,
  ].join('\n');

export function addDemoCommand({ program, terminal, common, give }: Desk): void {
  program
    .command('demo')
    .description('import the sample council, show five figures and build a Standards pack')
    .option('--out <dir>', 'where to put it; an earlier demo there is replaced', '.candour-demo')
    .action(async ({ out }: { out: string }) => {
      const home = resolve(terminal.folder, out);
      await withSession(terminal, common(), home, async (session) => {
        await clear(session, home);
        const value = await demonstrate(session, home);
        give({ value, text: textOf(value) });
      });
    });
}
