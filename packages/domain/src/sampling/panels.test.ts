import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { assignPanels, panelOfWave } from './panels.ts'

const person = fc.record({
  id: fc.integer({ min: 0, max: 60 }).map(id => `c${id}`),
  account: fc.constantFrom('a', 'b', 'c'),
})
const people = fc.uniqueArray(person, { selector: ({ id }) => id, maxLength: 40 })

describe('rotating panels', () => {
  test('an account with two people has one in each of two panels', () => {
    const members = [
      { id: 'c1', account: 'a' },
      { id: 'c2', account: 'a' },
    ]
    expect(new Set(Object.values(assignPanels({ members, panels: 2, known: {}, seed: 's' })))).toEqual(
      new Set([0, 1]),
    )
  })

  test('who has a panel keeps it, and each account stays as even as newcomers allow', () => {
    fc.assert(
      fc.property(people, people, fc.integer({ min: 2, max: 4 }), (first, later, panels) => {
        const known = assignPanels({ members: first, panels, known: {}, seed: 's' })
        const all = [...first, ...later.filter(({ id }) => !first.some(one => one.id === id))]
        const assigned = assignPanels({ members: all, panels, known, seed: 's' })
        for (const { id } of first) expect(assigned[id]).toBe(known[id])
        for (const account of ['a', 'b', 'c']) {
          const sizes = new Array<number>(panels).fill(0)
          for (const { id, account: of } of all)
            if (of === account) sizes[assigned[id] ?? 0] = (sizes[assigned[id] ?? 0] ?? 0) + 1
          expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(1)
        }
      }),
    )
  })

  test('the order of the list decides nothing', () => {
    fc.assert(
      fc.property(people, members => {
        const turned = [...members].reverse()
        expect(assignPanels({ members: turned, panels: 3, known: {}, seed: 's' })).toEqual(
          assignPanels({ members, panels: 3, known: {}, seed: 's' }),
        )
      }),
    )
  })

  test('nobody is asked in two waves running, and everybody comes round', () => {
    const turns = Array.from({ length: 8 }, (_, wave) => panelOfWave({ wave, panels: 3 }))
    expect(turns).toEqual([0, 1, 2, 0, 1, 2, 0, 1])
  })

  test('one panel is no rotation', () => {
    expect(() => assignPanels({ members: [], panels: 1, known: {}, seed: 's' })).toThrow(RangeError)
    expect(() =>
      assignPanels({ members: [{ id: 'x', account: 'a' }], panels: 2, known: { x: 2 }, seed: 's' }),
    ).toThrow('no panel 2')
  })
})
