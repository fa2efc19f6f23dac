// Answers for the work under way: list it, cancel it.
import type { HandlersOf } from './context.ts';

export const jobHandlers: HandlersOf<'job.list' | 'job.cancel'> = {
  'job.list': async (_, { house }) => house.jobs.list(),
  'job.cancel': async ({ id }, { house }) => {
    house.jobs.cancel(id);
    return {};
  },
};
