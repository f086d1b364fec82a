import { expect, jest, test } from '@jest/globals'
import fc from 'fast-check'
import { arbitraryOperation } from './arbitrary-operation.ts'
import { arbitrarySurvey } from './arbitrary-survey.ts'
import { canonicalJson } from './canonical-json.ts'
import type { SurveyDefinition } from './definition.ts'
import { questionsOf } from './definition.ts'
import { applyOperations } from './edit.ts'
import { movesBetween } from './list-order.ts'
import type { Clash, Merge } from './merge.ts'
import { applyWhatFits, mergeOperations } from './merge.ts'
import { wholeKey, wholeOf, wholesOf } from './merge-wholes.ts'
import type { SurveyOperation } from './operation.ts'
import { operationTarget, valueAt } from './operation-value.ts'
import { partsOf } from './parts.ts'
import { stepsOf } from './round-trips.ts'
import { isTouched } from './touched.ts'

// A machine with much else to do takes its time.
jest.setTimeout(60_000)

/** Two people's operations from one survey, as each could make them there. */
interface Two {
  base: SurveyDefinition
  /** Of each, with what the survey looked like to them in the end. */
  mine: { operations: SurveyOperation[]; result: SurveyDefinition }
  theirs: { operations: SurveyOperation[]; result: SurveyDefinition }
}

/** What of a list of operations one person could do. New questions and pages are that person's own: ids are random. */
function alone(base: SurveyDefinition, person: string, list: readonly SurveyOperation[]) {
  const known = new Map(questionsOf(base).map(question => [question.id, question]))
  const taken = new Set([...known.keys(), ...base.pages.map(({ id }) => id)])
  const operations = list.map(operation => {
    const own: SurveyOperation = JSON.parse(
      JSON.stringify(operation).replace(/"([pq]\d)"/g, (quoted, id) =>
        taken.has(id) ? quoted : `"${id}-${person}"`,
      ),
    )
    // Who adds a question of old has taken its removal back.
    if (own.op === 'add-question') return { ...own, question: known.get(own.question.id) ?? own.question }
    if (own.op !== 'add-page') return own
    return { ...own, page: { ...own.page, questions: own.page.questions.filter(({ id }) => !known.has(id)) } }
  })
  const { steps, result } = stepsOf(base, operations)
  return { operations: steps.map(({ operation }) => operation), result }
}

const someOperations = fc.array(arbitraryOperation, { maxLength: 12 })
const two: fc.Arbitrary<Two> = fc
  .tuple(arbitrarySurvey, someOperations, someOperations)
  .map(([base, mine, theirs]) => ({
    base,
    mine: alone(base, 'mine', mine),
    theirs: alone(base, 'theirs', theirs),
  }))

function apply(definition: SurveyDefinition, operations: readonly SurveyOperation[]): SurveyDefinition {
  const result = applyOperations(definition, operations)
  if (!result.ok) throw new Error(`${result.reason} at ${result.at}`)
  return result.definition
}

const mergeOf = ({ base, mine, theirs }: Two) =>
  mergeOperations({ base, current: theirs.result, operations: mine.operations })

/** The state of what an operation writes: there or not for whole things, the value for fields. Places are looked at apart. */
function effect(definition: SurveyDefinition, operation: SurveyOperation): string {
  const value = valueAt(definition, operation)
  if (operation.op.startsWith('move-')) return 'place'
  if (wholeOf(operation)) return value === null ? 'gone' : 'there'
  return canonicalJson(value)
}

function lost(
  operations: readonly SurveyOperation[],
  { base, own, result }: { base: SurveyDefinition; own: SurveyDefinition; result: SurveyDefinition },
): SurveyOperation[] {
  return operations.filter(operation => {
    // Taken back, or gone with what the same person removed later.
    if (!isTouched({ base, current: own }, operation)) return false
    const removes = operation.op.startsWith('remove-')
    if (removes !== (valueAt(own, operation) === null)) return false
    return effect(result, operation) !== effect(own, operation)
  })
}

/** Whether a clash put an operation before a person. */
function wasShown(operation: SurveyOperation, base: SurveyDefinition, clashes: readonly Clash[]): boolean {
  const keys = new Set(clashes.map(({ key }) => key))
  return (
    clashes.some(({ mine }) => mine.includes(operation)) ||
    keys.has(operationTarget(operation)) ||
    wholesOf(operation, base).some(key => keys.has(key))
  )
}

const runs = { numRuns: 500 }

test('what is kept applies, and with nothing changed by others it is all that I did', () => {
  fc.assert(
    fc.property(two, ({ base, mine, theirs }) => {
      apply(theirs.result, mergeOf({ base, mine, theirs }).kept)
      const untouched = mergeOperations({ base, current: base, operations: mine.operations })
      expect(untouched.clashes).toEqual([])
      expect(canonicalJson(apply(base, untouched.kept))).toBe(canonicalJson(mine.result))
    }),
    runs,
  )
})

test('nothing of theirs is lost without an explicit choice', () => {
  fc.assert(
    fc.property(two, sides => {
      const { base, theirs } = sides
      const result = apply(theirs.result, mergeOf(sides).kept)
      expect(lost(theirs.operations, { base, own: theirs.result, result })).toEqual([])
    }),
    runs,
  )
})

test('everything of mine is in the result, or was shown for choice', () => {
  fc.assert(
    fc.property(two, sides => {
      const { base, mine, theirs } = sides
      const { kept, clashes } = mergeOf(sides)
      const result = apply(theirs.result, kept)
      const missing = lost(mine.operations, { base, own: mine.result, result })
      expect(missing.filter(operation => !wasShown(operation, base, clashes))).toEqual([])
    }),
    runs,
  )
})

test('choosing mine everywhere brings everything of mine in', () => {
  fc.assert(
    fc.property(two, sides => {
      const { base, mine, theirs } = sides
      const { kept, clashes } = mergeOf(sides)
      for (const { choice } of clashes) expect(choice).not.toBeNull()
      const choices = clashes.flatMap(({ choice }) => choice ?? [])
      const result = applyWhatFits(apply(theirs.result, kept), choices).definition
      expect(lost(mine.operations, { base, own: mine.result, result })).toEqual([])
    }),
    runs,
  )
})

test('the order that each one left stands for all that the other did not move', () => {
  fc.assert(
    fc.property(two, sides => {
      const { base, mine, theirs } = sides
      const { kept, clashes } = mergeOf(sides)
      const result = listsOf(apply(theirs.result, kept))
      const byMe = movedThrough(kept)
      // Of mine only what was carried over shows; and of theirs nothing that could have moved.
      const byThem = movedThrough(theirs.operations)
      const waiting = movedThrough(clashes.flatMap(clash => clash.mine))
      const before = listsOf(base)
      for (const [list, ids] of result) {
        if (byMe.has(list) || byThem.has(list) || waiting.has(list)) continue
        expectSameOrder(ids, listsOf(theirs.result).get(list) ?? [], id => !byMe.has(id))
        const moves = movesBetween(before.get(list) ?? [], listsOf(theirs.result).get(list) ?? [])
        expectSameOrder(
          ids,
          listsOf(mine.result).get(list) ?? [],
          id =>
            !byThem.has(id) && !waiting.has(id) && moves.get(id) !== 'maybe' && moves.get(id) !== 'surely',
        )
      }
    }),
    runs,
  )
})

function expectSameOrder(ids: string[], others: string[], counts: (id: string) => boolean): void {
  const shared = (list: string[], other: string[]) => list.filter(id => counts(id) && other.includes(id))
  expect(shared(ids, others)).toEqual(shared(others, ids))
}

test('the same laws find the loss where the last writer wins', () => {
  const naive = ({ theirs, mine }: Two): Merge => {
    const { applied } = applyWhatFits(theirs.result, mine.operations)
    return { kept: applied, clashes: [] }
  }
  const losses = fc.sample(two, { numRuns: 400, seed: 7 }).map(sides => {
    const { base, theirs } = sides
    const result = apply(theirs.result, naive(sides).kept)
    return lost(theirs.operations, { base, own: theirs.result, result }).length
  })
  expect(losses.filter(count => count > 0).length).toBeGreaterThan(20)
})

/** Every item that operations may have given another place, and every list that they replaced as a whole. */
function movedThrough(operations: readonly SurveyOperation[]): Set<string> {
  const ids = operations.flatMap((operation): string[] => {
    switch (operation.op) {
      case 'add-page':
        return [operation.page.id, ...operation.page.questions.map(({ id }) => id)]
      case 'move-page':
        return [operation.page]
      case 'add-question':
        return [operation.question.id]
      case 'move-question':
        return [operation.question]
      case 'replace-question':
        return [wholeKey({ kind: 'question', question: operation.question.id })]
      case 'add-part':
        return [operation.part.id]
      case 'move-part':
        return [operation.part]
      default:
        return []
    }
  })
  return new Set(ids)
}

/** Every list of a survey, by name. */
function listsOf(definition: SurveyDefinition): Map<string, string[]> {
  const lists = new Map([['pages', definition.pages.map(({ id }) => id)]])
  for (const page of definition.pages) {
    lists.set(
      wholeKey({ kind: 'page', page: page.id }),
      page.questions.map(({ id }) => id),
    )
    for (const question of page.questions)
      lists.set(
        wholeKey({ kind: 'question', question: question.id }),
        (partsOf(question)?.parts ?? []).map(({ id }) => id),
      )
  }
  return lists
}
