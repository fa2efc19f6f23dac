// A workspace's parts for tests: a real store in a temporary folder, a key, and an import that does
// what the app does: stage a file, then load it.
import { createHash, randomBytes } from 'node:crypto';
import { mkdir, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { loadImport } from '#core/importers/load.ts';
import { stage } from '#core/importers/stage.ts';
import type { StageResult, StageTask } from '#core/importers/stage-result.ts';
import { openStore, type Store } from '#core/store/store.ts';

export interface TestWorkspace {
  readonly folder: string;
  readonly store: Store;
  stage(path: string, options?: Partial<StageTask>): Promise<StageResult>;
  import(path: string, options?: Partial<StageTask>): Promise<StageResult & { importId: string }>;
  close(): Promise<void>;
}

const key = Buffer.alloc(32, 7);

export async function testWorkspace(): Promise<TestWorkspace> {
  const folder = await mkdtemp(join(tmpdir(), 'candour-test-'));
  const store = await openStore(folder, 'test');
  const task = (path: string, options: Partial<StageTask>): StageTask => ({
    path,
    name: basename(path),
    kind: null,
    sheet: null,
    headerRows: null,
    mapping: {},
    instrument: null,
    wave: null,
    key,
    folder: null,
    ...options,
  });
  return {
    folder,
    store,
    stage: (path, options = {}) => stage(task(path, options), { progress: () => {}, part: () => {} }),
    import: async (path, options = {}) => {
      const importId = `i${randomBytes(5).toString('hex')}`;
      const staging = join(store.staging, importId);
      await mkdir(staging, { recursive: true });
      const bytes = await readFile(path);
      const identity = {
        importId,
        fileName: basename(path),
        sha256: createHash('sha256').update(bytes).digest('hex'),
        bytes: bytes.length,
        mapping: options.mapping ?? {},
        importedAt: new Date().toISOString(),
        importedBy: 'tester',
        folder: staging,
      };
      const { result } = await loadImport(
        store,
        identity,
        (part) => stage(task(path, { ...options, folder: staging }), { progress: () => {}, part }),
        (staged) => ({
          instrument: staged.survey ? (options.instrument ?? basename(path)) : null,
          wave: staged.survey?.wave ?? null,
          notes: staged.notes,
        }),
      );
      await rm(staging, { recursive: true, force: true });
      return { ...result, importId };
    },
    close: async () => {
      await store.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
