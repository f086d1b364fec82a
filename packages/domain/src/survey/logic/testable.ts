import { IMPORTANCE, NOT_APPLICABLE } from '../answers.ts'
import { partKey } from '../definition.ts'
import { partsOf } from '../parts.ts'
import type { Question, QuestionOf } from '../question.ts'
import { NONE, OTHER } from '../question.ts'
import type { KnownFact, TestKind } from './condition.ts'
import { FACT_VALUES } from './condition.ts'

/** What can be asked of an answer, and which values there are: what a sentence offers and what findings check against. */
export type Testable =
  | { kind: 'points'; low: number; high: number; notApplicable: boolean }
  | { kind: 'options'; ids: readonly string[]; several: boolean }
  | { kind: 'number'; min?: number; max?: number; step: number }
  | { kind: 'day'; earliest?: string; latest?: string }
  | { kind: 'words' }
  /** Only whether there is an answer. */
  | { kind: 'presence' }

/**
 * What can be asked of the answer to `question`, or of one part of it; null when there is no such part, or nothing is answered.
 *
 * @example testableOf(npsQuestion) // { kind: 'points', low: 0, high: 10, notApplicable: false }
 */
export function testableOf(question: Question, part?: string): Testable | null {
  return part === undefined ? testableWhole(question) : testablePart(question, part)
}

/** What can be asked of a fact on record. */
export function testableFact(fact: KnownFact): Testable {
  const values: Partial<Record<KnownFact, readonly string[]>> = FACT_VALUES
  const ids = values[fact]
  return ids ? { kind: 'options', ids, several: false } : { kind: 'words' }
}

/** The parts of an answer that can be asked for one by one, in their order; a grid's importance beside its row. */
export function testableParts(question: Question): string[] {
  const ids = partsOf(question)?.parts.map(({ id }) => id) ?? []
  if (question.kind === 'grid' && question.importance) return ids.flatMap(id => [id, partKey(id, IMPORTANCE)])
  return ids.filter(id => testablePart(question, id) !== null)
}

/**
 * Whether an answer, or a part of it, can be put into a text.
 *
 * @example hasWords(gridQuestion) // false: only its rows have words
 */
export function hasWords(question: Question, part?: string): boolean {
  const testable = testableOf(question, part)
  return testable !== null && testable.kind !== 'presence'
}

/** The tests that make sense, the likeliest first. */
export function testsOf(testable: Testable): readonly TestKind[] {
  switch (testable.kind) {
    case 'points':
    case 'number':
    case 'day':
      return ['at-most', 'at-least', 'is', 'is-not', 'answered', 'blank']
    case 'options':
      return testable.several
        ? ['includes', 'includes-not', 'is', 'is-not', 'answered', 'blank']
        : ['is', 'is-not', 'answered', 'blank']
    case 'words':
      return ['answered', 'blank', 'is', 'is-not']
    case 'presence':
      return ['answered', 'blank']
    default:
      return testable satisfies never
  }
}

function testableWhole(question: Question): Testable | null {
  switch (question.kind) {
    case 'satisfaction':
    case 'agreement':
    case 'csat':
      return { kind: 'points', low: 1, high: 5, notApplicable: question.offerNotApplicable }
    case 'rating':
      return {
        kind: 'points',
        low: question.first,
        high: question.first + question.points - 1,
        notApplicable: question.offerNotApplicable,
      }
    case 'nps':
      return { kind: 'points', low: 0, high: 10, notApplicable: false }
    case 'ces':
      return { kind: 'points', low: 1, high: question.variant === 'topTwoOf5' ? 5 : 7, notApplicable: false }
    case 'choice':
    case 'dropdown':
      return { kind: 'options', ids: offered(question), several: false }
    case 'choices':
      return { kind: 'options', ids: offered(question), several: true }
    case 'ranking':
      return { kind: 'options', ids: question.options.map(({ id }) => id), several: true }
    case 'picture':
      return { kind: 'options', ids: question.options.map(({ id }) => id), several: question.several }
    case 'yes-no':
      return {
        kind: 'options',
        ids: ['yes', 'no', ...(question.offerNotApplicable ? [NOT_APPLICABLE] : [])],
        several: false,
      }
    case 'slider':
      return { kind: 'number', min: question.min, max: question.max, step: question.step }
    case 'number':
      return { kind: 'number', ...numberLimits(question), step: 10 ** -question.decimals }
    case 'date':
      return { kind: 'day', ...dayLimits(question) }
    case 'text':
      return { kind: 'words' }
    case 'grid':
    case 'sum':
    case 'contact-details':
    case 'consent':
    case 'upload':
      return { kind: 'presence' }
    case 'statement':
      return null
    default:
      return question satisfies never
  }
}

function testablePart(question: Question, part: string): Testable | null {
  const has = (parts: readonly { id: string }[]) => parts.some(({ id }) => id === part)
  switch (question.kind) {
    case 'grid': {
      const points = { kind: 'points', low: 1, high: 5 } as const
      if (has(question.rows)) return { ...points, notApplicable: question.offerNotApplicable }
      const importance = question.importance && testableParts(question).includes(part)
      return importance ? { ...points, notApplicable: false } : null
    }
    case 'sum':
      return has(question.options) ? { kind: 'number', min: 0, max: question.total, step: 1 } : null
    case 'ranking':
      return has(question.options)
        ? { kind: 'points', low: 1, high: question.top ?? question.options.length, notApplicable: false }
        : null
    case 'contact-details':
      return has(question.fields) ? { kind: 'words' } : null
    default:
      return null
  }
}

/** The ids that a choice offers, "other" and "none of these" among them. */
function offered({ options, other, none }: QuestionOf<'choice' | 'choices' | 'dropdown'>): string[] {
  return [...options.map(({ id }) => id), ...(other ? [OTHER] : []), ...(none ? [NONE] : [])]
}

function numberLimits({ min, max }: QuestionOf<'number'>): { min?: number; max?: number } {
  return { ...(min === undefined ? {} : { min }), ...(max === undefined ? {} : { max }) }
}

function dayLimits({ earliest, latest }: QuestionOf<'date'>): { earliest?: string; latest?: string } {
  return { ...(earliest ? { earliest } : {}), ...(latest ? { latest } : {}) }
}
