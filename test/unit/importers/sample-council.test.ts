import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sampleManifest } from '#shared/schemas/sample.ts';
import { type TestWorkspace, testWorkspace } from '../../config/workspace.ts';

const folder = resolve(import.meta.dirname, '../../../resources/samples/aldermere');
const manifest = sampleManifest.parse(JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')));

describe('the sample council through the real importers', () => {
  let workspace: TestWorkspace;
  beforeAll(async () => {
    workspace = await testWorkspace();
  });
  afterAll(() => workspace.close());

  it.each(manifest.files)(
    '$file is recognised as $kind and its rows are as the manifest says',
    async ({ file, kind, instrument = null, wave = null, rows, expectedRejected }) => {
      const recognised = await workspace.stage(join(folder, file));
      expect(recognised.kind).toBe(kind);
      const result = await workspace.import(join(folder, file), { kind, instrument, wave });
      expect([result.read, result.rejected, result.accepted]).toEqual([
        rows,
        expectedRejected,
        rows - expectedRejected,
      ]);
      const [kept] = await workspace.store.all(
        'select count(*) as n from rejected_row where import_id = $import_id',
        { import_id: result.importId },
      );
      expect(kept).toEqual({ n: expectedRejected });
    },
  );

  it('shares the days of a spell that crosses a month end between the months, losing none', async () => {
    const [spells] = await workspace.store.all<{ days: number }>(
      'select round(sum(coalesce(fte_days_lost, working_days_lost * coalesce(fte, 1))), 1) as days from clean.absence_spell where fte_days_lost is not null or working_days_lost is not null',
    );
    const [months] = await workspace.store.all<{ days: number }>(
      'select round(sum(fte_days_lost), 1) as days from mart.absence_month',
    );
    expect(Math.abs((months?.days ?? 0) - (spells?.days ?? 1)) / (spells?.days ?? 1)).toBeLessThan(0.02);
    const [count] = await workspace.store.all(
      'select (select sum(spells) from mart.absence_month) >= (select count(*) from clean.absence_spell) as same',
    );
    expect(count).toEqual({ same: true });
  });
});
