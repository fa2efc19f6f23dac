// Owns the browser door: one page and its calls on 127.0.0.1, for the one browser that holds the token.
// The rule: host, site and cookie are checked before anything of a request is read.
import { randomBytes } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { pipeline } from 'node:stream/promises';
import type { App } from '#core/app.ts';
import { AppError } from '#shared/errors.ts';
import { type Asset, openAssets } from './assets.ts';
import * as guards from './guards.ts';
import { attachment, bodyBytes, bodyJson, send, sendReply } from './http.ts';
import { madeKind } from './made-file.ts';
import { appendLog, rendererFolder } from './places.ts';
import { refusal, refusalOf } from './refusal.ts';

export interface ServeOptions {
  readonly app: App;
  /** 0 or absent: any free port. */
  readonly port?: number;
  /** The built page. */
  readonly rendererDir?: string;
  /** How long a client may take over its headers, in milliseconds. */
  readonly headersTimeoutMs?: number;
}

export interface Served {
  /** The address with the token, which opens the page once. */
  readonly url: string;
  readonly port: number;
  close(): Promise<void>;
}

interface Door {
  readonly app: App;
  readonly port: number;
  readonly secret: string;
  readonly cookie: string;
  readonly assets: (path: string | null) => Promise<Asset | null>;
  /** Spends the token: true once, and only for the right one. */
  spend(given: string | null): boolean;
}

type Exchange = readonly [request: IncomingMessage, response: ServerResponse];

function openPage(door: Door, [, response]: Exchange, token: string | null, known: boolean): void {
  const cookie = `${door.cookie}=${door.secret}; HttpOnly; SameSite=Strict; Path=/`;
  if (known) send(response, 303, { Location: '/' });
  else if (door.spend(token)) send(response, 303, { Location: '/', 'Set-Cookie': cookie });
  else sendReply(response, refusal('not-allowed'));
}

async function answerCall(door: Door, [request, response]: Exchange, procedure: string): Promise<void> {
  if (!guards.isJson(request.headers)) return sendReply(response, refusal('not-allowed'));
  if (!guards.isStatedSizeAllowed(request.headers, guards.maxCallBytes))
    return sendReply(response, refusal('request-too-large'));
  const input = await bodyJson(request, guards.maxCallBytes);
  sendReply(response, await door.app.call(procedure, input));
}

async function takeFile(door: Door, [request, response]: Exchange, query: URLSearchParams): Promise<void> {
  if (!guards.isBytes(request.headers)) return sendReply(response, refusal('not-allowed'));
  const name = guards.safeFileName(query.get('name'));
  if (name === null)
    return sendReply(
      response,
      refusal('input-invalid', { detail: 'the file’s name is missing or not a name' }),
    );
  if (!guards.isStatedSizeAllowed(request.headers, guards.maxFileBytes))
    return sendReply(response, refusal('request-too-large'));
  sendReply(response, await door.app.receive(name, bodyBytes(request, guards.maxFileBytes)));
}

async function givePack(door: Door, [, response]: Exchange, pack: string): Promise<void> {
  const reply = await door.app.release(pack);
  if (!reply.ok) return sendReply(response, reply);
  const { path, fileName, bytes } = reply.value;
  const source = createReadStream(path);
  response.writeHead(200, {
    ...guards.securityHeaders,
    'Cache-Control': 'no-store',
    'Content-Type': madeKind(fileName).type,
    'Content-Length': bytes,
    'Content-Disposition': attachment(fileName),
  });
  await pipeline(source, response);
}

async function giveAsset(door: Door, [, response]: Exchange, path: string): Promise<void> {
  const asset = await door.assets(guards.assetPath(path));
  if (asset) send(response, 200, asset.headers, asset.body);
  else sendReply(response, refusal('file-unknown', { name: path.slice(0, 200) }));
}

async function answer(door: Door, exchange: Exchange): Promise<void> {
  const [request, response] = exchange;
  const { method, headers } = request;
  if (!guards.isOwnHost(headers.host, door.port) || !guards.isOwnSite(request))
    return sendReply(response, refusal('not-allowed'));
  const [path = '', search = ''] = (request.url ?? '').split('?', 2);
  const query = new URLSearchParams(search);
  const known = guards.sameSecret(guards.readCookie(headers.cookie, door.cookie), door.secret);
  if (method === 'GET' && path === '/' && query.has('token'))
    return openPage(door, exchange, query.get('token'), known);
  if (!known) return sendReply(response, refusal('not-allowed'));
  const procedure = guards.procedureOfPath(path);
  const pack = guards.packOfPath(path);
  if (method === 'POST' && procedure !== null) return answerCall(door, exchange, procedure);
  if (method === 'POST' && path === '/inbox') return takeFile(door, exchange, query);
  if (method === 'GET' && pack !== null) return givePack(door, exchange, pack);
  if (method === 'GET' && procedure === null && path !== '/inbox') return giveAsset(door, exchange, path);
  sendReply(response, refusal('not-allowed'));
}

async function settle(door: Door, exchange: Exchange): Promise<void> {
  const [, response] = exchange;
  try {
    await answer(door, exchange);
  } catch (error) {
    // The other side may be gone, or half of a file may be sent: then there is nobody to tell.
    if (response.headersSent || response.destroyed) response.destroy();
    else sendReply(response, refusalOf(error, appendLog));
  }
}

async function listen(server: Server, port: number): Promise<number> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', (cause) =>
      reject(new AppError('command-usage', { detail: `Port ${port} cannot be opened` }, { cause })),
    );
    server.listen({ host: '127.0.0.1', port, exclusive: true }, resolve);
  });
  return (server.address() as AddressInfo).port;
}

/**
 * Serves the application to the browser on this machine.
 * @throws AppError command-usage when the port cannot be opened
 */
export async function startServer(options: ServeOptions): Promise<Served> {
  const token = randomBytes(32).toString('base64url');
  let spent = false;
  const server = createServer({
    headersTimeout: options.headersTimeoutMs ?? 10_000,
    requestTimeout: 300_000,
    keepAliveTimeout: 5_000,
    connectionsCheckingInterval: 1_000,
    maxHeaderSize: 16 * 1024,
  });
  server.maxConnections = 64;
  const port = await listen(server, options.port ?? 0);
  const door: Door = {
    app: options.app,
    port,
    secret: randomBytes(32).toString('base64url'),
    cookie: `candour-${port}`,
    assets: openAssets(options.rendererDir ?? rendererFolder),
    spend(given) {
      if (spent || !guards.sameSecret(given, token)) return false;
      spent = true;
      return true;
    },
  };
  server.on('request', (request, response) => void settle(door, [request, response]));
  return {
    url: `http://127.0.0.1:${port}/?token=${token}`,
    port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
