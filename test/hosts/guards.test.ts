// Attacks every decision of guards.ts by itself; serve-attacks.test.ts sends the same over real HTTP.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import * as guards from '#hosts/guards.ts';
import { contract } from '#shared/contract.ts';

const port = 4173;
const host = `127.0.0.1:${port}`;

describe('the Host header', () => {
  it.each([host, `localhost:${port}`])('lets %s in', (name) => {
    expect(guards.isOwnHost(name, port)).toBe(true);
  });
  it.each([
    undefined,
    '',
    '127.0.0.1',
    'localhost',
    '127.0.0.1:4174',
    'candour.example:4173',
    'rebind.127.0.0.1.example:4173',
    '127.0.0.1:4173.example',
    '127.0.0.1:4173@evil.example',
    '0.0.0.0:4173',
    '[::1]:4173',
    '127.1:4173',
    'LOCALHOST:4173 ',
    ['127.0.0.1:4173', 'evil.example'],
  ])('refuses %s', (name) => {
    expect(guards.isOwnHost(name, port)).toBe(false);
  });
});

describe('where a request comes from', () => {
  const post = (headers: Record<string, string>) =>
    guards.isOwnSite({ method: 'POST', headers: { host, ...headers } });
  const get = (headers: Record<string, string>) =>
    guards.isOwnSite({ method: 'GET', headers: { host, ...headers } });

  it('lets our own page call', () => {
    expect(post({ origin: `http://${host}`, 'sec-fetch-site': 'same-origin' })).toBe(true);
    expect(post({ origin: `http://${host}` })).toBe(true);
    expect(post({ 'sec-fetch-site': 'same-origin' })).toBe(true);
    expect(get({})).toBe(true);
    expect(get({ 'sec-fetch-site': 'none' })).toBe(true);
  });
  it.each([
    {},
    { origin: 'null' },
    { origin: 'http://evil.example' },
    { origin: `https://${host}` },
    { origin: 'http://localhost:4173' },
    { origin: `http://${host}`, 'sec-fetch-site': 'cross-site' },
    { origin: `http://${host}`, 'sec-fetch-site': 'same-site' },
    { 'sec-fetch-site': 'none' },
    { 'sec-fetch-site': 'cross-site' },
  ])('refuses a call from %o', (headers) => {
    expect(post(headers as Record<string, string>)).toBe(false);
  });
  it.each([
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-site' },
    { origin: 'http://evil.example' },
  ])('refuses a page asked for from %o', (headers) => {
    expect(get(headers as Record<string, string>)).toBe(false);
  });
});

describe('secrets and cookies', () => {
  it('compares whole secrets', () => {
    expect(guards.sameSecret('abc', 'abc')).toBe(true);
    for (const wrong of ['', null, undefined, 'ab', 'abcd', 'ABC'])
      expect(guards.sameSecret(wrong, 'abc')).toBe(false);
    expect(guards.sameSecret('', '')).toBe(false);
  });
  it('reads one cookie by its exact name', () => {
    expect(guards.readCookie('a=1; candour-1=x; b=2', 'candour-1')).toBe('x');
    for (const header of [
      undefined,
      '',
      'xcandour-1=x',
      'candour-1',
      'candour-1=x; candour-1=y',
      ['candour-1=x'],
    ])
      expect(guards.readCookie(header, 'candour-1')).toBeNull();
  });
});

describe('bodies', () => {
  it.each(['application/json', 'application/json; charset=utf-8', 'Application/JSON'])('takes %s', (type) => {
    expect(guards.isJson({ 'content-type': type })).toBe(true);
  });
  it.each([
    undefined,
    'text/plain',
    'application/x-www-form-urlencoded',
    'multipart/form-data',
    'text/plain; application/json',
    'application/json; charset=utf-16',
  ])('refuses %s', (type) => {
    expect(guards.isJson({ 'content-type': type })).toBe(false);
  });
  it('refuses packed bodies, which could unpack to any size', () => {
    expect(guards.isJson({ 'content-type': 'application/json', 'content-encoding': 'gzip' })).toBe(false);
    expect(guards.isBytes({ 'content-type': 'application/octet-stream', 'content-encoding': 'br' })).toBe(
      false,
    );
    expect(guards.isBytes({ 'content-type': 'application/octet-stream' })).toBe(true);
    expect(guards.isBytes({ 'content-type': 'text/csv' })).toBe(false);
  });
  it.each([
    [undefined, true],
    ['0', true],
    ['100', true],
    ['101', false],
    ['-1', false],
    ['1e2', false],
    ['9'.repeat(16), false],
  ])('judges a stated length of %s', (stated, allowed) => {
    expect(guards.isStatedSizeAllowed({ 'content-length': stated }, 100)).toBe(allowed);
  });
});

describe('names and paths', () => {
  it.each([
    'survey.csv',
    'Officer survey (March 2025).xlsx',
    'Enquête d’été.csv',
    '調査.csv',
    '..hidden.csv',
  ])('takes the file name %s', (name) => {
    expect(guards.safeFileName(name)).toBe(name);
  });
  it.each([
    null,
    7,
    '',
    '  ',
    '.',
    '..',
    '../key',
    'a/b.csv',
    'a\\b.csv',
    'C:\\data.csv',
    'a\0b.csv',
    'a\nb.csv',
    'a\u202Evsc.exe',
    'x'.repeat(201),
  ])('refuses the file name %j', (name) => {
    expect(guards.safeFileName(name)).toBeNull();
  });
  const escapes = [
    '/..',
    '/../package.json',
    '/assets/../../package.json',
    '/%2e%2e/package.json',
    '/%2e%2e%2fpackage.json',
    '/..%5cpackage.json',
    '/..\\package.json',
    '//etc/passwd',
    '/./index.html',
    '/.git/config',
    '/assets/',
    '/a\0.js',
    'http://evil.example/',
    '',
  ];
  it.each(escapes)('finds no asset at %j', (path) => {
    expect(guards.assetPath(path)).toBeNull();
  });
  it.each(escapes.filter((path) => path.startsWith('/')))('finds no asset at app://candour%s', (path) => {
    expect(guards.assetOfUrl(`app://candour${path}`)).toBeNull();
  });
  it('finds the page and its parts', () => {
    expect(guards.assetPath('/')).toBe('index.html');
    expect(guards.assetPath('/assets/index-Bc12_x.js')).toBe('assets/index-Bc12_x.js');
    expect(guards.assetOfUrl('app://candour/?theme=dark#/survey')).toBe('index.html');
  });
  it.each([
    'app://evil/',
    'app://candour.evil/',
    'app://candour@evil/',
    'file:///etc/passwd',
    'http://candour/',
    'APP://candour/',
  ])('gives nothing for %s', (url) => {
    expect(guards.assetOfUrl(url)).toBeNull();
  });
  it('reads procedures and packs from paths only in their exact shape', () => {
    for (const name of Object.keys(contract)) expect(guards.procedureOfPath(`/rpc/${name}`)).toBe(name);
    expect(guards.packOfPath('/packs/abc-1')).toBe('abc-1');
    for (const path of ['/rpc/', '/rpc/../x', '/rpc/__proto__', '/rpc/a.b/c', '/RPC/a.b', '/rpc/a.b%00'])
      expect(guards.procedureOfPath(path)).toBeNull();
    for (const path of ['/packs/', '/packs/../x', '/packs/a/b', '/packs/a%2fb', '/packs/a.xlsx'])
      expect(guards.packOfPath(path)).toBeNull();
  });
});

describe('the window', () => {
  it('answers its own page only', () => {
    expect(guards.isOwnSender({ url: 'app://candour/', parent: null })).toBe(true);
    for (const frame of [
      null,
      undefined,
      { url: 'app://candour/', parent: {} },
      { url: 'app://candour/assets/index.js', parent: null },
      { url: 'app://evil/', parent: null },
      { url: 'https://evil.example/app://candour/', parent: null },
      { url: 'about:blank', parent: null },
      { url: '', parent: null },
    ])
      expect(guards.isOwnSender(frame)).toBe(false);
  });
  it('stays on its page, opens no other, asks nobody, is granted nothing', () => {
    expect(guards.mayNavigate('app://candour/')).toBe(true);
    for (const url of [
      'https://evil.example/',
      'file:///etc/passwd',
      'javascript:alert(1)',
      'data:text/html,x',
      'app://evil/',
    ])
      expect(guards.mayNavigate(url)).toBe(false);
    for (const url of [
      'https://evil.example/',
      'ws://127.0.0.1/',
      'file:///etc/passwd',
      'http://127.0.0.1:1/',
    ])
      expect(guards.mayRequest(url)).toBe(false);
    expect(guards.mayOpenWindow()).toBe(false);
    expect(guards.mayUsePermission()).toBe(false);
  });
});

describe('the content security policy', () => {
  it('starts from nothing and allows no inline or evaluated script', () => {
    expect(guards.contentSecurityPolicy).toMatch(/^default-src 'none'; script-src 'self';/);
    expect(guards.contentSecurityPolicy).not.toMatch(/unsafe|\*|https?:/);
    for (const rule of ['base-uri', 'form-action', 'frame-ancestors'])
      expect(guards.contentSecurityPolicy).toContain(`${rule} 'none'`);
  });
  it('allows the one style of the control library as it is installed', () => {
    const source = readFileSync('node_modules/react-aria/dist/private/interactions/usePress.mjs', 'utf8');
    const [, attribute] = /PRESSABLE_ATTRIBUTE = '([\w-]+)'/.exec(source) ?? [];
    const [, template] = /style\.textContent = `([^`]+)`\.trim\(\)/.exec(source) ?? [];
    const text = template?.replace(/\$\{[^}]+\}/, attribute ?? '').trim();
    expect(text).toBe(guards.pressableStyle);
  });
});
