import type { QualityFlag } from './flags.ts'
import { flagLevel, QUALITY_FLAGS } from './flags.ts'
import type { FlagCounts, QualityTally } from './tally.ts'
import { flagsIn, medianMinutes } from './tally.ts'

/** A count as it may be shown: null is hidden, because it or what it leaves is below the minimum cell; `most` says that it is more than half. */
export interface ShownCount {
  count: number | null
  most: boolean
}

/** How the responses of a wave came, ready to be shown. Below the minimum cell everything is empty (law 5). */
export interface QualityView {
  suppressed: boolean
  responses: number | null
  modes: ({ mode: string } & ShownCount)[]
  languages: ({ language: string } & ShownCount)[]
  /** Minutes of the middle respondent, to the half minute. */
  medianMinutes: number | null
  /** Responses whose time is known. */
  timed: number | null
  /** How many responses the flags below speak of. */
  judged: number
  /** Whether they were held against each other; before that only flags that follow from one response alone are known. */
  compared: boolean
  unflagged: ShownCount
  flagged: ShownCount
  /** Flags from two or more independent sources. */
  severalFlags: ShownCount
  /** Those that occur, the most frequent first. `alsoOther`: of these, with a flag from another source. */
  flags: { flag: QualityFlag; count: number | null; alsoOther: number | null }[]
}

/**
 * The view of a tally and, once the wave's responses were held against each other, of that judgement.
 *
 * @example qualityView({ tally, judged: null, minimumCell: 5 }).medianMinutes // 4.5
 */
export function qualityView({
  tally,
  judged,
  minimumCell,
}: {
  tally: QualityTally
  judged: { responses: number; flags: FlagCounts } | null
  minimumCell: number
}): QualityView {
  const flags = judged?.flags ?? tally.flags
  const total = judged?.responses ?? tally.responses
  const nothing: ShownCount = { count: null, most: false }
  if (Math.min(tally.responses, total) < minimumCell)
    return {
      suppressed: true,
      responses: null,
      modes: [],
      languages: [],
      medianMinutes: null,
      timed: null,
      judged: 0,
      compared: false,
      unflagged: nothing,
      flagged: nothing,
      severalFlags: nothing,
      flags: [],
    }
  const timed = sum(Object.values(tally.halfMinutes))
  const [unflagged = 0, flagged = 0, several = 0] = levelsOf(flags)
  const parted = shownParts([unflagged, flagged], minimumCell)
  return {
    suppressed: false,
    responses: tally.responses,
    modes: shownList(tally.modes, minimumCell).map(([mode, shown]) => ({ mode, ...shown })),
    languages: shownList(tally.languages, minimumCell).map(([language, shown]) => ({ language, ...shown })),
    medianMinutes: timed < minimumCell ? null : medianMinutes(tally.halfMinutes),
    timed: isSmall(timed, minimumCell) || isSmall(tally.responses - timed, minimumCell) ? null : timed,
    judged: total,
    compared: judged !== null,
    unflagged: parted[0] ?? nothing,
    flagged: parted[1] ?? nothing,
    severalFlags: { count: isSmall(several, minimumCell) ? null : several, most: several * 2 > total },
    flags: shownFlags(flags, { several, minimumCell }),
  }
}

/** Responses without a flag, with one, and (among these) with flags from several sources. */
function levelsOf(flags: FlagCounts): [number, number, number] {
  const levels = Object.entries(flags).map(([key, count]) => ({ level: flagLevel(flagsIn(key)), count }))
  const at = (least: number) => sum(levels.filter(({ level }) => level >= least).map(({ count }) => count))
  return [at(0) - at(1), at(1), at(2)]
}

function shownFlags(
  flags: FlagCounts,
  { several, minimumCell }: { several: number; minimumCell: number },
): QualityView['flags'] {
  const rows = Object.entries(flags).map(([key, count]) => ({ raised: flagsIn(key), count }))
  const counted = QUALITY_FLAGS.map(flag => {
    const own = rows.filter(({ raised }) => raised.includes(flag))
    const also = own.filter(({ raised }) => flagLevel(raised) === 2)
    return { flag, count: sum(own.map(one => one.count)), also: sum(also.map(one => one.count)) }
  })
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.count - a.count)
  const hidden = new Set(counted.filter(({ count }) => isSmall(count, minimumCell)).map(({ flag }) => flag))
  // What the flags count twice is the overlap: where that is hidden, one of them must be hidden, too.
  const smallest = counted.at(-1)
  if (isSmall(several, minimumCell) && hidden.size === 0 && smallest) hidden.add(smallest.flag)
  return counted.map(({ flag, count, also }) => {
    const tells = isSmall(also, minimumCell) || isSmall(count - also, minimumCell)
    const isHidden = hidden.has(flag)
    return { flag, count: isHidden ? null : count, alsoOther: isHidden || tells ? null : also }
  })
}

/** Counts by key, the largest first. */
function shownList(counts: Readonly<Record<string, number>>, minimumCell: number): [string, ShownCount][] {
  const sorted = Object.entries(counts).sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1))
  const shown = shownParts(
    sorted.map(([, count]) => count),
    minimumCell,
  )
  return sorted.map(([key], at) => [key, shown[at] ?? { count: null, most: false }])
}

/** Parts of a total that everybody knows: beside a small part another is hidden, or it could be computed. */
function shownParts(counts: readonly number[], minimumCell: number): ShownCount[] {
  const hidden = new Set(counts.flatMap((count, at) => (isSmall(count, minimumCell) ? [at] : [])))
  const rest = counts
    .map((count, at) => ({ count, at }))
    .filter(({ count, at }) => count > 0 && !hidden.has(at))
    .sort((a, b) => a.count - b.count)
  const hiddenSum = () => sum([...hidden].map(at => counts[at] ?? 0))
  while (hidden.size > 0 && (hidden.size === 1 || hiddenSum() < minimumCell)) {
    const next = rest.shift()
    if (!next) break
    hidden.add(next.at)
  }
  const total = sum(counts)
  return counts.map((count, at) => ({ count: hidden.has(at) ? null : count, most: count * 2 > total }))
}

const isSmall = (count: number, minimumCell: number) => count > 0 && count < minimumCell

const sum = (counts: readonly number[]) => counts.reduce((all, count) => all + count, 0)
