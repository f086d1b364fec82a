import type { StaffMember } from '@sixfold/contract/staff'
import type { WaveDetails } from '@sixfold/contract/waves'
import type { RandomSource } from '@sixfold/domain/random'
import { seededRandom } from '@sixfold/domain/random'
import { census } from '@sixfold/domain/sampling/sample-design'
import type { SurveyDefinition } from '@sixfold/domain/survey/definition'
import type { SurveyOperation } from '@sixfold/domain/survey/operation'
import { addDays, addHours } from 'date-fns'
import type { Context } from '../context.ts'
import { followLink, submitByLink } from '../features/answering/respond/service.ts'
import {
  createSurvey,
  publishedVersion,
  publishSurvey,
  saveSurvey,
} from '../features/surveys/surveys/service.ts'
import { draftFromProgramme, draftNext, lookAtNext } from '../features/waves/next-waves/service.ts'
import { createProgramme, listProgrammes } from '../features/waves/programmes/service.ts'
import { changeDraft, scheduleWave } from '../features/waves/wave-drafts/service.ts'
import { quoteConsent } from './comments.ts'
import type { CustomerRow } from './companies.ts'
import { pageTimes } from './page-times.ts'
import type { Simulation } from './simulated-context.ts'
import { answersOf, normal } from './story.ts'
import type { PlannedWave } from './timeline.ts'
import { OPEN_DAYS } from './timeline.ts'

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

const PROGRAMME = 'Quarterly relationship survey'
const REMINDER_DAYS = [7, 14]

/** The first quarter makes the survey from the preset, and the programme that asks it from now on. */
async function firstDraft(
  ctx: Context,
  actor: StaffMember,
  regionIds: string[],
  wave: PlannedWave,
): Promise<WaveDetails> {
  const draft = await createSurvey(ctx, actor, {
    factorModel: 'ibm-six',
    quarter: wave.quarter,
    languages: ['en', 'vi'],
  })
  const closing = draft.definition.pages.at(-1)
  const last = { page: closing?.id ?? '', index: closing?.questions.length ?? 0 }
  const operations: SurveyOperation[] = [{ op: 'add-question', ...last, question: quoteConsent }]
  const { revision } = await saveSurvey(
    ctx,
    actor,
    { id: draft.id, revision: draft.revision, operations },
    actor.language,
  )
  await publishSurvey(ctx, actor, { id: draft.id, revision })
  const { id } = await createProgramme(ctx, actor, {
    name: PROGRAMME,
    surveyId: draft.id,
    regionIds,
    audience: { kinds: [], segments: [], seniorities: [] },
    design: { ...census, quotas: {} },
    reminders: { afterDays: REMINDER_DAYS },
    sending: { perHour: null },
    days: OPEN_DAYS,
  })
  return draftFromProgramme(ctx, actor, { id })
}

/** Every later quarter is drafted from the programme, and what changed since the last is confirmed. */
async function nextDraft(ctx: Context, actor: StaffMember, id: string): Promise<WaveDetails> {
  const { quarter, changes } = await lookAtNext(ctx, actor, id)
  return draftNext(ctx, actor, { id, quarter, confirmed: changes.map(({ key }) => key) })
}

/** Drafts the quarter's wave from the programme and launches it to every region. */
export async function launch(
  { ctx }: Simulation,
  actor: StaffMember,
  regionIds: string[],
  wave: PlannedWave,
): Promise<SurveyDefinition> {
  const programme = (await listProgrammes(ctx, actor)).find(({ kind }) => kind === 'quarterly')
  const drafted = programme
    ? await nextDraft(ctx, actor, programme.id)
    : await firstDraft(ctx, actor, regionIds, wave)
  const { id, revision, version, surveyId, audience, design, reminders, sending } = drafted
  const opensAt = ctx.clock.now().toISOString()
  const closesAt = wave.closesAt.toISOString()
  const plan = { regionIds, audience, design, reminders, sending, version, opensAt, closesAt }
  const changed = await changeDraft(ctx, actor, { id, revision, plan })
  await scheduleWave(ctx, actor, { id, revision: changed.revision }, actor.language)
  const asked = await publishedVersion(ctx, surveyId, version)
  if (!asked) throw new Error('the survey of the demonstration is gone')
  return asked.definition
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
  // The survey speaks two languages; the first that somebody knows is the one to write in.
  const language = row.languages.startsWith('vi') ? 'vi' : 'en'
  const values = answersOf(chanceOf(row, wave, 'what'), link.survey.definition, {
    region: row.region,
    language,
    accountLevel: normal(seededRandom(row.account_id)) * ACCOUNT_SPREAD,
    quarterIndex: wave.index,
  })
  const incoming = Object.fromEntries(
    Object.entries(values).map(([question, value]) => [question, { value, revision: 1 }]),
  )
  const pages = pageTimes(chanceOf(row, wave, 'pace'), link.survey.definition, values)
  const outcome = await submitByLink(ctx, link, () => incoming, language, { pages })
  if (outcome.faults) throw new Error(`the story gave a wrong answer: ${JSON.stringify(outcome.faults)}`)
}

/** Each person's own chance in each wave, so that nothing depends on who is asked first. */
function chanceOf(row: CustomerRow, wave: PlannedWave, what: string): RandomSource {
  return seededRandom(`${row.contact_id} ${wave.index} ${what}`)
}
