import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { resolveWallTime } from '../wall-time.ts'
import type { SpeakerTime } from './speaker-clashes.ts'
import { speakerClashes } from './speaker-clashes.ts'

const hanoi = {
  id: 'hanoi',
  startsAt: new Date('2026-12-10T01:30:00Z'),
  endsAt: new Date('2026-12-10T05:00:00Z'),
  speakerIds: ['mai', 'jens'],
}
const time = (from: string, until: string, change: Partial<SpeakerTime> = {}): SpeakerTime => ({
  speakerId: 'mai',
  eventId: 'munich',
  title: 'München',
  from: new Date(from),
  until: new Date(until),
  ...change,
})

test('the same instants in other zones clash, one after the other does not', () => {
  const early = resolveWallTime({ date: '2026-12-10', time: '05:30', zone: 'Europe/Berlin' }).instant
  const munich = time(early.toISOString(), '2026-12-10T08:00:00Z')
  expect(speakerClashes([hanoi], [munich])).toEqual([{ eventId: 'hanoi', speakerId: 'mai', with: munich }])
  expect(speakerClashes([hanoi], [time('2026-12-10T05:00:00Z', '2026-12-10T06:00:00Z')])).toEqual([])
  expect(speakerClashes([hanoi], [{ ...munich, speakerId: 'lan' }])).toEqual([])
})

test('an event is never in its own way; a whole day away is', () => {
  expect(
    speakerClashes([hanoi], [time('2026-12-10T01:30:00Z', '2026-12-10T05:00:00Z', { eventId: 'hanoi' })]),
  ).toEqual([])
  const away = time('2026-12-09T17:00:00Z', '2026-12-10T17:00:00Z', { eventId: null, title: 'Leave' })
  expect(speakerClashes([hanoi], [away])).toHaveLength(1)
})

test('two events that share a speaker clash from both sides or from neither', () => {
  const hours = fc.integer({ min: 0, max: 48 })
  fc.assert(
    fc.property(
      hours,
      hours,
      fc.integer({ min: 1, max: 9 }),
      fc.integer({ min: 1, max: 9 }),
      (a, b, long, other) => {
        const at = (hour: number) => new Date(Date.UTC(2026, 0, 1, hour))
        const events = [
          { id: 'a', startsAt: at(a), endsAt: at(a + long), speakerIds: ['mai'] },
          { id: 'b', startsAt: at(b), endsAt: at(b + other), speakerIds: ['mai'] },
        ]
        const times = events.map(({ id, startsAt, endsAt }) => ({
          speakerId: 'mai',
          eventId: id,
          title: id,
          from: startsAt,
          until: endsAt,
        }))
        const found = speakerClashes(events, times).map(({ eventId }) => eventId)
        expect(found.sort()).toEqual(found.length === 0 ? [] : ['a', 'b'])
        expect(found.length > 0).toBe(a < b + other && b < a + long)
      },
    ),
  )
})
