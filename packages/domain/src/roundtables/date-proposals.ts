import type { WorkingCalendar } from '../calendar/working-days.ts'
import { dayKind } from '../calendar/working-days.ts'
import { requireThat, requireWhole } from '../checks.ts'
import { addLocalDays, isoWeekday, type LocalDate, localDateParts, localDaysBetween } from '../local-date.ts'
import { resolveWallTime, type TimeOfDay } from '../wall-time.ts'

/** What speaks for a date. */
export type DateMerit =
  | { kind: 'on_cadence' }
  | { kind: 'near_cadence'; days: number }
  /** Tuesday to Thursday of a week without holidays or quiet days, when people are away. */
  | { kind: 'midweek' }
  | { kind: 'all_may_be_invited' }

/** What speaks against a date. None of them forbids it: people decide. */
export type DateObjection =
  | { kind: 'far_from_cadence'; days: number }
  | { kind: 'weekend' }
  | { kind: 'holiday' | 'half_day' | 'quiet' | 'beside_holiday'; name: string }
  | { kind: 'short_notice'; days: number }
  | { kind: 'other_event'; title: string; sameDay: boolean }
  /** Another region's event on the same day: it takes staff, not guests. */
  | { kind: 'other_region'; region: string }
  | { kind: 'speaker_busy'; speaker: string; with: string }
  | { kind: 'fiscal_close'; accounts: string[] }
  /** The contact policy lets so many of those who would be asked not be invited in time. */
  | { kind: 'not_invitable'; guests: string[]; of: number }
  | { kind: 'clock_change'; notice: 'gap' | 'overlap' }

export interface DateProposal {
  date: LocalDate
  /** The higher the better; only good for comparing dates of one call. */
  score: number
  merits: DateMerit[]
  objections: DateObjection[]
}

/** Something that a speaker has to do, as instants: zones play no part. All-day entries are whole local days. */
export interface BusyTime {
  speaker: string
  title: string
  from: Date
  until: Date
}

export interface DateQuestion {
  /** The day that the cadence asks for. */
  due: LocalDate
  today: LocalDate
  /** Days before and after `due` that are looked at. */
  reach: number
  startTime: TimeOfDay
  endTime: TimeOfDay
  zone: string
  /** In the place of a zone that nobody knows. */
  fallbackZone?: string
  calendar: WorkingCalendar
  /** Days from the invitation to the event that guests should have. */
  noticeDays: number
  /** Events of the region itself, and of other regions by their region's name. */
  events: readonly { date: LocalDate; title: string; region?: string }[]
  busy: readonly BusyTime[]
  /** Accounts that would be invited, with the last month of their fiscal years (1 to 12) where known. */
  accounts: readonly { name: string; fiscalYearEnds: number | null }[]
  /** Those to be asked, with the earliest day on which the policy lets each be invited; null: never. */
  guests: readonly { name: string; invitableFrom: LocalDate | null }[]
}

const POINTS: Record<DateMerit['kind'] | DateObjection['kind'], number> = {
  on_cadence: 30,
  near_cadence: 15,
  midweek: 10,
  all_may_be_invited: 10,
  far_from_cadence: -15,
  weekend: -200,
  holiday: -200,
  half_day: -60,
  quiet: -80,
  beside_holiday: -20,
  short_notice: -60,
  other_event: -25,
  other_region: -10,
  speaker_busy: -70,
  fiscal_close: -20,
  not_invitable: -30,
  clock_change: -10,
}

/** A date no further from the due day than this is near it. */
const NEAR_DAYS = 7
/** Books are closed in the last days of a fiscal year and the first of the next. */
const CLOSE_DAYS = 10
/** Two events this close disturb each other. */
const EVENT_DAYS = 3

/**
 * Dates around the day that the cadence asks for, each with what speaks for and against it, the best first; of equals the
 * one nearer to the due day, then the earlier. Days that are over are left out; where guests would have too little notice of
 * a due day, days are looked at until as long after the first with enough. Nothing is forbidden and nothing is moved.
 *
 * @throws RangeError for a reach beyond 92 days, an end that is not after the start.
 * @example proposeDates({ due: '2027-03-10', today: '2027-01-04', reach: 7, ... })[0]
 *   // { date: '2027-03-10', score: 50, merits: [{ kind: 'on_cadence' }, { kind: 'midweek' }, ...], objections: [] }
 */
export function proposeDates(question: DateQuestion): DateProposal[] {
  const { due, today, reach, noticeDays } = question
  requireWhole('reach', reach, 0, 92)
  requireThat(question.startTime < question.endTime, 'the event must end after it starts')
  const first = latest(addLocalDays(due, -reach), addLocalDays(today, 1))
  const last = addLocalDays(latest(due, addLocalDays(today, noticeDays)), reach)
  return Array.from({ length: localDaysBetween(first, last) + 1 }, (_, step) => addLocalDays(first, step))
    .map(date => judgeDate(date, question))
    .sort(
      (a, b) =>
        b.score - a.score || distance(a.date, due) - distance(b.date, due) || (a.date < b.date ? -1 : 1),
    )
}

/** One date with what speaks for and against it, such as one that somebody chose. */
export function judgeDate(date: LocalDate, question: DateQuestion): DateProposal {
  const merits = meritsOf(date, question)
  const objections = [
    ...cadenceObjections(date, question),
    ...dayObjections(date, question),
    ...conflicts(date, question),
    ...guestObjections(date, question),
  ]
  const score = [...merits, ...objections].reduce((sum, { kind }) => sum + POINTS[kind], 0)
  return { date, score, merits, objections }
}

const latest = (a: LocalDate, b: LocalDate) => (a > b ? a : b)

const distance = (date: LocalDate, due: LocalDate) => Math.abs(localDaysBetween(due, date))

function meritsOf(date: LocalDate, { due, noticeDays, guests, calendar }: DateQuestion): DateMerit[] {
  const days = distance(date, due)
  const merits: DateMerit[] = []
  if (days === 0) merits.push({ kind: 'on_cadence' })
  else if (days <= NEAR_DAYS) merits.push({ kind: 'near_cadence', days })
  if (isMidweek(date, calendar)) merits.push({ kind: 'midweek' })
  if (guests.length > 0 && notInvitable(date, noticeDays, guests).length === 0)
    merits.push({ kind: 'all_may_be_invited' })
  return merits
}

function cadenceObjections(date: LocalDate, { due, today, noticeDays }: DateQuestion): DateObjection[] {
  const days = distance(date, due)
  const notice = localDaysBetween(today, date)
  return [
    ...(days > 2 * NEAR_DAYS ? [{ kind: 'far_from_cadence' as const, days }] : []),
    ...(notice < noticeDays ? [{ kind: 'short_notice' as const, days: notice }] : []),
  ]
}

function dayObjections(
  date: LocalDate,
  { calendar, zone, fallbackZone, startTime, endTime }: DateQuestion,
): DateObjection[] {
  const day = dayKind(date, calendar)
  const objections: DateObjection[] = []
  if (day.kind === 'weekend') objections.push({ kind: 'weekend' })
  else if (day.kind === 'half') objections.push({ kind: 'half_day', name: day.name })
  else if (day.kind !== 'working') objections.push({ kind: day.kind, name: day.name })
  const beside = [addLocalDays(date, -1), addLocalDays(date, 1)]
    .map(one => dayKind(one, calendar))
    .find(one => one.kind === 'holiday')
  if (beside?.kind === 'holiday' && day.kind !== 'holiday')
    objections.push({ kind: 'beside_holiday', name: beside.name })
  const odd = [startTime, endTime]
    .map(time => resolveWallTime({ date, time, zone, fallbackZone }).kind)
    .find(kind => kind !== 'exact')
  if (odd) objections.push({ kind: 'clock_change', notice: odd })
  return objections
}

function conflicts(
  date: LocalDate,
  { events, busy, zone, fallbackZone, startTime, endTime }: DateQuestion,
): DateObjection[] {
  const from = resolveWallTime({ date, time: startTime, zone, fallbackZone }).instant
  const until = resolveWallTime({ date, time: endTime, zone, fallbackZone }).instant
  return [
    ...events
      .filter(({ date: day, region }) => region === undefined && distance(day, date) <= EVENT_DAYS)
      .map(event => ({ kind: 'other_event' as const, title: event.title, sameDay: event.date === date })),
    ...events.flatMap(({ date: day, region }) =>
      region !== undefined && day === date ? [{ kind: 'other_region' as const, region }] : [],
    ),
    ...busy
      .filter(one => one.from < until && from < one.until)
      .map(({ speaker, title }) => ({ kind: 'speaker_busy' as const, speaker, with: title })),
  ]
}

function guestObjections(date: LocalDate, { accounts, guests, noticeDays }: DateQuestion): DateObjection[] {
  const closing = accounts
    .filter(({ fiscalYearEnds }) => fiscalYearEnds !== null && isFiscalClose(date, fiscalYearEnds))
    .map(({ name }) => name)
  const refused = notInvitable(date, noticeDays, guests)
  return [
    ...(closing.length > 0 ? [{ kind: 'fiscal_close' as const, accounts: closing }] : []),
    ...(refused.length > 0 ? [{ kind: 'not_invitable' as const, guests: refused, of: guests.length }] : []),
  ]
}

/** Guests who may not be invited as long before the date as they should be. */
function notInvitable(date: LocalDate, noticeDays: number, guests: DateQuestion['guests']): string[] {
  const latest = addLocalDays(date, -noticeDays)
  return guests
    .filter(({ invitableFrom }) => invitableFrom === null || invitableFrom > latest)
    .map(({ name }) => name)
}

function isMidweek(date: LocalDate, calendar: WorkingCalendar): boolean {
  const weekday = isoWeekday(date)
  if (weekday < 2 || weekday > 4) return false
  const monday = addLocalDays(date, 1 - weekday)
  return Array.from({ length: 7 }, (_, step) => dayKind(addLocalDays(monday, step), calendar).kind).every(
    kind => kind !== 'holiday' && kind !== 'quiet',
  )
}

/** Whether a day lies within ten days of the end of a fiscal year that ends with this month. */
export function isFiscalClose(date: LocalDate, lastMonth: number): boolean {
  requireWhole('last month of the fiscal year', lastMonth, 1, 12)
  return [addLocalDays(date, -CLOSE_DAYS), addLocalDays(date, CLOSE_DAYS)].some(edge => {
    const [early, late] = edge < date ? [edge, date] : [date, edge]
    // The year ends between two days when one lies in its last month and the other in the month after.
    return monthOf(early) === lastMonth && monthOf(late) === (lastMonth % 12) + 1
  })
}

const monthOf = (date: LocalDate) => localDateParts(date).month
