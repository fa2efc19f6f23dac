import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { randoms } from '../config/randoms.ts';
import { writeSpells } from '../config/spells.ts';

const cli = resolve(import.meta.dirname, '../../out/main/cli.js');
const rows = 150_000;
const kills = 20;

describe('a killed import', () => {
  const folder = mkdtempSync(join(tmpdir(), 'candour-kill-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const workspace = join(folder, 'council');
  const file = join(folder, 'spells.csv');
  const run = (...args: string[]) => {
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      [cli, ...args, '--json', '--workspace', workspace],
      { encoding: 'utf8' },
    );
    expect(status, stderr).toBe(0);
    return JSON.parse(stdout);
  };

  it(`leaves all of it or none, killed at ${kills} random moments`, async () => {
    writeSpells(file, rows);
    spawnSync(process.execPath, [cli, 'init', workspace], { encoding: 'utf8' });
    const started = performance.now();
    const [receipt] = run('import', file);
    const whole = performance.now() - started;
    expect(receipt.accepted).toBe(rows);
    const all = run('figure', 'absence-fte-days', '--grain', 'financial-year').points;
    run('undo', receipt.importId);

    const next = randoms(20_230_912);
    const outcomes = { all: 0, none: 0 };
    for (let kill = 0; kill < kills; kill++) {
      const child = spawn(process.execPath, [cli, 'import', file, '--json', '--workspace', workspace], {
        stdio: 'ignore',
      });
      const ended = new Promise<void>((end) => child.once('exit', () => end()));
      const timer = setTimeout(() => child.kill('SIGKILL'), whole * 1.05 * next());
      await ended;
      clearTimeout(timer);
      const imports = run('imports');
      if (imports.length === 0) {
        outcomes.none++;
        continue;
      }
      expect(imports).toHaveLength(1);
      expect(imports[0]).toMatchObject({ read: rows, accepted: rows, rejected: 0 });
      expect(run('figure', 'absence-fte-days', '--grain', 'financial-year').points).toEqual(all);
      run('undo', imports[0].importId);
      outcomes.all++;
    }
    expect(outcomes.all + outcomes.none).toBe(kills);
    // Most kills must have hit the import itself, or the test shows nothing.
    expect(outcomes.none).toBeGreaterThan(kills / 2);
  }, 300_000);
});
