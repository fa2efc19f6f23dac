import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestWorkspace, testWorkspace } from '../../config/workspace.ts';
import { everything, expectUndone, importText, problemsOf } from './kind-file.ts';

let workspace: TestWorkspace;
beforeAll(async () => {
  workspace = await testWorkspace();
});
afterAll(() => workspace.close());

const log = `Action Ref,Source of Learning,Lesson,Action Agreed,Behaviour,Owner,Owner Role,Directorate,Date Agreed,Due Date,Date Completed,Status,Recheck Date,Recheck Result
LA/1,Staff survey,Papers too late,Zebedee to publish early,Open communication,Zebedee Quillfeather,Monitoring Officer,Parks,02/10/2023,31/12/2023,15/12/2023,Complete,15/06/2024,Yes
LA/2,Focus groups,Nobody asked,Ask,,Persephone Oddlaw,Persephone Oddlaw,Parks,02/10/2023,31/12/2023,,,,
LA/3,Incident log,Tone,Brief chairs,Dignity,,Democratic Services,Parks,02/10/2023,30/02/2024,,In progress,,
LA/4,Incident log,Tone,Brief chairs,Dignity,,Democratic Services,Parks,02/10/2023,,,In progress,,
LA/5,Audit,Tone,Brief chairs,Dignity,,DPS,Parks,02/10/2023,29/02/2024,,Parked,,Not yet
`;

describe('lessons and actions', () => {
  it('keeps the owner’s role and never a name, the words held back', async () => {
    const result = await importText(workspace, log);
    expect([result.kind, result.read, result.accepted, result.rejected]).toEqual(['action', 5, 3, 2]);
    expect(result.columns.filter(({ field }) => field === 'owner_role').map(({ header }) => header)).toEqual([
      'Owner Role',
    ]);
    expect(problemsOf(result)).toEqual([
      [3, 'Owner Role', 'held-back', '(held back)', false],
      [4, 'Due Date', 'date-unreadable', '30/02/2024', true],
      [5, 'due_date or done_date or recheck_date', 'required-missing', '', true],
      [6, 'Status', 'value-not-known', 'Parked', false],
    ]);
    const rows = await workspace.store.all<Record<string, unknown>>(
      'select source, owner_role, due_date, done_date, recheck_result, status from clean.action order by row_no',
    );
    expect(rows.map((row) => Object.values(row))).toEqual([
      ['Survey', 'Monitoring Officer', '2023-12-31', '2023-12-15', 'Held', 'done'],
      ['Focus group or interview', 'Other', '2023-12-31', null, null, 'open'],
      ['Audit or review', 'Director of People Services', '2024-02-29', null, null, 'Parked'],
    ]);
    expect(await everything(workspace.store)).not.toMatch(/Quillfeather|Oddlaw|Zebedee|Papers too late/);
    await expectUndone(workspace, result, 'clean.action');
  });

  it('takes a column headed “Owner” for a role where there is no other, and holds names back', async () => {
    const result = await importText(
      workspace,
      'Ref,Action,Owner,Due\n1,Do it,Chief Executive,01/05/2024\n2,Do it,Zebedee Quillfeather,13/05/2024\n',
    );
    expect([result.kind, result.accepted]).toEqual(['action', 2]);
    expect(await workspace.store.all('select owner_role from clean.action order by row_no')).toEqual([
      { owner_role: 'Chief Executive' },
      { owner_role: 'Other' },
    ]);
    expect(await everything(workspace.store)).not.toContain('Quillfeather');
  });
});
