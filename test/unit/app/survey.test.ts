import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestApp, testApp } from '../../config/app.ts';

const answers = (agree: number, disagree: number): string[] => [
  ...Array<string>(agree).fill('Agree'),
  ...Array<string>(disagree).fill('Strongly disagree'),
];

describe('the question registry', () => {
  const folder = mkdtempSync(join(tmpdir(), 'candour-survey-'));
  let test: TestApp;
  beforeAll(async () => {
    test = await testApp();
    await test.call('workspace.create', { id: 'survey' });
    const waves: [string, string, string[]][] = [
      ['2023-03-31', 'I have been put under undue pressure', answers(5, 15)],
      ['2024-03-31', 'I was put under undue pressure this year', answers(10, 10)],
    ];
    for (const [wave, question, given] of waves) {
      const path = join(folder, `${wave}.csv`);
      writeFileSync(
        path,
        `${question},I am heard,I am trusted\n${given.map((answer) => `${answer},Agree,Agree`).join('\n')}\n`,
      );
      await test.call('import.commit', { file: await test.receive(path), instrument: 'Pulse', wave });
    }
  });
  afterAll(async () => {
    await test.close();
    rmSync(folder, { recursive: true });
  });

  const pressure = async () =>
    (await test.call('survey.questions', {})).filter(({ wording }) => wording.includes('pressure'));
  const favourable = async (line: string) =>
    (
      await test.call('figure.read', {
        metric: 'survey-favourable',
        filters: { instrument: 'Pulse', question: line },
      })
    ).points.map(({ from, value, base }) => [from, value, base]);

  it('turns the scores of a negatively worded question round, and back when a person says so', async () => {
    const [first] = await pressure();
    expect(first).toMatchObject({ reversed: true, linkedBy: 'wording', base: 20 });
    expect(await favourable(first?.line ?? '')).toEqual([['2023-03-31', 75, 20]]);
    await test.call('survey.reverse', { question: first?.question ?? '', reversed: false });
    expect(await favourable(first?.line ?? '')).toEqual([['2023-03-31', 25, 20]]);
    await test.call('survey.reverse', { question: first?.question ?? '', reversed: true });
    expect(await favourable(first?.line ?? '')).toEqual([['2023-03-31', 75, 20]]);
  });

  it('joins a reworded question to the line it continues, when a person says so', async () => {
    const [first, second] = await pressure();
    expect(first?.line).not.toBe(second?.line);
    await test.call('survey.link', { question: second?.question ?? '', line: first?.line ?? '' });
    expect((await pressure()).map(({ line, linkedBy }) => [line, linkedBy])).toEqual([
      [first?.line, 'wording'],
      [first?.line, 'person'],
    ]);
    expect(await favourable(first?.line ?? '')).toEqual([
      ['2023-03-31', 75, 20],
      ['2024-03-31', 50, 20],
    ]);
    expect(
      await test.app.call('survey.link', { question: second?.question, line: 'no-such-line' }),
    ).toMatchObject({ ok: false, error: { code: 'question-unknown' } });
  });

  it('keeps what a person said of a wording when the file is corrected, and in the next wave', async () => {
    const question = 'I have been put under undue pressure';
    const [first] = await pressure();
    await test.call('survey.reverse', { question: first?.question ?? '', reversed: false });
    const [importId] = (first?.question ?? '').split(':');
    const offer = async (name: string, given: string[]) => {
      const rows = given.map((answer) => `${answer},Agree,Agree`).join('\n');
      writeFileSync(join(folder, name), `${question},I am heard,I am trusted\n${rows}\n`);
      return test.receive(join(folder, name));
    };
    const corrected = await test.call('import.commit', {
      file: await offer('corrected.csv', answers(15, 5)),
      instrument: 'Pulse',
      wave: '2023-03-31',
      replace: importId,
    });
    await test.call('import.commit', {
      file: await offer('next.csv', answers(5, 15)),
      instrument: 'Pulse',
      wave: '2025-03-31',
    });
    const now = (await pressure()).filter(({ wording }) => wording === question);
    expect(now.map(({ wave, reversed }) => [wave, reversed])).toEqual([
      ['2023-03-31', false],
      ['2025-03-31', false],
    ]);
    expect(now[0]?.question).toContain(corrected.importId);
    // Agreeing is on the good side now: 15 of 20, then 5 of 20.
    expect(await favourable(first?.line ?? '')).toEqual([
      ['2023-03-31', 75, 20],
      ['2024-03-31', 50, 20],
      ['2025-03-31', 25, 20],
    ]);
  });
});
