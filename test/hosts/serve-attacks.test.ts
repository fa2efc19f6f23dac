// Attacks the browser door over real HTTP, in front of the real core.
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { App } from '#core/app.ts';
import { maxCallBytes, maxFileBytes, securityHeaders } from '#hosts/guards.ts';
import { type Served, startServer } from '#hosts/server.ts';
import { coreOn, enter, rpc, type Sent, scratch, send } from './doors.ts';

const place = scratch();
let app: App;
let served: Served;
let port: number;
let own: Record<string, string>;
let host: string;

beforeAll(async () => {
  const page = join(place.folder, 'page');
  mkdirSync(join(page, 'assets'), { recursive: true });
  writeFileSync(join(page, 'index.html'), '<!doctype html><title>Candour</title>');
  writeFileSync(join(page, 'assets', 'index-Bc12_x34.js'), 'export {};');
  writeFileSync(join(page, '.secret'), 'planted words');
  writeFileSync(join(place.folder, 'beside.js'), 'planted words');
  app = coreOn(join(place.folder, 'home'));
  served = await startServer({ app, rendererDir: page, headersTimeoutMs: 1500 });
  ({ port, own } = await enter(served.url));
  host = own.Host ?? '';
});
afterAll(async () => {
  await served.close();
  await app.close();
  place.remove();
});

const call = (change: Sent = {}): Sent => ({
  method: 'POST',
  path: '/rpc/app.status',
  body: '{}',
  ...change,
  headers: { ...own, 'Content-Type': 'application/json', ...change.headers },
});
const without = (name: string): Record<string, string> =>
  Object.fromEntries(Object.entries(own).filter(([key]) => key !== name));
const inbox = (change: Sent = {}): Sent => ({
  method: 'POST',
  path: '/inbox?name=a.csv',
  body: 'a,b\n1,2\n',
  ...change,
  headers: { ...own, 'Content-Type': 'application/octet-stream', ...change.headers },
});

describe('what the page itself does works', () => {
  it('calls, sends a file, loads its parts', async () => {
    expect(await rpc(port, own, 'app.status', {})).toMatchObject({ status: 200, reply: { ok: true } });
    const file = await send(port, inbox());
    expect(JSON.parse(file.body)).toMatchObject({ ok: true, value: { name: 'a.csv', bytes: 8 } });
    const page = await send(port, { headers: own });
    expect(page.status).toBe(200);
    expect(page.headers['content-type']).toBe('text/html; charset=utf-8');
    const part = await send(port, { path: '/assets/index-Bc12_x34.js', headers: own });
    expect(part.headers['cache-control']).toContain('immutable');
  });
  it('answers on localhost, too, but a cookie of one name is not spent on a foreign origin', async () => {
    const name = `localhost:${port}`;
    const headers = { ...own, Host: name, Origin: `http://${name}` };
    expect((await send(port, call({ headers }))).status).toBe(200);
    expect((await send(port, call({ headers: { ...own, Host: name } }))).status).toBe(403);
  });
  it('carries the security headers on every answer, refusals included, and no CORS', async () => {
    for (const sent of [
      call(),
      { headers: own },
      { path: '/none', headers: own },
      { headers: { Host: 'evil.example' } },
    ]) {
      const { headers } = await send(port, sent);
      for (const [name, value] of Object.entries(securityHeaders))
        expect(headers[name.toLowerCase()]).toBe(value);
      expect(Object.keys(headers).filter((name) => name.startsWith('access-control'))).toEqual([]);
    }
  });
});

describe('refused with 403 before anything is read', () => {
  const cases: [string, () => Sent][] = [
    ['a foreign Host', () => call({ headers: { Host: 'evil.example' } })],
    ['a rebound name with our port', () => call({ headers: { Host: `rebind.example:${port}` } })],
    ['our address with another port', () => call({ headers: { Host: '127.0.0.1:1' } })],
    [
      'no Host at all',
      () => ({ ...call(), headers: { ...without('Host'), 'Content-Type': 'application/json' } }),
    ],
    ['a foreign Origin', () => call({ headers: { Origin: 'http://evil.example' } })],
    ['the Origin “null” of a sandboxed frame', () => call({ headers: { Origin: 'null' } })],
    ['another port on this machine', () => call({ headers: { Origin: 'http://127.0.0.1:8080' } })],
    ['a cross-site request', () => call({ headers: { 'Sec-Fetch-Site': 'cross-site' } })],
    ['a same-site request', () => call({ headers: { 'Sec-Fetch-Site': 'same-site' } })],
    ['a cross-site page', () => ({ headers: { ...without('Origin'), 'Sec-Fetch-Site': 'cross-site' } })],
    [
      'a call that proves no origin',
      () => ({
        ...call(),
        headers: { Host: host, Cookie: own.Cookie ?? '', 'Content-Type': 'application/json' },
      }),
    ],
    [
      'no cookie',
      () => ({ ...call(), headers: { ...without('Cookie'), 'Content-Type': 'application/json' } }),
    ],
    ['a wrong cookie', () => call({ headers: { Cookie: `candour-${port}=x` } })],
    ['the cookie twice', () => call({ headers: { Cookie: `${own.Cookie}; ${own.Cookie}` } })],
    ['the page without a cookie', () => ({ headers: without('Cookie') })],
    [
      'a part of the page without a cookie',
      () => ({ path: '/assets/index-Bc12_x34.js', headers: without('Cookie') }),
    ],
    ['a pack without a cookie', () => ({ path: '/packs/a', headers: without('Cookie') })],
    ['GET on a call', () => call({ method: 'GET' })],
    ['PUT on a call', () => call({ method: 'PUT' })],
    ['OPTIONS (a preflight)', () => call({ method: 'OPTIONS' })],
    ['HEAD on the page', () => ({ method: 'HEAD', headers: own })],
    ['GET on the inbox', () => inbox({ method: 'GET' })],
    ['a text/plain body', () => call({ headers: { 'Content-Type': 'text/plain' } })],
    ['a form body', () => call({ headers: { 'Content-Type': 'application/x-www-form-urlencoded' } })],
    ['a compressed body', () => call({ headers: { 'Content-Encoding': 'gzip' } })],
    ['a file as a form', () => inbox({ headers: { 'Content-Type': 'multipart/form-data; boundary=x' } })],
  ];
  it.each(cases)('%s', async (_, sent) => {
    const got = await send(port, sent());
    // Node itself answers a request with no Host.
    expect([400, 403]).toContain(got.status);
    if (got.status === 403 && got.body)
      expect(JSON.parse(got.body)).toMatchObject({ ok: false, error: { code: 'not-allowed' } });
    expect(got.body).not.toContain('"ok":true');
  });
});

describe('the token', () => {
  it('works once, for one browser', async () => {
    const other = await startServer({ app });
    try {
      const { host: name, search } = new URL(other.url);
      const open = (path: string) => send(other.port, { path, headers: { Host: name } });
      for (const wrong of ['/?token=', '/?token=x', `/${search}x`, `/?token=${'a'.repeat(43)}`])
        expect((await open(wrong)).status).toBe(403);
      expect(
        (await send(other.port, { method: 'HEAD', path: `/${search}`, headers: { Host: name } })).status,
      ).toBe(403);
      expect(
        (
          await send(other.port, {
            path: `/${search}`,
            headers: { Host: name, 'Sec-Fetch-Site': 'cross-site' },
          })
        ).status,
      ).toBe(403);
      const first = await open(`/${search}`);
      expect(first.status).toBe(303);
      expect(first.headers.location).toBe('/');
      expect(String(first.headers['set-cookie'])).toMatch(
        /^candour-\d+=[\w-]{43}; HttpOnly; SameSite=Strict; Path=\/$/,
      );
      expect(first.body).toBe('');
      expect((await open(`/${search}`)).status).toBe(403);
    } finally {
      await other.close();
    }
  });
  it('of one server opens no other, nor does its cookie', async () => {
    const other = await startServer({ app });
    try {
      const name = `127.0.0.1:${other.port}`;
      const { search } = new URL(served.url);
      expect((await send(other.port, { path: `/${search}`, headers: { Host: name } })).status).toBe(403);
      const headers = {
        ...own,
        Host: name,
        Origin: `http://${name}`,
        Cookie: `${own.Cookie}`.replace(String(port), String(other.port)),
      };
      expect((await send(other.port, { headers })).status).toBe(403);
    } finally {
      await other.close();
    }
  });
});

describe('sizes', () => {
  it('refuses a call that states too much, unread', async () => {
    const got = await send(
      port,
      call({ headers: { 'Content-Length': String(maxCallBytes + 1) }, body: '{' }),
    );
    expect(got.status).toBe(413);
    expect(JSON.parse(got.body).error.code).toBe('request-too-large');
    expect(got.headers.connection).toBe('close');
  });
  it('refuses a call that turns out too much', async () => {
    async function* flood() {
      for (let sent = 0; sent <= maxCallBytes; sent += 65_536) yield Buffer.alloc(65_536, 0x20);
    }
    expect((await send(port, call({ body: flood() }))).status).toBe(413);
  });
  it('refuses a file that states too much, unread', async () => {
    const got = await send(
      port,
      inbox({ headers: { 'Content-Length': String(maxFileBytes + 1) }, body: 'a' }),
    );
    expect(got.status).toBe(413);
  });
  it('drops a client that is slow over its headers', async () => {
    const socket = connect(port, '127.0.0.1');
    socket.write('GET / HTTP/1.1\r\nHost: ');
    const answer = await new Promise<string>((resolve) => {
      let text = '';
      socket.on('data', (chunk) => {
        text += String(chunk);
      });
      socket.on('close', () => resolve(text));
    });
    expect(answer).toMatch(/^HTTP\/1\.1 408 /);
  });
});

describe('paths and names', () => {
  it.each([
    '/../beside.js',
    '/assets/../../beside.js',
    '/%2e%2e/beside.js',
    '/..%2fbeside.js',
    '/..%5cbeside.js',
    '/.secret',
    '//etc/passwd',
    '/assets',
    '/packs/../beside.js',
    '/packs/..%2f..%2fbeside.js',
    'http://evil.example/',
  ])('gives nothing for %s', async (path) => {
    const got = await send(port, { path, headers: own });
    expect(got.status).toBe(404);
    expect(got.body).not.toContain('planted');
  });
  it.each(['../key', 'a/b.csv', 'a\\b.csv', '..', '', 'a\0b.csv', 'a\nb.csv', 'x'.repeat(201)])(
    'takes no file called %j',
    async (name) => {
      const got = await send(port, inbox({ path: `/inbox?name=${encodeURIComponent(name)}` }));
      expect(got.status).toBe(400);
      expect(JSON.parse(got.body).error.code).toBe('input-invalid');
    },
  );
  it.each(['/rpc/no.such', '/rpc/constructor.name'])('knows no procedure at %s', async (path) => {
    const got = await send(port, call({ path }));
    expect(got.status).toBe(404);
    expect(JSON.parse(got.body).error.code).toBe('procedure-unknown');
  });
  it.each(['', '{', 'nothing', '\xEF\xBB', '{"a":1}{"b":2}'])('takes no body %j', async (body) => {
    const got = await send(port, call({ body }));
    expect(got.status).toBe(400);
    expect(JSON.parse(got.body).error.code).toBe('input-invalid');
  });
  it('gives the status of the error that the core answered', async () => {
    expect((await rpc(port, own, 'workspace.open', { id: 'nowhere' })).status).toBe(404);
    expect((await rpc(port, own, 'import.list', {})).status).toBe(409);
    expect((await rpc(port, own, 'workspace.open', { id: '../..' })).status).toBe(400);
    expect((await send(port, { path: '/packs/none', headers: own })).status).toBeGreaterThanOrEqual(404);
  });
  it('hands a made template out to its own page, and to nobody without the cookie', async () => {
    const { reply } = await rpc(port, own, 'template.build', { kind: 'event' });
    const { file, fileName } = (reply.ok ? reply.value : {}) as { file: string; fileName: string };
    const got = await send(port, { path: `/packs/${file}`, headers: own });
    expect(got.status).toBe(200);
    expect(got.headers['content-disposition']).toContain(fileName);
    expect((await send(port, { path: `/packs/${file}`, headers: without('Cookie') })).status).toBe(403);
  });
});

describe('a file whose sender goes away', () => {
  it('leaves nothing behind, and the door still answers', async () => {
    const inboxFiles = () =>
      readdirSync(join(place.folder, 'home', '.inbox'), { recursive: true, withFileTypes: true }).filter(
        (entry) => entry.isFile(),
      ).length;
    const before = inboxFiles();
    const socket = connect(port, '127.0.0.1');
    const headers = Object.entries({
      ...own,
      'Content-Type': 'application/octet-stream',
      'Content-Length': '1000000',
    });
    socket.write(
      `POST /inbox?name=half.csv HTTP/1.1\r\n${headers.map(([name, value]) => `${name}: ${value}`).join('\r\n')}\r\n\r\nhalf`,
    );
    await vi.waitFor(() => expect(inboxFiles()).toBe(before + 1));
    socket.destroy();
    await vi.waitFor(() => expect(inboxFiles()).toBe(before));
    expect((await send(port, call())).status).toBe(200);
  });
});

describe('closing', () => {
  it('ends kept-alive connections at once', async () => {
    const other = await startServer({ app });
    const socket = connect(other.port, '127.0.0.1');
    socket.write(`GET / HTTP/1.1\r\nHost: 127.0.0.1:${other.port}\r\n\r\n`);
    await new Promise((resolve) => socket.once('data', resolve));
    const closed = new Promise((resolve) => socket.once('close', resolve));
    await other.close();
    await closed;
    await expect(send(other.port, { headers: { Host: 'x' } })).rejects.toThrow(/ECONNREFUSED/);
  });
  it('listens on the loopback address only, and says so when a port is taken', async () => {
    await expect(startServer({ app, port })).rejects.toMatchObject({ code: 'command-usage' });
  });
});
