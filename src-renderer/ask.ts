// Owns asking and doing: a small cache keyed by procedure and input, emptied by what a command touches.
// The rule: a view never calls the client itself.
import { QueryClient, useIsMutating, useMutation, useQuery } from '@tanstack/react-query';
import type { Input, Output, ProcedureName } from '../src-shared/contract.ts';
import { CallError, call } from './client.ts';
import { isStale } from './touches.ts';

/** One cache for the window. Answers stay until a command touches them. */
export const cache = new QueryClient({
  defaultOptions: {
    queries: { staleTime: Number.POSITIVE_INFINITY, retry: false, refetchOnWindowFocus: false },
  },
});

/**
 * Asks a procedure of the contract and keeps the answer; `null` input asks nothing yet. With `afresh` it is
 * asked again each time the screen part appears.
 */
export function useAsk<N extends ProcedureName>(name: N, input: Input<N> | null, afresh = false) {
  return useQuery<Output<N>, CallError>({
    queryKey: [name, input],
    queryFn: () => call(name, input as Input<N>),
    enabled: input !== null,
    ...(afresh ? { staleTime: 0 } : {}),
    placeholderData: (before) => before,
  });
}

const named = (key: unknown): ProcedureName => key as ProcedureName;

/** Has everything that `name` touches asked for again. */
export const refresh = (name: ProcedureName): Promise<void> =>
  cache.invalidateQueries({ predicate: (query) => isStale(named(query.queryKey[0]), name) });

/** Runs work that no screen waits for as one piece of work under way, so that its jobs are shown. */
export const runAs = <T>(name: ProcedureName, work: () => Promise<T>): Promise<T> =>
  cache
    .getMutationCache()
    .build(cache, { mutationKey: [name], mutationFn: work })
    .execute(undefined);

/** Cancels the work that has not ended yet; of several of one name the first in the queue is this one. */
async function stop(name: ProcedureName, work: Promise<unknown>): Promise<void> {
  let ended = false;
  const end = () => {
    ended = true;
  };
  work.then(end, end);
  const own = (await call('job.list', {})).find(({ procedure }) => procedure === name);
  if (own && !ended) await call('job.cancel', { id: own.id });
}

/**
 * Asks a command that only shows something: the answer is kept until something touches it, as a query's, and the
 * work is cancelled when nobody wants it any more. `null` input asks nothing yet.
 */
export function useLook<N extends ProcedureName>(name: N, input: Input<N> | null) {
  return useQuery<Output<N>, CallError>({
    queryKey: [name, input],
    enabled: input !== null,
    queryFn: ({ signal }) => {
      const work = runAs(name, () => call(name, input as Input<N>));
      signal.addEventListener('abort', () => void stop(name, work).catch(() => undefined));
      return work;
    },
    placeholderData: (before) => before,
  });
}

/**
 * Runs a command of the contract; afterwards everything that it touches is asked for again. With `forget`
 * nothing of its input and answer outlives the part of the screen that asked.
 */
export function useDo<N extends ProcedureName>(name: N, forget = false) {
  return useMutation<Output<N>, CallError, Input<N>>({
    mutationKey: [name],
    ...(forget ? { gcTime: 0 } : {}),
    mutationFn: (input) => call(name, input),
    onSuccess: () => refresh(name),
  });
}

/** The work under way, asked for every 250 ms while a command runs, or while `also` says that work is. */
export function useJobs(also = false): Output<'job.list'> {
  const running = useIsMutating() + (also ? 1 : 0);
  const { data } = useQuery<Output<'job.list'>, CallError>({
    queryKey: ['job.list', {}],
    queryFn: () => call('job.list', {}),
    enabled: running > 0,
    refetchInterval: running > 0 ? 250 : false,
    staleTime: 0,
  });
  return running > 0 ? (data ?? []) : [];
}

/** Any thrown thing as the words of a problem panel. */
export const wordsOf = (error: unknown): { readonly message: string; readonly hint: string } =>
  error instanceof CallError
    ? error
    : { message: 'Something went wrong in this window.', hint: 'Reload it; nothing stored was changed.' };
