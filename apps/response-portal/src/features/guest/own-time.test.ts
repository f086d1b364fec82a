import { expect, test } from '@jest/globals'
import { ownTime } from './own-time.ts'

const event = { startsAt: '2026-12-10T01:30:00.000Z', endsAt: '2026-12-10T05:00:00.000Z' }

test('a reader in another zone sees the own day and hours', () => {
  expect(ownTime(event, 'Asia/Ho_Chi_Minh', 'America/New_York', 'en')).toBe(
    'Wednesday 9 December, 20:30–00:00',
  )
})

test('a reader whose clock shows the same sees nothing, whatever the zone is called', () => {
  expect(ownTime(event, 'Asia/Ho_Chi_Minh', 'Asia/Ho_Chi_Minh', 'en')).toBeNull()
  expect(ownTime(event, 'Asia/Ho_Chi_Minh', 'Asia/Bangkok', 'vi')).toBeNull()
})
