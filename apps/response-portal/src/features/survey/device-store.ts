import type { StoredAnswer } from '@sixfold/contract/responses'
import type { PageTimes } from '@sixfold/domain/quality/page-times'

/** What waits on this device: answers in the order in which they were given, and whether they shall be sent off as final. */
export interface Waiting {
  answers: readonly StoredAnswer[]
  send: boolean
  /** Seconds on each page, as of the last answer. */
  pages?: PageTimes
}

export interface DeviceStore {
  read(): Waiting
  write(waiting: Waiting): void
}

const nothing: Waiting = { answers: [], send: false }

/**
 * Keeps waiting answers in the browser, so that they outlive the page. Several tabs share them: every change reads first.
 * Where the browser keeps nothing (private windows, full storage), they live as long as the page.
 */
export function openDeviceStore(key: string, storage: Storage | undefined): DeviceStore {
  const name = `sixfold.answers.${key}`
  let memory = nothing
  return {
    read() {
      try {
        const kept = storage?.getItem(name)
        return kept ? parse(kept) : memory
      } catch {
        return memory
      }
    },
    write(waiting) {
      memory = waiting
      try {
        if (waiting.answers.length === 0 && !waiting.send) storage?.removeItem(name)
        else storage?.setItem(name, JSON.stringify(waiting))
      } catch {
        // The page itself still holds them.
      }
    },
  }
}

function parse(text: string): Waiting {
  const value = JSON.parse(text) as Partial<Waiting> | null
  const answers = Array.isArray(value?.answers) ? value.answers.filter(isStoredAnswer) : []
  return { answers, send: value?.send === true, pages: timesOf(value?.pages) }
}

function timesOf(value: unknown): PageTimes {
  if (typeof value !== 'object' || value === null) return {}
  return Object.fromEntries(Object.entries(value).filter(([, seconds]) => Number.isFinite(seconds)))
}

function isStoredAnswer(value: unknown): value is StoredAnswer {
  if (typeof value !== 'object' || value === null) return false
  const { question, revision } = value as Partial<StoredAnswer>
  return typeof question === 'string' && Number.isInteger(revision)
}

/** Where the browser keeps things; a browser that is told to keep nothing throws. */
export function deviceStorage(): Storage | undefined {
  try {
    return localStorage
  } catch {
    return undefined
  }
}
