import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import type { HeldFor, Hold, QuotaLedger } from './quota-ledger.ts'
import { confirmHold, emptyQuotas, fullGroups, holdPlaces, releaseHold, settleHold } from './quota-ledger.ts'

const ledger: QuotaLedger = { limits: { total: 2, 'region:n': 1 }, taken: {}, holds: {} }
const hold = (name: string, ...groups: string[]): Hold => ({ name, groups })
const held = (before: QuotaLedger, response: string, wanted: Hold): QuotaLedger => {
  const after = holdPlaces(before, response, wanted)
  if (typeof after === 'string') throw new Error(after)
  return after
}

describe('places', () => {
  test('are taken in all groups or in none', () => {
    const one = held(ledger, 'r1', hold('h1', 'total', 'region:n'))
    expect(one.taken).toEqual({ total: 1, 'region:n': 1 })
    expect(holdPlaces(one, 'r2', hold('h2', 'total', 'region:n'))).toBe('full')
    const two = held(one, 'r3', hold('h3', 'total', 'region:s'))
    expect(two.taken).toEqual({ total: 2, 'region:n': 1, 'region:s': 1 })
    expect(fullGroups(two, ['total', 'region:n', 'region:s'])).toEqual(['total', 'region:n'])
  })

  test('are held once for a response, however often it is sent at the same time', () => {
    const one = held(ledger, 'r1', hold('h1', 'total'))
    expect(holdPlaces(one, 'r1', hold('h2', 'total'))).toBe('busy')
  })

  test('confirming and giving back again change nothing, nor under the name of another hold', () => {
    const one = held(ledger, 'r1', hold('h1', 'total'))
    expect(confirmHold(one, 'r1', 'h2')).toEqual(one)
    expect(releaseHold(one, 'r1', 'h2')).toEqual(one)
    const confirmed = confirmHold(one, 'r1', 'h1')
    expect(confirmed).toEqual({ ...ledger, taken: { total: 1 } })
    expect(releaseHold(confirmed, 'r1', 'h1')).toEqual(confirmed)
    const released = releaseHold(one, 'r1', 'h1')
    expect(released).toEqual({ ...ledger, taken: { total: 0 } })
    expect(releaseHold(released, 'r1', 'h1')).toEqual(released)
  })

  test('a group named like a property of objects is a group like any other', () => {
    expect(fullGroups(emptyQuotas, ['constructor'])).toEqual([])
    expect(held(emptyQuotas, 'r1', hold('h1', 'constructor')).taken.constructor).toBe(1)
  })
})

test('a hold is settled by what its response says', () => {
  expect(settleHold('h1', null)).toBe('release')
  expect(settleHold('h1', { state: 'draft' })).toBe('fence')
  expect(settleHold('h1', { state: 'submitted', hold: 'h1' })).toBe('confirm')
  expect(settleHold('h1', { state: 'submitted', hold: 'h2' })).toBe('release')
})

/** A submission as its process carries it out: each step is one write, and between any two it may die or be slow. */
type Step = 'look' | 'hold' | 'write' | 'end'

interface Submission {
  response: string
  hold: string
  groups: string[]
  next: Step | null
  /** The draft's revision that it looked at. */
  seen: number
}

interface Response {
  state: 'draft' | 'submitted'
  revision: number
  hold: string | null
  groups: string[]
}

/** The documents, with what each write does to them. `guarded` false: the hold is taken without its condition. */
class World {
  ledger: QuotaLedger
  responses = new Map<string, Response>()
  guarded: boolean
  constructor(limits: Record<string, number>, guarded = true) {
    this.ledger = { limits, taken: {}, holds: {} }
    this.guarded = guarded
  }

  step(one: Submission): void {
    const response = this.responses.get(one.response)
    if (!response || one.next === null) return
    switch (one.next) {
      case 'look':
        one.seen = response.revision
        one.next = response.state === 'submitted' ? null : 'hold'
        return
      case 'hold': {
        const limits = this.guarded ? this.ledger.limits : {}
        const after = holdPlaces({ ...this.ledger, limits }, one.response, {
          name: one.hold,
          groups: one.groups,
        })
        if (typeof after !== 'string') this.ledger = { ...after, limits: this.ledger.limits }
        // Who finds the response busy looks again a moment later.
        one.next = after === 'full' ? null : after === 'busy' ? 'look' : 'write'
        return
      }
      case 'write':
        if (response.state === 'draft' && response.revision === one.seen) {
          response.state = 'submitted'
          response.hold = one.hold
          response.groups = one.groups
          response.revision += 1
        }
        one.next = 'end'
        return
      case 'end': {
        const written = response.hold === one.hold
        this.ledger = written
          ? confirmHold(this.ledger, one.response, one.hold)
          : releaseHold(this.ledger, one.response, one.hold)
        one.next = null
      }
    }
  }

  /** What the sweep does about the hold of a response: fence, look, settle. */
  sweep(id: string): void {
    const name = this.ledger.holds[id]?.name
    if (name === undefined) return
    const response = this.responses.get(id)
    if (response?.state === 'draft') response.revision += 1
    const known: HeldFor =
      !response || response.state === 'draft' ? null : { ...response, state: 'submitted' }
    const settle = settleHold(name, known) === 'confirm' ? confirmHold : releaseHold
    this.ledger = settle(this.ledger, id, name)
  }

  sent(group: string): number {
    return [...this.responses.values()].filter(
      ({ state, groups }) => state === 'submitted' && groups.includes(group),
    ).length
  }
}

const groups = fc.subarray(['total', 'region:n', 'answer:q:a'], { minLength: 1 })
const story = fc.record({
  limits: fc.record({ total: fc.nat(4), 'region:n': fc.nat(3) }),
  /** Which response each submission is of, and its groups: two may send the same one at once. */
  submissions: fc.array(fc.record({ response: fc.nat(5), groups }), { minLength: 1, maxLength: 9 }),
  /** What happens next: a step of a submission, its end by a crash, or a sweep of one hold, also of a living one. */
  moves: fc.array(
    fc.record({
      what: fc.constantFrom('step', 'step', 'step', 'step', 'crash', 'sweep'),
      which: fc.nat(8),
    }),
    { maxLength: 60 },
  ),
})

type Story = typeof story extends fc.Arbitrary<infer S> ? S : never

function play({ limits, submissions, moves }: Story, guarded = true): World {
  const world = new World(limits, guarded)
  const running: Submission[] = submissions.map((one, at) => {
    const response = `r${one.response}`
    world.responses.set(response, { state: 'draft', revision: 1, hold: null, groups: [] })
    return { response, hold: `h${at}`, groups: one.groups, next: 'look', seen: 0 }
  })
  for (const { what, which } of moves) {
    const one = running[which % running.length]
    if (!one) continue
    if (what === 'step') world.step(one)
    else if (what === 'crash') one.next = null
    else world.sweep(one.response)
    // At no moment has more been sent than there are places.
    if (guarded)
      for (const [group, limit] of Object.entries(limits))
        expect(world.sent(group)).toBeLessThanOrEqual(limit)
  }
  for (const id of world.responses.keys()) world.sweep(id)
  for (const one of running) while (one.next !== null) world.step(one)
  for (const id of world.responses.keys()) world.sweep(id)
  return world
}

describe('whatever dies, waits or is swept in between', () => {
  test('what is taken in the end is exactly what was sent, never more than there are places', () => {
    fc.assert(
      fc.property(story, one => {
        const world = play(one)
        expect(world.ledger.holds).toEqual({})
        for (const group of ['total', 'region:n', 'answer:q:a'])
          expect(world.ledger.taken[group] ?? 0).toBe(world.sent(group))
        for (const [group, limit] of Object.entries(one.limits))
          expect(world.sent(group)).toBeLessThanOrEqual(limit)
      }),
      { numRuns: 2000 },
    )
  })

  test('without the condition more would get in: the property can fail', () => {
    const overfull = fc.check(
      fc.property(story, one => {
        const world = play(one, false)
        for (const [group, limit] of Object.entries(one.limits))
          if (world.sent(group) > limit) throw new Error('overfull')
      }),
      { numRuns: 2000 },
    )
    expect(overfull.failed).toBe(true)
  })
})
