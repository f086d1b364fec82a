import type { Readable } from 'node:stream'
import type { BusboyFileStream } from '@fastify/busboy'
import Busboy from '@fastify/busboy'
import type { Request } from 'express'
import { AppError } from '../errors.ts'

/** The texts of a form by the names of their fields, in their order. */
export type FormFields = Map<string, string[]>

export interface FormFile {
  field: string
  name: string
  content: AsyncIterable<Uint8Array>
}

const LIMITS = { fieldNameSize: 200, fieldSize: 100_000, fields: 2_000, files: 20, headerPairs: 20 }
/** Several files of the largest size in one post come one page after the other instead. */
const MOST_BYTES = 60_000_000

/**
 * Reads a form with files while it arrives: each file is handed on as a stream, and nothing is kept in memory but the
 * texts. `takeFile` deals with what it refuses; a form that breaks off, or is no form, is `invalid_input`.
 */
export async function readForm(
  request: Request,
  takeFile: (file: FormFile) => Promise<void>,
): Promise<FormFields> {
  const fields: FormFields = new Map()
  const taking: Promise<void>[] = []
  const open = new Set<Readable>()
  const form = startForm(request)
  const end = new Promise<void>((resolve, reject) => {
    const fail = (error: Error) => {
      request.unpipe(form)
      request.resume()
      for (const stream of open) stream.destroy(error)
      reject(error)
    }
    let received = 0
    request.on('data', (chunk: Buffer) => {
      received += chunk.length
      if (received > MOST_BYTES) fail(new AppError('body_too_large'))
    })
    request.once('close', () => {
      if (!request.complete) fail(new AppError('invalid_input'))
    })
    form.on('field', (name, text) => {
      fields.set(name, [...(fields.get(name) ?? []), text])
    })
    form.on('file', (field, stream, name) => {
      open.add(stream)
      stream.once('close', () => open.delete(stream))
      stream.on('error', () => undefined)
      const file = { field, name: name ?? '', content: contentOf(stream) }
      taking.push(file.name === '' ? Promise.resolve(void stream.resume()) : takeFile(file))
    })
    for (const limit of ['fieldsLimit', 'filesLimit', 'partsLimit'] as const)
      form.on(limit, () => fail(new AppError('body_too_large')))
    form.once('error', error => fail(new AppError('invalid_input', { cause: error })))
    form.once('finish', () => resolve())
  })
  request.pipe(form)
  const [ended] = await Promise.allSettled([end])
  const taken = await Promise.allSettled(taking)
  const failed = [ended, ...taken].find(result => result?.status === 'rejected')
  if (failed?.status === 'rejected') throw failed.reason
  return fields
}

function startForm(request: Request) {
  try {
    return new Busboy({
      headers: { ...request.headers, 'content-type': request.headers['content-type'] ?? '' },
      limits: LIMITS,
    })
  } catch (error) {
    throw new AppError('invalid_input', { cause: error })
  }
}

/** A reader that stops early must not end the form: what is left of its file is passed over. */
async function* contentOf(stream: BusboyFileStream): AsyncGenerator<Uint8Array> {
  try {
    yield* stream.iterator({ destroyOnReturn: false })
  } finally {
    stream.resume()
  }
}
