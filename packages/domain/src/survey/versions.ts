import type { LocalText } from '../local-text.ts'
import type { SurveyDefinition } from './definition.ts'
import { questionsOf } from './definition.ts'
import type { Question } from './question.ts'

/** How a question stands to the version before (law 1). A trend may run through `same` only. */
export type QuestionChange = 'same' | 'reworded' | 'new' | 'dropped'

/** By question id, for every question of either version. */
export type QuestionChanges = Readonly<Record<string, QuestionChange>>

/**
 * Compares a new version with the one before; with no version before, every question is new.
 * Another kind or another factor under an old id counts as `new`: the numbers would not be comparable.
 * A text in a language that the version before did not have does not reword the question.
 */
export function compareVersions(before: SurveyDefinition | null, after: SurveyDefinition): QuestionChanges {
  const changes: Record<string, QuestionChange> = {}
  const old = new Map(before ? questionsOf(before).map(question => [question.id, question]) : [])
  for (const question of questionsOf(after)) {
    const previous = old.get(question.id)
    changes[question.id] = previous ? compareQuestions(previous, question) : 'new'
    old.delete(question.id)
  }
  for (const id of old.keys()) changes[id] = 'dropped'
  return changes
}

function compareQuestions(before: Question, after: Question): QuestionChange {
  const sameMeaning =
    before.kind === after.kind &&
    before.measures?.factor === after.measures?.factor &&
    before.measures?.attribute === after.measures?.attribute
  if (!sameMeaning) return 'new'
  return sameText(before.text, after.text) && sameText(before.help ?? {}, after.help ?? {})
    ? 'same'
    : 'reworded'
}

function sameText(before: LocalText, after: LocalText): boolean {
  const shared = Object.keys(before).filter(language => before[language])
  return shared.every(language => before[language] === after[language])
}

/**
 * One spelling of a JSON value whatever the order of its keys, so that equal definitions have equal hashes.
 *
 * @example canonicalJson({ b: 1, a: [2] }) // '{"a":[2],"b":1}'
 */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`
  if (value === null || typeof value !== 'object') return JSON.stringify(value) ?? 'null'
  const entries = Object.entries(value)
    .filter(([, item]) => item !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
  return `{${entries.map(([key, item]) => `${JSON.stringify(key)}:${canonicalJson(item)}`).join(',')}}`
}
