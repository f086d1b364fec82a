import { expect, test } from '@jest/globals'
import { presentZone, zoneChoices } from './zones.ts'

test('renamed zones come once, under their present name', () => {
  const zones = zoneChoices(['Asia/Saigon', 'Asia/Ho_Chi_Minh', 'Europe/Berlin'], 'Asia/Saigon')
  expect(zones.map(zone => zone.value)).toEqual(['Asia/Ho_Chi_Minh', 'Europe/Berlin', 'UTC'])
  expect(zones[0]?.label).toBe('Asia/Ho Chi Minh')
})

test('every present name is a zone that arithmetic knows', () => {
  for (const zone of Intl.supportedValuesOf('timeZone').map(presentZone)) {
    expect(() => new Intl.DateTimeFormat('en', { timeZone: zone })).not.toThrow()
  }
})
