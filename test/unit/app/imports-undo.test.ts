// Whatever the order of imports, replacements and undoing, the figures are those of the files that are there.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type TestApp, testApp } from '../../config/app.ts';
import { randoms } from '../../config/randoms.ts';

const spells = (month: string, days: number): string =>
  `Employee Number,Directorate,Absence Reason,Absence Start Date,Absence End Date,Working Days Lost\n${[
    'E1',
    'E2',
    'E3',
  ]
    .map(
      (person, at) => `${person},Housing,Stress,1${at + 3}/${month}/2024,2${at}/${month}/2024,${days + at}`,
    )
    .join('\n')}\n`;
const answers = (agree: number): string =>
  `I am heard,I am safe,I am trusted\n${Array.from({ length: 20 }, (_, at) =>
    at < agree ? 'Agree' : 'Disagree',
  )
    .map((answer) => `${answer},Agree,Disagree`)
    .join('\n')}\n`;
const cases = (count: number): string =>
  `Case Ref,Received,Allegation,Subject\n${Array.from({ length: count }, (_, at) => `A/${at},${at + 13}/04/2024,Disrespect,Cllr ${at}`).join('\n')}\n`;

/** Each subject has a file and its correction, which repeats its keys; at most one of the two is there. */
const subjects: readonly (readonly [string, object, readonly [string, string]])[] = [
  ['spring', {}, [spells('04', 2), spells('04', 4)]],
  ['wave', { kind: 'survey-response', instrument: 'Pulse', wave: '2024-06-30' }, [answers(5), answers(15)]],
  ['cases', {}, [cases(3), cases(5)]],
];
const metrics = ['absence-fte-days', 'survey-favourable', 'incidents'];

let test: TestApp;
const folder = mkdtempSync(join(tmpdir(), 'candour-undo-'));
beforeAll(async () => {
  test = await testApp();
  await test.call('workspace.create', { id: 'undo', council: 'Testford' });
});
afterAll(async () => {
  await test.close();
  rmSync(folder, { recursive: true });
});

const figures = async (): Promise<string> => {
  const read = [];
  for (const metric of metrics) {
    const reply = await test.app.call('figure.read', {
      metric,
      grain: metric.startsWith('survey') ? 'wave' : 'month',
    });
    read.push(reply.ok ? (reply.value as { points: unknown }).points : reply.error.code);
  }
  return JSON.stringify(read);
};

it('answers every figure by the files that are there, whatever came before', async () => {
  const random = randoms(20_240_912);
  const there = new Map<string, { version: number; importId: string; replaced: string | null }>();
  let gaps = 0;
  const seen = new Map<string, string>();
  for (let step = 0; step < 30; step++) {
    const [subject, request, versions] = subjects[Math.floor(random() * subjects.length)] ??
      subjects[0] ?? ['', {}, ['', '']];
    const now = there.get(subject);
    if (now && random() < 0.5) {
      // What it replaced is named, does not come back, and is no part of the figures below.
      const { replaced } = await test.call('import.undo', { importId: now.importId });
      expect(replaced?.importId ?? null).toBe(now.replaced);
      if (replaced) {
        expect(replaced.file).toBe(`${subject}-${1 - now.version}.csv`);
        gaps += 1;
      }
      there.delete(subject);
    } else {
      const version = now ? 1 - now.version : Math.floor(random() * 2);
      const path = join(folder, `${subject}-${version}.csv`);
      writeFileSync(path, versions[version] ?? '');
      const { importId } = await test.call('import.commit', {
        file: await test.receive(path),
        ...request,
        ...(now ? { replace: now.importId } : {}),
      });
      there.set(subject, { version, importId, replaced: now?.importId ?? null });
    }
    const state = JSON.stringify([...there].map(([name, { version }]) => [name, version]).sort());
    const told = await figures();
    expect(seen.get(state) ?? told, `step ${step}: ${state}`).toBe(told);
    seen.set(state, told);
  }
  // States were met again, and the figures do differ from state to state.
  expect(gaps).toBeGreaterThan(2);
  expect(seen.size).toBeLessThan(25);
  expect(new Set(seen.values()).size).toBeGreaterThan(8);
  const left = await test.call('import.list', {});
  expect(left.map(({ importId }) => importId).sort()).toEqual(
    [...there.values()].map(({ importId }) => importId).sort(),
  );
  expect((await test.call('import.undone', {})).length).toBeGreaterThan(8);
});
