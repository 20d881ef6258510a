/**
 * Random numbers by counting: every number is a function of (seed, stream, index), so nothing depends on machine, order or how work is shared out.
 * Generator: Philox4x32-10 (Salmon, Moraes, Dror, Shaw: "Parallel random numbers: as easy as 1, 2, 3", SC11), checked against its published answers.
 */

const MULTIPLIER_0 = 0xd2511f53;
const MULTIPLIER_1 = 0xcd9e8d57;
const KEY_STEP_0 = 0x9e3779b9;
const KEY_STEP_1 = 0xbb67ae85;
const ROUNDS = 10;
const TWO_32 = 2 ** 32;

/** Four 32-bit words: the block at `counter` under `key`. Words are taken modulo 2^32. */
export function philox(
  counter: readonly [number, number, number, number],
  key: readonly [number, number],
): readonly [word0: number, word1: number, word2: number, word3: number] {
  let [c0, c1, c2, c3] = counter;
  let [k0, k1] = key;
  for (let round = 0; round < ROUNDS; round++) {
    const high0 = highWord(MULTIPLIER_0, c0);
    const high1 = highWord(MULTIPLIER_1, c2);
    const low0 = Math.imul(MULTIPLIER_0, c0);
    c0 = high1 ^ c1 ^ k0;
    c1 = Math.imul(MULTIPLIER_1, c2);
    c2 = high0 ^ c3 ^ k1;
    c3 = low0;
    k0 = (k0 + KEY_STEP_0) | 0;
    k1 = (k1 + KEY_STEP_1) | 0;
  }
  return [c0 >>> 0, c1 >>> 0, c2 >>> 0, c3 >>> 0];
}

/** Upper 32 bits of the 64-bit product of two unsigned words. */
function highWord(a: number, b: number): number {
  const aLow = a & 0xffff;
  const aHigh = a >>> 16;
  const bLow = b & 0xffff;
  const bHigh = b >>> 16;
  const cross = aHigh * bLow + ((aLow * bLow) >>> 16);
  const middle = aLow * bHigh + (cross & 0xffff);
  return (aHigh * bHigh + Math.floor(cross / 0x10000) + (middle >>> 16)) >>> 0;
}

/** A seed is a whole number from 0 to 2^53 − 1. */
export const isSeed = (seed: number): boolean => Number.isSafeInteger(seed) && seed >= 0;

/** The two words of Philox's key. Throws on what is no seed: check input with `isSeed` first. */
export function keyOfSeed(seed: number): readonly [number, number] {
  if (!isSeed(seed)) throw new Error(`not a seed: ${seed}`);
  return [seed >>> 0, Math.floor(seed / TWO_32)];
}

/** 64 bits of a name as two words (FNV-1a from two offsets), so that a stream of its own belongs to each parameter, whatever its place in a table. */
export function wordsOfName(name: string): readonly [number, number] {
  return [fnv1a(name, 0x811c9dc5), fnv1a(name, 0x01000193)];
}

function fnv1a(text: string, offset: number): number {
  let hash = offset;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash >>> 0;
}

/** Numbers in sequence, for algorithms that decide as they go. Two sources of the same seed and stream give the same sequence. */
export interface RandomSource {
  /** From 0 inclusive to 1 exclusive, 53 bits. */
  readonly uniform: () => number;
  /** Whole number from 0 inclusive to `count` exclusive. */
  readonly below: (count: number) => number;
  /** Standard normal, by Box and Muller. */
  readonly normal: () => number;
  /** Puts `items` into random order, in place. */
  readonly shuffle: (items: number[]) => void;
}

export function randomSource(seed: number, stream: string): RandomSource {
  const key = keyOfSeed(seed);
  const [name0, name1] = wordsOfName(stream);
  let index = 0;
  const uniform = (): number => {
    const [word0, word1] = philox([index >>> 0, Math.floor(index / TWO_32), name0, name1], key);
    index++;
    return ((word0 >>> 5) * 2 ** 26 + (word1 >>> 6)) / 2 ** 53;
  };
  const below = (count: number): number => Math.floor(uniform() * count);
  return {
    uniform,
    below,
    normal: () => Math.sqrt(-2 * Math.log(1 - uniform())) * Math.cos(2 * Math.PI * uniform()),
    shuffle: (items) => {
      for (let last = items.length - 1; last > 0; last--) {
        const other = below(last + 1);
        [items[last], items[other]] = [items[other]!, items[last]!];
      }
    },
  };
}
