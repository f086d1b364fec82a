import { beforeEach, describe, expect, test } from '@jest/globals'
import type { StoredAnswer } from '@sixfold/contract/responses'
import type { RevisedAnswers } from '@sixfold/domain/survey/merge-answers'
import { mergeAnswers } from '@sixfold/domain/survey/merge-answers'
import { openDeviceStore } from './device-store.ts'
import type { Keeper } from './keeper.ts'
import { createKeeper } from './keeper.ts'
import { createPageTimer } from './page-timer.ts'
import type { CallResult, RespondClient, Sent } from './respond-client.ts'

/** The API as far as a keeper sees it: it merges, and may be out of reach or refuse. */
function fakeApi() {
  let stored: RevisedAnswers = {}
  const api = {
    reachable: true,
    refusal: null as CallResult<never> | null,
    calls: [] as { kind: 'save' | 'submit'; questions: string[] }[],
    traces: [] as Pick<Sent, 'pages' | 'browser'>[],
    submitted: false,
    stored: () => stored,
    store(answers: readonly StoredAnswer[]) {
      for (const { question, ...answer } of answers) stored = mergeAnswers(stored, { [question]: answer })
    },
  }
  const take = async <Value>(
    kind: 'save' | 'submit',
    { answers, pages, browser }: Sent,
    value: () => Value,
  ) => {
    if (!api.reachable) return { kind: 'later' as const }
    api.traces.push({ ...(pages ? { pages } : {}), browser })
    api.calls.push({ kind, questions: answers.map(({ question }) => question) })
    if (api.refusal) return api.refusal
    api.store(answers)
    if (kind === 'submit') api.submitted = true
    return { kind: 'done' as const, value: value() }
  }
  const client: RespondClient = {
    save: sent =>
      take('save', sent, () => ({
        answers: Object.entries(stored).map(([question, answer]) => ({ question, ...answer })),
      })),
    submit: sent => take('submit', sent, () => ({ submittedAt: '2026-08-17T03:00:00.000Z' })),
  }
  return { api, client }
}

function memoryStorage(): Storage {
  const items = new Map<string, string>()
  return {
    get length() {
      return items.size
    },
    clear: () => items.clear(),
    key: index => [...items.keys()][index] ?? null,
    getItem: key => items.get(key) ?? null,
    removeItem: key => void items.delete(key),
    setItem: (key, value) => void items.set(key, value),
  }
}

/** Callbacks run when the test says so. */
function hand() {
  let waiting: (() => void)[] = []
  return {
    later(callback: () => void) {
      waiting.push(callback)
      return () => {
        waiting = waiting.filter(other => other !== callback)
      }
    },
    waiting: () => waiting.length,
  }
}

let server: ReturnType<typeof fakeApi>
let storage: Storage
let time: ReturnType<typeof hand>
beforeEach(() => {
  server = fakeApi()
  storage = memoryStorage()
  time = hand()
})

const openTab = (answers: RevisedAnswers = {}): Keeper =>
  createKeeper(
    { answers, client: server.client, device: openDeviceStore('k', storage), later: time.later },
    'vi',
  )

describe('keeping answers', () => {
  test('an answer goes to the API, and the page says so', async () => {
    const keeper = openTab()
    keeper.keep('q1', 4)
    expect(keeper.state().status).toBe('saving')
    await keeper.flush()
    expect(keeper.state()).toMatchObject({ status: 'saved', answers: { q1: { value: 4, revision: 1 } } })
    expect(server.api.stored()).toEqual({ q1: { value: 4, revision: 1 } })
    expect(storage.length).toBe(0)
  })

  test('the same answer again is no change; a new one rises', async () => {
    const keeper = openTab({ q1: { value: 4, revision: 3 } })
    keeper.keep('q1', 4)
    keeper.keep('q2', null)
    await keeper.flush()
    expect(server.api.calls).toEqual([])
    keeper.keep('q1', 5)
    await keeper.flush()
    expect(server.api.stored()).toEqual({ q1: { value: 5, revision: 4 } })
  })

  test('without a line answers wait on the device in the order they were given, and leave in it', async () => {
    const keeper = openTab()
    server.api.reachable = false
    keeper.keep('q2', 1)
    keeper.keep('q1', 2)
    keeper.keep('q2', 3)
    await keeper.flush()
    expect(keeper.state().status).toBe('waiting')
    expect(time.waiting()).toBe(1)
    server.api.reachable = true
    await keeper.flush()
    expect(server.api.calls).toEqual([{ kind: 'save', questions: ['q1', 'q2'] }])
    expect(keeper.state().status).toBe('saved')
  })

  test('they outlive the page', async () => {
    const first = openTab()
    server.api.reachable = false
    first.keep('q1', 2)
    await first.flush()
    server.api.reachable = true
    const second = openTab()
    expect(second.state()).toMatchObject({ status: 'waiting', answers: { q1: { value: 2, revision: 1 } } })
    await second.flush()
    expect(server.api.stored()).toEqual({ q1: { value: 2, revision: 1 } })
  })

  test('two tabs of one device lose nothing of each other', async () => {
    const [one, two] = [openTab(), openTab()]
    server.api.reachable = false
    one.keep('q1', 1)
    two.keep('q2', 2)
    two.keep('q1', 5)
    server.api.reachable = true
    await one.flush()
    expect(server.api.stored()).toEqual({ q1: { value: 5, revision: 2 }, q2: { value: 2, revision: 1 } })
  })

  test('an answer changed while a save is under way leaves with the next one', async () => {
    const keeper = openTab()
    keeper.keep('q1', 1)
    const saving = keeper.flush()
    keeper.keep('q1', 2)
    await saving
    await keeper.flush()
    expect(server.api.stored()).toEqual({ q1: { value: 2, revision: 2 } })
    expect(storage.length).toBe(0)
  })

  test('a newer answer of another device comes in with the reply', async () => {
    const keeper = openTab()
    server.api.store([{ question: 'q1', value: 5, revision: 9 }])
    keeper.keep('q1', 1)
    await keeper.flush()
    expect(keeper.state().answers).toEqual({ q1: { value: 5, revision: 9 } })
  })

  test('a browser that keeps nothing still sends', async () => {
    const closed = { ...memoryStorage(), getItem: refuse, setItem: refuse, removeItem: refuse }
    const keeper = createKeeper(
      { answers: {}, client: server.client, device: openDeviceStore('k', closed), later: time.later },
      'vi',
    )
    keeper.keep('q1', 3)
    await keeper.flush()
    expect(server.api.stored()).toEqual({ q1: { value: 3, revision: 1 } })
    expect(keeper.state().status).toBe('saved')
  })

  test('an answer that the API refuses does not hold up the others', async () => {
    const keeper = openTab()
    server.api.refusal = {
      kind: 'refused',
      code: 'invalid_input',
      fields: [{ path: 'answers.0.value', message: '' }],
    }
    keeper.keep('q1', 99)
    keeper.keep('q2', 4)
    const refused = keeper.flush()
    await Promise.resolve()
    server.api.refusal = null
    await refused
    await keeper.flush()
    expect(server.api.stored()).toEqual({ q2: { value: 4, revision: 1 } })
  })
})

describe('sending', () => {
  test('takes along what waits, and ends', async () => {
    const keeper = openTab()
    keeper.keep('q1', 4)
    await keeper.submit()
    expect(server.api).toMatchObject({ submitted: true, calls: [{ kind: 'submit', questions: ['q1'] }] })
    expect(keeper.state()).toMatchObject({ end: 'finished', sending: false })
    expect(storage.length).toBe(0)
    keeper.keep('q1', 1)
    expect(keeper.state().answers).toEqual({ q1: { value: 4, revision: 1 } })
  })

  test('without a line the wish waits, even over a new page', async () => {
    const keeper = openTab()
    server.api.reachable = false
    keeper.keep('q1', 4)
    await keeper.submit()
    expect(keeper.state()).toMatchObject({ sending: true, status: 'waiting', end: null })
    server.api.reachable = true
    const later = openTab()
    expect(later.state().sending).toBe(true)
    await later.flush()
    expect(server.api.submitted).toBe(true)
  })

  test('missing answers call it off; what was given stays to be kept', async () => {
    const keeper = openTab()
    keeper.keep('q1', 4)
    server.api.refusal = {
      kind: 'refused',
      code: 'invalid_input',
      fields: [{ path: 'answers.q9', message: '' }],
    }
    await keeper.submit()
    expect(keeper.state()).toMatchObject({ sending: false, end: null })
    server.api.refusal = null
    await keeper.flush()
    expect(server.api.stored()).toEqual({ q1: { value: 4, revision: 1 } })
  })

  test('where a quota is full the page ends, and nothing is sent again by itself', async () => {
    const keeper = openTab()
    server.api.refusal = { kind: 'refused', code: 'quota_full', fields: [] }
    keeper.keep('q1', 4)
    await keeper.submit()
    expect(keeper.state()).toMatchObject({ sending: false, end: 'gone' })
    server.api.refusal = null
    const again = openTab()
    await again.flush()
    expect(again.state()).toMatchObject({ sending: false, end: null })
  })

  test('answers that were sent elsewhere end this page, too; a dead link says so', async () => {
    for (const [code, end] of [
      ['already_finished', 'finished'],
      ['link_expired', 'gone'],
    ] as const) {
      const keeper = openTab()
      server.api.refusal = { kind: 'refused', code, fields: [] }
      keeper.keep('q1', 4)
      await keeper.flush()
      expect(keeper.state().end).toBe(end)
      storage.clear()
    }
  })
})

function refuse(): never {
  throw new DOMException('denied', 'SecurityError')
}

describe('the time on each page', () => {
  let now = 0
  const openTimed = (known: Record<string, number> = {}) => {
    const timer = createPageTimer(known, () => now)
    const setting = { answers: {}, client: server.client, device: openDeviceStore('k', storage) }
    return createKeeper({ ...setting, later: time.later, timer, browser: () => 'browser-1' }, 'vi')
  }
  beforeEach(() => {
    now = 0
  })

  test('travels with the answers, and never by itself', async () => {
    const keeper = openTimed()
    keeper.timer?.turnTo('p1')
    now = 4_200
    await keeper.flush()
    expect(server.api.traces).toEqual([])
    keeper.keep('q1', 4)
    await keeper.flush()
    keeper.timer?.turnTo('p2')
    now = 10_000
    await keeper.submit()
    expect(server.api.traces).toEqual([
      { pages: { p1: 5 }, browser: 'browser-1' },
      { pages: { p1: 5, p2: 6 }, browser: 'browser-1' },
    ])
  })

  test('stands still while the page is hidden, goes on from what was known, and never falls', () => {
    const keeper = openTimed({ p1: 20 })
    keeper.timer?.turnTo('p1')
    now = 3_000
    keeper.timer?.show(false)
    now = 600_000
    keeper.timer?.show(true)
    now = 601_000
    expect(keeper.timer?.seconds()).toEqual({ p1: 24 })
    now = 500_000
    expect(keeper.timer?.seconds()).toEqual({ p1: 24 })
    keeper.timer?.turnTo(null)
    now = 9_000_000
    expect(keeper.timer?.seconds()).toEqual({ p1: 24 })
  })

  test('outlives a page that was closed without a line, and says no more than an hour', async () => {
    server.api.reachable = false
    const first = openTimed()
    first.timer?.turnTo('p1')
    now = 30_000
    first.keep('q1', 4)
    await first.flush()
    server.api.reachable = true
    now = 100_000
    const second = openTimed()
    second.timer?.turnTo('p1')
    now = 104_000
    await second.flush()
    expect(server.api.traces).toEqual([{ pages: { p1: 34 }, browser: 'browser-1' }])
    now += 9_000_000
    expect(second.timer?.seconds()).toEqual({ p1: 3_600 })
  })
})
