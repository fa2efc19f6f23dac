import { appendFileSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openSolvedPlans } from '#core/files/solved-plans.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'candour-solved-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const key = Buffer.alloc(32, 7);
const path = () => join(folder, 'solved-plans.txt');

async function keep(...answers: readonly (readonly [string, string])[]): Promise<void> {
  const plans = openSolvedPlans(folder, key);
  for (const [question, answer] of answers) plans.add(question, answer);
  await plans.close();
}

describe('solved plans', () => {
  it('are there when the workspace is opened again, for the same question only', async () => {
    await keep(['cells 1 2 30', '{"hidden":"110"}'], ['cells 4', '{"hidden":"1"}']);
    const plans = openSolvedPlans(folder, key);
    expect(await plans.find('cells 1 2 30')).toBe('{"hidden":"110"}');
    expect(await plans.find('cells 4')).toBe('{"hidden":"1"}');
    expect(await plans.find('cells 1 2 31')).toBeNull();
  });

  it('name no question, and are for their owner alone', async () => {
    await keep(['cells 1234567', 'answer']);
    expect(readFileSync(path(), 'utf8')).not.toContain('1234567');
    expect(statSync(path()).mode & 0o077).toBe(0);
  });

  it('are none where a line was changed, cut short or written under another key', async () => {
    await keep(['one', '{"hidden":"11"}'], ['two', '{"hidden":"10"}'], ['three', '{"hidden":"01"}']);
    const text = readFileSync(path(), 'utf8');
    writeFileSync(path(), text.replace('"11"', '"00"').replace('"01"}\n', '"0'));
    const plans = openSolvedPlans(folder, key);
    const found = await Promise.all(['one', 'two', 'three'].map((question) => plans.find(question)));
    expect(found).toEqual([null, '{"hidden":"10"}', null]);
    expect(await openSolvedPlans(folder, Buffer.alloc(32, 8)).find('two')).toBeNull();
  });

  it('go on after a line that was cut short', async () => {
    await keep(['one', 'first']);
    appendFileSync(path(), 'half a line');
    const plans = openSolvedPlans(folder, key);
    plans.add('two', 'second');
    plans.add('three', 'third');
    await plans.close();
    const again = openSolvedPlans(folder, key);
    expect(await again.find('one')).toBe('first');
    expect(await again.find('three')).toBe('third');
  });

  it('do not grow without end: the oldest go', async () => {
    const many = Array.from({ length: 2100 }, (_, index) => [`question ${index}`, 'answer'] as const);
    await keep(...many);
    const plans = openSolvedPlans(folder, key);
    expect(await plans.find('question 2099')).toBe('answer');
    expect(await plans.find('question 100')).toBeNull();
    expect(readFileSync(path(), 'utf8').split('\n')).toHaveLength(1001);
  });

  it('that cannot be written or read are no failure', async () => {
    const nowhere = openSolvedPlans(join(folder, 'not there'), key);
    nowhere.add('one', 'answer');
    expect(await nowhere.find('two')).toBeNull();
    await nowhere.close();
  });
});
