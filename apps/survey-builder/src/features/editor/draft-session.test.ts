import { describe, expect, jest, test } from '@jest/globals'
import type { SurveyDraft } from '@sixfold/contract/surveys'
import { ibmSix } from '@sixfold/domain/factor-models/ibm-six'
import { applyOperations } from '@sixfold/domain/survey/edit'
import type { SurveyOperation } from '@sixfold/domain/survey/operation'
import { quarterlySurvey } from '@sixfold/domain/survey/preset'
import { placeOf } from '@sixfold/domain/survey/undo'
import { ApiError } from '@sixfold/ui/api-error'
import fc from 'fast-check'
import type { SaveInput } from './draft-session.ts'
import { openSession } from './draft-session.ts'
import { workPlace } from './kept-work.ts'
import type { TabLocks } from './left-work.ts'
import { holdTab, takeLeftWork } from './left-work.ts'

// A machine with much else to do takes its time.
jest.setTimeout(60_000)

const definition = quarterlySurvey(ibmSix, { languages: ['en'], quarter: { year: 2026, quarter: 3 } })
const first: SurveyDraft = {
  id: 's1',
  quarter: { year: 2026, quarter: 3 },
  title: definition.title,
  languages: ['en'],
  factorModel: definition.factorModel,
  revision: 1,
  updatedAt: '2026-08-01T00:00:00.000Z',
  updatedBy: 'Hoàng Long',
  kind: 'quarterly',
  latestVersion: null,
  changedSincePublished: false,
  definition,
}

const refusal = (
  code: 'unavailable' | 'unauthenticated' | 'revision_conflict' | 'invalid_input',
  data?: unknown,
) => new ApiError({ code, message: code, requestId: 'r', data, unreached: code === 'unavailable' })

/** The rules of the real server: one revision, each batch once; unless it forgets which batches it has had. */
function server({ forgets = false }: { forgets?: boolean } = {}) {
  let draft = first
  let applied: SurveyOperation[] = []
  const arrived = new Map<string, number>()
  let refuses = false
  return {
    draft: () => draft,
    applied: () => applied,
    refuse(yes: boolean) {
      refuses = yes
    },
    save({ revision, operations, batch }: SaveInput): SurveyDraft {
      if (!forgets && (arrived.get(batch.writer) ?? 0) >= batch.number) return draft
      if (revision !== draft.revision) throw refusal('revision_conflict', { current: draft })
      const result = applyOperations(draft.definition, operations)
      if (!result.ok || refuses) throw refusal('invalid_input')
      arrived.set(batch.writer, batch.number)
      applied = [...applied, ...operations]
      draft = { ...draft, revision: revision + 1, definition: result.definition }
      return draft
    },
  }
}

/** What happens to a request: it is answered; it does not arrive; its answer does not. */
type Fate = 'answered' | 'lost' | 'answer lost'

function memory(): Storage {
  const items = new Map<string, string>()
  return {
    get length() {
      return items.size
    },
    key: at => [...items.keys()][at] ?? null,
    getItem: key => items.get(key) ?? null,
    setItem: (key, value) => void items.set(key, value),
    removeItem: key => void items.delete(key),
    clear: () => items.clear(),
  }
}

const settled = () => new Promise<void>(resolve => setImmediate(resolve))

/** Locks as browsers have them: they end with the tab that holds them. */
function lockHouse() {
  const held = new Set<string>()
  const queues = new Map<string, (() => void)[]>()
  const release = (name: string) => {
    held.delete(name)
    queues.get(name)?.shift()?.()
  }
  return {
    forTab() {
      const own = new Set<string>()
      let alive = true
      const locks: TabLocks = {
        request(name, hold) {
          const start = () => {
            if (!alive) return release(name)
            held.add(name)
            own.add(name)
            void hold().then(() => {
              if (own.delete(name)) release(name)
            })
          }
          if (held.has(name)) queues.set(name, [...(queues.get(name) ?? []), start])
          else start()
          return Promise.resolve()
        },
      }
      const die = () => {
        alive = false
        for (const name of own) release(name)
      }
      return { locks, die }
    },
  }
}

/** One device with a storage of its own, on which tabs open and die. */
function device(backend: ReturnType<typeof server>, storage: Storage | null = memory()) {
  const house = lockHouse()
  return {
    storage,
    open(fate: () => Fate = () => 'answered') {
      const tab = house.forTab()
      let alive = true
      let timers: (() => void)[] = []
      const work = workPlace(storage, { staff: 'lan', survey: 's1' })
      const writer = crypto.randomUUID()
      const request = async <T>(act: () => T): Promise<T> => {
        const will = fate()
        await settled()
        if (!alive) return new Promise(() => {})
        if (will === 'lost') throw refusal('unavailable')
        const result = act()
        await settled()
        if (!alive) return new Promise(() => {})
        if (will === 'answer lost') throw refusal('unavailable')
        return result
      }
      const events = { returned: 0, refused: 0, merged: 0 }
      const session = openSession(backend.draft(), {
        server: {
          save: input => request(() => backend.save(structuredClone(input))),
          read: () => request(() => backend.draft()),
        },
        work: {
          ...work,
          keep: one => (alive ? work.keep(one) : true),
          drop: one => alive && work.drop(one),
        },
        writer,
        now: () => 0,
        later: run => {
          timers.push(run)
          return () => {
            timers = timers.filter(timer => timer !== run)
          }
        },
      })
      session.tell({
        onReturned: count => {
          events.returned += count
        },
        onRefused: () => {
          events.refused += 1
        },
        onMerged: () => {
          events.merged += 1
        },
      })
      holdTab(tab.locks, writer)
      takeLeftWork(tab.locks, { work, writer, waiting: new Set() }, session.takeBack)
      return {
        ...session,
        events,
        /** Lets time pass: everything that waits for its moment happens. */
        async pass(rounds = 12) {
          for (let round = 0; round < rounds; round += 1) {
            const due = timers
            timers = []
            for (const run of due) if (alive) run()
            for (let turn = 0; turn < 8; turn += 1) await settled()
          }
        },
        die() {
          alive = false
          tab.die()
        },
      }
    },
  }
}

const text = (value: string, question = 'delivery_on-time'): SurveyOperation => ({
  op: 'set-question-text',
  question,
  field: 'text',
  language: 'en',
  value,
})
const add = (id: string): SurveyOperation => ({
  op: 'add-question',
  page: 'delivery',
  index: 0,
  question: { id, kind: 'nps', text: { en: id }, required: false },
})
const textOf = ({ definition: content }: SurveyDraft, question = 'delivery_on-time') =>
  placeOf(content, question)?.question.text.en

describe('a session', () => {
  test('saves by itself, and the survey stands as it was written', async () => {
    const backend = server()
    const tab = device(backend).open()
    tab.edit(text('One'))
    tab.edit(add('mine'))
    await tab.pass()
    expect(textOf(backend.draft())).toBe('One')
    expect(placeOf(backend.draft().definition, 'mine')).not.toBeNull()
    expect(tab.state()).toMatchObject({ trouble: null, unkept: false, draft: { pending: [], sending: 0 } })
  })

  test('keeps what a lost connection holds back, and sends it on return', async () => {
    const backend = server()
    let fate: Fate = 'lost'
    const on = device(backend)
    const tab = on.open(() => fate)
    tab.edit(add('mine'))
    await tab.pass()
    expect(tab.state().trouble).toMatchObject({ code: 'unavailable' })
    expect(on.storage?.length).toBe(2)
    fate = 'answered'
    tab.retry()
    await tab.pass()
    expect(backend.applied()).toEqual([add('mine')])
    expect(on.storage?.length).toBe(0)
  })

  test('whose answer was lost saves nothing twice, even when somebody has taken it away since', async () => {
    const backend = server()
    let fate: Fate = 'answer lost'
    const tab = device(backend).open(() => fate)
    tab.edit(add('mine'))
    await tab.pass(1)
    backend.save({
      id: 's1',
      revision: 2,
      operations: [{ op: 'remove-question', question: 'mine' }],
      batch: { writer: 'other', number: 1 },
    })
    fate = 'answered'
    await tab.pass()
    expect(placeOf(backend.draft().definition, 'mine')).toBeNull()
    expect(tab.state().draft).toMatchObject({ pending: [], saved: { revision: 3 } })
    expect(backend.applied()).toHaveLength(2)
  })

  test('of a killed tab goes on in the next one: at once, once, and said', async () => {
    const backend = server()
    const on = device(backend)
    const killed = on.open(() => 'answer lost')
    killed.edit(add('mine'))
    await killed.pass(1)
    killed.edit(text('After it left'))
    killed.die()
    expect(backend.applied()).toHaveLength(1)

    const next = on.open()
    await next.pass()
    expect(next.events.returned).toBe(2)
    expect(backend.applied()).toEqual([add('mine'), text('After it left')])
    expect(on.storage?.length).toBe(0)
    // And whoever opens it then finds nothing left over.
    const third = on.open()
    await third.pass()
    expect(third.events.returned).toBe(0)
    expect(backend.applied()).toHaveLength(2)
  })

  test('of a killed tab waits for a choice where others changed the same, also through the next kill', async () => {
    const backend = server()
    const on = device(backend)
    const killed = on.open(() => 'lost')
    killed.edit(text('Mine'))
    killed.die()
    backend.save({
      id: 's1',
      revision: 1,
      operations: [text('Theirs')],
      batch: { writer: 'other', number: 1 },
    })
    const second = on.open()
    await second.pass()
    expect(second.state().draft.conflict?.clashes).toHaveLength(1)
    second.die()
    const third = on.open()
    await third.pass()
    const clash = third.state().draft.conflict?.clashes[0]
    expect(clash).toMatchObject({ mine: [text('Mine')], theirs: 'Theirs' })
    third.choose(new Set([clash?.key ?? '']))
    await third.pass()
    expect(textOf(backend.draft())).toBe('Mine')
    expect(on.storage?.length).toBe(0)
  })

  test('signed out keeps the work until somebody is signed in again', async () => {
    const backend = server()
    let signedIn = false
    const on = device(backend)
    const session = openSession(backend.draft(), {
      server: {
        save: async input => {
          if (!signedIn) throw refusal('unauthenticated')
          return backend.save(input)
        },
        read: async () => backend.draft(),
      },
      work: workPlace(on.storage, { staff: 'lan', survey: 's1' }),
      writer: 'w',
      now: () => 0,
      later: () => () => {},
    })
    session.edit(text('Mine'))
    await session.flush()
    expect(session.state().trouble?.code).toBe('unauthenticated')
    expect(on.storage?.length).toBe(2)
    signedIn = true
    session.retry()
    await settled()
    await settled()
    expect(session.state()).toMatchObject({ trouble: null, draft: { pending: [] } })
    expect(textOf(backend.draft())).toBe('Mine')
  })

  test('refused is neither sent for ever nor lost: it may be undone or given up', async () => {
    const backend = server()
    backend.refuse(true)
    let asked = 0
    const tab = device(backend).open(() => {
      asked += 1
      return 'answered'
    })
    tab.edit(text('One'))
    await tab.pass()
    await tab.pass()
    expect(asked).toBe(1)
    expect(tab.state()).toMatchObject({
      trouble: { code: 'invalid_input' },
      draft: { pending: [text('One')] },
    })
    backend.refuse(false)
    tab.edit(add('two'))
    await tab.pass()
    expect(backend.applied()).toEqual([text('One'), add('two')])

    backend.refuse(true)
    tab.edit(text('Three'))
    await tab.pass()
    tab.discard()
    expect(tab.state()).toMatchObject({ trouble: null, draft: { pending: [] } })
    expect(textOf({ ...first, definition: tab.state().draft.definition })).toBe('One')
  })

  test('says when the device keeps nothing', async () => {
    const full: Storage = {
      ...memory(),
      setItem() {
        throw new DOMException('full', 'QuotaExceededError')
      },
    }
    for (const storage of [full, null]) {
      const backend = server()
      const tab = device(backend, storage).open()
      tab.edit(text('One'))
      expect(tab.state().unkept).toBe(true)
      await tab.pass()
      expect(tab.state().unkept).toBe(false)
      expect(textOf(backend.draft())).toBe('One')
    }
  })

  test('hears what others save and shows it, mine on top', async () => {
    const backend = server()
    const tab = device(backend).open()
    backend.save({
      id: 's1',
      revision: 1,
      operations: [text('Theirs')],
      batch: { writer: 'other', number: 1 },
    })
    tab.heard(2)
    await tab.pass()
    expect(textOf(tab.state().draft.saved)).toBe('Theirs')
  })
})

/** Every change is in the survey once, whatever the network does and whichever tab dies. */
function everyChangeOnce(rules: { forgets: boolean }) {
  const fate = fc.constantFrom<Fate>('answered', 'answered', 'lost', 'answer lost')
  const act = fc.record({
    do: fc.constantFrom('add', 'add', 'remove', 'pass', 'pass', 'kill'),
    tab: fc.nat(2),
  })
  return fc.asyncProperty(
    fc.array(act, { maxLength: 16 }),
    fc.array(fate, { minLength: 1, maxLength: 6 }),
    async (acts, fates) => {
      const backend = server(rules)
      const [mine, theirs] = [device(backend), device(backend)]
      let requests = 0
      const nextFate = () => {
        requests += 1
        return fates[requests % fates.length] ?? 'answered'
      }
      // Two tabs of one person on one device; somebody else on another. A tab that is killed is opened again.
      const places = [mine, mine, theirs]
      const tabs = places.map(place => place.open(nextFate))
      const made: string[] = []
      for (const { do: what, tab: which } of acts) {
        const [tab, place] = [tabs[which], places[which]]
        if (!tab || !place) continue
        if (what === 'add') {
          made.push(`n${made.length}`)
          tab.edit(add(made.at(-1) ?? ''))
        }
        if (what === 'remove') {
          const seen = made.find(id => placeOf(tab.state().draft.definition, id))
          if (seen) tab.edit({ op: 'remove-question', question: seen })
        }
        if (what === 'pass') await tab.pass(1)
        if (what === 'kill') {
          tab.die()
          tabs[which] = place.open(nextFate)
        }
      }
      for (const tab of tabs) tab.die()
      for (const place of [mine, theirs]) {
        const last = place.open()
        await last.pass(30)
        expect(last.state().draft).toMatchObject({ pending: [], conflict: null })
        expect(place.storage?.length).toBe(0)
      }
      const times = (id: string) =>
        backend.applied().filter(one => one.op === 'add-question' && one.question.id === id).length
      expect(made.map(times)).toEqual(made.map(() => 1))
    },
  )
}

test('whatever the network does and whichever tab dies: every change is in the survey once', async () => {
  await fc.assert(everyChangeOnce({ forgets: false }), { numRuns: 150 })
})

test('the same law finds the loss where a server forgets what it has had', async () => {
  const found = await fc.check(everyChangeOnce({ forgets: true }), { numRuns: 600, seed: 11 })
  expect(found.failed).toBe(true)
})
