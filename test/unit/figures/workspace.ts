// Makes a real workspace database in a temporary folder and fills its tables by hand.

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import tallySql from '#core/store/migrations/0011-survey-tally-fill.sql?raw';
import { openStore, type Store } from '#core/store/store.ts';
import { defaultSettings } from '#shared/schemas/workspace.ts';

export const settings = defaultSettings('Test');

export interface Workspace {
  readonly store: Store;
  close(): Promise<void>;
}

export async function openWorkspace(): Promise<Workspace> {
  const folder = await mkdtemp(join(tmpdir(), 'candour-figures-'));
  const store = await openStore(folder, 'test');
  return {
    store,
    close: async () => {
      await store.close();
      await rm(folder, { recursive: true });
    },
  };
}

type Value = string | number | boolean | null;

/** Adds rows; `row_no` counts them and `import_id` is "import" unless given. */
export async function fill(
  store: Store,
  table: string,
  rows: readonly Readonly<Record<string, Value>>[],
): Promise<void> {
  const literal = (value: Value): string =>
    typeof value === 'string' ? `'${value.replaceAll("'", "''")}'` : String(value);
  for (const [index, row] of rows.entries()) {
    const numbered: Record<string, Value> = table.startsWith('mart')
      ? { import_id: 'import', ...row }
      : { import_id: 'import', row_no: index + 1, ...row };
    const columns = Object.keys(numbered).join(', ');
    const values = Object.values(numbered).map(literal).join(', ');
    await store.transaction((session) => session.run(`insert into ${table} (${columns}) values (${values})`));
  }
}

/** So many cases received on one day, all alike. */
export const cases = (
  count: number,
  received: string,
  more: Readonly<Record<string, Value>> = {},
): Record<string, Value>[] =>
  Array.from({ length: count }, (_, index) => ({
    case_ref: `${received}-${JSON.stringify(more)}-${index}`,
    received_date: received,
    received_precision: 'day',
    status: 'open',
    ...more,
  }));

export interface Wave {
  readonly wave: string;
  readonly instrument?: string;
  readonly scale?: string;
  readonly wording?: string;
  readonly line?: string;
  readonly theme?: string;
  /** Groups of answers: how many, on which side, who. */
  readonly answers: readonly {
    readonly count: number;
    readonly favourable: boolean | null;
    readonly score?: number;
    readonly directorate?: string;
    readonly role?: string;
    readonly party?: string;
    readonly answered?: boolean;
    readonly test?: boolean;
  }[];
}

/** Adds one question of one wave with its respondents, one statement a table. */
export async function fillWave(store: Store, wave: Wave): Promise<void> {
  const {
    instrument = 'Officers',
    scale = 'agree-5',
    line = 'respect',
    theme = 'Respect',
    wording = 'I am respected',
  } = wave;
  const importId = `${instrument} ${wave.wave} ${line}`;
  const rows = wave.answers.flatMap(({ count, ...answer }) => Array.from({ length: count }, () => answer));
  const text = (value: string | undefined): string => (value === undefined ? 'null' : `'${value}'`);
  await store.transaction(async (session) => {
    await session.run(
      `insert into clean.survey_question by name select '${importId}' as import_id, 1 as column_no, '${instrument}' as instrument, date '${wave.wave}' as wave, '${wording}' as wording, 'single' as style, '${scale}' as scale, '${line}' as line, '${line}' as wording_line, 'wording' as linked_by, '${theme}' as theme, false as reversed`,
    );
    const responses = rows.map(
      (row, index) =>
        `('${importId}', ${index + 1}, null, '${instrument}', date '${wave.wave}', ${text(row.directorate)}, null, ${text(row.role)}, ${text(row.party)}, ${row.test ?? false})`,
    );
    const labels = rows.map(
      (row, index) =>
        `('${importId}', ${index + 1}, 1, 'x', ${row.score ?? 'null'}, ${row.favourable}, ${row.answered ?? true})`,
    );
    const given = rows.map((_, index) => `('${importId}', ${index + 1}, [${index + 1}])`);
    await session.run(`insert into clean.survey_response values ${responses.join(', ')}`);
    await session.run(`insert into clean.survey_label values ${labels.join(', ')}`);
    await session.run(`insert into clean.survey_given values ${given.join(', ')}`);
    await session.run(tallySql);
  });
}
