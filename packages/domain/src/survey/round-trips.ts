import { canonicalJson } from './canonical-json.ts'
import { carryOver, listFor, placedBy } from './carry-over.ts'
import type { SurveyDefinition } from './definition.ts'
import { applyOperation } from './edit.ts'
import type { SurveyOperation } from './operation.ts'
import { placeOf, undoOf } from './undo.ts'

/** An operation, and the survey that it was made on. */
export interface Step {
  operation: SurveyOperation
  on: SurveyDefinition
}

/** Each operation with the survey before it, and the survey after all; one that does not apply is passed over. */
export function stepsOf(
  base: SurveyDefinition,
  operations: readonly SurveyOperation[],
): { steps: Step[]; result: SurveyDefinition } {
  const steps: Step[] = []
  let on = base
  for (const operation of operations) {
    const result = applyOperation(on, operation)
    if (!result.ok) continue
    steps.push({ operation, on })
    on = result.definition
  }
  return { steps, result: on }
}

/**
 * The steps without what was removed and later put back as it was, at its place: nobody needs to hear of it; nor of what was
 * changed before in something that was then removed and added anew.
 *
 * @example withoutRoundTrips(stepsOf(base, [remove, undoOf(base, remove)]).steps) // []
 */
export function withoutRoundTrips(steps: readonly Step[]): Step[] {
  const passed = new Set<Step>()
  for (const step of steps) {
    if (!step.operation.op.startsWith('remove-') || passed.has(step)) continue
    const back = undoOf(step.on, step.operation)
    const returned =
      back && steps.slice(steps.indexOf(step) + 1).find(later => isReturn(later, back, step.on))
    if (!returned) continue
    passed.add(step).add(returned)
  }
  return withoutOverwritten(steps.filter(step => !passed.has(step)))
}

/** Whether a step puts back what was removed `from` a survey: as it was, and between the same neighbours. */
function isReturn({ operation, on }: Step, back: SurveyOperation, from: SurveyDefinition): boolean {
  if (operation.op !== back.op || !('index' in operation)) return false
  if (!isSame(operation, carryOver(back, { from, to: on }))) return false
  const [before, after] = [listFor(from, operation) ?? [], listFor(on, operation) ?? []]
  const behind = before.slice(before.indexOf(placedBy(operation)) + 1).find(id => after.includes(id))
  return after[operation.index] === behind
}

/** The steps without what was done in questions of `base` that the same person took away: their going is all that is left of it. */
export function withoutGone(
  steps: readonly Step[],
  { base, result }: { base: SurveyDefinition; result: SurveyDefinition },
): Step[] {
  return steps.filter(({ operation }) => {
    // It may have gone with the page that it was moved to.
    if (operation.op.startsWith('remove-') || operation.op === 'move-question') return true
    if (!('question' in operation)) return true
    const question = questionOf(operation)
    return placeOf(base, question) === null || placeOf(result, question) !== null
  })
}

/** The steps without changes of a question or page that the same person added anew later, however it went before. */
function withoutOverwritten(steps: readonly Step[]): Step[] {
  const addedLater = new Set<string>()
  return steps
    .toReversed()
    .filter(({ operation }) => isWanted(operation, addedLater))
    .toReversed()
}

function isWanted(operation: SurveyOperation, addedLater: Set<string>): boolean {
  switch (operation.op) {
    case 'add-question':
      addedLater.add(operation.question.id)
      return true
    case 'add-page':
      for (const { id } of [operation.page, ...operation.page.questions]) addedLater.add(id)
      return true
    case 'remove-question':
    case 'remove-page':
    // It may have gone with the page that it was moved to.
    case 'move-question':
      return true
    default:
      if ('question' in operation) return !addedLater.has(questionOf(operation))
      return !('page' in operation && addedLater.has(operation.page))
  }
}

function isSame(one: SurveyOperation, other: SurveyOperation): boolean {
  return canonicalJson(one) === canonicalJson(other)
}

const questionOf = ({ question }: Extract<SurveyOperation, { question: unknown }>) =>
  typeof question === 'string' ? question : question.id
