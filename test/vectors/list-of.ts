// A scalar stands for a list of one in the vector files, and null for an empty one.

export type ListOf<T> = T | readonly T[] | null | undefined;

export function listOf<T extends string | number | null>(given: ListOf<T>): readonly T[] {
  return given === null || given === undefined ? [] : ([given].flat() as T[]);
}
