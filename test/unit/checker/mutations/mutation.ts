// What a mutation is: the rule it breaks, and how.
import type { Parts } from '../parts.ts';

export interface Mutation {
  readonly rule: string;
  readonly what: string;
  /** 'published' where it is left out. */
  readonly profile?: 'published' | 'committee';
  readonly fileName?: string;
  /** Changes the parts; may answer the bytes itself where a plain zip will not do. */
  readonly change: (parts: Parts) => unknown;
}
