// Screening comments takes its time at the end of a pass: whoever waits is told how far it is.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { textSeal } from '#core/identity/text-block.ts';
import { stage } from '#core/importers/stage.ts';
import { openFreeText } from '#core/importers/stage-free-text.ts';
import type { StageProgress } from '#core/importers/stage-result.ts';

const folder = mkdtempSync(join(tmpdir(), 'candour-screening-'));
afterAll(() => rmSync(folder, { recursive: true }));
const key = Buffer.alloc(32, 7);

it('tells of each block how many texts are screened, of how many that are held', () => {
  const columns = [{ id: 'narrative', label: 'What happened' }];
  const free = openFreeText({ folder, seal: textSeal(key), columns });
  for (let row = 2; row < 3502; row++) free.see(row, 'narrative', row % 2 === 0 ? `Remark ${row}.` : 'n/a');
  const steps: number[][] = [];
  expect(free.close((done, of) => steps.push([done, of]))).toBe(1750);
  expect(steps).toEqual([
    [1000, 1750],
    [1750, 1750],
  ]);
});

it('is heard by who listens to the pass over a survey, after the reading', async () => {
  const path = join(folder, 'survey.csv');
  const head = 'I am treated with respect,I feel heard,I feel safe,What would help?';
  const row = (at: number) => `Agree,Disagree,Agree,It would help to be told more about plan ${at}`;
  writeFileSync(path, [head, ...Array.from({ length: 2500 }, (_, at) => row(at))].join('\n'));
  const heard: StageProgress[] = [];
  const result = await stage(
    {
      path,
      name: 'survey.csv',
      kind: 'survey-response',
      sheet: null,
      headerRows: null,
      mapping: {},
      instrument: 'Staff survey',
      wave: '2025-03-31',
      key,
      folder,
    },
    { progress: (progress) => heard.push(progress), part: () => {} },
  );
  expect(result.accepted).toBe(2500);
  const screened = heard.map((progress) => progress.screened);
  const first = screened.findIndex((step) => step !== undefined);
  expect(first).toBeGreaterThan(0);
  expect(screened.slice(first)).toEqual([1000, 2000, 2500].map((done) => ({ done, of: 2500 })));
  expect(heard.every(({ bytesRead, bytesTotal }) => bytesRead <= bytesTotal)).toBe(true);
});
