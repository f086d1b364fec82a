import { expect, test } from '@jest/globals'
import type { Delivery, Outgoing } from './outgoing.ts'
import { createOutgoing } from './outgoing.ts'

function line(answers: (Delivery | null)[], kept: readonly (readonly [string, Outgoing])[] = []) {
  const sent: unknown[] = []
  const refused: string[] = []
  const stored: (readonly (readonly [string, Outgoing])[])[] = []
  const postponed: (() => void)[] = []
  const outgoing = createOutgoing({
    async send({ input }) {
      sent.push(input)
      const answer = answers.shift()
      if (!answer) throw new Error('no answer')
      return answer
    },
    keep: waiting => stored.push(waiting),
    kept,
    onChange: () => undefined,
    onRefused: (key, code) => refused.push(`${key} ${code}`),
    later: work => postponed.push(work),
  })
  return { outgoing, sent, refused, stored, postponed }
}
const settled = () => new Promise(resolve => setTimeout(resolve))
const vote = (input: unknown): Outgoing => ({ event: 'answer', input })

test('what was not acknowledged waits, is kept, and leaves with the next connection', async () => {
  const { outgoing, sent, stored } = line([null, { ok: true }])
  outgoing.put('a', vote(1))
  await settled()
  expect([...outgoing.waiting()]).toEqual(['a'])
  expect(stored.at(-1)).toEqual([['a', vote(1)]])
  outgoing.sendAll()
  await settled()
  expect(sent).toEqual([1, 1])
  expect([...outgoing.waiting()]).toEqual([])
  expect(stored.at(-1)).toEqual([])
})

test('a newer answer leaves after the one before, and stands last', async () => {
  const { outgoing, sent } = line([{ ok: true }, { ok: true }])
  outgoing.put('a', vote(1))
  outgoing.put('a', vote(2))
  outgoing.put('a', vote(3))
  await settled()
  expect(sent).toEqual([1, 3])
  expect(outgoing.waiting().size).toBe(0)
})

test('a refusal for good is told, a passing one leaves again', async () => {
  const { outgoing, refused, postponed } = line([
    { ok: false, code: 'too_many_requests' },
    { ok: false, code: 'wrong_state' },
  ])
  outgoing.put('a', vote(1))
  await settled()
  expect(outgoing.waiting().size).toBe(1)
  postponed[0]?.()
  await settled()
  expect(refused).toEqual(['a wrong_state'])
  expect(outgoing.waiting().size).toBe(0)
})

test('what an earlier page left behind leaves too', async () => {
  const { outgoing, sent } = line([{ ok: true }], [['a', vote(1)]])
  outgoing.sendAll()
  await settled()
  expect(sent).toEqual([1])
})
