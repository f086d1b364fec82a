import { z } from 'zod'
import { id, instant, personProcedure } from './common.ts'

export const keyScope = z.enum(['read', 'write'])
export type KeyScope = z.infer<typeof keyScope>

/** A key with which another program acts for a colleague. The key itself is shown once, when it is made. */
export const apiKey = z.strictObject({
  id,
  name: z.string(),
  scope: keyScope,
  /** The first signs of the key, to tell several apart. */
  start: z.string(),
  owner: z.strictObject({ id, name: z.string() }),
  createdAt: instant,
  expiresAt: instant.nullable(),
  /** To the minute; null: never used. */
  usedAt: instant.nullable(),
})
export type ApiKey = z.infer<typeof apiKey>

export const newApiKey = z.strictObject({
  name: z.string().trim().min(1).max(60),
  scope: keyScope,
  /** Days until it ends; null: when it is ended. */
  days: z.int().min(1).max(1_095).nullable(),
})

export const apiKeys = {
  list: personProcedure()
    .route({
      method: 'GET',
      path: '/api-keys',
      tags: ['connections'],
      summary: 'The own keys; an administrator sees those of everybody',
    })
    .output(z.strictObject({ items: z.array(apiKey) })),
  make: personProcedure()
    .route({
      method: 'POST',
      path: '/api-keys',
      tags: ['connections'],
      summary: 'Make a key for another program, which may do what its owner may do, or read it only',
    })
    .input(newApiKey)
    .output(z.strictObject({ apiKey, key: z.string() })),
  end: personProcedure()
    .route({ method: 'DELETE', path: '/api-keys/{id}', tags: ['connections'], summary: 'End a key, at once' })
    .input(z.strictObject({ id })),
}
