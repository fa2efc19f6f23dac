// A change is committed between two readings, never during one.
import { expect, it } from 'vitest';
import { testWorkspace } from '../../config/workspace.ts';

it('commits when the reading that runs is over', async () => {
  const { store, close } = await testWorkspace();
  const order: string[] = [];
  const reading = store
    .all<{ sum: number }>('select sum(a.range * b.range) as sum from range(30000) a, range(4000) b')
    .then(() => order.push('read'));
  const changing = store
    .transaction((session) => session.run('create table after_reading as select 1 as one'))
    .then(() => order.push('committed'));
  await Promise.all([reading, changing]);
  expect(order).toEqual(['read', 'committed']);
  expect(await store.all('select one from after_reading')).toEqual([{ one: 1 }]);
  await close();
});

it('never reads by a plan that was made for less than what is there', async () => {
  const { store, close } = await testWorkspace();
  const row = { name: 'a name that is much longer than any before', amount: 70_000 };
  for (let round = 0; round < 150; round++) {
    const table = `round_${round}`;
    await store.transaction((session) => session.run(`create table ${table} (name varchar, amount bigint)`));
    const read = () => store.all(`select name, amount from ${table} order by amount, name`);
    const changing = store.transaction((session) =>
      session.run(`insert into ${table} values ($name, $amount)`, row),
    );
    const readings = [];
    for (let turn = 0; turn < 12; turn++) readings.push(...(await read()));
    await changing;
    for (const found of readings) expect(found).toEqual(row);
  }
  await close();
}, 60_000);
