// What becomes of answers that are not one point of a scale: none at all, several at once, a sentence.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestWorkspace, testWorkspace } from '../../config/workspace.ts';

const head = 'I am heard,Which of these did you use?,What got in the way?';
const rows = [
  ['Agree', 'Mediation;Coaching', 'Workload; and more'],
  ['Disagree', 'Coaching', 'People; mostly'],
  ["Don't know", 'Mediation;Coaching', 'Rooms; always cold'],
  ['Not applicable', 'Mediation', 'Rules; unclear ones'],
  ['Prefer not to say', 'Coaching;Mediation', 'Nothing'],
];

describe('the answers of a plain table', () => {
  const folder = mkdtempSync(join(tmpdir(), 'candour-answers-'));
  let workspace: TestWorkspace;
  beforeAll(async () => {
    workspace = await testWorkspace();
    const path = join(folder, 'answers.csv');
    writeFileSync(path, `${head}\n${rows.map((row) => row.join(',')).join('\n')}\n`);
    await workspace.import(path, { kind: 'survey-response', instrument: 'Pulse', wave: '2024-06-30' });
  });
  afterAll(async () => {
    await workspace.close();
    rmSync(folder, { recursive: true });
  });
  const answers = (wording: string) =>
    workspace.store.all<{ label: string; score: number | null; answered: boolean; given: number }>(
      `select a.label, a.score, a.answered, count(*)::integer as given
       from clean.survey_answer a join clean.survey_question q using (import_id, column_no)
       where q.wording = $wording group by all order by a.label`,
      { wording },
    );

  it('are kept apart from the scale where they are none: not known, not applicable, not said', async () => {
    expect(await answers('I am heard')).toEqual([
      { label: 'Agree', score: 4, answered: true, given: 1 },
      { label: 'Disagree', score: 2, answered: true, given: 1 },
      { label: "Don't know", score: null, answered: false, given: 1 },
      { label: 'Not applicable', score: null, answered: false, given: 1 },
      { label: 'Prefer not to say', score: null, answered: false, given: 1 },
    ]);
  });

  it('are one each where several were ticked in one cell, and never the parts of a sentence', async () => {
    expect(await answers('Which of these did you use?')).toEqual([
      { label: 'Coaching', score: null, answered: true, given: 4 },
      { label: 'Mediation', score: null, answered: true, given: 4 },
    ]);
    const written = await answers('What got in the way?');
    expect(JSON.stringify(written)).not.toMatch(/Workload|always cold|unclear/);
  });
});
