// Runs every suite once, whatever the one before it said, and ends with one plain line:
// `N passed, N failed` over types, lint, unit, architecture, hosts and end-to-end tests.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const reports = mkdtempSync(join(tmpdir(), 'candour-reports-'));
const total = { passed: 0, failed: 0, skipped: 0 };

/** Runs a command with its output shown; answers whether it ended well. */
function run(title, command, args, environment = {}) {
  console.log(`\n=== ${title}`);
  const started = Date.now();
  const { status } = spawnSync(command, args, {
    stdio: 'inherit',
    env: { ...process.env, ...environment },
    shell: process.platform === 'win32',
  });
  console.log(
    `=== ${title}: ${status === 0 ? 'done' : 'FAILED'} in ${Math.round((Date.now() - started) / 1000)} s`,
  );
  return status === 0;
}

const add = (passed, failed, skipped = 0) => {
  total.passed += passed;
  total.failed += failed;
  total.skipped += skipped;
};

/** A check that is one pass or one failure. */
const check = (title, command, args) => add(...(run(title, command, args) ? [1, 0] : [0, 1]));

/** A suite with a report of its own; one that ends badly without a counted failure counts as one. */
function suite(title, command, args, environment, file, count) {
  const fine = run(title, command, args, environment);
  try {
    const { passed, failed, skipped } = count(JSON.parse(readFileSync(join(reports, file), 'utf8')));
    add(passed, failed === 0 && !fine ? 1 : failed, skipped);
  } catch {
    add(0, 1);
  }
}

check('build', 'npm', ['run', '--silent', 'build']);
check('types', 'npm', ['run', '--silent', 'types']);
check('lint', 'npm', ['run', '--silent', 'lint']);
suite(
  'unit, architecture and hosts',
  'npx',
  ['vitest', 'run', '--reporter=dot', '--reporter=json', `--outputFile.json=${join(reports, 'vitest.json')}`],
  { CANDOUR_BUILT: '1' },
  'vitest.json',
  (report) => ({
    passed: report.numPassedTests,
    failed: report.numFailedTests + report.numFailedTestSuites * (report.numFailedTests === 0 ? 1 : 0),
    skipped: report.numPendingTests,
  }),
);
suite(
  'end to end',
  'npx',
  ['playwright', 'test', '--reporter=line,json'],
  { PLAYWRIGHT_JSON_OUTPUT_NAME: join(reports, 'playwright.json') },
  'playwright.json',
  ({ stats }) => ({ passed: stats.expected + stats.flaky, failed: stats.unexpected, skipped: stats.skipped }),
);
rmSync(reports, { recursive: true, force: true });
console.log(
  `\n${total.passed} passed, ${total.failed} failed${total.skipped > 0 ? `, ${total.skipped} skipped` : ''}`,
);
process.exitCode = total.failed === 0 && total.passed > 0 ? 0 : 1;
