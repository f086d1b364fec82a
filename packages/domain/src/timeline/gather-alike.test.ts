import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { TIMELINE_KINDS } from './entry.ts'
import { gatherAlike } from './gather-alike.ts'

const dayOf = ({ at }: { at: string }) => at.slice(0, 10)
const line = (kind: (typeof TIMELINE_KINDS)[number], day: number, title = 'Q4') => ({
  kind,
  title,
  detail: null,
  at: `2026-11-${String(day).padStart(2, '0')}T09:00:00Z`,
})

test('what went to several people on one day is one line', () => {
  const lines = [line('survey_sent', 3), line('survey_sent', 3), line('survey_sent', 2)]
  expect(gatherAlike(lines, dayOf).map(group => group.length)).toEqual([2, 1])
})

test('what people say is never put together, nor what is about something else', () => {
  const lines = [
    line('answered', 3),
    line('answered', 3),
    line('reminder_sent', 3),
    line('reminder_sent', 3, 'Q3'),
  ]
  expect(gatherAlike(lines, dayOf)).toHaveLength(4)
})

test('nothing is lost and the order stays', () => {
  const anyLine = fc
    .tuple(fc.constantFrom(...TIMELINE_KINDS), fc.integer({ min: 1, max: 3 }), fc.constantFrom('Q3', 'Q4'))
    .map(([kind, day, title]) => line(kind, day, title))
  fc.assert(
    fc.property(fc.array(anyLine), lines => {
      expect(gatherAlike(lines, dayOf).flat()).toEqual(lines)
    }),
  )
})
