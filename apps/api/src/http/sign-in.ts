import { signInInput } from '@sixfold/contract/staff'
import type { RequestHandler } from 'express'
import { Router } from 'express'
import { readSession } from '../auth/actor.ts'
import type { Context } from '../context.ts'
import { AppError } from '../errors.ts'
import { fieldFaults } from './field-faults.ts'
import { limitSignIn, signInSucceeded } from './limits.ts'
import { requestContext } from './request.ts'

/** Signing in and out at better-auth's addresses, in our error shape. Nothing else of better-auth is reachable. */
export function serveSignIn(ctx: Context): Router {
  const router = Router()
  router.post('/sign-in/email', signIn(ctx))
  router.post('/sign-out', signOut(ctx))
  return router
}

/** better-auth checks the password, at the same pace whether or not the account exists (R11). */
function signIn(ctx: Context): RequestHandler {
  return async (request, response) => {
    const parsed = signInInput.safeParse(request.body)
    if (!parsed.success) {
      const fields = fieldFaults(parsed.error.issues, requestContext(request).language, request.body)
      throw new AppError('invalid_input', { fields })
    }
    const { email, password } = parsed.data
    const address = request.ip ?? 'unknown'
    await limitSignIn(email, address)
    const answer = await ctx.auth.api.signInEmail({
      body: { email, password },
      headers: new Headers({ 'user-agent': request.header('user-agent') ?? '' }),
      asResponse: true,
    })
    if (answer.status >= 500) throw new AppError('unavailable', { retryAfterSeconds: 5 })
    if (!answer.ok) throw new AppError('wrong_credentials')
    await signInSucceeded(email, address)
    for (const cookie of answer.headers.getSetCookie()) response.append('Set-Cookie', cookie)
    response.json({ ok: true })
  }
}

/** Ends the session and what hangs on it. Signing out twice is no fault. */
function signOut(ctx: Context): RequestHandler {
  return async (request, response) => {
    const session = await readSession(ctx.auth, request.headers.cookie)
    const answer = await ctx.auth.api.signOut({
      headers: new Headers({ cookie: request.headers.cookie ?? '' }),
      asResponse: true,
    })
    if (answer.status >= 500) throw new AppError('unavailable', { retryAfterSeconds: 5 })
    if (session) ctx.live.endSession(session.id)
    // Replaces what renewed the session on its way in.
    response.removeHeader('Set-Cookie')
    for (const cookie of answer.headers.getSetCookie()) response.append('Set-Cookie', cookie)
    response.json({ ok: true })
  }
}
