import type { RequestHandler } from 'express'
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'
import { AppError } from '../errors.ts'
import { hashToken } from '../secrets.ts'

/**
 * Limits per link and per account before those per address, because whole companies share one address.
 * Points a minute; a person who answers a survey makes about twenty requests in all.
 */
const perLink = new RateLimiterMemory({ keyPrefix: 'link', points: 240, duration: 60 })
const perAccount = new RateLimiterMemory({ keyPrefix: 'account', points: 10, duration: 300 })
const perAddress = new RateLimiterMemory({ keyPrefix: 'address', points: 20_000, duration: 60 })

export const limitAddress: RequestHandler = async (request, _response, next) => {
  await spend(perAddress, request.ip ?? 'unknown')
  next()
}

/** For paths that carry a token as their last named part. */
export const limitLink: RequestHandler = async (request, _response, next) => {
  const token = request.params.token
  if (typeof token === 'string') await limitToken(token)
  next()
}

/** The same for a token that came in another way. */
export async function limitToken(token: string): Promise<void> {
  await spend(perLink, hashToken(token))
}

/** Guesses at one person's password, from however many addresses. A success gives the points back. */
export async function limitSignIn(email: string): Promise<void> {
  await spend(perAccount, email.toLowerCase())
}

export async function signInSucceeded(email: string): Promise<void> {
  await perAccount.delete(email.toLowerCase())
}

async function spend(limiter: RateLimiterMemory, key: string): Promise<void> {
  try {
    await limiter.consume(key)
  } catch (refusal) {
    if (!(refusal instanceof RateLimiterRes)) throw refusal
    throw new AppError('too_many_requests', { retryAfterSeconds: Math.ceil(refusal.msBeforeNext / 1000) })
  }
}
