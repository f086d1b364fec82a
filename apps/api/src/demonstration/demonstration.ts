import type { StaffMember } from '@sixfold/contract/staff'
import { addQuarters, formatQuarter } from '@sixfold/domain/quarter'
import type { RandomSource } from '@sixfold/domain/random'
import { seededRandom } from '@sixfold/domain/random'
import { addDays, addHours } from 'date-fns'
import type { Context } from '../context.ts'
import { beginLooksAfter } from '../features/calls/due/service.ts'
import type { RegionRow } from '../features/house/organisation/service.ts'
import {
  createOrganisation,
  ensureRegion,
  markDemonstrationMade,
} from '../features/house/organisation/service.ts'
import { createMember } from '../features/house/staff/service.ts'
import { arrive, askAfterEvents, lookBack, momentsOf, writeAgendas } from './afterwards.ts'
import { askBlind } from './blind-survey.ts'
import { answerFromCalendars, CALENDAR_ANSWERS_HOURS_AGO } from './calendar-answers.ts'
import { callingMorning, makeCalls, prepareCalls } from './calls.ts'
import { proposeWords, writeRules } from './case-rules.ts'
import { caseMoments, handCases, liveMoment, openFromTalk } from './cases.ts'
import { sortComments } from './comments.ts'
import type { CustomerRow } from './companies.ts'
import { demonstrationRegions, regionCustomers } from './companies.ts'
import { studyCompetitors } from './competitors.ts'
import { answerPoll, beginPoll, POLL_ANSWERED_DAYS_AGO, POLL_BEGAN_DAYS_AGO } from './date-polls.ts'
import { dealRows } from './deals.ts'
import type { PlannedEvent } from './events.ts'
import { anchorOf, answerLetters, planAndInvite, planEvents } from './events.ts'
import { giveUpSeat, lastMorning, takePartRemotely } from './hybrid.ts'
import { importRows } from './import.ts'
import { liveMorning, prepareRoom } from './live-rooms.ts'
import { draftNextSurvey } from './next-survey.ts'
import { sayWhatWasDone, stateNotice } from './notices.ts'
import { ownVisits, visitOwnPage } from './own-pages.ts'
import { casesOfQuarter, closePast, openPast, reopenPast } from './past-cases.ts'
import { hireColleagues, purchasesBetween, purchasesUntil } from './record.ts'
import { settleRequirements, writeDown } from './requirements.ts'
import { DEMONSTRATION_SIGN_IN } from './sign-in.ts'
import type { Simulation } from './simulated-context.ts'
import { simulate } from './simulated-context.ts'
import { setTables } from './tables.ts'
import { askTheSilent } from './tasks.ts'
import { planWaves } from './timeline.ts'
import {
  MAILED_AFTER_DAYS,
  mailReports,
  READ_AFTER_DAYS,
  readByBoard,
  scheduleReports,
  shareWithBoard,
} from './told-results.ts'
import { decideAnswers, giveAnswers, launch } from './waves.ts'
import { arrangeYear, planConferences } from './year.ts'

const SEED = 'Hải Vân Controls'
/** Last night's file: what becomes due from it is still to be asked. */
const PURCHASES_KNOWN_SINCE_HOURS = 20
const CALLS_SINCE_DAYS = 60
const COMPETITORS_TRIED_HOURS_AGO = 10
const DEALS_KNOWN_SINCE_HOURS = 9
const REQUIREMENTS_SETTLED_DAYS_AGO = 3
/** South: its round tables show a live room. */
const LIVE_REGION = 1
const LETTERS_READ_AFTER_HOURS = [6, 30, 54, 150, 300]

/** One thing that happens in the demonstration's past. */
interface Happening {
  at: Date
  happen(): Promise<void>
}

/** Makes the demonstration organisation: its past is lived through the same services as real data, with simulated time. */
export async function createDemonstration(
  real: Context,
  { onProgress }: { onProgress: (step: string) => void },
): Promise<void> {
  const now = real.clock.now()
  const random = seededRandom(SEED)
  const waves = planWaves(now)
  const first = waves[0]
  if (!first) throw new Error('the demonstration has no wave')
  const simulation = simulate(real, addDays(first.launchAt, -10))
  const { admin, regions } = await createHouse(simulation, now)
  await stateNotice(simulation, admin)

  const signedOn = dayOf(addDays(first.launchAt, -30))
  const customers = demonstrationRegions.flatMap(region => regionCustomers(random, region, signedOn))
  const past = new Past(simulation, now)
  // The second half of the contacts joins after the first wave: the contact policy then makes the two take turns.
  past.add(addDays(first.launchAt, -9), () => importRows(simulation, admin, 'contacts', rowsOf(customers, 0)))
  past.add(addDays(first.launchAt, 20), () => importRows(simulation, admin, 'contacts', rowsOf(customers, 1)))

  const all = customers.map(({ row }) => row)
  const purchases = purchasesUntil(dayOf(addDays(now, -1)), all)
  past.add(addHours(now, -PURCHASES_KNOWN_SINCE_HOURS), () =>
    importRows(simulation, admin, 'installations', purchases),
  )
  // Answers are told apart by what an account had bought when it was asked.
  for (const [number, { launchAt }] of waves.entries()) {
    const from = number === 0 ? '' : dayOf(waves[number - 1]?.launchAt ?? launchAt)
    const bought = purchasesBetween(purchases, { from, until: dayOf(launchAt) })
    if (bought.length > 0)
      past.add(addHours(launchAt, -2), () => importRows(simulation, admin, 'installations', bought))
  }

  const morning = callingMorning(now)
  past.add(addDays(morning, -1), async () => {
    const known = dayOf(addDays(morning, -1))
    const bought = purchases.filter(({ installed_on }) => installed_on !== '' && installed_on < known)
    await importRows(simulation, admin, 'installations', bought)
    await prepareCalls(simulation, admin, regions)
  })
  past.add(morning, () => makeCalls(simulation, admin))

  past.add(addHours(now, -COMPETITORS_TRIED_HOURS_AGO), () => studyCompetitors(simulation.ctx, admin))
  past.add(addHours(now, -DEALS_KNOWN_SINCE_HOURS), () =>
    importRows(simulation, admin, 'deals', dealRows(all, dayOf(now))),
  )

  const byEmail = new Map(customers.map(({ row }) => [row.email, row]))
  for (const wave of waves) {
    past.add(wave.launchAt, async () => {
      onProgress(`quarter ${formatQuarter(wave.quarter)}`)
      const regionIds = regions.map(({ _id }) => _id)
      await launch(simulation, admin, regionIds, wave)
    })
    // Letters leave over days: each region has its own working hours, and some people may be asked only later.
    for (const hours of LETTERS_READ_AFTER_HOURS) {
      const sentAt = addHours(wave.launchAt, hours)
      past.add(sentAt, async () => {
        for (const [at, answers] of await decideAnswers(simulation, wave, byEmail, sentAt))
          if (at < wave.closesAt.getTime()) past.add(new Date(at), () => giveAnswers(simulation, answers))
      })
    }
    past.add(addHours(wave.closesAt, -1), () => askTheSilent(simulation, admin))
    // What comes later than that lies unread until it is too late.
    past.add(wave.closesAt, async () => void (await simulation.takeLinks('survey-invitation')))
  }
  for (const [number, event] of planEvents(now, regions).entries()) {
    addEvent(past, simulation, admin, random, event)
    past.add(new Date(`${event.date}T12:00:00Z`), () => writeDown(simulation.ctx, admin, event, number))
  }
  const visits = seededRandom(`${SEED} visits`)
  past.add(addDays(first.launchAt, -8), () =>
    askAfterEvents(
      simulation,
      admin,
      regions.map(({ _id }) => _id),
    ),
  )
  for (const event of planEvents(now, regions)) {
    const { arriveAt, lookBackAt } = momentsOf(event)
    past.add(arriveAt, () => arrive(simulation, visits, event))
    past.add(lookBackAt, () => lookBack(simulation, admin, visits, event))
  }
  const hall = seededRandom(`${SEED} live rooms`)
  const inHall = planEvents(now, regions).filter(({ region }) => region._id === regions[LIVE_REGION]?._id)
  // Two of them, so that the later one can say what was answered last time.
  for (const event of inHall.filter(({ date }) => date < dayOf(now)).slice(-2))
    for (const { at, happen } of liveMorning(simulation, admin, hall, event)) past.add(at, happen)
  const lastClosed = waves.findLast(({ closesAt }) => closesAt < now)
  if (lastClosed)
    past.add(addHours(lastClosed.closesAt, 2), () =>
      askBlind(
        simulation,
        admin,
        regions.map(({ _id }) => _id),
        lastClosed,
      ),
    )
  if (lastClosed) {
    const { closesAt } = lastClosed
    past.add(addDays(closesAt, -3), () => scheduleReports(simulation, admin))
    past.add(addDays(closesAt, MAILED_AFTER_DAYS), () => mailReports(simulation))
    past.add(addDays(closesAt, MAILED_AFTER_DAYS), async () => {
      const linkId = await shareWithBoard(simulation, admin, lastClosed)
      if (linkId) past.add(addDays(closesAt, READ_AFTER_DAYS), () => readByBoard(simulation, linkId))
    })
  }
  past.add(addDays(now, -REQUIREMENTS_SETTLED_DAYS_AGO), () => settleRequirements(simulation.ctx, admin))
  // Drawn apart, so that the rest of the story stays as it is.
  const chance = seededRandom(`${SEED} conferences`)
  for (const event of planConferences(now, regions)) {
    addEvent(past, simulation, admin, chance, event)
    if (!event.seating) continue
    past.add(addDays(event.answerAt, 2), () => takePartRemotely(simulation, event))
    past.add(lastMorning(now), () => giveUpSeat(simulation, event))
  }
  past.add(addDays(now, -POLL_BEGAN_DAYS_AGO), async () => {
    const [region] = regions
    const id = region ? await beginPoll(simulation, admin, region, now) : null
    if (id) past.add(addDays(now, -POLL_ANSWERED_DAYS_AGO), () => answerPoll(simulation, admin, id))
  })
  past.add(addHours(now, -CALENDAR_ANSWERS_HOURS_AGO), async () => {
    for (const region of regions) await answerFromCalendars(simulation, region)
  })
  for (const visit of ownVisits)
    past.add(addDays(now, -visit.daysAgo), () => visitOwnPage(simulation.ctx, visit, all))
  for (const one of waves.flatMap(wave => casesOfQuarter(wave, all)))
    past.add(one.openAt, async () => {
      const id = await openPast(simulation, admin, one)
      if (id === null) return
      past.add(one.closeAt, () => closePast(simulation, admin, id))
      if (one.reopenAt === null) return
      past.add(one.reopenAt, () => reopenPast(simulation, admin, id))
      past.add(addDays(one.reopenAt, 3), () => closePast(simulation, admin, id))
    })
  for (const moment of caseMoments)
    past.add(addDays(now, -moment.daysAgo), () => liveMoment(simulation, admin, moment))
  for (const one of handCases)
    past.add(addDays(now, -one.daysAgo), () => openFromTalk(simulation, admin, one, all))
  await past.live()
  await writeRules(simulation.ctx, admin)
  await proposeWords(simulation.ctx, admin)
  await writeAgendas(
    simulation,
    admin,
    planEvents(now, regions).filter(({ date }) => date > dayOf(now)),
  )
  const nextInHall = inHall.find(({ date }) => date > dayOf(now))
  if (nextInHall) await prepareRoom(simulation, admin, nextInHall)
  await setTables(
    simulation.ctx,
    admin,
    planEvents(now, regions).filter(({ date }) => date > dayOf(now)),
  )
  await arrangeYear(simulation.ctx, admin, regions)
  const next = addQuarters(waves.at(-1)?.quarter ?? first.quarter, 1)
  await draftNextSurvey(simulation, admin, next, all)
  await sayWhatWasDone(simulation, admin)
  await sortComments(simulation.ctx, admin)
  // The first daily look finds what became due, and what nobody was called about, in the last two months.
  await beginLooksAfter(simulation.ctx, dayOf(addDays(now, -CALLS_SINCE_DAYS)))
  await markDemonstrationMade(simulation.ctx)
}

/** What happens until now, in the order of time; things may be added while it goes on. */
class Past {
  private happenings: Happening[] = []
  private readonly simulation: Simulation
  private readonly now: Date

  constructor(simulation: Simulation, now: Date) {
    this.simulation = simulation
    this.now = now
  }

  add(at: Date, happen: () => Promise<void>): void {
    if (at > this.now) return
    const place = this.happenings.findIndex(other => other.at > at)
    this.happenings.splice(place < 0 ? this.happenings.length : place, 0, { at, happen })
  }

  async live(): Promise<void> {
    for (let next = this.happenings.shift(); next; next = this.happenings.shift()) {
      await this.simulation.goTo(next.at)
      await next.happen()
    }
    await this.simulation.goTo(this.now)
  }
}

function addEvent(
  past: Past,
  simulation: Simulation,
  admin: StaffMember,
  random: RandomSource,
  event: PlannedEvent,
): void {
  past.add(event.planAt, () => planAndInvite(simulation, admin, random, event))
  past.add(event.answerAt, () => answerLetters(simulation, random))
}

async function createHouse(
  { ctx }: Simulation,
  now: Date,
): Promise<{ admin: StaffMember; regions: RegionRow[] }> {
  await createOrganisation(ctx, {
    name: 'Hải Vân Controls',
    zone: 'Asia/Ho_Chi_Minh',
    demonstration: 'unfinished',
  })
  const regions: RegionRow[] = []
  for (const [index, { name, country, zone, everyMonths }] of demonstrationRegions.entries())
    regions.push(await ensureRegion(ctx, { name, country, zone, everyMonths, anchor: anchorOf(now, index) }))
  const admin = await createMember(ctx, {
    ...DEMONSTRATION_SIGN_IN,
    name: 'Lê An',
    language: 'en',
    role: 'administrator',
    regions: 'all',
  })
  await hireColleagues(ctx, regions)
  return { admin, regions }
}

const dayOf = (instant: Date) => instant.toISOString().slice(0, 10)

function rowsOf(customers: readonly { row: CustomerRow; panel: 0 | 1 }[], panel: 0 | 1): CustomerRow[] {
  return customers.filter(customer => customer.panel === panel).map(({ row }) => row)
}
