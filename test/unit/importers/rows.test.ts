import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { undoImport } from '#core/importers/load.ts';
import { type TestWorkspace, testWorkspace } from '../../config/workspace.ts';

const folder = mkdtempSync(join(tmpdir(), 'candour-rows-'));
const file = (name: string, text: string): string => {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
};

describe('importing rows', () => {
  let workspace: TestWorkspace;
  beforeAll(async () => {
    workspace = await testWorkspace();
  });
  afterAll(async () => {
    await workspace.close();
    rmSync(folder, { recursive: true });
  });

  it('accepts or rejects every row, and keeps what it rejected with the reason', async () => {
    const path = file(
      'log.csv',
      [
        'Case Ref,Date Received,Reporter Role,Subject Role,Category,Date Closed',
        'A/1,13/05/2023,Officer,Cllr,"Bullying; Disrepute",20/06/2023',
        ',14/05/2023,Officer,Councillor,Respect,',
        'A/3,31/02/2023,Officer,Councillor,Respect,',
        'A/4,15/05/2023,Martian,Councillor,Untidiness,01/05/2023',
        '',
      ].join('\n'),
    );
    const result = await workspace.import(path);
    expect([result.kind, result.read, result.accepted, result.rejected]).toEqual(['incident', 4, 2, 2]);
    expect(
      result.problems.map(({ row, column, code, value, rejects }) => [row, column, code, value, rejects]),
    ).toEqual([
      [3, 'Case Ref', 'required-missing', '', true],
      [4, 'Date Received', 'date-unreadable', '31/02/2023', true],
      [5, 'Reporter Role', 'held-back', '(held back)', false],
      [5, 'Category', 'value-not-known', 'Untidiness', false],
      [5, 'Date Closed', 'date-order', '2023-05-01', false],
    ]);
    const cases = await workspace.store.all(
      'select case_ref, subject_role, closed_date, status from clean.incident order by 1',
    );
    expect(cases).toEqual([
      { case_ref: 'A/1', subject_role: 'Councillor', closed_date: '2023-06-20', status: 'closed' },
      { case_ref: 'A/4', subject_role: 'Councillor', closed_date: null, status: 'closed' },
    ]);
    const allegations = await workspace.store.all(
      "select category from mart.incident_allegation where case_ref = 'A/1' order by 1",
    );
    expect(allegations.map((row) => Object.values(row)[0])).toEqual([
      'Bullying, harassment and discrimination',
      'Disrepute',
    ]);
  });

  it('undoes one import whole and leaves the others', async () => {
    const first = await workspace.import(
      file('e1.csv', 'Date,Title,Type\n13/09/2023,Protocol adopted,adoption\n'),
    );
    const second = await workspace.import(file('e2.csv', 'Date,Title,Type\n25/05/2022,Election,election\n'));
    await workspace.store.transaction((session) =>
      undoImport(session, first.importId, { by: 'tester', at: '2025-01-01T00:00:00Z', replacedBy: null }),
    );
    expect(await workspace.store.all('select title from clean.event')).toEqual([{ title: 'Election' }]);
    expect(
      await workspace.store.all('select import_id from import where kind = $kind', { kind: 'event' }),
    ).toEqual([{ import_id: second.importId }]);
  });

  it('asks which way round dates are when nothing settles it', async () => {
    const path = file('ambiguous.csv', 'Date,Title\n01/02/2023,Something\n');
    expect((await workspace.stage(path)).ambiguousDates).toBe('Date');
    expect((await workspace.stage(path, { mapping: { dateOrder: 'mdy' } })).ambiguousDates).toBeNull();
  });

  it('takes a column of comments for what it is, though its heading names a category', async () => {
    const rows = Array.from(
      { length: 40 },
      (_, index) => `C/${index},14/05/2023,Remark number ${index} about nothing`,
    );
    const result = await workspace.import(
      file('comments.csv', ['Case Ref,Date Received,Outcome', ...rows, ''].join('\n')),
    );
    expect(result.accepted).toBe(40);
    expect(
      await workspace.store.all("select distinct outcome from clean.incident where case_ref like 'C/%'"),
    ).toEqual([{ outcome: 'Other' }]);
  });

  it('takes a column of names for what it is, though its heading names a role or a category', async () => {
    const names = ['Zebedee Quillfeather', 'Persephone Oddlaw'];
    const result = await workspace.import(
      file(
        'raised.csv',
        `Case Ref,Date Received,Raised by,Outcome\nN/1,14/05/2023,${names[0]},${names[1]}\nN/2,15/05/2023,${names[1]},${names[0]}\n`,
      ),
    );
    expect(JSON.stringify(result)).not.toMatch(/Quillfeather|Oddlaw/);
    expect(
      await workspace.store.all(
        "select reporter_role, outcome from clean.incident where case_ref like 'N/%'",
      ),
    ).toEqual(Array(2).fill({ reporter_role: 'Other', outcome: 'Other' }));
  });

  it('keeps suppressed aggregates apart from zero and from missing', async () => {
    await workspace.import(
      file(
        'agg.csv',
        'Month,Unit,Reason,FTE days lost\n31/01/2025,A,X,<5\n31/01/2025,B,X,0\n31/01/2025,C,X,12.5\n',
      ),
    );
    expect(
      await workspace.store.all(
        'select unit, fte_days_lost, fte_days_lost_state from clean.absence_aggregate order by unit',
      ),
    ).toEqual([
      { unit: 'A', fte_days_lost: null, fte_days_lost_state: 'c' },
      { unit: 'B', fte_days_lost: 0, fte_days_lost_state: null },
      { unit: 'C', fte_days_lost: 12.5, fte_days_lost_state: null },
    ]);
  });

  it('never lets a name, e-mail, employee number or IP address reach the database file', async () => {
    const planted = [
      'Zebedee Quillfeather',
      'zebedee.quillfeather@example.org',
      'EMP-7734421',
      '203.0.113.77',
      'Persephone Oddlaw',
    ];
    const [name, email, number, address, subject] = planted as [string, string, string, string, string];
    await workspace.import(
      file(
        'absence.csv',
        `Employee Number,Employee Name,Absence Start Date,Absence End Date,Absence Reason,Comments\n${number},${name},13/01/2024,20/01/2024,Stress,Rang ${email}\n${number},${name},30/02/2024,20/01/2024,Stress,${name}\n`,
      ),
    );
    await workspace.import(
      file(
        'incidents.csv',
        `Case Ref,Date Received,Subject,Complainant,Narrative\nZ/1,14/05/2023,${subject},${name},${subject} wrote to ${email}\nZ/2,,${subject},${name},x\n`,
      ),
    );
    await workspace.import(
      file('raised2.csv', `Case Ref,Date Received,Raised by,Outcome\nY/1,14/05/2023,${name},${subject}\n`),
    );
    await workspace.import(
      file(
        'survey.csv',
        `Respondent ID,Collector ID,Start Date,End Date,IP Address,Email Address,First Name,Last Name,I am treated with respect,Any comments?\n,,,,,,,,Response,Open-Ended Response\n8811,1,2024-01-01,2024-01-02,${address},${email},Zebedee,Quillfeather,Agree,Ask ${subject}\n8812,1,2024-01-01,2024-01-02,${address},x@example.org,A,B,Disagree,\n`,
      ),
      { instrument: 'Names' },
    );
    await workspace.store.transaction((session) => session.run('checkpoint').catch(() => 0));
    for (const part of ['candour.duckdb', 'candour.duckdb.wal']) {
      const bytes = (() => {
        try {
          return readFileSync(join(workspace.folder, part)).toString('latin1');
        } catch {
          return '';
        }
      })();
      for (const text of [...planted, 'Quillfeather', 'Zebedee', 'Oddlaw', '8811'])
        expect(bytes.includes(text), `${text} in ${part}`).toBe(false);
    }
    const [spell] = await workspace.store.all<{ person: string }>('select person from clean.absence_spell');
    expect(spell?.person).toMatch(/^p-[0-9a-f]{20}$/);
  });
});
