import type { TouchPurpose } from './contact-policy.ts'

/** Where something was said, such as `portal`, `mail` or `import`, and when. */
export interface Said {
  source: string
  at: Date
}

/** A consent with what proves it: the version of the wording that was agreed to and where the yes is kept. */
export interface Consent extends Said {
  purpose: TouchPurpose
  wordingVersion: string
  proof: string
  withdrawnAt: Date | null
}

export interface OptOut extends Said {
  purpose: TouchPurpose | 'everything'
  /** The contact wants these touches again. */
  ended: Said | null
}

/** What a contact has said about being contacted. Nothing is ever taken out: what no longer holds says since when. */
export interface ContactStanding {
  consents: readonly Consent[]
  optOuts: readonly OptOut[]
  /** Asked not to be called, or is on a national do-not-call list. */
  doNotCall: Said | null
}

/**
 * The standing with a consent in it. The same wording agreed to again with the same proof is the same consent, and one
 * given before a withdrawal does not outlive it.
 *
 * @example withConsent(standing, { purpose: 'product_survey', wordingVersion: '2026-1', proof: 'form 118', source: 'portal', at })
 */
export function withConsent<S extends ContactStanding>(standing: S, given: Omit<Consent, 'withdrawnAt'>): S {
  const known = standing.consents.some(
    one =>
      one.purpose === given.purpose &&
      one.wordingVersion === given.wordingVersion &&
      one.proof === given.proof &&
      (one.withdrawnAt === null || one.withdrawnAt >= given.at),
  )
  return known ? standing : { ...standing, consents: [...standing.consents, { ...given, withdrawnAt: null }] }
}

/** The standing once a consent is taken back: every consent to this purpose ends at this instant. */
export function withoutConsent<S extends ContactStanding>(standing: S, purpose: TouchPurpose, at: Date): S {
  if (!standing.consents.some(one => one.purpose === purpose && one.withdrawnAt === null)) return standing
  const consents = standing.consents.map(one =>
    one.purpose === purpose && one.withdrawnAt === null ? { ...one, withdrawnAt: at } : one,
  )
  return { ...standing, consents }
}

export function withOptOut<S extends ContactStanding>(
  standing: S,
  purpose: TouchPurpose | 'everything',
  said: Said,
): S {
  if (standing.optOuts.some(one => one.purpose === purpose && one.ended === null)) return standing
  return { ...standing, optOuts: [...standing.optOuts, { purpose, ...said, ended: null }] }
}

/** The standing once a contact asks for these touches again. Other purposes, and `everything`, stay as they are. */
export function withOptIn<S extends ContactStanding>(
  standing: S,
  purpose: TouchPurpose | 'everything',
  said: Said,
): S {
  if (!standing.optOuts.some(one => one.purpose === purpose && one.ended === null)) return standing
  const optOuts = standing.optOuts.map(one =>
    one.purpose === purpose && one.ended === null ? { ...one, ended: said } : one,
  )
  return { ...standing, optOuts }
}

/** @example optedOutOf(standing) // ['roundtable'] */
export function optedOutOf({ optOuts }: ContactStanding): (TouchPurpose | 'everything')[] {
  return optOuts.filter(({ ended }) => ended === null).map(({ purpose }) => purpose)
}

/** @example consentedTo(standing) // ['product_survey'] */
export function consentedTo({ consents }: ContactStanding): TouchPurpose[] {
  return consents.filter(({ withdrawnAt }) => withdrawnAt === null).map(({ purpose }) => purpose)
}
