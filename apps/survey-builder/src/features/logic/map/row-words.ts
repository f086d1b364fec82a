import type { Names } from '../names.ts'
import { pageName, questionName } from '../names.ts'
import { conditionWords, jumpWords } from '../sentence.ts'
import type { MapRow } from './layout.ts'
import type { MapRule } from './rules.ts'

/** A rule as a sentence. */
export function ruleWords({ kind, when, to }: MapRule, names: Names): string {
  if (kind === 'jump') return jumpWords({ when, to: to ?? 'end' }, names)
  const condition = conditionWords(when, names)
  return names.say(kind === 'show' ? 'ruleShow' : 'ruleRequire', { condition })
}

/** What a line of the map stands for. */
export function rowName(
  { kind, page, question, left }: Pick<MapRow, 'kind' | 'page' | 'question' | 'left'>,
  names: Names,
): string {
  const { say, definition, places } = names
  if (kind === 'start' || kind === 'end') return say(kind)
  if (kind === 'more') return say('mapMore', { n: left })
  const place = question === null ? undefined : places.get(question)
  if (place) return questionName(place, names)
  const at = definition.pages.findIndex(({ id }) => id === page)
  const found = definition.pages[at]
  return found ? pageName(found, at, names) : say('notThere')
}
