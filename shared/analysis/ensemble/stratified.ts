/**
 * A Latin hypercube that can grow: run i of dimension d is a function of (seed, d, i) alone, and the first 2^k runs are a Latin hypercube for every k.
 * A study can therefore be cut into shards, extended, or looked at while it runs, without fixing the number of runs beforehand.
 * Each dimension is an Owen-scrambled van der Corput sequence (nested scrambling by hashing: Laine and Karras 2011; Burley, JCGT 9(4), 2020; constants
 * of Vegdahl 2021). The runs from 2^k to 2^(k+1) − 1 fill the strata that the first 2^k left empty, in an order of their own in each dimension
 * (hashed permutation of Kensler, Pixar memo 13-01), so that dimensions pair at random.
 */
import { keyOfSeed, philox, wordsOfName } from "./random.ts";

/** Two scrambles: of the order of the runs, and of the strata. */
export interface Dimension {
  readonly order: number;
  readonly strata: number;
}

/** The dimension called `name` in the study with `seed`. */
export function dimension(seed: number, name: string): Dimension {
  const [name0, name1] = wordsOfName(name);
  // Sequences of `randomSource` count up from 0 in the first two words; this block is out of their reach.
  const [order, strata] = philox([0xffffffff, 0xffffffff, name0, name1], keyOfSeed(seed));
  // As signed words: the same bits, and most of them are small integers to the engine.
  return { order: order | 0, strata: strata | 0 };
}

/** Number of runs that a study may have. */
export const MAX_RUNS = 2 ** 31;

/** Uniform number in (0, 1) for run number `run` (0 to `MAX_RUNS` − 1): the middle of one of 2^32 strata. */
export function stratifiedUniform({ order, strata }: Dimension, run: number): number {
  const octave = 31 - Math.clz32(run);
  const first = run === 0 ? 0 : 1 << octave;
  const place = run < 2 ? run : first | permute(run ^ first, first - 1, mix(order + octave));
  // The bits of `place` in reverse are its van der Corput number; nested scrambling works on them from the most significant bit down.
  return ((reverseBits(permuteUpwards(place, strata)) >>> 0) + 0.5) / 2 ** 32;
}

/** A permutation of 0 … `mask`, which is one less than a power of two. */
function permute(index: number, mask: number, seed: number): number {
  let i = index ^ seed;
  i = Math.imul(i, 0xe170893d) ^ (seed >>> 16);
  i ^= (i & mask) >>> 4;
  i = Math.imul(i ^ (seed >>> 8), 0x0929eb3f) ^ (seed >>> 23);
  i ^= (i & mask) >>> 1;
  i = Math.imul(Math.imul(i, 1 | (seed >>> 27)), 0x6935fa69);
  i ^= (i & mask) >>> 11;
  i = Math.imul(i, 0x74dcb303);
  i ^= (i & mask) >>> 2;
  i = Math.imul(i, 0x9e501cc3);
  i ^= (i & mask) >>> 2;
  i = Math.imul(i, 0xc860a3df) & mask;
  i ^= i >>> 5;
  return (i + seed) & mask;
}

/** A permutation of 32-bit words in which each bit depends on itself and the bits below it. */
function permuteUpwards(word: number, seed: number): number {
  let x = word;
  x ^= Math.imul(x, 0x3d20adea);
  x = (x + seed) | 0;
  x = Math.imul(x, (seed >>> 16) | 1);
  x ^= Math.imul(x, 0x05526c56);
  x ^= Math.imul(x, 0x53a22864);
  return x;
}

/** Finaliser of MurmurHash3. */
function mix(word: number): number {
  let x = word;
  x = Math.imul(x ^ (x >>> 16), 0x85ebca6b);
  x = Math.imul(x ^ (x >>> 13), 0xc2b2ae35);
  return x ^ (x >>> 16);
}

function reverseBits(word: number): number {
  let x = word;
  x = ((x >>> 1) & 0x55555555) | ((x & 0x55555555) << 1);
  x = ((x >>> 2) & 0x33333333) | ((x & 0x33333333) << 2);
  x = ((x >>> 4) & 0x0f0f0f0f) | ((x & 0x0f0f0f0f) << 4);
  x = ((x >>> 8) & 0x00ff00ff) | ((x & 0x00ff00ff) << 8);
  return (x >>> 16) | (x << 16);
}
