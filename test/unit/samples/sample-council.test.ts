// The sample council: the committed files are the generator's, and hold what the manifest says they hold.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  dayOf,
  headingRecords,
  manifest,
  readRecords,
  readSample,
  type SampleFile,
  sampleFolder,
} from './read-sample.ts';

const generator = 'resources/samples/generate.mjs';
const made = mkdtempSync(join(tmpdir(), 'aldermere-'));
const run = (...args: string[]): void => {
  execFileSync(process.execPath, [generator, ...args], { env: { ...process.env, TZ: 'America/Caracas' } });
};

/** Columns that must be filled, date columns, number columns, and the pair that may not run backwards. */
const rules: Record<
  string,
  {
    required: string[][];
    dates: string[];
    numbers?: string[];
    most?: [string, number];
    pair?: [string, string];
  }
> = {
  'events.csv': { required: [['Date'], ['Title']], dates: ['Date'] },
  'councillor-terms.csv': {
    required: [['Councillor'], ['Elected Date']],
    dates: ['Elected Date', 'Term End', 'Leaving Date'],
    pair: ['Elected Date', 'Leaving Date'],
  },
  'workforce-31-march.csv': {
    required: [['Snapshot Date'], ['Employee Number']],
    dates: ['Snapshot Date', 'Start Date'],
    numbers: ['FTE'],
  },
  'workforce-quarter-totals.csv': {
    required: [['Snapshot Date'], ['Headcount']],
    dates: ['Snapshot Date'],
    numbers: ['Headcount', 'FTE'],
  },
  'leavers-and-joiners.csv': { required: [['Employee Number'], ['Date']], dates: ['Date'] },
  'absence-itrent-2019-2022.csv': {
    required: [['Employee Number'], ['Absence Start Date']],
    dates: ['Absence Start Date', 'Absence End Date'],
    numbers: ['FTE', 'Working Days Lost', 'FTE Days Lost'],
    pair: ['Absence Start Date', 'Absence End Date'],
  },
  'absence-oracle-2022-2025.csv': {
    required: [['Person Number'], ['Start Date']],
    dates: ['Start Date', 'End Date'],
    numbers: ['Assignment FTE', 'Duration (Days)', 'FTE Days'],
    pair: ['Start Date', 'End Date'],
  },
  'leisure-trust-absence-2024-25.xlsx': {
    required: [['DATE']],
    dates: ['DATE'],
    numbers: ['FTE_DAYS_LOST', 'FTE_DAYS_AVAILABLE'],
  },
  'protocol-incident-log.xlsx': {
    required: [['Case Ref'], ['Date Received']],
    dates: ['Date Received', 'Date Acknowledged', 'Date Closed', 'Date of Incident'],
  },
  'staff-survey-published-2015-2018.csv': {
    required: [['Question'], ['Percent'], ['Financial Year']],
    dates: [],
    numbers: ['Percent', 'Number of responses'],
    most: ['Percent', 100],
  },
  'appraisals-2023-2025.xlsx': {
    required: [['Employee Number'], ['Appraisal Cycle', 'Due Date']],
    dates: ['Due Date', 'Date Completed', 'Sign-off Date'],
  },
  'listening-excerpts.csv': {
    required: [['Excerpt ID', 'Session']],
    dates: ['Date'],
    numbers: ['Participants'],
  },
  'exit-interviews-coded.xlsx': {
    required: [['Interview ID', 'Interviewee']],
    dates: ['Interview Date'],
  },
  'meeting-observations.csv': { required: [['Meeting']], dates: ['Meeting Date'] },
  'positive-examples.csv': {
    required: [
      ['Type of Success', 'Nil Return'],
      ['Quarter', 'Date of Example'],
    ],
    dates: ['Date of Example', 'Date to Assistant Director', 'Date to Monitoring Officer', 'Date Reported'],
  },
  'training-records.csv': {
    required: [['Learner'], ['Course Title', 'Course Type']],
    dates: ['In Role Since', 'Enrolment Date', 'Completion Date'],
  },
  'lessons-and-actions.csv': {
    required: [['Due Date', 'Date Completed', 'Recheck Date']],
    dates: ['Date Agreed', 'Due Date', 'Date Completed', 'Recheck Date'],
  },
  'conduct-complaints-register.csv': {
    required: [['Case No'], ['Date Received']],
    dates: ['Date Received', 'Date Acknowledged', 'Date Closed'],
  },
};
const placeholders = new Set(['', '*', '-', '[c]', '<5', 'N/A']);

/** Record numbers that must be rejected, found by the rules and not by the manifest. */
function mustReject(entry: SampleFile): number[] {
  const rule = rules[entry.file];
  if (!rule) return [];
  const { rows, cell } = readSample(entry);
  return rows.flatMap((row, i) => {
    const missing = rule.required.some((any) => any.every((name) => cell(row, name).trim() === ''));
    const badDate = rule.dates.some(
      (name) => cell(row, name).trim() !== '' && dayOf(cell(row, name)) === undefined,
    );
    const badNumber = (rule.numbers ?? []).some(
      (name) => !placeholders.has(cell(row, name)) && Number.isNaN(Number(cell(row, name))),
    );
    const [most, limit] = rule.most ?? ['', 0];
    const tooMuch = rule.most !== undefined && Number(cell(row, most)) > limit;
    const [from, to] = (rule.pair ?? []).map((name) => dayOf(cell(row, name)));
    const backwards = from !== undefined && to !== undefined && to < from;
    return missing || badDate || badNumber || tooMuch || backwards ? [i + headingRecords(entry) + 1] : [];
  });
}

describe('sample council files', () => {
  beforeAll(() => run('--out', made));
  afterAll(() => rmSync(made, { recursive: true }));

  it('are the bytes the generator writes, in any time zone', () => {
    expect(readdirSync(made).sort()).toEqual(readdirSync(sampleFolder).sort());
    for (const file of readdirSync(made)) {
      expect(readFileSync(join(made, file)).equals(readFileSync(join(sampleFolder, file))), file).toBe(true);
    }
  });

  it('are small enough to ship', () => {
    const bytes = readdirSync(sampleFolder).reduce(
      (sum, file) => sum + statSync(join(sampleFolder, file)).size,
      0,
    );
    expect(bytes).toBeLessThan(6_000_000);
  });

  it('are all in the manifest, once', () => {
    expect(manifest.files.map((one) => one.file).sort()).toEqual(
      readdirSync(sampleFolder)
        .filter((file) => file !== 'manifest.json')
        .sort(),
    );
  });

  it('multiply with --scale and keep the first replica as it is', () => {
    const out = mkdtempSync(join(tmpdir(), 'aldermere-two-'));
    run('--out', out, '--scale', '2');
    const once = readRecords('absence-oracle-2022-2025.csv');
    const twice = readRecords('absence-oracle-2022-2025.csv', out);
    rmSync(out, { recursive: true });
    expect(twice.slice(0, once.length)).toEqual(once);
    expect(twice.length / once.length).toBeCloseTo(2, 1);
    expect(new Set(twice.slice(once.length).map((row) => row[0])).has(once[1]?.[0])).toBe(false);
  });
});

describe.each(manifest.files)('$file', (entry) => {
  it('holds the rows the manifest states', () => {
    expect(readSample(entry).rows).toHaveLength(entry.rows);
  });

  it('has the rows to reject that the manifest lists', () => {
    const listed = entry.defects.filter((one) => one.rejected).map((one) => one.row);
    expect(mustReject(entry)).toEqual(listed);
    expect(entry.expectedRejected).toBe(listed.length);
  });

  it('names no real council and no address outside the reserved ranges', () => {
    const text = readRecords(entry.file)
      .map((row) => row.join('\t'))
      .join('\n');
    const real =
      /birmingham|kirklees|barnsley|middlesbrough|brighton|wirral|bolsover|sheffield|manchester|liverpool|leeds|bristol|calderdale|bradford|wolverhampton|coventry|sandwell|walsall|dudley|solihull|nottingham|newcastle|westminster|havering|gloucester|berkshire/i;
    expect(real.exec(text)?.[0]).toBeUndefined();
    expect(
      [...text.matchAll(/[\w.]+@([\w.]+)/g)].filter(
        (one) => !one[1]?.replace(/\.$/, '').endsWith('.example'),
      ),
    ).toEqual([]);
    const ips = [...text.matchAll(/\b\d{1,3}\.\d{1,3}\.\d{1,3}\.\d{1,3}\b/g)].map((one) => one[0]);
    expect(ips.filter((ip) => !/^(192\.0\.2|198\.51\.100|203\.0\.113)\./.test(ip))).toEqual([]);
  });
});

describe('planted defects', () => {
  const all = manifest.files.flatMap((entry) => entry.defects.map((defect) => ({ entry, defect })));

  it('number thirty or more, over every kind of trap', () => {
    expect(all.length).toBeGreaterThanOrEqual(30);
    for (const trap of [
      'does not exist',
      'before',
      'Unknown reason',
      'twice',
      '[c]',
      'U+00A0',
      'trailing blank',
      'number column',
    ]) {
      expect(
        all.some(({ defect }) => defect.what.includes(trap)),
        trap,
      ).toBe(true);
    }
  });

  it('stand in the record the manifest names', () => {
    for (const { entry, defect } of all) {
      const quoted = /"([^"]+)"/.exec(defect.what)?.[1];
      const record = readRecords(entry.file)[defect.row - 1] ?? [];
      if (quoted && !defect.what.includes('no-break'))
        expect(record.join('|'), defect.what).toContain(quoted.replace(/^LAB $/, 'LAB'));
      if (defect.what.includes('twice')) expect(record).toEqual(readRecords(entry.file)[defect.row - 2]);
    }
  });
});
