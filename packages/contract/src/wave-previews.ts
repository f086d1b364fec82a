import { LAUNCH_CHECKS } from '@sixfold/domain/waves/launch-checks'
import { z } from 'zod'
import { cursorInput, id, instant, language, listOf, staffProcedure } from './common.ts'

const count = z.int()
const reasonCount = z.strictObject({ reason: z.string(), count })

/** What a launch would bring, once it was looked at. */
export const waveOutlook = z.strictObject({
  /** People of the audience, before anything is taken out. */
  audience: count,
  /** Of them those that an exclusion list names, and those whose panel is not asked this time. */
  excluded: count,
  otherPanel: count,
  /** Who is drawn from, and how many are drawn. */
  frame: count,
  drawn: count,
  strata: z.array(z.strictObject({ stratum: z.string(), population: count, sample: count })),
  /** Drawn people who may be asked at the opening, and later. */
  atOnce: count,
  later: count,
  firstLater: instant.nullable(),
  /** Drawn people whom the contact policy will not let ask before the end. */
  refused: z.array(reasonCount),
  languages: z.array(z.strictObject({ language, count })),
  /** Mails expected in each hour, the first hundred hours with any. */
  hours: z.array(z.strictObject({ at: instant, mails: count })),
  days: z.array(z.strictObject({ date: z.iso.date(), mails: count })),
  expected: z.strictObject({
    answers: count,
    responseRate: z.number(),
    marginOfError: z.number().nullable(),
    confidence: z.number(),
    designEffect: z.number(),
    population: count,
    bySeniority: z.array(z.strictObject({ seniority: z.string(), people: count, rate: z.number() })),
  }),
  /** Against the survey's collection plan; null: it has none. */
  cost: z
    .strictObject({
      money: z.number(),
      perAnswer: z.number().nullable(),
      hours: z.number(),
      customerHours: z.number(),
      currency: z.string(),
      withinMoney: z.boolean().nullable(),
      withinHours: z.boolean().nullable(),
    })
    .nullable(),
})
export type WaveOutlook = z.infer<typeof waveOutlook>

const launchCheck = z.strictObject({
  check: z.enum(LAUNCH_CHECKS),
  severity: z.enum(['stops', 'advises']),
})

export const wavePreview = z.strictObject({
  waveId: id,
  revision: z.int(),
  state: z.enum(['counting', 'ready', 'failed']),
  /** People looked at so far, of about so many. */
  done: count,
  total: count,
  at: instant,
  outlook: waveOutlook.nullable(),
  checks: z.array(launchCheck),
})
export type WavePreview = z.infer<typeof wavePreview>

export const previewedPerson = z.strictObject({
  contactId: id,
  contactName: z.string(),
  accountName: z.string(),
  regionId: id,
  /** When the person may be asked; null: not before the wave ends. */
  at: instant.nullable(),
})
export type PreviewedPerson = z.infer<typeof previewedPerson>

export const wavePreviews = {
  read: staffProcedure('wrong_state')
    .route({
      method: 'GET',
      path: '/waves/{id}/preview',
      tags: ['waves'],
      summary: 'Who a draft would ask and when, who not and why: decides nothing',
    })
    .input(z.strictObject({ id }))
    .output(wavePreview),
  people: staffProcedure('wrong_state')
    .route({
      method: 'GET',
      path: '/waves/{id}/preview/people',
      tags: ['waves'],
      summary: 'Those whom one reason keeps from being asked, with the day on which they may be',
    })
    .input(z.strictObject({ id, reason: z.string().max(60), ...cursorInput }))
    .output(listOf(previewedPerson)),
  mail: staffProcedure()
    .route({
      method: 'GET',
      path: '/waves/{id}/mail',
      tags: ['waves'],
      summary: 'The invitation as it arrives, in one language',
    })
    .input(z.strictObject({ id, language }))
    .output(z.strictObject({ subject: z.string(), html: z.string(), text: z.string() })),
}
