// Packs that were noted as issued before there were releases keep their place: the first issues of their editions.
import { DuckDBInstance } from '@duckdb/node-api';
import { expect, it } from 'vitest';
import before from '#core/store/migrations/0008-disclosure.sql?raw';
import migration from '#core/store/migrations/0016-packs.sql?raw';

it('numbers what was issued before by edition, in its order, and leaves unknown what it cannot know', async () => {
  const connection = await (await DuckDBInstance.create()).connect();
  await connection.run(before);
  const row = (pack: string, edition: string, at: string) =>
    `insert into issued_pack values ('${pack}', '${edition}', 'Pack', 'aa', '${at}', 'ann')`;
  await connection.run(row('b', 'standards', '2025-02-01'));
  await connection.run(row('a', 'standards', '2025-01-01'));
  await connection.run(row('c', 'audit', '2025-03-01'));
  await connection.run('begin');
  await connection.run(migration);
  await connection.run('commit');
  const reader = await connection.runAndReadAll(
    `select pack, issue_no, circulation, prepared_by, manifest_sha256, withdrawn_at from issued_pack order by pack`,
  );
  expect(reader.getRowsJS()).toEqual([
    ['a', 1, 'public', 'ann', null, null],
    ['b', 2, 'public', 'ann', null, null],
    ['c', 1, 'public', 'ann', null, null],
  ]);
  connection.closeSync();
});
