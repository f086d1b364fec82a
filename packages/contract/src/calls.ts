import { SEVERITIES } from '@sixfold/domain/cases/case-kinds'
import { CALL_OUTCOMES, CALL_REFUSALS } from '@sixfold/domain/due/call-outcome'
import { z } from 'zod'
import { id, instant, key, language, localDate, localText, localTime, staffProcedure } from './common.ts'
import { dueThing } from './due.ts'
import { storedAnswer } from './responses.ts'
import { surveyDefinition } from './survey-definition.ts'

export const callOutcome = z.enum(CALL_OUTCOMES)
export type CallOutcome = z.infer<typeof callOutcome>
export const callRefusal = z.enum(CALL_REFUSALS)
export type CallRefusal = z.infer<typeof callRefusal>

const attempt = z.strictObject({
  at: instant,
  byName: z.string(),
  outcome: callOutcome,
  refusal: callRefusal.nullable(),
  note: z.string(),
})

/** What is read out: a survey version as this person is asked it. */
const script = z.strictObject({
  title: localText,
  version: z.int(),
  definition: surveyDefinition,
  language,
  answers: z.array(storedAnswer),
  /** `finished`: this person has answered it. */
  state: z.enum(['open', 'finished']),
  /** When the person agreed to answer, and to have it noted; nothing is noted before. */
  agreedAt: instant.nullable(),
})
export type CallScript = z.infer<typeof script>

const saidBefore = z.strictObject({
  id,
  at: instant,
  title: z.string(),
  /** Of satisfaction with factors as a whole, 1 to 5. */
  scores: z.array(z.strictObject({ factor: key, name: localText, index: z.int(), score: z.number() })),
  /** 0 to 10. */
  recommend: z.int().nullable(),
  words: z.array(z.string()),
})
export type SaidBefore = z.infer<typeof saidBefore>

/** Everything somebody needs in front of them while they call. */
export const callView = z.strictObject({
  call: dueThing,
  attempts: z.array(attempt),
  bought: z.array(
    z.strictObject({
      id,
      productName: z.string(),
      purchasedOn: localDate.nullable(),
      installedOn: localDate.nullable(),
      /** The one that the call is about. */
      isThis: z.boolean(),
    }),
  ),
  /** By the contact itself, the latest first; never a blind survey. */
  said: z.array(saidBefore),
  openCases: z.array(z.strictObject({ id, receipt: z.string(), text: z.string(), openedAt: instant })),
  /** What a complaint can be about. */
  factors: z.array(z.strictObject({ key, name: localText, index: z.int() })),
  /** Null: no survey for calls runs that asks this person. */
  script: script.nullable(),
  /** Of the caller's list; null: none is left. */
  nextId: id.nullable(),
})
export type CallView = z.infer<typeof callView>

/** When to call back, on the wall clock of the person. */
export const callBackTime = z.strictObject({ date: localDate, time: localTime })

const deskRow = z.strictObject({ language, memberIds: z.array(id).max(100) })
export const callDesk = z.strictObject({
  regionId: id,
  revision: z.int(),
  desks: z.array(deskRow),
})
export type CallDesk = z.infer<typeof callDesk>

export const calls = {
  get: staffProcedure()
    .route({ method: 'GET', path: '/calls/{id}', tags: ['calls'], summary: 'One call with all it needs' })
    .input(z.strictObject({ id }))
    .output(callView),
  begin: staffProcedure('wrong_state')
    .route({
      method: 'POST',
      path: '/calls/{id}/begin',
      tags: ['calls'],
      summary: 'Make a call now: it is in the contact ledger before it begins, or is refused with its reason',
    })
    .input(z.strictObject({ id }))
    .output(dueThing),
  agree: staffProcedure('wrong_state')
    .route({
      method: 'POST',
      path: '/calls/{id}/agree',
      tags: ['calls'],
      summary: 'The person agrees to answer and to have it noted: before the first answer',
    })
    .input(z.strictObject({ id }))
    .output(z.strictObject({ agreedAt: instant })),
  answer: staffProcedure('wrong_state', 'already_finished', 'link_expired')
    .route({
      method: 'PUT',
      path: '/calls/{id}/answers',
      tags: ['calls'],
      summary: 'Keep answers that were given on the telephone; repeating it changes nothing',
    })
    .input(z.strictObject({ id, answers: z.array(storedAnswer).min(1).max(500), language }))
    .output(z.strictObject({ answers: z.array(storedAnswer) })),
  end: staffProcedure('wrong_state', 'link_expired')
    .route({
      method: 'POST',
      path: '/calls/{id}/end',
      tags: ['calls'],
      summary: 'How a call went that was begun; with `submit` its answers are sent for good',
    })
    .input(
      z.strictObject({
        id,
        outcome: callOutcome,
        /** Of a refused call: why. */
        refusal: callRefusal.optional(),
        /** Of a call back: when. */
        callBack: callBackTime.optional(),
        note: z.string().trim().max(500).optional(),
        submit: z.strictObject({ answers: z.array(storedAnswer).max(500), language }).optional(),
      }),
    )
    .output(dueThing),
  complain: staffProcedure('wrong_state')
    .route({
      method: 'POST',
      path: '/calls/{id}/complaints',
      tags: ['calls'],
      summary: 'Open a case for what the person complains about; the same form sent twice is one case',
    })
    .input(
      z.strictObject({
        id,
        form: z.string().regex(/^[\w-]{8,64}$/),
        text: z.string().trim().min(1).max(4000),
        factor: key.nullable(),
        severity: z.enum(SEVERITIES),
      }),
    )
    .output(z.strictObject({ caseId: id, receipt: z.string() })),
}

export const callDesks = {
  list: staffProcedure()
    .route({
      method: 'GET',
      path: '/call-desks',
      tags: ['calls'],
      summary: 'Who calls in which language, by region',
    })
    .output(
      z.strictObject({
        items: z.array(callDesk),
        members: z.array(z.strictObject({ id, name: z.string() })),
        languages: z.array(language),
      }),
    ),
  save: staffProcedure('revision_conflict')
    .route({
      method: 'PUT',
      path: '/call-desks/{regionId}',
      tags: ['calls'],
      summary: 'Give the calls of a region to colleagues by language',
    })
    .input(callDesk)
    .output(callDesk),
}
