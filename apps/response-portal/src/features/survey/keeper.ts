import { sameAnswer } from '@sixfold/contract/portal-fields'
import type { StoredAnswer } from '@sixfold/contract/responses'
import type { AnswerValue } from '@sixfold/domain/survey/answers'
import type { RevisedAnswers } from '@sixfold/domain/survey/merge-answers'
import { mergeAnswers } from '@sixfold/domain/survey/merge-answers'
import type { DeviceStore } from './device-store.ts'
import type { PageTimer } from './page-timer.ts'
import type { RespondClient } from './respond-client.ts'

/** `waiting`: on this device only, until the line returns. `failed`: refused, will not be tried again. */
export type KeepingStatus = 'untouched' | 'saving' | 'saved' | 'waiting' | 'failed'

export interface KeeperState {
  answers: RevisedAnswers
  status: KeepingStatus
  /** The customer has pressed "send", and the answers have not arrived yet. */
  sending: boolean
  /** Set once nothing more can be given: the answers arrived, or the link no longer takes any. */
  end: 'finished' | 'gone' | null
}

export interface KeeperSetting {
  answers: RevisedAnswers
  client: RespondClient
  device: DeviceStore
  /** Calls back later; returns how to call it off. */
  later(callback: () => void, milliseconds: number): () => void
  /** Notes the time on each page, which travels with the answers. */
  timer?: PageTimer
  /** The name of this browser; undefined where it keeps none. */
  browser?(): string | undefined
}

export interface Keeper {
  state(): KeeperState
  subscribe(listener: () => void): () => void
  /** Keeps one answer; `soon` is how long to wait for more of it, in milliseconds. */
  keep(question: string, value: AnswerValue | null, soon?: number): void
  /** Sends all as final. Resolves when it arrived, is waiting for the line, or was refused. */
  submit(): Promise<void>
  /** Tries at once: the line is back, or the page is about to be left. */
  flush(): Promise<void>
  setLanguage(language: string): void
  /** Nothing is timed without it. */
  timer?: PageTimer | undefined
}

const MOST_AT_ONCE = 500
const FIRST_RETRY_MS = 2_000
const LONGEST_RETRY_MS = 60_000

/** Keeps each answer the moment it is given: first on the device, then, in order, with the API. Nothing is ever dropped before it arrived. */
export function createKeeper(
  { answers, client, device, later, timer, browser }: KeeperSetting,
  firstLanguage: string,
): Keeper {
  const listeners = new Set<() => void>()
  const waitingAtStart = device.read()
  timer?.add(waitingAtStart.pages ?? {})
  let language = firstLanguage
  let state: KeeperState = {
    answers: mergeAnswers(answers, byQuestion(waitingAtStart.answers)),
    status: waitingAtStart.answers.length > 0 || waitingAtStart.send ? 'waiting' : 'untouched',
    sending: waitingAtStart.send,
    end: null,
  }
  let callOff: (() => void) | null = null
  let running: Promise<void> | null = null
  let retryAfter = FIRST_RETRY_MS

  const change = (next: Partial<KeeperState>): void => {
    state = { ...state, ...next }
    for (const listener of listeners) listener()
  }

  const flushIn = (milliseconds: number): void => {
    callOff?.()
    callOff = later(() => void flush(), milliseconds)
  }

  /** One call with everything that waits. Says whether to go on at once. */
  const sendOnce = async (): Promise<boolean> => {
    const waiting = device.read()
    const batch = waiting.answers.slice(0, MOST_AT_ONCE)
    if (batch.length === 0 && !waiting.send) return false
    change({ status: 'saving' })
    const sent = {
      answers: batch,
      language,
      ...(timer ? { pages: timer.seconds(), browser: browser?.() } : {}),
    }
    const result = waiting.send ? await client.submit(sent) : await client.save(sent)
    if (result.kind === 'later') {
      change({ status: 'waiting' })
      flushIn(retryAfter)
      retryAfter = Math.min(retryAfter * 2, LONGEST_RETRY_MS)
      return false
    }
    retryAfter = FIRST_RETRY_MS
    if (result.kind === 'refused') return refused(result.code, result.fields, batch)
    if (waiting.send) {
      device.write({ answers: [], send: false })
      change({ status: 'saved', sending: false, end: 'finished' })
      return false
    }
    device.write(without(device.read(), batch))
    const known = 'answers' in result.value ? byQuestion(result.value.answers) : {}
    change({ answers: mergeAnswers(state.answers, known), status: 'saved' })
    return device.read().answers.length > 0
  }

  const refused = (
    code: string,
    fields: readonly { path: string }[],
    batch: readonly StoredAnswer[],
  ): boolean => {
    if (code === 'already_finished') {
      device.write({ answers: [], send: false })
      change({ status: 'saved', sending: false, end: 'finished' })
    } else if (code === 'invalid_input') {
      // What cannot be accepted would block what can; missing required answers name no sent one.
      const faulty = batch.filter((_, index) =>
        fields.some(({ path }) => path.startsWith(`answers.${index}.`)),
      )
      const waiting = device.read()
      const { answers: rest } = without(waiting, faulty)
      device.write({ ...waiting, answers: rest, send: false })
      const goesOn = rest.length > 0 && (faulty.length > 0 || waiting.send)
      change({
        status: goesOn ? 'saving' : faulty.length > 0 || rest.length > 0 ? 'failed' : 'saved',
        sending: false,
      })
      return goesOn
    } else if (code === 'quota_full') {
      // The API has kept them; "send" is pressed again once there is a place, not by itself.
      device.write({ ...without(device.read(), batch), send: false })
      change({ status: 'saved', sending: false, end: 'gone' })
    } else {
      change({ status: 'failed', sending: false, end: 'gone' })
    }
    return false
  }

  const run = async (): Promise<void> => {
    while (state.end === null && (await sendOnce())) {
      // Until nothing waits any more.
    }
  }

  const flush = async (): Promise<void> => {
    callOff?.()
    callOff = null
    // What was given while a call is under way leaves with the next one.
    while (running) await running
    running = run().finally(() => {
      running = null
    })
    await running
  }

  return {
    state: () => state,
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    keep(question, value, soon = 0) {
      const kept = Object.hasOwn(state.answers, question) ? state.answers[question] : undefined
      if (state.end !== null || (kept ? sameAnswer(kept.value, value) : value === null)) return
      const waiting = device.read()
      // Another tab on this device may be ahead of this one.
      const elsewhere = waiting.answers.find(other => other.question === question)
      const revision = Math.max(kept?.revision ?? 0, elsewhere?.revision ?? 0) + 1
      const answer = { question, value, revision }
      device.write({
        ...waiting,
        answers: [...waiting.answers.filter(other => other.question !== question), answer],
        ...(timer ? { pages: timer.seconds() } : {}),
      })
      change({ answers: mergeAnswers(state.answers, byQuestion([answer])), status: 'saving' })
      flushIn(soon)
    },
    async submit() {
      device.write({ ...device.read(), send: true })
      change({ sending: true })
      await flush()
    },
    flush,
    setLanguage(next) {
      language = next
    },
    timer,
  }
}

function byQuestion(answers: readonly StoredAnswer[]): RevisedAnswers {
  return Object.fromEntries(answers.map(({ question, ...answer }) => [question, answer]))
}

/** What still waits after `sent` arrived: answers that were changed since stay. */
function without(
  { answers, send, pages = {} }: ReturnType<DeviceStore['read']>,
  sent: readonly StoredAnswer[],
) {
  const arrived = new Map(sent.map(({ question, revision }) => [question, revision]))
  return {
    send,
    pages,
    answers: answers.filter(({ question, revision }) => revision > (arrived.get(question) ?? 0)),
  }
}
