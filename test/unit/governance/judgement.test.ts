// The year's judgement: versions that stay, evidence on both sides, sign-offs in order, what opens them again.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { readFigure } from '#core/figures/index.ts';
import { decisionsOn } from '#core/governance/decisions.ts';
import { judgementYears, readJudgement } from '#core/governance/judgement.ts';
import {
  addEvidence,
  recordAnswer,
  signJudgement,
  withdrawEvidence,
} from '#core/governance/judgement-record.ts';
import { answerRequest, evidenceRequest, judgementRequest, signRequest } from '#shared/schemas/judgement.ts';
import { defaultSettings } from '#shared/schemas/workspace.ts';
import type { JudgementQuestionId, SignOffStageId } from '#shared/vocabulary/judgement.ts';
import { type TestWorkspace, testWorkspace } from '../../config/workspace.ts';

const user = 'Quentin Quill';
let workspace: TestWorkspace;
let year = '';
let next = 1990;

beforeAll(async () => {
  workspace = await testWorkspace();
});
afterAll(() => workspace.close());
beforeEach(() => {
  next += 1;
  year = `${next}/${String((next + 1) % 100).padStart(2, '0')}`;
});

const settings = defaultSettings('Kirkham');
const ask = (request: Parameters<typeof readFigure>[1]) => readFigure(workspace.store, request, settings);
const read = () => readJudgement(workspace.store, year, ask, settings.smallCount);

const answer = (question: JudgementQuestionId, more: object = {}) =>
  workspace.store.transaction((session) =>
    recordAnswer(
      session,
      answerRequest.parse({
        year,
        question,
        words: 'It is used in most services, less so in committee.',
        confidence: 'moderate',
        confidenceReason: 'Two surveys and the log agree.',
        role: 'Standards analyst',
        ...more,
      }),
      user,
    ),
  );
const evidence = (question: JudgementQuestionId, side: 'for' | 'against', more: object = {}) =>
  workspace.store.transaction((session) =>
    addEvidence(
      session,
      evidenceRequest.parse({
        year,
        question,
        side,
        words: `Something that speaks ${side} it.`,
        strength: 'direct',
        date: '1992-05-01',
        role: 'Standards analyst',
        ...more,
      }),
      null,
      user,
    ),
  );
const sign = (stage: SignOffStageId, date = '2020-06-01', more: object = {}) =>
  workspace.store.transaction((session) =>
    signJudgement(
      session,
      signRequest.parse({ year, stage, date, reference: 'Minute 12', role: 'Monitoring Officer', ...more }),
      user,
    ),
  );
const withdraw = (id: string) =>
  workspace.store.transaction((session) =>
    withdrawEvidence(
      session,
      { year, id, reason: 'It told of another year.', role: 'Monitoring Officer' },
      user,
    ),
  );

/** Both first answers with evidence on both sides. */
async function twoAnswers() {
  for (const question of ['use', 'strength'] as const) {
    await evidence(question, 'for');
    await evidence(question, 'against');
    await answer(question);
  }
}
const bare = { noneFor: 'It rests on the first two answers.', noneAgainst: 'It rests on the first two.' };
const states = async () => (await read()).stages.map(({ state }) => state);

describe('an answer', () => {
  it('needs evidence on both sides, or words on why there is none', async () => {
    await expect(answer('use')).rejects.toThrow(/no evidence for/);
    await evidence('use', 'for');
    await expect(answer('use')).rejects.toThrow(/no evidence against/);
    await expect(
      answer('use', { noneAgainst: 'Nobody was asked this year.', noneFor: 'None was found.' }),
    ).rejects.toThrow(/there is evidence for/);
    await answer('use', { noneAgainst: 'Nobody was asked this year.' });
    const [use] = (await read()).answers;
    expect(use?.current).toMatchObject({
      version: 1,
      noneFor: null,
      noneAgainst: 'Nobody was asked this year.',
    });
    expect(use?.current?.evidence).toEqual(use?.evidence.map(({ id }) => id));
  });

  it('is never overwritten: a change is a new version with its reason', async () => {
    await twoAnswers();
    await expect(answer('use', { words: 'It is hardly used at all.' })).rejects.toThrow(/needs the reason/);
    await answer('use', { words: 'It is hardly used at all.', reason: 'The spring survey came in.' });
    const [use] = (await read()).answers;
    expect(use?.current).toMatchObject({ version: 2, reason: 'The spring survey came in.' });
    expect(use?.earlier).toMatchObject([
      { version: 1, words: 'It is used in most services, less so in committee.', reason: null },
    ]);
  });

  it('is said in words, never as a mark', () => {
    const said = {
      year,
      question: 'use',
      confidence: 'high',
      confidenceReason: 'All of it agrees.',
      role: 'Chief Executive',
    };
    expect(answerRequest.safeParse({ ...said, words: 'yes' }).success).toBe(false);
    expect(answerRequest.safeParse({ ...said, words: '4 / 5 / 3 / 4 / 5' }).success).toBe(false);
    expect(answerRequest.safeParse({ ...said, words: 'In one line\nand another.' }).success).toBe(true);
    expect(answerRequest.safeParse({ ...said, words: 'Bell \u0007 inside it.' }).success).toBe(false);
    expect(answerRequest.safeParse({ ...said, words: 'It is used.', confidence: '80%' }).success).toBe(false);
    expect(judgementRequest.safeParse({ year: '2024/26' }).success).toBe(false);
    expect(judgementRequest.safeParse({ year: '9999/00' }).success).toBe(false);
    expect(judgementRequest.safeParse({ year: '1999/00' }).success).toBe(true);
    expect(judgementRequest.parse({ year: '2009-10' })).toEqual({ year: '2009/10' });
  });

  it('carries no score and no user name, which the log alone has', async () => {
    await twoAnswers();
    const record = await read();
    expect(JSON.stringify(record)).not.toContain('Quill');
    expect(Object.keys(record).join(' ')).not.toMatch(/score|rating|total/i);
    expect(record.guard).toContain('not a tick box');
    const log = await decisionsOn(workspace.store, 'judgement', year);
    expect(log).toHaveLength(6);
    expect(log.every(({ by }) => by === user)).toBe(true);
  });
});

describe('evidence', () => {
  it('stands by strength, then the latest first; what was withdrawn stays, last', async () => {
    await evidence('use', 'for', { strength: 'absent', date: '1992-09-01' });
    await evidence('use', 'for', { strength: 'indirect', date: '1992-09-01' });
    await evidence('use', 'for', { strength: 'direct', date: '1991-05-01' });
    await evidence('use', 'for', { strength: 'direct', date: '1992-05-01' });
    const ids = ((await read()).answers[0]?.evidence ?? []).map(({ id }) => id);
    await withdraw(ids[0] ?? '');
    const [use] = (await read()).answers;
    expect(use?.evidence.map(({ strength, date }) => `${strength} ${date}`)).toEqual([
      'direct 1991-05-01',
      'indirect 1992-09-01',
      'absent 1992-09-01',
      'direct 1992-05-01',
    ]);
    expect(use?.evidence.at(-1)?.withdrawn).toMatchObject({ reason: 'It told of another year.' });
    await expect(withdraw(ids[0] ?? '')).rejects.toThrow(/withdrawn before/);
    await expect(withdraw('e0')).rejects.toThrow(/no evidence e0/);
  });

  it('tells of no day that has not come', async () => {
    await expect(evidence('use', 'for', { date: '2999-01-01' })).rejects.toThrow(/has not come yet/);
  });

  it('that comes or goes after an answer has to be weighed before anybody signs', async () => {
    await twoAnswers();
    await evidence('use', 'against');
    expect((await read()).answers[0]?.standing).toContain('weigh it and record the answer anew');
    await expect(sign('monitoring-officer')).rejects.toThrow(
      /cannot sign yet: evidence on “Is the Protocol used/,
    );
    await answer('use', { reason: 'One more item was weighed.' });
    await sign('monitoring-officer');
    const [use] = (await read()).answers;
    await withdraw(use?.evidence[0]?.id ?? '');
    expect((await read()).answers[0]?.unweighed).toEqual([use?.evidence[0]?.id]);
    await expect(sign('standards')).rejects.toThrow(/cannot sign yet/);
  });
});

describe('sign-offs', () => {
  it('come in order, once each, and only on answers that are there', async () => {
    await expect(sign('monitoring-officer')).rejects.toThrow(
      /no answer is recorded to “Is the Protocol used\?” and/,
    );
    await twoAnswers();
    for (const stage of ['standards', 'audit', 'council'] as const)
      await expect(sign(stage)).rejects.toThrow(/cannot sign before the Monitoring Officer has/);
    await sign('monitoring-officer', '2020-06-01');
    await expect(sign('monitoring-officer')).rejects.toThrow(
      /signed by the Monitoring Officer before, on 1 June 2020/,
    );
    await expect(sign('council', '2020-06-02')).rejects.toThrow(/before the Standards Committee has/);
    await expect(sign('standards', '2020-05-31')).rejects.toThrow(/is before the Monitoring Officer signed/);
    await expect(sign('standards', '2999-01-01')).rejects.toThrow(/has not come yet/);
    await sign('standards', '2020-06-10');
    await sign('audit', '2020-07-01');
    expect(await states()).toEqual(['signed', 'signed', 'signed', 'next']);
    await expect(sign('council', '2020-07-20')).rejects.toThrow(
      /no answer is recorded to “Council’s judgement/,
    );
    await answer('effectiveness', bare);
    expect((await read()).answers[2]?.standing).toBe('A draft (version 1) until Council signs it.');
    await sign('council', '2020-07-20', { reference: 'C 45' });
    const record = await read();
    expect(record.next).toBeNull();
    expect(record.reading).toContain('Council gave its judgement of');
    expect(record.reading).toContain('on 20 July 2020 (C 45), with moderate confidence.');
    expect(record.signOffs.at(-1)?.covers).toEqual({ use: 1, strength: 1, effectiveness: 1 });
    expect(record.answers[2]?.standing).toBe('Version 1, signed by Council.');
  });

  it('are opened again by a new version, said plainly and kept', async () => {
    await twoAnswers();
    await sign('monitoring-officer');
    await sign('standards');
    await answer('strength', {
      reason: 'A workshop was missed.',
      words: 'They are weaker than was thought.',
    });
    expect(await states()).toEqual(['next', 'waiting', 'waiting', 'waiting']);
    const record = await read();
    expect(record.signOffs).toHaveLength(2);
    expect(record.signOffs.every(({ stands }) => !stands)).toBe(true);
    expect(record.signOffs[0]?.reopened).toMatch(
      /^Opened again: “How strong are the behaviours\?” was answered anew on .* \(version 2\)\.$/,
    );
    expect(record.reading).toContain('An answer changed after it was signed');
    await expect(sign('standards')).rejects.toThrow(/before the Monitoring Officer has/);
    await sign('monitoring-officer', '2020-08-01');
    await sign('standards', '2020-08-02');
    const after = await read();
    expect(after.stages.map(({ state }) => state)).toEqual(['signed', 'signed', 'next', 'waiting']);
    expect(after.signOffs.map(({ stands }) => stands)).toEqual([false, false, true, true]);
    expect(after.reading).toContain('waits for the Audit Committee');
  });

  it('of the committees hold when Council changes its own answer alone', async () => {
    await twoAnswers();
    await answer('effectiveness', bare);
    for (const stage of ['monitoring-officer', 'standards', 'audit', 'council'] as const) await sign(stage);
    await answer('effectiveness', { ...bare, reason: 'Council amended its words.' });
    expect(await states()).toEqual(['signed', 'signed', 'signed', 'next']);
    await sign('council', '2020-09-01');
    expect(await states()).toEqual(['signed', 'signed', 'signed', 'signed']);
  });

  it('cover the versions that were read, and no others', async () => {
    await twoAnswers();
    await answer('use', { reason: 'A word was put right.' });
    await expect(
      sign('monitoring-officer', '2020-06-01', { covers: { use: 1, strength: 1 } }),
    ).rejects.toThrow(/answered anew since these versions were read/);
    await sign('monitoring-officer', '2020-06-01', { covers: { use: 2, strength: 1 } });
    expect((await read()).signOffs[0]?.covers).toEqual({ use: 2, strength: 1 });
  });
});

describe('the years', () => {
  it('are those recorded, of data, and this one, the latest first', async () => {
    await evidence('use', 'for');
    const years = await judgementYears(workspace.store, '2026-05-01');
    expect(years[0]).toEqual({ year: '2026/27', answers: 0, data: false, whole: false });
    expect(years.map((one) => one.year)).toContain(year);
    expect([...years].sort((a, b) => (a.year < b.year ? 1 : -1))).toEqual(years);
  });

  it('of nothing say so', async () => {
    const record = await read();
    expect(record.reading).toBe(
      `Council can say nothing of ${year} yet: none of the three answers is recorded.`,
    );
    expect(record.notHeard.reading).toContain('6 of the 6 mechanisms of section VII');
    expect(record.notHeard.reading).toContain('No positive example and no nil return was given.');
  });
});
