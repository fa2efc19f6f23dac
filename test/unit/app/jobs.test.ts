import { describe, expect, it } from 'vitest';
import { createJobs } from '#core/jobs.ts';

const later = (ms: number) => new Promise((done) => setTimeout(done, ms));

describe('the job queue', () => {
  it('runs one command at a time, in the order they came, and goes on after a failure', async () => {
    const jobs = createJobs();
    const log: string[] = [];
    const work = (name: string, fails = false) =>
      jobs.run(name, name, async () => {
        log.push(`${name} starts`);
        await later(10);
        log.push(`${name} ends`);
        if (fails) throw new Error(name);
        return name;
      });
    const all = await Promise.allSettled([work('a'), work('b', true), work('c')]);
    expect(all.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect(log).toEqual(['a starts', 'a ends', 'b starts', 'b ends', 'c starts', 'c ends']);
    expect(jobs.list()).toEqual([]);
  });

  it('tells progress, and cancels what runs and what waits', async () => {
    const jobs = createJobs();
    const running = jobs.run('import.commit', 'Import a file', async ({ progress, signal }) => {
      progress('Reading: 10 rows', 0.5);
      while (!signal.aborted) await later(5);
      throw signal.reason;
    });
    const waiting = jobs.run('pack.build', 'Build a pack', async () => 'built');
    await later(5);
    const [first, second] = jobs.list();
    expect([first?.state, first?.step, first?.fraction, second?.state]).toEqual([
      'running',
      'Reading: 10 rows',
      0.5,
      'waiting',
    ]);
    jobs.cancel(second?.id ?? '');
    jobs.cancel(first?.id ?? '');
    await expect(running).rejects.toMatchObject({
      code: 'job-cancelled',
      params: { title: 'Import a file' },
    });
    await expect(waiting).rejects.toMatchObject({ code: 'job-cancelled', params: { title: 'Build a pack' } });
    // A job may end while somebody reaches for its button; there is nothing to cancel then.
    jobs.cancel(first?.id ?? '');
    expect(() => jobs.cancel('never was')).toThrow('not running');
  });
});
