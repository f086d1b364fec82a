import type { AccountScores, BeforeAfter, EventGroup } from '../roundtables/before-after.ts'
import { compareBeforeAfter } from '../roundtables/before-after.ts'

/** One event with what the accounts of its region said in the last wave before it and the first one after it. */
export interface EventEcho {
  /** Accounts that are in it came or were invited; the others were not. */
  groups: ReadonlyMap<string, EventGroup>
  /** Scores, 0 to 100, of each account's respondents. */
  before: ReadonlyMap<string, readonly number[]>
  after: ReadonlyMap<string, readonly number[]>
}

export interface EventRelation extends BeforeAfter {
  events: number
}

const RANK: Readonly<Record<EventGroup, number>> = { came: 0, invited: 1, not_invited: 2 }

/**
 * What accounts said before and after events, over all of them. Each account counts once: with the first event that it came to, else
 * with the first that it was invited to, else with the first of its region; an account in several would count as several.
 *
 * @param events The earliest first.
 * @throws RangeError for a confidence outside (0, 1), a minimum that is no whole number from 1 on.
 * @example relateEvents({ events: [], minimum: 5, confidence: 0.95 }).groups.came // { shown: false, why: 'none' }
 */
export function relateEvents({
  events,
  minimum,
  confidence,
}: {
  events: readonly EventEcho[]
  minimum: number
  confidence: number
}): EventRelation {
  const chosen = new Map<string, AccountScores>()
  for (const { groups, before, after } of events)
    for (const [accountId, scores] of before) {
      const later = after.get(accountId)
      if (!later || scores.length === 0 || later.length === 0) continue
      const group = groups.get(accountId) ?? 'not_invited'
      const known = chosen.get(accountId)
      if (!known || RANK[group] < RANK[known.group])
        chosen.set(accountId, { group, before: scores, after: later })
    }
  return {
    events: events.length,
    ...compareBeforeAfter({ accounts: [...chosen.values()], minimum, confidence }),
  }
}
