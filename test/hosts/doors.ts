// What the host tests share: a real core on a folder of its own, and the doors in front of it.
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request as httpRequest, type IncomingHttpHeaders } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type App, createApp } from '#core/app.ts';
import { appOptions } from '#hosts/places.ts';
import type { Reply } from '#shared/reply.ts';

/** A folder that is removed when `remove` is called. */
export function scratch(): { folder: string; remove(): void } {
  const folder = mkdtempSync(join(tmpdir(), 'candour-hosts-'));
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

/** The real core on the workspaces in `home`. */
export const coreOn = (home: string): App => createApp({ ...appOptions(home), log: () => undefined });

export interface Sent {
  readonly method?: string;
  readonly path?: string;
  readonly headers?: Readonly<Record<string, string | string[]>>;
  readonly body?: string | Uint8Array | AsyncIterable<Uint8Array>;
}

export interface Got {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
  readonly bytes: Buffer;
}

/** Sends one request exactly as it is written: nothing is normalised, no header is added but the length. */
export function send(port: number, { method = 'GET', path = '/', headers = {}, body }: Sent): Promise<Got> {
  return new Promise((resolve, reject) => {
    const outgoing = httpRequest({
      host: '127.0.0.1',
      port,
      method,
      path,
      headers,
      agent: false,
      setHost: false,
    });
    outgoing.on('response', (incoming) => {
      const chunks: Buffer[] = [];
      incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
      incoming.on('error', reject);
      incoming.on('end', () => {
        const bytes = Buffer.concat(chunks);
        resolve({
          status: incoming.statusCode ?? 0,
          headers: incoming.headers,
          body: bytes.toString('utf8'),
          bytes,
        });
      });
    });
    outgoing.on('error', reject);
    if (body === undefined || typeof body === 'string' || body instanceof Uint8Array) outgoing.end(body);
    else
      void (async () => {
        for await (const chunk of body) if (!outgoing.destroyed) outgoing.write(chunk);
        outgoing.end();
      })().catch(() => undefined);
  });
}

/** Opens the page with its token and answers the headers that its own calls carry. */
export async function enter(url: string): Promise<{ port: number; own: Record<string, string> }> {
  const { host, port, pathname, search } = new URL(url);
  const got = await send(Number(port), { path: `${pathname}${search}`, headers: { Host: host } });
  const cookie = String(got.headers['set-cookie']?.[0]).split(';')[0] ?? '';
  return {
    port: Number(port),
    own: { Host: host, Origin: `http://${host}`, 'Sec-Fetch-Site': 'same-origin', Cookie: cookie },
  };
}

/** Asks the browser door and answers its reply with the status it came under. */
export async function rpc(
  port: number,
  own: Record<string, string>,
  name: string,
  input: unknown,
): Promise<{ status: number; reply: Reply }> {
  const got = await send(port, {
    method: 'POST',
    path: `/rpc/${name}`,
    headers: { ...own, 'Content-Type': 'application/json' },
    body: JSON.stringify(input),
  });
  return { status: got.status, reply: JSON.parse(got.body) as Reply };
}

/** A small incident log with planted faults of the kinds that people's exports have. */
export const incidentsCsv = [
  'Case reference,Date reported,Date closed,Category,Reported by,Subject,Outcome',
  'C-001,04/04/2024,18/04/2024,Disrespect,Officer,Councillor,Words of advice',
  'C-002,17/05/2024,30/06/2024,Bullying,Officer,Councillor,Training',
  'C-003,21/06/2024,,Social media,Councillor,Councillor,',
  'C-004,not a date,,Disrespect,Officer,Councillor,',
  '',
].join('\n');

export function writeFixture(folder: string, name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

/** A copy of a workspaces folder, so that each door works on the same beginning. */
export function copyHome(from: string, to: string): string {
  cpSync(from, to, { recursive: true });
  return to;
}
