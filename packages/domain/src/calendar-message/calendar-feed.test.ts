import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import ICAL from 'ical.js'
import { type FeedEvent, writeCalendarFeed } from './calendar-feed.ts'
import { escapeText } from './content-lines.ts'

const event: FeedEvent = {
  uid: 'f3b0a6f0-8d0f-4f58-9a55-1d9f8e1d2c3b@sixfold.example',
  sequence: 3,
  startsAt: new Date('2026-12-10T01:30:00Z'),
  endsAt: new Date('2026-12-10T05:00:00Z'),
  title: 'Tọa đàm khách hàng',
  description: 'Giao hàng; hóa đơn.\nHẹn gặp anh/chị!',
  venue: 'Khách sạn Rex, 141 Nguyễn Huệ',
  organizer: { name: 'Sao Mai', email: 'roundtables@sixfold.example' },
}
const stamp = new Date('2026-11-20T02:03:04Z')

const octetsOf = (line: string) => encodeURIComponent(line).replaceAll(/%../g, 'x').length

const readBack = (text: string) => {
  const calendar = new ICAL.Component(ICAL.parse(text))
  return { calendar, events: calendar.getAllSubcomponents('vevent') }
}

test('an empty feed is a calendar without events', () => {
  const { calendar, events } = readBack(writeCalendarFeed({ name: 'Miền Bắc', stamp, events: [] }))
  expect(calendar.getFirstPropertyValue('method')).toBe('PUBLISH')
  expect(calendar.getFirstPropertyValue('name')).toBe('Miền Bắc')
  expect(events).toEqual([])
})

test('an event that does not end after it starts is refused', () => {
  const wrong = { ...event, endsAt: event.startsAt }
  expect(() => writeCalendarFeed({ name: '', stamp, events: [wrong] })).toThrow(RangeError)
})

test('every feed reads back as it was written, in lines of at most 75 octets, and names no guest', () => {
  const words = fc
    .array(fc.constantFrom('Đường', '會議室', '👩🏽‍💻', '\\', ';', ',', '"', '\n', ' x', ':'), {
      maxLength: 60,
    })
    .map(parts => `${parts.join('')}.`)
  const minute = fc.integer({ min: 0, max: 20_000_000 }).map(minutes => new Date(minutes * 60_000))
  const events = fc.array(
    fc.record({ title: words, description: words, venue: words, startsAt: minute, sequence: fc.nat() }),
    { maxLength: 8 },
  )
  fc.assert(
    fc.property(words, events, (name, given) => {
      const written = writeCalendarFeed({
        name,
        stamp,
        events: given.map((one, place) => ({
          ...event,
          ...one,
          uid: `${place}@sixfold.example`,
          endsAt: new Date(one.startsAt.getTime() + 60_000),
        })),
      })
      for (const line of written.split('\r\n')) expect(octetsOf(line)).toBeLessThanOrEqual(75)
      expect(written).not.toContain('ATTENDEE')
      const read = readBack(written)
      // The parser knows neither name of a calendar's name, so it gives both as they were written.
      expect(read.calendar.getFirstPropertyValue('name')).toBe(escapeText(name))
      expect(
        read.events.map(one => ({
          title: one.getFirstPropertyValue('summary'),
          description: one.getFirstPropertyValue('description'),
          venue: one.getFirstPropertyValue('location'),
          startsAt: new Date((one.getFirstPropertyValue('dtstart') as ICAL.Time).toUnixTime() * 1000),
          sequence: one.getFirstPropertyValue('sequence'),
        })),
      ).toEqual(given)
      expect(read.events.map(one => one.getFirstPropertyValue('uid'))).toEqual(
        given.map((_, place) => `${place}@sixfold.example`),
      )
    }),
    { numRuns: 150 },
  )
})
