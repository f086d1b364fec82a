import type { BlindAnswer } from '@sixfold/contract/blind'
import { sameAnswer } from '@sixfold/contract/portal-fields'
import { mergeAnswers } from '@sixfold/domain/survey/merge-answers'
import type { DeviceStore } from '../device-store.ts'
import { revisedAnswers } from '../form-values.ts'
import type { Keeper, KeeperState } from '../keeper.ts'
import type { CallResult } from '../respond-client.ts'

export interface BlindKeeperSetting {
  device: DeviceStore
  cast(answers: readonly BlindAnswer[]): Promise<CallResult<{ taken: true }>>
  /** The answers have arrived, now or earlier. */
  onTaken(): void
  later(callback: () => void, milliseconds: number): () => void
}

const FIRST_RETRY_MS = 2_000
const LONGEST_RETRY_MS = 60_000

/** Keeps the answers of a blind survey on this device alone, until they leave all at once with their ballot. */
export function createBlindKeeper({ device, cast, onTaken, later }: BlindKeeperSetting): Keeper {
  const listeners = new Set<() => void>()
  const atStart = device.read()
  let state: KeeperState = {
    answers: revisedAnswers(atStart.answers),
    status: atStart.send ? 'waiting' : atStart.answers.length > 0 ? 'saved' : 'untouched',
    sending: atStart.send,
    end: null,
  }
  let callOff: (() => void) | null = null
  let running: Promise<void> | null = null
  let retryAfter = FIRST_RETRY_MS

  const change = (next: Partial<KeeperState>): void => {
    state = { ...state, ...next }
    for (const listener of listeners) listener()
  }

  const taken = (): void => {
    onTaken()
    device.write({ answers: [], send: false })
    change({ status: 'saved', sending: false, end: 'finished' })
  }

  const run = async (): Promise<void> => {
    const { answers, send } = device.read()
    if (!send || state.end !== null) return
    change({ status: 'saving', sending: true })
    const result = await cast(answers.map(({ question, value }) => ({ question, value })))
    if (result.kind === 'done') return taken()
    if (result.kind === 'later') {
      change({ status: 'waiting' })
      callOff = later(() => void flush(), retryAfter)
      retryAfter = Math.min(retryAfter * 2, LONGEST_RETRY_MS)
      return
    }
    // The ballot was cast before, perhaps from another window: what arrived first counts.
    if (result.code === 'already_finished') return taken()
    device.write({ answers, send: false })
    if (result.code === 'invalid_input') change({ status: 'failed', sending: false })
    else change({ status: 'failed', sending: false, end: 'gone' })
  }

  const flush = async (): Promise<void> => {
    callOff?.()
    callOff = null
    running ??= run().finally(() => {
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
    keep(question, value) {
      const kept = Object.hasOwn(state.answers, question) ? state.answers[question] : undefined
      if (state.end !== null || (kept ? sameAnswer(kept.value, value) : value === null)) return
      const waiting = device.read()
      const elsewhere = waiting.answers.find(other => other.question === question)
      const answer = {
        question,
        value,
        revision: Math.max(kept?.revision ?? 0, elsewhere?.revision ?? 0) + 1,
      }
      const others = waiting.answers.filter(other => other.question !== question)
      device.write({ ...waiting, answers: [...others, answer] })
      change({ answers: mergeAnswers(state.answers, revisedAnswers([answer])), status: 'saved' })
    },
    async submit() {
      device.write({ ...device.read(), send: true })
      await flush()
    },
    flush,
    // No language travels with the answers.
    setLanguage: () => undefined,
  }
}
