import type { ComparisonView } from '@sixfold/contract/comparisons'
import { dimensionOf } from '@sixfold/domain/results/dimensions'
import type { PairedAnswers, ShownPairs } from '@sixfold/domain/results/judged-difference'
import { shownPairs } from '@sixfold/domain/results/judged-difference'
import { EVERYBODY } from '@sixfold/domain/scoreboard'
import type { Context } from '../../../context.ts'
import { askedApart } from '../../waves/waves/service.ts'
import type { Side } from '../compared-sides/service.ts'
import type { RatedPair } from '../paired-waves/service.ts'
import { ratedKey, readPairedWaves } from '../paired-waves/service.ts'

/** What is known of people who may be in both of two results. */
export interface PeopleInBoth {
  people: ComparisonView['people']
  /** Those who rated both, as far as they may be spoken of; null: none, or not known. */
  bothOf: (pair: RatedPair, n: { now: number; before: number }) => ShownPairs | null
}

/** Whether anybody can be in both sides, and if it is known who answered both, what they said. */
export async function peopleInBoth(
  ctx: Context,
  { first, second, rated }: { first: Side; second: Side; rated: readonly RatedPair[] },
): Promise<PeopleInBoth> {
  const without = (people: PeopleInBoth['people']): PeopleInBoth => ({ people, bothOf: () => null })
  if (await nobodyInBoth(ctx, first, second)) return without('apart')
  if (!canBePaired(first, second)) return without('assumed')
  const [one, other] = [first.waves[0], second.waves[0]]
  const answers = await readPairedWaves(
    ctx,
    { first: one.wave.id, second: other.wave.id, rated },
    { readsAnswers: one.readsAnswers && other.readsAnswers },
  )
  if (answers === null) return without('coming')
  const { segment } = one
  return { people: 'known', bothOf: pairsBy(answers, { segment, minimumCell: first.minimumCell }) }
}

function pairsBy(
  answers: PairedAnswers,
  where: { segment: string; minimumCell: number },
): PeopleInBoth['bothOf'] {
  return (pair, n) => shownPairs({ answers, key: ratedKey(pair), n, ...where })
}

async function nobodyInBoth(ctx: Context, first: Side, second: Side): Promise<boolean> {
  if (first.waves.length > 1 || second.waves.length > 1) return false
  const [one, other] = [first.waves[0].wave.id, second.waves[0].wave.id]
  const [part, otherPart] = [first.part, second.part]
  if (one !== other) return askedApart(ctx, one, other)
  // Two parts of one wave: regions, or modes, of which everybody is in one.
  return part !== otherPart && dimensionBefore(part) === dimensionBefore(otherPart) && part.includes(':')
}

const dimensionBefore = (part: string) => part.split(':', 1)[0]

/**
 * Two waves that asked by name, each by itself, of the same region or of everybody, and as they stand: who sees one in steps must not
 * learn from the pairs who has answered since.
 */
function canBePaired(first: Side, second: Side): boolean {
  const [one, other] = [first.waves[0], second.waves[0]]
  const isAlone = first.waves.length === 1 && second.waves.length === 1
  const isWhole = first.part === EVERYBODY || dimensionOf(first.part) === 'region'
  const isReadable = [one, other].every(({ wave, inSteps }) => wave.kind !== 'blind' && !inSteps)
  return isAlone && one.wave.id !== other.wave.id && first.part === second.part && isWhole && isReadable
}
