// The commands officer, pattern and audit: a passphrase comes from a pipe or a file, never from the words of the
// command; each command unlocks for itself alone; values with --json, words without, exit codes.
import { appendFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { runCli } from '#hosts/cli/program.ts';
import { secretReader } from '#hosts/cli/secret.ts';
import { exitCodes } from '#shared/errors.ts';
import { scratch } from './doors.ts';
import { bufferTerminal } from './terminal-buffer.ts';

const place = scratch();
const passphrase = 'turnip ladder 9 bassoon';
const secretFile = ['--passphrase-file', 'passphrase.txt'];

async function candour(words: readonly string[], secrets: readonly string[] = []) {
  const terminal = bufferTerminal(place.folder, { CANDOUR_HOME: join(place.folder, 'home') });
  terminal.secrets.push(...secrets);
  const exit = await runCli([...words, '--workspace', 'kirkham'], terminal);
  const all = terminal.printed() + terminal.complained();
  expect(all).not.toContain(passphrase);
  return { exit, text: terminal.printed(), complained: terminal.complained() };
}
const json = async (...words: string[]) => JSON.parse((await candour([...words, '--json'])).text);

beforeAll(async () => {
  const terminal = bufferTerminal(place.folder, { CANDOUR_HOME: join(place.folder, 'home') });
  expect(await runCli(['init', 'kirkham', '--council', 'Kirkham'], terminal)).toBe(exitCodes.ok);
  writeFileSync(join(place.folder, 'passphrase.txt'), `${passphrase}\n`);
  const rows = [1, 2, 3].map((at) => `C${at},2024-0${at}-01,Cllr Ann Larkspur,Words of advice`);
  writeFileSync(
    join(place.folder, 'log.csv'),
    `Case ref,Date received,Subject name,Outcome\n${rows.join('\n')}\n`,
  );
});
afterAll(() => place.remove());

it('sets the key once, asking twice, and takes no passphrase that was typed in two ways', async () => {
  expect((await candour(['officer'])).text).toContain('No Monitoring Officer’s key is set.');
  const refused = await candour(
    ['officer', 'reidentify', `p-${'0'.repeat(20)}`, '--reason', 'long enough'],
    [passphrase],
  );
  expect(refused.exit).toBe(exitCodes.refused);
  const unlike = await candour(['officer', 'set-key'], [passphrase, `${passphrase}s`]);
  expect(unlike.exit).toBe(exitCodes.usage);
  expect((await candour(['officer', 'set-key'], [])).exit).toBe(exitCodes.usage);
  const set = await candour(['officer', 'set-key'], [passphrase, passphrase]);
  expect(set).toMatchObject({ exit: exitCodes.ok });
  expect(set.text).toContain('key is set');
  expect((await candour(['officer', 'set-key', ...secretFile])).exit).toBe(exitCodes.conflict);
});

it('keeps names, flags, decides, names and releases, each command with the passphrase', async () => {
  await candour(['officer', 'keep-names', 'on'], [passphrase]);
  expect(await json('officer', 'status')).toMatchObject({ keepsIdentities: true, unlocked: false });
  expect((await candour(['import', 'log.csv', '--kind', 'incident'])).exit).toBe(0);
  expect((await candour(['pattern', 'flags', ...secretFile])).text).toContain('No rule is set.');
  expect((await candour(['pattern', 'publish', ...secretFile])).exit).toBe(exitCodes.refused);
  const rule = ['--interventions', '3', '--months', '12', '--minuted', 'Standards Committee, item 4'];
  expect((await candour(['pattern', 'rule', ...rule, ...secretFile])).text).toContain(
    'The rule: 3 informal interventions in 12 months.',
  );
  expect((await candour(['pattern'])).text).toContain('for the Monitoring Officer alone');
  const { flags } = await json('pattern', 'flags', ...secretFile);
  expect(flags).toMatchObject([{ count: 3, decision: null }]);
  const [{ pseudonym = '' }] = flags as [{ pseudonym?: string }];
  const decided = await candour([
    'pattern',
    'decide',
    pseudonym,
    '--decision',
    'formal step considered',
    '--reason',
    'Three times the same advice',
    ...secretFile,
  ]);
  expect(decided.text).toContain('formal step considered');
  const named = await json(
    'officer',
    'reidentify',
    pseudonym,
    '--reason',
    'To write the letter',
    ...secretFile,
  );
  expect(named).toEqual({ pseudonym, name: 'Cllr Ann Larkspur' });
  expect((await json('pattern', 'publish', ...secretFile)).shown).toBe('1 to 4: not shown');
});

it('keeps the register of contact restrictions', async () => {
  const whose = `p-${'b'.repeat(20)}`;
  const set = ['restrictions', 'set', whose, '--scope', 'one officer', '--from', '2026-05-01'];
  expect((await candour([...set, ...secretFile])).exit).toBe(exitCodes.refused);
  const { restrictions } = await json(...set, '--review', '2026-08-01', ...secretFile);
  expect(restrictions).toMatchObject([{ pseudonym: whose, until: null, power: null }]);
  const late = await candour(['restrictions', '--on', '2026-08-02', ...secretFile]);
  expect(late.text).toContain('review due; no contact with one officer from 1 May 2026 without an end');
  expect(late.text).toContain('! Nothing is recorded that gives the power');
  const { id } = restrictions[0];
  const end = ['restrictions', 'end', id, '--on', '2026-08-02', '--reason', 'Lifted'];
  expect((await json(...end, ...secretFile)).restrictions[0].ended).toMatchObject({ reason: 'Lifted' });
  expect((await candour(['restrictions'], [])).exit).toBe(exitCodes.usage);
});

it('refuses a wrong passphrase, a file that is not there, and a decision that there is not', async () => {
  const wrong = await candour(['pattern', 'flags', '--json'], ['quite another phrase']);
  expect(wrong.exit).toBe(exitCodes.refused);
  expect(JSON.parse(wrong.text).error.code).toBe('officer-passphrase');
  expect((await candour(['pattern', 'flags', '--passphrase-file', 'none.txt'])).exit).toBe(
    exitCodes.notFound,
  );
  const odd = [
    'pattern',
    'decide',
    `p-${'0'.repeat(20)}`,
    '--decision',
    'dismiss',
    '--reason',
    'long enough',
  ];
  expect((await candour([...odd, ...secretFile])).exit).toBe(exitCodes.usage);
  const changed = await candour(
    ['officer', 'set-key', '--change', '--current-file', 'passphrase.txt'],
    ['a second passphrase', 'a second passphrase'],
  );
  expect(changed.exit).toBe(0);
  expect((await candour(['pattern', 'flags'], ['a second passphrase'])).exit).toBe(0);
});

it('lists the audit log, checks it, and says by its exit code that it was touched', async () => {
  const { entries } = await json('audit');
  const acts = (entries as { action: string }[]).map(({ action }) => action);
  for (const act of [
    'key-set',
    'unlock',
    'unlock-failed',
    'identity-policy',
    'pattern-rule',
    'pattern-flags-read',
  ])
    expect(acts).toContain(act);
  expect((await candour(['audit'])).text).not.toMatch(/larkspur/i);
  expect(await candour(['audit', '--verify'])).toMatchObject({ exit: 0 });
  const path = join(place.folder, 'kirkham', 'audit.jsonl');
  expect(readFileSync(path, 'utf8')).not.toMatch(/larkspur|turnip/i);
  appendFileSync(path, '{"seq":99}\n');
  const touched = await candour(['audit', '--verify']);
  expect(touched.exit).toBe(exitCodes.conflict);
  expect(touched.text).toContain('does not hold');
});

it('reads secrets line by line from a pipe, and unseen from a keyboard', async () => {
  const pipe = new PassThrough();
  const said: string[] = [];
  const fromPipe = secretReader(pipe, (text) => said.push(text));
  pipe.end('first one\r\nsecond one');
  expect([await fromPipe('A'), await fromPipe('B'), await fromPipe('C')]).toEqual([
    'first one',
    'second one',
    null,
  ]);
  expect(said).toEqual([]);
  const keyboard = Object.assign(new PassThrough(), { isTTY: true });
  const fromKeyboard = secretReader(keyboard, (text) => said.push(text));
  const asked = fromKeyboard('Passphrase');
  keyboard.write('typed words\r');
  expect(await asked).toBe('typed words');
  expect(said.join('')).toBe('Passphrase: \n');
});
