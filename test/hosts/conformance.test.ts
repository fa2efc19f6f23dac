// One table of calls through every door, and one answer: the core's own, the browser's, the window's,
// the command line's. Each door works on its own copy of the same beginning.
import { createReadStream, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { CandourBridge } from '#hosts/channels.ts';
import { runCli } from '#hosts/cli/program.ts';
import { preloadFile } from '#hosts/places.ts';
import { startServer } from '#hosts/server.ts';
import { errorCatalogue } from '#shared/errors.ts';
import type { Reply } from '#shared/reply.ts';
import { copyHome, coreOn, enter, incidentsCsv, rpc, scratch, send, writeFixture } from './doors.ts';
import * as double from './electron-double.ts';
import { bufferTerminal } from './terminal-buffer.ts';

vi.mock('electron', () => import('./electron-double.ts'));

interface Row {
  readonly name: string;
  readonly input?: Readonly<Record<string, unknown>>;
  /** A file to hand over first: its id becomes the input's `file`. */
  readonly file?: string;
  /** The same on the command line, where a shape says it; rows without must change nothing. */
  readonly cli?: readonly string[];
  /** The error code it ends in; absent: it succeeds. */
  readonly fails?: keyof typeof errorCatalogue;
  /** Takes the reply's value out of what the command printed, where the shape wraps it. */
  readonly unwrap?: (printed: never) => unknown;
}

const first = (printed: readonly unknown[]) => printed[0];
const withoutOut = ({ out: _, ...value }: { out: string }) => value;

const place = scratch();
const out = join(place.folder, 'pack.xlsx');
const form = join(place.folder, 'form.xlsx');
const rows: readonly Row[] = [
  { name: 'catalogue.read', cli: ['catalogue'] },
  { name: 'app.status' },
  { name: 'workspace.list' },
  { name: 'import.list', cli: ['imports'] },
  { name: 'import.preview', file: 'incidents.csv', cli: ['preview', 'incidents.csv'] },
  { name: 'import.commit', file: 'incidents.csv', cli: ['import', 'incidents.csv'], unwrap: first },
  {
    name: 'import.commit',
    file: 'incidents.csv',
    cli: ['import', 'incidents.csv'],
    fails: 'already-imported',
  },
  {
    name: 'import.commit',
    file: 'incidents.csv',
    input: { again: true },
    cli: ['import', 'incidents.csv', '--again'],
    unwrap: first,
  },
  { name: 'import.commit', file: 'empty.csv', cli: ['import', 'empty.csv'], fails: 'file-empty' },
  { name: 'import.commit', file: 'foreign.csv', cli: ['import', 'foreign.csv'], fails: 'kind-unknown' },
  {
    name: 'import.commit',
    file: 'foreign.csv',
    input: { kind: 'none' },
    cli: ['import', 'foreign.csv', '--kind', 'none'],
    fails: 'kind-not-known',
  },
  {
    name: 'import.commit',
    file: 'incidents.csv',
    input: { headerRows: 9 },
    cli: ['import', 'incidents.csv', '--header-rows', '9'],
    fails: 'input-invalid',
  },
  { name: 'import.list', cli: ['imports'] },
  {
    name: 'figure.read',
    input: { metric: 'incidents', grain: 'quarter' },
    cli: ['figure', 'incidents', '--grain', 'quarter'],
  },
  {
    name: 'figure.read',
    input: {
      metric: 'incidents',
      from: '2024-04-01',
      to: '2025-03-31',
      grain: 'financial-year',
      split: 'category',
    },
    cli: [
      'figure',
      'incidents',
      '--from',
      '2024-04-01',
      '--to',
      '2025-03-31',
      '--grain',
      'financial-year',
      '--split',
      'category',
    ],
  },
  { name: 'figure.read', input: { metric: 'days-to-close' }, cli: ['figure', 'days-to-close'] },
  { name: 'figure.read', input: { metric: 'none' }, cli: ['figure', 'none'], fails: 'metric-unknown' },
  {
    name: 'figure.read',
    input: { metric: 'incidents', split: 'none' },
    cli: ['figure', 'incidents', '--split', 'none'],
    fails: 'split-unknown',
  },
  {
    name: 'figure.read',
    input: { metric: 'incidents', from: '31/03/2025' },
    cli: ['figure', 'incidents', '--from', '31/03/2025'],
    fails: 'input-invalid',
  },
  {
    name: 'figure.read',
    input: { metric: 'incidents', filters: { none: 'x' } },
    cli: ['figure', 'incidents', '--filter', 'none=x'],
    fails: 'split-unknown',
  },
  { name: 'figure.options', input: { metric: 'incidents' } },
  {
    name: 'adoption.read',
    input: { metric: 'incidents', grain: 'quarter', transition: 1 },
    cli: ['adoption', 'incidents', '--grain', 'quarter', '--transition', '1'],
  },
  { name: 'adoption.read', input: { metric: 'none' }, cli: ['adoption', 'none'], fails: 'metric-unknown' },
  {
    name: 'association.read',
    input: { survey: 'incidents', other: 'incidents', surveyFilters: {}, otherFilters: {} },
    cli: ['association', 'incidents', 'incidents'],
  },
  { name: 'speakup.read', cli: ['speak-up'] },
  { name: 'survey.questions', cli: ['questions'] },
  {
    name: 'survey.link',
    input: { question: 'none', line: 'none' },
    cli: ['link', 'none', 'none'],
    fails: 'question-unknown',
  },
  {
    name: 'survey.reverse',
    input: { question: 'none', reversed: true },
    cli: ['reverse', 'none'],
    fails: 'question-unknown',
  },
  {
    name: 'workspace.settings',
    input: { adoptionDate: '2024-05-22', minimumBase: 12 },
    cli: ['settings', '--adoption', '2024-05-22', '--minimum-base', '12'],
  },
  {
    name: 'workspace.settings',
    input: { minimumBase: 1 },
    cli: ['settings', '--minimum-base', '1'],
    fails: 'input-invalid',
  },
  {
    name: 'import.findRow',
    file: 'incidents.csv',
    input: { row: 2 },
    cli: ['find-row', 'incidents.csv', '2'],
  },
  {
    name: 'import.findRow',
    file: 'incidents.csv',
    input: { row: 99 },
    cli: ['find-row', 'incidents.csv', '99'],
    fails: 'row-unknown',
  },
  {
    name: 'import.compare',
    file: 'incidents.csv',
    input: { importId: 'none' },
    cli: ['compare', 'incidents.csv', '--import', 'none'],
    fails: 'import-unknown',
  },
  { name: 'import.undone', cli: ['imports', '--undone'] },
  { name: 'mapping.list', cli: ['mappings'] },
  {
    name: 'mapping.forget',
    input: { id: 'none' },
    cli: ['mappings', '--forget', 'none'],
    fails: 'mapping-unknown',
  },
  { name: 'import.undo', input: { importId: 'none' }, cli: ['undo', 'none'], fails: 'import-unknown' },
  { name: 'judgement.years', cli: ['judgement', 'years'] },
  {
    name: 'judgement.read',
    input: { year: '2024/25' },
    cli: ['judgement', 'show', '--year', '2024/25'],
  },
  {
    name: 'judgement.sign',
    input: {
      ...{ year: '2024/25', stage: 'standards', date: '2025-06-12', reference: 'Minute 14' },
      role: 'Chief Executive',
    },
    cli: [
      ...['judgement', 'sign', 'standards', '--year', '2024/25', '--date', '2025-06-12'],
      ...['--reference', 'Minute 14', '--role', 'Chief Executive'],
    ],
    fails: 'judgement-order',
  },
  {
    name: 'pack.build',
    input: { edition: 'standards', period: '2024/25' },
    cli: ['pack', 'build', 'standards', '--period', '2024/25', '--out', out],
    unwrap: withoutOut,
  },
  {
    name: 'pack.build',
    input: { edition: 'none', period: '2024/25' },
    cli: ['pack', 'build', 'none', '--period', '2024/25', '--out', out.replace('.xlsx', '-2.xlsx')],
    fails: 'edition-unknown',
  },
  {
    name: 'pack.build',
    input: { edition: 'standards', period: '24/25' },
    cli: ['pack', 'build', 'standards', '--period', '24/25', '--out', out.replace('.xlsx', '-2.xlsx')],
    fails: 'period-invalid',
  },
  {
    name: 'template.build',
    input: { kind: 'incident' },
    cli: ['template', 'incident', '--out', form],
    unwrap: withoutOut,
  },
  {
    name: 'template.build',
    input: { kind: 'gossip' },
    cli: ['template', 'gossip', '--out', form.replace('form', 'none')],
    fails: 'kind-not-known',
  },
  {
    name: 'import.rejectsFile',
    input: { importId: 'none' },
    cli: ['rejects', 'none', '--out', form.replace('form', 'none')],
    fails: 'import-unknown',
  },
  { name: 'import.rejects', input: { importId: 'none' }, cli: ['rejects', 'none'], fails: 'import-unknown' },
  {
    name: 'workspace.create',
    input: { id: 'kirkham' },
    cli: ['init', 'home/kirkham'],
    fails: 'workspace-exists',
  },
  {
    name: 'workspace.create',
    input: { id: '..hidden' },
    cli: ['init', 'home/..hidden'],
    fails: 'input-invalid',
  },
  {
    name: 'workspace.open',
    input: { id: 'nowhere' },
    cli: ['imports', '--workspace', 'home/nowhere'],
    fails: 'workspace-unknown',
  },
  { name: 'officer.status', cli: ['officer'] },
  { name: 'officer.unlock', input: { passphrase: 'long enough words' }, fails: 'officer-no-key' },
  { name: 'officer.lock' },
  { name: 'pattern.flags', fails: 'officer-no-key' },
  { name: 'pattern.read', cli: ['pattern'] },
  { name: 'pattern.published' },
  { name: 'audit.list', cli: ['audit'] },
  { name: 'audit.verify', cli: ['audit', '--verify'] },
  { name: 'job.list' },
  { name: 'job.cancel', input: { id: 'none' }, fails: 'job-unknown' },
  { name: 'import.rejects', input: { importId: 7 }, fails: 'input-invalid' },
  { name: 'no.such', fails: 'procedure-unknown' },
];

/** What differs from run to run by its nature; everything else must be the same. */
const varying = new Set([
  'importId',
  'importedAt',
  'elapsedMs',
  'opened',
  'pack',
  'builtAt',
  // Of a workspace, whose key is its own.
  'state',
  'sha256',
  'bytes',
  'alreadyImported',
  // Of audit entries, which have their time in them.
  'hash',
  'prev',
]);
const timesAndIds = /\d{4}-\d\d-\d\dT[\d:.]+Z?|\b[0-9a-f]{8}-[0-9a-f-]{27}\b|import \S+ of .+\.$/g;

function settled(value: unknown, key = ''): unknown {
  if (varying.has(key) && value !== null) return `a ${typeof value}`;
  if (typeof value === 'string') return value.replace(timesAndIds, '#');
  if (Array.isArray(value)) return value.map((part) => settled(part));
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, settled(part, name)]));
}

const pathOf = (file: string): string => join(place.folder, file);
const beginning = join(place.folder, 'beginning');

/** How a door answers one row: hands the file over, then calls. */
interface Door {
  answer(row: Row): Promise<Reply | null>;
  close(): Promise<void>;
}

async function asked(
  { name, input = {}, file }: Row,
  hold: (path: string) => Promise<Reply>,
  call: (name: string, input: unknown) => Promise<Reply>,
): Promise<Reply> {
  if (file === undefined) return call(name, input);
  const held = await hold(pathOf(file));
  if (!held.ok) return held;
  return call(name, { ...input, file: (held.value as { file: string }).file });
}

async function coreDoor(home: string): Promise<Door> {
  const core = coreOn(home);
  await core.call('workspace.open', { id: 'kirkham' });
  return {
    answer: (row) =>
      asked(
        row,
        (path) => core.receive(basename(path), createReadStream(path)),
        (name, input) => core.call(name, input),
      ),
    close: () => core.close(),
  };
}

async function browserDoor(home: string): Promise<Door> {
  const core = coreOn(home);
  const served = await startServer({ app: core });
  const { port, own } = await enter(served.url);
  const call = async (name: string, input: unknown) => {
    const { status, reply } = await rpc(port, own, name, input);
    expect(status).toBe(reply.ok ? 200 : errorCatalogue[reply.error.code].status);
    return reply;
  };
  await call('workspace.open', { id: 'kirkham' });
  const hold = async (path: string) => {
    const headers = { ...own, 'Content-Type': 'application/octet-stream' };
    const target = `/inbox?name=${encodeURIComponent(basename(path))}`;
    const got = await send(port, { method: 'POST', path: target, headers, body: readFileSync(path) });
    return JSON.parse(got.body) as Reply;
  };
  return {
    answer: (row) => asked(row, hold, call),
    close: async () => {
      await served.close();
      await core.close();
    },
  };
}

async function windowDoor(home: string): Promise<Door> {
  process.env.CANDOUR_HOME = home;
  const shown = new Promise((resolve) => double.app.once('double:shown', resolve));
  await import('#hosts/desktop.ts');
  await shown;
  const bridge = double.runPreload(preloadFile).candour as CandourBridge;
  await bridge.call('workspace.open', { id: 'kirkham' });
  const hold = (path: string) => {
    const pieces = [new Uint8Array(readFileSync(path))];
    return bridge.receive(basename(path), async () => pieces.shift() ?? null);
  };
  return {
    answer: (row) => asked(row, hold, (name, input) => bridge.call(name, input)),
    close: async () => {
      const quit = new Promise<void>((resolve) => double.app.once('double:quit', () => resolve()));
      double.app.quit();
      await quit;
    },
  };
}

function commandDoor(): Door {
  const environment = {
    CANDOUR_WORKSPACE: join(place.folder, 'home', 'kirkham'),
    CANDOUR_HOME: join(place.folder, 'home'),
  };
  return {
    answer: async ({ cli, unwrap }) => {
      if (cli === undefined) return null;
      const terminal = bufferTerminal(place.folder, environment);
      const exit = await runCli([...cli, '--json'], terminal);
      const printed: unknown = JSON.parse(terminal.printed());
      expect(terminal.complained()).toBe('');
      if (exit === 0) return { ok: true, value: unwrap ? unwrap(printed as never) : printed };
      const failure = printed as Extract<Reply, { ok: false }>;
      expect(exit).toBe(errorCatalogue[failure.error.code].exit);
      return failure;
    },
    close: async () => undefined,
  };
}

const doors = ['core', 'browser', 'window', 'command line'] as const;
const answers = new Map<string, (Reply | null)[]>();

async function openDoor(door: (typeof doors)[number]): Promise<Door> {
  // The command line names workspaces by folder, so its copy stands where the rows say.
  const home = copyHome(beginning, join(place.folder, door === 'command line' ? 'home' : door));
  if (door === 'core') return coreDoor(home);
  if (door === 'browser') return browserDoor(home);
  return door === 'window' ? windowDoor(home) : commandDoor();
}

beforeAll(async () => {
  writeFixture(place.folder, 'incidents.csv', incidentsCsv);
  writeFixture(place.folder, 'empty.csv', '');
  writeFixture(place.folder, 'foreign.csv', 'colour,shape\nred,round\n');
  const core = coreOn(beginning);
  expect(await core.call('workspace.create', { id: 'kirkham', council: 'Kirkham' })).toMatchObject({
    ok: true,
  });
  await core.close();
  for (const name of doors) {
    const door = await openDoor(name);
    const given: (Reply | null)[] = [];
    for (const row of rows) given.push(await door.answer(row));
    await door.close();
    answers.set(name, given);
  }
}, 240_000);
afterAll(() => place.remove());

const answerOf = (door: string, at: number): Reply | null => answers.get(door)?.[at] ?? null;

describe.each(rows.map((row, at) => ({ ...row, at })))('$name $input $file', ({ at, fails, cli }) => {
  it(fails === undefined ? 'succeeds' : `fails with ${fails}`, () => {
    const reply = answerOf('core', at);
    expect(reply?.ok === false ? reply.error.code : 'ok').toBe(fails ?? 'ok');
  });
  it.each(doors.filter((door) => door !== 'core' && (door !== 'command line' || cli !== undefined)))(
    'has the same answer from the %s',
    (door) => {
      expect(settled(answerOf(door, at))).toStrictEqual(settled(answerOf('core', at)));
    },
  );
});

it('the core answers only what JSON carries whole', () => {
  for (const reply of answers.get('core') ?? [])
    expect(JSON.parse(JSON.stringify(reply))).toStrictEqual(reply);
});
