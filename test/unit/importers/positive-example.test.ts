import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestWorkspace, testWorkspace } from '../../config/workspace.ts';
import { everything, expectUndone, importText, problemsOf } from './kind-file.ts';

let workspace: TestWorkspace;
beforeAll(async () => {
  workspace = await testWorkspace();
});
afterAll(() => workspace.close());

const log = `Ref,Quarter,Directorate,Nil Return,Type of Success,Date of Example,Proposed By (Role),Date to Assistant Director,Date to Monitoring Officer,Behaviours Shown,Nolan Principles,What Was Learned,What Changed,Submitted By
PE/1,Q1 2024/25,City Services,No,Solving a problem for people,14/05/2024,Head of Service,20/05/2024,28/05/2024,"Purpose over process, Recognition of success",Openness,Zebedee rang first,Weekly note,Zebedee Quillfeather
,Q1 2024/25,Homes,Yes,,,,,,,,,,Persephone Oddlaw
,2024/25 Q2,Parks,,None to report,,,,,,,,,
PE/2,Q1 2024/25,City Services,No,Compliment,May 2024,Persephone Oddlaw,20/05/2024,01/05/2024,,,,,
PE/3,Q1 2024/25,City Services,,,14/05/2024,,,,,,No type and no nil marker,,
PE/4,,City Services,No,Joint policy,,,,,,,No date at all,,
PE/5,Q1 2024/25,City Services,No,Joint policy,14/05/2024,,31/06/2024,,,,,,
`;

describe('positive examples', () => {
  it('keeps the route and its dates, nil returns as rows, and no word of what was learned', async () => {
    const result = await importText(workspace, log);
    expect([result.kind, result.read, result.accepted, result.rejected]).toEqual([
      'positive-example',
      7,
      4,
      3,
    ]);
    expect(problemsOf(result)).toEqual([
      [5, 'Type of Success', 'value-not-known', 'Compliment', false],
      [5, 'Proposed By (Role)', 'held-back', '(held back)', false],
      [5, 'Date to Monitoring Officer', 'date-order', '2024-05-01', false],
      [6, 'example_type or nil_return', 'required-missing', '', true],
      [
        7,
        'period or occurred_date or assistant_director_date or monitoring_officer_date',
        'required-missing',
        '',
        true,
      ],
      [8, 'Date to Assistant Director', 'date-unreadable', '31/06/2024', true],
    ]);
    const rows = await workspace.store.all<Record<string, unknown>>(
      'select nil_return, example_type, period_start, occurred_precision, proposed_by_role, assistant_director_date, monitoring_officer_date, behaviours from clean.positive_example order by row_no',
    );
    expect(rows.map((row) => Object.values(row))).toEqual([
      [
        false,
        'Problem solved',
        '2024-04-01',
        'day',
        'Head of Service',
        '2024-05-20',
        '2024-05-28',
        'Purpose over process;Recognition of success',
      ],
      [true, null, '2024-04-01', null, null, null, null, null],
      [true, null, '2024-07-01', null, null, null, null, null],
      [false, 'Compliment', '2024-04-01', 'month', 'Other', '2024-05-20', null, null],
    ]);
    expect(await everything(workspace.store)).not.toMatch(/Quillfeather|Oddlaw|Zebedee|Weekly note/);
    await expectUndone(workspace, result, 'clean.positive_example');
  });
});
