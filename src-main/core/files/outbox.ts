// Owns finished packs: each a workbook with its description beside it, by id, in the workspace's folder.
import { mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { AppError } from '#shared/errors.ts';
import { type PackResult, packResult } from '#shared/schemas/pack.ts';

export interface Outbox {
  put(result: PackResult, bytes: Uint8Array): Promise<void>;
  /** Newest first. */
  list(): Promise<PackResult[]>;
  /** @throws AppError pack-unknown */
  find(pack: string): Promise<{ path: string; result: PackResult }>;
}

const packName = /^[0-9a-f-]{36}$/;

/** The outbox of a workspace folder. */
export function openOutbox(workspace: string): Outbox {
  const folder = join(workspace, 'packs');
  const read = async (pack: string): Promise<PackResult | null> => {
    const text = await readFile(join(folder, `${pack}.json`), 'utf8').catch(() => null);
    return text === null ? null : packResult.parse(JSON.parse(text));
  };
  return {
    put: async (result, bytes) => {
      await mkdir(folder, { recursive: true });
      const workbook = join(folder, `${result.pack}.xlsx`);
      await writeFile(`${workbook}.part`, bytes);
      await rename(`${workbook}.part`, workbook);
      await writeFile(join(folder, `${result.pack}.json`), JSON.stringify(result));
    },
    list: async () => {
      const names = await readdir(folder).catch(() => [] as string[]);
      const found = await Promise.all(
        names.filter((name) => name.endsWith('.json')).map((name) => read(name.slice(0, -5))),
      );
      return found.filter((result) => result !== null).sort((a, b) => b.builtAt.localeCompare(a.builtAt));
    },
    find: async (pack) => {
      const result = packName.test(pack) ? await read(pack) : null;
      if (!result) throw new AppError('pack-unknown');
      return { path: join(folder, `${pack}.xlsx`), result };
    },
  };
}
