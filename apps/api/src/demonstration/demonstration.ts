import type { StaffMember } from '@sixfold/contract/staff'
import { formatQuarter } from '@sixfold/domain/quarter'
import type { RandomSource } from '@sixfold/domain/random'
import { seededRandom } from '@sixfold/domain/random'
import { addDays, addHours } from 'date-fns'
import type { Context } from '../context.ts'
import { createOrganisation, ensureRegion, markDemonstrationMade } from '../features/organisation/service.ts'
import type { RegionRow } from '../features/organisation/service.ts'
import { createMember } from '../features/staff/service.ts'
import type { CustomerRow } from './companies.ts'
import { demonstrationRegions, regionCustomers } from './companies.ts'
import type { PlannedEvent } from './events.ts'
import { anchorOf, answerLetters, planAndInvite, planEvents } from './events.ts'
import { importCustomers } from './import.ts'
import type { Simulation } from './simulated-context.ts'
import { simulate } from './simulated-context.ts'
import { planWaves } from './timeline.ts'
import type { DueAnswer } from './waves.ts'
import { decideAnswers, giveAnswer, launch } from './waves.ts'

/** Known to everybody: it is printed at every start of a demonstration. */
export const DEMONSTRATION_SIGN_IN = { email: 'admin@sixfold.example', password: 'sixfold demonstration' }

const SEED = 'Hải Vân Controls'

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

  const customers = demonstrationRegions.flatMap(region => regionCustomers(random, region))
  const past = new Past(simulation, now)
  // The second half of the contacts joins after the first wave: the contact policy then makes the two take turns.
  past.add(addDays(first.launchAt, -9), () => importCustomers(simulation, admin, rowsOf(customers, 0)))
  past.add(addDays(first.launchAt, 20), () => importCustomers(simulation, admin, rowsOf(customers, 1)))

  const byEmail = new Map(customers.map(({ row }) => [row.email, row]))
  const levels = new Map<string, number>()
  for (const wave of waves) {
    past.add(wave.launchAt, async () => {
      onProgress(`quarter ${formatQuarter(wave.quarter)}`)
      const regionIds = regions.map(({ _id }) => _id)
      await launch(simulation, admin, regionIds, wave)
    })
    // Letters leave over two days, because each region has its own working hours.
    for (const hours of [6, 30, 54]) {
      const sentAt = addHours(wave.launchAt, hours)
      past.add(sentAt, async () => {
        const due = decideAnswers(simulation, random, wave, byEmail, levels, sentAt)
        for (const answer of due) past.add(answer.at, () => answerOnce(simulation, random, answer))
      })
    }
  }
  for (const event of planEvents(now, regions)) addEvent(past, simulation, admin, random, event)
  await past.live()
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

async function answerOnce(simulation: Simulation, random: RandomSource, answer: DueAnswer): Promise<void> {
  if (answer.at < answer.wave.closesAt) await giveAnswer(simulation, random, answer)
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
  return { admin, regions }
}

function rowsOf(customers: readonly { row: CustomerRow; panel: 0 | 1 }[], panel: 0 | 1): CustomerRow[] {
  return customers.filter(customer => customer.panel === panel).map(({ row }) => row)
}
