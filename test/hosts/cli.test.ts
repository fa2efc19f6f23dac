// The built command line as scripts use it: shapes on standard output, words on standard error, exit codes.
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runCli } from '#hosts/cli/program.ts';
import { packageFolder, version } from '#hosts/places.ts';
import type { Receipt } from '#shared/schemas/import.ts';
import { enter, incidentsCsv, rpc, scratch, writeFixture } from './doors.ts';
import { bufferTerminal } from './terminal-buffer.ts';

const program = join(packageFolder, 'out', 'main', 'cli.js');
const place = scratch();
const workspace = join(place.folder, 'kirkham');

interface Ended {
  readonly exit: number | null;
  readonly out: string;
  readonly err: string;
}

interface Running {
  readonly ended: Promise<Ended>;
  /** Waits until the text has been written to either stream. */
  saw(text: RegExp): Promise<string>;
  stop(): void;
}

function start(
  args: readonly string[],
  environment: Record<string, string> = {},
  cwd = place.folder,
): Running {
  const { CANDOUR_WORKSPACE: _, ...inherited } = process.env;
  const env = { ...inherited, CANDOUR_HOME: join(place.folder, 'home'), ...environment };
  const child = spawn(process.execPath, [program, ...args], { cwd, env });
  let out = '';
  let err = '';
  let look = () => {};
  child.stdout.on('data', (chunk) => {
    out += String(chunk);
    look();
  });
  child.stderr.on('data', (chunk) => {
    err += String(chunk);
    look();
  });
  return {
    ended: new Promise((resolve) => child.once('close', (exit) => resolve({ exit, out, err }))),
    saw: (text) =>
      new Promise((resolve, reject) => {
        look = () => {
          const [found] = text.exec(out + err) ?? [];
          if (found !== undefined) resolve(found);
        };
        look();
        child.once('close', () => reject(new Error(`never said ${text}: ${out}${err}`)));
      }),
    stop: () => child.kill('SIGINT'),
  };
}

const candour = (...args: string[]): Promise<Ended> => start(args).ended;
const inWorkspace = (...args: string[]): Promise<Ended> => candour(...args, '--workspace', workspace);

beforeAll(async () => {
  writeFixture(place.folder, 'incidents.csv', incidentsCsv);
  writeFixture(place.folder, 'empty.csv', '');
  writeFixture(place.folder, 'foreign.csv', 'colour,shape\nred,round\n');
  writeFixture(place.folder, 'broken.json', '{');
  writeFixture(place.folder, 'wrong.json', '{"fields": 7}');
  expect(await candour('init', workspace, '--council', 'Kirkham')).toMatchObject({ exit: 0, err: '' });
});
afterAll(() => place.remove());

describe('exit codes and failures', () => {
  const cases: [string[], number, string][] = [
    [[], 2, 'command-usage'],
    [['bogus'], 2, 'command-usage'],
    [['imports', '--bogus'], 2, 'command-usage'],
    [['imports', 'extra'], 2, 'command-usage'],
    [['figure'], 2, 'command-usage'],
    [['figure', 'incidents', '--filter', 'category'], 2, 'command-usage'],
    [['figure', 'incidents', '--filter', 'a=1', '--filter', 'a=2'], 2, 'command-usage'],
    [['import', 'incidents.csv', '--header-rows', 'two'], 2, 'command-usage'],
    [['import', 'incidents.csv', '--encoding', 'ebcdic'], 2, 'command-usage'],
    [['serve', '--port', '-1'], 2, 'command-usage'],
    [['pack', 'build', 'standards', '--out', 'p.xlsx'], 2, 'command-usage'],
    [['pack', 'build', 'standards', '--period', '2024/25', '--out', 'none/p.xlsx'], 2, 'command-usage'],
    [['pack', 'build', 'standards', '--period', '2024/25', '--out', 'incidents.csv'], 2, 'command-usage'],
    [['import', 'incidents.csv', '--mapping', 'broken.json'], 2, 'mapping-invalid'],
    [['import', 'incidents.csv', '--mapping', 'wrong.json'], 2, 'mapping-invalid'],
    [['figure', 'none'], 2, 'metric-unknown'],
    [['import', 'empty.csv'], 3, 'file-empty'],
    [['import', 'foreign.csv'], 3, 'kind-unknown'],
    [['preview', 'foreign.csv'], 3, 'kind-unknown'],
    [['import', 'none.csv'], 4, 'file-unknown'],
    [['import', '.'], 4, 'file-unknown'],
    [['preview', 'none.csv'], 4, 'file-unknown'],
    [['import', 'incidents.csv', '--mapping', 'none.json'], 4, 'file-unknown'],
    [['undo', 'none'], 4, 'import-unknown'],
    [['init', workspace], 5, 'workspace-exists'],
    [['check', 'none.xlsx'], 4, 'file-unknown'],
    [['explain', 'none.xlsx', 'Summary!B2'], 4, 'file-unknown'],
    [['template', 'gossip', '--out', 't.xlsx'], 2, 'kind-not-known'],
    [['template', 'incident'], 2, 'command-usage'],
    [['template', 'incident', '--out', 'incidents.csv'], 2, 'command-usage'],
    [['template', 'incident', '--out', 'none/t.xlsx'], 2, 'command-usage'],
    [['rejects', 'none'], 4, 'import-unknown'],
    [['rejects', 'none', '--out', 'r.xlsx'], 4, 'import-unknown'],
  ];
  it.each(cases)('%j ends in %i (%s)', async (args, exit, code) => {
    const shown = await inWorkspace(...args, '--json');
    const failure = JSON.parse(shown.out);
    expect(failure).toEqual({
      ok: false,
      error: { code, message: expect.any(String), hint: expect.any(String) },
    });
    expect(Object.keys(failure.error)).toEqual(['code', 'message', 'hint']);
    expect(shown).toMatchObject({ exit, err: '' });
    expect(shown.out).not.toContain(place.folder);
  });
  it('says a failure in words on standard error only, without --json', async () => {
    const { exit, out, err } = await inWorkspace('undo', 'none');
    expect({ exit, out }).toEqual({ exit: 4, out: '' });
    expect(err).toBe(
      'candour: There is no import none.\n         See candour imports for the ones there are.\n',
    );
  });
  it('leaves a file that it may not write over as it was', () => {
    expect(readFileSync(join(place.folder, 'incidents.csv'), 'utf8')).toBe(incidentsCsv);
  });
});

describe('help', () => {
  it('lists every command and every exit code', async () => {
    const { exit, out } = await candour('--help');
    expect(exit).toBe(0);
    for (const name of [
      'init',
      'settings',
      'preview',
      'import',
      'imports',
      'undo',
      'rejects',
      'template',
      'catalogue',
      'figure',
      'questions',
      'link',
      'pack',
      'check',
      'explain',
      'serve',
      'demo',
    ])
      expect(out).toMatch(new RegExp(`^ {2}${name}\\b`, 'm'));
    for (const code of [0, 1, 2, 3, 4, 5, 6, 7, 8])
      expect(out).toMatch(new RegExp(`^ {2}${code} {2}\\w`, 'm'));
  });
  it.each(['import', 'figure', 'pack build', 'catalogue'])(
    'of %s shows --json and --workspace',
    async (command) => {
      const { exit, out } = await candour(...command.split(' '), '--help');
      expect(exit).toBe(0);
      expect(out).toContain('--json');
      expect(out).toContain('--workspace <dir>');
    },
  );
  it('tells the version, and the built file runs by itself', async () => {
    expect(await candour('--version')).toMatchObject({ exit: 0, out: `${version}\n` });
    expect(readFileSync(program, 'utf8').startsWith('#!/usr/bin/env node\n')).toBe(true);
  });
});

describe('which workspace', () => {
  it('is named, or from the environment, or the current folder', async () => {
    for (const run of [
      () => inWorkspace('imports', '--json'),
      () => candour('--json', '--workspace', workspace, 'imports'),
      () => start(['imports', '--json'], { CANDOUR_WORKSPACE: workspace }).ended,
      () => start(['imports', '--json'], {}, workspace).ended,
    ])
      expect(await run()).toEqual({ exit: 0, out: '[]\n', err: '' });
  });
  it('is missed with a sentence when there is none', async () => {
    const { exit, out } = await candour('imports', '--json');
    expect(exit).toBe(4);
    expect(JSON.parse(out).error.code).toBe('workspace-none');
  });
  it('is needed neither by catalogue nor by help', async () => {
    const { exit, out } = await candour('catalogue', '--json');
    expect(exit).toBe(0);
    expect(Object.keys(JSON.parse(out))).toEqual(['kinds', 'metrics', 'sheets', 'editions']);
  });
});

describe('the main job', () => {
  it('previews where there is no workspace yet, and a foreign file when told its kind', async () => {
    const { exit, out } = await candour('preview', 'incidents.csv', '--json');
    expect(exit).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ kind: 'incident', headerRows: 1, alreadyImported: null });
    const decoded = await candour('preview', 'incidents.csv', '--encoding', 'macintosh', '--json');
    expect(JSON.parse(decoded.out)).toMatchObject({ kind: 'incident', encoding: 'mac-roman' });
    const foreign = await candour('preview', 'foreign.csv', '--kind', 'event', '--json');
    expect(JSON.parse(foreign.out)).toMatchObject({ kind: 'event', missing: ['Date', 'Title'] });
  });

  it('previews without importing', async () => {
    const { exit, out } = await inWorkspace('preview', 'incidents.csv', '--json');
    expect(exit).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ kind: 'incident', headerRows: 1, read: 4 });
    expect(JSON.parse((await inWorkspace('imports', '--json')).out)).toEqual([]);
  });
  it('imports several files: a failed one is named, the others go in, the exit code is its own', async () => {
    const { exit, out } = await inWorkspace('import', 'empty.csv', 'incidents.csv', 'none.csv', '--json');
    expect(exit).toBe(3);
    const [empty, receipt, none] = JSON.parse(out) as [unknown, Receipt, unknown];
    expect(empty).toMatchObject({ file: 'empty.csv', error: { code: 'file-empty' } });
    expect(none).toMatchObject({ file: 'none.csv', error: { code: 'file-unknown' } });
    expect(receipt).toMatchObject({
      file: 'incidents.csv',
      kind: 'incident',
      read: 4,
      accepted: 3,
      rejected: 1,
    });
    expect(receipt.problems).toContainEqual(
      expect.objectContaining({ row: 5, value: 'not a date', rejects: true }),
    );
  });
  it('says the same in words', async () => {
    const { exit, out, err } = await inWorkspace('import', 'incidents.csv', 'none.csv', '--again');
    expect(exit).toBe(4);
    expect(out).toContain('incidents.csv: 3 of 4 rows imported as incident');
    expect(out).toContain('none.csv: not imported. The file none.csv is not there.');
    expect(err).not.toContain('not imported');
  });
  it('lists and undoes', async () => {
    const [record, other] = JSON.parse((await inWorkspace('imports', '--json')).out) as {
      importId: string;
    }[];
    const undone = await inWorkspace('undo', String(record?.importId), '--json');
    expect(JSON.parse(undone.out)).toMatchObject({ importId: record?.importId, kind: 'incident', rows: 3 });
    const left = JSON.parse((await inWorkspace('imports', '--json')).out) as { importId: string }[];
    expect(left.map(({ importId }) => importId)).toEqual([other?.importId]);
  });
  it('shows a figure in words: reading, aligned table, provenance', async () => {
    const { exit, out } = await inWorkspace('figure', 'incidents', '--grain', 'quarter');
    expect(exit).toBe(0);
    expect(out).toMatch(/^Period +Group +Value +Base +Interval$/m);
    expect(out).toMatch(/^Q1 2024\/25 +all +3/m);
    expect(out).toMatch(/^Source: incidents\.csv, import /m);
  });
  it('builds a pack, writes it whole, and not over another unless told', async () => {
    const build = (...more: string[]) =>
      inWorkspace(
        'pack',
        'build',
        'standards',
        '--period',
        '2024/25',
        '--out',
        'pack.xlsx',
        '--json',
        ...more,
      );
    const first = await build();
    expect(first).toMatchObject({ exit: 0, err: '' });
    const path = join(place.folder, 'pack.xlsx');
    expect(statSync(path).size).toBe(JSON.parse(first.out).bytes);
    expect(JSON.parse(first.out).out).toBe(path);
    expect(readFileSync(path).subarray(0, 2).toString()).toBe('PK');
    expect(await build()).toMatchObject({ exit: 5 });
    expect(await build('--force')).toMatchObject({ exit: 0 });
  });
});

describe('long work', () => {
  const rows = 200_000;
  const large = () => {
    const path = join(place.folder, 'large.csv');
    if (existsSync(path)) return path;
    const lines = ['Case reference,Date reported,Date closed,Category,Reported by,Subject,Outcome'];
    for (let row = 0; row < rows; row += 1)
      lines.push(`C-${row},${1 + (row % 28)}/04/2024,,Disrespect,Officer,Councillor,`);
    writeFileSync(path, lines.join('\n'));
    return path;
  };
  it('is cancelled by Ctrl+C: exit 7, nothing changed', async () => {
    const folder = join(place.folder, 'cancelled');
    await candour('init', folder);
    const running = start(['import', large(), '--json', '--progress', '--workspace', folder]);
    await running.saw(/Import a file/);
    running.stop();
    const { exit, out } = await running.ended;
    expect(exit).toBe(7);
    expect(JSON.parse(out)).toMatchObject({ ok: false, error: { code: 'job-cancelled' } });
    expect((await candour('imports', '--json', '--workspace', folder)).out).toBe('[]\n');
  });
  it('shows no progress with --json, a line at a time into a file, one redrawn line on a screen', async () => {
    const environment = { CANDOUR_WORKSPACE: workspace };
    const run = async (redraws: boolean, ...more: string[]) => {
      const terminal = bufferTerminal(place.folder, environment, redraws);
      expect(await runCli(['import', large(), '--again', ...more], terminal)).toBe(0);
      return terminal.complained();
    };
    expect(await run(false, '--json')).toBe('');
    expect(await run(false)).toMatch(/^Import a file: [^\n\r]+\n/);
    const wipe = '\r\u001b[2K';
    const [before, ...redrawn] = (await run(true)).split(wipe);
    expect([before, redrawn.at(-1)]).toEqual(['', '']);
    for (const line of redrawn.slice(0, -1)) expect(line).toMatch(/^Import a file: [^\n]+$/);
    expect(redrawn.length).toBeGreaterThan(1);
  });
});

describe('serve', () => {
  it('opens the workspace, prints the address, and ends well at Ctrl+C', async () => {
    const running = start(['serve', '--json', '--workspace', workspace]);
    const { url } = JSON.parse(await running.saw(/\{.*\}/)) as { url: string };
    const { port, own } = await enter(url);
    expect(await rpc(port, own, 'app.status', {})).toMatchObject({
      reply: { ok: true, value: { version, workspace: { id: 'kirkham' } } },
    });
    running.stop();
    expect(await running.ended).toMatchObject({ exit: 0, err: '' });
  });
  it('says so when the port is taken', async () => {
    const running = start(['serve', '--json', '--workspace', workspace]);
    const { port } = JSON.parse(await running.saw(/\{.*\}/)) as { port: number };
    const second = await candour('serve', '--port', String(port), '--json');
    expect(second.exit).toBe(2);
    expect(JSON.parse(second.out).error).toMatchObject({ code: 'command-usage' });
    running.stop();
    await running.ended;
  });
  it('says so when another Candour has the workspace', async () => {
    const running = start(['serve', '--json', '--workspace', workspace]);
    await running.saw(/\{.*\}/);
    const other = await inWorkspace('imports', '--json');
    expect(other.exit).toBe(5);
    expect(JSON.parse(other.out).error.code).toBe('workspace-locked');
    running.stop();
    await running.ended;
  });
});

describe('demo', () => {
  it('imports the sample council, shows five figures, writes the pack; again replaces it', async () => {
    const out = join(place.folder, 'demo');
    for (let round = 0; round < 2; round += 1) {
      const ended = await candour('demo', '--out', out, '--json');
      expect(ended).toMatchObject({ exit: 0, err: '' });
      const { receipts, figures, pack } = JSON.parse(ended.out);
      expect(receipts.length).toBeGreaterThan(10);
      for (const receipt of receipts) expect(receipt.accepted + receipt.rejected).toBe(receipt.read);
      expect(figures.map((figure: { metric: { id: string } }) => figure.metric.id)).toEqual([
        'survey-favourable',
        'incidents',
        'days-to-close',
        'absence-days-per-fte',
        'turnover',
      ]);
      expect(statSync(pack.out).size).toBe(pack.bytes);
    }
  }, 180_000);
  it('replaces no work of a person', async () => {
    const out = join(place.folder, 'mine');
    mkdirSync(out);
    const mine = join(out, 'sample-council');
    await candour('init', mine);
    await candour('import', 'incidents.csv', '--workspace', mine);
    expect(await candour('demo', '--out', out, '--json')).toMatchObject({ exit: 5 });
    const imports = JSON.parse((await candour('imports', '--json', '--workspace', mine)).out);
    expect(imports).toHaveLength(1);
  });
});
