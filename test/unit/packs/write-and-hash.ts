// A child process of same-bytes.test.ts: writes the workbook with every chart, and says its hash, the time zone
// and the year by its own clock.
import { createHash } from 'node:crypto';
import { writeWorkbook } from '../../../src-main/core/packs/write-workbook.ts';
import { chartModel } from './chart-models.ts';

const bytes = await writeWorkbook(chartModel('committee'));
const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
console.log(createHash('sha256').update(bytes).digest('hex'), timeZone, new Date().getUTCFullYear());
