// A store with held-back texts for tests: staged, sealed and loaded as an import does it.
import { mkdir, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { textSeal } from '#core/identity/text-block.ts';
import heldSql from '#core/importers/held-text.sql?raw';
import {
  type FreeTextColumn,
  heldPostFile,
  heldTextFile,
  openFreeText,
} from '#core/importers/stage-free-text.ts';
import undoSql from '#core/importers/undo.sql?raw';
import { openStore, type Store } from '#core/store/store.ts';

export const key = Buffer.alloc(32, 7);
export const access = { key, by: 'tester', importId: 'i1', field: 'narrative' };

export interface Planted {
  readonly importId?: string;
  readonly kind?: string;
  readonly columns?: readonly FreeTextColumn[];
  readonly names?: readonly string[];
  /** Titles of a staff list, each with its holder. */
  readonly posts?: readonly (readonly [title: string, holder: string])[];
  /** Row numbers begin at 2. */
  readonly texts: readonly (string | Readonly<Record<string, string>>)[];
  /** For a survey: how many answered. */
  readonly respondents?: number;
}

export interface HeldStore {
  readonly store: Store;
  readonly folder: string;
  plant(planted: Planted): Promise<number>;
  undo(importId: string): Promise<void>;
  /** Every byte of the database's files. */
  bytes(): Promise<Buffer>;
  close(): Promise<void>;
}

async function plant(store: Store, planted: Planted): Promise<number> {
  const { importId = 'i1', kind = 'incident', names = [], posts = [], texts, respondents = 0 } = planted;
  const columns = planted.columns ?? [{ id: 'narrative', label: 'What happened' }];
  const folder = join(store.staging, importId);
  await mkdir(folder, { recursive: true });
  const free = openFreeText({ folder, seal: textSeal(key), columns });
  for (const [index, text] of texts.entries()) {
    const cells = typeof text === 'string' ? { narrative: text } : text;
    for (const [field, cell] of Object.entries(cells)) free.see(index + 2, field, cell);
  }
  // People are known only after their texts were seen.
  for (const name of names) free.known(name);
  for (const [title, holder] of posts) free.post(title, holder);
  const held = free.close();
  const survey = kind === 'survey-response';
  await store.transaction(async (session) => {
    await session.run(heldSql, {
      import_id: importId,
      held: join(folder, heldTextFile),
      held_posts: join(folder, heldPostFile),
    });
    await session.run(
      `insert into import by name select $import_id as import_id, $kind as kind, 'log.csv' as file_name,
        'aa' as sha256, 1 as bytes, 'plain' as dialect, $instrument::varchar as instrument, $wave::date as wave,
        '{}' as mapping, $rows::integer as rows_read, $rows::integer as rows_accepted, 0 as rows_rejected,
        0 as problem_count, '[]' as notes, now()::timestamp as imported_at, 'tester' as imported_by`,
      {
        import_id: importId,
        kind,
        instrument: survey ? 'Staff survey' : null,
        wave: survey ? '2025-03-31' : null,
        rows: texts.length,
      },
    );
    for (let row = 2; row < respondents + 2; row++) {
      await session.run(
        `insert into clean.survey_response by name select $import_id as import_id, $row::integer as row_no,
          'Staff survey' as instrument, date '2025-03-31' as wave, false as test_response`,
        { import_id: importId, row },
      );
    }
  });
  await rm(folder, { recursive: true });
  return held;
}

export async function heldStore(): Promise<HeldStore> {
  const folder = await mkdtemp(join(tmpdir(), 'candour-texts-'));
  const store = await openStore(folder, 'test');
  return {
    store,
    folder,
    plant: (planted) => plant(store, planted),
    undo: async (importId) => {
      await store.transaction((session) => session.run(undoSql, { import_id: importId }));
    },
    bytes: async () => {
      const files = (await readdir(folder)).filter((name) => name.startsWith('candour.duckdb'));
      return Buffer.concat(await Promise.all(files.map((name) => readFile(join(folder, name)))));
    },
    close: async () => {
      await store.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
