// The Monitoring Officer's key through the real application: what is locked is refused by its code, names are
// in no file in clear, a pattern is counted by hand-worked rules, decisions are sealed, every act is in the log.
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { openStore } from '#core/store/store.ts';
import { type TestApp, testApp } from '../../config/app.ts';

const passphrase = 'marrow candle 7 trombone';
const log = [
  'Case ref,Date received,Date closed,Subject name,Subject role,Outcome,Sanction,Support,Linked to,Safeguarding,Decided by,Complainant name',
  // Three informal interventions in a year, one of them two linked cases: flagged under 3 in 12.
  'C1,2024-01-02,2024-02-01,Cllr Zebedee Quillfeather,Councillor,Words of advice,,,G-1,,Monitoring Officer,Una Sparrowhawk',
  'C2,2024-01-03,2024-02-05,Cllr Zebedee Quillfeather,Councillor,Words of advice,,,G-1,,Monitoring Officer,Una Sparrowhawk',
  'C3,2024-04-01,2024-05-01,Cllr Zebedee Quillfeather,Councillor,Informal resolution,Apology,,,,Group Whip,Una Sparrowhawk',
  'C4,2024-06-01,,Cllr Zebedee Quillfeather,Councillor,Breach found,Words of advice,,,,,',
  'C5,2024-08-01,2024-09-01,cllr  zebedee QUILLFEATHER,Councillor,No further action,,Training,,,Monitoring Officer,',
  // As many, of which one went to safeguarding and two were allegations that came to nothing.
  'C6,2024-02-01,2024-03-01,Cllr Orlando Pennywhistle,Councillor,Words of advice,,,,Yes,,',
  'C7,2024-03-01,2024-04-01,Cllr Orlando Pennywhistle,Councillor,Training,,,,,,',
  'C8,2024-04-01,2024-05-01,Cllr Orlando Pennywhistle,Councillor,No breach,Words of advice,,,,,',
  'C9,2024-05-01,2024-06-01,Cllr Orlando Pennywhistle,Councillor,No further action,,Coaching,,,,',
  'C10,2024-06-01,2024-07-01,Cllr Orlando Pennywhistle,Councillor,Words of advice,,,,,,',
];
// Words in the place of a name are nobody, however many cases they have.
const nobody = [1, 2, 3, 4].map(
  (at) => `N${at},2024-0${at}-01,,Several Members,Several,Words of advice,,,,,,`,
);
const later = `${log[0]}
${nobody.join('\n')}
C11,2024-10-01,2024-11-01,Cllr Zebedee Quillfeather,Councillor,Words of advice,,,,,Monitoring Officer,
C12,2024-10-01,2024-11-01,Cllr Ottoline Marchbanks,Councillor,Words of advice,,,,,Monitoring Officer,
`;
const names = /quillfeather|pennywhistle|marchbanks|sparrowhawk|zebedee/i;

let test: TestApp;
const folder = () => join(test.home, 'kirkham');
const write = (name: string, text: string) => {
  const path = join(test.home, name);
  writeFileSync(path, text);
  return path;
};
const bring = async (name: string, text: string) => {
  const file = await test.receive(write(name, text));
  return test.call('import.commit', { file, kind: 'incident' });
};
const restricted = {
  pseudonym: `p-${'a'.repeat(20)}`,
  scope: 'all officers',
  from: '2026-05-01',
  until: null,
  review: '2026-08-01',
  power: 'Arrangements as of the rambutan meeting',
} as const;
const lockedCalls = [
  ['pattern.flags', {}],
  ['pattern.decide', { pseudonym: `p-${'0'.repeat(20)}`, decision: 'conversation', reason: 'long enough' }],
  ['pattern.setRule', { interventions: 3, months: 12, minuted: 'Standards Committee' }],
  ['pattern.publishCount', {}],
  ['officer.reidentify', { pseudonym: `p-${'0'.repeat(20)}`, reason: 'long enough' }],
  ['officer.keepIdentities', { on: true }],
  ['restriction.list', {}],
  ['restriction.set', restricted],
  ['restriction.end', { id: 'r1', on: '2026-01-01', reason: 'long enough' }],
] as const;

/** Every byte that lies in the workspace's folder, but for the files that a test wrote. */
const everything = (): string =>
  readdirSync(folder(), { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder(), name))
    .filter((path) => statSync(path).isFile())
    .map((path) => readFileSync(path, 'latin1'))
    .join('\n');
/** Every cell of every table: the file itself holds them packed, which a search of its bytes could miss. */
const everyCell = async (): Promise<string> => {
  const store = await openStore(folder(), 'kirkham');
  try {
    const tables = await store.all<{ name: string }>(
      "select table_schema || '.' || table_name as name from information_schema.tables where table_type = 'BASE TABLE'",
    );
    const cells: string[] = [];
    for (const { name } of tables) cells.push(JSON.stringify(await store.all(`select * from ${name}`)));
    return cells.join('\n');
  } finally {
    await store.close();
  }
};
/** Closes the workspace, reads all that it left on the disk, and opens it again. */
const onDisk = async (): Promise<string> => {
  await test.call('workspace.close', {});
  const text = `${everything()}\n${await everyCell()}`;
  await test.call('workspace.open', { id: 'kirkham' });
  return text;
};
const unlock = () => test.call('officer.unlock', { passphrase });
const audited = async () => (await test.call('audit.list', {})).entries;

beforeAll(async () => {
  test = await testApp();
  await test.call('workspace.create', { id: 'kirkham' });
});
afterAll(() => test.close());

describe('the key', () => {
  it('is asked for by name before there is one', async () => {
    for (const [name, input] of lockedCalls)
      await expect(test.call(name, input), name).rejects.toThrow(/^officer-no-key/);
    await expect(unlock()).rejects.toThrow(/^officer-no-key/);
    expect(await test.call('officer.status', {})).toEqual({
      key: false,
      unlocked: false,
      locksAt: null,
      keepsIdentities: false,
    });
    expect(await test.call('pattern.read', {})).toMatchObject({ set: false, reading: 'No rule is set.' });
  });

  it('takes a passphrase of 12 characters, once, and does not repeat it in a refusal', async () => {
    const short = await test.app.call('officer.setKey', { passphrase: 'tooshort-11' });
    expect(JSON.stringify(short)).toContain('at least 12');
    expect(JSON.stringify(short)).not.toContain('tooshort');
    expect(await test.call('officer.setKey', { passphrase })).toMatchObject({ key: true, unlocked: false });
    await expect(test.call('officer.setKey', { passphrase: 'some other words' })).rejects.toThrow(
      /^officer-key-there/,
    );
  });

  it('keeps everything of its own locked', async () => {
    for (const [name, input] of lockedCalls)
      await expect(test.call(name, input), name).rejects.toThrow(/^officer-locked/);
  });

  it('opens by its passphrase, and locks when it is told to and when the workspace closes', async () => {
    const { unlocked, locksAt } = await unlock();
    expect(unlocked).toBe(true);
    const left = Date.parse(locksAt ?? '') - Date.now();
    expect(left).toBeGreaterThan(14 * 60_000);
    expect(left).toBeLessThanOrEqual(15 * 60_000);
    await test.call('pattern.flags', {});
    expect(await test.call('officer.lock', {})).toMatchObject({ unlocked: false, locksAt: null });
    await expect(test.call('pattern.flags', {})).rejects.toThrow(/^officer-locked/);
    await unlock();
    await test.call('workspace.close', {});
    await test.call('workspace.open', { id: 'kirkham' });
    await expect(test.call('pattern.flags', {})).rejects.toThrow(/^officer-locked/);
  });
});

describe('names', () => {
  let first: { importId: string };
  it('are not kept until the officer says so, and then sealed', async () => {
    const before = await bring('before.csv', log.join('\n'));
    await unlock();
    const [{ subject = '' } = {}] = await flaggedPeople();
    await expect(
      test.call('officer.reidentify', { pseudonym: subject, reason: 'to speak with them' }),
    ).rejects.toThrow(/^pseudonym-unknown/);
    await test.call('import.undo', { importId: before.importId });
    expect(await test.call('officer.keepIdentities', { on: true })).toMatchObject({ keepsIdentities: true });
    await test.call('officer.lock', {});
    first = await bring('log.csv', log.join('\n'));
    await bring('later.csv', later);
    const bytes = await onDisk();
    // The search finds what is there in clear, so that it would find a name.
    for (const known of ['Monitoring Officer', 'C11', '"import"', 'identity-policy'])
      expect(bytes).toContain(known);
    expect(bytes).not.toMatch(names);
    expect(bytes).not.toContain(passphrase);
    // The vault tells no pseudonym either.
    expect(readFileSync(join(folder(), 'vault.jsonl'), 'utf8')).not.toMatch(/p-[0-9a-f]{20}/);
    expect(readFileSync(join(folder(), 'vault.jsonl'), 'utf8').trimEnd().split('\n')).toHaveLength(2);
  });

  async function flaggedPeople() {
    await test.call('pattern.setRule', {
      interventions: 3,
      months: 12,
      minuted: 'Standards Committee, item 4',
    });
    const { flags } = await test.call('pattern.flags', {});
    return flags.map((flag) => ({ subject: flag.pseudonym, flag }));
  }

  it('are answered for a reason that names nobody, to an unlocked key, of subjects only; and logged', async () => {
    await unlock();
    const [{ subject = '' } = {}] = await flaggedPeople();
    for (const reason of ['short', '         x         '])
      await expect(test.call('officer.reidentify', { pseudonym: subject, reason })).rejects.toThrow(
        /^input-invalid/,
      );
    await expect(
      test.call('officer.reidentify', { pseudonym: subject, reason: 'a talk with Quillfeather' }),
    ).rejects.toThrow(/^officer-reason-names/);
    expect(
      await test.call('officer.reidentify', {
        pseudonym: subject,
        reason: 'Conversation under section VIII',
      }),
    ).toEqual({ pseudonym: subject, name: 'Cllr Zebedee Quillfeather' });
    const [entry] = await audited();
    expect(entry).toMatchObject({
      by: 'tester',
      action: 'reidentify',
      detail: { pseudonym: subject, reason: 'Conversation under section VIII' },
    });
    expect(JSON.stringify(await audited())).not.toMatch(names);
    expect(await onDisk()).not.toMatch(names);
  });

  it('go with the import that brought them', async () => {
    await unlock();
    const [{ subject = '' } = {}] = await flaggedPeople();
    await test.call('import.undo', { importId: first.importId });
    const lines = readFileSync(join(folder(), 'vault.jsonl'), 'utf8').trimEnd().split('\n');
    expect(lines).toHaveLength(1);
    // The other import brought the same person.
    const again = { pseudonym: subject, reason: 'to be certain of it' };
    expect(await test.call('officer.reidentify', again)).toMatchObject({ name: 'Cllr Zebedee Quillfeather' });
    await bring('log.csv', log.join('\n'));
    await test.call('officer.lock', {});
  });
});

describe('the pattern', () => {
  it('counts informal interventions by event, and no allegation, safeguarding, formal case or support', async () => {
    await unlock();
    const { flags, rule, reading } = await test.call('pattern.flags', {});
    expect(rule).toMatchObject({ interventions: 3, months: 12, setBy: 'tester' });
    expect(reading).toContain('1 person is flagged: 3 informal interventions in 12 months.');
    expect(flags).toHaveLength(1);
    expect(flags[0]).toMatchObject({
      role: 'Councillor',
      count: 4,
      first: '2024-02-01',
      last: '2024-11-01',
      decision: null,
      interventions: [
        {
          cases: ['C1', 'C2'],
          date: '2024-02-01',
          outcome: 'Words of advice',
          givenBy: 'Monitoring Officer',
        },
        { cases: ['C3'], date: '2024-05-01', outcome: 'Apology; Informal resolution' },
        { cases: ['C5'], date: '2024-09-01', outcome: 'Training', givenBy: 'Monitoring Officer' },
        { cases: ['C11'], date: '2024-11-01', outcome: 'Words of advice' },
      ],
    });
  });

  it('keeps each rule with who set it, and tells the analyst only that there is one', async () => {
    await test.call('pattern.setRule', {
      interventions: 2,
      months: 6,
      minuted: 'Standards Committee, item 9',
    });
    const open = await test.call('pattern.read', {});
    expect(open.rule).toMatchObject({ interventions: 2, months: 6, minuted: 'Standards Committee, item 9' });
    expect(open.history[0]).toMatchObject({ interventions: 3, months: 12 });
    const { flags } = await test.call('pattern.flags', {});
    expect(flags.map(({ count, interventions }) => [count, interventions.length]).sort()).toEqual([
      [2, 2],
      [2, 4],
    ]);
    await test.call('officer.lock', {});
    expect(await test.call('pattern.read', {})).toEqual({
      set: true,
      reading: 'A rule is set. Who is flagged under it is for the Monitoring Officer alone.',
      rule: null,
      history: [],
      published: null,
    });
    await unlock();
  });

  it('takes a decision on who is flagged, seals it, and asks again when something new comes to light', async () => {
    const { flags } = await test.call('pattern.flags', {});
    const decided = flags.find(({ interventions }) => interventions.length === 4)?.pseudonym ?? '';
    await expect(
      test.call('pattern.decide', {
        pseudonym: `p-${'0'.repeat(20)}`,
        decision: 'conversation',
        reason: 'Nobody at all is this',
      }),
    ).rejects.toThrow(/^pattern-not-flagged/);
    const flag = await test.call('pattern.decide', {
      pseudonym: decided,
      decision: 'conversation',
      reason: 'A talk about tamarind tone',
    });
    expect(flag.decision).toMatchObject({ decision: 'conversation', decidedBy: 'tester' });
    const after = await test.call('pattern.flags', {});
    expect(after.flags.map(({ decision }) => decision?.decision ?? null)).toEqual([null, 'conversation']);
    expect(await onDisk()).not.toContain('tamarind');
    await unlock();
    await bring(
      'newer.csv',
      `${log[0]}\nC13,2024-12-01,2024-12-10,Cllr Zebedee Quillfeather,Councillor,Words of advice,,,,,,\n`,
    );
    const newer = (await test.call('pattern.flags', {})).flags.find(({ pseudonym }) => pseudonym === decided);
    expect(newer?.decision).toBeNull();
    expect(newer?.earlier).toMatchObject([
      { decision: 'conversation', reason: 'A talk about tamarind tone' },
    ]);
  });

  it('releases a count for packs only when it is safe to', async () => {
    expect(await test.call('pattern.publishCount', {})).toMatchObject({
      shown: '1 to 4: not shown',
      months: 6,
    });
    const rows = Array.from(
      { length: 8 },
      (_, at) => `X${at},2023-0${at + 1}-01,,M000${at % 4},Councillor,Training,,,,,,`,
    );
    await bring('four-more.csv', `${log[0]}\n${rows.join('\n')}\n`);
    const { shown } = await test.call('pattern.publishCount', {});
    expect(shown).toBe('6');
    await test.call('officer.lock', {});
    expect((await test.call('pattern.published', {})).published).toMatchObject({ shown: '6' });
    await unlock();
    await test.call('pattern.setRule', { interventions: 20, months: 1, minuted: 'Nobody has so many' });
    expect((await test.call('pattern.publishCount', {})).shown).toBe('0');
    expect((await test.call('pattern.flags', {})).flags).toEqual([]);
  });
});

describe('the register of contact restrictions', () => {
  const on = (day: string) => test.call('restriction.list', { on: day });

  it('needs an end or a review, and days in their order', async () => {
    await unlock();
    expect(await on('2026-06-01')).toEqual({
      reading: 'No contact restriction is in the register.',
      restrictions: [],
    });
    await expect(test.call('restriction.set', { ...restricted, review: null })).rejects.toThrow(
      /^restriction-open/,
    );
    await expect(test.call('restriction.set', { ...restricted, until: '2026-04-30' })).rejects.toThrow(
      /^input-invalid/,
    );
    await expect(test.call('restriction.set', { ...restricted, id: 'r9' })).rejects.toThrow(
      /^restriction-unknown/,
    );
  });

  it('says what stands on a day, keeps changes, and is sealed', async () => {
    await test.call('restriction.set', restricted);
    const other = {
      ...restricted,
      scope: 'one officer',
      until: '2026-06-30',
      review: null,
      power: null,
    } as const;
    await test.call('restriction.set', other);
    const states = async (day: string) =>
      (await on(day)).restrictions.map(({ scope, state }) => [scope, state]);
    expect(await states('2026-04-30')).toEqual([
      ['one officer', 'to come'],
      ['all officers', 'to come'],
    ]);
    expect(await states('2026-06-30')).toEqual([
      ['one officer', 'in force'],
      ['all officers', 'in force'],
    ]);
    const late = await on('2026-08-01');
    expect(late.reading).toBe('1 in force, 1 to look at, 2 in the register.');
    expect(late.restrictions).toMatchObject([
      { scope: 'all officers', state: 'review due', concerns: ['It was to be reviewed on 1 August 2026.'] },
      { scope: 'one officer', state: 'ended', concerns: [] },
    ]);
    expect((await on('2026-06-01')).restrictions[0]?.concerns).toEqual([
      'Nothing is recorded that gives the power to restrict contact.',
    ]);
    const [due] = late.restrictions;
    await test.call('restriction.set', { ...restricted, id: due?.id ?? '', review: '2026-12-01' });
    expect((await on('2026-08-01')).restrictions[0]).toMatchObject({ id: due?.id, state: 'in force' });
    await test.call('restriction.end', { id: due?.id ?? '', on: '2026-09-01', reason: 'Lifted at review' });
    const ended = (await on('2026-09-01')).restrictions.find(({ id }) => id === due?.id);
    expect(ended).toMatchObject({ state: 'ended', ended: { on: '2026-09-01', reason: 'Lifted at review' } });
    expect((await audited())[0]).toMatchObject({ action: 'restriction-ended', detail: { id: due?.id } });
    const bytes = await onDisk();
    expect(bytes).toContain(due?.id);
    expect(bytes).not.toMatch(/rambutan|Lifted at review/);
    expect(bytes).not.toContain(restricted.pseudonym);
  });
});

describe('guessing', () => {
  afterEach(() => vi.useRealTimers());

  it('is counted and logged, and made to wait, also by a new process', { timeout: 30_000 }, async () => {
    for (let tried = 1; tried <= 5; tried++)
      await expect(test.call('officer.unlock', { passphrase: `wrong words ${tried}` })).rejects.toThrow(
        /^officer-passphrase/,
      );
    await expect(unlock()).rejects.toThrow(/^officer-wait: The passphrase was wrong 5 times/);
    await test.call('workspace.close', {});
    await test.call('workspace.open', { id: 'kirkham' });
    await expect(unlock()).rejects.toThrow(/^officer-wait/);
    expect((await audited())[0]).toMatchObject({ action: 'unlock-failed', detail: { failed: 5 } });
    expect(JSON.stringify(await audited())).not.toContain('wrong words');
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 31_000 });
    expect(await unlock()).toMatchObject({ unlocked: true });
    // A machine that slept: no timer ran, and the 15 minutes are over.
    vi.setSystemTime(Date.now() + 15 * 60_000);
    await expect(test.call('pattern.flags', {})).rejects.toThrow(/^officer-locked/);
    expect(await test.call('officer.status', {})).toMatchObject({ unlocked: false });
  });

  it('is not helped by another key file, and imports seal to no other key', async () => {
    const path = join(folder(), 'officer.key');
    const own = readFileSync(path, 'utf8');
    const { publicKey } = JSON.parse(own) as { publicKey: string };
    for (const other of [own.replace(publicKey, `A${publicKey.slice(1)}`), '{}']) {
      writeFileSync(path, other);
      await expect(unlock()).rejects.toThrow(/^officer-key-changed/);
      await expect(test.call('officer.setKey', { passphrase: 'a fresh passphrase' })).rejects.toThrow(
        /^officer-key-changed/,
      );
      await expect(
        bring('last.csv', `${log[0]}\nZ1,2025-01-01,,M9,Councillor,Training,,,,,,\n`),
      ).rejects.toThrow(/^officer-key-changed/);
    }
    writeFileSync(path, own);
    const changed = { passphrase: 'the newer passphrase', current: passphrase };
    expect(await test.call('officer.setKey', changed)).toMatchObject({ key: true });
    await expect(unlock()).rejects.toThrow(/^officer-passphrase/);
    expect(await test.call('officer.unlock', { passphrase: 'the newer passphrase' })).toMatchObject({
      unlocked: true,
    });
  });
});

it('the audit log of all that holds, and tells when it was touched', async () => {
  const verdict = await test.call('audit.verify', {});
  expect(verdict).toMatchObject({ holds: true, problems: [] });
  expect(verdict.entries).toBeGreaterThan(15);
  const path = join(folder(), 'audit.jsonl');
  writeFileSync(path, readFileSync(path, 'utf8').replace('section VIII', 'section VII'));
  const after = await test.call('audit.verify', {});
  expect(after.holds).toBe(false);
  expect(after.problems[0]?.fault).toBe('changed');
});

it('the sample council has no key and no rule, and a plausible rule flags a few', async () => {
  const sample = await testApp();
  try {
    await sample.call('workspace.sample', {});
    expect(await sample.call('officer.status', {})).toMatchObject({ key: false });
    expect(await sample.call('pattern.read', {})).toMatchObject({ set: false, published: null });
    const { entries } = await sample.call('audit.list', {});
    expect(entries.filter(({ action }) => action !== 'setting-changed')).toEqual([]);
    await sample.call('officer.setKey', { passphrase });
    await sample.call('officer.unlock', { passphrase });
    await sample.call('pattern.setRule', { interventions: 3, months: 12, minuted: 'a test of the sample' });
    const { flags } = await sample.call('pattern.flags', {});
    expect(flags.length).toBeGreaterThanOrEqual(3);
    expect(flags.length).toBeLessThanOrEqual(8);
    // Eight complaints about one quarrel are one event.
    expect(flags.flatMap(({ interventions }) => interventions).some(({ cases }) => cases.length > 4)).toBe(
      true,
    );
    expect(flags.map(({ role }) => role)).not.toContain('Several');
  } finally {
    await sample.close();
  }
});
