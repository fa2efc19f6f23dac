import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { realFile, realFilesThere, whyNoRealFiles } from '../../config/real-files.ts';
import { type TestWorkspace, testWorkspace } from '../../config/workspace.ts';

/** The facts are those of each set's SOURCE.md, computed independently of this project. */
describe.skipIf(!realFilesThere)(`real survey files${realFilesThere ? '' : `: ${whyNoRealFiles}`}`, () => {
  let workspace: TestWorkspace;
  beforeAll(async () => {
    workspace = await testWorkspace();
  });
  afterAll(() => workspace.close());

  const waves = [
    ['2019-h1', '2019-03-31', 64],
    ['2020-h1', '2020-04-30', 79],
    ['2020-h2', '2020-12-31', 97],
    ['2021-h2', '2021-11-30', 102],
    ['2022-h1', '2022-06-30', 99],
    ['2023-h1', '2023-06-30', 145],
  ] as const;

  it('imports six SurveyMonkey files as waves of one instrument', async () => {
    for (const [name, wave, responses] of waves) {
      const result = await workspace.import(realFile(`surveymonkey-cncf-maintainers/${name}.csv`), {
        instrument: 'Maintainers',
        wave,
      });
      expect([name, result.kind, result.dialect, result.read, result.accepted, result.rejected]).toEqual([
        name,
        'survey-response',
        'surveymonkey',
        responses,
        responses,
        0,
      ]);
    }
  });

  it('refuses the summary export among them', async () => {
    await expect(
      workspace.stage(realFile('surveymonkey-cncf-maintainers/2020-h2-summary.csv')),
    ).rejects.toMatchObject({ code: 'survey-summary' });
  });

  const means = (question: string) =>
    workspace.store.all<{ wave: string; scale: string; base: number; mean: number }>(
      `select q.wave, q.scale, count(*) as base, round(avg(a.score), 4) as mean
       from clean.survey_question q join clean.survey_answer a using (import_id, column_no)
       where q.instrument = 'Maintainers' and q.wording ilike $question and a.answered and q.scale is not null
       group by all order by q.wave`,
      { question: `${question}%` },
    );

  it('scores the answers as counted independently, one line across waves, its scale changing in 2020', async () => {
    // In 2019 the scale of five points is spread over one column a point.
    expect(await means('Would you recommend CNCF')).toEqual([
      { wave: '2019-03-31', scale: 'number-1-5', base: 64, mean: 4.2344 },
      { wave: '2020-04-30', scale: 'agree-5', base: 79, mean: 4.1646 },
      { wave: '2020-12-31', scale: 'number-1-10', base: 97, mean: 8.8041 },
      { wave: '2021-11-30', scale: 'number-1-10', base: 102, mean: 8.9118 },
      { wave: '2022-06-30', scale: 'number-1-10', base: 99, mean: 8.5354 },
      { wave: '2023-06-30', scale: 'number-1-10', base: 145, mean: 8.8276 },
    ]);
    const support = await means('Are you satisfied with the overall support');
    expect(
      support.filter(({ scale }) => scale === 'number-1-10').map(({ base, mean }) => [base, mean]),
    ).toEqual([
      [97, 8.2577],
      [102, 8.3824],
      [99, 7.8788],
      [137, 8.4234],
    ]);
    const staff = await means('Did you feel that the CNCF staff');
    expect(staff[0]).toEqual({ wave: '2020-04-30', scale: 'agree-5', base: 77, mean: 4.4156 });
    const lines = await workspace.store.all(
      `select distinct line from clean.survey_question where wording ilike 'Would you recommend CNCF%' and scale is not null`,
    );
    expect(lines).toHaveLength(1);
  });

  it('does not count the left-over copy inside 2022-h1', async () => {
    const [row] = await workspace.store.all(
      `select max(n)::integer as most from (
         select count(*) as n from clean.survey_answer a join clean.survey_question q using (import_id, column_no)
         where q.wave = date '2022-06-30' and q.style not in ('multi-choice', 'expanded-choice') group by q.line)`,
    );
    expect(row).toEqual({ most: 99 });
  });

  const others = [
    ['surveymonkey-538/StarWars.csv', 'surveymonkey', 1186],
    ['surveymonkey-538/SOUTH.csv', 'surveymonkey', 2528],
    ['googleforms-dask/dask-2019.csv', 'google-forms', 259],
    ['googleforms-dask/dask-2020.csv', 'google-forms', 239],
    ['limesurvey-rse-uk/rse-uk-2016.csv', 'limesurvey', 273],
    ['limesurvey-rse-uk/rse-uk-2017.csv', 'limesurvey', 253],
    ['qualtrics-tools/better-sample-insights.csv', 'qualtrics', 10],
    ['qualtrics-tools/many-types-insights.csv', 'qualtrics', 5],
    ['qualtrics-tools/many-types-legacy.csv', 'qualtrics-legacy', 5],
    ['qualtrics-tools/matrix-single-insights.csv', 'qualtrics', 5],
    ['qualtrics-tools/matrix-single-legacy.csv', 'qualtrics-legacy', 5],
    ['qualtrics-tools/no-basis-insights.csv', 'qualtrics', 15],
    ['qualtrics-tools/qualtrics-german-3row.csv', 'qualtrics', 1],
    ['qualtrics-tools/qualtrics-german-legacy.csv', 'qualtrics-legacy', 1],
    ['councillor-survey-mysociety/councillor-survey-2020.csv', 'alchemer', 122],
    ['surveymonkey-538/raw-responses.csv', 'plain', 1615],
  ] as const;
  it.each(others)('imports %s as %s with %i respondents', async (file, dialect, responses) => {
    const result = await workspace.import(realFile(file), { instrument: file, wave: '2020-06-30' });
    expect([result.kind, result.dialect, result.read, result.accepted]).toEqual([
      'survey-response',
      dialect,
      responses,
      responses,
    ]);
  });

  const counts = (instrument: string, wording: string, columns = 'lower(a.label) as label, count(*) as n') =>
    workspace.store.all<{ label: string; n: number }>(
      `select ${columns} from clean.survey_answer a join clean.survey_question q using (import_id, column_no)
       where q.instrument = $instrument and q.wording ilike $wording group by 1 order by n desc, 1`,
      { instrument, wording },
    );

  it('counts choices, multi-selects and expanded blocks as counted independently', async () => {
    expect(await counts('googleforms-dask/dask-2019.csv', 'How often do you use Dask%')).toEqual([
      { label: 'occasionally', n: 128 },
      { label: 'every day', n: 69 },
      { label: 'just looking for now', n: 37 },
      { label: 'i use dask all the time, even when i sleep', n: 24 },
    ]);
    const apis = Object.fromEntries(
      (await counts('googleforms-dask/dask-2020.csv', 'Dask APIs')).map(({ label, n }) => [label, n]),
    );
    expect(apis).toMatchObject({
      dataframe: 179,
      delayed: 133,
      array: 124,
      futures: 79,
      bag: 61,
      xarray: 55,
      ml: 54,
      rapids: 38,
    });
    const south = await counts(
      'surveymonkey-538/SOUTH.csv',
      'How much, if at all, do you personally identify%',
    );
    expect(south.map(({ n }) => n)).toEqual([936, 579, 556, 457]);
    const han = Object.fromEntries(
      (await counts('surveymonkey-538/StarWars.csv', '%Han Solo%')).map(({ label, n }) => [label, n]),
    );
    expect(han).toMatchObject({
      'very favorably': 610,
      'somewhat favorably': 151,
      'unfamiliar (n/a)': 15,
      'very unfavorably': 1,
    });
    const [transparency] = await workspace.store.all(
      `select round(avg(a.score), 4) as mean from clean.survey_answer a join clean.survey_question q using (import_id, column_no)
       where q.instrument ilike 'councillor-survey%' and q.wording ilike 'Transparency of process%'`,
    );
    expect(transparency).toEqual({ mean: 4.5574 });
    const parties = await workspace.store.all(
      `select party, count(*) as n from clean.survey_response where instrument ilike 'councillor-survey%' group by party order by n desc, party`,
    );
    expect(parties.slice(-2)).toEqual([
      { party: 'SNP', n: 3 },
      { party: 'PC', n: 2 },
    ]);
  });

  it('leaves test responses of Qualtrics out of figures but keeps them in the count', async () => {
    const rows = await workspace.store.all(
      `select test_response, count(*) as n from clean.survey_response where instrument = 'qualtrics-tools/no-basis-insights.csv' group by 1`,
    );
    expect(rows).toEqual([{ test_response: true, n: 15 }]);
  });
});
