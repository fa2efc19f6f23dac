// Owns how a statement is asked: named parameters in, plain JavaScript values out.
// No text is ever pasted into SQL; a parameter a statement does not name is not bound.
import type { DuckDBConnection, DuckDBMaterializedResult, DuckDBPreparedStatement } from '@duckdb/node-api';
import { DuckDBTypeId, JSDuckDBValueConverter } from '@duckdb/node-api';
import { AppError } from '#shared/errors.ts';

export type SqlValue = string | number | boolean | null;
export type SqlParams = Readonly<Record<string, SqlValue>>;

export interface Session {
  /** Runs the one statement of `sql`; answers its rows. Dates are `YYYY-MM-DD` text. */
  all<T extends object>(sql: string, params?: SqlParams): Promise<T[]>;
  /** Runs every statement of `sql`; answers how many rows the last one changed. */
  run(sql: string, params?: SqlParams): Promise<number>;
}

function bind(statement: DuckDBPreparedStatement, params: SqlParams): void {
  const values: Record<string, SqlValue> = {};
  for (let index = 1; index <= statement.parameterCount; index++) {
    const name = statement.parameterName(index);
    const value = params[name];
    if (value === undefined) throw new Error(`No value for the parameter $${name}`);
    values[name] = value;
  }
  if (statement.parameterCount > 0) statement.bind(values);
}

function plain(value: unknown, type: DuckDBTypeId): unknown {
  if (typeof value === 'bigint') return Number(value);
  if (value instanceof Date) {
    return type === DuckDBTypeId.DATE ? value.toISOString().slice(0, 10) : value.toISOString();
  }
  if (Array.isArray(value)) return value.map((item) => plain(item, type));
  return value;
}

/** The rows of a result by the names of its columns. */
function rowsOf<T extends object>(result: DuckDBMaterializedResult): T[] {
  const types = result.columnTypes().map((type) => type.typeId);
  const names = result.columnNames();
  const rows: T[] = [];
  for (let index = 0; index < result.chunkCount; index++) {
    for (const row of result.getChunk(index).convertRows(JSDuckDBValueConverter)) {
      const named = row.map((value, column) => [
        names[column],
        plain(value, types[column] ?? DuckDBTypeId.VARCHAR),
      ]);
      rows.push(Object.fromEntries(named) as T);
    }
  }
  return rows;
}

/** A session whose owner can end it: the connection may be closed only when nothing runs on it. */
export interface OwnedSession extends Session {
  /** Does something while no statement of this session runs. */
  between<T>(work: () => Promise<T>): Promise<T>;
  /** Interrupts what runs, refuses what waits and what comes, and answers when nothing runs any more. */
  end(): Promise<void>;
}

/** What follows waits for an end, and does not hold on to what came of it. */
const nothing = (): void => {};

/** A session over one connection. Statements of one session run one after another. */
export function createSession(connection: DuckDBConnection): OwnedSession {
  let tail: Promise<unknown> = Promise.resolve();
  let ended = false;
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const guarded = async (): Promise<T> => {
      if (ended) throw new AppError('workspace-none');
      try {
        return await work();
      } catch (cause) {
        throw ended ? new AppError('workspace-none', {}, { cause }) : cause;
      }
    };
    const turn = tail.then(guarded);
    tail = turn.then(nothing, nothing);
    return turn;
  };
  const execute = async (sql: string, params: SqlParams) => {
    const statements = await connection.extractStatements(sql);
    for (let index = 0; index < statements.count - 1; index++) {
      const statement = await statements.prepare(index);
      bind(statement, params);
      await statement.run();
    }
    const last = await statements.prepare(statements.count - 1);
    bind(last, params);
    return last;
  };
  return {
    // As few steps as can be: between each two, the thread that answers must be free.
    all: <T extends object>(sql: string, params: SqlParams = {}) =>
      inTurn(async () => {
        const statement = await connection.prepare(sql);
        bind(statement, params);
        return rowsOf<T>(await statement.run());
      }),
    run: (sql, params = {}) => inTurn(async () => (await (await execute(sql, params)).run()).rowsChanged),
    between: inTurn,
    end: async () => {
      ended = true;
      connection.interrupt();
      await tail;
    },
  };
}
