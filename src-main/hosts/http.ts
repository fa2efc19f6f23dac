// Owns the reading and writing of HTTP messages for the browser door; decides nothing.
import type { IncomingMessage, ServerResponse } from 'node:http';
import { AppError, errorCatalogue } from '#shared/errors.ts';
import type { Reply } from '#shared/reply.ts';
import { securityHeaders } from './guards.ts';

/** Sends a body with the headers that every answer carries. */
export function send(
  response: ServerResponse,
  status: number,
  headers: Readonly<Record<string, string | number>>,
  body: string | Uint8Array = '',
): void {
  response.writeHead(status, { ...securityHeaders, 'Cache-Control': 'no-store', ...headers });
  response.end(body);
}

/**
 * Sends a reply as JSON with its error's HTTP status. A refused body may lie half read in the socket,
 * so an error closes the connection.
 */
export function sendReply(response: ServerResponse, reply: Reply): void {
  const headers = { 'Content-Type': 'application/json; charset=utf-8' };
  if (reply.ok) send(response, 200, headers, JSON.stringify(reply));
  else {
    const { status } = errorCatalogue[reply.error.code];
    const drained = response.req.complete;
    send(response, status, drained ? headers : { ...headers, Connection: 'close' }, JSON.stringify(reply));
  }
}

/**
 * The bytes of a request, counted as they come.
 * @throws AppError request-too-large once there are more than `cap`
 */
export async function* bodyBytes(request: IncomingMessage, cap: number): AsyncGenerator<Uint8Array> {
  let total = 0;
  for await (const chunk of request.iterator({ destroyOnReturn: false })) {
    total += chunk.length;
    if (total > cap) throw new AppError('request-too-large');
    yield chunk;
  }
}

/**
 * The JSON value of a request's body.
 * @throws AppError request-too-large, input-invalid
 */
export async function bodyJson(request: IncomingMessage, cap: number): Promise<unknown> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of bodyBytes(request, cap)) chunks.push(chunk);
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(chunks)));
  } catch {
    throw new AppError('input-invalid', { detail: 'the body is not JSON' });
  }
}

/** The header that makes a browser save an answer under a name, whatever letters it holds. */
export function attachment(fileName: string): string {
  const plain = fileName.replace(/[^\w .()-]/g, '_');
  const encoded = encodeURIComponent(fileName).replace(/['()*]/g, (c) => `%${c.charCodeAt(0).toString(16)}`);
  return `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`;
}
