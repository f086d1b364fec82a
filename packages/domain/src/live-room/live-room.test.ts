import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { LIVE_CODE_LENGTH, liveCode, readLiveCode, shownLiveCode } from './live-code.ts'
import type { LiveAnswer, LiveItem } from './live-item.ts'
import { liveAnswerFault, sameWord } from './live-item.ts'
import type { LiveQuestion } from './live-question.ts'
import { byUrgency, firstState, isOnScreen, LIVE_QUESTION_STATES, mayBecome } from './live-question.ts'
import { meanRating, NO_ANSWERS, shownTally, tallyOf, topWords, withAnswer } from './live-tally.ts'

const poll: LiveItem = { kind: 'poll', options: ['delivery', 'price', 'service'], most: 2 }
const rating: LiveItem = { kind: 'rating', low: 0, high: 10 }
const words: LiveItem = { kind: 'words', most: 3 }

describe('an answer', () => {
  test.each<[LiveItem, LiveAnswer, string | null]>([
    [poll, ['delivery'], null],
    [poll, ['delivery', 'price', 'service'], 'too_many'],
    [poll, ['delivery', 'delivery'], 'twice'],
    [poll, ['weather'], 'unknown_option'],
    [poll, [], 'empty'],
    [poll, 3, 'wrong_kind'],
    [rating, 10, null],
    [rating, 11, 'out_of_range'],
    [rating, 3.5, 'out_of_range'],
    [rating, Number.NaN, 'out_of_range'],
    [rating, ['3'], 'wrong_kind'],
    [words, ['Giao hàng', 'giá'], null],
    [words, ['giá', ' GIÁ '], 'twice'],
    [words, ['!!!'], 'empty'],
    [words, ['x'.repeat(31)], 'too_long'],
  ])('%j to %j: %s', (item, answer, fault) => {
    expect(liveAnswerFault(item, answer)).toBe(fault)
  })

  test('the same word in another spelling of its accents is one word; other accents are another word', () => {
    expect(sameWord('Giá'.normalize('NFD'))).toBe(sameWord('giá'))
    expect(sameWord('gia')).not.toBe(sameWord('giá'))
    expect(sameWord('“Delivery,”')).toBe('delivery')
  })
})

describe('a tally', () => {
  test('a changed answer takes the place of the one before', () => {
    const first = withAnswer(NO_ANSWERS, poll, { before: null, after: ['delivery', 'price'] })
    expect(withAnswer(first, poll, { before: ['delivery', 'price'], after: ['service'] })).toEqual({
      answers: 1,
      counts: { service: 1 },
    })
  })

  test('an answer that was never counted cannot be taken back', () => {
    expect(() => withAnswer(NO_ANSWERS, poll, { before: ['price'], after: null })).toThrow(RangeError)
  })

  test('the mean of a rating, and none of nobody', () => {
    expect(meanRating(tallyOf(rating, [10, 7, 7]))).toBe(8)
    expect(meanRating(NO_ANSWERS)).toBeNull()
  })

  test('words by people, then by the alphabet', () => {
    const tally = tallyOf(words, [['Giá', 'giao hàng'], ['giá'], ['bảo hành']])
    expect(topWords(tally, 2)).toEqual([
      { word: 'giá', people: 2 },
      { word: 'bảo hành', people: 1 },
    ])
  })

  test('before it is revealed, only how many answered is seen', () => {
    expect(shownTally(tallyOf(rating, [3, 4, 5, 6, 7]), false)).toEqual({ answers: 5, counts: {} })
  })

  test('of fewer than five answers nothing but their number is seen, revealed or not', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 10 }), { maxLength: 9 }),
        fc.boolean(),
        (given, revealed) => {
          const shown = shownTally(tallyOf(rating, given), revealed)
          expect(shown.answers).toBe(given.length)
          expect(Object.keys(shown.counts).length > 0).toBe(revealed && given.length >= 5)
        },
      ),
    )
  })

  test('however people change their minds, it is the count of what stands last', () => {
    const answer = fc.option(fc.subarray(['delivery', 'price', 'service'], { minLength: 1, maxLength: 2 }))
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.constantFrom('a', 'b', 'c', 'd'), answer), { maxLength: 30 }),
        moves => {
          const standing = new Map<string, string[]>()
          let tally = NO_ANSWERS
          for (const [person, after] of moves) {
            tally = withAnswer(tally, poll, { before: standing.get(person) ?? null, after })
            if (after) standing.set(person, after)
            else standing.delete(person)
          }
          expect(tally).toEqual(tallyOf(poll, [...standing.values()]))
        },
      ),
    )
  })
})

describe('a code', () => {
  test('is read however it is typed, and anything else is none', () => {
    const code = liveCode(Uint8Array.from([0, 1, 2, 253, 29, 30]))
    expect(code).toHaveLength(LIVE_CODE_LENGTH)
    expect(readLiveCode(` ${shownLiveCode(code).toLowerCase()} `)).toBe(code)
    for (const odd of ['', 'ABC', '0OIL1U', 'ABCDEFG', '$gt']) expect(readLiveCode(odd)).toBeNull()
  })

  test('of any bytes reads back the same', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 6, maxLength: 6 }), bytes => {
        const code = liveCode(bytes)
        expect(readLiveCode(shownLiveCode(code))).toBe(code)
      }),
    )
  })
})

describe('questions', () => {
  const question = (id: string, state: LiveQuestion['state'], votes: number, minute = 0): LiveQuestion => ({
    id,
    state,
    votes,
    askedAt: new Date(Date.UTC(2027, 2, 10, 2, minute)),
  })

  test('the one being answered, then by votes, then by age, then answered ones', () => {
    const all = [
      question('done', 'answered', 90),
      question('late', 'shown', 5, 2),
      question('early', 'shown', 5, 1),
      question('wanted', 'shown', 9),
      question('now', 'live', 1),
    ]
    expect(all.toSorted(byUrgency).map(({ id }) => id)).toEqual(['now', 'wanted', 'early', 'late', 'done'])
  })

  test('waits for the moderator, unless the room is not moderated', () => {
    expect([firstState(true), firstState(false)]).toEqual(['waiting', 'shown'])
  })

  test('nothing reaches the screen that the moderator did not let there, and all can be hidden but what was answered', () => {
    for (const to of LIVE_QUESTION_STATES)
      if (mayBecome('waiting', to)) expect(to === 'shown' || to === 'hidden').toBe(true)
    expect(LIVE_QUESTION_STATES.filter(state => mayBecome(state, 'hidden'))).toEqual([
      'waiting',
      'shown',
      'live',
    ])
    expect(LIVE_QUESTION_STATES.filter(isOnScreen)).toEqual(['shown', 'live', 'answered'])
  })
})
