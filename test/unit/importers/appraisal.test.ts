import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestWorkspace, testWorkspace } from '../../config/workspace.ts';
import { everything, expectUndone, importText, problemsOf } from './kind-file.ts';

let workspace: TestWorkspace;
beforeAll(async () => {
  workspace = await testWorkspace();
});
afterAll(() => workspace.close());

const exported = `Employee Number,Employee Name,Appraisal Cycle,Directorate,Grade,Management Tier,Due Date,Date Completed,Sign-off Date,Protocol Behaviours,Overall Rating,Appraiser,Manager Comment
1001,Zebedee Quillfeather,2023/24,City Services,JNC,Assistant Director,30/04/2024,22/04/2024,02/05/2024,a; Constructive challenge; dignity,Met,Persephone Oddlaw,Zebedee did well
1002,Ann Other,2023-24,City Services,GR6,Team Leader,30/04/2024,,,,,Persephone Oddlaw,
1003,Ann Third,23/24,City Services,GR5,Staff,30/04/2024,29/04/2024,20/04/2024,,n/a,Persephone Oddlaw,
,No Number,2023/24,City Services,GR5,Staff,30/04/2024,,,,,,
1005,Ann Fifth,last year,City Services,GR5,Staff,,,,,,,
1006,Ann Sixth,2023/24,City Services,GR5,Staff,30/04/2024,31/04/2024,,,Met,,
1007,Ann Seventh,2023/24,City Services,GR5,Staff,30/04/2024,,,,Splendid,,
`;

describe('appraisals', () => {
  it('reads an HR export: coverage, tier, behaviours present, signing; no name is kept', async () => {
    const result = await importText(workspace, exported);
    expect([result.kind, result.read, result.accepted, result.rejected]).toEqual(['appraisal', 7, 4, 3]);
    expect(problemsOf(result)).toEqual([
      [4, 'Sign-off Date', 'date-order', '2024-04-20', false],
      [5, 'Employee Number', 'required-missing', '', true],
      [6, 'Appraisal Cycle', 'period-unreadable', 'last year', true],
      [7, 'Date Completed', 'date-unreadable', '31/04/2024', true],
      [8, 'Overall Rating', 'value-not-known', 'Splendid', false],
    ]);
    const rows = await workspace.store.all<Record<string, unknown>>(
      'select cycle, cycle_start, tier, done_date, signed_date, status, behaviours, rating from clean.appraisal order by row_no',
    );
    expect(rows.map((row) => Object.values(row))).toEqual([
      [
        '2023/24',
        '2023-04-01',
        'Assistant Director and above',
        '2024-04-22',
        '2024-05-02',
        'done',
        'Frankness and candour;Constructive challenge;Dignity and courtesy',
        'Met',
      ],
      ['2023/24', '2023-04-01', 'Manager', null, null, 'not done', null, null],
      ['2023/24', '2023-04-01', 'Other staff', '2024-04-29', null, 'done', null, null],
      ['2023/24', '2023-04-01', 'Other staff', null, null, 'not done', null, 'Splendid'],
    ]);
    expect(await everything(workspace.store)).not.toMatch(/Quillfeather|Oddlaw|Ann (Other|Third)|1001/);
    await expectUndone(workspace, result, 'clean.appraisal');
  });

  it('reads behaviours from a column each, ticked or not', async () => {
    const sheet = `Staff Number,Cycle,Completed,Frankness and candour,Constructive challenge,Dignity and courtesy
1,2024/25,01/04/2025,Y,N,1
2,2024/25,02/04/2025,,,
3,2024/25,,N,N,0
`;
    const result = await importText(workspace, sheet);
    expect([result.kind, result.accepted]).toEqual(['appraisal', 3]);
    expect(await workspace.store.all('select behaviours from clean.appraisal order by row_no')).toEqual([
      { behaviours: 'Frankness and candour;Dignity and courtesy' },
      { behaviours: null },
      { behaviours: null },
    ]);
  });

  it('counts what a later import says of the same person and cycle', async () => {
    await importText(workspace, 'Staff Number,Cycle,Completed\n3,2024/25,20/04/2025\n');
    expect(
      await workspace.store.all('select status, count(*) as n from mart.appraisal group by all order by all'),
    ).toEqual([{ status: 'done', n: 3 }]);
  });
});
