// Owns every decision about what a door lets through, as pure functions that tests attack.
// The rule: what is not plainly allowed is refused; no input is mended into something allowed.
import { createHash, timingSafeEqual } from 'node:crypto';

/** Largest body of a call, in bytes: a request is words, not data. */
export const maxCallBytes = 1024 * 1024;
/** Largest file that may be handed over, in bytes. */
export const maxFileBytes = 2 * 1024 * 1024 * 1024;
export const appOrigin = 'app://candour';

/**
 * The one style element that a control library (react-aria) adds by itself. It is allowed by the hash
 * of its exact text, so that no other inline style is.
 */
export const pressableStyle =
  '@layer {\n  [data-react-aria-pressable] {\n    touch-action: pan-x pan-y pinch-zoom;\n  }\n}';
const sha256 = (text: string): string => createHash('sha256').update(text).digest('base64');

/** One policy for the window and the browser. Style attributes set by script need no exception. */
export const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  `style-src 'self' 'sha256-${sha256(pressableStyle)}'`,
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** Headers of every answer, in the browser and in the window. */
export const securityHeaders: Readonly<Record<string, string>> = {
  'Content-Security-Policy': contentSecurityPolicy,
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), microphone=(), geolocation=(), usb=(), serial=(), hid=()',
};

type Header = string | string[] | undefined;
type Headers = Readonly<Record<string, Header>>;

/** Only the loopback names with our own port: stops a foreign name that resolves to 127.0.0.1. */
export function isOwnHost(host: Header, port: number): boolean {
  return host === `127.0.0.1:${port}` || host === `localhost:${port}`;
}

interface Asked {
  readonly method?: string | undefined;
  readonly headers: Headers;
}

/**
 * Whether a request comes from our own page. A page may be opened by hand (site "none"); what changes
 * something must prove its origin, so a request that carries neither header is refused there.
 */
export function isOwnSite({ method, headers }: Asked): boolean {
  const { origin, host, 'sec-fetch-site': site } = headers;
  if (origin !== undefined && origin !== `http://${String(host)}`) return false;
  if (method === 'GET') return site === undefined || site === 'none' || site === 'same-origin';
  return site === undefined ? origin !== undefined : site === 'same-origin';
}

/** Compares two secrets in a time that tells nothing of where they differ. */
export function sameSecret(given: string | null | undefined, kept: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(given ?? ''), digest(kept)) && Boolean(given);
}

/** The value of one cookie; null when it is missing or given twice. */
export function readCookie(header: Header, name: string): string | null {
  if (typeof header !== 'string') return null;
  const values = header
    .split(';')
    .map((pair) => pair.trim())
    .filter((pair) => pair.startsWith(`${name}=`))
    .map((pair) => pair.slice(name.length + 1));
  return values.length === 1 ? (values[0] ?? null) : null;
}

/** Only JSON in UTF-8, and only plain: a form or a text cannot be posted across sites unasked. */
export function isJson(headers: Headers): boolean {
  const type = String(headers['content-type'] ?? '').toLowerCase();
  return /^application\/json(; ?charset=utf-8)?$/.test(type) && headers['content-encoding'] === undefined;
}

/** Only bytes as they are. */
export function isBytes(headers: Headers): boolean {
  return headers['content-type'] === 'application/octet-stream' && headers['content-encoding'] === undefined;
}

/** Whether the length that a request states may be read at all; an unstated one is counted. */
export function isStatedSizeAllowed(headers: Headers, cap: number): boolean {
  const stated = headers['content-length'];
  return stated === undefined || (/^\d{1,15}$/.test(String(stated)) && Number(stated) <= cap);
}

/** A file's name as a label: one line, no path in it, nothing that turns writing round. Else null. */
export function safeFileName(name: unknown): string | null {
  if (typeof name !== 'string') return null;
  const text = name.trim();
  if (text.length === 0 || text.length > 200 || text === '.' || text === '..') return null;
  return /[/\\\p{Cc}\p{Cs}\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069]/u.test(text) ? null : text;
}

/** The asset that a URL path asks for, or null. Only names that could stand in the built page. */
export function assetPath(pathname: string): string | null {
  if (pathname === '/') return 'index.html';
  return /^(\/[A-Za-z0-9_-][A-Za-z0-9._-]*)+$/.test(pathname) ? pathname.slice(1) : null;
}

/** The pack that `GET /packs/<id>` asks for, or null. */
export function packOfPath(pathname: string): string | null {
  return /^\/packs\/([A-Za-z0-9_-]{1,80})$/.exec(pathname)?.[1] ?? null;
}

/** The procedure that `POST /rpc/<name>` asks for, or null. */
export function procedureOfPath(pathname: string): string | null {
  return /^\/rpc\/([a-z]{1,40}\.[a-zA-Z]{1,40})$/.exec(pathname)?.[1] ?? null;
}

/** The asset that an `app:` URL asks for, or null when it is not our own. */
export function assetOfUrl(url: string): string | null {
  // Read as text: a URL parser would fold `..` away before it could be refused.
  const rest = url.startsWith(`${appOrigin}/`) ? url.slice(appOrigin.length) : null;
  return rest === null ? null : assetPath(rest.replace(/[?#].*$/s, ''));
}

/** Whether a call comes from our own page, in the window's own frame. */
export function isOwnSender(frame: { url: string; parent: unknown } | null | undefined): boolean {
  return frame != null && frame.parent === null && assetOfUrl(frame.url) === 'index.html';
}

/** The window stays on its page: only a reload of it is let through. */
export function mayNavigate(url: string): boolean {
  return assetOfUrl(url) === 'index.html';
}

/** The window asks nobody else for anything: offline always. */
export function mayRequest(url: string): boolean {
  return /^(devtools|blob|data):/.test(url) || assetOfUrl(url) !== null;
}

export const mayOpenWindow = (): boolean => false;
export const mayUsePermission = (): boolean => false;
