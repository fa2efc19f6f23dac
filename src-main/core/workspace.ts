// Owns one open workspace: its folder, database, key, outbox and settings.

import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { AppError } from '#shared/errors.ts';
import type { AuditDetail } from '#shared/schemas/audit.ts';
import {
  defaultSettings,
  type SettingChange,
  type WorkspaceListing,
  type WorkspaceSettings,
  type WorkspaceSummary,
  workspaceSettings,
} from '#shared/schemas/workspace.ts';
import { type Outbox, openOutbox } from './files/outbox.ts';
import { openSolvedPlans, type SolvedPlans } from './files/solved-plans.ts';
import { type PackState, readPackState } from './governance/pack-state.ts';
import { type Audit, openAudit } from './identity/audit.ts';
import { makeKey, readKey } from './identity/key.ts';
import { createOfficer, type Officer } from './identity/officer.ts';
import { openVault, type Vault } from './identity/vault.ts';
import { openStore, type Store } from './store/store.ts';

export interface Workspace {
  readonly id: string;
  readonly store: Store;
  readonly key: Uint8Array;
  readonly outbox: Outbox;
  /** What was worked out before of which numbers must be hidden. */
  readonly solved: SolvedPlans;
  /** The log of what was done under the officer's key, and of changes of policy. */
  readonly audit: Audit;
  readonly officer: Officer;
  readonly vault: Vault;
  settings(): Promise<WorkspaceSettings>;
  /** All that changes a figure or a sheet, as one hash, and when it last changed. */
  packState(): Promise<PackState>;
  /** Every change of a setting, the last first. */
  changes(): Promise<SettingChange[]>;
  change(settings: Partial<WorkspaceSettings>, by: string): Promise<void>;
  summary(): Promise<WorkspaceSummary>;
  close(): Promise<void>;
}

const databaseOf = (folder: string): string => join(folder, 'candour.duckdb');
const keyOf = (folder: string): string => join(folder, 'candour.key');
const cardOf = (folder: string): string => join(folder, 'workspace.json');

interface Card {
  readonly council: string;
  readonly opened: string;
  readonly sample: boolean;
}

async function readCard(folder: string): Promise<Card | null> {
  const text = await readFile(cardOf(folder), 'utf8').catch(() => null);
  try {
    return text === null ? null : (JSON.parse(text) as Card);
  } catch {
    return null;
  }
}

/** The workspaces below a home folder, the last opened first. */
export async function listWorkspaces(home: string): Promise<WorkspaceListing[]> {
  const entries = await readdir(home, { withFileTypes: true }).catch(() => []);
  const found = await Promise.all(
    entries
      .filter((entry) => entry.isDirectory() && existsSync(databaseOf(join(home, entry.name))))
      .map(async (entry) => {
        const card = await readCard(join(home, entry.name));
        return { id: entry.name, council: card?.council ?? entry.name, opened: card?.opened ?? null };
      }),
  );
  return found.sort((a, b) => (b.opened ?? '').localeCompare(a.opened ?? '') || a.id.localeCompare(b.id));
}

/** Makes a workspace folder and opens it. @throws AppError workspace-exists */
export async function createWorkspace(
  home: string,
  id: string,
  council: string,
  by: string,
  sample = false,
): Promise<Workspace> {
  const folder = join(home, id);
  if (existsSync(databaseOf(folder))) throw new AppError('workspace-exists', { name: id });
  if (existsSync(keyOf(folder))) throw new AppError('workspace-key-found', { name: id });
  await mkdir(folder, { recursive: true, mode: 0o700 });
  try {
    await makeKey(folder);
    await writeFile(
      cardOf(folder),
      JSON.stringify({ council, opened: new Date().toISOString(), sample } satisfies Card),
    );
    const workspace = await openWorkspace(home, id, true);
    await workspace.change(defaultSettings(council), by);
    return workspace;
  } catch (cause) {
    if (!existsSync(databaseOf(folder))) {
      await rm(keyOf(folder), { force: true });
      await rm(cardOf(folder), { force: true });
    }
    throw cause;
  }
}

/** A database that cannot be used after all is closed again, so that it can be opened another time. */
async function openOrClose<T>(store: Store, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (cause) {
    await store.close();
    throw cause;
  }
}

/** @throws AppError workspace-unknown, workspace-locked, workspace-damaged, workspace-newer */
export async function openWorkspace(home: string, id: string, fresh = false): Promise<Workspace> {
  const folder = join(home, id);
  if (!fresh && !existsSync(databaseOf(folder))) throw new AppError('workspace-unknown', { name: id });
  const key = await readKey(folder, id);
  const store = await openStore(folder, id);
  const card = await readCard(folder);
  const sample = card?.sample ?? false;
  const settings = async (): Promise<WorkspaceSettings> => {
    const rows = await store.all<{ key: string; value: string | null }>('select key, value from setting');
    const stored = Object.fromEntries(
      rows.map((row) => [row.key, JSON.parse(row.value ?? 'null') as unknown]),
    );
    return workspaceSettings.parse({ ...defaultSettings(card?.council ?? id), ...stored });
  };
  const note = async () => {
    const { council } = await settings();
    await writeFile(
      cardOf(folder),
      JSON.stringify({ council, opened: new Date().toISOString(), sample } satisfies Card),
    );
  };
  await note();
  const vault = openVault(folder, store);
  const audit = await openOrClose(store, async () => {
    await vault.prune();
    return openAudit(folder, store);
  });
  const officer = createOfficer(folder, store, audit);
  const solved = openSolvedPlans(folder, key);
  return {
    id,
    store,
    key,
    outbox: openOutbox(folder, async () => {
      const rows = await store.all<{ pack: string }>('select pack from issued_pack');
      return new Set(rows.map(({ pack }) => pack));
    }),
    solved,
    audit,
    officer,
    vault,
    settings,
    packState: () => readPackState(store, key),
    changes: () =>
      store.all<SettingChange>(
        `select key, previous, value, set_by as "by", strftime(set_at, '%Y-%m-%dT%H:%M:%SZ') as "at"
         from setting_change order by set_at desc, rowid desc`,
      ),
    change: async (changed, by) => {
      const told: AuditDetail[] = [];
      await store.transaction(async (session) => {
        const before = new Map(
          (await session.all<{ key: string; value: string }>('select key, value from setting')).map((row) => [
            row.key,
            row.value,
          ]),
        );
        for (const [name, value] of Object.entries(changed)) {
          const at = new Date().toISOString();
          const previous = before.get(name) ?? null;
          const params = { key: name, value: JSON.stringify(value), by, at };
          if (previous !== params.value) {
            await session.run(
              'insert into setting_change values ($key, $previous, $value, $by, $at::timestamp)',
              { ...params, previous },
            );
            if (previous !== null) told.push({ setting: name, before: previous, after: params.value });
          }
          await session.run(
            'insert or replace into setting values ($key, $value, $by, $at::timestamp)',
            params,
          );
        }
      });
      for (const detail of told) await audit.add(by, 'setting-changed', detail);
      await note();
    },
    summary: async () => {
      const rows = await store.all<{ kind: string; imports: number }>(
        'select kind, count(*) as imports from import group by kind order by kind',
      );
      return {
        id,
        settings: await settings(),
        imports: rows.reduce((sum, row) => sum + row.imports, 0),
        kinds: rows.map((row) => row.kind),
        sample,
      };
    },
    close: async () => {
      officer.forget();
      await solved.close();
      await store.close();
    },
  };
}
