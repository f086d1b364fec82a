import { OPEN_LINK_STATES } from '@sixfold/domain/quotas/open-link-state'
import { z } from 'zod'
import { id, instant, key, localText, staffProcedure } from './common.ts'

/** A site that may show the survey in a frame, as browsers name it, `https://www.example.com`: no path, no wildcard. */
export const site = z
  .string()
  .max(200)
  .regex(/^https?:\/\/[a-z0-9]([a-z0-9.-]*[a-z0-9])?(:\d{1,5})?$/)

const limit = z.int().min(1).max(1_000_000)

export const openLink = z.strictObject({
  id,
  waveId: id,
  /** What it is for and where it stands, for colleagues. */
  purpose: z.string(),
  /** Null: for all regions of the wave. */
  regionId: id.nullable(),
  origins: z.array(z.string()),
  /** Null: with the wave. */
  endsAt: instant.nullable(),
  state: z.enum(OPEN_LINK_STATES),
  limit: limit.nullable(),
  /** How many began, and how many of them have sent their answers. */
  started: z.int(),
  sent: z.int(),
  madeBy: z.string(),
  createdAt: instant,
})
export type OpenLink = z.infer<typeof openLink>

const filled = { limit: limit.nullable(), taken: z.int() }

export const waveQuotas = z.strictObject({
  /** Whoever changes the quotas says which plan was seen. */
  plan: z.int(),
  total: z.strictObject(filled),
  regions: z.array(z.strictObject({ regionId: id, ...filled })),
  /** Of every question whose answers part people into groups. */
  questions: z.array(
    z.strictObject({
      question: z.string(),
      text: localText,
      options: z.array(
        z.strictObject({
          option: z.string(),
          text: localText.nullable(),
          limit: limit.nullable(),
          /** Null: fewer open answers to this question than the minimum cell. */
          taken: z.int().nullable(),
        }),
      ),
    }),
  ),
})
export type WaveQuotas = z.infer<typeof waveQuotas>

export const openLinkList = z.strictObject({
  links: z.array(openLink),
  /** Null as long as the wave has no open link. */
  quotas: waveQuotas.nullable(),
  /** Open answers sent so far. */
  sent: z.int(),
})
export type OpenLinkList = z.infer<typeof openLinkList>

const purpose = z.string().trim().min(1).max(200)
const origins = z.array(site).max(20)

export const quotaChange = z.strictObject({
  total: limit.nullable(),
  regions: z.array(z.strictObject({ regionId: id, limit })).max(200),
  answers: z.array(z.strictObject({ question: key, option: key, limit })).max(200),
})

export const openLinks = {
  list: staffProcedure()
    .route({
      method: 'GET',
      path: '/waves/{waveId}/open-links',
      tags: ['waves'],
      summary: 'Open links of a wave, and what their quotas hold',
    })
    .input(z.strictObject({ waveId: id }))
    .output(openLinkList),
  make: staffProcedure('wrong_state')
    .route({
      method: 'POST',
      path: '/waves/{waveId}/open-links',
      tags: ['waves'],
      summary: 'Make an open link; its address is told once and never again',
    })
    .input(
      z.strictObject({
        waveId: id,
        purpose,
        regionId: id.nullable(),
        endsAt: instant.nullable(),
        limit: limit.nullable(),
        origins,
      }),
    )
    .output(z.strictObject({ link: openLink, address: z.string() })),
  change: staffProcedure('wrong_state')
    .route({
      method: 'PUT',
      path: '/open-links/{id}',
      tags: ['waves'],
      summary: 'Change what an open link is for, its end, its limit, and where it may be framed',
    })
    .input(z.strictObject({ id, purpose, endsAt: instant.nullable(), limit: limit.nullable(), origins }))
    .output(openLink),
  revoke: staffProcedure()
    .route({
      method: 'POST',
      path: '/open-links/{id}/revoke',
      tags: ['waves'],
      summary: 'Nobody begins with this link any more; who began may finish',
    })
    .input(z.strictObject({ id }))
    .output(openLink),
  setQuotas: staffProcedure('wrong_state', 'revision_conflict')
    .route({
      method: 'PUT',
      path: '/waves/{waveId}/quotas',
      tags: ['waves'],
      summary: 'How many open answers are taken: in all, by region, by answer',
    })
    .input(z.strictObject({ waveId: id, plan: z.int(), quotas: quotaChange }))
    .output(openLinkList),
}
