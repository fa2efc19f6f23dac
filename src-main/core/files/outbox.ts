// Owns finished packs in the workspace's folder: each a workbook, its manifest, and what it was made from.
// The rule: a released pack is frozen. It is written beside the draft and read-only, and counts once the
// database says that it was released, so that a process that ends leaves the draft or the release.
import { createHash } from 'node:crypto';
import { chmod, mkdir, readdir, readFile, rename, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { AppError } from '#shared/errors.ts';
import { type PackResult, packResult } from '#shared/schemas/pack.ts';

/** The files of a pack. `told` is what is remembered of it once it is released; `described` its model. */
export interface PackFiles {
  readonly workbook: Uint8Array;
  readonly manifest: string | Uint8Array;
  readonly described: string | Uint8Array;
  readonly told: string;
}

export interface FoundPack {
  readonly result: PackResult;
  /** Where the workbook and its manifest lie. */
  readonly path: string;
  readonly manifestPath: string;
}

export interface Outbox {
  /** Keeps a draft. */
  put(result: PackResult, files: PackFiles): Promise<void>;
  /** Lays the released pack beside its draft, read-only; it counts once the release is noted. */
  freeze(result: PackResult, files: Pick<PackFiles, 'workbook' | 'manifest' | 'described'>): Promise<void>;
  /** Newest first. */
  list(): Promise<PackResult[]>;
  /** @throws AppError pack-unknown */
  find(pack: string): Promise<FoundPack>;
  /** What a pack was made from, as text. @throws AppError pack-unknown */
  kept(pack: string, what: 'described' | 'told'): Promise<string>;
  /** SHA-256 of the file as it lies there; null where there is none. */
  hashOf(path: string): Promise<string | null>;
}

const packName = /^[0-9a-f]{8}-[0-9a-f-]{27}$/;
const readOnly = 0o444;

/** Written beside its place and moved there whole. */
async function place(path: string, content: string | Uint8Array, mode: number): Promise<void> {
  await writeFile(`${path}.part`, content);
  await chmod(`${path}.part`, mode);
  await rename(`${path}.part`, path);
}

/** The outbox of a workspace folder; `released` answers the ids of the packs whose release was noted. */
export function openOutbox(workspace: string, released: () => Promise<ReadonlySet<string>>): Outbox {
  const folder = join(workspace, 'packs');
  const at = (pack: string, ending: string): string => join(folder, `${pack}.${ending}`);
  const text = (path: string): Promise<string | null> => readFile(path, 'utf8').catch(() => null);

  /** A pack that is none of today's shape is not shown: it can be built again. */
  const read = async (pack: string, done: ReadonlySet<string>): Promise<FoundPack | null> => {
    const kind = done.has(pack) ? 'released.' : '';
    const known = await text(at(pack, `${kind}json`));
    const result = known === null ? null : packResult.safeParse(JSON.parse(known));
    if (!result?.success) return null;
    return {
      result: result.data,
      path: at(pack, `${kind}xlsx`),
      manifestPath: at(pack, `${kind}manifest`),
    };
  };
  const found = async (pack: string): Promise<FoundPack> => {
    const one = packName.test(pack) ? await read(pack, await released()) : null;
    if (!one) throw new AppError('pack-unknown');
    return one;
  };
  return {
    put: async (result, { workbook, manifest, described, told }) => {
      await mkdir(folder, { recursive: true });
      const { pack } = result;
      await place(at(pack, 'xlsx'), workbook, 0o644);
      await place(at(pack, 'manifest'), manifest, 0o644);
      await place(at(pack, 'described'), described, 0o600);
      await place(at(pack, 'told'), told, 0o600);
      await place(at(pack, 'json'), JSON.stringify(result), 0o600);
    },
    freeze: async (result, { workbook, manifest, described }) => {
      const { pack } = result;
      await place(at(pack, 'released.xlsx'), workbook, readOnly);
      await place(at(pack, 'released.manifest'), manifest, readOnly);
      await place(at(pack, 'released.described'), described, readOnly);
      await place(at(pack, 'released.json'), JSON.stringify(result), readOnly);
    },
    list: async () => {
      const names = await readdir(folder).catch(() => [] as string[]);
      const packs = new Set(
        names.map((name) => name.split('.', 1)[0] ?? '').filter((name) => packName.test(name)),
      );
      const done = await released();
      const all = await Promise.all([...packs].map((pack) => read(pack, done)));
      return all
        .flatMap((one) => one?.result ?? [])
        .sort((a, b) => b.builtAt.localeCompare(a.builtAt) || a.pack.localeCompare(b.pack));
    },
    find: found,
    kept: async (pack, what) => {
      await found(pack);
      const kind = what === 'described' && (await released()).has(pack) ? 'released.' : '';
      const content = await text(at(pack, `${kind}${what}`));
      if (content === null) throw new AppError('pack-unknown');
      return content;
    },
    hashOf: async (path) => {
      const there = await stat(path).catch(() => null);
      return there?.isFile()
        ? createHash('sha256')
            .update(await readFile(path))
            .digest('hex')
        : null;
    },
  };
}
