import { expect, test } from '@jest/globals'
import type { SeatGuest } from '@sixfold/contract/seats'
import { foundBy, guestOfCode } from './find-guest.ts'

const guest = (name: string, accountName: string) => ({ name, accountName }) as SeatGuest

test('a name is found without its marks and in any order', () => {
  const guests = [guest('Nguyễn Thị Thu', 'Công ty Đông Á'), guest('Anna Bauer', 'Bauer AG')]
  expect(foundBy(guests, 'thu nguyen')).toEqual([guests[0]])
  expect(foundBy(guests, 'DONG')).toEqual([guests[0]])
  expect(foundBy(guests, ' ')).toEqual(guests)
  expect(foundBy(guests, 'nobody')).toEqual([])
})

test('a code names its guest at its own event alone', () => {
  const code = 'https://events.example.com/scheduler/events/e1/check-in?guest=g7'
  expect(guestOfCode(code, 'e1')).toBe('g7')
  expect(guestOfCode(code, 'e2')).toBeNull()
  expect(guestOfCode('hello', 'e1')).toBeNull()
})
