// One workbook checked in a process of its own: node test/config/run-typescript.mjs test/bench/check-once.ts FILE.xlsx
import { readFileSync } from 'node:fs';
import { checkWorkbook } from '../../src-main/core/checker/check.ts';

const bytes = new Uint8Array(readFileSync(process.argv[2] ?? ''));
const before = process.cpuUsage();
const started = performance.now();
const { rules, counts } = checkWorkbook(bytes, { fileName: 'bench.xlsx', sha256: '', profile: 'committee' });
const elapsedMs = performance.now() - started;
const { user, system } = process.cpuUsage(before);
const peakMb = process.resourceUsage().maxRSS / 1024;
const cpuMs = (user + system) / 1000;
console.log(
  JSON.stringify({
    elapsedMs,
    cpuMs,
    peakMb,
    rules: rules.length,
    findings: counts.errors + counts.warnings,
  }),
);
