import type { RequestHandler } from 'express'
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'
import { AppError } from '../errors.ts'
import { hashToken } from '../secrets.ts'
import { requestContext } from './request.ts'

/**
 * Limits per link and per account come before those per address, because whole companies share one address.
 * A person who answers a survey makes about twenty requests in all.
 */
const perLink = new RateLimiterMemory({ keyPrefix: 'link', points: 240, duration: 60 })
/** A whole hall reads one poster at once; more is a program. */
const perOpenLink = new RateLimiterMemory({ keyPrefix: 'open', points: 6_000, duration: 60 })
const startsPerOpenLink = new RateLimiterMemory({ keyPrefix: 'start', points: 1_200, duration: 60 })
const startsFromAddress = new RateLimiterMemory({ keyPrefix: 'start-at', points: 300, duration: 600 })
const filesPerLink = new RateLimiterMemory({ keyPrefix: 'file', points: 60, duration: 3_600 })
/** Each makes work for people of the house, or a mail; by person, because one link leads to many others. */
const wishesOfPerson = new RateLimiterMemory({ keyPrefix: 'wish', points: 30, duration: 3_600 })
/** Files that somebody has to read by hand; taking one apart is work. */
const repliesOfMember = new RateLimiterMemory({ keyPrefix: 'reply', points: 60, duration: 600 })
const linksFromLink = new RateLimiterMemory({ keyPrefix: 'own', points: 30, duration: 3_600 })
const perMember = new RateLimiterMemory({ keyPrefix: 'member', points: 1_200, duration: 60 })
const perAddress = new RateLimiterMemory({ keyPrefix: 'address', points: 60_000, duration: 60 })

/** One guesser is stopped early; the account as a whole later, so that a stranger cannot easily lock its owner out. */
const guessesFromAddress = new RateLimiterMemory({ keyPrefix: 'guess', points: 10, duration: 300 })
const guessesAtAccount = new RateLimiterMemory({ keyPrefix: 'account', points: 60, duration: 300 })
/** Mails with a link for a new password: a stranger can send them to anybody. */
const resetsOfAccount = new RateLimiterMemory({ keyPrefix: 'reset', points: 5, duration: 3600 })
/** Checking a password costs much time: nobody makes the server do it without end. */
const signInsFromAddress = new RateLimiterMemory({ keyPrefix: 'sign-in', points: 120, duration: 60 })

export const limitAddress: RequestHandler = async (request, _response, next) => {
  await spend(perAddress, request.ip ?? 'unknown')
  next()
}

/** For calls of signed-in staff; a program with a key does not use up what its owner may do. */
export const limitMember: RequestHandler = async (request, _response, next) => {
  const { actor, apiKey } = requestContext(request)
  if (actor) await spend(perMember, apiKey?.id ?? actor.id)
  next()
}

/** For whatever carries the token of a personal link. */
export async function limitToken(token: string): Promise<void> {
  await spend(perLink, hashToken(token))
}

/** For looking at an open link, which many people share. */
export async function limitOpenLink(token: string): Promise<void> {
  await spend(perOpenLink, hashToken(token))
}

/** For beginning by an open link: those of one link first, then those of one address with it. */
export async function limitStart(token: string, address: string): Promise<void> {
  const link = hashToken(token)
  await spend(startsPerOpenLink, link)
  await spend(startsFromAddress, `${link} ${address}`)
}

/** For whatever carries a file behind a personal link. */
export async function limitUpload(token: string): Promise<void> {
  await spend(filesPerLink, hashToken(token))
}

/** For answers out of calendars that a colleague uploads. */
export async function limitReplyFile(staffId: string): Promise<void> {
  await spend(repliesOfMember, staffId)
}

/** For making the link of an own page with the link of a survey. */
export async function limitNewLink(token: string): Promise<void> {
  await spend(linksFromLink, hashToken(token))
}

/** For what a person asks of the house on the own page. */
export async function limitWish(contactId: string): Promise<void> {
  await spend(wishesOfPerson, contactId)
}

/** Guesses at one person's password. A success gives the points back. */
export async function limitSignIn(email: string, address: string): Promise<void> {
  const account = email.toLowerCase()
  await spend(guessesFromAddress, `${account} ${address}`)
  await spend(guessesAtAccount, account)
  await spend(signInsFromAddress, address)
}

export async function signInSucceeded(email: string, address: string): Promise<void> {
  const account = email.toLowerCase()
  await guessesFromAddress.delete(`${account} ${address}`)
  await guessesAtAccount.delete(account)
}

/** Asking for a new password, whether the address has an account or not. */
export async function limitReset(email: string): Promise<void> {
  await spend(resetsOfAccount, email.toLowerCase())
}

/** A phone in a live room: a thumb on a slider is fast, a program faster. */
const liveActions = new RateLimiterMemory({ keyPrefix: 'live', points: 60, duration: 10 })
const liveActionsFromAddress = new RateLimiterMemory({ keyPrefix: 'live-at', points: 12_000, duration: 60 })
const liveStatements = new RateLimiterMemory({ keyPrefix: 'live-say', points: 10, duration: 60 })
/** A hall may ask much through one address; a program that invents phones asks more. */
const liveStatementsFromAddress = new RateLimiterMemory({
  keyPrefix: 'live-say-at',
  points: 120,
  duration: 60,
})
/** A whole hall joins through one address, and again after each break of its line. */
const liveJoins = new RateLimiterMemory({ keyPrefix: 'live-join', points: 6_000, duration: 60 })
/** Some of a hall mistype; whoever searches for codes needs millions. */
const WRONG_CODES = 600
const wrongLiveCodes = new RateLimiterMemory({ keyPrefix: 'live-code', points: WRONG_CODES, duration: 600 })

/** For joining a live room. Whoever has named too many codes that are none hears of no code any more, right or wrong. */
export async function limitLiveJoin(
  address: string,
  { isKnown }: { isKnown: () => Promise<boolean> },
): Promise<void> {
  await spend(liveJoins, address)
  const wrong = await wrongLiveCodes.get(address)
  if (!wrong || wrong.consumedPoints < WRONG_CODES || (await isKnown())) return
  throw new AppError('too_many_requests', { retryAfterSeconds: Math.ceil(wrong.msBeforeNext / 1000) })
}

/** Notes that a code was none. */
export async function noteWrongLiveCode(address: string): Promise<void> {
  await wrongLiveCodes.penalty(address, 1)
}

/** For every event of a phone in a live room. */
export async function limitLiveAction(participant: string, address: string): Promise<void> {
  await spend(liveActions, participant)
  await spend(liveActionsFromAddress, address)
}

/** For questions and ideas, which people read. */
export async function limitLiveStatement(participant: string, address: string): Promise<void> {
  await spend(liveStatements, participant)
  await spend(liveStatementsFromAddress, address)
}

async function spend(limiter: RateLimiterMemory, key: string): Promise<void> {
  try {
    await limiter.consume(key)
  } catch (refusal) {
    if (!(refusal instanceof RateLimiterRes)) throw refusal
    throw new AppError('too_many_requests', { retryAfterSeconds: Math.ceil(refusal.msBeforeNext / 1000) })
  }
}
