// Owns what outlasts the process of the plans that were solved: a file in the workspace's folder, a line a system.
// The rule: a line holds no question, only its keyed hash; one that is not whole, or not this workspace's, is none.
import { createHmac } from 'node:crypto';
import { appendFile, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

export interface SolvedPlans {
  /** What was answered to a question; null where it is not known. */
  find(question: string): Promise<string | null>;
  /** Keeps an answer (one line of text). That it cannot be written is no failure: it is worked out again. */
  add(question: string, answer: string): void;
  /** Answers when all is written. */
  close(): Promise<void>;
}

/** More than a workspace's packs and screens ask for; the oldest go first. */
const MOST = 1000;

/** The solved plans of a workspace folder, under its key. Nothing is read before it is asked for. */
export function openSolvedPlans(folder: string, key: Uint8Array): SolvedPlans {
  const path = join(folder, 'solved-plans.txt');
  const hash = (text: string): string =>
    createHmac('sha256', key).update(`solved-plan ${text}`).digest('base64url');
  let reading: Promise<Map<string, string>> | undefined;
  let writing: Promise<unknown> = Promise.resolve();
  const lineOf = (name: string, answer: string): string => `${name} ${hash(`${name} ${answer}`)} ${answer}\n`;
  const read = async (): Promise<Map<string, string>> => {
    const text = await readFile(path, 'utf8').catch(() => '');
    const lines = text.split('\n').slice(0, -1);
    const known = new Map<string, string>();
    for (const line of lines.slice(-MOST)) {
      const [name = '', , ...rest] = line.split(' ');
      const answer = rest.join(' ');
      if (`${line}\n` === lineOf(name, answer)) known.set(name, answer);
    }
    if (lines.length > 2 * MOST) await rewrite(known);
    return known;
  };
  const rewrite = async (known: ReadonlyMap<string, string>): Promise<void> => {
    const lines = [...known].map(([name, answer]) => lineOf(name, answer));
    await writeFile(`${path}.part`, lines.join(''), { mode: 0o600 })
      .then(() => rename(`${path}.part`, path))
      .catch(() => {});
  };
  const known = (): Promise<Map<string, string>> => {
    reading ??= read();
    return reading;
  };
  return {
    find: async (question) => (await known()).get(hash(question)) ?? null,
    add: (question, answer) => {
      const name = hash(question);
      writing = Promise.all([writing, known().then((plans) => plans.set(name, answer))])
        .then(() => appendFile(path, lineOf(name, answer), { mode: 0o600 }))
        .catch(() => {});
    },
    close: async () => {
      await writing;
    },
  };
}
