import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import type { CaseStanding, CaseStep } from './case-state.ts'
import { CASE_STATES, CLOSING_REASONS, isOver, openCase, stepCase, stepsFrom } from './case-state.ts'

const id = 'case-1'
const at = new Date('2026-11-23T03:00:00Z')
const later = (days: number) => new Date(at.getTime() + days * 86_400_000)
const resolution = { cause: 'carrier_late', factor: 'delivery', told: 'A second carrier drives from Monday.' }
const resolve: CaseStep = { step: 'resolve', resolution }

/** A case after some steps that must all be possible. */
function after(...steps: CaseStep[]): CaseStanding {
  return steps.reduce((standing, step) => {
    const result = stepCase(standing, step, { id, at })
    if (!result.ok) throw new Error(`${step.step}: ${result.reason}`)
    return result.standing
  }, openCase())
}
const reasonOf = (standing: CaseStanding, step: CaseStep, when = at) => {
  const result = stepCase(standing, step, { id, at: when })
  return result.ok ? null : result.reason
}

/** How to come to each state. */
const ways: Record<(typeof CASE_STATES)[number], CaseStep[]> = {
  open: [],
  in_work: [{ step: 'acknowledge' }],
  waiting: [{ step: 'wait' }],
  resolved: [resolve],
  closed: [resolve, { step: 'confirm', round: 1 }],
  merged: [{ step: 'merge', into: 'case-2' }],
}

/** Every state with every step: where it leads, or nowhere. */
const table: [from: keyof typeof ways, Record<CaseStep['step'], string | null>][] = [
  ['open', row('in_work', 'waiting', null, 'resolved', null, null, null, null, 'closed', 'merged')],
  ['in_work', row(null, 'waiting', null, 'resolved', null, null, null, null, 'closed', 'merged')],
  ['waiting', row(null, null, 'in_work', 'resolved', null, null, null, null, 'closed', 'merged')],
  ['resolved', row(null, null, null, null, 'resolved', 'closed', 'in_work', 'in_work', 'closed', 'merged')],
  ['closed', row(null, null, null, null, null, null, 'in_work', 'in_work', null, null)],
  ['merged', row(null, null, null, null, null, null, null, null, null, null)],
]
function row(...targets: (string | null)[]): Record<CaseStep['step'], string | null> {
  const steps = [
    'acknowledge',
    'wait',
    'go_on',
    'resolve',
    'told',
    'confirm',
    'dispute',
    'reopen',
    'close',
    'merge',
  ] as const
  return Object.fromEntries(steps.map((step, n) => [step, targets[n] ?? null])) as Record<
    CaseStep['step'],
    string | null
  >
}

function everyStep(round: number): CaseStep[] {
  return [
    { step: 'acknowledge' },
    { step: 'wait' },
    { step: 'go_on' },
    resolve,
    { step: 'told', round },
    { step: 'confirm', round },
    { step: 'dispute', round },
    { step: 'reopen', note: 'It broke again.' },
    { step: 'close', reason: 'withdrawn', note: 'They told us by phone.' },
    { step: 'merge', into: 'case-2' },
  ]
}

describe('every state and every step', () => {
  test.each(table)('%s', (from, targets) => {
    const standing = after(...ways[from])
    expect(standing.state).toBe(from)
    for (const step of everyStep(standing.round)) {
      const result = stepCase(standing, step, { id, at })
      expect([step.step, result.ok ? result.standing.state : null]).toEqual([step.step, targets[step.step]])
    }
    const possible = Object.entries(targets).flatMap(([step, to]) => (to === null ? [] : step))
    expect(stepsFrom(from).toSorted()).toEqual(possible.toSorted())
  })
})

describe('what a step needs', () => {
  test.each([
    [{ ...resolution, cause: '' }, 'no_cause'],
    [{ ...resolution, factor: '' }, 'no_factor'],
    [{ ...resolution, told: '  ' }, 'nothing_told'],
  ])('a resolution is whole: %j', (given, reason) => {
    expect(reasonOf(after(), { step: 'resolve', resolution: given })).toBe(reason)
  })

  test('staff close with a note, and for silence only when the customer had time', () => {
    expect(reasonOf(after(), { step: 'close', reason: 'withdrawn', note: ' ' })).toBe('no_note')
    const silent: CaseStep = { step: 'close', reason: 'silent', note: 'Asked twice.' }
    expect(reasonOf(after(), silent, later(99))).toBe('too_soon')
    const told = after(resolve, { step: 'told', round: 1 })
    expect(reasonOf(told, silent, later(13))).toBe('too_soon')
    expect(reasonOf(told, silent, later(14))).toBeNull()
    expect(reasonOf(after(resolve), silent, later(99))).toBe('too_soon')
  })

  test('what was told in an earlier round counts nothing for a later one', () => {
    const again = after(resolve, { step: 'told', round: 1 }, { step: 'reopen', note: 'No.' }, resolve)
    expect(again.toldAt).toBeNull()
    expect(reasonOf(again, { step: 'told', round: 1 })).toBe('superseded')
  })

  test('staff close for want of a customer only where there is none', () => {
    const step: CaseStep = { step: 'close', reason: 'nobody_to_ask', note: 'The account as a whole.' }
    expect(reasonOf(after(), step)).toBe('has_customer')
    expect(stepCase(after(), step, { id, at, hasCustomer: false }).ok).toBe(true)
  })

  test('it is not merged into itself', () => {
    expect(reasonOf(after(), { step: 'merge', into: id })).toBe('into_itself')
  })
})

describe("a customer's verdict", () => {
  test('that comes after the case was reopened changes nothing and is told why', () => {
    const reopened = after(resolve, { step: 'reopen', note: 'We found more.' })
    expect(reasonOf(reopened, { step: 'confirm', round: 1 })).toBe('superseded')
    const again = after(resolve, { step: 'reopen', note: 'We found more.' }, resolve)
    expect(reasonOf(again, { step: 'confirm', round: 1 })).toBe('superseded')
    expect(reasonOf(again, { step: 'confirm', round: 2 })).toBeNull()
  })

  test('may be taken back after it was closed', () => {
    const closed = after(resolve, { step: 'confirm', round: 1 })
    expect(after(resolve, { step: 'confirm', round: 1 }, { step: 'dispute', round: 1 }).state).toBe('in_work')
    expect(reasonOf(closed, { step: 'confirm', round: 1 })).toBe('wrong_state')
  })
})

const anyStep = fc.oneof(
  fc.constantFrom<CaseStep>(
    { step: 'acknowledge' },
    { step: 'wait' },
    { step: 'go_on' },
    resolve,
    { step: 'reopen', note: 'again' },
    { step: 'reopen', note: '' },
    { step: 'merge', into: 'case-2' },
    { step: 'merge', into: id },
  ),
  fc
    .record({ step: fc.constantFrom('confirm', 'dispute', 'told'), round: fc.nat(3) })
    .map(verdict => verdict as CaseStep),
  fc
    .record({ reason: fc.constantFrom(...CLOSING_REASONS), note: fc.constantFrom('', 'because') })
    .map(closing => ({ step: 'close', ...closing }) as CaseStep),
)

describe('laws over any steps in any order', () => {
  const walks = fc.array(fc.tuple(anyStep, fc.nat(20)), { maxLength: 30 })

  test('none closes without its customer or a recorded reason, none is lost', () => {
    fc.assert(
      fc.property(walks, steps => {
        let standing = openCase()
        let day = 0
        for (const [step, days] of steps) {
          day += days
          const before = standing
          const result = stepCase(before, step, { id, at: later(day) })
          if (result.ok) standing = result.standing
          expect(CASE_STATES).toContain(standing.state)
          if (standing.state === 'closed' && before.state !== 'closed') {
            const byCustomer = step.step === 'confirm' && step.round === before.round
            const byStaff = step.step === 'close' && standing.closed?.note === 'because'
            expect(byCustomer || byStaff).toBe(true)
          }
          expect(standing.state === 'closed').toBe(standing.closed !== null)
          expect(standing.state === 'merged').toBe(standing.mergedInto !== null)
          if (standing.state === 'resolved') expect(standing.resolution).not.toBeNull()
          expect(standing.round).toBeGreaterThanOrEqual(before.round)
        }
      }),
    )
  })

  test('from everywhere but the two ends there is a way to an end', () => {
    for (const state of CASE_STATES) {
      const standing = after(...ways[state])
      const ends = everyStep(standing.round).some(step => {
        const result = stepCase(standing, step, { id, at })
        return result.ok && isOver(result.standing.state)
      })
      expect(ends || isOver(state)).toBe(true)
    }
  })
})
