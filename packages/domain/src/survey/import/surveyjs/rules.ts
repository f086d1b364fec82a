import type { Condition } from '../../logic/condition.ts'
import type { Expression } from '../expression.ts'
import { readExpression } from '../expression.ts'
import { conditionFrom } from '../references.ts'
import type { Conversion } from './conversion.ts'
import { written } from './left-over.ts'
import { isObject, Props } from './props.ts'

/** Sets the conditions of the file, now that every question is there; those without a like are said. */
export function settleRules(conversion: Conversion): void {
  const { draft, rules } = conversion
  for (const { where, what, sources, target } of rules) {
    const condition = conditionOf(conversion, sources)
    const set =
      condition !== null &&
      ('page' in target
        ? draft.setPageRule(target.page, condition)
        : target.questions.every(id => draft.setRule(id, target.rule, condition)))
    if (!set) draft.note(where, what, 'condition', sources.join(' and '))
  }
}

function conditionOf({ draft, references }: Conversion, sources: readonly string[]): Condition | null {
  const read = sources.map(source => readExpression(source, 'braces'))
  const whole = read.filter(one => one !== null)
  const [first] = whole
  if (!first || whole.length < read.length) return null
  const expression: Expression = whole.length === 1 ? first : { op: 'and', of: whole }
  return conditionFrom(expression, {
    find: name =>
      references.get(name.toLowerCase()) ?? references.get(name.toLowerCase().replace(/^panel\./, '')),
    question: id => draft.question(id),
  })
}

/** Triggers: an early end and a skip become ways of a page; the others happen by themselves, which nothing here does. */
export function convertTriggers(conversion: Conversion, triggers: readonly unknown[]): void {
  const { draft } = conversion
  for (const trigger of triggers) {
    const props = isObject(trigger) ? new Props(trigger) : null
    const type = props?.string('type') ?? ''
    const condition =
      props && (type === 'complete' || type === 'skip')
        ? conditionOf(conversion, [props.string('expression')])
        : null
    if (
      condition &&
      props &&
      addJump(conversion, condition, type === 'skip' ? props.string('gotoName') : null)
    ) {
      draft.note({}, `trigger ${type}`, 'taken_over', props.string('expression'))
      continue
    }
    draft.note({}, `trigger ${type}`, 'automation', written(trigger))
  }
}

/** From the page of the last question that the condition looks at, to the end or to the page that begins with a question. */
function addJump({ draft, references }: Conversion, when: Condition, to: string | null): boolean {
  const looked = new Set(
    when.tests.flatMap(({ subject }) => ('question' in subject ? [subject.question] : [])),
  )
  const from = draft.pages.findLastIndex(({ questions }) => questions.some(({ id }) => looked.has(id)))
  const page = draft.pages[from]
  if (!page) return false
  if (to === null) return draft.addJump(page, { when, to: 'end' })
  const goal = references.get(to.toLowerCase())?.question
  const target = draft.pages.findIndex(({ questions }) => questions[0]?.id === goal)
  const later = draft.pages[target]
  return target > from && later !== undefined && draft.addJump(page, { when, to: { page: later.id } })
}
