import { requireInstant, requireThat } from '../checks.ts'
import {
  type IsoWeekday,
  isoWeekdayOfDay,
  type LocalDate,
  localDateOfDay,
  localDayOf,
} from '../local-date.ts'
import { localDayNumber, minutesOfDay, resolveWallTime, type TimeOfDay } from '../wall-time.ts'
import { clockOf } from '../zone-clock.ts'

export interface Holiday {
  date: LocalDate
  name: string
  /** Only the morning is worked: the day ends at `HALF_DAY_ENDS`. */
  half?: boolean
}

/** What a region knows of its working days. Days that nobody listed count as working days. */
export interface WorkingCalendar {
  weekend: readonly IsoWeekday[]
  holidays: readonly Holiday[]
  /** Days that are worked although they fall on a weekend, such as the Saturday that makes up for a bridge day. */
  worked?: readonly LocalDate[]
  /** Days on which people work but are left alone, such as the week before Tết. */
  quiet?: readonly Holiday[]
}

export type DayKind =
  | { kind: 'working' }
  | { kind: 'weekend' }
  | { kind: 'holiday' | 'half' | 'quiet'; name: string }

/** Opening hours of a day, half-open: at `until` it is closed. */
export interface Hours {
  from: TimeOfDay
  until: TimeOfDay
}

const HALF_DAY_ENDS: TimeOfDay = '12:00'

/** A search that finds no working day for longer than this gives up. */
const HORIZON_DAYS = 400

const SATURDAY_SUNDAY: readonly IsoWeekday[] = [6, 7]

const FRIDAY_SATURDAY: readonly IsoWeekday[] = [5, 6]

/**
 * Weekends that are not Saturday and Sunday, by ISO 3166 country.
 * Source: Unicode CLDR 48, `supplemental/weekData`; Bangladesh, Brunei and the Maldives by their governments' working
 * week. India and Uganda, in CLDR with Sunday alone, stay with the wider Saturday and Sunday.
 */
const WEEKENDS: Readonly<Record<string, readonly IsoWeekday[]>> = {
  ...Object.fromEntries(
    ['BD', 'BH', 'DZ', 'EG', 'IL', 'IQ', 'JO', 'KW', 'LY', 'MV', 'OM', 'QA', 'SA', 'SD', 'SY', 'YE'].map(
      country => [country, FRIDAY_SATURDAY],
    ),
  ),
  AF: [4, 5],
  BN: [5, 7],
  IR: [5],
}

/**
 * The weekend of a country (ISO 3166, two letters); Saturday and Sunday where nothing else is known.
 *
 * @example weekendOf('SA') // [5, 6], Friday and Saturday
 * @example weekendOf('VN') // [6, 7]
 */
export function weekendOf(country: string): readonly IsoWeekday[] {
  return WEEKENDS[country.toUpperCase()] ?? SATURDAY_SUNDAY
}

/**
 * What keeps a day from being a full working day; a holiday is named before the weekend it falls on, and a weekend
 * before the quiet time it lies in.
 *
 * @example dayKind('2026-02-17', vietnam) // { kind: 'holiday', name: 'Tết Nguyên Đán' }
 */
export function dayKind(date: LocalDate, calendar: WorkingCalendar): DayKind {
  return kindOfDay(localDayOf(date), calendar)
}

/** The same for a day that is counted from 1970-01-01. */
export function kindOfDay(day: number, calendar: WorkingCalendar): DayKind {
  const special = listedDays(calendar).get(day)
  if (special?.kind === 'holiday') return special
  if (special?.kind !== 'working' && calendar.weekend.includes(isoWeekdayOfDay(day))) return WEEKEND
  return special ?? WORKING
}

/** Whether a day is open at all; a half day is, a quiet one is not. */
export function isWorkingDay(date: LocalDate, calendar: WorkingCalendar): boolean {
  const { kind } = dayKind(date, calendar)
  return kind === 'working' || kind === 'half'
}

const WORKING: DayKind = { kind: 'working' }
const WEEKEND: DayKind = { kind: 'weekend' }

/** A calendar is asked about many days for many people: its lists are read once. */
const listedDaysOf = new WeakMap<WorkingCalendar, ReadonlyMap<number, DayKind>>()

function listedDays(calendar: WorkingCalendar): ReadonlyMap<number, DayKind> {
  const known = listedDaysOf.get(calendar)
  if (known) return known
  const { holidays, quiet = [], worked = [] } = calendar
  // What comes later in this list outweighs what came before.
  const listed = new Map<number, DayKind>([
    ...named(
      holidays.filter(({ half }) => half),
      'half',
    ),
    ...worked.map(date => [localDayOf(date), WORKING] as const),
    ...named(quiet, 'quiet'),
    ...named(
      holidays.filter(({ half }) => !half),
      'holiday',
    ),
  ])
  listedDaysOf.set(calendar, listed)
  return listed
}

function named(days: readonly Holiday[], kind: 'holiday' | 'half' | 'quiet'): [number, DayKind][] {
  return days.map(({ date, name }) => [localDayOf(date), { kind, name }])
}

/**
 * When a day is open, as instants, half-open; null: closed all day. A half day closes at noon at the latest.
 *
 * @example openingOf('2026-05-04', { zone: 'Asia/Ho_Chi_Minh', hours: { from: '08:00', until: '18:00' }, calendar })
 *   // { from: 2026-05-04T01:00Z, until: 2026-05-04T11:00Z }
 */
export function openingOf(
  date: LocalDate,
  plan: { zone: string; hours: Hours; calendar: WorkingCalendar },
): { from: Date; until: Date } | null {
  if (!isWorkingDay(date, plan.calendar)) return null
  const { from, until } = plan.hours
  requireThat(
    minutesOfDay(from) < minutesOfDay(until),
    `hours must end after they begin: ${from} to ${until}`,
  )
  const isHalf = dayKind(date, plan.calendar).kind === 'half'
  const end = isHalf && minutesOfDay(until) > minutesOfDay(HALF_DAY_ENDS) ? HALF_DAY_ENDS : until
  if (minutesOfDay(from) >= minutesOfDay(end)) return null
  const instantOf = (time: TimeOfDay) => resolveWallTime({ date, time, zone: plan.zone }).instant
  return { from: instantOf(from), until: instantOf(end) }
}

/**
 * The first instant at or after `instant` that lies in the hours of a working day of the zone.
 * Null: no day within 400 days is open.
 *
 * @example nextWorkingTime({ instant, zone: 'Asia/Ho_Chi_Minh', hours: { from: '08:00', until: '18:00' }, calendar })
 *   // Friday 18:00 → Monday 08:00; Monday 10:17 → Monday 10:17
 */
export function nextWorkingTime(query: {
  instant: Date
  zone: string
  hours: Hours
  calendar: WorkingCalendar
}): Date | null {
  requireInstant('instant', query.instant)
  const openings = openingsOf(query)
  const first = localDayNumber(query.instant, clockOf(query.zone).clock)
  for (let day = first; day < first + HORIZON_DAYS; day += 1) {
    const opening = openings(day)
    if (opening && query.instant < opening.from) return opening.from
    if (opening && query.instant < opening.until) return query.instant
  }
  return null
}

type Opening = ReturnType<typeof openingOf>

/** A wave asks about the same few days for thousands of people: each day of a plan is worked out once. */
const openingsOfCalendars = new WeakMap<WorkingCalendar, Map<string, Map<number, Opening>>>()
const MOST_OPENINGS = 2000

/** When a day, counted from 1970-01-01, is open under a plan. */
export function openingsOf(plan: {
  zone: string
  hours: Hours
  calendar: WorkingCalendar
}): (day: number) => Opening {
  const plans = kept(openingsOfCalendars, plan.calendar, () => new Map())
  const openings = kept(plans, `${plan.zone} ${plan.hours.from} ${plan.hours.until}`, () => new Map())
  return day => {
    const known = openings.get(day)
    if (known !== undefined) return known
    const opening = openingOf(localDateOfDay(day), plan)
    if (openings.size >= MOST_OPENINGS) openings.clear()
    openings.set(day, opening)
    return opening
  }
}

/** What is kept under a key, made when it is asked for first. */
function kept<K, V>(
  store: { get(key: K): V | undefined; set(key: K, value: V): unknown },
  key: K,
  make: () => V,
): V {
  const known = store.get(key)
  if (known !== undefined) return known
  const made = make()
  store.set(key, made)
  return made
}
