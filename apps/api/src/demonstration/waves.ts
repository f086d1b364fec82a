import type { StaffMember } from '@sixfold/contract/staff'
import type { RandomSource } from '@sixfold/domain/random'
import type { SurveyDefinition } from '@sixfold/domain/survey/definition'
import { addDays, addMinutes } from 'date-fns'
import { followLink, submitByLink } from '../features/respond/service.ts'
import { createSurvey, publishSurvey } from '../features/surveys/service.ts'
import { launchWave } from '../features/waves/service.ts'
import type { CustomerRow } from './companies.ts'
import type { Simulation } from './simulated-context.ts'
import { answersOf, normal } from './story.ts'
import type { PlannedWave } from './timeline.ts'

/** Shares of those asked who answer. */
const RESPONSE_RATE = 0.46
const EXECUTIVE_RATE = 0.27
const ANSWER_WITHIN_DAYS = 18

/** A letter that will be answered, and when. */
export interface DueAnswer {
  at: Date
  token: string
  row: CustomerRow
  accountLevel: number
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

/** Decides for each letter of a wave whether and when its person answers. */
export function decideAnswers(
  { takeLinks }: Simulation,
  random: RandomSource,
  wave: PlannedWave,
  customers: ReadonlyMap<string, CustomerRow>,
  levels: Map<string, number>,
  sentAt: Date,
): DueAnswer[] {
  return takeLinks('r').flatMap(({ to, token }) => {
    const row = customers.get(to)
    if (!row) return []
    const rate = row.executive === 'yes' ? EXECUTIVE_RATE : RESPONSE_RATE
    if (random.next() >= rate) return []
    let level = levels.get(row.account_id)
    if (level === undefined) {
      level = normal(random) * 0.35
      levels.set(row.account_id, level)
    }
    // Most answer in the first days, some near the end.
    const days = random.next() ** 2 * ANSWER_WITHIN_DAYS
    return [
      {
        at: addMinutes(addDays(sentAt, Math.floor(days)), Math.floor(random.next() * 480)),
        token,
        row,
        accountLevel: level,
        wave,
      },
    ]
  })
}

/** Answers as the story says, through the same service as a customer's browser. */
export async function giveAnswer(
  { ctx }: Simulation,
  random: RandomSource,
  answer: DueAnswer,
): Promise<void> {
  const link = await followLink(ctx, answer.token)
  const values = answersOf(random, link.survey.definition, {
    region: answer.row.region,
    language: answer.row.language,
    accountLevel: answer.accountLevel,
    quarterIndex: answer.wave.index,
  })
  const incoming = Object.fromEntries(
    Object.entries(values).map(([question, value]) => [question, { value, revision: 1 }]),
  )
  const outcome = await submitByLink(ctx, link, () => incoming, answer.row.language)
  if (outcome.faults) throw new Error(`the story gave a wrong answer: ${JSON.stringify(outcome.faults)}`)
}
