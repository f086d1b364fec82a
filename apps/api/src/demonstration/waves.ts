import type { StaffMember } from '@sixfold/contract/staff'
import type { RandomSource } from '@sixfold/domain/random'
import { seededRandom } from '@sixfold/domain/random'
import type { SurveyDefinition } from '@sixfold/domain/survey/definition'
import { addDays, addHours } from 'date-fns'
import type { Context } from '../context.ts'
import { followLink, submitByLink } from '../features/respond/service.ts'
import { createSurvey, publishSurvey } from '../features/surveys/service.ts'
import { launchWave } from '../features/wave-drafts/service.ts'
import type { CustomerRow } from './companies.ts'
import type { Simulation } from './simulated-context.ts'
import { answersOf, normal } from './story.ts'
import type { PlannedWave } from './timeline.ts'

/** Shares of those asked who answer. */
const RESPONSE_RATE = 0.46
const EXECUTIVE_RATE = 0.27
const ANSWER_WITHIN_DAYS = 18
/** How far companies differ from each other, in points of the scale. */
const ACCOUNT_SPREAD = 0.35
const AT_A_TIME = 16

/** A letter that will be answered. */
export interface DueAnswer {
  token: string
  row: CustomerRow
  wave: PlannedWave
}

/** Makes the quarter's survey from the preset, publishes it and asks every region. */
export async function launch(
  { ctx }: Simulation,
  actor: StaffMember,
  regionIds: string[],
  wave: PlannedWave,
): Promise<SurveyDefinition> {
  const draft = await createSurvey(ctx, actor, {
    factorModel: 'ibm-six',
    quarter: wave.quarter,
    languages: ['en', 'vi'],
  })
  const version = await publishSurvey(ctx, actor, { id: draft.id, revision: draft.revision })
  const input = {
    surveyId: draft.id,
    version: version.number,
    regionIds,
    closesAt: wave.closesAt.toISOString(),
  }
  await launchWave(ctx, actor, input, actor.language)
  return version.definition
}

/** Decides for the letters of a wave who answers, and when. Answers of one moment stand together. */
export async function decideAnswers(
  { takeLinks }: Simulation,
  wave: PlannedWave,
  customers: ReadonlyMap<string, CustomerRow>,
  sentAt: Date,
): Promise<Map<number, DueAnswer[]>> {
  const byMoment = new Map<number, DueAnswer[]>()
  for (const { to, token } of await takeLinks('survey-invitation')) {
    const row = customers.get(to)
    if (!row) continue
    const random = chanceOf(row, wave, 'when')
    if (random.next() >= (row.seniority === 'executive' ? EXECUTIVE_RATE : RESPONSE_RATE)) continue
    // Most answer in the first days, some near the end; in the morning, at noon or in the afternoon.
    const days = Math.floor(random.next() ** 2 * ANSWER_WITHIN_DAYS)
    const at = addHours(addDays(sentAt, days), random.below(3) * 3).getTime()
    byMoment.set(at, [...(byMoment.get(at) ?? []), { token, row, wave }])
  }
  return byMoment
}

/** Answers as the story says, through the same service as a customer's browser; several people at a time. */
export async function giveAnswers({ ctx }: Simulation, answers: readonly DueAnswer[]): Promise<void> {
  for (let start = 0; start < answers.length; start += AT_A_TIME)
    await Promise.all(answers.slice(start, start + AT_A_TIME).map(answer => giveAnswer(ctx, answer)))
}

async function giveAnswer(ctx: Context, { token, row, wave }: DueAnswer): Promise<void> {
  const link = await followLink(ctx, token)
  const values = answersOf(chanceOf(row, wave, 'what'), link.survey.definition, {
    region: row.region,
    language: row.languages,
    accountLevel: normal(seededRandom(row.account_id)) * ACCOUNT_SPREAD,
    quarterIndex: wave.index,
  })
  const incoming = Object.fromEntries(
    Object.entries(values).map(([question, value]) => [question, { value, revision: 1 }]),
  )
  const outcome = await submitByLink(ctx, link, () => incoming, row.languages)
  if (outcome.faults) throw new Error(`the story gave a wrong answer: ${JSON.stringify(outcome.faults)}`)
}

/** Each person's own chance in each wave, so that nothing depends on who is asked first. */
function chanceOf(row: CustomerRow, wave: PlannedWave, what: string): RandomSource {
  return seededRandom(`${row.contact_id} ${wave.index} ${what}`)
}
