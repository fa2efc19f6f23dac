import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { realFile, realFilesThere, whyNoRealFiles } from '../../config/real-files.ts';
import { type TestWorkspace, testWorkspace } from '../../config/workspace.ts';
import { expectUndone, importText, problemsOf } from './kind-file.ts';

let workspace: TestWorkspace;
beforeAll(async () => {
  workspace = await testWorkspace();
});
afterAll(() => workspace.close());

const long = `Survey,Financial Year,Question,Group,Answer,% agree,Number of responses
Staff survey,2017/18,People are polite,All,Agree,61,"1,204"
Staff survey,2017/18,People are polite,Elections,Agree,[c],<5
Staff survey,2017-18,People are polite,Parks,Agree,*,12
Staff survey,2017/18,People are polite,Homes,Agree,..,40
Staff survey,2017/18,People are polite,Roads,Agree,0,31
Staff survey,2017/18,People are polite,Baths,Agree,164,31
Staff survey,2017/18,People are polite,Halls,Agree,,31
Staff survey,FY18,People are polite,Lanes,Agree,50,31
Staff survey,Q2 2018/19,People are polite,Lanes,Agree,50,31
`;

describe('published survey results', () => {
  it('keeps what is withheld apart from nothing and from zero, and rejects what is no percentage', async () => {
    const result = await importText(workspace, long, { name: 'old.csv' });
    expect([result.kind, result.read, result.accepted, result.rejected]).toEqual([
      'survey-aggregate',
      9,
      6,
      3,
    ]);
    expect(problemsOf(result).map(([row, column, code]) => [row, column, code])).toEqual([
      [7, '% agree', 'number-out-of-range'],
      [8, 'percent or series', 'required-missing'],
      [9, 'Financial Year', 'period-unreadable'],
    ]);
    const rows = await workspace.store.all(
      'select group_name, period, period_start, percent, percent_state, base, base_state from clean.survey_aggregate order by row_no',
    );
    const year = { period: '2017/18', period_start: '2017-04-01' };
    expect(rows).toEqual([
      { group_name: 'All', ...year, percent: 61, percent_state: null, base: 1204, base_state: null },
      { group_name: 'Elections', ...year, percent: null, percent_state: 'c', base: null, base_state: 'c' },
      { group_name: 'Parks', ...year, percent: null, percent_state: 'c', base: 12, base_state: null },
      { group_name: 'Homes', ...year, percent: null, percent_state: 'x', base: 40, base_state: null },
      { group_name: 'Roads', ...year, percent: 0, percent_state: null, base: 31, base_state: null },
      {
        group_name: 'Lanes',
        period: 'Q2 2018/19',
        period_start: '2018-07-01',
        percent: 50,
        percent_state: null,
        base: 31,
        base_state: null,
      },
    ]);
  });

  it('counts the later of two imports of one figure, and the earlier again when that is undone', async () => {
    const later = await importText(
      workspace,
      'Survey,Financial Year,Question,Group,Answer,Percent\nStaff survey,2017/18,People are polite,All,Agree,58\n',
    );
    const shown = async () =>
      (
        await workspace.store.all<{ percent: number }>(
          "select percent from mart.survey_aggregate where group_name = 'All' and period = '2017/18'",
        )
      ).map(({ percent }) => percent);
    expect(await shown()).toEqual([58]);
    await expectUndone(workspace, later, 'clean.survey_aggregate');
    expect(await shown()).toEqual([61]);
  });

  it('reads one column a year, names the survey after the file and turns fractions into percentages', async () => {
    const wide = 'Measure,Label,2018,2019/20,2021\nB1,I am safe,0.5,NA,0.57\nB2,I am heard,[c],,0.02\n';
    const result = await importText(workspace, wide, { name: 'benchmark.csv' });
    expect([result.kind, result.accepted]).toEqual(['survey-aggregate', 2]);
    const rows = await workspace.store.all<Record<string, unknown>>(
      "select question, period, percent, percent_state from clean.survey_aggregate where instrument = 'benchmark' order by row_no, period_start",
    );
    expect(rows.map((row) => Object.values(row))).toEqual([
      ['I am safe', '2018', 50, null],
      ['I am safe', '2019/20', null, 'x'],
      ['I am safe', '2021', 57, null],
      ['I am heard', '2018', null, 'c'],
      ['I am heard', '2021', 2, null],
    ]);
  });

  it('rejects a row in whose years something is no number', async () => {
    const wide = 'Measure,Label,2018,2019\nB1,I am safe,61,high\nB2,I am heard,60,62\n';
    const result = await importText(workspace, wide);
    expect([result.read, result.accepted, result.rejected]).toEqual([2, 1, 1]);
    expect(result.problems.map(({ code }) => code)).toEqual(['number-unreadable']);
  });

  it.skipIf(!realFilesThere)(
    `reads twelve years of a public benchmark${realFilesThere ? '' : `: ${whyNoRealFiles}`}`,
    async () => {
      for (const [name, english] of [
        ['mean', 0.64],
        ['median', 0.66],
      ] as const) {
        const result = await workspace.import(realFile(`csps-timeseries/csps-${name}-2009-2020.csv`));
        expect([result.kind, result.read, result.accepted]).toEqual(['survey-aggregate', 157, 157]);
        const of = { import_id: result.importId };
        const [count] = await workspace.store.all(
          "select count(*) as n, count(*) filter (percent_state = 'x') as na, count(percent) as shown from clean.survey_aggregate where import_id = $import_id",
          of,
        );
        expect(count).toEqual({ n: 157 * 12, na: 554, shown: 157 * 12 - 554 });
        const [last] = await workspace.store.all(
          "select percent, theme from clean.survey_aggregate where import_id = $import_id and question_ref = 'EES' and period = '2020'",
          of,
        );
        expect(last).toEqual({ percent: english * 100, theme: 'Employee engagement index' });
      }
      const discrimination = await workspace.store.all<{ percent: number }>(
        "select percent from clean.survey_aggregate where instrument = 'csps-mean-2009-2020' and question_ref = 'E01_yes' order by period_start",
      );
      expect(discrimination.map(({ percent }) => percent)).toEqual([
        12, 13, 12, 12, 12, 12, 13, 13, 13, 14, 13, 10,
      ]);
    },
  );
});
