// Owns what is shown of long work: one redrawn line on a screen, else at most one line a second.
import type { App } from '#core/app.ts';
import type { Job } from '#shared/schemas/job.ts';
import type { Terminal } from './terminal.ts';

const pollMs = 500;
const lineEveryMs = 1000;

const words = ({ title, step, fraction }: Job): string =>
  `${title}${step ? `: ${step}` : ''}${fraction === null ? '' : ` (${Math.floor(fraction * 100)}%)`}`;

/** Shows the core's work until the answer is called; that wipes the redrawn line. */
export function showProgress(app: App, terminal: Terminal): () => void {
  let last = '';
  let lastAt = 0;
  const show = (line: string) => {
    if (line === last || (!terminal.redraws && Date.now() - lastAt < lineEveryMs)) return;
    terminal.err(terminal.redraws ? `\r\u001b[2K${line}` : `${line}\n`);
    last = line;
    lastAt = Date.now();
  };
  const poll = async () => {
    const reply = await app.call('job.list', {});
    const running = reply.ok ? (reply.value as Job[]).find(({ state }) => state === 'running') : undefined;
    if (running !== undefined && !stopped) show(words(running));
  };
  let stopped = false;
  const timer = setInterval(() => void poll(), pollMs);
  return () => {
    stopped = true;
    clearInterval(timer);
    if (terminal.redraws && last) terminal.err('\r\u001b[2K');
  };
}
