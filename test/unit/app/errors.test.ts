// The catalogue of errors is put together from its rooms: none may speak for another's code.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { errorCatalogue } from '#shared/errors.ts';

const folder = join(import.meta.dirname, '../../../src-shared/errors');

it('has every code of every room, and each in one room only', async () => {
  const rooms: Record<string, object>[] = await Promise.all(
    readdirSync(folder).map((name) => import(join(folder, name))),
  );
  const codes = rooms.flatMap((room) =>
    Object.entries(room).flatMap(([name, entries]) => (name.endsWith('Errors') ? Object.keys(entries) : [])),
  );
  expect(codes.length).toBeGreaterThan(60);
  expect([...codes, 'fault'].sort()).toEqual(Object.keys(errorCatalogue).sort());
});
