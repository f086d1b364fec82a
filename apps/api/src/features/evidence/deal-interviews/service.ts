import type { DealInterview } from '@sixfold/contract/deals'
import type { StoredAnswer } from '@sixfold/contract/responses'
import type { StaffMember } from '@sixfold/contract/staff'
import type { DealSide } from '@sixfold/domain/deals/deal'
import { answerFaults } from '@sixfold/domain/survey/answer-faults'
import type { SurveyDefinition } from '@sixfold/domain/survey/definition'
import { questionsOf } from '@sixfold/domain/survey/definition'
import { purposeOfSurvey } from '@sixfold/domain/survey/kind'
import { answersOnWay, walk } from '@sixfold/domain/survey/logic/walk'
import type { RevisedAnswers } from '@sixfold/domain/survey/merge-answers'
import { givenAnswers, mergeAnswers } from '@sixfold/domain/survey/merge-answers'
import type { Context } from '../../../context.ts'
import { AppError } from '../../../errors.ts'
import { requestTouch } from '../../contact-policy/contact-ledger/service.ts'
import { record } from '../../house/audit/service.ts'
import { latestVersion, publishedVersion } from '../../surveys/survey-versions/service.ts'
import { visibleDeal } from '../deals/service.ts'
import type { InterviewRow } from '../interview-records/service.ts'
import { findInterview, insertInterview, updateInterview } from '../interview-records/service.ts'

/**
 * Begins the interview of a side with the latest version of a survey. A customer is asked only when the contact policy allows
 * it, and it stands in the contact ledger before anybody dials (law 3). One that was begun is taken up again.
 */
export async function beginInterview(
  ctx: Context,
  actor: StaffMember,
  { id, side, surveyId, language }: { id: string; side: DealSide; surveyId: string; language: string },
) {
  const deal = await visibleDeal(ctx, actor, id, 'deal.edit')
  const known = await findInterview(ctx, id, side)
  if (known) return { interview: await describe(ctx, known), refusal: null }
  const version = await latestVersion(ctx, surveyId)
  if (!version) throw new AppError('not_found')
  const takesFiles = questionsOf(version.definition).some(({ kind }) => kind === 'upload')
  if (version.kind === 'blind' || takesFiles) throw new AppError('wrong_state')
  if (side === 'buyer') {
    if (deal.contactId === null) throw new AppError('wrong_state')
    const decision = await requestTouch(ctx, {
      touchId: `deal-interview:${id}:${deal.contactId}`,
      contactId: deal.contactId,
      kind: 'call',
      purpose: purposeOfSurvey(version.kind),
      subject: deal.name,
    })
    if (decision.decision === 'refuse') {
      const { reason, earliest } = decision
      await record(ctx, actor, 'deal.interview-refused', `contact:${deal.contactId}`, reason)
      return { interview: null, refusal: { reason, earliest: earliest?.toISOString() ?? null } }
    }
  }
  const { languages } = version.definition
  const row = await insertInterview(ctx, {
    dealId: id,
    side,
    contactId: side === 'buyer' ? deal.contactId : null,
    surveyId,
    version: version.number,
    language: languages.find(one => one === language) ?? languages[0] ?? language,
    state: 'begun',
    answers: {},
    by: actor.name,
    begunAt: ctx.clock.now(),
    heldAt: null,
  })
  await record(ctx, actor, 'deal.interview-begun', `deal:${id}`, side)
  return { interview: await describe(ctx, row), refusal: null }
}

export async function readInterview(
  ctx: Context,
  actor: StaffMember,
  { id, side }: { id: string; side: DealSide },
): Promise<DealInterview> {
  await visibleDeal(ctx, actor, id)
  const row = await findInterview(ctx, id, side)
  if (!row) throw new AppError('not_found')
  await record(ctx, actor, 'deal.interview-read', `deal:${id}`, side)
  return describe(ctx, row)
}

/** Each lost round means that another window wrote this one interview. */
const MOST_ROUNDS = 50

/** Keeps answers as they are given; with `finish` the interview is over, if nothing that was asked and is required is missing. */
export async function saveInterview(
  ctx: Context,
  actor: StaffMember,
  save: { id: string; side: DealSide; answers: StoredAnswer[]; finish: boolean },
): Promise<DealInterview> {
  const { id, side, answers: sent, finish } = save
  await visibleDeal(ctx, actor, id, 'deal.edit')
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const row = await findInterview(ctx, id, side)
    if (!row) throw new AppError('not_found')
    if (row.state === 'held') {
      if (finish) return describe(ctx, row)
      throw new AppError('already_finished')
    }
    const definition = await definitionOf(ctx, row)
    const incoming = Object.fromEntries(
      sent.map(({ question, value, revision }) => [question, { value, revision }]),
    )
    refuseFaulty(sent, answerFaults(definition, givenAnswers(incoming), { complete: null }))
    const answers = mergeAnswers(row.answers, incoming)
    const changed = await updateInterview(
      ctx,
      row,
      finish
        ? { answers: finished(definition, answers, sent), state: 'held', heldAt: ctx.clock.now() }
        : { answers },
    )
    if (!changed) continue
    if (finish) await record(ctx, actor, 'deal.interview-held', `deal:${id}`, side)
    return describe(ctx, changed)
  }
  throw new AppError('unavailable', { retryAfterSeconds: 1 })
}

/** The answers that count: those to what was asked on the way. */
function finished(
  definition: SurveyDefinition,
  answers: RevisedAnswers,
  sent: readonly StoredAnswer[],
): RevisedAnswers {
  const given = givenAnswers(answers)
  const way = walk(definition, given, {})
  refuseFaulty(sent, answerFaults(definition, answersOnWay(given, way), { complete: way }))
  return Object.fromEntries(Object.entries(answers).filter(([question]) => way.asked.has(question)))
}

function refuseFaulty(sent: readonly StoredAnswer[], faults: ReturnType<typeof answerFaults>): void {
  if (faults.length === 0) return
  throw new AppError('invalid_input', {
    fields: faults.map(({ question, problem }) => {
      const at = sent.findIndex(answer => answer.question === question)
      return { path: at === -1 ? `questions.${question}` : `answers.${at}.value`, message: problem }
    }),
  })
}

async function definitionOf(
  ctx: Context,
  { surveyId, version }: Pick<InterviewRow, 'surveyId' | 'version'>,
): Promise<SurveyDefinition> {
  const found = await publishedVersion(ctx, { surveyId, number: version })
  if (!found) throw new AppError('not_found')
  return found.definition
}

async function describe(ctx: Context, row: InterviewRow): Promise<DealInterview> {
  const { dealId, side, surveyId, version, language, state, by, begunAt, heldAt, revision } = row
  return {
    ...{ dealId, side, surveyId, version, language, state, by, revision },
    definition: await definitionOf(ctx, row),
    answers: Object.entries(row.answers).map(([question, answer]) => ({ question, ...answer })),
    begunAt: begunAt.toISOString(),
    heldAt: heldAt?.toISOString() ?? null,
  }
}
