import type { CallOutcome } from '@sixfold/contract/calls'
import type { StaffMember } from '@sixfold/contract/staff'
import { ibmSix } from '@sixfold/domain/factor-models/ibm-six'
import { addLocalDays } from '@sixfold/domain/local-date'
import { can } from '@sixfold/domain/permissions'
import type { RandomSource } from '@sixfold/domain/random'
import { seededRandom } from '@sixfold/domain/random'
import { factorQuestionId } from '@sixfold/domain/survey/preset'
import { wallTimeIn } from '@sixfold/domain/wall-time'
import { addDays, subDays } from 'date-fns'
import { findMembers } from '../auth/members.ts'
import type { Context } from '../context.ts'
import { listCallDesks, saveCallDesk } from '../features/calls/call-desks/service.ts'
import { agreeToCall, beginCall, complainOnCall, endCall } from '../features/calls/calls/service.ts'
import { currentLook, lookAgain } from '../features/calls/due/service.ts'
import type { DueRow } from '../features/calls/due-records/service.ts'
import { dueBook } from '../features/calls/due-records/service.ts'
import { findInstallationsSince } from '../features/customers/installations/service.ts'
import type { RegionRow } from '../features/house/organisation/service.ts'
import { createSurvey, publishSurvey } from '../features/surveys/surveys/service.ts'
import { launchWave } from '../features/waves/wave-drafts/service.ts'
import type { Simulation } from './simulated-context.ts'

const KIND = 'installation_call'
/** Somebody calls on a morning of a working day some days ago; the rest of what is due is still to be called. */
const CALLED_DAYS_AGO = 3
const CALLED_AT_HOUR = 3
const CALLS = 14
const SURVEY_DAYS = 80

/** The last Tuesday, Wednesday or Thursday morning in Vietnam that lies some days back. */
export function callingMorning(now: Date): Date {
  let day = subDays(now, CALLED_DAYS_AGO)
  while (![2, 3, 4].includes(day.getUTCDay())) day = subDays(day, 1)
  return new Date(Date.UTC(day.getUTCFullYear(), day.getUTCMonth(), day.getUTCDate(), CALLED_AT_HOUR))
}

/** What is asked on the telephone, and who calls in which language. */
export async function prepareCalls({ ctx }: Simulation, actor: StaffMember, regions: readonly RegionRow[]) {
  const now = ctx.clock.now()
  const { id: surveyId, revision } = await createSurvey(ctx, actor, {
    kind: 'call',
    factorModel: 'ibm-six',
    quarter: { year: now.getUTCFullYear(), quarter: quarterOfMonth(now.getUTCMonth()) },
    languages: ['vi', 'en'],
  })
  const { number: version } = await publishSurvey(ctx, actor, { id: surveyId, revision })
  const regionIds = regions.map(({ _id }) => _id)
  const closesAt = addDays(now, SURVEY_DAYS).toISOString()
  await launchWave(ctx, actor, { surveyId, version, regionIds, closesAt }, actor.language)
  const { members } = await listCallDesks(ctx, actor)
  const colleagues = (await findMembers(ctx)).filter(({ id }) => members.some(member => member.id === id))
  for (const { _id: regionId } of regions) {
    const own = colleagues.filter(one => one.regions !== 'all' && can(one, 'call.make', { regionId }))
    const desks = (['vi', 'en'] as const).map(language => ({
      language,
      memberIds: own.filter(one => one.language === language).map(({ id }) => id),
    }))
    await saveCallDesk(ctx, actor, { regionId, revision: 0, desks })
  }
}

/** A morning of calls: some people speak, some are not reached, some ask to be called back. */
export async function makeCalls({ ctx }: Simulation, admin: StaffMember): Promise<void> {
  const { look } = await currentLook(ctx)
  const bought = await findInstallationsSince(ctx, {
    kind: KIND,
    from: addLocalDays(look.day, -119),
    until: addLocalDays(look.day, -90),
    after: null,
    limit: 500,
  })
  await lookAgain(
    ctx,
    bought.map(({ accountId }) => accountId),
  )
  const search = { states: ['due'] as const, regionIds: null }
  const rows = await dueBook.listDueRows(ctx, KIND, search, { after: null, limit: 60 })
  const colleagues = (await findMembers(ctx)).filter(({ regions }) => regions !== 'all')
  let made = 0
  for (const row of rows) {
    if (made === CALLS) break
    const caller = colleagues.find(one => can(one, 'call.make', row)) ?? admin
    const begun = await beginCall(ctx, caller, row._id).catch(() => null)
    if (!begun?.begun) continue
    await tellHow(ctx, caller, row, made)
    made += 1
  }
}

const outcomes: readonly CallOutcome[] = [
  'made',
  'no_answer',
  'made',
  'call_back',
  'made',
  'busy',
  'not_wanted',
]

async function tellHow(ctx: Context, caller: StaffMember, row: DueRow, at: number): Promise<void> {
  const outcome = outcomes[at % outcomes.length] ?? 'made'
  const { _id: id } = row
  if (outcome !== 'made') {
    const date = addLocalDays(wallTimeIn(ctx.clock.now(), 'Asia/Ho_Chi_Minh').date, 9)
    await endCall(ctx, caller, {
      id,
      outcome,
      ...(outcome === 'not_wanted' ? { refusal: 'no_time' } : {}),
      ...(outcome === 'call_back' ? { callBack: { date, time: '10:00' }, note: 'On a business trip' } : {}),
    }).catch(() => endCall(ctx, caller, { id, outcome: 'no_answer' }))
    return
  }
  await agreeToCall(ctx, caller, id)
  const random = seededRandom(`call ${row.accountId} ${row.productId}`)
  if (at === 0)
    await complainOnCall(ctx, caller, {
      id,
      form: 'demonstration-call',
      text: 'The spare filter was promised for the week of the installation and has not come yet.',
      factor: 'delivery',
      severity: 'normal',
    })
  await endCall(ctx, caller, { id, outcome, submit: { language: 'en', answers: answersOf(random) } })
}

function answersOf(random: RandomSource) {
  return [
    ...ibmSix.factors.map(({ key }) => ({
      question: factorQuestionId(key, null),
      value: 2 + random.below(4),
      revision: 1,
    })),
    { question: 'recommend', value: 5 + random.below(6), revision: 1 },
  ]
}

const quarterOfMonth = (month: number) => (Math.floor(month / 3) + 1) as 1 | 2 | 3 | 4
