import { addLocalDays, type LocalDate, localDateParts } from '@sixfold/domain/local-date'
import type { CadenceRule } from '@sixfold/domain/roundtables/cadence-rule'
import { nthOf } from '@sixfold/domain/roundtables/cadence-rule'

export type DayChoice = 'day' | 'nth' | 'last'

/** The days of the month that a rule can mean by its anchor: the day itself, the nth weekday, and the last one where it is. */
export function dayChoices(anchor: LocalDate): DayChoice[] {
  const isLast = localDateParts(addLocalDays(anchor, 7)).month !== localDateParts(anchor).month
  const { nth } = nthOf(anchor)
  return ['day', ...(nth === 5 ? [] : (['nth'] as const)), ...(isLast ? (['last'] as const) : [])]
}

export function choiceOf({ on }: CadenceRule): DayChoice {
  return on === null ? 'day' : on.nth === 'last' || on.nth === 5 ? 'last' : 'nth'
}

/**
 * The rule with another anchor or another choice of the day. What the new anchor cannot mean becomes its plain day.
 *
 * @example withDay({ anchor: '2026-06-30', everyMonths: 3, on: null }, '2026-06-30', 'last').on // { nth: 'last', weekday: 2 }
 */
export function withDay(rule: CadenceRule, anchor: LocalDate, choice: DayChoice): CadenceRule {
  if (choice === 'day' || !dayChoices(anchor).includes(choice)) return { ...rule, anchor, on: null }
  const { nth, weekday } = nthOf(anchor)
  return { ...rule, anchor, on: { nth: choice === 'last' ? 'last' : nth, weekday } }
}
