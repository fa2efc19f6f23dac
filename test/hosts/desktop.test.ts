// The desktop wiring in front of the real core, with a double of `electron` and the built preload.
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { CandourBridge } from '#hosts/channels.ts';
import { contentSecurityPolicy } from '#hosts/guards.ts';
import { preloadFile } from '#hosts/places.ts';
import { incidentsCsv, scratch, writeFixture } from './doors.ts';
import * as double from './electron-double.ts';

vi.mock('electron', () => import('./electron-double.ts'));

const place = scratch();
let window: double.BrowserWindow;
let bridge: CandourBridge;
const foreign = [
  null,
  { url: 'https://evil.example/', parent: null },
  { url: 'app://evil/', parent: null },
  { url: 'app://candour/', parent: { url: 'app://candour/' } },
];

beforeAll(async () => {
  process.env.CANDOUR_HOME = join(place.folder, 'home');
  const shown = new Promise<double.BrowserWindow>((resolve) => double.app.once('double:shown', resolve));
  await import('#hosts/desktop.ts');
  window = await shown;
  const exposed = double.runPreload(preloadFile);
  expect(Object.keys(exposed)).toEqual(['candour']);
  bridge = exposed.candour as CandourBridge;
});
afterAll(() => place.remove());

describe('the window', () => {
  it('is isolated, sandboxed, without Node, on its own scheme', () => {
    expect(window.options.webPreferences).toMatchObject({
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      webviewTag: false,
      preload: preloadFile,
    });
    expect(window.loaded).toBe('app://candour/');
    expect(double.asked.errors).toEqual([]);
    expect(double.asked.schemes).toEqual([
      { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true } },
    ]);
  });
  it('goes nowhere, opens nothing, embeds nothing', () => {
    const prevented = (event: string, url: string) => {
      let stopped = false;
      window.webContents.emit(event, { url, preventDefault: () => (stopped = true) });
      return stopped;
    };
    for (const event of ['will-navigate', 'will-redirect', 'will-frame-navigate', 'will-attach-webview'])
      expect(prevented(event, 'https://evil.example/')).toBe(true);
    expect(prevented('will-navigate', 'app://candour/')).toBe(false);
    expect(window.webContents.openHandler({ url: 'app://candour/' })).toEqual({ action: 'deny' });
  });
  it('is granted no permission, no device and no request to others', () => {
    const { locks } = double.session;
    const answers: unknown[] = [];
    locks.request({}, 'notifications', (granted) => answers.push(granted));
    locks.before({ url: 'https://evil.example/' }, (answer) => answers.push(answer));
    locks.before({ url: 'app://candour/assets/a.js' }, (answer) => answers.push(answer));
    expect(answers).toEqual([false, { cancel: true }, { cancel: false }]);
    expect(locks.check()).toBe(false);
    expect(locks.device()).toBe(false);
  });
  it('serves the page’s own files under the policy, and nothing else', async () => {
    const serve = double.asked.serve.get('app');
    for (const url of [
      'app://candour/../package.json',
      'app://candour/%2e%2e/package.json',
      'app://evil/',
      'file:///etc/passwd',
    ]) {
      const response = await serve?.({ url });
      expect(response?.status).toBe(404);
      expect(response?.headers.get('Content-Security-Policy')).toBe(contentSecurityPolicy);
      expect(await response?.text()).toBe('');
    }
  });
});

describe('the bridge', () => {
  it('gives the page four functions and nothing else, frozen', () => {
    expect(Object.keys(bridge).sort()).toEqual(['call', 'deliver', 'pick', 'receive']);
    expect(Object.isFrozen(bridge)).toBe(true);
  });
  it.each(foreign)('answers no foreign sender (%o)', async (frame) => {
    for (const channel of ['candour:call', 'candour:pick', 'candour:deliver', 'candour:receive'])
      expect(await double.invoke(channel, ['app.status', {}], frame)).toMatchObject({
        ok: false,
        error: { code: 'not-allowed' },
      });
  });
  it('has no other channel, and refuses what cannot be cloned', async () => {
    await expect(double.invoke('candour:eval', ['1'])).rejects.toThrow(/No handler/);
    await expect(bridge.call('app.status', { f: Symbol('x') })).rejects.toThrow();
  });
  it('takes a dropped file in pieces and answers its id', async () => {
    const pieces = [incidentsCsv.slice(0, 40), incidentsCsv.slice(40)].map((text) =>
      new TextEncoder().encode(text),
    );
    const reply = await bridge.receive('incidents.csv', async () => pieces.shift() ?? null);
    expect(reply).toMatchObject({
      ok: true,
      value: { name: 'incidents.csv', bytes: Buffer.byteLength(incidentsCsv) },
    });
  });
  it('takes a file larger than its queue, and an empty one', async () => {
    let left = 40;
    const big = await bridge.receive('big.csv', async () =>
      left-- > 0 ? new Uint8Array(1024 * 1024).fill(left) : null,
    );
    expect(big).toMatchObject({ ok: true, value: { bytes: 40 * 1024 * 1024 } });
    expect(await bridge.receive('none.csv', async () => null)).toMatchObject({
      ok: true,
      value: { bytes: 0 },
    });
  });
  it('drops a file whose reading fails, and then takes the next', async () => {
    for (let round = 0; round < 10; round += 1)
      await expect(
        bridge.receive('gone.csv', async () => {
          throw new Error('the drive went away');
        }),
      ).rejects.toThrow(/drive went away/);
    expect(await bridge.receive('a.csv', async () => null)).toMatchObject({ ok: true });
  });
  it.each([
    null,
    { step: 'begin', name: '../key' },
    { step: 'begin' },
    { step: 'bytes', ticket: 'none', bytes: new Uint8Array(1) },
    { step: 'end', ticket: 'none' },
    { step: 'other' },
  ])('refuses a step of handing over that is not one (%o)', async (step) => {
    expect(await double.invoke('candour:receive', [step])).toMatchObject({
      ok: false,
      error: { code: 'input-invalid' },
    });
  });
  it('refuses a piece that is not bytes', async () => {
    const begun = (await double.invoke('candour:receive', [{ step: 'begin', name: 'a.csv' }])) as {
      value: { ticket: string };
    };
    const { ticket } = begun.value;
    expect(await double.invoke('candour:receive', [{ step: 'bytes', ticket, bytes: 'text' }])).toMatchObject({
      ok: false,
    });
    await double.invoke('candour:receive', [{ step: 'drop', ticket }]);
  });
  it('picks files by the open dialog; none when the person changes their mind', async () => {
    expect(await bridge.pick()).toEqual([]);
    const path = writeFixture(place.folder, 'picked.csv', incidentsCsv);
    double.dialogs.open = { canceled: false, filePaths: [path, join(place.folder, 'gone.csv')] };
    expect(await bridge.pick()).toMatchObject([{ ok: true, value: { name: 'picked.csv' } }, { ok: false }]);
  });
  it('delivers no pack that is not there', async () => {
    expect(await bridge.deliver('../../etc/passwd')).toMatchObject({ ok: false });
    expect(await double.invoke('candour:deliver', [{}])).toMatchObject({
      ok: false,
      error: { code: 'input-invalid' },
    });
  });
  it('delivers a finished pack where the person says, and nowhere when they change their mind', async () => {
    expect(await bridge.call('workspace.create', { id: 'kirkham' })).toMatchObject({ ok: true });
    const built = await bridge.call('pack.build', { edition: 'standards', period: '2024/25' });
    expect(built).toMatchObject({ ok: true });
    const { pack, bytes } = (built as { value: { pack: string; bytes: number } }).value;
    expect(await bridge.deliver(pack)).toMatchObject({ ok: true, value: { saved: false } });
    mkdirSync(join(place.folder, 'saved'));
    const filePath = join(place.folder, 'saved', 'pack.xlsx');
    double.dialogs.save = { canceled: false, filePath };
    expect(await bridge.deliver(pack)).toEqual({ ok: true, value: { saved: true, fileName: 'pack.xlsx' } });
    expect(readFileSync(filePath).length).toBe(bytes);
  });
});

describe('the end', () => {
  it('focuses the first window when a second is started', () => {
    let focused = false;
    window.once('double:focused', () => {
      focused = true;
    });
    double.app.emit('second-instance');
    expect(focused).toBe(true);
  });
  it('closes the core before it quits, once', async () => {
    const quit = new Promise((resolve) => double.app.once('double:quit', resolve));
    double.app.emit('window-all-closed');
    expect(double.app.quits).toBe(0);
    await quit;
    expect(double.app.quits).toBe(1);
    expect(existsSync(join(place.folder, 'home'))).toBe(true);
  });
});
