// A seeded sequence of numbers from 0 up to 1, so that a failure found with it can be had again.

/** The next number at each call. */
export function randoms(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296;
    return state / 4_294_967_296;
  };
}
