import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import type { DueItem } from './due-item.ts'
import { STAKES } from './due-item.ts'
import { DAY_GROUPS, orderDay } from './order-day.ts'

const zone = 'Asia/Ho_Chi_Minh'
const now = new Date('2026-11-23T10:00:00+07:00')
const at = (text: string) => new Date(`${text}+07:00`)
const item = (fields: Partial<DueItem>): DueItem => ({
  kind: 'task',
  topic: 'action',
  id: 'a',
  title: '',
  accountId: null,
  accountName: '',
  contactName: '',
  regionId: null,
  dueAt: at('2026-11-23T17:00'),
  stake: 'own',
  severe: false,
  revenue: null,
  path: '/desk/',
  ...fields,
})
const order = (...items: DueItem[]) => orderDay(items, { now, zone }).map(({ id }) => id)

describe('the order of a day', () => {
  test('puts what is late first, whatever else is at stake', () => {
    const late = item({ id: 'late', dueAt: at('2026-11-23T09:59') })
    const call = item({ id: 'call', stake: 'lapses', severe: true })
    expect(order(call, late)).toEqual(['late', 'call'])
  })

  test('within a day: what lapses, what was promised, a colleague, own work', () => {
    const [lapses, promised, colleague, own] = STAKES.map(stake => item({ id: stake, stake }))
    expect(order(own as DueItem, colleague as DueItem, promised as DueItem, lapses as DueItem)).toEqual([
      ...STAKES,
    ])
  })

  test('then what is severe, what is due first, and the larger account', () => {
    const severe = item({ id: 'severe', severe: true, dueAt: at('2026-11-23T18:00') })
    const early = item({ id: 'early', dueAt: at('2026-11-23T11:00') })
    const large = item({ id: 'large', revenue: 9 })
    const small = item({ id: 'small', revenue: 1 })
    expect(order(small, large, early, severe)).toEqual(['severe', 'early', 'large', 'small'])
  })

  test('today is the reader’s: the same instant is tomorrow elsewhere', () => {
    const evening = item({ dueAt: at('2026-11-23T23:30') })
    const [here] = orderDay([evening], { now, zone })
    const [there] = orderDay([evening], { now, zone: 'Pacific/Auckland' })
    expect([here?.group, there?.group]).toEqual(['today', 'soon'])
    expect([here?.days, there?.days]).toEqual([0, 1])
  })

  test('what is due on no day waits for a colleague today, else for later', () => {
    const groups = orderDay(
      [item({ id: 'a', dueAt: null }), item({ id: 'b', dueAt: null, stake: 'colleague' })],
      { now, zone },
    ).map(({ id, group }) => [id, group])
    expect(groups).toEqual([
      ['b', 'today'],
      ['a', 'later'],
    ])
  })

  test('says why: the weightiest reason first, and large only among enough accounts', () => {
    const accounts = [5, 4, 3, 2, 1].map(revenue =>
      item({ id: `${revenue}`, accountId: `${revenue}`, revenue }),
    )
    const late = item({
      id: 'x',
      accountId: '9',
      revenue: 90,
      severe: true,
      stake: 'promised',
      dueAt: at('2026-11-20T09:00'),
    })
    expect(orderDay([...accounts, late], { now, zone })[0]).toMatchObject({
      group: 'late',
      days: -3,
      reasons: ['late', 'promised', 'severe', 'large_account'],
    })
    expect(orderDay([late], { now, zone })[0]?.reasons).toEqual(['late', 'promised', 'severe'])
    expect(
      orderDay(accounts, { now, zone }).filter(({ reasons }) => reasons.includes('large_account')),
    ).toHaveLength(1)
  })
})

test('law: nothing is lost or added, groups never mix, and the order does not depend on how things came', () => {
  const any = fc.record({
    id: fc.uuid(),
    stake: fc.constantFrom(...STAKES),
    severe: fc.boolean(),
    revenue: fc.option(fc.nat(1000)),
    dueAt: fc.option(
      fc.integer({ min: -20, max: 20 }).map(hours => new Date(now.getTime() + hours * 7_200_000)),
    ),
  })
  fc.assert(
    fc.property(fc.uniqueArray(any, { selector: ({ id }) => id, maxLength: 30 }), given => {
      const items = given.map(item)
      const placed = orderDay(items, { now, zone })
      expect(placed.map(({ id }) => id).toSorted()).toEqual(items.map(({ id }) => id).toSorted())
      const groups = placed.map(({ group }) => DAY_GROUPS.indexOf(group))
      expect(groups).toEqual(groups.toSorted((a, b) => a - b))
      expect(orderDay(items.toReversed(), { now, zone })).toEqual(placed)
      for (const { group, dueAt } of placed) expect(group === 'late').toBe(dueAt !== null && dueAt <= now)
    }),
  )
})
