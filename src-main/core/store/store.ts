// Owns the workspace's database: opened once, locked down, migrated; one writer, one reader.
// Everything a transaction does is there afterwards or none of it, also after a killed process.
import { chmod, mkdir, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import { AppError } from '#shared/errors.ts';
import { createDrawer } from './drawn.ts';
import { migrate } from './migrate.ts';
import { createSession, type OwnedSession, type Session, type SqlParams } from './session.ts';

export type { Session } from './session.ts';

export interface Store extends Session {
  /** The only folder outside the database that SQL may read. */
  readonly staging: string;
  /** Grows with every transaction that is kept: what was worked out from the data holds while it stands. */
  readonly changes: number;
  /** Runs `work` in one transaction on the writing session. One at a time. */
  transaction<T>(work: (session: Session) => Promise<T>): Promise<T>;
  /** Stops the statement that the writing session is running. */
  interrupt(): void;
  /** Ends what runs, then closes the file. Later statements are refused with workspace-none. */
  close(): Promise<void>;
}

/** Files open in this process: DuckDB's own lock guards only against other processes. */
const openFiles = new Set<string>();

const openOptions = (temporary: string) => ({
  // With the threads that read files, a process stays under 1 GB at ten million rows.
  memory_limit: '640MB',
  threads: '2',
  temp_directory: temporary,
  max_temp_directory_size: '4GB',
  autoinstall_known_extensions: 'false',
  autoload_known_extensions: 'false',
  allow_community_extensions: 'false',
});

/** Order matters: the folder is named before access is closed, the lock comes last. */
async function lockDown(connection: DuckDBConnection, staging: string): Promise<void> {
  await connection.run("set TimeZone='UTC'");
  await connection.run(`set allowed_directories=['${staging.replaceAll("'", "''")}/']`);
  await connection.run('set enable_external_access=false');
  await connection.run('set lock_configuration=true');
}

async function openInstance(file: string, temporary: string, name: string): Promise<DuckDBInstance> {
  try {
    return await DuckDBInstance.create(file, openOptions(temporary));
  } catch (cause) {
    const said = String(cause);
    if (/conflicting lock|already open|being used by another/i.test(said))
      throw new AppError('workspace-locked', { name }, { cause });
    const readOnly = /permission denied|read-?only|access is denied/i.test(said);
    throw new AppError(readOnly ? 'workspace-readonly' : 'workspace-damaged', { name }, { cause });
  }
}

/**
 * Opens (or makes) the database `candour.duckdb` in a workspace folder.
 * @throws AppError workspace-locked, workspace-damaged, workspace-newer
 */
export async function openStore(folder: string, name: string): Promise<Store> {
  const file = resolve(folder, 'candour.duckdb');
  if (openFiles.has(file)) throw new AppError('workspace-locked', { name });
  openFiles.add(file);
  const staging = resolve(folder, 'staging');
  const temporary = join(staging, 'spill');
  let instance: DuckDBInstance | undefined;
  try {
    // The lock is taken first: what lies in the staging folder may be another Candour's.
    instance = await openInstance(file, temporary, name);
    await rm(staging, { recursive: true, force: true });
    await mkdir(temporary, { recursive: true });
    await chmod(file, 0o600);
    const writer = await instance.connect();
    await lockDown(writer, staging);
    const reader = await instance.connect();
    const writing = createSession(writer);
    await migrate(writing, name);
    return createStore({ file, staging, instance, writer, reader, writing });
  } catch (cause) {
    instance?.closeSync();
    openFiles.delete(file);
    throw cause;
  }
}

/** What follows waits for an end, and does not hold on to what came of it. */
const nothing = (): void => {};

interface Opened {
  readonly file: string;
  readonly staging: string;
  readonly instance: DuckDBInstance;
  readonly writer: DuckDBConnection;
  readonly reader: DuckDBConnection;
  readonly writing: OwnedSession;
}

function createStore({ file, staging, instance, writer, reader, writing }: Opened): Store {
  let tail: Promise<unknown> = Promise.resolve();
  let changes = 0;
  const reading = createSession(reader);
  const transact = async <T>(work: (session: Session) => Promise<T>): Promise<T> => {
    await writing.run('begin');
    try {
      const value = await work(writing);
      // A statement is planned by what the columns held (decision 0016): nothing may change before it has run.
      await reading.between(() => writing.run('commit'));
      changes += 1;
      return value;
    } catch (cause) {
      await writing.run('rollback');
      throw cause;
    }
  };
  const draw = createDrawer(reading, () => changes);
  return {
    staging,
    get changes() {
      return changes;
    },
    all: async <T extends object>(sql: string, params: SqlParams = {}) => {
      await draw(sql, params);
      return reading.all<T>(sql, params);
    },
    run: reading.run,
    transaction: (work) => {
      const turn = tail.then(
        () => transact(work),
        () => transact(work),
      );
      tail = turn.then(nothing, nothing);
      return turn;
    },
    interrupt: () => writer.interrupt(),
    close: async () => {
      await tail;
      await Promise.all([reading.end(), writing.end()]);
      writer.closeSync();
      reader.closeSync();
      instance.closeSync();
      openFiles.delete(file);
    },
  };
}
