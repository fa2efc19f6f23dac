// Seeded random numbers: every part of the sample draws from its own named stream, so a change to one
// file never moves the figures of another. Nothing here reads the clock.

const SEED = 'aldermere-2019-2025';

/** @param {string} text @returns {number} a 32-bit FNV-1a hash */
function hash(text) {
  let h = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193);
  return h >>> 0;
}

/** mulberry32 (Tommy Ettinger, public domain). @param {number} state @returns {() => number} uniform on [0, 1) */
function mulberry32(state) {
  let a = state;
  return () => {
    a = (a + 0x6d2b79f5) | 0;
    let t = Math.imul(a ^ (a >>> 15), 1 | a);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/**
 * A named stream of random values.
 * @param {string} name
 */
export function stream(name) {
  const next = mulberry32(hash(`${SEED}/${name}`));
  const int = (/** @type {number} */ from, /** @type {number} */ to) => from + Math.floor(next() * (to - from + 1));
  const chance = (/** @type {number} */ p) => next() < p;
  /** @template T @param {readonly T[]} list @returns {T} */
  const pick = (list) => list[Math.floor(next() * list.length)];
  /** @template T @param {readonly (readonly [T, number])[]} pairs value and weight @returns {T} */
  const weighted = (pairs) => {
    let left = next() * pairs.reduce((sum, [, weight]) => sum + weight, 0);
    for (const [value, weight] of pairs) {
      left -= weight;
      if (left < 0) return value;
    }
    return pairs[pairs.length - 1][0];
  };
  /** Standard normal by Box and Muller (1958). */
  const normal = () => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next());
  /** @template T @param {readonly T[]} list @returns {T[]} a shuffled copy */
  const shuffle = (list) => {
    const out = [...list];
    for (let i = out.length - 1; i > 0; i--) {
      const j = int(0, i);
      [out[i], out[j]] = [out[j], out[i]];
    }
    return out;
  };
  /** n uniforms, one in each of n equal strata, shuffled: a sample whose mean hardly moves with the seed. */
  const strata = (/** @type {number} */ n) => shuffle(Array.from({ length: n }, (_, i) => (i + next()) / n));
  return { next, int, chance, pick, weighted, normal, shuffle, strata };
}

/** @typedef {ReturnType<typeof stream>} Stream */
