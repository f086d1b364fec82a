import fc from 'fast-check'
import { addLocalDays, localDaysBetween } from '../local-date.ts'
import type { AnswerValue } from './answers.ts'
import { IMPORTANCE, NOT_APPLICABLE, standsAlone } from './answers.ts'
import { partKey } from './definition.ts'
import type { ContactField, Question, QuestionOf } from './question.ts'
import { NONE, OTHER } from './question.ts'

/** An answer that a sound question takes, as forms give it: nothing blank, no line end but `\n`. Null: nothing to answer. */
export function arbitraryAnswer(question: Question): fc.Arbitrary<AnswerValue> | null {
  switch (question.kind) {
    case 'satisfaction':
    case 'agreement':
    case 'csat':
      return points(1, 5, question.offerNotApplicable)
    case 'rating':
      return points(question.first, question.first + question.points - 1, question.offerNotApplicable)
    case 'nps':
      return points(0, 10, false)
    case 'ces':
      return points(1, question.variant === 'topTwoOf5' ? 5 : 7, false)
    case 'grid':
      return gridAnswer(question)
    case 'choice':
    case 'dropdown':
      return chosen(question)
    case 'choices':
      return choicesAnswer(question)
    case 'ranking':
      return fc.shuffledSubarray(ids(question), {
        minLength: 1,
        maxLength: question.top ?? ids(question).length,
      })
    case 'picture':
      return fc.shuffledSubarray(ids(question), {
        minLength: 1,
        maxLength: question.several ? ids(question).length : 1,
      })
    case 'sum':
      return someOf(ids(question), fc.integer({ min: 0, max: question.total }))
    case 'slider': {
      const { min, max, step } = question
      return fc
        .integer({ min: 0, max: Math.floor((max - min) / step) })
        .map(steps => Number((min + steps * step).toFixed(6)))
    }
    case 'number':
      return numberAnswer(question)
    case 'text':
      return says(question.maxLength)
    case 'date':
      return dateAnswer(question)
    case 'yes-no':
      return fc.constantFrom('yes', 'no', ...(question.offerNotApplicable ? [NOT_APPLICABLE] : []))
    case 'consent':
      return fc.constantFrom(...Object.keys(question.text))
    case 'contact-details':
      return contactAnswer(question)
    case 'upload':
      return fc.uniqueArray(fc.stringMatching(/^[\w-]{1,64}$/), {
        minLength: 1,
        maxLength: question.maxFiles,
      })
    case 'statement':
      return null
    default:
      return question satisfies never
  }
}

function points(low: number, high: number, orNone: boolean): fc.Arbitrary<number | string> {
  const point: fc.Arbitrary<number | string> = fc.integer({ min: low, max: high })
  return orNone ? fc.oneof(point, fc.constant(NOT_APPLICABLE)) : point
}

/** Words that say something. */
function says(maxLength: number): fc.Arbitrary<string> {
  const line = fc.oneof(fc.string({ maxLength }), fc.string({ unit: 'grapheme', maxLength }))
  return line.filter(text => text.trim() !== '' && text.length <= maxLength && !text.includes('\r'))
}

function ids({ options }: { options: readonly { id: string }[] }): string[] {
  return options.map(({ id }) => id)
}

/** A record of values for at least one of the keys. */
function someOf<T>(keys: readonly string[], value: fc.Arbitrary<T>): fc.Arbitrary<Record<string, T>> {
  return fc
    .subarray([...keys], { minLength: 1 })
    .chain(some => fc.tuple(...some.map(key => value.map((one): [string, T] => [key, one]))))
    .map(entries => Object.fromEntries(entries))
}

function gridAnswer({ rows, importance, offerNotApplicable }: QuestionOf<'grid'>): fc.Arbitrary<AnswerValue> {
  const keys = rows.map(({ id }) => id)
  const rated = someOf(keys, points(1, 5, offerNotApplicable))
  if (!importance) return rated
  const weighed = someOf(
    keys.map(key => partKey(key, IMPORTANCE)),
    points(1, 5, false),
  )
  return fc.tuple(rated, weighed).map(([verdicts, weights]) => ({ ...verdicts, ...weights }))
}

function chosen(question: QuestionOf<'choice' | 'dropdown' | 'choices'>): fc.Arbitrary<string> {
  return fc.oneof(
    fc.constantFrom(...ids(question), ...(question.none ? [NONE] : []), ...(question.other ? [OTHER] : [])),
    ...(question.other ? [says(30).map(text => `${OTHER}:${text}`)] : []),
  )
}

function choicesAnswer(question: QuestionOf<'choices'>): fc.Arbitrary<AnswerValue> {
  const alone = chosen(question).map(one => [one])
  const together = ids(question).filter(id => !standsAlone(question, id))
  const most = Math.min(question.atMost ?? together.length, together.length)
  if (most === 0) return alone
  return fc.oneof(alone, fc.shuffledSubarray(together, { minLength: 1, maxLength: most }))
}

function numberAnswer({
  min = -1000,
  max = min + 2000,
  decimals,
}: QuestionOf<'number'>): fc.Arbitrary<number> {
  const low = Math.min(min, max)
  return fc
    .integer({ min: 0, max: (max - low) * 10 ** decimals })
    .map(steps => Number((low + steps / 10 ** decimals).toFixed(decimals)) || 0)
}

function dateAnswer({ earliest = '2026-01-01', latest }: QuestionOf<'date'>): fc.Arbitrary<string> {
  const last = latest ?? addLocalDays(earliest, 500)
  const from = earliest < last ? earliest : last
  return fc.integer({ min: 0, max: localDaysBetween(from, last) }).map(days => addLocalDays(from, days))
}

const contactWords: Record<ContactField, fc.Arbitrary<string>> = {
  name: says(60),
  'job-title': says(60),
  company: says(60),
  email: fc.emailAddress().filter(address => /^[\w.+-]+@/.test(address)),
  phone: fc.stringMatching(/^\+84 \d{2} \d{4} \d{4}$/),
}

function contactAnswer({ fields }: QuestionOf<'contact-details'>): fc.Arbitrary<AnswerValue> {
  return fc
    .subarray(
      fields.map(({ id }) => id),
      { minLength: 1 },
    )
    .chain(some => fc.tuple(...some.map(id => contactWords[id].map((text): [string, string] => [id, text]))))
    .map(entries => Object.fromEntries(entries))
}
