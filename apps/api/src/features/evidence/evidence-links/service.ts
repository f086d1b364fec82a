import type { EvidenceLinksView } from '@sixfold/contract/evidence-links'
import type { StaffMember } from '@sixfold/contract/staff'
import { relateDeals } from '@sixfold/domain/evidence/deal-links'
import type { EventEcho } from '@sixfold/domain/evidence/event-links'
import { relateEventsByRegion } from '@sixfold/domain/evidence/event-links'
import { hiddenRegions } from '@sixfold/domain/evidence/hidden-regions'
import type { CaseFact, HeardScore } from '@sixfold/domain/evidence/source-links'
import { relateCases } from '@sixfold/domain/evidence/source-links'
import type { FactorModel } from '@sixfold/domain/factor-model'
import { factorIndex } from '@sixfold/domain/factor-model'
import { can } from '@sixfold/domain/permissions'
import { quarterRange } from '@sixfold/domain/quarter'
import { seededRandom } from '@sixfold/domain/random'
import { scoreOf } from '@sixfold/domain/roundtables/weak-factors'
import { wallTimeIn } from '@sixfold/domain/wall-time'
import { addHours } from 'date-fns/addHours'
import { min } from 'date-fns/min'
import { subYears } from 'date-fns/subYears'
import type { Context } from '../../../context.ts'
import { AppError } from '../../../errors.ts'
import { inSteps } from '../../../jobs/give-way.ts'
import { enqueue } from '../../../jobs/worker.ts'
import type { CaseRow } from '../../cases/case-records/service.ts'
import { findCases } from '../../cases/case-records/service.ts'
import { listRegions, readOrganisation } from '../../house/organisation/service.ts'
import type { AnsweredWave } from '../../results/account-answers/service.ts'
import { answeredWaves } from '../../results/account-answers/service.ts'
import { SCOREBOARD_CONFIDENCE } from '../../results/scoreboards/service.ts'
import { accountsAtEvent } from '../../roundtables/afterwards/service.ts'
import { findEndingAfter } from '../../roundtables/event-records/service.ts'
import { findFactorModel } from '../../surveys/factor-models/service.ts'
import { publishedVersion } from '../../surveys/survey-versions/service.ts'
import { waveBook } from '../../waves/wave-records/service.ts'
import { dealFacts, quarterReader } from '../deal-records/service.ts'
import type { LinksOfPart, LinksRow } from './store.ts'
import { findLinks, storeLinks } from './store.ts'

/** Quarters that are looked back on. */
const QUARTERS = 12
const YEARS = QUARTERS / 4
/** It is worked out anew when somebody looks at what is older than this. */
const LASTS_HOURS = 12
const AT_ONCE = 500
/** Rises when less is shown than before: what stands from an earlier one is not read any more. */
const EDITION = 2
const DAY = 86_400_000

/** What goes along with what, as last worked out; asks for it anew when it is old. */
export async function readLinks(
  ctx: Context,
  actor: StaffMember,
  { regionId }: { regionId?: string | undefined },
): Promise<EvidenceLinksView> {
  if (!can(actor, 'scoreboard.read', { regionId: regionId ?? null })) throw new AppError('not_found')
  if (regionId !== undefined && !(await listRegions(ctx)).some(({ _id }) => _id === regionId))
    throw new AppError('not_found')
  const [stored, { minimumCell }] = await Promise.all([findLinks(ctx), readOrganisation(ctx)])
  const row = stored?.edition === EDITION ? stored : null
  const outdated = !row || addHours(row.at, LASTS_HOURS) <= ctx.clock.now()
  if (outdated) await workOutLater(ctx, stored)
  const part = row?.parts.find(one => one.regionId === (regionId ?? null))
  const model = row && (await findFactorModel(ctx, row.model))
  const empty = {
    regionId: regionId ?? null,
    confidence: SCOREBOARD_CONFIDENCE,
    minimumCell,
    at: row?.at.toISOString() ?? null,
    outdated,
    quarters: row?.quarters.map(quarter => ({ ...quarter })) ?? [],
    cases: null,
    deals: null,
    events: null,
  }
  if (!row) return { ...empty, state: 'coming' }
  if (!part || !model) return { ...empty, state: 'nothing' }
  const thing = { regionId: regionId ?? null }
  const { events, ...beforeAfter } = part.events
  return {
    ...empty,
    state: 'ready',
    cases: can(actor, 'case.read', thing) ? namedIn(model, part.cases) : null,
    deals: can(actor, 'deal.read', thing) ? namedIn(model, part.deals) : null,
    events: can(actor, 'roundtable.read', thing) ? { count: events, ...beforeAfter } : null,
  }
}

function namedIn<Relation extends { factor: string }>(
  model: FactorModel,
  { count, relations }: { count: number; relations: readonly Relation[] },
) {
  const named = relations.map(relation => ({
    ...relation,
    name: { ...model.factors.find(({ key }) => key === relation.factor)?.name },
    index: factorIndex(model, relation.factor),
  }))
  return { count, relations: named }
}

export const WORK_OUT_LINKS = 'evidence-links.work-out'

/** Asks for it once, however many ask meanwhile. */
async function workOutLater(ctx: Context, last: LinksRow | null): Promise<void> {
  await enqueue(ctx, {
    kind: WORK_OUT_LINKS,
    key: `evidence-links:${last?.at.toISOString() ?? 'first'}`,
    payload: {},
    runAt: ctx.clock.now(),
  })
}

/** Works out how cases, deals and round tables go along with what the same accounts say, of everybody and of every region. */
export async function workOutLinks(ctx: Context): Promise<void> {
  const waves = await answeredWaves(ctx, QUARTERS)
  const latest = waves.at(-1)
  const at = ctx.clock.now()
  const model = latest ? await modelOf(ctx, latest.id) : null
  if (!latest || !model) {
    await storeLinks(ctx, {
      _id: 'links',
      edition: EDITION,
      at,
      quarters: [],
      model: { key: '', version: 0 },
      parts: [],
    })
    return
  }
  const sources = {
    waves,
    factors: latest.factors,
    cases: await caseFactsSince(ctx, subYears(at, YEARS)),
    deals: await dealFacts(ctx, null),
    events: await eventEchoes(ctx, waves),
    minimumCell: (await readOrganisation(ctx)).minimumCell,
  }
  const regionIds = (await listRegions(ctx)).map(({ _id }) => _id)
  const scores = waves.flatMap(({ quarter, answers }) => accountScores(quarter, answers))
  const together = { regionIds, confidence: SCOREBOARD_CONFIDENCE }
  const { minimumCell } = sources
  const deals = relateDeals({ ...sources, ...together, scores })
  const events = relateEventsByRegion({ ...together, events: sources.events, minimum: minimumCell })
  const hidden = hiddenRegions(peopleBehind(scores, regionIds), minimumCell)
  const parts: LinksOfPart[] = []
  for (const regionId of [null, ...regionIds]) {
    const [ownDeals, ownEvents] = [deals.get(regionId), events.get(regionId)]
    if (!ownDeals || !ownEvents) continue
    const count = sources.deals.filter(deal => regionId === null || deal.regionId === regionId).length
    parts.push({
      regionId,
      cases: await relateCasesOf({ ...sources, scores }, regionId, regionId !== null && hidden.has(regionId)),
      deals: { count, relations: ownDeals },
      events: ownEvents,
    })
  }
  await storeLinks(ctx, {
    _id: 'links',
    edition: EDITION,
    at,
    quarters: waves.map(({ quarter }) => ({ ...quarter })),
    model,
    parts,
  })
}

async function modelOf(ctx: Context, waveId: string): Promise<LinksRow['model'] | null> {
  const wave = await waveBook.findWave(ctx, waveId)
  const version = wave && (await publishedVersion(ctx, { surveyId: wave.surveyId, number: wave.version }))
  return version ? { ...version.definition.factorModel } : null
}

interface Sources {
  waves: readonly AnsweredWave[]
  factors: readonly string[]
  cases: readonly (CaseFact & { regionId: string })[]
  deals: Awaited<ReturnType<typeof dealFacts>>
  events: readonly (EventEcho & { regionId: string })[]
  minimumCell: number
}

async function relateCasesOf(
  { factors, minimumCell, ...sources }: Sources & { scores: readonly HeardScore[] },
  regionId: string | null,
  isHidden: boolean,
): Promise<LinksOfPart['cases']> {
  const own = <Of extends { regionId: string }>(list: readonly Of[]) =>
    list.filter(one => regionId === null || one.regionId === regionId)
  const cases = own(sources.cases)
  return {
    count: cases.length,
    relations: await inSteps(
      relateCases({
        cases,
        // An account is heard in one region; of all regions it counts once, with what its people said in all of them.
        scores: isHidden ? [] : regionId === null ? acrossRegions(sources.scores) : own(sources.scores),
        factors,
        confidence: SCOREBOARD_CONFIDENCE,
        leastAccounts: minimumCell,
        random: seededRandom(`cases ${regionId}`),
      }),
    ),
  }
}

/** Net satisfaction of each account of a region with each factor in a quarter: the mean over its people. */
function accountScores(quarter: AnsweredWave['quarter'], answers: AnsweredWave['answers']): HeardScore[] {
  const heard = new Map<
    string,
    Omit<HeardScore, 'quarter' | 'value'> & { people: string[]; points: number[] }
  >()
  for (const { accountId, contactId, regionId, factors } of answers)
    for (const [factor, points] of Object.entries(factors)) {
      const key = JSON.stringify([factor, accountId, regionId])
      const people: string[] = []
      const known = heard.get(key) ?? { accountId, regionId, factor, people, respondents: people, points: [] }
      known.people.push(contactId)
      known.points.push(points)
      heard.set(key, known)
    }
  return [...heard.values()].map(({ points, people, ...of }) => ({
    ...of,
    respondents: [...new Set(people)],
    quarter,
    value: 25 * (points.reduce((sum, one) => sum + one, 0) / points.length - 1),
  }))
}

/** One score of an account, factor and quarter: of people in several regions their mean. */
function acrossRegions(scores: readonly HeardScore[]): HeardScore[] {
  const groups = Map.groupBy(scores, ({ accountId, factor, quarter }) =>
    JSON.stringify([accountId, factor, quarter]),
  )
  return [...groups.values()].flatMap(group => {
    const [first] = group
    const people = group.reduce((sum, { respondents }) => sum + respondents.length, 0)
    const total = group.reduce((sum, { value, respondents }) => sum + value * respondents.length, 0)
    return first ? [{ ...first, value: total / people }] : []
  })
}

function peopleBehind(scores: readonly HeardScore[], regionIds: readonly string[]) {
  return regionIds.map(regionId => {
    const own = scores.filter(score => score.regionId === regionId)
    return {
      regionId,
      people: new Set(own.flatMap(({ respondents }) => respondents)).size,
      accounts: own.map(({ accountId }) => accountId),
    }
  })
}

async function caseFactsSince(ctx: Context, openedFrom: Date): Promise<(CaseFact & { regionId: string })[]> {
  const [{ zone, fiscalStartMonth }, quarterOf] = await Promise.all([
    readOrganisation(ctx),
    quarterReader(ctx),
  ])
  const calendar = { startMonth: fiscalStartMonth, yearNaming: 'start' as const }
  const now = ctx.clock.now()
  const facts: (CaseFact & { regionId: string })[] = []
  for (let after: CaseRow | null = null; ; ) {
    const page: CaseRow[] = await findCases(ctx, { regionIds: null, openedFrom }, { after, limit: AT_ONCE })
    for (const row of page) {
      // It goes on in another case.
      if (row.state === 'merged') continue
      const quarter = quarterOf(wallTimeIn(row.openedAt, zone).date)
      const ends = new Date(`${quarterRange(quarter, calendar).until}T00:00:00Z`)
      const until = min([row.closed?.at ?? row.resolvedAt ?? now, ends, now])
      facts.push({
        accountId: row.accountId,
        regionId: row.regionId,
        quarter,
        reopened: row.entries.some(({ what }) => what === 'disputed' || what === 'reopened'),
        days: Math.max(0, until.getTime() - row.openedAt.getTime()) / DAY,
      })
    }
    after = page.at(-1) ?? null
    if (page.length < AT_ONCE) return facts
  }
}

/** Round tables that lie between two closed waves of their region, the earliest first. */
async function eventEchoes(
  ctx: Context,
  waves: readonly AnsweredWave[],
): Promise<(EventEcho & { regionId: string })[]> {
  const [first] = waves
  if (!first) return []
  const rows = await findEndingAfter(ctx, first.closesAt)
  const echoes: (EventEcho & { regionId: string })[] = []
  for (const row of rows.toSorted((a, b) => a.startsAt.getTime() - b.startsAt.getTime())) {
    const asked = waves.filter(({ regionIds }) => regionIds.includes(row.regionId))
    const before = asked.findLast(({ closesAt }) => closesAt <= row.startsAt)
    const after = asked.find(({ opensAt }) => opensAt >= row.endsAt)
    if (!before || !after) continue
    const factors = before.factors.filter(factor => after.factors.includes(factor))
    echoes.push({
      regionId: row.regionId,
      groups: await accountsAtEvent(ctx, row._id),
      before: scoresIn(before, row.regionId, factors),
      after: scoresIn(after, row.regionId, factors),
    })
  }
  return echoes
}

function scoresIn(
  { answers }: AnsweredWave,
  regionId: string,
  factors: readonly string[],
): Map<string, number[]> {
  const scores = new Map<string, number[]>()
  for (const one of answers) {
    if (one.regionId !== regionId) continue
    const own = Object.entries(one.factors).filter(([factor]) => factors.includes(factor))
    const score = scoreOf(Object.fromEntries(own))
    if (score !== null) scores.set(one.accountId, [...(scores.get(one.accountId) ?? []), score])
  }
  return scores
}
