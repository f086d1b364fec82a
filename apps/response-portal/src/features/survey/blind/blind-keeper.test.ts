import { beforeEach, describe, expect, test } from '@jest/globals'
import type { BlindAnswer } from '@sixfold/contract/blind'
import type { DeviceStore, Waiting } from '../device-store.ts'
import type { CallResult } from '../respond-client.ts'
import { createBlindKeeper } from './blind-keeper.ts'
import { filledUp } from './cast.ts'

type Result = CallResult<{ taken: true }>

const taken: Result = { kind: 'done', value: { taken: true } }
const later: Result = { kind: 'later' }
const refused = (code: 'already_finished' | 'invalid_input' | 'link_expired'): Result => ({
  kind: 'refused',
  code,
  fields: [],
})

let kept: Waiting
let sent: (readonly BlindAnswer[])[]
let results: Result[]
let arrived: number
let waiting: (() => void)[]
const device: DeviceStore = {
  read: () => kept,
  write: next => {
    kept = next
  },
}

beforeEach(() => {
  kept = { answers: [], send: false }
  sent = []
  results = []
  arrived = 0
  waiting = []
})

const open = () =>
  createBlindKeeper({
    device,
    async cast(answers) {
      sent.push(answers)
      return results.shift() ?? taken
    },
    onTaken: () => {
      arrived += 1
    },
    later(callback) {
      waiting.push(callback)
      return () => waiting.splice(waiting.indexOf(callback), 1)
    },
  })

describe('the answers of a blind survey', () => {
  test('stay on the device, whatever is pressed, until they are sent', async () => {
    const keeper = open()
    keeper.keep('q1', 4)
    keeper.keep('q1', 5)
    keeper.keep('q2', 'good')
    await keeper.flush()
    expect(sent).toEqual([])
    expect(keeper.state()).toMatchObject({ status: 'saved', sending: false })
    expect(open().state().answers).toMatchObject({ q1: { value: 5 }, q2: { value: 'good' } })
  })

  test('leave all at once, without their revisions, and then the device', async () => {
    const keeper = open()
    keeper.keep('q1', 4)
    await keeper.submit()
    expect(sent).toEqual([[{ question: 'q1', value: 4 }]])
    expect(keeper.state()).toMatchObject({ end: 'finished', sending: false })
    expect([kept, arrived]).toEqual([{ answers: [], send: false }, 1])
  })

  test('wait for the line, also when the page is closed meanwhile', async () => {
    results = [later, later]
    const keeper = open()
    keeper.keep('q1', 4)
    await keeper.submit()
    expect(keeper.state()).toMatchObject({ status: 'waiting', sending: true, end: null })
    const again = open()
    expect(again.state()).toMatchObject({ status: 'waiting', sending: true })
    await again.flush()
    expect(waiting).toHaveLength(2)
    await again.flush()
    expect(again.state().end).toBe('finished')
    expect(sent).toHaveLength(3)
  })

  test('that arrived from another window are with the others', async () => {
    results = [refused('already_finished')]
    const keeper = open()
    keeper.keep('q1', 4)
    await keeper.submit()
    expect([keeper.state().end, arrived]).toEqual(['finished', 1])
  })

  test('that were refused stay, to be mended; after the end of the wave there is nothing to mend', async () => {
    results = [refused('invalid_input'), refused('link_expired')]
    const keeper = open()
    keeper.keep('q1', 4)
    await keeper.submit()
    expect(keeper.state()).toMatchObject({ status: 'failed', sending: false, end: null })
    expect(kept.answers).toHaveLength(1)
    await keeper.submit()
    expect([keeper.state().end, arrived]).toEqual(['gone', 0])
  })
})

test('what is sent is a whole number of blocks long, in bytes', () => {
  const ballot = { message: 'm', signature: 's' }
  for (const text of ['', 'ngắn', 'x'.repeat(4_050), 'dài '.repeat(3_000)]) {
    const message = filledUp({ ballot, answers: [{ question: 'q', value: text }] })
    expect(new TextEncoder().encode(message).length % 4096).toBe(0)
    expect(JSON.parse(message)).toMatchObject({ answers: [{ value: text }] })
  }
})
