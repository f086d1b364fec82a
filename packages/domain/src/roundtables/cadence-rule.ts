import type { NthWeekday } from '../cadence.ts'
import { cadenceDatesBetween } from '../cadence.ts'
import { answeredDates, cadenceStanding, LEAD_DAYS, nearestTo } from '../cadence-lamp.ts'
import { isLocalDate } from '../is-local-date.ts'
import { addLocalDays, addLocalMonths, isoWeekday, type LocalDate, localDateParts } from '../local-date.ts'
import type { EventKind } from './event-kind.ts'

/** A region's standing plan for one kind of event: the anchor, and every so many months from it. */
export interface CadenceRule {
  anchor: LocalDate
  everyMonths: number
  /** The nth weekday of the month in the place of the anchor's day. */
  on: NthWeekday | null
}

export type RuleFault = 'no_such_day' | 'too_far' | 'unknown_step' | 'no_such_weekday'

/** Steps that a kind of event may have, in months. */
const steps: Readonly<Record<EventKind, readonly number[]>> = {
  round_table: [1, 2, 3, 4, 6],
  conference: [12, 24],
}

/** A due date nearer than this without an event is at risk: a conference takes longer to prepare. */
export const leadDays: Readonly<Record<EventKind, number>> = { round_table: LEAD_DAYS, conference: 120 }

const FIRST_YEAR = 2000
const LAST_YEAR = 2100
/** Dates that nobody answered for longer than this are history. */
const MEMORY_MONTHS = 36
const PREVIEW_MONTHS = 24

export const stepsOf = (kind: EventKind): readonly number[] => steps[kind]

/**
 * The first thing that is wrong with a rule, and the field it is in; null: nothing.
 *
 * @example ruleFault('conference', { anchor: '2026-02-29', everyMonths: 12, on: null }) // { field: 'anchor', fault: 'no_such_day' }
 */
export function ruleFault(
  kind: EventKind,
  { anchor, everyMonths, on }: CadenceRule,
): { field: keyof CadenceRule; fault: RuleFault } | null {
  if (!isLocalDate(anchor)) return { field: 'anchor', fault: 'no_such_day' }
  const { year } = localDateParts(anchor)
  if (year < FIRST_YEAR || year > LAST_YEAR) return { field: 'anchor', fault: 'too_far' }
  if (!steps[kind].includes(everyMonths)) return { field: 'everyMonths', fault: 'unknown_step' }
  const isWeekday = on === null || (Number.isInteger(on.weekday) && on.weekday >= 1 && on.weekday <= 7)
  const isNth = on === null || on.nth === 'last' || [1, 2, 3, 4, 5].includes(on.nth)
  return isWeekday && isNth ? null : { field: 'on', fault: 'no_such_weekday' }
}

/**
 * The days that a rule asks for within a span, both ends included; without a rule none.
 *
 * @example ruleDates({ anchor: '2026-01-31', everyMonths: 3, on: null }, { from: '2026-01-01', to: '2026-12-31' })
 *   // ['2026-01-31', '2026-04-30', '2026-07-31', '2026-10-31']
 */
export function ruleDates(rule: CadenceRule | null, span: { from: LocalDate; to: LocalDate }): LocalDate[] {
  if (!rule) return []
  const { on, ...series } = rule
  return cadenceDatesBetween({ ...series, ...(on && { on }) }, span)
}

/**
 * Where a region stands with one kind of event. Another kind never answers for it: `eventDates` are of this kind alone.
 *
 * @example ruleStanding('round_table', rule, { eventDates: [], today: '2026-11-19' }).lamp // 'overdue'
 */
export function ruleStanding(
  kind: EventKind,
  rule: CadenceRule | null,
  { eventDates, today }: { eventDates: readonly LocalDate[]; today: LocalDate },
): ReturnType<typeof cadenceStanding> {
  const from = addLocalMonths(today, -MEMORY_MONTHS)
  const horizon = addLocalDays(addLocalMonths(today, rule?.everyMonths ?? 0), leadDays[kind])
  return cadenceStanding({
    dueDates: ruleDates(rule, { from, to: horizon }),
    eventDates: eventDates.filter(date => date >= from),
    today,
    leadDays: leadDays[kind],
  })
}

/**
 * Due dates that no event answers: those that are open, and those of the next two years that nobody has planned for yet.
 *
 * @example unansweredDates('round_table', rule, { eventDates: ['2026-11-05'], today: '2026-11-19' })[0] // '2027-02-05'
 */
export function unansweredDates(
  kind: EventKind,
  rule: CadenceRule | null,
  { eventDates, today }: { eventDates: readonly LocalDate[]; today: LocalDate },
): LocalDate[] {
  const { open } = ruleStanding(kind, rule, { eventDates, today })
  const from = addLocalMonths(today, -MEMORY_MONTHS)
  const series = ruleDates(rule, { from, to: addLocalMonths(today, PREVIEW_MONTHS) })
  const answered = answeredDates(series, eventDates)
  return [...new Set([...open, ...series.filter(date => date > today && !answered.has(date))])].sort()
}

/** The date of a list that is nearest to a day; null: the list is empty. */
export const nearestDate = (day: LocalDate, dates: readonly LocalDate[]): LocalDate | null =>
  nearestTo(day, dates) ?? null

export interface RulePreview {
  /** In order: what stays due, what is no longer, what is new. */
  dates: { date: LocalDate; change: 'same' | 'gone' | 'new' }[]
  before: ReturnType<typeof cadenceStanding>
  after: ReturnType<typeof cadenceStanding>
}

/**
 * What another rule would change: due dates of the next two years and those still open, and the lamp. Events stay as
 * they are; only what is due moves.
 *
 * @example previewRule('round_table', { before: null, after: { anchor: '2027-01-31', everyMonths: 3, on: null }, ... }).dates[0]
 *   // { date: '2027-01-31', change: 'new' }
 */
export function previewRule(
  kind: EventKind,
  rules: { before: CadenceRule | null; after: CadenceRule | null },
  region: { eventDates: readonly LocalDate[]; today: LocalDate },
): RulePreview {
  const before = ruleStanding(kind, rules.before, region)
  const after = ruleStanding(kind, rules.after, region)
  const { today } = region
  const to = addLocalMonths(today, PREVIEW_MONTHS)
  const ahead = { from: today, to }
  const old = new Set([...before.open.filter(date => date <= to), ...ruleDates(rules.before, ahead)])
  const next = new Set([...after.open.filter(date => date <= to), ...ruleDates(rules.after, ahead)])
  const dates = [...new Set([...old, ...next])].sort().map(date => ({
    date,
    change: old.has(date) ? (next.has(date) ? ('same' as const) : ('gone' as const)) : ('new' as const),
  }))
  return { dates, before, after }
}

/**
 * Which of its month's weekdays a day is, so that a rule can begin from a day that somebody picked.
 *
 * @example nthOf('2026-06-30') // { nth: 5, weekday: 2 }
 */
export function nthOf(date: LocalDate): NthWeekday {
  const nth = Math.ceil(localDateParts(date).day / 7) as 1 | 2 | 3 | 4 | 5
  return { nth, weekday: isoWeekday(date) }
}
