import type { LocalText } from '../local-text.ts'
import { searchWords } from '../text/fold.ts'
import type { SurveyDefinition } from './definition.ts'
import type { Question } from './question.ts'
import { askedQuestions } from './versions.ts'

/** A new question that may well be one that was dropped: made anew, imported, or copied under another id. */
export interface Continuation {
  /** The new question. */
  question: string
  /** The dropped one. */
  earlier: string
  /** How much of their words they share, 0..1. */
  likeness: number
}

/** From here on two questions are taken for one; less is enough where they measure the same. */
const ALIKE = 0.7
const ALIKE_IN_MEASURE = 0.3

/**
 * The dropped questions that new ones seem to continue, each at most once, the likest pairs first. A question continues one of its own
 * kind only, and never one of another factor.
 *
 * @example suggestContinuations(before, after) // [{ question: 'question-7f', earlier: 'delivery_on-time', likeness: 1 }]
 */
export function suggestContinuations(
  before: SurveyDefinition | null,
  after: SurveyDefinition,
): Continuation[] {
  const [old, now] = [askedQuestions(before), askedQuestions(after)]
  const dropped = [...old.values()].filter(({ question }) => !now.has(question.id))
  const fresh = [...now.values()].filter(({ question }) => !old.has(question.id))
  const pairs = fresh
    .flatMap(({ question: is }) => dropped.map(({ question: was }) => pairOf(was, is)))
    .filter(pair => pair !== null)
    .sort((a, b) => b.likeness - a.likeness)
  const taken = new Set<string>()
  return pairs.filter(({ question, earlier }) => {
    if (taken.has(`new ${question}`) || taken.has(`old ${earlier}`)) return false
    taken.add(`new ${question}`).add(`old ${earlier}`)
    return true
  })
}

function pairOf(was: Question, is: Question): Continuation | null {
  if (was.kind !== is.kind || was.kind === 'statement') return null
  const measuresSame =
    was.measures?.factor === is.measures?.factor && was.measures?.attribute === is.measures?.attribute
  if (!measuresSame) return null
  const likeness = likenessOf(was.text, is.text)
  return likeness >= (is.measures ? ALIKE_IN_MEASURE : ALIKE)
    ? { question: is.id, earlier: was.id, likeness }
    : null
}

/** Dice's coefficient of the words, in the language in which they are likest. */
function likenessOf(before: LocalText, after: LocalText): number {
  const shares = Object.keys(before).map(language => {
    const [was, is] = [searchWords(before[language] ?? ''), searchWords(after[language] ?? '')]
    const both = was.filter(word => is.includes(word)).length
    return was.length + is.length === 0 ? 0 : (2 * both) / (was.length + is.length)
  })
  return Math.max(0, ...shares)
}
