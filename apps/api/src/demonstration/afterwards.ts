import type { AgendaItemInput } from '@sixfold/contract/agendas'
import type { StaffMember } from '@sixfold/contract/staff'
import { quarterOf } from '@sixfold/domain/quarter'
import type { RandomSource } from '@sixfold/domain/random'
import { census } from '@sixfold/domain/sampling/sample-design'
import { checkIn } from '@sixfold/domain/seats/seat-arrivals'
import type { SeatLedger } from '@sixfold/domain/seats/seat-ledger'
import { addDays, subHours } from 'date-fns'
import { followLink, submitByLink } from '../features/answering/respond/service.ts'
import { changeSeats } from '../features/guests/seats/service.ts'
import { saveAfterwards } from '../features/roundtables/afterwards/service.ts'
import { proposeFor, saveAgenda } from '../features/roundtables/agendas/service.ts'
import { findGuestEvent, findRoundtables } from '../features/roundtables/event-records/service.ts'
import { createSurvey, publishSurvey } from '../features/surveys/surveys/service.ts'
import { createProgramme } from '../features/waves/programmes/service.ts'
import type { PlannedEvent } from './events.ts'
import type { Simulation } from './simulated-context.ts'
import { statements } from './statements.ts'

const CAME = 0.86
const ANSWERS = 0.6
const OPEN_DAYS = 14

/** The survey that asks those who came to an event, in every region. */
export async function askAfterEvents(
  { ctx }: Simulation,
  actor: StaffMember,
  regionIds: string[],
): Promise<void> {
  const today = ctx.clock.now().toISOString().slice(0, 10)
  const { id: surveyId, revision } = await createSurvey(ctx, actor, {
    kind: 'post_event',
    factorModel: 'event',
    quarter: quarterOf(today, { startMonth: 1, yearNaming: 'start' }),
    languages: ['en', 'vi'],
  })
  await publishSurvey(ctx, actor, { id: surveyId, revision })
  await createProgramme(ctx, actor, {
    name: 'After round tables',
    surveyId,
    regionIds,
    audience: { kinds: [], segments: [], seniorities: [] },
    design: { ...census, quotas: {} },
    reminders: { afterDays: [5] },
    sending: { perHour: null },
    days: OPEN_DAYS,
  })
}

/** The morning of the event: most of those with a seat come. */
export async function arrive(
  { ctx }: Simulation,
  random: RandomSource,
  planned: PlannedEvent,
): Promise<void> {
  const event = await eventOf({ ctx }, planned)
  if (!event) return
  const now = ctx.clock.now()
  await changeSeats(ctx, event, before => {
    let ledger: SeatLedger = before
    for (const { invitation, seats, segment } of before.claims) {
      if (random.next() >= CAME) continue
      const decision = checkIn(
        ledger,
        { invitation, seats, segment },
        { now, doorsOpenAt: subHours(event.startsAt, 12) },
      )
      if (decision.ok) ledger = decision.ledger
    }
    // One change, whatever number of people came.
    return ledger === before
      ? { ok: true, ledger, effects: [] }
      : { ok: true, ledger: { ...ledger, revision: before.revision + 1 }, effects: [] }
  })
}

/** Days later: answers have come, and what the event cost is known. */
export async function lookBack(
  { ctx, takeLinks }: Simulation,
  actor: StaffMember,
  random: RandomSource,
  planned: PlannedEvent,
): Promise<void> {
  for (const { token } of await takeLinks('event-follow-up')) {
    if (random.next() >= ANSWERS) continue
    const link = await followLink(ctx, token)
    const values = ['topics', 'hearing', 'answers', 'company', 'arrangements'].map(
      factor => [`${factor}_overall`, { value: 3 + random.below(3), revision: 1 }] as const,
    )
    await submitByLink(ctx, link, () => Object.fromEntries(values), link.invitation.language)
  }
  const event = await eventOf({ ctx }, planned)
  if (!event) return
  const inVietnam = planned.region.country === 'VN'
  const scale = inVietnam ? 1_000_000 : planned.region.country === 'SG' ? 60 : 40
  await saveAfterwards(ctx, actor, {
    id: event.id,
    revision: 0,
    currency: inVietnam ? 'VND' : planned.region.country === 'SG' ? 'SGD' : 'EUR',
    costs: [
      { what: 'Venue and technology', amount: (12 + random.below(6)) * scale },
      { what: 'Lunch and coffee', amount: (7 + random.below(4)) * scale },
      { what: 'Travel of our own people', amount: (3 + random.below(5)) * scale },
    ],
    ask: true,
  })
}

/** A requirement is noted in one language; guests read of it in theirs. */
function topicIn(text: string | undefined): { vi?: string } {
  const topic = statements.find(statement => statement.text === text)?.topic
  return topic === undefined ? {} : { vi: topic }
}

/** The next event of each region has an agenda; one part of it is kept back until the day. */
export async function writeAgendas(
  { ctx }: Simulation,
  actor: StaffMember,
  events: readonly PlannedEvent[],
): Promise<void> {
  for (const planned of events) {
    const event = await eventOf({ ctx }, planned)
    if (!event) continue
    const { items } = await proposeFor(ctx, actor, event.id)
    const written = items.map(
      ({ kind, title, minutes, factor, receipts }, place): AgendaItemInput => ({
        id: `item-${place}`,
        kind,
        title: { ...title, ...topicIn(title.en) },
        note: {},
        minutes: kind === 'topic' ? 30 : minutes,
        speakerIds: [],
        factor,
        receipts,
        productId: null,
        embargo: null,
        materialIds: [],
      }),
    )
    const introduction: AgendaItemInput = {
      id: 'introduction',
      kind: 'introduction',
      title: { en: 'Valves that report their own wear', vi: 'Van tự báo độ mòn' },
      note: {
        en: 'A first look, with time for questions.',
        vi: 'Giới thiệu lần đầu, có thời gian để hỏi.',
      },
      minutes: 30,
      speakerIds: [],
      factor: null,
      receipts: [],
      productId: null,
      embargo: { date: planned.date, time: '10:30' },
      materialIds: [],
    }
    await saveAgenda(ctx, actor, {
      id: event.id,
      revision: 0,
      shown: true,
      items: written.toSpliced(-1, 0, introduction),
    })
  }
}

export async function eventOf({ ctx }: Pick<Simulation, 'ctx'>, { region, date }: PlannedEvent) {
  const [row] = await findRoundtables(ctx, [region._id], { from: date, to: date })
  return row ? findGuestEvent(ctx, row._id) : null
}

/** When things happen around an event. */
export const momentsOf = ({ date }: PlannedEvent) => ({
  arriveAt: new Date(`${date}T02:00:00Z`),
  lookBackAt: addDays(new Date(`${date}T09:00:00Z`), 5),
})
