import { verdictItems } from '../scoreboard.ts'
import type { SurveyDefinition } from '../survey/definition.ts'
import { ratedItems } from '../survey/definition.ts'
import type { ItemLines } from '../survey/lineage.ts'
import { itemLines } from '../survey/lineage.ts'
import type { Wording } from './comparability.ts'

/** That a rated question of one survey stands for one of another: by their keys, and how its words stand to the other's. */
export interface ItemLink {
  first: string
  second: string
  wording: Wording
  /** Who says so: the authors of versions, the texts themselves, or somebody who judged the pair. */
  by: 'versions' | 'texts' | 'map'
}

/** What somebody judged: this question of the first survey stands for that one of the second. */
export type JudgedLink = Omit<ItemLink, 'by'>

/** The wordings of a judged pair. That a question is the same is for versions and texts to say. */
export const JUDGED_WORDINGS = ['equivalent', 'reworded', 'different'] as const

/**
 * Which rated questions of two surveys stand for each other: what somebody judged first, then what the authors of the versions between
 * them said, then, where no line leads from one to the other, what the questions measure and how they are worded. No question stands for two.
 *
 * @param lines Of the second survey's items, in the first; absent: they have no common history.
 * @example itemLinks({ first, second, lines: null, judged: [] }) // [{ first: 'delivery', second: 'd1', wording: 'same', by: 'texts' }]
 */
export function itemLinks({
  first,
  second,
  lines,
  judged,
}: {
  first: SurveyDefinition
  second: SurveyDefinition
  lines: ItemLines | null
  judged: readonly JudgedLink[]
}): ItemLink[] {
  const known = { first: keysOf(first), second: keysOf(second) }
  const sources: readonly ItemLink[] = [
    ...judged.map(link => ({ ...link, by: 'map' as const })),
    ...linksOf(lines ?? {}, 'versions'),
    ...(lines
      ? []
      : linksOf(itemLines(first, [{ definition: second, continues: likely(first, second) }]), 'texts')),
  ]
  const taken = { first: new Set<string>(), second: new Set<string>() }
  const links = sources.filter(link => {
    const free =
      known.first.has(link.first) &&
      known.second.has(link.second) &&
      !taken.first.has(link.first) &&
      !taken.second.has(link.second)
    if (free) {
      taken.first.add(link.first)
      taken.second.add(link.second)
    }
    return free
  })
  const order = [...known.second]
  return links.toSorted((a, b) => order.indexOf(a.second) - order.indexOf(b.second))
}

const GRAVITY: readonly Wording[] = ['same', 'equivalent', 'reworded', 'different']

/**
 * How the verdict on a factor in one survey stands to that in another: the gravest wording of the questions that both rest on.
 * `different` where one rests on a question that stands for none of the other's.
 *
 * @example factorWording({ first, second, links, factor: 'delivery' }) // 'reworded'
 */
export function factorWording({
  first,
  second,
  links,
  factor,
}: {
  first: SurveyDefinition
  second: SurveyDefinition
  links: readonly ItemLink[]
  factor: string
}): Wording {
  const [old, now] = [first, second].map(
    survey => new Set(verdictItems(survey, factor).map(({ key }) => key)),
  )
  if (!old || !now || old.size === 0 || old.size !== now.size) return 'different'
  const own = links.filter(link => old.has(link.first) && now.has(link.second))
  if (own.length < now.size) return 'different'
  return GRAVITY[Math.max(...own.map(({ wording }) => GRAVITY.indexOf(wording)))] ?? 'different'
}

function keysOf(survey: SurveyDefinition): Set<string> {
  return new Set(ratedItems(survey).map(({ key }) => key))
}

function linksOf(lines: ItemLines, by: ItemLink['by']): ItemLink[] {
  return Object.entries(lines).flatMap(([second, { change, earlier }]): ItemLink[] =>
    earlier === null || change === 'new' ? [] : [{ first: earlier, second, wording: change, by }],
  )
}

/** Questions under other ids that measure the same. */
function likely(first: SurveyDefinition, second: SurveyDefinition): Record<string, string> {
  const whole = (survey: SurveyDefinition) =>
    ratedItems(survey).filter(({ row, measures }) => row === null && measures !== undefined)
  const inFirst = keysOf(first)
  const shared = new Set([...keysOf(second)].filter(key => inFirst.has(key)))
  const earlier = new Map(
    whole(first)
      .filter(({ key }) => !shared.has(key))
      .toReversed()
      .map(({ key, measures }) => [`${measures?.factor} ${measures?.attribute}`, key]),
  )
  const found: Record<string, string> = {}
  for (const { key, measures } of whole(second)) {
    const name = `${measures?.factor} ${measures?.attribute}`
    const was = earlier.get(name)
    if (was === undefined || shared.has(key)) continue
    found[key] = was
    earlier.delete(name)
  }
  return found
}
