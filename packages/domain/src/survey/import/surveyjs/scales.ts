import { SURVEY_LIMITS } from '../../limits.ts'
import type { Question } from '../../question.ts'
import type { Value } from '../expression.ts'
import { lineOf } from '../numbers.ts'
import { standardWords } from '../words.ts'
import { addComment, readItems } from './choices.ts'
import type { Conversion, Element } from './conversion.ts'
import { add, baseOf, read, standard } from './conversion.ts'

/** A numbered scale, or the nearest that there is: a line for one beyond 11 points, options for one with words. */
export function convertRating(conversion: Conversion, element: Element): string[] {
  const { props, where, name } = element
  const { draft } = conversion
  const base = baseOf(conversion, element)
  const low = read(conversion, where, props, 'minRateDescription', 'mininumRateDescription')
  const high = read(conversion, where, props, 'maxRateDescription', 'maximumRateDescription')
  const items = readItems(conversion, where, 'rateValues', props.list('rateValues'))
  const first = props.number('rateMin') ?? 1
  const count = props.number('rateCount')
  const last = props.number('rateMax') ?? (count === undefined ? 5 : first + count - 1)
  const step = props.number('rateStep') ?? 1
  props.take('displayRateDescriptionsAsExtremeItems', 'autoGenerate')
  const done = (
    question: Question,
    reason: 'taken_over' | 'other_kind',
    value?: (value: Value) => string | undefined,
  ) => {
    const id = add(conversion, element, {
      name,
      question,
      reason,
      ...(value ? { reference: { value } } : {}),
    })
    return id === null ? [] : [id, ...addComment(conversion, element)]
  }

  if (items.length > 0) {
    const numbers = items.map(item => Number(item.name))
    const [start] = numbers
    const counted = numbers.every((one, at) => item(at) !== '' && one === (start ?? 0) + at)
    if (counted && isScale(start ?? 0, items.length)) {
      const ends = { low: labelled(0) ?? low, high: labelled(items.length - 1) ?? high }
      const inner = items.slice(1, -1).some(one => one.props && Object.values(one.text).join() !== one.name)
      if (inner) draft.note(where, 'rateValues', 'standard_scale')
      return done(scale(start ?? 0, items.length, ends), 'taken_over')
    }
    const { parts, idOf } = draft.parts(where, 'rateValues', items)
    return done({ ...base, kind: 'choice', options: parts, order: 'fixed' }, 'other_kind', value =>
      idOf.get(String(value)),
    )
  }
  const points = last - first + 1
  if (step === 1 && isScale(first, points)) return done(scale(first, points, { low, high }), 'taken_over')
  const line = lineOf(first, last, step)
  if (!line) {
    draft.note(where, 'rateMax', 'malformed', `${first}–${last}`)
    return done(scale(1, 5, { low, high }), 'other_kind')
  }
  return done({ ...base, kind: 'slider', ...line, ...ends({ low, high }) }, 'other_kind')

  function item(at: number): string {
    return items[at]?.name.trim() ?? ''
  }
  function labelled(at: number) {
    const found = items[at]
    return found?.props && Object.values(found.text).join() !== found.name ? found.text : undefined
  }
  function ends(given: { low: typeof low; high: typeof high }) {
    const said = (text: typeof low, words: typeof low) =>
      Object.keys(text).length > 0 ? text : standard(conversion, words)
    return { low: said(given.low, standardWords.low), high: said(given.high, standardWords.high) }
  }
  function scale(from: number, many: number, given: { low: typeof low; high: typeof high }): Question {
    return {
      ...base,
      kind: 'rating',
      points: many,
      first: from === 0 ? 0 : 1,
      ...ends(given),
      offerNotApplicable: false,
    }
  }
}

function isScale(first: number, points: number): boolean {
  return (
    (first === 0 || first === 1) && points >= SURVEY_LIMITS.fewestPoints && points <= SURVEY_LIMITS.mostPoints
  )
}

export function convertSlider(conversion: Conversion, element: Element): string[] {
  const { props, where, name } = element
  const { draft } = conversion
  const base = baseOf(conversion, element)
  const range = props.string('sliderType') === 'range'
  const line = lineOf(
    props.number('min', 'rangeMin') ?? 0,
    props.number('max', 'rangeMax') ?? 100,
    props.number('step') ?? 1,
  )
  if (!line) draft.note(where, 'max', 'malformed')
  if (range) draft.note(where, 'sliderType', 'no_counterpart', 'range')
  props.take('segmentCount', 'autoGenerate', 'maxSelectedRange', 'minSelectedRange')
  const id = add(conversion, element, {
    name,
    question: {
      ...base,
      kind: 'slider',
      ...(line ?? { min: 0, max: 100, step: 1 }),
      low: standard(conversion, standardWords.low),
      high: standard(conversion, standardWords.high),
    },
    reason: range ? 'other_kind' : 'taken_over',
  })
  return id === null ? [] : [id]
}

/** Yes or no; with labels of its own, a choice between the two. */
export function convertBoolean(conversion: Conversion, element: Element): string[] {
  const { props, where, name } = element
  const base = baseOf(conversion, element)
  const whenTrue = props.take('valueTrue') ?? true
  const whenFalse = props.take('valueFalse') ?? false
  const yes = read(conversion, where, props, 'labelTrue')
  const no = read(conversion, where, props, 'labelFalse')
  const isYes = (value: Value) => value === whenTrue || value === true
  const isNo = (value: Value) => value === whenFalse || value === false
  const plain = [...Object.values(yes), ...Object.values(no)].every(word =>
    /^(yes|no|có|không)$/i.test(word.trim()),
  )
  const value = (said: Value) => (isYes(said) ? 'yes' : isNo(said) ? 'no' : undefined)
  const label = (own: typeof yes, words: typeof yes) =>
    Object.keys(own).length > 0 ? own : standard(conversion, words)
  const question: Question = plain
    ? { ...base, kind: 'yes-no', offerNotApplicable: false }
    : {
        ...base,
        kind: 'choice',
        options: [
          { id: 'yes', text: label(yes, standardWords.yes) },
          { id: 'no', text: label(no, standardWords.no) },
        ],
        order: 'fixed',
      }
  const id = add(conversion, element, {
    name,
    question,
    reason: plain ? 'taken_over' : 'other_kind',
    reference: { value },
  })
  return id === null ? [] : [id, ...addComment(conversion, element)]
}
