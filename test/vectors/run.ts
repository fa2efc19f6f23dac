// `npm run vectors -- FOLDER`: every vector file of a folder against the statistics room, counted file by file.
// Without a folder: the shared vectors beside the project. Ends with an error unless every case passes.
import { existsSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { adapterFor } from './adapters.ts';
import { judge, readVectorCases } from './pass-rule.ts';

const [given = '../shared/vectors'] = process.argv.slice(2);
const folder = resolve(given);
const files = existsSync(folder)
  ? readdirSync(folder)
      .filter((name) => name.endsWith('.json'))
      .sort()
  : [];
const misses: string[] = [];
let passed = 0;
let total = 0;

for (const file of files) {
  const cases = readVectorCases(join(folder, file));
  const adapter = adapterFor(file);
  total += cases.length;
  if (adapter === undefined) {
    console.log(`${file}: 0/${cases.length} (no function for this file)`);
    misses.push(`${file}: no function for this file`);
    continue;
  }
  const judged = cases.map((item) => ({ name: item.name, misses: judge(adapter, item) }));
  const failed = judged.filter((item) => item.misses.length > 0);
  passed += cases.length - failed.length;
  if (cases.length === 0) misses.push(`${file}: no cases`);
  console.log(`${file}: ${cases.length - failed.length}/${cases.length}`);
  for (const item of failed) misses.push(`${file} ${item.name}\n  ${item.misses.slice(0, 10).join('\n  ')}`);
}

for (const miss of misses) console.log(miss);
if (files.length === 0) console.log(`No vector files in ${folder}.`);
else
  console.log(
    `${passed} of ${total} cases pass${misses.length > 0 ? `; ${misses.length} to mend, named above` : ''}.`,
  );
process.exitCode = misses.length === 0 && total > 0 ? 0 : 1;
