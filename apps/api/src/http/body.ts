import { PassThrough, Readable } from 'node:stream'
import type { Request, RequestHandler } from 'express'
import express from 'express'
import { AppError } from '../errors.ts'
import { fieldWords } from './field-words.ts'
import { requestContext } from './request.ts'

const JSON_LIMIT = 2_000_000
/** The parts of a form around a file of 50 MB. */
const FORM_LIMIT = 52_000_000

const parseJson = express.json({ limit: JSON_LIMIT, strict: false })

/**
 * Reads the body of a call before the contract sees it: JSON, or a form with a file from somebody signed in. Lengths are
 * counted, not believed.
 */
export const readBody: RequestHandler = async (request, response, next) => {
  if (!carriesBody(request)) return next()
  if (request.is('multipart/form-data')) {
    // Nobody else may send files, so nobody else's are kept in memory.
    if (!requestContext(request).actor) throw new AppError('unauthenticated')
    request.body = await readForm(request)
    return next()
  }
  if (!request.is('application/json')) throw new AppError('unsupported_media_type')
  parseJson(request, response, (error?: { type?: string }) =>
    next(error?.type === 'entity.parse.failed' ? notJson(request) : error),
  )
}

function carriesBody({ headers }: Request): boolean {
  return headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0
}

function notJson(request: Request): AppError {
  const message = fieldWords(requestContext(request).language)('not_json')
  return new AppError('invalid_input', { fields: [{ path: '', message }] })
}

async function readForm(request: Request): Promise<FormData> {
  if (Number(request.headers['content-length'] ?? 0) > FORM_LIMIT) throw tooLarge(request)
  const counted = new PassThrough()
  let received = 0
  request.on('data', (chunk: Buffer) => {
    received += chunk.length
    if (received > FORM_LIMIT) counted.destroy(tooLarge(request))
  })
  // A sender who goes away must not leave the form waiting for ever.
  request.once('close', () => {
    if (!request.readableEnded) counted.destroy()
  })
  const headers = { 'content-type': request.headers['content-type'] ?? '' }
  try {
    return await new Response(Readable.toWeb(request.pipe(counted)) as ReadableStream, { headers }).formData()
  } catch (error) {
    throw counted.errored ?? new AppError('invalid_input', { cause: error })
  }
}

/** What is still on its way is not read; the answer ends the connection. */
function tooLarge(request: Request): AppError {
  request.unpipe()
  request.pause()
  request.res?.setHeader('Connection', 'close')
  return new AppError('body_too_large')
}
