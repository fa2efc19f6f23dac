// Owns files that the window hands over in pieces: one queue a ticket, the bytes counted.
// The rule: the window is answered only when a piece has been taken, so no file piles up in memory.
import { randomUUID } from 'node:crypto';
import { PassThrough } from 'node:stream';
import { finished } from 'node:stream/promises';
import type { App } from '#core/app.ts';
import { AppError } from '#shared/errors.ts';
import type { Reply } from '#shared/reply.ts';
import type { ReceiveStep } from './channels.ts';
import { maxFileBytes, safeFileName } from './guards.ts';
import { refusal } from './refusal.ts';

interface Handover {
  readonly pipe: PassThrough;
  readonly reply: Promise<Reply>;
  bytes: number;
}

/** Files that may be on their way at once. */
const maxHandovers = 8;
const invalid = (detail: string) => refusal('input-invalid', { detail });
const done: Reply = { ok: true, value: {} };

/** Waits until the pipe has room again or will take no more. */
async function push(pipe: PassThrough, bytes: Uint8Array): Promise<void> {
  if (pipe.writable && !pipe.write(bytes))
    await new Promise<void>((resolve) => {
      for (const event of ['drain', 'close', 'error']) pipe.once(event, resolve);
    });
}

/** Answers the steps of `channels.receive`. Never throws for what the window sent. */
export function createIntake(core: App): (message: unknown) => Promise<Reply> {
  const handovers = new Map<string, Handover>();

  function begin(given: unknown): Reply {
    const name = safeFileName(given);
    if (name === null) return invalid('the file’s name is missing or not a name');
    if (handovers.size >= maxHandovers) return invalid('too many files at once');
    const ticket = randomUUID();
    const pipe = new PassThrough({ highWaterMark: 4 * 1024 * 1024 });
    pipe.on('error', () => undefined);
    handovers.set(ticket, { pipe, reply: core.receive(name, pipe), bytes: 0 });
    return { ok: true, value: { ticket } };
  }

  async function take(handover: Handover, bytes: unknown): Promise<Reply> {
    if (!(bytes instanceof Uint8Array)) return invalid('a piece of a file is bytes');
    handover.bytes += bytes.length;
    if (handover.bytes > maxFileBytes) handover.pipe.destroy(new AppError('request-too-large'));
    await push(handover.pipe, bytes);
    return handover.pipe.destroyed ? refusal('request-too-large') : done;
  }

  async function end(ticket: string, handover: Handover, whole: boolean): Promise<Reply> {
    handovers.delete(ticket);
    if (whole) handover.pipe.end();
    else handover.pipe.destroy(new AppError('job-cancelled', { title: 'The file' }));
    const reply = await handover.reply;
    await finished(handover.pipe).catch(() => undefined);
    return whole ? reply : done;
  }

  return async (message) => {
    const sent = (message ?? {}) as Partial<Record<'step' | 'name' | 'ticket' | 'bytes', unknown>>;
    const step = sent.step as ReceiveStep['step'];
    if (step === 'begin') return begin(sent.name);
    const ticket = String(sent.ticket);
    const handover = handovers.get(ticket);
    if (handover === undefined) return invalid('no such file is on its way');
    if (step === 'bytes') return take(handover, sent.bytes);
    return end(ticket, handover, step === 'end');
  };
}
