import { canonicalJson } from './canonical-json.ts'
import { carryOver, placedBy } from './carry-over.ts'
import type { SurveyDefinition } from './definition.ts'
import { applyOperation } from './edit.ts'
import type { Whole } from './merge-wholes.ts'
import { movedOut, restoring, wholeInTheWay, wholeKey, wholeOf, wholesOf } from './merge-wholes.ts'
import type { SurveyOperation } from './operation.ts'
import { alreadySays, operationTarget, valueAt } from './operation-value.ts'
import type { Step } from './round-trips.ts'
import { stepsOf, withoutGone, withoutRoundTrips } from './round-trips.ts'
import type { Change } from './touched.ts'
import { isPageTouched, isTouched, standsBehind } from './touched.ts'
import { placeOf } from './undo.ts'

/** Two people changed the same thing, and a person has to choose. */
export interface Clash {
  /** Names it among the clashes of one merge. */
  key: string
  /** What one side removed, replaced or added and the other changed; null: both changed one field or place. */
  whole: Whole | null
  /** What I did about it, in order. */
  mine: readonly SurveyOperation[]
  /** What stands now where the last of mine would write, in the shape that `valueAt` gives; null: they took it away. */
  theirs: unknown
  /** What to apply when mine is chosen, with what brings back what they took away. Null: mine has no place any more. */
  choice: readonly SurveyOperation[] | null
}

export interface Merge {
  /** My operations that the other person's changes do not touch, as they are meant on `current`; they apply to it in order. */
  kept: SurveyOperation[]
  clashes: Clash[]
}

/**
 * Carries my unsaved operations, made on `base`, over to `current`, which somebody else saved meanwhile.
 * What both changed to different ends, and what one changed and the other took away, is a clash. What both did alike,
 * and what I took back myself, needs nothing more. Everything else is kept, at its place among its neighbours.
 *
 * @example mergeOperations({ base, current, operations: [] }) // { kept: [], clashes: [] }
 */
export function mergeOperations({
  base,
  current,
  operations,
}: Change & { operations: readonly SurveyOperation[] }): Merge {
  const { steps, result: mine } = stepsOf(base, operations)
  // Nobody else changed anything: there is nothing to weigh.
  if (canonicalJson(base) === canonicalJson(current))
    return { kept: steps.map(({ operation }) => operation), clashes: [] }
  const clashes = new Map<string, Pick<Clash, 'whole'> & { steps: Step[] }>()
  const kept: SurveyOperation[] = []
  let merged = current
  for (const step of withoutGone(withoutRoundTrips(steps), { base, result: mine })) {
    const { operation, on } = step
    const open = wholesOf(operation, on).find(key => clashes.has(key))
    if (open !== undefined) {
      clashes.get(open)?.steps.push(step)
      continue
    }
    if (needsNothing(operation, { base, current, mine, merged })) continue
    const carried = carryOver(operation, {
      from: on,
      to: merged,
      theirs: { base, current },
      waiting: placesIn(clashes),
    })
    const applied = applyOperation(merged, carried)
    if (applied.ok && !clashesWith(step, { base, current, merged })) {
      kept.push(carried)
      merged = applied.definition
      continue
    }
    const whole = (applied.ok ? null : wholeInTheWay(operation, { on, to: merged })) ?? wholeOf(operation)
    const key = whole ? wholeKey(whole) : operationTarget(operation)
    // Of one field only the latest counts; about a whole thing every step does.
    clashes.set(key, { whole, steps: [...(whole ? (clashes.get(key)?.steps ?? []) : []), step] })
  }
  return {
    kept,
    clashes: [...clashes].map(([key, { whole, steps: open }]) => ({
      key,
      whole,
      mine: open.map(({ operation }) => operation),
      theirs: standing(current, whole, open),
      choice: choiceOf(open, { merged, mine }),
    })),
  }
}

/**
 * Applies the operations in order, each as it is, and passes over what does not fit: for choices, of which one may have
 * done already what another one asks for.
 */
export function applyWhatFits(
  definition: SurveyDefinition,
  operations: readonly SurveyOperation[],
): { definition: SurveyDefinition; applied: SurveyOperation[] } {
  let current = definition
  const applied: SurveyOperation[] = []
  for (const operation of operations) {
    const result = applyOperation(current, operation)
    if (!result.ok) continue
    current = result.definition
    applied.push(operation)
  }
  return { definition: current, applied }
}

/** What my operations that wait for a choice would give a place. */
function placesIn(clashes: ReadonlyMap<string, { steps: readonly Step[] }>): Set<string> {
  const waiting = [...clashes.values()].flatMap(({ steps }) => steps.map(({ operation }) => operation))
  return new Set(waiting.flatMap(operation => ('index' in operation ? [placedBy(operation)] : [])))
}

type Sides = Change & { mine: SurveyDefinition; merged: SurveyDefinition }

/** Whether mine is done: they did the same, I took it back myself, or what it changes went with what I removed. */
function needsNothing(operation: SurveyOperation, { base, current, mine, merged }: Sides): boolean {
  switch (operation.op) {
    case 'add-page':
    case 'add-question':
    case 'add-part':
      return alreadySays(valueAt(merged, operation), operation)
    case 'remove-page':
    case 'remove-question':
      return valueAt(merged, operation) === null
    case 'remove-part':
      return (
        (questionStands(operation, merged) || !placeOf(mine, operation.question)) &&
        valueAt(merged, operation) === null
      )
    case 'move-page':
    case 'move-question':
    case 'move-part': {
      if (valueAt(mine, operation) === null && valueAt(merged, operation) === null) return true
      if (!isTouched({ base, current }, operation)) return false
      if (valueAt(mine, operation) === null) return true
      const place = canonicalJson(standsBehind(mine, operation))
      const takenBack = !isTouched({ base, current: mine }, operation)
      return takenBack || place === canonicalJson(standsBehind(current, operation))
    }
    default: {
      if (!isTouched({ base, current }, operation)) return false
      const value = valueAt(mine, operation)
      const same = (other: SurveyDefinition) =>
        canonicalJson(value) === canonicalJson(valueAt(other, operation))
      return value === null || same(base) || same(current)
    }
  }
}

function clashesWith(
  { operation, on }: Step,
  { base, current, merged }: Change & { merged: SurveyDefinition },
): boolean {
  if (operation.op !== 'remove-page') return isTouched({ base, current }, operation)
  const page = merged.pages.find(({ id }) => id === operation.page)
  // A question that I moved out still stands there: its own move waits for a choice.
  const holdsMine = page?.questions.some(({ id }) => {
    const place = placeOf(on, id)
    return place !== null && place.page !== operation.page
  })
  return page !== undefined && (holdsMine || isPageTouched({ base, current }, page))
}

function standing(current: SurveyDefinition, whole: Whole | null, steps: readonly Step[]): unknown {
  const last = steps.at(-1)?.operation
  if (!whole) return last ? valueAt(current, last) : null
  switch (whole.kind) {
    case 'page':
      return valueAt(current, { op: 'remove-page', page: whole.page })
    case 'question':
      return valueAt(current, { op: 'remove-question', question: whole.question })
    case 'part':
      return valueAt(current, { op: 'remove-part', question: whole.question, part: whole.part })
    case 'languages':
      return { languages: current.languages, defaultLanguage: current.defaultLanguage }
    default:
      return whole satisfies never
  }
}

function choiceOf(
  steps: readonly Step[],
  { merged, mine }: { merged: SurveyDefinition; mine: SurveyDefinition },
): SurveyOperation[] | null {
  const choice: SurveyOperation[] = []
  let to = merged
  const apply = (operation: SurveyOperation, on: SurveyDefinition): boolean => {
    const carried = carryOver(operation, { from: on, to })
    const result = applyOperation(to, carried)
    if (!result.ok) return questionStands(operation, to) && alreadySays(valueAt(to, operation), operation)
    choice.push(carried)
    to = result.definition
    return true
  }
  const applyWithRoom = (operation: SurveyOperation, on: SurveyDefinition): boolean => {
    if (apply(operation, on)) return true
    for (const one of restoring(operation, { on, to, result: mine })) apply(one, on)
    return apply(operation, on)
  }
  for (const { operation, on } of steps) {
    const value = valueAt(mine, operation)
    // I overwrote it myself later, in this clash or in what is kept.
    if (operation.op.startsWith('set-') && !alreadySays(value, operation)) continue
    if (operation.op === 'move-question' && placeOf(mine, operation.question)?.page !== operation.page)
      continue
    // Where I added it, I have it no more: a place for it must not bring that back.
    if (operation.op.startsWith('add-') && value === null) continue
    if (operation.op === 'remove-page')
      for (const move of movedOut(operation.page, { to, result: mine })) applyWithRoom(move, mine)
    if (!applyWithRoom(operation, on) && value !== null) return null
  }
  return choice
}

/** False where a part is to be removed from a question that is gone: by choice that may come back with all its parts. */
function questionStands(operation: SurveyOperation, definition: SurveyDefinition): boolean {
  return operation.op !== 'remove-part' || placeOf(definition, operation.question) !== null
}
