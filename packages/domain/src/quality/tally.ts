import type { SurveyDefinition } from '../survey/definition.ts'
import type { JudgedResponse, QualityFlag } from './flags.ts'
import { ownFlagsReader, QUALITY_FLAGS } from './flags.ts'
import type { PageTimes } from './page-times.ts'

/** How the responses of a wave came, as counts alone. */
export interface QualityTally {
  responses: number
  modes: Readonly<Record<string, number>>
  languages: Readonly<Record<string, number>>
  /** Timed responses by half minutes, rounded up: `4` took more than one and a half minutes, at most two. */
  halfMinutes: Readonly<Record<string, number>>
  /** Responses by the flags they raise alone, joined as `flagsKey` does; those without any stand under `none`. */
  flags: FlagCounts
}

/** Responses by their set of flags. */
export type FlagCounts = Readonly<Record<string, number>>

export interface TalliedResponse extends JudgedResponse {
  mode: string
  language: string
}

/** Two hours: whoever took longer was away. */
const MOST_HALF_MINUTES = 240

export const emptyTally: QualityTally = {
  responses: 0,
  modes: {},
  languages: {},
  halfMinutes: {},
  flags: {},
}

/**
 * Adds responses to a tally; never mutates. Adding in any order, or in any batches, gives the same tally.
 *
 * @example foldTally(emptyTally, [response], definition).responses // 1
 */
export function foldTally(
  tally: QualityTally,
  responses: readonly TalliedResponse[],
  definition: SurveyDefinition,
): QualityTally {
  const spent = responses.flatMap(({ pages }) => halfMinutesOf(pages))
  const ownFlags = ownFlagsReader(definition)
  const flags = responses.map(response => flagsKey(ownFlags(response)))
  return {
    responses: tally.responses + responses.length,
    modes: addCounts(
      tally.modes,
      responses.map(({ mode }) => mode),
    ),
    languages: addCounts(
      tally.languages,
      responses.map(({ language }) => language),
    ),
    halfMinutes: addCounts(tally.halfMinutes, spent),
    flags: addCounts(tally.flags, flags),
  }
}

/** Counts one more of each key. */
export function addCounts(
  counts: Readonly<Record<string, number>>,
  keys: readonly string[],
): Record<string, number> {
  const next = new Map(Object.entries(counts))
  for (const key of keys) next.set(key, (next.get(key) ?? 0) + 1)
  return Object.fromEntries(next)
}

/**
 * Names a set of flags, always in one order.
 *
 * @example flagsKey(['same_answers', 'too_fast']) // 'too_fast same_answers'
 * @example flagsKey([]) // 'none'
 */
export function flagsKey(flags: readonly QualityFlag[]): string {
  return QUALITY_FLAGS.filter(flag => flags.includes(flag)).join(' ') || 'none'
}

/** @example flagsIn('too_fast same_answers') // ['too_fast', 'same_answers'] */
export function flagsIn(key: string): QualityFlag[] {
  const names = key.split(' ')
  return QUALITY_FLAGS.filter(flag => names.includes(flag))
}

/**
 * The median time of those who were timed, in minutes, to the half minute; `null` when nobody was.
 *
 * @example medianMinutes({ 4: 1, 6: 1, 30: 1 }) // 3
 */
export function medianMinutes(halfMinutes: QualityTally['halfMinutes']): number | null {
  const steps = Object.entries(halfMinutes).map(([step, count]) => ({ step: Number(step), count }))
  const timed = steps.reduce((sum, { count }) => sum + count, 0)
  let passed = 0
  for (const { step, count } of steps.sort((a, b) => a.step - b.step)) {
    passed += count
    if (passed * 2 >= timed) return step / 2
  }
  return null
}

function halfMinutesOf(pages: PageTimes = {}): string[] {
  const seconds = Object.values(pages).reduce((sum, each) => sum + each, 0)
  return seconds > 0 ? [String(Math.min(Math.ceil(seconds / 30), MOST_HALF_MINUTES))] : []
}
