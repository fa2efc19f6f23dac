import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestWorkspace, testWorkspace } from '../../config/workspace.ts';
import { everything, expectUndone, importText, problemsOf } from './kind-file.ts';

let workspace: TestWorkspace;
beforeAll(async () => {
  workspace = await testWorkspace();
});
afterAll(() => workspace.close());

const records = `Learner,Learner Name,Member or Officer,Learner Role,Directorate,Course Title,Course Type,In Role Since,Enrolment Date,Completion Date,Completion Status,Follows a Case,Booked By
Cllr Zebedee Quillfeather,Zebedee Quillfeather,Member,Councillor,,New member induction,Induction,05/05/2022,09/05/2022,01/06/2022,Completed,No,Persephone Oddlaw
1002,Ann Other,Officer,AD,Parks,Working together: the Protocol,,01/02/2020,20/05/2024,,Did not attend,Yes,
1003,Ann Third,Officer,Lollipop lead,Parks,Knots and splices,Lunch and learn,01/02/2020,20/05/2024,11/06/2024,,,
,Ann Fourth,Officer,,Parks,Corporate induction,,01/02/2024,20/05/2024,,,,
1005,Ann Fifth,Officer,,Parks,Corporate induction,,01/02/2024,20/05/2024,31/06/2024,,,
1006,Ann Sixth,Officer,,Parks,,,01/02/2024,20/05/2024,,,,
`;

describe('training and induction', () => {
  it('reads the records of a learning system, a row a person', async () => {
    const result = await importText(workspace, records);
    expect([result.kind, result.read, result.accepted, result.rejected]).toEqual(['training', 6, 3, 3]);
    expect(problemsOf(result)).toEqual([
      [4, 'Learner Role', 'held-back', '(held back)', false],
      [4, 'Course Type', 'value-not-known', 'Lunch and learn', false],
      [5, 'person or attended or invited', 'required-missing', '', true],
      [6, 'Completion Date', 'date-unreadable', '31/06/2024', true],
      [7, 'course or training_kind', 'required-missing', '', true],
    ]);
    const rows = await workspace.store.all<Record<string, unknown>>(
      'select side, role, training_kind, booked_date, done_date, status, outcome_linked from clean.training order by row_no',
    );
    expect(rows.map((row) => Object.values(row))).toEqual([
      ['Councillor', 'Councillor', 'Induction', '2022-05-09', '2022-06-01', 'done', false],
      ['Officer', 'Assistant Director', 'Protocol', '2024-05-20', null, 'not done', true],
      ['Officer', 'Other', 'Lunch and learn', '2024-05-20', '2024-06-11', 'done', null],
    ]);
    expect(await everything(workspace.store)).not.toMatch(/Quillfeather|Oddlaw|Ann (Other|Third|Fourth)/);
    await expectUndone(workspace, result, 'clean.training');
  });

  it('reads totals by directorate, with what is withheld', async () => {
    const totals = `Course,Financial Year,Directorate,Number Invited,Number Attended\nProtocol briefing,2023/24,Parks,40,31\nProtocol briefing,2023/24,Elections,<5,[c]\nProtocol briefing,2023/24,Roads,12,lots\n`;
    const result = await importText(workspace, totals);
    expect([result.kind, result.read, result.accepted, result.rejected]).toEqual(['training', 3, 2, 1]);
    const rows = await workspace.store.all<Record<string, unknown>>(
      'select period_start, invited, invited_state, attended, attended_state, training_kind, person from clean.training order by row_no',
    );
    expect(rows.map((row) => Object.values(row))).toEqual([
      ['2023-04-01', 40, null, 31, null, 'Protocol', null],
      ['2023-04-01', null, 'c', null, 'c', 'Protocol', null],
    ]);
  });
});
