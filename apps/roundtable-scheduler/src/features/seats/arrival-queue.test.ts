import { expect, test } from '@jest/globals'
import { type Errand, withErrand } from './arrival-queue.ts'

const came = (guestId: string, seats = 1): Errand => ({
  kind: 'checkIn',
  guestId,
  seats,
  side: 'room',
  admit: false,
})

test('the newest word about somebody replaces the one that still waits; others keep their turn', () => {
  const errands = withErrand([came('a'), came('b')], came('a', 2))
  expect(errands).toEqual([came('b'), came('a', 2)])
  expect(withErrand(errands, { kind: 'undo', guestId: 'a' })).toEqual([
    came('b'),
    { kind: 'undo', guestId: 'a' },
  ])
})
