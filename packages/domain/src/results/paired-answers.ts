import { EVERYBODY } from '../scoreboard.ts'
import { dimensionOf } from './dimensions.ts'
import type { PairedAnswers } from './judged-difference.ts'
import type { Pairs } from './paired-change.ts'
import { changeDesignEffect, pairsOf } from './paired-change.ts'

/** Somebody's answers in one of two waves. */
export interface RatedAnswers {
  segments: readonly string[]
  /** In the order of `keys`, 1 to 5; null: not rated. */
  ratings: readonly (number | null)[]
}

/**
 * Who answered both of two waves, of everybody and of each region that they were in both times: whether they were satisfied, then and
 * now, and how alike people of one account changed.
 *
 * @param now The people of the one wave, with their account.
 * @param before What the same person answered in the other; undefined: nothing.
 * @param keys What was rated, as both name it.
 * @example pairedAnswers({ now, before: ({ contact }) => then.get(contact), keys: ['factor:delivery'] }).pairs.all
 */
export function pairedAnswers<Row extends RatedAnswers & { account: string }>({
  now,
  before,
  keys,
}: {
  now: readonly Row[]
  before: (row: Row) => RatedAnswers | undefined
  keys: readonly string[]
}): PairedAnswers {
  const both = now.flatMap(row => {
    const then = before(row)
    return then ? [{ row, then }] : []
  })
  const isRegion = (segment: string) => dimensionOf(segment) === 'region'
  const inBoth = ({ row, then }: (typeof both)[number]) =>
    row.segments.filter(segment => isRegion(segment) && then.segments.includes(segment))
  const segments = new Set([EVERYBODY, ...both.flatMap(inBoth)])
  const pairs: Record<string, Record<string, Pairs>> = {}
  const effects: Record<string, Record<string, number | null>> = {}
  for (const segment of segments) {
    const own = segment === EVERYBODY ? both : both.filter(one => inBoth(one).includes(segment))
    const changes = keys.map((key, at) => ({ key, steps: own.flatMap(one => stepOf(one, at)) }))
    pairs[segment] = Object.fromEntries(changes.map(({ key, steps }) => [key, pairsOf(steps)]))
    effects[segment] = Object.fromEntries(changes.map(({ key, steps }) => [key, changeDesignEffect(steps)]))
  }
  return { pairs, effects }
}

function stepOf({ row, then }: { row: RatedAnswers & { account: string }; then: RatedAnswers }, at: number) {
  const [now, before] = [row.ratings[at] ?? null, then.ratings[at] ?? null]
  return now === null || before === null ? [] : [{ account: row.account, now: now >= 4, before: before >= 4 }]
}

/**
 * The same, with the two waves the other way round: who was lost was gained. How alike people change is the same both ways.
 *
 * @example turnedRound({ pairs: { all: { a: { kept: 1, lost: 2, gained: 3, neither: 4 } } }, effects }).pairs.all.a.lost // 3
 */
export function turnedRound({ pairs, effects }: PairedAnswers): PairedAnswers {
  const turned = Object.entries(pairs).map(([segment, own]) => [
    segment,
    Object.fromEntries(
      Object.entries(own).map(([key, { lost, gained, ...rest }]) => [
        key,
        { ...rest, lost: gained, gained: lost },
      ]),
    ),
  ])
  return { pairs: Object.fromEntries(turned), effects }
}
