import type { AskWish } from './ask-wish.ts'
import { ASK_WISHES, stricterWish } from './ask-wish.ts'
import type { TouchPurpose } from './contact-policy.ts'
import { isSurveyPurpose, touchPurposes } from './contact-policy.ts'

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

/** Behind the source of what was said by a request about the own data: `portal:data-request`. */
const BY_REQUEST = ':data-request'

/** @example byDataRequest('portal') // 'portal:data-request' */
export const byDataRequest = (source: string): string => `${source}${BY_REQUEST}`

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
  /** How often at most the contact wants to be asked; absent or null: nothing was said, or it was taken back. */
  asking?: AskingWish | null
}

export interface AskingWish extends Said {
  atMostEvery: AskWish
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
  const standsFor = (one: OptOut) => one.purpose === purpose && one.ended === null
  // An objection is noted beside a refusal that the contact could take back alone.
  const isKnown = (one: OptOut) => standsFor(one) && (isByRequest(one) || !isByRequest(said))
  if (standing.optOuts.some(isKnown)) return standing
  return { ...standing, optOuts: [...standing.optOuts, { purpose, ...said, ended: null }] }
}

const isByRequest = ({ source }: Said) => source.endsWith(BY_REQUEST)

/**
 * Whether an objection or restriction holds everything back. The link of the own page may have been forwarded, so it does not lift
 * this: staff does, once the contact asks for it.
 */
export function isHeldByRequest({ optOuts }: ContactStanding): boolean {
  return optOuts.some(one => one.ended === null && isByRequest(one))
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

/**
 * The standing with how often at most the contact wants to be asked; null takes the wish back.
 *
 * @example withAskWish(standing, 'year', { source: 'portal', at }).asking // { atMostEvery: 'year', source: 'portal', at }
 */
export function withAskWish<S extends ContactStanding>(standing: S, wish: AskWish | null, said: Said): S {
  if ((standing.asking?.atMostEvery ?? null) === wish) return standing
  return { ...standing, asking: wish === null ? null : { atMostEvery: wish, ...said } }
}

/** The wish of two records of one person: the stricter. */
export function unitedWish(one: ContactStanding, other: ContactStanding): AskingWish | null {
  const [a, b] = [one.asking ?? null, other.asking ?? null]
  return stricterWish(a?.atMostEvery ?? null, b?.atMostEvery ?? null) === (a?.atMostEvery ?? null) ? a : b
}

/** Whether the contact wants to be surveyed no more: it says so by a link of a survey, on the own page, or to staff. */
export function isAskedNoMore(standing: ContactStanding): boolean {
  const left = optedOutOf(standing)
  return left.includes('everything') || left.includes('relationship_survey')
}

/** The standing once a contact wants no surveys any more; calls and round tables go on. */
function withoutSurveys<S extends ContactStanding>(standing: S, said: Said): S {
  return surveyPurposes.reduce((left, purpose) => withOptOut(left, purpose, said), standing)
}

/** The standing once a contact wants surveys again: what else `everything` had ended stays ended. */
function withSurveysAgain<S extends ContactStanding>(standing: S, said: Said): S {
  const endsAll = optedOutOf(standing).includes('everything')
  const others = touchPurposes.filter(purpose => endsAll && !isSurveyPurpose(purpose))
  const kept = others.reduce((left, purpose) => withOptOut(left, purpose, said), standing)
  return surveyPurposes.reduce(
    (left, purpose) => withOptIn(left, purpose, said),
    withOptIn(kept, 'everything', said),
  )
}

const surveyPurposes = touchPurposes.filter(isSurveyPurpose)

/** What a customer can choose about being asked: as the contact policy says, less often, or never. */
export const ASK_CHOICES = ['usual', ...ASK_WISHES, 'never'] as const
export type AskChoice = (typeof ASK_CHOICES)[number]

/** @example askChoiceOf(withAskChoice(standing, 'year', said)) // 'year' */
export function askChoiceOf(standing: ContactStanding): AskChoice {
  return isAskedNoMore(standing) ? 'never' : (standing.asking?.atMostEvery ?? 'usual')
}

/** The standing with a customer's own choice in it; what a request holds back stays so. Choosing what holds already changes nothing. */
export function withAskChoice<S extends ContactStanding>(standing: S, choice: AskChoice, said: Said): S {
  if (choice === 'never') return withoutSurveys(standing, said)
  if (choice === askChoiceOf(standing)) return standing
  const asked = isHeldByRequest(standing) ? standing : withSurveysAgain(standing, said)
  return withAskWish(asked, choice === 'usual' ? null : choice, said)
}
