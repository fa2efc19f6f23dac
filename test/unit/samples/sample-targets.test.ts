// The sample council keeps to its targets: absence, turnover, response, caseload, and the stories it is built to tell.
import { describe, expect, it } from 'vitest';
import { dayOf, entryOf, manifest, readSample, type SampleFile } from './read-sample.ts';

const day = (iso: string): number => Date.parse(`${iso}T00:00:00Z`) / 86_400_000;
const years = [2019, 2020, 2021, 2022, 2023, 2024];
const inYear = (date: number | undefined, year: number): boolean =>
  date !== undefined && date >= day(`${year}-04-01`) && date < day(`${year + 1}-04-01`);
const within = (value: number, target: number, share: number): void => {
  expect(value).toBeGreaterThan(target * (1 - share));
  expect(value).toBeLessThan(target * (1 + share));
};
const load = (file: string): ReturnType<typeof readSample> => readSample(entryOf(file));
const sum = (values: number[]): number => values.reduce((total, value) => total + value, 0);

const people = load('workforce-31-march.csv');
const moves = load('leavers-and-joiners.csv');
const complaints = load('conduct-complaints-register.csv');
const incidents = load('protocol-incident-log.xlsx');

/** Officers and FTE at a 31 March. */
function staffAt(year: number): { heads: number; fte: number } {
  const rows = people.rows.filter((row) => people.cell(row, 'Snapshot Date') === `31/03/${year}`);
  return { heads: rows.length, fte: sum(rows.map((row) => Number(people.cell(row, 'FTE')) || 0)) };
}

interface Spell {
  start: number;
  end: number;
  days: number;
  fteDays: number;
  reason: string;
}
const spells: Spell[] = [
  {
    file: 'absence-itrent-2019-2022.csv',
    from: 'Absence Start Date',
    to: 'Absence End Date',
    days: 'Working Days Lost',
    fte: 'FTE Days Lost',
    reason: 'Absence Reason',
  },
  {
    file: 'absence-oracle-2022-2025.csv',
    from: 'Start Date',
    to: 'End Date',
    days: 'Duration (Days)',
    fte: 'FTE Days',
    reason: 'Reason',
  },
].flatMap(({ file, from, to, days, fte, reason }) => {
  const { rows, cell } = load(file);
  return rows.map((row) => ({
    start: dayOf(cell(row, from)) ?? 0,
    end: Math.min(dayOf(cell(row, to)) ?? 0, day('2025-03-31')),
    days: Number(cell(row, days)) || 0,
    fteDays: Number(cell(row, fte)) || 0,
    reason: cell(row, reason),
  }));
});
/** The FTE days of a spell that fall in a financial year, shared out by weekdays. */
function fteDaysIn(one: Spell, year: number): number {
  const weekdays = Array.from(
    { length: Math.max(0, one.end - one.start + 1) },
    (_, i) => one.start + i,
  ).filter((at) => (at + 3) % 7 < 5);
  return one.fteDays * (weekdays.filter((at) => inYear(at, year)).length / Math.max(1, weekdays.length));
}
const shareOf = (list: Spell[], reason: RegExp): number =>
  sum(list.filter((one) => reason.test(one.reason)).map((one) => one.days)) /
  sum(list.map((one) => one.days));

describe('workforce and absence', () => {
  it('falls from 2,380 officers to 1,940, a fifth of 11,900 to 9,700', () => {
    within(staffAt(2019).heads, 2380, 0.02);
    within(staffAt(2025).heads, 1940, 0.02);
    within(staffAt(2022).fte / staffAt(2022).heads, 0.85, 0.02);
  });

  it.each([
    [2019, 9.5],
    [2020, 7.5],
    [2021, 10.5],
    [2022, 11.1],
    [2023, 10.9],
    [2024, 11.3],
  ])('loses about the target days per FTE in %i/+1: %d', (year, target) => {
    const fte = (staffAt(year).fte + staffAt(year + 1).fte) / 2;
    within(sum(spells.map((one) => fteDaysIn(one, year))) / fte, target, 0.08);
  });

  it('spends over a quarter of days on stress, and infections come in winter', () => {
    within(shareOf(spells, /stress/i), 0.27, 0.15);
    within(shareOf(spells, /musculo|back/i), 0.175, 0.2);
    const infection = spells.filter((one) => /infections|cough/i.test(one.reason));
    const winter = infection.filter((one) =>
      [12, 1, 2, 3].includes(new Date(one.start * 86_400_000).getUTCMonth() + 1),
    );
    expect(winter.length / infection.length).toBeGreaterThan(0.5);
  });

  it('has long spells of about 64 working days that make three quarters of all days', () => {
    const long = spells.filter((one) => one.days > 20);
    within(sum(long.map((one) => one.days)) / long.length, 64, 0.15);
    within(sum(long.map((one) => one.days)) / sum(spells.map((one) => one.days)), 0.77, 0.1);
  });

  it.each([
    [2019, 11],
    [2020, 9.5],
    [2021, 13.5],
    [2022, 15],
    [2023, 13],
    [2024, 14],
  ])('turns over in %i/+1 about %d %%', (year, target) => {
    const left = moves.rows.filter(
      (row) => moves.cell(row, 'Event') === 'Leaver' && inYear(dayOf(moves.cell(row, 'Date')), year),
    );
    within((100 * left.length) / ((staffAt(year).heads + staffAt(year + 1).heads) / 2), target, 0.06);
  });
});

describe('casework', () => {
  const cases = (sample: typeof complaints, ref: string, date: string, year: number): string[] => [
    ...new Set(
      sample.rows
        .filter((row) => inYear(dayOf(sample.cell(row, date)), year))
        .map((row) => sample.cell(row, ref)),
    ),
  ];

  it('brings 25 to 60 complaints a year, most in spring 2022', () => {
    for (const year of years) {
      const count = cases(complaints, 'Case No', 'Date Received', year).length;
      expect(count).toBeGreaterThanOrEqual(25);
      expect(count).toBeLessThanOrEqual(60);
    }
    const months = complaints.rows.map((row) => complaints.cell(row, 'Date Received').slice(3));
    const count = (month: string): number => months.filter((one) => one === month).length;
    expect(count('04/2022')).toBe(Math.max(...[...new Set(months)].map(count)));
  });

  it('has eight complaints linked as one in November 2023', () => {
    const linked = complaints.rows
      .map((row) => complaints.cell(row, 'Linked To'))
      .filter((value) => value !== '');
    expect(linked).toHaveLength(8);
    expect(new Set(linked).size).toBe(1);
  });

  it('brings 19 to 45 protocol incidents a year, up before adoption and down after', () => {
    const perYear = years.map((year) => cases(incidents, 'Case Ref', 'Date Received', year).length);
    for (const count of perYear) {
      expect(count).toBeGreaterThanOrEqual(19);
      expect(count).toBeLessThanOrEqual(45);
    }
    const between = (from: string, to: string): number =>
      new Set(
        incidents.rows
          .filter((row) => {
            const at = dayOf(incidents.cell(row, 'Date Received')) ?? 0;
            return at >= day(from) && at < day(to);
          })
          .map((row) => incidents.cell(row, 'Case Ref')),
      ).size;
    const before = between('2022-09-12', '2023-09-12');
    const after = between('2023-09-12', '2024-09-12');
    expect(before).toBeGreaterThan(between('2021-09-12', '2022-09-12'));
    expect(after / before).toBeGreaterThan(0.5);
    expect(after / before).toBeLessThan(0.85);
  });
});

const surveys = (instrument: string): SampleFile[] =>
  manifest.files.filter((one) => one.instrument === instrument);
/** Percent agreeing with the statement that holds `words`, over those who gave one of the five answers. */
function favourable(
  entry: SampleFile,
  words: string,
  keep: (directorate: string) => boolean = () => true,
): number {
  const { rows, cell } = readSample(entry);
  const group = entry.instrument === 'Staff survey' ? 'Directorate' : 'Party group';
  const answers = rows
    .filter((row) => keep(cell(row, group)))
    .map((row) => cell(row, words).trim().toLowerCase());
  const given = answers.filter((one) => /agree|neutral/.test(one));
  return (100 * given.filter((one) => one === 'agree' || one === 'strongly agree').length) / given.length;
}
const dignity = 'treat each other with dignity';
const staff = (wave: string): SampleFile =>
  entryOf(surveys('Staff survey').find((one) => one.wave?.startsWith(wave))?.file ?? wave);

describe('surveys', () => {
  it('bring back the target share of staff', () => {
    const rates = surveys('Staff survey').map((one) => one.rows / (one.invited ?? 0));
    for (const [i, target] of [0.59, 0.45, 0.51, 0.49, 0.48, 0.47].entries())
      within(rates[i] ?? 0, target, 0.06);
  });

  it('bring back 45 to 60 councillors of 101, with a group too small to show', () => {
    for (const entry of surveys('Councillor survey')) {
      expect(entry.rows).toBeGreaterThanOrEqual(45);
      expect(entry.rows).toBeLessThanOrEqual(60);
      const { rows, cell } = readSample(entry);
      const green = rows.filter((row) => cell(row, 'Party group') === 'GRN').length;
      expect(green).toBeGreaterThanOrEqual(1);
      expect(green).toBeLessThanOrEqual(2);
    }
  });

  it('come in six tools', () => {
    expect(new Set(manifest.files.flatMap((one) => one.tool ?? []))).toEqual(
      new Set([
        'surveymonkey',
        'qualtrics',
        'microsoft-forms',
        'limesurvey',
        'google-forms',
        'plain',
        'unicode-text',
      ]),
    );
  });

  it('show councillors kinder than officers about dignity, in the same words', () => {
    const members = surveys('Councillor survey').map((one) => favourable(one, dignity));
    const officers = surveys('Staff survey').map((one) => favourable(one, dignity));
    expect(sum(members) / 6 - sum(officers) / 6).toBeGreaterThan(8);
  });

  it('show a modest gain after adoption, and Homes and Tenancies falling first', () => {
    expect(favourable(staff('2025'), dignity) - favourable(staff('2023'), dignity)).toBeGreaterThan(4);
    expect(favourable(staff('2025'), dignity) - favourable(staff('2023'), dignity)).toBeLessThan(20);
    const homes = favourable(staff('2023'), dignity, (name) => name === 'Homes and Tenancies');
    const others = favourable(staff('2023'), dignity, (name) => name !== 'Homes and Tenancies');
    expect(others - homes).toBeGreaterThan(12);
    const left = (from: string, to: string): number =>
      moves.rows.filter((row) => {
        const at = dayOf(moves.cell(row, 'Date')) ?? 0;
        return (
          moves.cell(row, 'Event') === 'Leaver' &&
          moves.cell(row, 'Directorate') === 'Homes and Tenancies' &&
          at >= day(from) &&
          at < day(to)
        );
      }).length;
    expect(left('2023-12-01', '2024-12-01') / left('2022-12-01', '2023-12-01')).toBeGreaterThan(1.4);
  });

  it('change four items to 1 to 10 in one wave only', () => {
    const changed = surveys('Staff survey').map(
      (one) => readSample(one).headings.filter((heading) => heading.includes('10 - strongly agree')).length,
    );
    expect(changed).toEqual([0, 0, 0, 0, 4, 0]);
  });
});
