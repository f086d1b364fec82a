import { describe, expect, test } from '@jest/globals'
import { LINK_DAYS, LINK_PURPOSES, linkExpiry, mayOpenOwnPage } from './personal-links.ts'

const day = (text: string) => new Date(`${text}T08:00:00Z`)

describe('personal links', () => {
  test('what shows more lives shorter', () => {
    expect(LINK_DAYS.own_data).toBeLessThan(LINK_DAYS.own_page)
  })

  test.each(LINK_PURPOSES)('%s ends on its day', purpose => {
    const made = day('2026-11-22')
    expect((linkExpiry(purpose, made).getTime() - made.getTime()) / 86_400_000).toBe(LINK_DAYS[purpose])
  })

  test.each([
    ['2026-11-22', true],
    ['2027-02-19', true],
    ['2027-02-20', false],
    ['2030-01-01', false],
  ])('the link of a survey that ends on 22 November opens the own page on %s: %s', (on, may) => {
    expect(mayOpenOwnPage({ closesAt: day('2026-11-22') }, day(on))).toBe(may)
  })
})
