import type { RequestHandler, Router } from 'express'
import express from 'express'
import { z } from 'zod'
import type { Context } from '../../../context.ts'
import { AppError } from '../../../errors.ts'
import { LARGEST_RETURN } from '../../../mails/parse-returned.ts'
import { isSameSecret } from '../../../secrets.ts'
import { takeReturnedMail } from './service.ts'

/** The same mail as JSON, for senders that can write nothing else. */
const wrapped = z.strictObject({
  message: z.string().min(1),
  encoding: z.enum(['utf8', 'base64']).optional(),
})

/** What a mail server or provider hands over: one mail that came back, raw or within JSON. */
export function mailReturnCalls(ctx: Context): Router {
  const router = express.Router()
  router.post(
    '/mail-returns',
    requireSecret(ctx),
    // Base64 takes a third more.
    express.json({ limit: Math.ceil(LARGEST_RETURN * 1.4) }),
    express.raw({ type: ['message/rfc822', 'application/octet-stream'], limit: LARGEST_RETURN }),
    async (request, response) => {
      response.json({ outcome: await takeReturnedMail(ctx, mailOf(request.body), 'webhook') })
    },
  )
  return router
}

/** Before anything is read. Where no secret is set, there is no such address. */
function requireSecret(ctx: Context): RequestHandler {
  return (request, _response, next) => {
    const { mailReturnsSecret } = ctx.config
    if (mailReturnsSecret === null) throw new AppError('not_found')
    const given = /^Bearer (.+)$/.exec(request.headers.authorization ?? '')?.[1] ?? ''
    if (!isSameSecret(given, mailReturnsSecret)) throw new AppError('unauthenticated')
    next()
  }
}

function mailOf(body: unknown): Uint8Array {
  if (Buffer.isBuffer(body)) return body
  if (body === undefined) throw new AppError('unsupported_media_type')
  const { data, error } = wrapped.safeParse(body)
  if (error)
    throw new AppError('invalid_input', {
      fields: error.issues.map(({ path, message }) => ({ path: path.join('.'), message })),
    })
  return Buffer.from(data.message, data.encoding ?? 'utf8')
}
