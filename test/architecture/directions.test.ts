import { appendFileSync, cpSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { cruise } from './cruise.ts';

const project = resolve(import.meta.dirname, '../..');

/** A broken direction: the line planted in a file, and the rule that must find it. */
const planted: readonly (readonly [rule: string, file: string, line: string])[] = [
  ['shared-imports-zod-only', 'src-shared/reply.ts', "import 'commander';"],
  [
    'stats-imports-nothing-of-ours',
    'src-main/core/stats/wilson.ts',
    "import type {} from '#shared/reply.ts';",
  ],
  ['disclosure', 'src-main/core/disclosure/planted.ts', "import '#core/store/store.ts';"],
  ['store', 'src-main/core/store/store.ts', "import '#core/metrics/index.ts';"],
  ['files', 'src-main/core/files/inbox.ts', "import '#core/readers/open.ts';"],
  ['identity', 'src-main/core/identity/key.ts', "import '#core/readers/open.ts';"],
  ['readers', 'src-main/core/readers/open.ts', "import 'exceljs';"],
  ['importers', 'src-main/core/importers/stage.ts', "import '#core/figures/index.ts';"],
  ['metrics', 'src-main/core/metrics/index.ts', "import '#core/stats/index.ts';"],
  ['figures', 'src-main/core/figures/index.ts', "import '#core/importers/index.ts';"],
  ['governance', 'src-main/core/governance/due.ts', "import '#core/importers/index.ts';"],
  ['pattern', 'src-main/core/pattern/rule.ts', "import '#core/figures/index.ts';"],
  ['packs', 'src-main/core/packs/validate.ts', "import '#core/metrics/index.ts';"],
  ['checker', 'src-main/core/checker/index.ts', "import '#core/packs/model.ts';"],
  ['exceljs-in-the-writer-only', 'src-main/core/packs/validate.ts', "import 'exceljs';"],
  ['duckdb-in-the-store-only', 'src-main/core/metrics/index.ts', "import '@duckdb/node-api';"],
  ['handlers-never-ask-metrics', 'src-main/core/handlers/figures.ts', "import '#core/metrics/index.ts';"],
  ['nobody-imports-the-front-door', 'src-main/core/handlers/jobs.ts', "import type {} from '#core/app.ts';"],
  // Two steps away: a shared module that reaches a host.
  ['core-knows-no-host', 'src-shared/calendar.ts', "import '../src-main/hosts/guards.ts';"],
  ['renderer-knows-no-main', 'src-renderer/client.ts', "import '../src-shared/planted.ts';"],
  ['hosts-know-the-front-door-only', 'src-main/hosts/guards.ts', "import '#core/store/store.ts';"],
  ['electron-in-desktop-only', 'src-main/hosts/guards.ts', "import 'electron';"],
  ['charts-and-parts-stand-alone', 'src-renderer/charts/planted.tsx', "import '../client.ts';"],
  [
    'packs-and-hosts-reach-no-raw-figure',
    'src-renderer/client.ts',
    "import '../src-main/core/metrics/index.ts';",
  ],
  ['no-cycles', 'src-shared/vocabulary/vocabulary.ts', "import './roles.ts';"],
];

describe('import directions', () => {
  const copy = mkdtempSync(join(tmpdir(), 'candour-planted-'));
  afterAll(() => rmSync(copy, { recursive: true, force: true }));

  it('are kept by every module of the house', () => {
    const { modules, violations } = cruise();
    expect(violations).toEqual([]);
    // A cruise that reads nothing also finds nothing.
    expect(modules.length).toBeGreaterThan(250);
    for (const room of [
      'stats',
      'store',
      'readers',
      'importers',
      'metrics',
      'figures',
      'governance',
      'pattern',
      'packs',
      'checker',
      'handlers',
    ]) {
      expect(
        modules.filter((module) => module.startsWith(`src-main/core/${room}/`)).length,
        room,
      ).toBeGreaterThan(2);
    }
  });

  it('are seen to be broken, each by its rule, where a violation is planted', () => {
    for (const folder of ['src-main', 'src-renderer', 'src-shared'])
      cpSync(join(project, folder), join(copy, folder), { recursive: true });
    for (const file of ['package.json', 'tsconfig.json']) cpSync(join(project, file), join(copy, file));
    symlinkSync(join(project, 'node_modules'), join(copy, 'node_modules'));
    writeFileSync(join(copy, 'src-shared/planted.ts'), "import '../src-main/hosts/guards.ts';\n");
    for (const [, file, line] of planted) appendFileSync(join(copy, file), `\n${line}\n`);
    const found = new Set(cruise(copy).violations.map((violation) => violation.split(':')[0]));
    expect([...found].sort()).toEqual([...new Set(planted.map(([rule]) => rule))].sort());
  }, 300_000);
});
