import { z } from 'zod'
import { id, instant, staffProcedure } from './common.ts'

/** Somebody would rather talk than answer. */
export const callRequest = z.strictObject({
  /** Of the invitation whose link it came through. */
  id,
  contactId: id,
  contactName: z.string(),
  accountId: id,
  accountName: z.string(),
  waveId: id,
  waveName: z.string(),
  /** The number that was given with the request, and the one on record; whoever has a link can give the first. */
  phone: z.string().nullable(),
  phoneOnRecord: z.string().nullable(),
  /** When it suits, in the person's own words. */
  when: z.string(),
  /** Where the person is. */
  zone: z.string(),
  /** The language to talk in. */
  language: z.string(),
  state: z.enum(['open', 'done']),
  askedAt: instant,
  /** When the person was told that somebody calls. */
  callBy: instant,
})
export type CallRequest = z.infer<typeof callRequest>

export const callRequests = {
  get: staffProcedure()
    .route({
      method: 'GET',
      path: '/call-requests/{id}',
      tags: ['customers'],
      summary: 'Who wants to talk to somebody, on which number and when',
    })
    .input(z.strictObject({ id }))
    .output(callRequest),
  ofContact: staffProcedure()
    .route({
      method: 'GET',
      path: '/contacts/{id}/call-requests',
      tags: ['customers'],
      summary: 'When a contact asked for a call, the latest first',
    })
    .input(z.strictObject({ id }))
    .output(z.strictObject({ items: z.array(callRequest) })),
  begin: staffProcedure('wrong_state')
    .route({
      method: 'POST',
      path: '/call-requests/{id}/begin',
      tags: ['customers'],
      summary:
        'Begin the call: it is written to the contact ledger first, or refused outside the hours there',
    })
    .input(z.strictObject({ id }))
    .output(
      z.strictObject({
        begun: z.boolean(),
        /** Why not now, and from when. */
        reason: z.string().nullable(),
        earliest: instant.nullable(),
      }),
    ),
}
