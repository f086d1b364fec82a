import { requireThat } from '../checks.ts'

/** Letters and digits that nobody confuses on a screen at the other end of a hall. */
const SIGNS = '23456789ABCDEFGHJKMNPQRSTVWXYZ'

export const LIVE_CODE_LENGTH = 6

/**
 * The code by which people join a live room, of random bytes: one of 729 million.
 *
 * @example liveCode(Uint8Array.from([0, 1, 2, 3, 4, 5])) // '234567'
 */
export function liveCode(bytes: Uint8Array): string {
  requireThat(bytes.length === LIVE_CODE_LENGTH, 'one byte for each sign')
  return [...bytes].map(byte => SIGNS.charAt(byte % SIGNS.length)).join('')
}

/** A code as people typed it; null: no code. */
export function readLiveCode(typed: string): string | null {
  const code = typed.toUpperCase().replace(/[\s-]/g, '')
  return code.length === LIVE_CODE_LENGTH && [...code].every(sign => SIGNS.includes(sign)) ? code : null
}

/**
 * A code as it is read from a screen.
 *
 * @example shownLiveCode('K7M4QX') // 'K7M-4QX'
 */
export function shownLiveCode(code: string): string {
  return `${code.slice(0, 3)}-${code.slice(3)}`
}
