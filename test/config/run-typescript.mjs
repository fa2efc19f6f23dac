// Runs one of the project's TypeScript scripts in plain Node: `node run-typescript.mjs SCRIPT ARGUMENTS`.
// Nothing is written to disk: the modules are transformed in memory.
import { resolve } from 'node:path';
import { runnerImport } from 'vite';

const [script, ...given] = process.argv.slice(2);
process.argv = [process.argv[0], resolve(script), ...given];
await runnerImport(resolve(script), { configFile: false, logLevel: 'error' });
