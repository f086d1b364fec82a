import { z } from 'zod'
import { id, instant, staffProcedure } from './common.ts'

/** What names a finding, as the domain's `findingKey` makes it. */
const findingKey = z
  .string()
  .max(400)
  .regex(/^[a-z_]+(:[\w.-]*)+$/)

/** Why a finding is kept as it is. */
export const keepReason = z.string().trim().min(1).max(500)

export const keptFinding = z.strictObject({
  key: findingKey,
  reason: z.string(),
  keptAt: instant,
  keptBy: z.string(),
})
export type KeptFinding = z.infer<typeof keptFinding>

export const reviews = {
  kept: staffProcedure()
    .route({
      method: 'GET',
      path: '/surveys/{id}/kept-findings',
      tags: ['surveys'],
      summary: 'Advice on a survey that its authors did not follow, and why',
    })
    .input(z.strictObject({ id }))
    .output(z.strictObject({ items: z.array(keptFinding) })),
  keep: staffProcedure()
    .route({
      method: 'POST',
      path: '/surveys/{id}/kept-findings',
      tags: ['surveys'],
      summary: 'Keep what a finding advises against, with the reason',
    })
    .input(z.strictObject({ id, key: findingKey, reason: keepReason }))
    .output(keptFinding),
  reopen: staffProcedure()
    .route({
      method: 'POST',
      path: '/surveys/{id}/kept-findings/reopen',
      tags: ['surveys'],
      summary: 'Let a kept finding speak again',
    })
    .input(z.strictObject({ id, key: findingKey })),
}
