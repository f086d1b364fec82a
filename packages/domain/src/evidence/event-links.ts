import type { AccountScores, BeforeAfter, EventGroup } from '../roundtables/before-after.ts'
import { compareBeforeAfter, EVENT_GROUPS } from '../roundtables/before-after.ts'
import { hiddenRegions } from './hidden-regions.ts'

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
  derivable = [],
}: {
  events: readonly EventEcho[]
  minimum: number
  confidence: number
  derivable?: readonly EventGroup[]
}): EventRelation {
  return {
    events: events.length,
    ...compareBeforeAfter({ accounts: [...chosenIn(events).values()], minimum, confidence, derivable }),
  }
}

/**
 * The same of all regions (null) and of each. A group of a region is hidden too where the rest of all regions would be of too few (law 5).
 *
 * @throws RangeError for a confidence outside (0, 1), a minimum that is no whole number from 1 on.
 * @example relateEventsByRegion({ events: [], regionIds: ['south'], minimum: 5, confidence: 0.95 }).size // 2
 */
export function relateEventsByRegion({
  events,
  regionIds,
  ...how
}: {
  events: readonly (EventEcho & { regionId: string })[]
  regionIds: readonly string[]
  minimum: number
  confidence: number
}): Map<string | null, EventRelation> {
  const of = (regionId: string) => events.filter(one => one.regionId === regionId)
  const hidden = EVENT_GROUPS.map(group => {
    const people = regionIds.map(regionId => {
      const pairs = [...chosenIn(of(regionId))].filter(([, one]) => one.group === group)
      const count = (when: 'before' | 'after') => pairs.reduce((sum, [, one]) => sum + one[when].length, 0)
      return {
        regionId,
        people: Math.min(count('before'), count('after')),
        accounts: pairs.map(([accountId]) => accountId),
      }
    })
    return { group, regions: hiddenRegions(people, how.minimum) }
  })
  return new Map([
    [null, relateEvents({ events, ...how })],
    ...regionIds.map((regionId): [string, EventRelation] => {
      const derivable = hidden.filter(({ regions }) => regions.has(regionId)).map(({ group }) => group)
      return [regionId, relateEvents({ events: of(regionId), ...how, derivable })]
    }),
  ])
}

/** Each account once. */
function chosenIn(events: readonly EventEcho[]): Map<string, AccountScores> {
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
  return chosen
}
