// Headings: which tool wrote them, how deep they are, what each column asks and how it is answered.
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type ColumnHeading, type Dialect, type Heading, readHeading } from '#core/readers/head.ts';
import { fixtures, noteCodes, readAll } from './reading.ts';

const read = async (name: string): Promise<Heading> =>
  (await readAll(join(fixtures, 'dialects', `${name}.csv`))).heading;
const kinds = (columns: readonly ColumnHeading[]): (string | null)[] =>
  columns.filter(({ role }) => role === 'metadata').map(({ metadata }) => metadata);
const at = (heading: Heading, index: number): ColumnHeading => {
  const column = heading.columns[index];
  if (!column) throw new Error(`no column ${index}`);
  return column;
};
const styles = (heading: Heading, from: number, to: number): string[] => [
  ...new Set(heading.columns.slice(from, to).map(({ style }) => style)),
];

describe('every dialect', () => {
  const cases: [name: string, dialect: Dialect, depth: number, records: number][] = [
    ['surveymonkey-2019-h1', 'surveymonkey', 2, 8],
    ['surveymonkey-2020-h1', 'surveymonkey', 2, 8],
    ['surveymonkey-2022-h1', 'surveymonkey', 2, 6],
    ['surveymonkey-2023-h1', 'surveymonkey', 2, 6],
    ['surveymonkey-south', 'surveymonkey', 2, 12],
    ['surveymonkey-star-wars', 'surveymonkey', 2, 10],
    ['qualtrics-insights', 'qualtrics', 3, 5],
    ['qualtrics-german', 'qualtrics', 3, 1],
    ['qualtrics-german-legacy', 'qualtrics-legacy', 2, 1],
    ['google-forms-2020', 'google-forms', 1, 9],
    ['limesurvey-2017', 'limesurvey', 1, 9],
    ['alchemer-councillors', 'alchemer', 1, 9],
  ];
  it.each(cases)('%s is %s, %i deep, %i responses', async (name, dialect, depth, records) => {
    const { heading, records: found } = await readAll(join(fixtures, 'dialects', `${name}.csv`));
    expect([heading.dialect, heading.headerRows, heading.headerRow, found]).toEqual([
      dialect,
      depth,
      1,
      records,
    ]);
    expect(heading.refusal).toBeNull();
    expect(heading.columns.map(({ index }) => index)).toEqual(heading.columns.map((_, index) => index));
  });
});

describe('SurveyMonkey', () => {
  it('carries questions to the right and tells choice, expanded choice, text and ranking', async () => {
    const heading = await read('surveymonkey-2019-h1');
    expect(kinds(heading.columns)).toEqual(['respondent-id', 'collector-id', 'start', 'end']);
    expect(at(heading, 6)).toMatchObject({
      question: 'Which CNCF Project(s) are you maintaining?',
      item: 'Prometheus',
      header: 'Which CNCF Project(s) are you maintaining? Prometheus',
    });
    expect(styles(heading, 36, 41)).toEqual(['expanded-choice']);
    expect(at(heading, 63)).toMatchObject({ style: 'other-text', item: 'Other (please specify)' });
    expect(at(heading, 94).style).toBe('open-ended');

    const wars = await read('surveymonkey-star-wars');
    expect([styles(wars, 3, 9), styles(wars, 9, 15), styles(wars, 15, 29)]).toEqual([
      ['multi-choice'],
      ['ranking'],
      ['matrix'],
    ]);
    expect(at(wars, 15)).toMatchObject({ item: 'Han Solo' });
    expect(at(wars, 1)).toMatchObject({ style: 'single', item: null });

    const south = await read('surveymonkey-south');
    expect([styles(south, 2, 6), styles(south, 6, 31), styles(south, 32, 34)]).toEqual([
      ['expanded-choice'],
      ['multi-choice'],
      ['expanded-choice'],
    ]);
    expect(at(south, 33)).toMatchObject({ question: 'Gender', item: 'Female' });
  });

  it('does without metadata columns, and with blank ones', async () => {
    const none = await read('surveymonkey-2023-h1');
    expect(kinds(none.columns)).toEqual([]);
    expect(at(none, 0)).toMatchObject({ question: 'My employer is (select one):', style: 'single' });
    expect(at(none, 7)).toMatchObject({ item: 'Comments:', style: 'other-text' });
    const blank = await read('surveymonkey-2022-h1');
    expect(kinds(blank.columns)).toEqual(['other', 'other']);
    expect(at(blank, 2).question).toBe('Which CNCF project(s) are you maintaining?');
  });

  it('marks the left-over copy of 2022-h1, its items too, and nothing of the first', async () => {
    const heading = await read('surveymonkey-2022-h1');
    expect(heading.columns.slice(0, 31).every(({ duplicateOf }) => duplicateOf === null)).toBe(true);
    expect(heading.columns.slice(31).every(({ duplicateOf }) => duplicateOf !== null)).toBe(true);
    expect([93, 94, 110, 112, 122].map((index) => at(heading, index).duplicateOf)).toEqual([
      3, 4, 20, 22, 30,
    ]);
    expect(noteCodes(heading.notes)).toEqual(['left-over-copy']);
  });

  it('keeps choices whose question heading was lost apart from the question before', async () => {
    const heading = await read('surveymonkey-2022-h1');
    expect(at(heading, 31)).toMatchObject({ question: '', item: 'etcd', header: 'etcd' });
  });

  it('knows row 1 repeated over a block, metadata repeated in row 2, and a missing row 2', () => {
    const repeated = readHeading([
      ['Respondent ID', 'Collector ID', 'Which apply?', 'Which apply?', 'Why?'],
      ['Respondent ID', 'Collector ID', 'Pay', 'Hours', 'Open-Ended Response'],
      ['1', '9', 'Pay', 'Hours', ''],
      ['2', '9', '', 'Hours', 'because'],
    ]);
    expect([repeated.dialect, repeated.headerRows]).toEqual(['surveymonkey', 2]);
    expect(repeated.columns.map(({ style }) => style)).toEqual([
      'unknown',
      'unknown',
      'multi-choice',
      'multi-choice',
      'open-ended',
    ]);
    const one = readHeading([
      ['RespondentID', 'CollectorID', 'How are you?'],
      ['1', '9', 'Well'],
    ]);
    expect([one.dialect, one.headerRows, kinds(one.columns)]).toEqual([
      'surveymonkey',
      1,
      ['respondent-id', 'collector-id'],
    ]);
  });

  it('refuses the summary report', async () => {
    const heading = await read('surveymonkey-2020-h2-summary');
    expect(heading.refusal?.code).toBe('survey-summary-not-responses');
    const own = readHeading([
      ['Answer Choices', 'Response Percent', 'Responses'],
      ['Yes', '50%', '2'],
      ['', 'Answered', '4'],
      ['Answered', '4'],
      ['Skipped', '0'],
    ]);
    expect(own.refusal).not.toBeNull();
  });
});

describe('Qualtrics', () => {
  it('splits statements from questions by import id, whatever the language of row 2', async () => {
    const heading = await read('qualtrics-insights');
    expect(at(heading, 12)).toMatchObject({
      question: 'Check all statements you agree with',
      item: 'Squash are great',
      style: 'multi-choice',
    });
    const german = await read('qualtrics-german');
    expect(kinds(german.columns).slice(0, 9)).toEqual([
      ...['start', 'end', 'status', 'ip', 'progress', 'duration', 'finished', 'other', 'respondent-id'],
    ]);
    expect(at(german, 11)).toMatchObject({ header: 'E-Mail des Empfängers', metadata: 'email' });
    expect(at(german, 17)).toMatchObject({ question: 'This is a multiple choice question.', role: 'answer' });
  });

  it('names the legacy format’s V1..V10 by its second row', async () => {
    const heading = await read('qualtrics-german-legacy');
    expect(kinds(heading.columns)).toEqual([
      ...['respondent-id', 'other', 'name', 'custom', 'email', 'ip', 'status', 'start', 'end', 'finished'],
      ...['latitude', 'longitude', 'other', 'other'],
    ]);
  });
});

describe('tools with one header row', () => {
  it('Google Forms: a grid’s rows, joined choices', async () => {
    const heading = await read('google-forms-2020');
    expect(at(heading, 0)).toMatchObject({ role: 'metadata', metadata: 'end' });
    expect(at(heading, 8)).toMatchObject({
      question: 'What common feature requests do you care about most?',
      item: 'Better Numpy/Pandas support',
      style: 'matrix',
    });
    expect(at(heading, 2)).toMatchObject({ question: 'Dask APIs', style: 'multi-choice' });
  });

  it('LimeSurvey: code, text and item', async () => {
    const heading = await read('limesurvey-2017');
    expect(at(heading, 0)).toMatchObject({ metadata: 'respondent-id' });
    expect(at(heading, 1)).toMatchObject({
      header: 'socio1. In which country do you work?',
      question: 'In which country do you work?',
      item: null,
    });
    const likert = heading.columns.find(({ header }) => header.startsWith('likertagree2[affSat1]'));
    expect(likert).toMatchObject({ item: 'I find real enjoyment in my job', style: 'matrix' });
    const tool = heading.columns.find(({ header }) => header.includes('[Python]'));
    expect(tool?.style).toBe('multi-choice');
  });

  it('LimeSurvey by its own columns, with codes only', () => {
    const heading = readHeading([
      ['id', 'submitdate', 'lastpage', 'startlanguage', 'Q1', 'Q2[SQ001]', 'Q2[other]'],
      ['1', '2024-01-02 10:00:00', '3', 'en', 'Agree', 'Y', 'bus'],
    ]);
    expect([heading.dialect, kinds(heading.columns)]).toEqual([
      'limesurvey',
      ['respondent-id', 'end', 'finished', 'language'],
    ]);
    expect(heading.columns.slice(4).map(({ question, item }) => [question, item])).toEqual([
      ['Q1', null],
      ['Q2', 'SQ001'],
      ['Q2', 'other'],
    ]);
  });

  it('Alchemer: the row label stands first', async () => {
    const heading = await read('alchemer-councillors');
    expect(at(heading, 9)).toMatchObject({ item: 'Education', style: 'matrix' });
    expect(at(heading, 9).question).toMatch(/^Which areas do you consider citizen participation/);
    expect(at(heading, 36)).toMatchObject({ question: 'party_reduced', role: 'answer' });
  });

  it('Microsoft Forms: metadata at the start, trailing semicolons, ranking, a question called Name', () => {
    const head = [
      'ID',
      'Start time',
      'Completion time',
      'Email',
      'Name',
      'Which days?',
      'Rank these',
      'Status',
      'Name2',
      'Points - Which days?',
    ];
    const heading = readHeading([
      head,
      [
        '1',
        '2024-05-01 09:00:00',
        '2024-05-01 09:05:00',
        'anonymous',
        '',
        'Mon;Tue;',
        'Pay;Hours;',
        'Good',
        'x',
        '1',
      ],
      [
        '2',
        '2024-05-01 09:10:00',
        '2024-05-01 09:15:00',
        'anonymous',
        '',
        'Wed;',
        'Hours;Pay;',
        'Bad',
        'y',
        '0',
      ],
    ]);
    expect(heading.dialect).toBe('microsoft-forms');
    expect(kinds(heading.columns)).toEqual(['respondent-id', 'start', 'end', 'email', 'name', 'other']);
    expect(heading.columns.slice(5, 8).map(({ style, question }) => [style, question])).toEqual([
      ['multi-choice', 'Which days?'],
      ['ranking', 'Rank these'],
      ['single', 'Status'],
    ]);
  });

  it('Microsoft Forms in another language, Jotform and Snap', () => {
    const dialect = (...head: string[]): Dialect => readHeading([head, head.map(() => '1')]).dialect;
    expect(dialect('ID', 'Startzeit', 'Fertigstellungszeit', 'E-Mail', 'Name', 'Frage')).toBe(
      'microsoft-forms',
    );
    expect(dialect('Submission Date', 'Care >> Respect', 'Care >> Pay', 'Submission ID', 'IP')).toBe(
      'jotform',
    );
    expect(dialect('ID.name', 'ID.date', 'Q1', 'Q3.a', 'Q3.b')).toBe('snap');
  });
});

describe('any other table', () => {
  const incident = ['Ref', 'Received date', 'Response', 'Status', 'Name', 'Category'];

  it('is plain, under title lines too, and its columns are nobody’s metadata', () => {
    const heading = readHeading([
      ['Protocol incidents'],
      [''],
      ['Period', '2023/24'],
      incident,
      ['A/1', '03/04/2023', 'Advice', 'Closed', 'P. Q.', 'Respect'],
      ['A/2', '04/04/2023', 'None', 'Open', 'R. S.', 'Bullying'],
      ['A/3', '05/04/2023', 'None', 'Open', '', 'Bullying'],
    ]);
    expect([heading.dialect, heading.headerRow, heading.headerRows]).toEqual(['plain', 4, 1]);
    expect(heading.columns.map(({ header }) => header)).toEqual(incident);
    expect(kinds(heading.columns)).toEqual([]);
    expect(noteCodes(heading.notes)).toEqual(['title-lines-skipped']);
  });

  it('is plain when it numbers its questions or names one column Response or Timestamp', () => {
    const numbered = readHeading([
      ['Directorate', 'Q1. I am respected', 'Q2. I am heard', 'Q3. I am paid'],
      ['Housing', 'Agree', 'Agree', 'Disagree'],
    ]);
    expect(numbered.dialect).toBe('plain');
    expect(
      readHeading([
        ['Timestamp', 'Level'],
        ['12', 'a'],
      ]).dialect,
    ).toBe('plain');
    expect(readHeading([['Complaints'], ['Response', 'Date'], ['None', '2023-01-01']]).dialect).toBe('plain');
  });

  it('does as a person says about the depth', () => {
    const rows = [
      ['Unit', 'Days'],
      ['', 'lost'],
      ['A', '1'],
    ];
    expect(readHeading(rows, { headerRows: 2 }).columns.map(({ header }) => header)).toEqual([
      'Unit',
      'Days lost',
    ]);
    const none = readHeading(rows, { headerRows: 0 });
    expect([none.headerRow, none.headerRows, none.columns.map(({ header }) => header)]).toEqual([
      1,
      0,
      ['Column 1', 'Column 2'],
    ]);
  });

  it('tidies no-break blanks, line breaks and doubled blanks out of headings', () => {
    expect(
      readHeading([
        ['a\u00a0 b', 'c\r\nd '],
        ['1', '2'],
      ]).columns.map(({ header }) => header),
    ).toEqual(['a b', 'c d']);
  });

  it('has an answer for no rows at all', () => {
    expect(readHeading([])).toMatchObject({ dialect: 'plain', columns: [], refusal: null });
  });
});
