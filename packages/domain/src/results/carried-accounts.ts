import type { Scoreboard } from '../scoreboard.ts'
import { isNameless, keptAccounts } from '../scoreboard.ts'

/**
 * A board that was counted anew with the accounts that an earlier count knew: of whom a response was that lost its account since, the
 * earlier board still says. For each nameless response at most one account comes back, so that forgetting names makes no group look
 * as if it were of more accounts, nor of fewer, than before. Doing it again changes nothing.
 *
 * @example carryAccounts({ all: { ...counts, accounts: ['a', 'response:r1'] } }, { all: { ...counts, accounts: ['a', 'b'] } })
 *   // { all: { ...counts, accounts: ['a', 'b'] } }
 */
export function carryAccounts(anew: Scoreboard, before: Scoreboard): Scoreboard {
  const carried = Object.entries(anew).map(([segment, counts]) => {
    const { accounts } = counts
    const known = (Object.hasOwn(before, segment) ? before[segment]?.accounts : undefined) ?? []
    const nameless = accounts?.filter(isNameless) ?? []
    if (!accounts || nameless.length === 0) return [segment, counts] as const
    const named = accounts.filter(key => !isNameless(key))
    const back = known.filter(key => !isNameless(key) && !named.includes(key)).slice(0, nameless.length)
    const rest = nameless.slice(back.length)
    return [segment, { ...counts, accounts: keptAccounts([...named, ...back, ...rest]) }] as const
  })
  return Object.fromEntries(carried)
}
