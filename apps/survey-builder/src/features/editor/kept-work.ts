import { surveyOperation } from '@sixfold/contract/survey-operations'
import type { SurveyDraft } from '@sixfold/contract/surveys'
import { surveyDraft } from '@sixfold/contract/surveys'
import type { SurveyOperation } from '@sixfold/domain/survey/operation'
import { z } from 'zod'

/** What one browser tab has not yet seen acknowledged, as this device keeps it. */
export interface KeptWork {
  /** Names the tab for the server. */
  writer: string
  /** Of its latest save. */
  number: number
  /** So many operations left with that save, and its answer never came. */
  sending: number
  operations: readonly SurveyOperation[]
  /** What they were made on. */
  base: SurveyDraft
}

const PLACE = 'sixfold.work'

const pendingPart = z.object({
  number: z.int(),
  sending: z.int(),
  revision: z.int(),
  operations: z.array(surveyOperation),
})

/** Where the work of one person on one survey is kept. */
export interface WorkPlace {
  /** False when the device does not keep it: storage is full or forbidden. */
  keep(work: KeptWork): boolean
  drop(writer: string): void
  /** Null when there is nothing, or nothing that can be read. */
  read(writer: string): KeptWork | null
  /** Every tab that has left something here. */
  writers(): string[]
}

/**
 * The operations are written at each change, the survey that they were made on only when it is another one: first that,
 * under its revision, then the operations, then the older one goes. A tab may die between any two of these.
 */
export function workPlace(
  storage: Storage | null,
  { staff, survey }: { staff: string; survey: string },
): WorkPlace {
  const prefix = `${PLACE}/${staff}/${survey}/`
  const baseKey = (writer: string, revision: number) => `${prefix}${writer}/${revision}`
  const written = new Map<string, SurveyDraft>()
  const keys = () =>
    Array.from({ length: storage?.length ?? 0 }, (_, at) => storage?.key(at) ?? '').filter(key =>
      key.startsWith(prefix),
    )
  return {
    keep({ writer, base, number, sending, operations }) {
      if (!storage) return false
      const { revision } = base
      try {
        const isNew = written.get(writer) !== base
        if (isNew) storage.setItem(baseKey(writer, revision), JSON.stringify(base))
        storage.setItem(prefix + writer, JSON.stringify({ number, sending, revision, operations }))
        if (isNew)
          for (const key of keys())
            if (key.startsWith(`${prefix}${writer}/`) && key !== baseKey(writer, revision))
              storage.removeItem(key)
        written.set(writer, base)
        return true
      } catch {
        return false
      }
    },
    drop(writer) {
      written.delete(writer)
      storage?.removeItem(prefix + writer)
      for (const key of keys()) if (key.startsWith(`${prefix}${writer}/`)) storage?.removeItem(key)
    },
    read(writer) {
      const pending = pendingPart.safeParse(parsed(storage, prefix + writer))
      if (!pending.success) return null
      const base = surveyDraft.safeParse(parsed(storage, baseKey(writer, pending.data.revision)))
      return base.success ? { writer, ...pending.data, base: base.data } : null
    },
    writers() {
      return keys()
        .map(key => key.slice(prefix.length))
        .filter(name => !name.includes('/'))
    },
  }
}

/** The surveys for which one person has left something on this device. */
export function surveysWithWork(storage: Storage | null, staff: string): string[] {
  const prefix = `${PLACE}/${staff}/`
  const keys = Array.from({ length: storage?.length ?? 0 }, (_, at) => storage?.key(at) ?? '')
  const surveys = keys
    .filter(key => key.startsWith(prefix))
    .map(key => key.slice(prefix.length).split('/')[0] ?? '')
  return [...new Set(surveys)]
}

/** This browser's storage; reaching for it may be forbidden already. */
export function deviceStorage(): Storage | null {
  try {
    return window.localStorage
  } catch {
    return null
  }
}

function parsed(storage: Storage | null, key: string): unknown {
  try {
    return JSON.parse(storage?.getItem(key) ?? 'null')
  } catch {
    return null
  }
}
