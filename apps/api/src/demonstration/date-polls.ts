import type { StaffMember } from '@sixfold/contract/staff'
import type { PollVote } from '@sixfold/domain/roundtables/date-poll'
import { addDays } from 'date-fns/addDays'
import type { RegionRow } from '../features/house/organisation/service.ts'
import { ask, readPoll, savePoll } from '../features/roundtables/date-polls/service.ts'
import { planRoundtable } from '../features/roundtables/event-plans/service.ts'
import { vote } from '../features/roundtables/poll-ballots/service.ts'
import { invitableContacts, placeIn } from './events.ts'
import type { Simulation } from './simulated-context.ts'

/** The poll began so many days ago, and its voters answered on the day after the letters. */
export const POLL_BEGAN_DAYS_AGO = 5
export const POLL_ANSWERED_DAYS_AGO = 2

const EVENT_IN_DAYS = 96
const VOTERS = 9
const ANSWER_IN_DAYS = 9
const REMIND_IN_DAYS = 7

/** Days after the event's own that are offered, too: the Tuesday after it, and a week later. */
const offered = [0, 5, 7]
const half = { startTime: '08:30', endTime: '12:00' }

/** What the voters say to the three dates: the second suits all of them, the first and the third do not. */
const ballots: readonly (readonly (PollVote | null)[])[] = [
  ['yes', 'yes', 'no'],
  ['no', 'yes', 'yes'],
  ['if_needed', 'yes', 'if_needed'],
  ['yes', 'if_needed', null],
  ['no', 'yes', 'no'],
  ['yes', 'yes', 'yes'],
]
const note = 'Buổi sáng xin bắt đầu sau 9 giờ, tôi đi từ Hải Phòng.'

/** The first region asks its core guests for the date of the round table after next. */
export async function beginPoll(
  { ctx }: Simulation,
  actor: StaffMember,
  region: RegionRow,
  now: Date,
): Promise<string | null> {
  const free = await invitableContacts(ctx, region)
  if (free.length === 0) return null
  const first = thursday(addDays(now, EVENT_IN_DAYS))
  const { id } = await planRoundtable(ctx, actor, {
    regionId: region._id,
    title: {
      en: `Spare parts and delivery, ${region.name}`,
      vi: `Phụ tùng và giao hàng, ${placeIn(region)}`,
    },
    description: {
      en: 'What late parts cost you, and what we change. The date follows from your answers.',
      vi: 'Phụ tùng đến trễ gây thiệt hại gì, và chúng tôi sẽ thay đổi ra sao. Ngày tổ chức tùy theo câu trả lời của anh/chị.',
    },
    date: dayOf(first),
    ...half,
    zone: region.zone,
    venue: 'Khách sạn Melia, Hà Nội',
    capacity: 16,
    answerBy: dayOf(addDays(first, -10)),
  })
  await savePoll(ctx, actor, {
    id,
    revision: 0,
    dates: offered.map(days => ({ date: dayOf(addDays(first, days)), ...half })),
    answerBy: dayOf(addDays(ctx.clock.now(), ANSWER_IN_DAYS)),
    remindOn: dayOf(addDays(ctx.clock.now(), REMIND_IN_DAYS)),
  })
  const core = free.slice(0, 4)
  await ask(ctx, actor, { id, contactIds: core, core: true })
  const others = free.slice(4, VOTERS)
  if (others.length > 0) await ask(ctx, actor, { id, contactIds: others, core: false })
  return id
}

/** Most of those who got the letter say which dates suit them. */
export async function answerPoll(
  { ctx, takeLinks }: Simulation,
  actor: StaffMember,
  id: string,
): Promise<void> {
  const { poll } = await readPoll(ctx, actor, id)
  const dates = poll?.dates.toSorted((a, b) => (a.startsAt < b.startsAt ? -1 : 1)) ?? []
  const links = await takeLinks('date-poll-invitation')
  for (const [at, { token }] of links.entries()) {
    const said = ballots[at]
    if (!said) return
    const votes = dates.flatMap((date, place) => {
      const own = said[place]
      return own ? [[date.id, own]] : []
    })
    await vote(ctx, { token, votes: Object.fromEntries(votes), ...(at === 1 ? { note } : {}) })
  }
}

function thursday(day: Date): Date {
  return addDays(day, (4 - day.getUTCDay() + 7) % 7)
}

const dayOf = (instant: Date) => instant.toISOString().slice(0, 10)
