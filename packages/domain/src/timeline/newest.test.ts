import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import type { TimelineMark } from './newest.ts'
import { askedOf, newest, pageAfter } from './newest.ts'

const entry = (source: string, n: number, minute: number) => ({
  id: `${source}:${n}`,
  at: new Date(Date.UTC(2026, 10, 19, 9, minute)),
})
type Entry = ReturnType<typeof entry>

/** Every page, each asked of the sources as they would be asked. */
function walk(sources: readonly Entry[][], limit: number): Entry[] {
  const seen: Entry[] = []
  let mark: TimelineMark | null = null
  do {
    const page = askedOf(mark, limit)
    const read: ReturnType<typeof pageAfter<Entry>> = pageAfter(
      mark,
      limit,
      sources.map(entries => newest(entries, page)),
    )
    seen.push(...read.entries)
    mark = read.next
  } while (mark !== null)
  return seen
}

describe('pages of a timeline', () => {
  test('are the newest of all sources', () => {
    const calls = [entry('calls', 1, 5), entry('calls', 2, 1)]
    const answers = [entry('answers', 1, 3)]
    const { entries, next } = pageAfter(null, 2, [calls, answers])
    expect(entries.map(({ id }) => id)).toEqual(['calls:1', 'answers:1'])
    expect(next).toEqual({ at: answers[0]?.at, id: 'answers:1', shown: 1 })
  })

  test('lose nothing and show nothing twice, however many happen at once', () => {
    const anySource = (name: string) =>
      fc
        .array(fc.integer({ min: 0, max: 4 }), { maxLength: 30 })
        .map(minutes => minutes.map((minute, n) => entry(name, n, minute)))
    fc.assert(
      fc.property(
        fc.tuple(anySource('a'), anySource('b'), anySource('c')),
        fc.integer({ min: 1, max: 9 }),
        (sources, limit) => {
          const all = newest(sources.flat(), { notAfter: null, limit: 1000 })
          expect(walk(sources, limit)).toEqual(all)
        },
      ),
    )
  })

  test('end where there is no more', () => {
    expect(pageAfter(null, 2, [[entry('a', 1, 1), entry('a', 2, 2)]]).next).toBeNull()
    expect(pageAfter(null, 2, [])).toEqual({ entries: [], next: null })
  })

  test('hold at least one', () => {
    expect(() => askedOf(null, 0)).toThrow(RangeError)
  })
})
