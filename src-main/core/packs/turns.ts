// Owns giving way: a pack is described on the thread that answers, so its work is done in pieces.

/** Answers a turn of the event loop of its own to each who waits, so that whoever else asks is answered in between. */
export function turns(): () => Promise<void> {
  let last: Promise<unknown> = Promise.resolve();
  return async () => {
    last = last.then(() => new Promise((go) => setImmediate(go)));
    await last;
  };
}
