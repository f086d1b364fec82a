import { requireThat, requireWhole } from './checks.ts'

/**
 * A reproducible source of chance: the same seed gives the same sequence on every machine and for ever.
 * For draws and demonstration data; never for secrets.
 */
export interface RandomSource {
  /** Uniform from 0 up to but not including 1, in steps of 2⁻⁵³. */
  next(): number
  /** Uniform whole number from 0 up to but not including `bound`. */
  below(bound: number): number
}

/** Stored with every draw beside its frame and seed, so that it can be repeated. */
export const RANDOM_ALGORITHM = 'xoshiro128**/1'

/**
 * Blackman and Vigna's xoshiro128**, its state filled from the seed by splitmix32 over an FNV-1a hash.
 *
 * @see Blackman and Vigna, Scrambled linear pseudorandom number generators, ACM TOMS 47 (2021)
 * @example seededRandom('2026-Q3 north').below(6) // always the same number from 0 to 5
 */
export function seededRandom(seed: string | number): RandomSource {
  return randomFrom(stateOf(String(seed)))
}

/** The generator at a given state of four unsigned 32-bit numbers, not all zero: for reference vectors. */
export function randomFrom(
  state: readonly [number, number, number, number],
): RandomSource & { word(): number } {
  let [a, b, c, d] = state.map(part => part >>> 0) as [number, number, number, number]
  requireThat((a | b | c | d) !== 0, 'the state of a random source must not be all zero')
  const word = () => {
    const result = Math.imul(rotate(Math.imul(b, 5), 7), 9) >>> 0
    const shifted = b << 9
    c ^= a
    d ^= b
    b ^= c
    a ^= d
    c ^= shifted
    d = rotate(d, 11)
    return result
  }
  const next = () => {
    const high = word() >>> 5
    const low = word() >>> 6
    return (high * 2 ** 26 + low) / 2 ** 53
  }
  const below = (bound: number) => {
    requireWhole('bound', bound, 1, 2 ** 32)
    // Words beyond the last full multiple of the bound would favour small results.
    const limit = 2 ** 32 - (2 ** 32 % bound)
    let drawn = word()
    while (drawn >= limit) drawn = word()
    return drawn % bound
  }
  return { word, next, below }
}

/**
 * The items in a random order, each order as likely as any other (Fisher–Yates); the input stays as it is.
 *
 * @example shuffle(['a', 'b', 'c'], seededRandom('draw 1'))
 */
export function shuffle<T>(items: readonly T[], random: RandomSource): T[] {
  return sampleWithoutReplacement(items, items.length, random)
}

/**
 * `size` different items in a random order, each selection as likely as any other; all of them if there are fewer.
 *
 * @throws RangeError for a size that is no whole number.
 * @example sampleWithoutReplacement(contacts, 100, seededRandom(wave.seed))
 */
export function sampleWithoutReplacement<T>(items: readonly T[], size: number, random: RandomSource): T[] {
  requireWhole('sample size', size)
  const pool = [...items]
  const count = Math.min(size, pool.length)
  for (let i = 0; i < count; i += 1) {
    const j = i + random.below(pool.length - i)
    const drawn = pool[j] as T
    pool[j] = pool[i] as T
    pool[i] = drawn
  }
  return pool.slice(0, count)
}

const rotate = (x: number, by: number) => (x << by) | (x >>> (32 - by))

function stateOf(seed: string): [number, number, number, number] {
  let hash = 0x811c9dc5
  for (const byte of bytesOf(seed)) hash = Math.imul(hash ^ byte, 0x01000193)
  const word = () => {
    hash = (hash + 0x9e3779b9) | 0
    let mixed = hash ^ (hash >>> 16)
    mixed = Math.imul(mixed, 0x21f0aaad)
    mixed ^= mixed >>> 15
    mixed = Math.imul(mixed, 0x735a2d97)
    return (mixed ^ (mixed >>> 15)) >>> 0
  }
  return [word(), word(), word(), word()]
}

/** Code units as two bytes each: any text is a seed, without an encoder from outside the language. */
function bytesOf(text: string): number[] {
  return Array.from({ length: text.length }, (_, i) => text.charCodeAt(i)).flatMap(unit => [
    unit & 0xff,
    unit >> 8,
  ])
}
