import { DIMENSIONS } from '@sixfold/domain/results/dimensions'
import { WAVE_STATES } from '@sixfold/domain/waves/wave-state'
import { z } from 'zod'
import { cursorInput, id, instant, listOf, localText, quarter, staffProcedure } from './common.ts'
import { surveyKind } from './surveys.ts'
import { audienceFilter, reminderPlan, sampleDesign, sendingPlan, wavePlan } from './wave-plan.ts'

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
  /** People who were drawn to be asked, invitations sent, contacts the policy refused for good, responses submitted. */
  framed: z.int(),
  invited: z.int(),
  refused: z.int(),
  responded: z.int(),
  launchedAt: instant,
  opensAt: instant,
  closesAt: instant,
  revision: z.int(),
})
export type Wave = z.infer<typeof wave>

/** What a wave was planned with, and how its people were chosen. */
export const waveDetails = z.strictObject({
  ...wave.shape,
  audience: audienceFilter,
  design: sampleDesign,
  panel: z.int().nullable(),
  reminders: reminderPlan,
  sending: sendingPlan,
  /** Null until the sample is drawn, and for who may not see all regions of the wave. */
  drawn: z
    .strictObject({
      at: instant,
      seed: z.string(),
      algorithm: z.string(),
      frame: z.int(),
      size: z.int(),
      strata: z.array(z.strictObject({ stratum: z.string(), population: z.int(), sample: z.int() })),
      fingerprint: z.string(),
    })
    .nullable(),
})
export type WaveDetails = z.infer<typeof waveDetails>

/** What drawing again from the frozen frame gives, held against what was drawn. */
export const redrawn = z.strictObject({
  identical: z.boolean(),
  frame: z.int(),
  size: z.int(),
  fingerprint: z.string(),
  /** People who were drawn only then, and only now: the first hundred of each. */
  onlyThen: z.array(id),
  onlyNow: z.array(id),
})

const parts = z.strictObject({ all: z.number(), asked: z.number(), answered: z.number() })

export const waveCoverage = z.strictObject({
  /** Accounts and their annual revenue in the wave's audience; of accounts without a known revenue none is counted. */
  items: z.array(z.strictObject({ regionId: id, accounts: parts, revenue: parts })),
  countedAt: instant,
})
export type WaveCoverage = z.infer<typeof waveCoverage>

export const waveReminders = z.strictObject({
  items: z.array(
    z.strictObject({
      /** Days after the invitation. */
      afterDays: z.int(),
      sent: z.int(),
      /** People who get it next unless they answer before, and when the first of them does. */
      coming: z.int(),
      nextAt: instant.nullable(),
    }),
  ),
})
export type WaveReminders = z.infer<typeof waveReminders>

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
    .output(waveDetails),
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
    .input(
      z.strictObject({
        ...launchInput.shape,
        reminders: wavePlan.shape.reminders.optional(),
        sending: wavePlan.shape.sending.optional(),
      }),
    )
    .output(waveDetails),
  close: staffProcedure('wrong_state')
    .route({ method: 'POST', path: '/waves/{id}/close', tags: ['waves'], summary: 'Take no more answers' })
    .input(z.strictObject({ id }))
    .output(waveDetails),
  change: staffProcedure('wrong_state', 'revision_conflict')
    .route({ method: 'PUT', path: '/waves/{id}', tags: ['waves'], summary: 'Change a draft' })
    .input(
      z.strictObject({
        id,
        revision: z.int(),
        plan: z.strictObject({
          ...wavePlan.shape,
          version: z.int().min(1),
          opensAt: instant,
          closesAt: instant,
        }),
      }),
    )
    .output(waveDetails),
  discard: staffProcedure('wrong_state')
    .route({ method: 'DELETE', path: '/waves/{id}', tags: ['waves'], summary: 'Throw a draft away' })
    .input(z.strictObject({ id }))
    .output(z.strictObject({ id })),
  schedule: staffProcedure('wrong_state', 'revision_conflict', 'already_exists')
    .route({
      method: 'POST',
      path: '/waves/{id}/schedule',
      tags: ['waves'],
      summary: 'Launch a draft: freeze the frame, draw the sample, open at its time',
    })
    .input(z.strictObject({ id, revision: z.int() }))
    .output(waveDetails),
  pause: staffProcedure('wrong_state')
    .route({
      method: 'POST',
      path: '/waves/{id}/pause',
      tags: ['waves'],
      summary: 'Let nothing leave; links still take answers',
    })
    .input(z.strictObject({ id }))
    .output(waveDetails),
  resume: staffProcedure('wrong_state')
    .route({ method: 'POST', path: '/waves/{id}/resume', tags: ['waves'], summary: 'Go on inviting' })
    .input(z.strictObject({ id }))
    .output(waveDetails),
  extend: staffProcedure('wrong_state')
    .route({
      method: 'POST',
      path: '/waves/{id}/extend',
      tags: ['waves'],
      summary: 'Take answers for longer; every link lasts as long',
    })
    .input(z.strictObject({ id, closesAt: instant }))
    .output(waveDetails),
  archive: staffProcedure('wrong_state')
    .route({
      method: 'POST',
      path: '/waves/{id}/archive',
      tags: ['waves'],
      summary: 'Put a closed wave out of the way; its results stay',
    })
    .input(z.strictObject({ id }))
    .output(waveDetails),
  redraw: staffProcedure('wrong_state')
    .route({
      method: 'POST',
      path: '/waves/{id}/redraw',
      tags: ['waves'],
      summary: 'Draw again from the frozen frame, to prove that the same people come out',
    })
    .input(z.strictObject({ id }))
    .output(redrawn),
  coverage: staffProcedure()
    .route({
      method: 'GET',
      path: '/waves/{id}/coverage',
      tags: ['waves'],
      summary: 'Accounts and revenue that were asked and that answered, by region',
    })
    .input(z.strictObject({ id }))
    .output(waveCoverage),
  reminders: staffProcedure()
    .route({
      method: 'GET',
      path: '/waves/{id}/reminders',
      tags: ['waves'],
      summary: 'Each reminder of the plan: when, to how many',
    })
    .input(z.strictObject({ id }))
    .output(waveReminders),
  invitations: staffProcedure()
    .route({
      method: 'GET',
      path: '/waves/{id}/invitations',
      tags: ['waves'],
      summary: 'Each contact of the frame and what became of it',
    })
    .input(z.strictObject({ id, state: invitationState.optional(), ...cursorInput }))
    .output(listOf(invitation)),
  withdraw: staffProcedure('already_finished')
    .route({
      method: 'POST',
      path: '/waves/{id}/invitations/{invitationId}/withdraw',
      tags: ['waves'],
      summary: 'End the link of one contact before it was answered',
    })
    .input(z.strictObject({ id, invitationId: id }))
    .output(z.strictObject({})),
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
  /** Of the index, at `confidence`: Wilson's on as many answers as its own spread leaves. */
  indexInterval: interval.nullable(),
  /** How alike people of one account answer, as the intervals allow for it; null: not known, and not allowed for. */
  designEffect: z.number().nullable(),
  /** Percent satisfied against the wave before, Newcombe; `p` of equal shares or McNemar, by Holm over all factors compared, of groups over all groups and factors; `chance`: it does not survive that. */
  change: z
    .strictObject({
      points: z.number(),
      low: z.number(),
      high: z.number(),
      p: z.number(),
      /** Most answered both times: judged by those alone, of whom so many are satisfied no longer, or only now. */
      paired: z.strictObject({ n: z.int(), lost: z.int(), gained: z.int() }).nullable(),
      chance: z.boolean(),
      nBefore: z.int(),
      quarter,
    })
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
  /**
   * Answers that are not shown to this reader yet: who may not read single answers sees a wave that runs in steps of at least the
   * minimum cell. Null: it is shown as it stands.
   */
  waiting: z.int().nullable(),
  invited: z.int(),
  revision: z.int(),
  minimumCell: z.int(),
  confidence: z.number(),
  /** Whether the wave before asked another panel, or may have asked the same people; null: there is none. */
  panelBefore: z.enum(['other', 'same']).nullable(),
  factors: z.array(factorScore),
})
export type ScoreboardView = z.infer<typeof scoreboardView>

/** Percent at which intervals are drawn and changes are judged; absent: 95. */
export const confidenceLevel = z.enum(['80', '90', '95'])
export type ConfidenceLevel = z.infer<typeof confidenceLevel>

/** In points; `p` by Holm over all of its kind that are shown together, `chance`: it does not survive that. */
const groupDifference = z.strictObject({
  points: z.number(),
  low: z.number(),
  high: z.number(),
  p: z.number(),
  chance: z.boolean(),
})

const groupFactorScore = z.strictObject({
  ...factorScore.shape,
  /** Percent satisfied less that of all others who answered; null: not shown, or there are no others. */
  others: groupDifference.nullable(),
})

/** The six factors of every group of one dimension; of a group that may not be shown every number is null. */
export const groupScores = z.strictObject({
  waveId: id,
  quarter,
  by: z.enum(DIMENSIONS),
  minimumCell: z.int(),
  confidence: z.number(),
  /** The wave runs and this reader sees it in steps: of regions only, until it is closed. */
  inSteps: z.boolean(),
  factors: z.array(z.strictObject({ factor: z.string(), name: localText, index: z.int() })),
  groups: z.array(
    z.strictObject({
      /** As the counts name it, such as `seniority:executive`. */
      segment: z.string(),
      /** Null: the words of the page name it, or nobody knows its name any more. */
      name: z.string().nullable(),
      /** Null where too few answered to say so. */
      responses: z.int().nullable(),
      factors: z.array(groupFactorScore),
    }),
  ),
  /** The two groups that are furthest apart on any factor, judged among all pairs of groups on all factors; null: there are no two. */
  widest: z
    .strictObject({
      ...groupDifference.shape,
      factor: z.string(),
      lowest: z.string(),
      highest: z.string(),
      pairs: z.int(),
    })
    .nullable(),
})
export type GroupScores = z.infer<typeof groupScores>

export const scoreboards = {
  groups: staffProcedure()
    .route({
      method: 'GET',
      path: '/waves/{id}/groups',
      tags: ['results'],
      summary: 'Six factors by region, segment, seniority, product or mode',
    })
    .input(z.strictObject({ id, by: z.enum(DIMENSIONS), confidence: confidenceLevel.optional() }))
    .output(groupScores),
  get: staffProcedure()
    .route({
      method: 'GET',
      path: '/waves/{id}/scoreboard',
      tags: ['results'],
      summary: 'Six factors of a wave',
    })
    .input(z.strictObject({ id, regionId: id.optional(), confidence: confidenceLevel.optional() }))
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
        confidence: confidenceLevel.optional(),
        quarters: z.coerce.number().int().min(1).max(40).optional(),
      }),
    )
    .output(z.strictObject({ items: z.array(scoreboardView) })),
}
