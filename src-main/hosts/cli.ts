#!/usr/bin/env node
// Owns the entry of the command line: arguments in, exit code out. The commands are in cli/.
import { main } from './cli/program.ts';

await main(process.argv.slice(2));
