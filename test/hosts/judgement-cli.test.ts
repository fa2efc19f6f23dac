// The command judgement: a whole year from evidence to Council's sign-off, refusals by exit code, the officer's key.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { runCli } from '#hosts/cli/program.ts';
import { exitCodes } from '#shared/errors.ts';
import { scratch } from './doors.ts';
import { bufferTerminal } from './terminal-buffer.ts';

const place = scratch();
const passphrase = 'turnip ladder 9 bassoon';
const ofYear = ['--year', '2023/24', '--role', 'Standards analyst'];

async function candour(words: readonly string[], secrets: readonly string[] = []) {
  const terminal = bufferTerminal(place.folder, { CANDOUR_HOME: join(place.folder, 'home') });
  terminal.secrets.push(...secrets);
  const exit = await runCli([...words, '--workspace', 'kirkham'], terminal);
  return { exit, text: terminal.printed(), complained: terminal.complained() };
}
const json = async (words: readonly string[], secrets: readonly string[] = []) =>
  JSON.parse((await candour([...words, '--json'], secrets)).text);
const refusal = async (words: readonly string[], secrets: readonly string[] = []) => {
  const { exit, text } = await candour([...words, '--json'], secrets);
  return { exit, code: JSON.parse(text).error?.code };
};

const answer = (question: string, ...more: string[]) => [
  'judgement',
  'answer',
  question,
  ...['--words', 'It is turned to in most services.', '--confidence', 'moderate'],
  ...['--confidence-reason', 'The log and the survey agree.', ...ofYear, ...more],
];
const evidence = (question: string, side: string, ...more: string[]) => [
  'judgement',
  'evidence',
  question,
  ...['--side', side, '--words', `What speaks ${side} it.`, '--strength', 'direct'],
  ...['--date', '2024-03-31', ...ofYear, ...more],
];
const sign = (stage: string, date: string, ...more: string[]) => [
  'judgement',
  'sign',
  stage,
  ...['--date', date, '--reference', 'Minute 12', ...ofYear, ...more],
];

beforeAll(async () => {
  const terminal = bufferTerminal(place.folder, { CANDOUR_HOME: join(place.folder, 'home') });
  expect(await runCli(['init', 'kirkham', '--council', 'Kirkham'], terminal)).toBe(exitCodes.ok);
  const rows = Array.from(
    { length: 12 },
    (_, at) => `C${at},2023-${String((at % 9) + 4).padStart(2, '0')}-03`,
  );
  writeFileSync(join(place.folder, 'log.csv'), `Case ref,Date received\n${rows.join('\n')}\n`);
  expect((await candour(['import', 'log.csv', '--kind', 'incident'])).exit).toBe(0);
});
afterAll(() => place.remove());

it('says of a year without a record that nothing can be said, and what was not heard', async () => {
  const { text } = await candour(['judgement', 'show', '--year', '2023/24']);
  expect(text).toContain('Council can say nothing of 2023/24 yet');
  expect(text).toContain('not a tick box');
  expect(text).toContain('Not heard in 2023/24: 5 of the 6 mechanisms of section VII');
  const years = await json(['judgement', 'years']);
  expect(years.find(({ year }: { year: string }) => year === '2023/24')).toEqual({
    year: '2023/24',
    answers: 0,
    data: true,
    whole: false,
  });
  expect((await candour(['judgement', 'show', '--year', '2023/25'])).exit).toBe(exitCodes.usage);
});

it('adds evidence with what a figure says, and refuses an answer that hears one side', async () => {
  expect(await refusal(answer('use'))).toEqual({ exit: exitCodes.refused, code: 'judgement-one-sided' });
  const figure = [
    '--metric',
    'incidents',
    '--from',
    '2023-04-01',
    '--to',
    '2024-03-31',
    '--grain',
    'financial-year',
  ];
  const linked = await json(evidence('use', 'for', ...figure));
  expect(linked.record.answers[0].evidence[0].figure.said.values).toMatchObject([
    { period: '2023/24', shown: '12' },
  ]);
  await candour(evidence('use', 'against'));
  const nameless = await candour(evidence('strength', 'for', '--filter', 'channel=Other'));
  expect(nameless.exit).toBe(exitCodes.usage);
  await candour(evidence('strength', 'for'));
  const withdrawn = (await json(evidence('strength', 'against'))).record.answers[1].evidence;
  const { id } = withdrawn.find(({ side }: { side: string }) => side === 'against');
  const away = ['judgement', 'withdraw', id, '--reason', 'It told of another year.', ...ofYear];
  expect((await candour(away)).text).toContain('It told of another year.');
  expect(await refusal(away)).toEqual({ exit: exitCodes.conflict, code: 'judgement-withdrawn' });
  expect((await candour(answer('use'))).exit).toBe(0);
  const alone = answer('strength', '--none-against', 'Nobody has spoken against it this year.');
  expect((await candour(alone)).exit).toBe(0);
});

it('asks for a second look at words that may name somebody, and marks posts that one person holds', async () => {
  const naming = evidence('effectiveness', 'for').map((word) =>
    word === 'What speaks for it.' ? 'Jane Larkspur wrote from jane@kirkham.gov.uk.' : word,
  );
  expect(await refusal(naming)).toEqual({ exit: exitCodes.conflict, code: 'judgement-names-somebody' });
  expect((await candour([...naming, '--confirm'])).text).toContain('e-mail “jane@kirkham.gov.uk”');
  const post = evidence('effectiveness', 'against').map((word) =>
    word === 'What speaks against it.' ? 'The Leader said so in a meeting.' : word,
  );
  const { screened } = await json(post);
  expect(screened).toContainEqual(
    expect.objectContaining({ field: 'the evidence', found: [{ kind: 'post', text: 'Leader' }] }),
  );
});

it('is signed in order; the officer’s own sign-off takes the officer’s key and is in the audit log', async () => {
  expect(await refusal(sign('standards', '2024-06-10'))).toEqual({
    exit: exitCodes.refused,
    code: 'judgement-order',
  });
  expect((await candour(sign('monitoring-officer', '2024-06-01'), [passphrase])).exit).toBe(
    exitCodes.refused,
  );
  expect((await candour(['officer', 'set-key'], [passphrase, passphrase])).exit).toBe(0);
  expect((await candour(sign('monitoring-officer', '2024-06-01'), ['something else'])).exit).not.toBe(0);
  const signed = await json(sign('monitoring-officer', '2024-06-01'), [passphrase]);
  expect(signed.record.next).toMatchObject({ stage: 'standards', ready: true });
  const again = await refusal(sign('monitoring-officer', '2024-06-02'), [passphrase]);
  expect(again).toEqual({ exit: exitCodes.conflict, code: 'judgement-signed' });
  expect((await candour(sign('standards', '2024-06-10'))).exit).toBe(0);
  expect((await candour(sign('audit', '2024-07-01'))).exit).toBe(0);
  expect(await refusal(sign('council', '2024-07-18'))).toEqual({
    exit: exitCodes.refused,
    code: 'judgement-not-ready',
  });
  await candour(answer('effectiveness'));
  const { text } = await candour(sign('council', '2024-07-18'));
  expect(text).toContain(
    'Council gave its judgement of 2023/24 on 18 July 2024 (Minute 12), with moderate confidence.',
  );
  const log = readFileSync(join(place.folder, 'kirkham', 'audit.jsonl'), 'utf8');
  expect(log.match(/"judgement-signed"/g)).toHaveLength(4);
  expect((await candour(['audit', '--verify'])).exit).toBe(0);
});

it('keeps every version, and a new one opens the sign-offs again', async () => {
  const changed = answer('use', '--reason', 'Another wave came in.');
  expect(await refusal(answer('use'))).toEqual({ exit: exitCodes.refused, code: 'judgement-no-reason' });
  const { record } = await json(changed);
  expect(record.answers[0].earlier).toHaveLength(1);
  expect(record.signOffs.map(({ stands }: { stands: boolean }) => stands)).toEqual([
    false,
    false,
    false,
    false,
  ]);
  expect(record.next.stage).toBe('monitoring-officer');
});
