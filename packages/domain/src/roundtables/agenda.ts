import { requireWhole } from '../checks.ts'
import type { LocalDate } from '../local-date.ts'
import { addLocalDays } from '../local-date.ts'
import type { LocalText } from '../local-text.ts'
import { resolveWallTime, wallTimeIn } from '../wall-time.ts'

export const AGENDA_KINDS = ['welcome', 'you_said', 'topic', 'introduction', 'break', 'closing'] as const
export type AgendaKind = (typeof AGENDA_KINDS)[number]

/** A moment on the event's own clock. */
export interface WallMoment {
  date: LocalDate
  time: string
}

/**
 * When each item runs, one after the other from the start. `overrun`: minutes beyond the end, below 0 when time is left.
 *
 * @example agendaTimes([{ minutes: 30 }, { minutes: 60 }], { startsAt, endsAt }).overrun // -120 of an event of 210 minutes
 */
export function agendaTimes(
  items: readonly { minutes: number }[],
  { startsAt, endsAt }: { startsAt: Date; endsAt: Date },
): { items: { startsAt: Date; endsAt: Date }[]; overrun: number } {
  let at = startsAt.getTime()
  const times = items.map(({ minutes }) => {
    requireWhole('minutes', minutes, 1)
    const from = at
    at += minutes * MINUTE
    return { startsAt: new Date(from), endsAt: new Date(at) }
  })
  return { items: times, overrun: Math.round((at - endsAt.getTime()) / MINUTE) }
}

const MINUTE = 60_000

/**
 * Whether what is under embargo may be known outside: from that very moment of the event's clock on.
 *
 * @example isReleased({ date: '2026-12-10', time: '10:00' }, 'Asia/Ho_Chi_Minh', new Date('2026-12-10T03:00:00Z')) // true
 */
export function isReleased(embargo: WallMoment | null, zone: string, now: Date): boolean {
  return embargo === null || now >= resolveWallTime({ ...embargo, zone }).instant
}

/** The hour at which people who came are asked how it was. */
const ASKED_AT = '08:30'

/**
 * The local morning after an event, on its own clock: the day after the one on which it ended. One that ends at midnight ended the day before.
 *
 * @example morningAfter(new Date('2026-12-10T05:00:00Z'), 'Asia/Ho_Chi_Minh') // 2026-12-11T01:30:00Z, 08:30 there
 */
export function morningAfter(endsAt: Date, zone: string): Date {
  const { date } = wallTimeIn(new Date(endsAt.getTime() - 1), zone)
  return resolveWallTime({ date: addLocalDays(date, 1), time: ASKED_AT, zone }).instant
}

/** What a region's answers and requirements say that should be talked about. */
export interface AgendaGrounds {
  /** Minutes that the event lasts. */
  minutes: number
  /** The weakest first. */
  weakFactors: readonly { factor: string; name: LocalText }[]
  /** The heaviest first. */
  requirements: readonly { receipt: string; text: string; factor: string | null; accounts: number }[]
  /** Whether something was done since the last time that those who asked for it may read. */
  somethingDone: boolean
}

export interface ProposedItem {
  kind: AgendaKind
  /** Empty where the kind says it all. */
  title: LocalText
  minutes: number
  factor: string | null
  receipts: string[]
  /** How many accounts stand behind it. */
  accounts: number
}

const TOPIC_MINUTES = 40
const MOST_TOPICS = 4
const RECEIPTS_A_TOPIC = 4
const BREAK_AFTER = 100

/**
 * An agenda to start from: a welcome, what was done since the last time, topics from requirements and the region's weakest factors, a
 * break in the middle of a long one, a closing. Requirements of one factor make one topic; a weak factor that nobody asked anything about is one too.
 *
 * @example proposeAgenda({ minutes: 90, weakFactors: [], requirements: [], somethingDone: false }).map(({ kind }) => kind) // ['welcome', 'closing']
 */
export function proposeAgenda({
  minutes,
  weakFactors,
  requirements,
  somethingDone,
}: AgendaGrounds): ProposedItem[] {
  const plain = (kind: AgendaKind, length: number): ProposedItem => ({
    kind,
    title: {},
    minutes: length,
    factor: null,
    receipts: [],
    accounts: 0,
  })
  const opening = [plain('welcome', 10), ...(somethingDone ? [plain('you_said', 20)] : [])]
  const closing = plain('closing', 10)
  const long = minutes > BREAK_AFTER
  const left = minutes - sumOf([...opening, closing]) - (long ? 20 : 0)
  const topics = topicsOf(weakFactors, requirements).slice(
    0,
    Math.max(0, Math.min(MOST_TOPICS, Math.floor(left / TOPIC_MINUTES))),
  )
  const half = Math.ceil(topics.length / 2)
  return [
    ...opening,
    ...topics.slice(0, half),
    ...(long && topics.length > 0 ? [plain('break', 20)] : []),
    ...topics.slice(half),
    closing,
  ]
}

function topicsOf(
  weakFactors: AgendaGrounds['weakFactors'],
  requirements: AgendaGrounds['requirements'],
): ProposedItem[] {
  const known = weakFactors.map(({ factor }) => factor)
  const byFactor = Map.groupBy(requirements, ({ factor }) => factor)
  const place = (factor: string | null) => {
    const at = factor === null ? -1 : known.indexOf(factor)
    return at === -1 ? known.length : at
  }
  const heard = [...byFactor].flatMap(([factor, own]) => {
    const groups = factor === null ? own.map(one => [one]) : [own.slice(0, RECEIPTS_A_TOPIC)]
    return groups.map(group => ({
      at: place(factor),
      item: topic(factor, { en: group[0]?.text ?? '' }, group),
    }))
  })
  const silent = weakFactors
    .filter(({ factor }) => !byFactor.has(factor))
    .map(({ factor, name }) => ({ at: place(factor), item: topic(factor, name, []) }))
  return [...heard, ...silent]
    .sort((a, b) => a.at - b.at || b.item.accounts - a.item.accounts)
    .map(({ item }) => item)
}

function topic(
  factor: string | null,
  title: LocalText,
  own: readonly { receipt: string; accounts: number }[],
): ProposedItem {
  return {
    kind: 'topic',
    title,
    minutes: TOPIC_MINUTES,
    factor,
    receipts: own.map(({ receipt }) => receipt),
    accounts: own.reduce((sum, { accounts }) => sum + accounts, 0),
  }
}

const sumOf = (items: readonly { minutes: number }[]) => items.reduce((sum, { minutes }) => sum + minutes, 0)
