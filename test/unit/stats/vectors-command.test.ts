// `npm run vectors`: the count of each file, what it says of a miss, and how it ends.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, expect, it } from 'vitest';

const project = resolve(import.meta.dirname, '../../..');
const folder = mkdtempSync(join(tmpdir(), 'candour-vectors-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const vectors = (from: string) =>
  spawnSync(process.execPath, ['test/config/run-typescript.mjs', 'test/vectors/run.ts', from], {
    cwd: project,
    encoding: 'utf8',
  });

it('counts every file and ends well when every case passes', () => {
  const { status, stdout, stderr } = vectors('test/fixtures/vectors');
  expect(stderr).toBe('');
  expect(stdout).toContain('wilson.json: 14/14\n');
  expect(stdout).toContain('266 of 266 cases pass.');
  expect(status).toBe(0);
});

it('names the case that misses and the file nobody answers for, and ends with an error', () => {
  const wilson = JSON.parse(readFileSync(join(project, 'test/fixtures/vectors/wilson.json'), 'utf8'));
  wilson.cases[0].expected.lower += 0.01;
  writeFileSync(join(folder, 'wilson-2.json'), JSON.stringify(wilson));
  const alone = vectors(folder);
  expect(alone.stdout).toContain('wilson-2.json: 13/14\n');
  expect(alone.stdout).toContain(`wilson-2.json ${wilson.cases[0].name}\n  .lower: 0.25`);
  expect(alone.status).toBe(1);
  writeFileSync(join(folder, 'wilson-2.json'), '{"cases":[]}');
  writeFileSync(join(folder, 'moods.json'), '{"cases":[{}]}');
  const unknown = vectors(folder);
  expect(unknown.stdout).toContain('moods.json: no function for this file');
  expect(unknown.status).toBe(1);
});

it('ends with an error where there is nothing to run', () => {
  expect(vectors(join(folder, 'nowhere'))).toMatchObject({ status: 1 });
});
