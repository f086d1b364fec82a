import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { agendaTimes, isReleased, morningAfter, proposeAgenda } from './agenda.ts'

const hanoi = 'Asia/Ho_Chi_Minh'
const at = (text: string) => new Date(text)

describe('an agenda', () => {
  test('runs one after the other and says by how much it is too long', () => {
    const event = { startsAt: at('2026-12-10T01:30:00Z'), endsAt: at('2026-12-10T03:00:00Z') }
    const { items, overrun } = agendaTimes([{ minutes: 40 }, { minutes: 60 }], event)
    expect(items[1]).toEqual({ startsAt: at('2026-12-10T02:10:00Z'), endsAt: at('2026-12-10T03:10:00Z') })
    expect(overrun).toBe(10)
    expect(() => agendaTimes([{ minutes: 0 }], event)).toThrow(RangeError)
  })

  test('is proposed from what was asked for on the weakest factors first', () => {
    const items = proposeAgenda({
      minutes: 210,
      weakFactors: [
        { factor: 'delivery', name: { en: 'Delivery', vi: 'Giao hàng' } },
        { factor: 'image', name: { en: 'Image' } },
      ],
      requirements: [
        { receipt: 'R-61', text: 'Own order number', factor: 'administration', accounts: 7 },
        { receipt: 'R-88', text: 'A fixed day', factor: 'delivery', accounts: 11 },
        { receipt: 'R-90', text: 'Notice of changes', factor: 'delivery', accounts: 4 },
      ],
      somethingDone: true,
    })
    expect(items.map(({ kind, factor }) => factor ?? kind)).toEqual([
      'welcome',
      'you_said',
      'delivery',
      'image',
      'break',
      'administration',
      'closing',
    ])
    expect(items[2]).toMatchObject({ title: { en: 'A fixed day' }, receipts: ['R-88', 'R-90'], accounts: 15 })
  })

  test('never lasts longer than the event, whatever there is to talk about', () => {
    const requirement = fc.record({
      receipt: fc.string(),
      text: fc.string(),
      factor: fc.constantFrom('a', 'b', null),
      accounts: fc.nat(20),
    })
    fc.assert(
      fc.property(fc.integer({ min: 40, max: 600 }), fc.array(requirement), (minutes, requirements) => {
        const grounds = {
          minutes,
          weakFactors: [{ factor: 'a', name: {} }],
          requirements,
          somethingDone: true,
        }
        const all = proposeAgenda(grounds).reduce((sum, item) => sum + item.minutes, 0)
        expect(all).toBeLessThanOrEqual(minutes)
      }),
    )
  })
})

describe('times on the event’s own clock', () => {
  test('an embargo ends at its very moment', () => {
    const embargo = { date: '2026-12-10', time: '10:00' }
    expect(isReleased(embargo, hanoi, at('2026-12-10T02:59:59.999Z'))).toBe(false)
    expect(isReleased(embargo, hanoi, at('2026-12-10T03:00:00Z'))).toBe(true)
    expect(isReleased(null, hanoi, at('1990-01-01T00:00:00Z'))).toBe(true)
  })

  test.each([
    ['2026-12-10T05:00:00Z', hanoi, '2026-12-11T01:30:00.000Z'],
    // An evening in Auckland is the same day's morning in UTC.
    ['2026-12-10T08:00:00Z', 'Pacific/Auckland', '2026-12-10T19:30:00.000Z'],
    // Ended at midnight sharp: it was the evening of the 10th.
    ['2026-12-10T17:00:00Z', hanoi, '2026-12-11T01:30:00.000Z'],
    // The night of the change to winter time.
    ['2026-10-24T20:00:00Z', 'Europe/Berlin', '2026-10-25T07:30:00.000Z'],
  ])('the morning after %s in %s', (ended, zone, morning) => {
    expect(morningAfter(at(ended), zone).toISOString()).toBe(morning)
  })
})
