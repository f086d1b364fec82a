import type { Channel } from './contact-policy.ts'

/** Why a text is no address or number. */
export type ContactPointFault = 'not_an_email' | 'not_a_phone'

export type ContactPoint = { ok: true; value: string } | { ok: false; fault: ContactPointFault }

const LOCAL_PART = /^[^\s@<>()[\]\\,;:"']+$/u
const DOMAIN_LABEL = /^[\p{L}\p{N}]([\p{L}\p{N}-]{0,61}[\p{L}\p{N}])?$/u

/**
 * An address to which a mail can be sent, in small letters: one person, no display name, a domain with a dot.
 *
 * @example readEmail(' Lan.Tran@Example.com ') // { ok: true, value: 'lan.tran@example.com' }
 * @example readEmail('Lan <lan@example.com>') // { ok: false, fault: 'not_an_email' }
 */
export function readEmail(text: string): ContactPoint {
  const address = text.trim().toLowerCase()
  const at = address.lastIndexOf('@')
  const local = address.slice(0, Math.max(0, at))
  const labels = address.slice(at + 1).split('.')
  const isAddress =
    address.length <= 254 &&
    local.length <= 64 &&
    LOCAL_PART.test(local) &&
    !/^\.|\.$|\.\./.test(local) &&
    labels.length >= 2 &&
    labels.every(label => DOMAIN_LABEL.test(label)) &&
    !/^\p{N}+$/u.test(labels.at(-1) ?? '')
  return isAddress ? { ok: true, value: address } : { ok: false, fault: 'not_an_email' }
}

/**
 * A telephone number as it was written, with single spaces: 6 to 15 digits (E.164), perhaps with an extension.
 * What a spreadsheet made of a number (`8.49E+10`) is refused.
 *
 * @example readPhone('+84  28 3822 0000') // { ok: true, value: '+84 28 3822 0000' }
 * @example readPhone('8.49E+10') // { ok: false, fault: 'not_a_phone' }
 */
export function readPhone(text: string): ContactPoint {
  const number = text.trim().replace(/\s+/g, ' ')
  const [, main = ''] = /^(\+?[\d\s().\-/]+?)(?:\s*(?:ext\.?|x)\s*\d{1,6})?$/i.exec(number) ?? []
  const digits = main.replace(/\D/g, '')
  return digits.length >= 6 && digits.length <= 15
    ? { ok: true, value: number }
    : { ok: false, fault: 'not_a_phone' }
}

/**
 * The ways by which somebody can be reached: those the person chose, as far as there is an address or number.
 *
 * @example reachableBy({ email: 'lan@example.com', phone: null, channels: ['phone', 'email'] }) // ['email']
 */
export function reachableBy({
  email,
  phone,
  channels,
}: {
  email: string
  phone: string | null
  channels: readonly Channel[]
}): Channel[] {
  return channels.filter(channel => (channel === 'email' ? email !== '' : phone !== null))
}
