import type { Scoreboard } from '../scoreboard.ts'
import { EVERYBODY, keptAccounts } from '../scoreboard.ts'
import { hiddenSegments } from '../scoreboard-disclosure.ts'

/**
 * The regions of which a figure may not be shown beside that of all of them: those of fewer than `minimum` people or of too few accounts,
 * and others by which these could be had.
 *
 * @example hiddenRegions([{ regionId: 'south', people: 3, accounts: ['a'] }, { regionId: 'north', people: 9, accounts: ['b', 'c', 'd'] }], 5)
 *   // Set { 'south', 'north' }
 */
export function hiddenRegions(
  regions: readonly { regionId: string; people: number; accounts: readonly string[] }[],
  minimum: number,
): Set<string> {
  const segmentOf = (people: number, accounts: readonly string[]) => ({
    ...{ responses: people, questions: {}, factors: {}, accounts: keptAccounts(accounts) },
  })
  const heard = regions.filter(({ people }) => people > 0)
  const board: Scoreboard = {
    [EVERYBODY]: segmentOf(
      heard.reduce((sum, { people }) => sum + people, 0),
      heard.flatMap(({ accounts }) => accounts),
    ),
    ...Object.fromEntries(
      heard.map(({ regionId, people, accounts }) => [`region:${regionId}`, segmentOf(people, accounts)]),
    ),
  }
  const validOf = (segment: Scoreboard[string] | undefined) => segment?.responses ?? 0
  const hidden = hiddenSegments({ board, validOf, minimumCell: minimum })
  return new Set(heard.map(({ regionId }) => regionId).filter(regionId => hidden.has(`region:${regionId}`)))
}
