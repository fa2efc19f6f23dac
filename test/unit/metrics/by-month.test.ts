import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import absenceSql from '#core/metrics/absence-lost.sql?raw';
import { readByMonth } from '#core/metrics/by-month.ts';
import closeSql from '#core/metrics/days-to-close.sql?raw';
import { incidentParams } from '#core/metrics/incident-case.ts';
import cutSql from '#core/metrics/incident-cut.sql?raw';
import incidentsSql from '#core/metrics/incidents.sql?raw';
import closedSql from '#core/metrics/incidents-closed.sql?raw';
import { incidentsReceived } from '#core/metrics/incidents-received.ts';
import { type Cell, cutParams, type Question } from '#core/metrics/metric.ts';
import leaversSql from '#core/metrics/turnover.sql?raw';
import { sampleManifest } from '#shared/schemas/sample.ts';
import { type TestWorkspace, testWorkspace } from '../../config/workspace.ts';

const samples = resolve(import.meta.dirname, '../../../resources/samples/aldermere');
const manifest = sampleManifest.parse(JSON.parse(readFileSync(join(samples, 'manifest.json'), 'utf8')));
const kinds = ['incident', 'leaver', 'absence-spell'];

/** Rows by place, lists without an order of their own, amounts to a billionth. */
const settled = (rows: readonly Cell[]) =>
  rows
    .map((row) =>
      JSON.stringify(row, (_, value: unknown) =>
        Array.isArray(value)
          ? value.map(Number).sort((a, b) => a - b)
          : typeof value === 'number'
            ? Math.round(value * 1e6) / 1e6
            : value,
      ),
    )
    .sort();

describe('a longer period is what its months come to', () => {
  let workspace: TestWorkspace;
  beforeAll(async () => {
    workspace = await testWorkspace();
    for (const { file, kind, instrument = null, wave = null } of manifest.files)
      if (kinds.includes(kind)) await workspace.import(join(samples, file), { kind, instrument, wave });
  }, 60_000);
  afterAll(() => workspace.close());

  const question = (grain: Question['grain'], cuts: readonly string[]): Question => ({
    grain,
    cuts,
    choices: {},
    from: null,
    to: null,
    periods: [],
  });
  const statements = [
    ['cases closed', cutSql + closedSql, ['outcome'], incidentParams],
    ['days to close', cutSql + closeSql, ['channel'], incidentParams],
    ['leavers', leaversSql, ['directorate', 'reason'], cutParams],
    [
      'days lost',
      absenceSql,
      ['directorate'],
      (asked: Question) => ({ ...cutParams(asked), source: 'spells' }),
    ],
  ] as const;

  it.each(statements)(
    '%s: quarters and years added up are those that are read',
    async (_, sql, cuts, params) => {
      for (const split of [[], cuts]) {
        for (const grain of ['quarter', 'financial-year', 'municipal-year'] as const) {
          const asked = question(grain, split);
          const read = await workspace.store.all<Cell>(sql, params(asked));
          expect(read.length).toBeGreaterThan(3);
          expect(settled(await readByMonth(workspace.store, asked, sql, params(asked)))).toEqual(
            settled(read),
          );
        }
      }
    },
  );

  it('reads months and all dates as they are', async () => {
    for (const grain of ['month', 'all'] as const) {
      const asked = question(grain, ['category']);
      const read = await workspace.store.all<Cell>(cutSql + closedSql, incidentParams(asked));
      const rows = await readByMonth(workspace.store, asked, cutSql + closedSql, incidentParams(asked));
      expect(rows).toEqual(read);
    }
  });

  it('cases received: one reading of the months answers what every grain reads by itself', async () => {
    const sql = cutSql + incidentsSql;
    await workspace.store.transaction((session) =>
      session.run(
        "update clean.incident set received_precision = 'year' where day(received_date) in (3, 17)",
      ),
    );
    for (const split of [[], ['tier'], ['category', 'reporter-role']]) {
      const months = incidentParams(question('month', split));
      const unplaced = (await workspace.store.all<Cell>(sql, months)).filter((row) => row.period === null);
      expect(unplaced.length).toBeGreaterThan(0);
      for (const grain of ['month', 'quarter', 'financial-year', 'municipal-year', 'all'] as const) {
        const asked = question(grain, split);
        const read = await workspace.store.all<Cell>(sql, incidentParams(asked));
        const placed = read.filter(({ period }) => period !== null);
        expect(placed.length === read.length).toBe(grain === 'all');
        expect(settled(await incidentsReceived(workspace.store, asked))).toEqual(settled(placed));
      }
    }
  });

  it('cases received: some dates only are read by themselves', async () => {
    const dates = { ...question('all', ['tier']), from: '2024-04-01', to: '2024-06-30' };
    const read = await workspace.store.all<Cell>(cutSql + incidentsSql, incidentParams(dates));
    expect(await incidentsReceived(workspace.store, dates)).toEqual(read);
    expect(settled(await incidentsReceived(workspace.store, question('all', ['tier'])))).not.toEqual(
      settled(read),
    );
  });
});
