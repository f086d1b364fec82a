import { randomBytes } from 'node:crypto'
import type { SurveyStep } from '@sixfold/contract/portal'
import type { Request, Response } from 'express'
import type { Context } from '../../../../context.ts'
import type { FormFields } from '../../../../files/read-form.ts'
import type { Trace } from '../../responses/service.ts'
import type { Link } from '../service.ts'
import { fieldOf } from './posted.ts'

/** The page's script reads it too, so that one browser has one name. */
const COOKIE = 'browser'
const KEPT_SECONDS = 180 * 24 * 3600

/**
 * What a form without script tells of itself: how long its page was before somebody, by the moment that the page itself carries,
 * and which browser it is.
 */
export function traceOf(
  ctx: Context,
  request: Request,
  { link, fields, step }: { link: Link; fields: FormFields; step: SurveyStep },
): Trace {
  const page = typeof step === 'number' ? link.survey.definition.pages[step]?.id : undefined
  const since = /^\d{1,12}$/.exec(fieldOf(fields, 'since') ?? '')?.[0]
  const seconds = since === undefined ? 0 : ctx.clock.now().getTime() / 1000 - Number(since)
  return {
    ...(page !== undefined && seconds > 0 ? { pages: { [page]: seconds } } : {}),
    browser: browserOf(request),
  }
}

/**
 * Gives a browser that posted a form a random name, for this link alone. A name counts once the browser brings it back: one
 * that keeps no cookies is never taken for many.
 */
export function nameBrowser(ctx: Context, request: Request<{ token: string }>, response: Response): void {
  if (browserOf(request as unknown as Request) !== undefined) return
  response.cookie(COOKIE, randomBytes(9).toString('base64url'), {
    path: `/r/${request.params.token}`,
    maxAge: KEPT_SECONDS * 1000,
    sameSite: 'lax',
    secure: ctx.config.publicUrl.startsWith('https:'),
  })
}

function browserOf({ headers }: Request): string | undefined {
  return new RegExp(`(?:^|;\\s*)${COOKIE}=([\\w-]{8,24})(?:;|$)`).exec(headers.cookie ?? '')?.[1]
}
