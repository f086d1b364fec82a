import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { type RepliedGuest, type WeighedReply, weighReply } from './weigh-reply.ts'

const at = (minute: number) => new Date(Date.UTC(2026, 10, 20, 2, minute))
const open = { cancelled: false, started: false }
const guest: RepliedGuest = { toldSequence: 2, replied: null, answeredAt: at(0) }
const reply: WeighedReply = {
  answer: 'decline',
  sequence: 2,
  stamp: at(10),
  sender: { isAttendee: true, failsProof: false },
}

describe('weighReply', () => {
  test('what a guest says about the event as it is told is taken', () => {
    expect(weighReply(reply, guest, open)).toEqual({ verdict: 'take', answer: 'decline' })
    expect(weighReply({ ...reply, answer: 'accept' }, guest, open)).toEqual({
      verdict: 'take',
      answer: 'accept',
    })
    expect(weighReply({ ...reply, sender: null }, guest, open)).toMatchObject({ verdict: 'take' })
  })

  test('a lower sequence is ignored; of the same one the later stamp wins', () => {
    const ignored = (changes: Partial<WeighedReply>, who: Partial<RepliedGuest> = {}) =>
      weighReply({ ...reply, ...changes }, { ...guest, ...who }, open)
    expect(ignored({ sequence: 1 })).toEqual({ verdict: 'ignore', reason: 'older_message' })
    const replied = { sequence: 2, stamp: at(10) }
    expect(ignored({}, { replied })).toEqual({ verdict: 'ignore', reason: 'older_answer' })
    expect(ignored({ stamp: at(9) }, { replied })).toEqual({ verdict: 'ignore', reason: 'older_answer' })
    expect(ignored({ stamp: at(11) }, { replied })).toMatchObject({ verdict: 'take' })
    expect(ignored({}, { replied: { sequence: 1, stamp: at(30) } })).toMatchObject({ verdict: 'take' })
  })

  test('an answer by the link that was given later stands', () => {
    expect(weighReply(reply, { ...guest, answeredAt: at(11) }, open)).toEqual({
      verdict: 'ignore',
      reason: 'answered_since',
    })
    expect(weighReply(reply, { ...guest, answeredAt: new Date(at(10).getTime() + 700) }, open)).toMatchObject(
      {
        verdict: 'take',
      },
    )
  })

  test.each([
    [null, {}, {}, open, 'stranger'],
    [guest, { sender: { isAttendee: false, failsProof: false } }, {}, open, 'other_sender'],
    [guest, { sender: { isAttendee: true, failsProof: true } }, {}, open, 'unproven'],
    [guest, { sequence: 3 }, {}, open, 'not_told'],
    [guest, {}, { toldSequence: null }, open, 'not_told'],
    [guest, { stamp: null }, {}, open, 'no_stamp'],
    [guest, { answer: 'tentative' }, {}, open, 'tentative'],
    [guest, { answer: 'counter' }, {}, open, 'counter'],
    [guest, { answer: 'none' }, {}, open, 'unclear'],
    [guest, {}, {}, { cancelled: true, started: false }, 'event_cancelled'],
    [guest, {}, {}, { cancelled: false, started: true }, 'event_started'],
  ] as const)('%j %j %j %j waits for a colleague: %s', (who, changes, known, event, reason) => {
    expect(weighReply({ ...reply, ...changes }, who && { ...who, ...known }, event)).toEqual({
      verdict: 'review',
      reason,
    })
  })

  test('in whatever order answers come, the last one of the highest sequence stands', () => {
    const answers = fc.uniqueArray(
      fc.record({
        answer: fc.constantFrom('accept' as const, 'decline' as const),
        sequence: fc.nat({ max: 2 }),
        minute: fc.integer({ min: 1, max: 50 }),
      }),
      { minLength: 1, maxLength: 12, selector: ({ minute }) => minute },
    )
    fc.assert(
      fc.property(answers, fc.infiniteStream(fc.nat()), (given, order) => {
        const shuffled = given
          .map(one => ({ one, place: order.next().value as number }))
          .toSorted((a, b) => a.place - b.place)
          .map(({ one }) => one)
        let standing: string | null = null
        let replied: RepliedGuest['replied'] = null
        for (const { minute, answer, sequence } of shuffled) {
          const stamp = at(minute)
          const known: RepliedGuest = { toldSequence: 2, replied, answeredAt: null }
          const verdict = weighReply({ ...reply, answer, sequence, stamp }, known, open)
          if (verdict.verdict !== 'take') continue
          standing = verdict.answer
          replied = { sequence, stamp }
        }
        const current = given.filter(({ sequence }) => sequence === 2)
        const last = current.toSorted((a, b) => a.minute - b.minute).at(-1)
        expect(standing).toBe(last?.answer ?? null)
      }),
    )
  })
})
