// What a person or a script may do wrong with the built command line: the workspace comes to no harm, the
// program ends, and says why.
import { spawn, spawnSync } from 'node:child_process';
import { cpSync, existsSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { packageFolder } from '#hosts/places.ts';
import { writeSpells } from '../config/spells.ts';
import { incidentsCsv, scratch, writeFixture } from './doors.ts';

const program = join(packageFolder, 'out', 'main', 'cli.js');
const place = scratch();
const { CANDOUR_WORKSPACE: _, ...inherited } = process.env;
const options = {
  cwd: place.folder,
  env: { ...inherited, CANDOUR_HOME: join(place.folder, 'home') },
};
const rows = 200_000;

function candour(...args: string[]) {
  const { status, stdout } = spawnSync(process.execPath, [program, ...args, '--json'], {
    ...options,
    encoding: 'utf8',
    timeout: 60_000,
    killSignal: 'SIGKILL',
  });
  return { exit: status, value: JSON.parse(stdout) };
}

/** Starts an import of many rows, and answers when the workspace is being written to. */
async function startLargeImport(workspace: string) {
  const args = [program, 'import', 'spells.csv', '--json', '--workspace', workspace];
  const child = spawn(process.execPath, args, { ...options, stdio: ['ignore', 'pipe', 'ignore'] });
  let out = '';
  child.stdout.on('data', (chunk) => {
    out += String(chunk);
  });
  const ended = new Promise<{ exit: number | null; out: string }>((resolve) =>
    child.once('close', (exit) => resolve({ exit, out })),
  );
  const staging = join(place.folder, workspace, 'staging');
  const staged = () =>
    existsSync(staging) && readdirSync(staging).some((name) => /^i[0-9a-f]{10}$/.test(name));
  while (child.exitCode === null && !staged()) await wait(20);
  return { child, ended };
}

beforeAll(() => {
  writeSpells(join(place.folder, 'spells.csv'), rows);
  writeFixture(place.folder, 'incidents.csv', incidentsCsv);
});
afterAll(() => place.remove());

describe('two commands at one workspace', () => {
  it('refuses the second, and the first comes to its end unharmed', async () => {
    candour('init', 'busy');
    const { ended } = await startLargeImport('busy');
    const second = candour('imports', '--workspace', 'busy');
    const first = await ended;
    expect([second.exit, second.value.error?.code]).toEqual([5, 'workspace-locked']);
    expect([first.exit, JSON.parse(first.out)]).toMatchObject([0, [{ accepted: rows, rejected: 0 }]]);
  });

  it('leaves nothing of an import that Ctrl+C ends', async () => {
    candour('init', 'stopped');
    const { child, ended } = await startLargeImport('stopped');
    child.kill('SIGINT');
    const { exit, out } = await ended;
    expect([exit, JSON.parse(out)]).toMatchObject([7, { ok: false, error: { code: 'job-cancelled' } }]);
    expect(candour('imports', '--workspace', 'stopped')).toEqual({ exit: 0, value: [] });
    const left = readdirSync(join(place.folder, 'stopped'), { recursive: true }).map(String);
    expect(left.filter((name) => /spells|\.inbox|staging.i/.test(name))).toEqual([]);
    expect(existsSync(join(place.folder, '.inbox'))).toBe(false);
  });
});

describe('a damaged workspace', () => {
  const at = (name: string, file: string) => join(place.folder, name, file);
  beforeAll(() => {
    candour('init', 'sound');
    candour('import', 'incidents.csv', '--workspace', 'sound');
  });

  const harms: [string, (name: string) => void][] = [
    ['no key file', (name) => rmSync(at(name, 'candour.key'))],
    ['a key file of other text', (name) => writeFileSync(at(name, 'candour.key'), 'lost')],
    ['a database cut short', (name) => truncateSync(at(name, 'candour.duckdb'), 5000)],
    ['an empty database file', (name) => truncateSync(at(name, 'candour.duckdb'), 0)],
    ['a database of other bytes', (name) => writeFileSync(at(name, 'candour.duckdb'), 'x'.repeat(1_000_000))],
  ];
  it.each(harms)('with %s is said to be damaged, and is not changed', (title, harm) => {
    const name = title.replaceAll(' ', '-');
    cpSync(join(place.folder, 'sound'), join(place.folder, name), { recursive: true });
    harm(name);
    const bytes = () =>
      ['candour.duckdb', 'candour.key'].map((file) =>
        existsSync(at(name, file)) ? readFileSync(at(name, file)).toString('base64') : null,
      );
    const before = bytes();
    const { exit, value } = candour('imports', '--workspace', name);
    expect([exit, value.error?.code]).toEqual([3, 'workspace-damaged']);
    expect(bytes()).toEqual(before);
  });

  it('whose database is away keeps its key when somebody makes a workspace there', () => {
    cpSync(join(place.folder, 'sound'), join(place.folder, 'away'), { recursive: true });
    const key = readFileSync(at('away', 'candour.key'), 'utf8');
    rmSync(at('away', 'candour.duckdb'));
    candour('init', 'away');
    expect(existsSync(at('away', 'candour.key')) && readFileSync(at('away', 'candour.key'), 'utf8')).toBe(
      key,
    );
  });
});

describe('odd places and names', () => {
  it('imports a file whose name holds spaces, quotes and other scripts', () => {
    candour('init', 'names');
    const name = 'it\'s a "quoted" – naïve файл 数据 & co.csv';
    writeFileSync(join(place.folder, name), incidentsCsv);
    const { exit, value } = candour('import', name, '--workspace', 'names');
    expect([exit, value]).toMatchObject([0, [{ file: name, kind: 'incident' }]]);
  });

  const root = process.getuid?.() === 0;
  it.skipIf(root)(
    root
      ? 'a file that may not be read: skipped, because root may read every file'
      : 'refuses a file that may not be read',
    () => {
      const file = join(place.folder, 'closed.csv');
      writeFileSync(file, incidentsCsv, { mode: 0 });
      const { exit, value } = candour('import', file, '--workspace', 'names');
      expect(value.error?.code).not.toBe('fault');
      expect(exit).toBeGreaterThan(1);
    },
  );

  const refused: [string, string[]][] = [
    ['a workspace below a file', ['init', 'incidents.csv/council']],
    [
      'a pack written over a folder',
      ['pack', 'build', 'standards', '--period', '2024/25', '--force', '--out', 'names'],
    ],
    ['a port that no machine has', ['serve', '--port', '99999']],
  ];
  it.each(refused)('refuses %s as an expected error, not as a fault', (_title, args) => {
    const { exit, value } = candour(...args, '--workspace', 'names');
    expect(value.error?.code).not.toBe('fault');
    expect(exit).toBeGreaterThan(1);
  });
});
