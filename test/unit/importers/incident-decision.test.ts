import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestWorkspace, testWorkspace } from '../../config/workspace.ts';
import { everything, expectUndone, importText, problemsOf } from './kind-file.ts';

let workspace: TestWorkspace;
beforeAll(async () => {
  workspace = await testWorkspace();
});
afterAll(() => workspace.close());

const log = `Case Ref,Date Received,Date of Incident,Category,Decision Makers,Sanction,Support,Behaviours Engaged,Principles,Seniority Gap,Contact Route Check,Skip Level,Escalation Agreed,Formal Route,Safeguarding
M/1,13/05/2024,01/05/2024,Respect,MO + Whip,Words of advice; Apology,Training,"Dignity, Candour",Leadership,Junior officer,Bypassed,Y,n,,No
M/2,14/05/2024,,Respect,"Zebedee Quillfeather; Monitoring Officer",None,Mentoring,,,,,,,The Arrangements,
M/3,15/05/2024,,Bullying,,,,,,,,,,,Yes
M/3,15/05/2024,,Bullying,,,,Dignity,,,,,,,
M/4,16/05/2024,,Bullying,,,,Dignity,,,,,,LADO,
M/5,17/05/2024,,Bullying,,,,Dignity,,,,,,Police,No
M/6,18/05/2024,,Bullying,,,,Dignity,,,,,,,ask the MO
`;

describe('how an incident was decided', () => {
  it('keeps deciders as posts, sanction and support apart, and leaves safeguarding out of what figures read', async () => {
    const result = await importText(workspace, log);
    expect([result.kind, result.read, result.accepted]).toEqual(['incident', 7, 7]);
    expect(problemsOf(result)).toEqual([
      [3, 'Decision Makers', 'held-back', '(held back)', false],
      [7, 'Safeguarding', 'safeguarding-unclear', 'No', false],
      [8, 'Safeguarding', 'value-not-known', 'ask the MO', false],
    ]);
    const kept = await workspace.store.all<Record<string, unknown>>(
      'select case_ref, safeguarding from clean.incident order by row_no',
    );
    expect(kept.map((row) => Object.values(row))).toEqual([
      ['M/1', false],
      ['M/2', false],
      ['M/3', true],
      ['M/3', false],
      ['M/4', true],
      ['M/5', false],
      ['M/6', true],
    ]);
    const cases = await workspace.store.all<Record<string, unknown>>(
      `select case_ref, occurred_date, sanction, support, action, decision_makers, seniority_gap, route_check, skip_level, escalation_agreed
       from mart.incident_case order by 1`,
    );
    expect(cases.map((row) => Object.values(row))).toEqual([
      [
        'M/1',
        '2024-05-01',
        'Words of advice;Apology',
        'Training',
        'Words of advice',
        'Monitoring Officer;Group Whip',
        'Wide gap',
        'Route not followed',
        true,
        false,
      ],
      [
        'M/2',
        null,
        'No sanction',
        'Coaching or mentoring',
        'Coaching or mentoring',
        'Other;Monitoring Officer',
        null,
        null,
        null,
        null,
      ],
      ['M/5', null, null, null, null, null, null, null, null, null],
    ]);
    for (const view of ['mart.incident', 'mart.incident_allegation'])
      expect(await workspace.store.all(`select distinct case_ref from ${view} order by 1`), view).toEqual([
        { case_ref: 'M/1' },
        { case_ref: 'M/2' },
        { case_ref: 'M/5' },
      ]);
    expect(
      await workspace.store.all(
        'select behaviour, count(*) as n from mart.behaviour_mention group by all order by all',
      ),
    ).toEqual([
      { behaviour: 'Dignity and courtesy', n: 2 },
      { behaviour: 'Frankness and candour', n: 1 },
    ]);
    expect(await everything(workspace.store)).not.toContain('Quillfeather');
    await expectUndone(workspace, result, 'clean.incident');
  });

  it('tells sanction from support where a log has one column for both', async () => {
    const result = await importText(
      workspace,
      'Case Ref,Date Received,Outcome,Sanction or Support\nN/1,13/05/2024,Upheld,Removed from committee\nN/2,14/05/2024,Upheld,Coaching\nN/3,15/05/2024,Referred to police,\n',
    );
    expect(result.accepted).toBe(3);
    expect(
      await workspace.store.all('select case_ref, action, sanction, support from mart.incident order by 1'),
    ).toEqual([
      { case_ref: 'N/1', action: 'Group discipline', sanction: 'Group discipline', support: null },
      { case_ref: 'N/2', action: 'Support', sanction: null, support: 'Support' },
    ]);
  });
});
