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
