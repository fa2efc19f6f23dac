// The awareness funnel: steps by their words or a person's choice, each with its own base; what was not asked.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readFunnel } from '#core/figures/funnel.ts';
import { setStep } from '#core/governance/survey-lens.ts';
import { funnel } from '#shared/schemas/awareness.ts';
import { awarenessStepOf } from '#shared/vocabulary/awareness.ts';
import { fillSurvey } from './survey-rows.ts';
import { openWorkspace, settings, type Workspace } from './workspace.ts';

it.each([
  ['I have heard of the Member Officer Protocol', 'heard'],
  ['Are you aware of the Protocol?', 'heard'],
  ['Have you read the Protocol?', 'read'],
  ['I know what the Member Officer Protocol expects of me', 'understood'],
  ['I know how to raise a concern about behaviour', 'route'],
  ['I know how to raise a concern about the behaviour of an officer or a councillor', 'route'],
  ['I am confident that I could raise a concern about conduct', 'used'],
  ['I have used the Protocol in the last year', 'used'],
  ['I can manage my workload', null],
  ['Officers give me information that is timely and accurate', null],
  ['I have raised money for charity', null],
])('“%s” is the step %s', (wording, step) => expect(awarenessStepOf(wording)).toBe(step));

describe('the funnel', () => {
  let workspace: Workspace;
  const read = (request = {}) => readFunnel(workspace.store, request, settings);
  beforeAll(async () => {
    workspace = await openWorkspace();
    await fillSurvey(
      workspace.store,
      { wave: '2024-02-05' },
      [
        { line: 'heard', wording: 'Have you heard of the Protocol?', scale: 'yes-no' },
        { line: 'read', wording: 'Have you read the Protocol?', scale: 'yes-no' },
        { line: 'expects', wording: 'I know what the Protocol expects of me' },
        { line: 'other', wording: 'I understand the Protocol' },
      ],
      [
        { count: 40, scores: [1, 1, 4, 4] },
        { count: 20, scores: [1, 0, 2, 4] },
        { count: 20, scores: [0, null, 2, 4] },
      ],
    );
  });
  afterAll(() => workspace.close());

  it('tells each step of its own base, and says what was not asked', async () => {
    const value = await read();
    expect(funnel.parse(value)).toEqual(value);
    expect(value.steps.map(({ step, shown, base }) => [step, shown, base])).toEqual([
      ['heard', '75%', 80],
      ['read', '67%', 60],
      ['understood', '50%', 80],
      ['route', 'not asked', null],
      ['used', 'not asked', null],
    ]);
    expect(value.steps[0]?.interval?.lower).toBeCloseTo(64.5, 0);
    expect(value.reading).toBe(
      'On 5 February 2024: 75% have heard of the Protocol (base 80); 67% have read it (base 60); 50% know what it expects (base 80). 2 steps were not asked.',
    );
    expect(value.warnings.map(({ code }) => code)).toEqual(['step-chosen']);
  });

  it('follows a person’s choice, and takes it back', async () => {
    const set = (line: string, step: 'understood' | 'none' | null) =>
      workspace.store.transaction((session) => setStep(session, { line, step }, 'tester'));
    await set('other', 'understood');
    const chosen = (await read()).steps[2];
    expect(chosen).toMatchObject({ line: 'other', chosenBy: 'person', shown: '100%' });
    await set('other', 'none');
    expect((await read()).warnings).toEqual([]);
    expect((await read()).steps[2]).toMatchObject({ line: 'expects', chosenBy: 'wording' });
    await set('other', null);
    expect((await read()).warnings).toHaveLength(1);
  });

  it('hides a step that few answered', async () => {
    const own = await openWorkspace();
    const asked = [{ line: 'read', wording: 'Have you read the Protocol?', scale: 'yes-no' }];
    await fillSurvey(own.store, { wave: '2024-02-05' }, asked, [{ count: 6, scores: [1] }]);
    const { steps, reading } = await readFunnel(own.store, {}, settings);
    expect(steps[1]).toMatchObject({ shown: '[c]', value: null, base: null, suppressed: 'c' });
    expect(reading).not.toMatch(/\d%|base/);
    await own.close();
  });
});
