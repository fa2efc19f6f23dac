// Owns what differs between two imports of one kind: rows by their key, cells by their column.
// The rule: what is compared is what is stored, so a person appears as a pseudonym and nothing else.
import type { Session } from '#core/store/store.ts';
import type { Comparison } from '#shared/schemas/again.ts';
import pairsSql from './compare-imports.sql?raw';
import type { Importer } from './importer.ts';
import { aboutSql, keySql, tableOf } from './row-keys.ts';
import { storedRows } from './stored-row.ts';

const listedChanges = 200;

type Reading = Pick<Session, 'all' | 'run'>;

/** A survey's response has its answers beside it, in the order of their wording. */
const answersSql = `(
  select r.*, a.answers
  from clean.survey_response r
  left join (
    select a.import_id, a.row_no, list(hash(q.wording_line, a.label) order by q.wording_line, a.label) as answers
    from clean.survey_answer a
    join clean.survey_question q using (import_id, column_no)
    where a.import_id in ($was, $now)
    group by all
  ) a using (import_id, row_no)
)`;

async function contentColumns(session: Reading, importer: Importer): Promise<string[]> {
  const rows = await session.all<{ name: string }>(
    `select column_name as name from information_schema.columns
     where table_schema = 'clean' and table_name = $name and column_name not in ('import_id', 'row_no')
     order by ordinal_position`,
    { name: tableOf(importer).replace('clean.', '') },
  );
  const names = rows.map(({ name }) => name);
  return importer.id === 'survey-response' ? [...names, 'answers'] : names;
}

interface Pair {
  readonly wasRow: number | null;
  readonly nowRow: number | null;
}

/** Pairs rows by key and tells of each whether it is new, gone, changed or the same. */
async function pairRows(session: Reading, importer: Importer, params: { was: string; now: string }) {
  const source = importer.id === 'survey-response' ? answersSql : tableOf(importer);
  const columns = (await contentColumns(session, importer)).map((name) => `t."${name}"`).join(', ');
  const sql = pairsSql
    .replaceAll('/* source */', source)
    .replaceAll('/* content */', `hash(${columns})`)
    .replaceAll('/* about */', aboutSql(importer, 't'))
    .replaceAll('/* key */', `coalesce(${keySql(importer, 't')}, hash('content', ${columns}))`);
  await session.run(sql, params);
  const [counts] = await session.all<Omit<Comparison, 'importId' | 'changes'>>(`
    select
      count(*) filter (was_row is null)::integer as added, count(*) filter (now_row is null)::integer as removed,
      count(*) filter (was_row is not null and now_row is not null and not same)::integer as changed,
      count(*) filter (same)::integer as unchanged
    from row_pair`);
  const pairs = await session.all<Pair>(
    `select was_row as "wasRow", now_row as "nowRow" from row_pair
     where was_row is not null and now_row is not null and not same order by now_row limit ${listedChanges}`,
  );
  await session.run('drop table row_pair');
  return { counts: counts ?? { added: 0, removed: 0, changed: 0, unchanged: 0 }, pairs };
}

/** What taking `now` in place of `was` would change; both are imports of the kind that the session sees. */
export async function compareImports(
  session: Reading,
  importer: Importer,
  was: string,
  now: string,
): Promise<Comparison> {
  const { counts, pairs } = await pairRows(session, importer, { was, now });
  const rowsOf = (importId: string, rows: readonly (number | null)[]) =>
    storedRows(
      session,
      importer,
      importId,
      rows.filter((row) => row !== null),
    );
  const before = await rowsOf(
    was,
    pairs.map(({ wasRow }) => wasRow),
  );
  const after = await rowsOf(
    now,
    pairs.map(({ nowRow }) => nowRow),
  );
  const changes = pairs.flatMap(({ wasRow, nowRow }) => {
    const [old, fresh] = [before.get(wasRow ?? 0) ?? {}, after.get(nowRow ?? 0) ?? {}];
    const names = (importer.key ?? []).flatMap((name) => fresh[name] ?? []);
    const key = names.length > 0 ? names.join(' · ') : `row ${nowRow}`;
    return [...new Set([...Object.keys(old), ...Object.keys(fresh)])].flatMap((column) => {
      const [a, b] = [old[column] ?? null, fresh[column] ?? null];
      return a === b ? [] : [{ key, column, was: a, now: b }];
    });
  });
  return { importId: was, ...counts, changes: changes.slice(0, listedChanges) };
}
