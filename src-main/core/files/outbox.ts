// Owns finished packs: each a workbook with its description beside it, by id, in the workspace's folder.
import { mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { AppError } from '#shared/errors.ts';
import { type PackResult, packResult } from '#shared/schemas/pack.ts';

export interface Outbox {
  /** `told` is kept with it as text: what it would remember of the pack if it were issued. */
  put(result: PackResult, bytes: Uint8Array, told: string): Promise<void>;
  /** @throws AppError pack-unknown */
  told(pack: string): Promise<string>;
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
    put: async (result, bytes, told) => {
      await mkdir(folder, { recursive: true });
      const workbook = join(folder, `${result.pack}.xlsx`);
      await writeFile(`${workbook}.part`, bytes);
      await rename(`${workbook}.part`, workbook);
      await writeFile(join(folder, `${result.pack}.told`), told);
      await writeFile(join(folder, `${result.pack}.json`), JSON.stringify(result));
    },
    told: async (pack) => {
      const text = packName.test(pack)
        ? await readFile(join(folder, `${pack}.told`), 'utf8').catch(() => null)
        : null;
      if (text === null) throw new AppError('pack-unknown');
      return text;
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
