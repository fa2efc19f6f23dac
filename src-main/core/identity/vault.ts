// Owns the names that were kept: `vault.jsonl` beside the database, one line an import, sealed to the officer.
// The rule: only people whom incidents are about, only while the officer has switched it on; a line whose
// import was undone goes with it. Who has the file without the passphrase learns no name and no pseudonym.
import type { KeyObject } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Session } from '#core/store/session.ts';
import { appendText, replaceFile } from './replace-file.ts';
import { openSealed, type SealedTo, sealTo } from './sealed-to.ts';

interface VaultLine extends SealedTo {
  readonly import: string;
}

export interface Vault {
  /** Keeps the names of an import; the caller's transaction makes the import stand. */
  add(importId: string, names: SealedTo): Promise<void>;
  /** Drops the names of imports that are not there any more. */
  prune(): Promise<void>;
  /** The name behind a pseudonym as the last import wrote it; null where none is kept. */
  find(pseudonym: string, key: KeyObject): Promise<string | null>;
}

const place = 'names';

/** Seals the names of a pass, by pseudonym, to the officer's public key. */
export const sealNames = (publicKey: string, names: ReadonlyMap<string, string>): SealedTo =>
  sealTo(publicKey, JSON.stringify([...names]), place);

function lineOf(text: string): VaultLine | null {
  try {
    return JSON.parse(text) as VaultLine;
  } catch {
    // The process ended while it wrote: that import was not finished either.
    return null;
  }
}

export function openVault(folder: string, session: Pick<Session, 'all'>): Vault {
  const path = join(folder, 'vault.jsonl');
  const lines = async (): Promise<VaultLine[]> => {
    if (!existsSync(path)) return [];
    const text = await readFile(path, 'utf8');
    return text
      .split('\n')
      .filter((line) => line !== '')
      .flatMap((line) => lineOf(line) ?? []);
  };
  const standing = async (): Promise<VaultLine[]> => {
    const imports = await session.all<{ id: string }>('select import_id as id from import');
    const known = new Set(imports.map(({ id }) => id));
    return (await lines()).filter((line) => known.has(line.import));
  };
  return {
    add: (importId, names) => appendText(path, `${JSON.stringify({ import: importId, ...names })}\n`),
    prune: async () => {
      const all = await lines();
      if (all.length === 0) return;
      const kept = await standing();
      if (kept.length === all.length) return;
      await replaceFile(path, kept.map((line) => `${JSON.stringify(line)}\n`).join(''));
    },
    find: async (pseudonym, key) => {
      for (const line of (await standing()).reverse()) {
        const text = openSealed(key, line, place);
        const names = text === null ? [] : (JSON.parse(text) as [string, string][]);
        const found = names.find(([known]) => known === pseudonym);
        if (found) return found[1];
      }
      return null;
    },
  };
}
