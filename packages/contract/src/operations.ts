import { z } from 'zod'
import { cursorInput, id, instant, listOf, personProcedure, staffProcedure } from './common.ts'

export const mailState = z.enum(['waiting', 'sending', 'sent', 'kept', 'withheld', 'failed', 'uncertain'])

/** `withheld`: the contact answered or opted out while it waited. `kept`: no SMTP server is set, the outbox is where it ends. `uncertain`: the process died while sending; never resent by itself. */
export const mail = z.strictObject({
  id,
  to: z.string(),
  subject: z.string(),
  kind: z.string(),
  state: mailState,
  attempts: z.int(),
  createdAt: instant,
  sentAt: instant.nullable(),
  error: z.string().nullable(),
})

export const mailContent = z.strictObject({
  ...mail.shape,
  text: z.string(),
  html: z.string(),
  attachments: z.array(
    z.strictObject({ fileName: z.string(), contentType: z.string(), content: z.string() }),
  ),
})

export const outbox = {
  list: staffProcedure()
    .route({ method: 'GET', path: '/outbox', tags: ['operation'], summary: 'Every mail, the latest first' })
    .input(
      z.strictObject({
        state: mailState.optional(),
        search: z.string().trim().max(120).optional(),
        ...cursorInput,
      }),
    )
    .output(listOf(mail)),
  /** Mails hold links that open an account or a person's page: no key reads them. */
  get: personProcedure()
    .route({ method: 'GET', path: '/outbox/{id}', tags: ['operation'], summary: 'One mail as it left' })
    .input(z.strictObject({ id }))
    .output(mailContent),
}

export const jobState = z.enum(['waiting', 'running', 'done', 'dead'])

export const job = z.strictObject({
  id,
  kind: z.string(),
  state: jobState,
  attempts: z.int(),
  runAt: instant,
  error: z.string().nullable(),
})

export const jobs = {
  list: staffProcedure()
    .route({
      method: 'GET',
      path: '/jobs',
      tags: ['operation'],
      summary: 'Jobs by state; dead ones wait for a person',
    })
    .input(z.strictObject({ state: jobState.optional(), ...cursorInput }))
    .output(listOf(job)),
  replay: staffProcedure('wrong_state')
    .route({
      method: 'POST',
      path: '/jobs/{id}/replay',
      tags: ['operation'],
      summary: 'Try a dead job again',
    })
    .input(z.strictObject({ id }))
    .output(job),
}

export const auditEntry = z.strictObject({
  id,
  at: instant,
  actor: z.string(),
  action: z.string(),
  subject: z.string(),
  detail: z.string(),
})

export const audit = {
  list: staffProcedure()
    .route({
      method: 'GET',
      path: '/audit',
      tags: ['operation'],
      summary: 'Who read or changed what, the latest first',
    })
    .input(z.strictObject(cursorInput))
    .output(listOf(auditEntry)),
}
