import { WAVE_STATES } from '@sixfold/domain/waves/wave-state'
import { z } from 'zod'
import { cursorInput, id, instant, listOf, localText, quarter, staffProcedure } from './common.ts'
import { surveyKind } from './surveys.ts'

export const waveState = z.enum(WAVE_STATES)

export const wave = z.strictObject({
  id,
  name: z.string(),
  kind: surveyKind,
  /** Null: launched by itself. */
  programmeId: id.nullable(),
  surveyId: id,
  version: z.int(),
  quarter,
  regionIds: z.array(id),
  state: waveState,
  /** Contacts in the frozen frame, invitations sent, contacts the policy refused for good, responses submitted. */
  framed: z.int(),
  invited: z.int(),
  refused: z.int(),
  responded: z.int(),
  launchedAt: instant,
  opensAt: instant,
  closesAt: instant,
})
export type Wave = z.infer<typeof wave>

export const refusalCount = z.strictObject({ reason: z.string(), count: z.int() })

export const audience = z.strictObject({
  framed: z.int(),
  /** May be asked at once, and later in working hours. */
  allowedNow: z.int(),
  allowedLater: z.int(),
  firstLater: instant.nullable(),
  /** Executives among those who may be asked, at once or later. */
  executives: z.int(),
  refused: z.array(refusalCount),
})
export type Audience = z.infer<typeof audience>

export const invitationState = z.enum([
  'planned',
  'sent',
  'opened',
  'started',
  'finished',
  'refused',
  'opted_out',
  'bounced',
])

export const invitation = z.strictObject({
  id,
  contactId: id,
  contactName: z.string(),
  accountName: z.string(),
  regionId: id,
  state: invitationState,
  reason: z.string().nullable(),
  dueAt: instant.nullable(),
  sentAt: instant.nullable(),
  finishedAt: instant.nullable(),
})

const launchInput = z.strictObject({
  surveyId: id,
  version: z.int().min(1),
  regionIds: z.array(id).min(1).max(200),
  closesAt: instant,
})

export const waves = {
  list: staffProcedure()
    .route({ method: 'GET', path: '/waves', tags: ['waves'], summary: 'Waves, the latest first' })
    .output(z.strictObject({ items: z.array(wave) })),
  get: staffProcedure()
    .route({ method: 'GET', path: '/waves/{id}', tags: ['waves'], summary: 'One wave' })
    .input(z.strictObject({ id }))
    .output(wave),
  audience: staffProcedure()
    .route({
      method: 'POST',
      path: '/waves/audience',
      tags: ['waves'],
      summary: 'Who would be asked, who not, and why: decides nothing',
    })
    .input(launchInput)
    .output(audience),
  launch: staffProcedure('wrong_state', 'already_exists')
    .route({
      method: 'POST',
      path: '/waves',
      tags: ['waves'],
      summary: 'Freeze the frame and start inviting',
    })
    .input(launchInput)
    .output(wave),
  close: staffProcedure('wrong_state')
    .route({ method: 'POST', path: '/waves/{id}/close', tags: ['waves'], summary: 'Take no more answers' })
    .input(z.strictObject({ id }))
    .output(wave),
  invitations: staffProcedure()
    .route({
      method: 'GET',
      path: '/waves/{id}/invitations',
      tags: ['waves'],
      summary: 'Each contact of the frame and what became of it',
    })
    .input(z.strictObject({ id, state: invitationState.optional(), ...cursorInput }))
    .output(listOf(invitation)),
}

const interval = z.strictObject({ low: z.number(), high: z.number() })

/** One factor of one segment. Below the minimum cell every number but `suppressed` is null (law 5). */
export const factorScore = z.strictObject({
  factor: z.string(),
  name: localText,
  suppressed: z.boolean(),
  n: z.int().nullable(),
  /** Very satisfied, satisfied, neutral, dissatisfied, very dissatisfied. */
  counts: z.array(z.int()).length(5).nullable(),
  percentSatisfied: z.number().nullable(),
  percentNonsatisfied: z.number().nullable(),
  netSatisfactionIndex: z.number().nullable(),
  /** Percent satisfied, Wilson, at `confidence`. */
  interval: interval.nullable(),
  /** Percent satisfied against the wave before, Newcombe; `chance`: the interval holds zero. */
  change: z
    .strictObject({ points: z.number(), low: z.number(), high: z.number(), chance: z.boolean(), quarter })
    .nullable(),
  /** The factor was asked differently the quarter before: no change is stated, and a line breaks here (law 1). */
  trendBroken: z.boolean(),
})
export type FactorScoreView = z.infer<typeof factorScore>

export const scoreboardView = z.strictObject({
  waveId: id,
  quarter,
  regionId: id.nullable(),
  responses: z.int().nullable(),
  invited: z.int(),
  revision: z.int(),
  minimumCell: z.int(),
  confidence: z.number(),
  factors: z.array(factorScore),
})
export type ScoreboardView = z.infer<typeof scoreboardView>

export const scoreboards = {
  get: staffProcedure()
    .route({
      method: 'GET',
      path: '/waves/{id}/scoreboard',
      tags: ['results'],
      summary: 'Six factors of a wave',
    })
    .input(z.strictObject({ id, regionId: id.optional() }))
    .output(scoreboardView),
  history: staffProcedure()
    .route({
      method: 'GET',
      path: '/scoreboards',
      tags: ['results'],
      summary: 'Six factors over the quarters, the oldest first',
    })
    .input(
      z.strictObject({
        regionId: id.optional(),
        quarters: z.coerce.number().int().min(1).max(40).optional(),
      }),
    )
    .output(z.strictObject({ items: z.array(scoreboardView) })),
}
