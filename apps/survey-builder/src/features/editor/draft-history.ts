import { carryOver } from '@sixfold/domain/survey/carry-over'
import type { SurveyDefinition } from '@sixfold/domain/survey/definition'
import { applyOperation } from '@sixfold/domain/survey/edit'
import type { SurveyOperation } from '@sixfold/domain/survey/operation'
import { operationTarget } from '@sixfold/domain/survey/operation-value'
import type { Step } from '@sixfold/domain/survey/round-trips'
import type { Change } from '@sixfold/domain/survey/touched'
import { isTouched } from '@sixfold/domain/survey/touched'
import { undoOf } from '@sixfold/domain/survey/undo'

/** One step of undo: what takes it back and what does it again, each operation with the survey that it was made on. */
export interface HistoryStep {
  undo: readonly Step[]
  redo: readonly Step[]
  /** Milliseconds, of the last change in it. */
  at: number
  /** Who has changed the same since; then it is neither taken back nor done again. */
  lostTo: string | null
}

/** Changes of one text within this time are one step of undo. */
const ONE_STEP_MS = 2_000

/** Does operations one after the other, as one step; those that do not apply are passed over. Null: none of them applies. */
export function doStep(
  definition: SurveyDefinition,
  operations: readonly SurveyOperation[],
  at: number,
): { definition: SurveyDefinition; step: HistoryStep } | null {
  let current = definition
  const undo: Step[] = []
  const redo: Step[] = []
  for (const operation of operations) {
    const back = undoOf(current, operation)
    const result = applyOperation(current, operation)
    if (!back || !result.ok) continue
    redo.push({ operation, on: current })
    undo.unshift({ operation: back, on: result.definition })
    current = result.definition
  }
  return redo.length > 0 ? { definition: current, step: { undo, redo, at, lostTo: null } } : null
}

/** Does one side of a step on what stands now, each operation at its place among its neighbours. Null where one does not apply. */
export function repeatSteps(
  definition: SurveyDefinition,
  steps: readonly Step[],
): { definition: SurveyDefinition; operations: SurveyOperation[] } | null {
  let current = definition
  const operations: SurveyOperation[] = []
  for (const { operation, on } of steps) {
    const carried = carryOver(operation, { from: on, to: current })
    const result = applyOperation(current, carried)
    if (!result.ok) return null
    operations.push(carried)
    current = result.definition
  }
  return { definition: current, operations }
}

/** Whether a new step goes on with the last one: the same text, still being typed. */
export function goesOn(last: HistoryStep | undefined, next: HistoryStep): last is HistoryStep {
  const [before, after] = [last?.redo[0]?.operation, next.redo[0]?.operation]
  return (
    last !== undefined &&
    before !== undefined &&
    after !== undefined &&
    last.redo.length === 1 &&
    next.redo.length === 1 &&
    last.lostTo === null &&
    after.op.endsWith('-text') &&
    next.at - last.at < ONE_STEP_MS &&
    operationTarget(before) === operationTarget(after)
  )
}

/** Marks the steps that somebody's change has overwritten. */
export function withLost(
  steps: readonly HistoryStep[],
  side: 'undo' | 'redo',
  change: Change,
  by: string,
): readonly HistoryStep[] {
  const isLost = (step: HistoryStep) => step[side].some(({ operation }) => isTouched(change, operation))
  return steps.map(step => (step.lostTo === null && isLost(step) ? { ...step, lostTo: by } : step))
}
