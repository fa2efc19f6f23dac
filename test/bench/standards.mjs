// Measures the ordinary Standards pack of the sample council (aim: under two seconds): the first after an import, in a
// quiet moment after it and without; then from the command line; and how long another call waits meanwhile at most.
// The baseline of the same run is python3-openpyxl, which only loads and saves the finished workbook.
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { createApp } from '../../out/main/app.js';

const out = join(import.meta.dirname, '../../out/main');
const folder = mkdtempSync(join(tmpdir(), 'candour-bench-standards-'));
const file = join(folder, 'pack.xlsx');
const council = join(folder, 'cli/sample-council');
const request = { edition: 'standards', period: '2024/25' };
const rounds = 3;

const timed = async (work) => {
  const started = performance.now();
  const cpu = process.cpuUsage();
  const value = await work();
  const { user, system } = process.cpuUsage(cpu);
  return { value, ms: performance.now() - started, cpuMs: (user + system) / 1000 };
};
const line = (title, runs) => {
  const best = runs.reduce((least, run) => (run.ms < least.ms ? run : least));
  console.log(
    `  ${title}: ${(best.ms / 1000).toFixed(2)} s${best.cpuMs ? `, CPU ${(best.cpuMs / 1000).toFixed(2)} s` : ''}`,
  );
  return best.ms;
};

/** Waits until a process that works ahead has nothing left to do. */
async function quiet() {
  await sleep(3000);
  for (let calm = 0; calm < 3; ) {
    const { cpuMs } = await timed(() => sleep(1000));
    calm = cpuMs < 50 ? calm + 1 : 0;
  }
}

async function inApp(ahead) {
  const home = mkdtempSync(join(folder, 'home-'));
  const app = createApp({
    home,
    resources: join(out, '../../resources'),
    worker: pathToFileURL(join(out, 'worker.js')),
    user: 'bench',
  });
  const call = async (name, input) => {
    const reply = await app.call(name, input);
    if (!reply.ok) throw new Error(reply.error.message);
    return reply.value;
  };
  await call('workspace.sample', { id: 'sample' });
  if (ahead) {
    app.workAhead();
    await quiet();
  }
  let building = true;
  let longest = 0;
  const asking = (async () => {
    while (building) {
      longest = Math.max(longest, (await timed(() => call('pin.list', {}))).ms);
      await sleep(5);
    }
  })();
  const first = await timed(() => call('pack.build', request));
  building = false;
  await asking;
  const again = await timed(() => call('pack.build', request));
  await app.close();
  return { first, again, longest };
}

const candour = (...given) =>
  execFileSync(process.execPath, [join(out, 'cli.js'), ...given], { stdio: 'pipe' });
const build = () =>
  timed(async () =>
    candour(
      'pack',
      'build',
      'standards',
      '--period',
      '2024/25',
      '--workspace',
      council,
      '--out',
      file,
      '--force',
    ),
  );

console.log('\nThe ordinary Standards pack of the sample council (aim: under 2 s)');
const bare = [];
const quick = [];
for (let round = 0; round < rounds; round++) {
  bare.push(await inApp(false));
  quick.push(await inApp(true));
}
const after = line(
  'in the app, after a quiet moment',
  quick.map(({ first }) => first),
);
line(
  'in the app, at once after an import',
  bare.map(({ first }) => first),
);
line(
  'in the app, built again',
  bare.map(({ again }) => again),
);
console.log(
  `  longest wait of another call meanwhile: ${Math.round(Math.min(...bare.map(({ longest }) => longest)))} ms at once after an import, ${Math.round(Math.min(...quick.map(({ longest }) => longest)))} ms after a quiet moment`,
);
candour('demo', '--out', join(folder, 'cli'));
// What the demonstration's own pack left behind of what was decided.
rmSync(join(council, 'solved-plans.txt'));
line('from the command line, at once after an import', [await build()]);
const runs = [];
for (let round = 0; round < rounds; round++) {
  const ours = await build();
  const theirs =
    spawnSync('/usr/bin/python3', ['-c', 'import openpyxl']).status === 0
      ? await timed(async () =>
          execFileSync('/usr/bin/python3', [
            '-c',
            'import sys, openpyxl; openpyxl.load_workbook(sys.argv[1]).save(sys.argv[1] + ".copy")',
            file,
          ]),
        )
      : null;
  runs.push({ ours, theirs });
}
const cli = line(
  'from the command line, from then on',
  runs.map(({ ours }) => ({ ms: ours.ms })),
);
if (runs.every(({ theirs }) => theirs)) {
  const theirs = line(
    'python3-openpyxl, which only loads and saves it',
    runs.map((run) => ({ ms: run.theirs.ms })),
  );
  console.log(
    `  ratio ${(after / theirs).toFixed(2)} in the app after a quiet moment, ${(cli / theirs).toFixed(2)} from the command line`,
  );
}
rmSync(folder, { recursive: true, force: true });
