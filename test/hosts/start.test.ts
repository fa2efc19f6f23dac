// How `npm start` chooses between the window and the browser, and where things lie.
import { spawn } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { homeFolder, packageFolder } from '#hosts/places.ts';
import { fetchRuntime, findRuntime, hasDisplay } from '#hosts/start.ts';
import { enter, rpc, scratch } from './doors.ts';

const place = scratch();
afterAll(() => place.remove());

describe('the Electron runtime', () => {
  const modules = join(place.folder, 'node_modules');
  it('is not there when npm unpacked none', () => {
    expect(findRuntime({}, modules)).toBeNull();
    mkdirSync(join(modules, 'electron', 'dist'), { recursive: true });
    writeFileSync(join(modules, 'electron', 'path.txt'), 'electron');
    expect(findRuntime({}, modules)).toBeNull();
  });
  it('is found where npm unpacked it, or where the environment names it', () => {
    const runtime = join(modules, 'electron', 'dist', 'electron');
    writeFileSync(runtime, '');
    expect(findRuntime({}, modules)).toBe(runtime);
    expect(findRuntime({ ELECTRON_EXEC_PATH: process.execPath }, modules)).toBe(process.execPath);
    expect(findRuntime({ ELECTRON_EXEC_PATH: '/none' }, modules)).toBeNull();
  });
  it('is fetched by the electron package itself, where it can be', async () => {
    const other = join(place.folder, 'other_modules');
    expect(await fetchRuntime(other)).toBe(false);
    mkdirSync(join(other, 'electron'), { recursive: true });
    const installer = join(other, 'electron', 'install.js');
    writeFileSync(installer, 'process.exit(1)');
    expect(await fetchRuntime(other)).toBe(false);
    writeFileSync(
      installer,
      "const fs = require('node:fs'); fs.mkdirSync(__dirname + '/dist'); fs.writeFileSync(__dirname + '/dist/electron', ''); fs.writeFileSync(__dirname + '/path.txt', 'electron')",
    );
    expect(await fetchRuntime(other)).toBe(true);
    expect(findRuntime({}, other)).toBe(join(other, 'electron', 'dist', 'electron'));
  });
  it('needs a display on Linux', () => {
    expect(hasDisplay({}, 'linux')).toBe(false);
    expect(hasDisplay({ DISPLAY: ':0' }, 'linux')).toBe(true);
    expect(hasDisplay({ WAYLAND_DISPLAY: 'wayland-0' }, 'linux')).toBe(true);
    expect(hasDisplay({}, 'win32')).toBe(true);
  });
});

describe.each(['start', 'serve'])('the built %s.js', (name) => {
  it('opens the application for the browser where no window can be opened, and stops at Ctrl+C', async () => {
    const { DISPLAY: _, WAYLAND_DISPLAY: __, CANDOUR_WORKSPACE: ___, ...inherited } = process.env;
    const env = {
      ...inherited,
      PATH: '',
      CANDOUR_HOME: join(place.folder, 'home'),
      ELECTRON_EXEC_PATH: '/none',
    };
    const child = spawn(process.execPath, [join(packageFolder, 'out', 'main', `${name}.js`)], { env });
    let said = '';
    const url = await new Promise<string>((resolve, reject) => {
      child.stdout.on('data', (chunk) => {
        said += String(chunk);
        const [found] = /http:\S+/.exec(said) ?? [];
        if (found !== undefined) resolve(found);
      });
      child.once('close', () => reject(new Error(said)));
    });
    expect(said.startsWith('No desktop window can be opened here')).toBe(name === 'start');
    const { port, own } = await enter(url);
    expect((await rpc(port, own, 'workspace.list', {})).reply).toEqual({ ok: true, value: [] });
    const closed = new Promise((resolve) => child.once('close', resolve));
    child.kill('SIGINT');
    expect(await closed).toBe(0);
  });
});

describe('places', () => {
  it('finds the package from the sources', () => {
    expect(packageFolder).toBe(process.cwd());
  });
  it.each([
    [{ CANDOUR_HOME: '/mine' }, 'linux', '/mine'],
    [{}, 'linux', '/home/a/.local/share/candour'],
    [{ XDG_DATA_HOME: '/data' }, 'linux', '/data/candour'],
    [{}, 'darwin', '/home/a/Library/Application Support/Candour'],
  ] as const)('keeps workspaces in a person’s own data folder: %o on %s', (environment, platform, folder) => {
    expect(homeFolder(environment, platform, '/home/a')).toBe(folder);
  });
});
