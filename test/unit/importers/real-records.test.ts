import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AppError } from '#shared/errors.ts';
import type { Mapping } from '#shared/schemas/import.ts';
import { realFile, realFilesThere, whyNoRealFiles } from '../../config/real-files.ts';
import { type TestWorkspace, testWorkspace } from '../../config/workspace.ts';

const mapping = (name: string): Mapping =>
  JSON.parse(
    readFileSync(join(import.meta.dirname, `../../fixtures/importers/${name}.mapping.json`), 'utf8'),
  ) as Mapping;

describe.skipIf(!realFilesThere)(`real records${realFilesThere ? '' : `: ${whyNoRealFiles}`}`, () => {
  let workspace: TestWorkspace;
  beforeAll(async () => {
    workspace = await testWorkspace();
  });
  afterAll(() => workspace.close());

  it('imports 508 conduct cases with their years, open cases and tick-box categories', async () => {
    const result = await workspace.import(realFile('conduct-govtrack/misconduct-instances.csv'), {
      kind: 'incident',
      mapping: mapping('conduct-govtrack'),
    });
    expect([result.read, result.accepted, result.rejected]).toEqual([508, 508, 0]);
    const years = await workspace.store.all<{ y: number; n: number }>(
      `select year(received_date) as y, count(*) as n from clean.incident where year(received_date) between 2010 and 2025 group by 1 order by 1`,
    );
    expect(Object.fromEntries(years.map(({ y, n }) => [y, n]))).toEqual({
      2010: 13,
      2011: 10,
      2012: 9,
      2013: 8,
      2014: 10,
      2015: 13,
      2016: 8,
      2017: 16,
      2018: 10,
      2019: 9,
      2020: 6,
      2021: 41,
      2022: 35,
      2023: 6,
      2024: 9,
      2025: 4,
    });
    const [people] = await workspace.store.all('select count(distinct subject) as n from clean.incident');
    expect(people).toEqual({ n: 445 });
    const categories = await workspace.store.all<{ category: string; n: number }>(
      'select category, count(*) as n from mart.incident_allegation group by 1',
    );
    expect(Object.fromEntries(categories.map(({ category, n }) => [category, n]))).toEqual({
      'Use of position': 116,
      Disrepute: 125,
      'Use of resources': 90,
      Interests: 215,
      'Bullying, harassment and discrimination': 34,
    });
    const [shapes] = await workspace.store.all(
      `select count(*) filter (received_precision = 'year') + count(*) filter (closed_precision = 'year') as years,
              count(*) filter (received_precision = 'month') + count(*) filter (closed_precision = 'month') as months from clean.incident`,
    );
    expect(shapes).toEqual({ years: 96, months: 5 });
  });

  it('imports 615 resignations, reading month first because the column proves it', async () => {
    const result = await workspace.import(
      realFile('councillor-resignations-538/congressional_resignations.csv'),
      { mapping: mapping('congressional-resignations') },
    );
    expect([result.kind, result.read, result.accepted]).toEqual(['councillor-term', 615, 615]);
    expect(result.notes.map(({ code }) => code)).toContain('dates-month-first');
    const decades = await workspace.store.all<{ d: number; n: number }>(
      'select year(left_date) // 10 * 10 as d, count(*) as n from clean.councillor_term group by 1 order by 1',
    );
    expect(decades.map(({ n }) => n)).toEqual([42, 63, 43, 48, 75, 39, 47, 94, 35, 39, 39, 51]);
    const parties = await workspace.store.all(
      'select party, count(*) as n from clean.councillor_term group by 1 order by 1',
    );
    expect(parties).toEqual([
      { party: 'D', n: 357 },
      { party: 'R', n: 258 },
    ]);
  });

  it('imports 822 leavers with month, year and unknown dates, inventing no day', async () => {
    const result = await workspace.import(realFile('leavers-dete-exit-survey/dete_survey.csv'));
    expect([result.kind, result.read, result.accepted]).toEqual(['leaver', 822, 822]);
    const precision = await workspace.store.all<{ p: string; n: number }>(
      'select movement_precision as p, count(*) as n from clean.leaver group by 1',
    );
    expect(Object.fromEntries(precision.map(({ p, n }) => [p, n]))).toEqual({
      year: 546,
      month: 242,
      unknown: 34,
    });
    const reasons = await workspace.store.all<{ reason: string; n: number }>(
      'select reason, count(*) as n from clean.leaver group by 1',
    );
    expect(Object.fromEntries(reasons.map(({ reason, n }) => [reason, n]))).toEqual({
      Retirement: 285 + 67,
      Resignation: 311,
      'Ill-health retirement': 61,
      Other: 49,
      'End of fixed term': 34,
      Dismissal: 15,
    });
  });

  it('imports the NHS aggregates without doubling the month that both files hold', async () => {
    const year = await workspace.import(
      realFile('nhs-sickness-reasons/sickness-reasons-12m-to-2025-01.xlsx'),
    );
    const month = await workspace.import(realFile('nhs-sickness-reasons/sickness-reasons-2025-01.xlsx'));
    expect([year.kind, year.accepted, month.kind, month.accepted]).toEqual([
      'absence-aggregate',
      300,
      'absence-aggregate',
      25,
    ]);
    const [total] = await workspace.store.all(
      'select round(sum(fte_days_lost), 2) as days, count(*) as rows from mart.absence_aggregate',
    );
    expect(total).toEqual({ days: 27001253.85, rows: 300 });
  });

  const torture = ['csv-spectrum', 'exceljs-spec', 'messytables-horror'].flatMap((set) => {
    const folder = realFile(`torture/${set}`);
    if (!realFilesThere) return [];
    return readdirSync(folder)
      .filter(
        (name) => name !== 'SOURCE.md' && name !== 'facts.json' && statSync(join(folder, name)).isFile(),
      )
      .map((name) => `${set}/${name}`);
  });
  it.each(torture)(
    'torture/%s lands or is refused with a code, and a refusal changes nothing',
    async (name) => {
      const everything =
        'select (select count(*) from import) as imports, (select count(*) from clean.survey_answer) as answers, (select count(*) from clean.survey_response) as responses';
      const before = await workspace.store.all(everything);
      const outcome = await workspace
        .import(realFile(`torture/${name}`), {
          kind: 'survey-response',
          instrument: name,
          wave: '2020-01-01',
        })
        .catch((cause: unknown) => cause);
      if (outcome instanceof Error) {
        expect(outcome).toBeInstanceOf(AppError);
        expect(await workspace.store.all(everything)).toEqual(before);
        return;
      }
      const { read, accepted, rejected } = outcome as { read: number; accepted: number; rejected: number };
      expect(read).toBe(accepted + rejected);
      expect(read).toBeGreaterThan(0);
    },
    20_000,
  );
});
