import type { SurveyDraft } from '@sixfold/contract/surveys'
import { conflictData } from '@sixfold/contract/surveys'
import type { SurveyOperation } from '@sixfold/domain/survey/operation'
import { api, newIdempotencyKey } from '@sixfold/ui/api-client'
import type { ApiError } from '@sixfold/ui/api-error'
import { asApiError } from '@sixfold/ui/api-error'
import type { SaveProgress } from '@sixfold/ui/parts/save-state'
import { useCallback, useEffect, useReducer, useRef, useState } from 'react'
import type { Draft } from './draft.ts'
import { nextDraft, openDraft } from './draft.ts'

/** A save waits this long for the next change. */
const PAUSE_MS = 700
const RETRY_MS = 4_000
/** What one save may hold. */
const MOST_OPERATIONS = 500

export interface DraftSession {
  draft: Draft
  progress: SaveProgress
  /** Why nothing is saved just now, if so. */
  trouble: ApiError | null
  edit: (operation: SurveyOperation) => void
  undo: () => void
  redo: () => void
  choose: (mine: readonly SurveyOperation[]) => void
  /** Saves what is pending now; the saved draft, or null when it could not be saved. */
  flush: () => Promise<SurveyDraft | null>
}

/** A save on its way. It is repeated as it was, under its key, until the server has answered: a lost reply is no second save. */
interface Batch {
  key: string
  revision: number
  operations: readonly SurveyOperation[]
}

interface DraftListeners {
  /** Hears of every state that the server confirmed. */
  onSaved: (saved: SurveyDraft) => void
  /** Somebody else's save was put together with what is on this screen. */
  onMerged: (theirs: SurveyDraft) => void
}

/** Keeps a draft and saves it by itself. */
export function useDraft(opened: SurveyDraft, listeners: DraftListeners): DraftSession {
  const [draft, dispatch] = useReducer(nextDraft, opened, openDraft)
  const [trouble, setTrouble] = useState<ApiError | null>(null)
  const latest = useRef(draft)
  latest.current = draft
  const batch = useRef<Batch | null>(null)
  const refusedPending = useRef<readonly SurveyOperation[] | null>(null)
  const busy = useRef<Promise<SurveyDraft | null> | null>(null)
  const heard = useRef(listeners)
  heard.current = listeners

  const send = useCallback(async (): Promise<SurveyDraft | null> => {
    const now = latest.current
    if (now.conflict) return null
    if (!batch.current) {
      if (now.pending.length === 0) return now.saved
      const operations = now.pending.slice(0, MOST_OPERATIONS)
      batch.current = { key: newIdempotencyKey(), revision: now.saved.revision, operations }
      dispatch({ type: 'sent', count: operations.length })
    }
    const { key, revision, operations } = batch.current
    try {
      const input = { id: now.saved.id, revision, operations: [...operations] }
      const result = await api.surveys.save(input, { context: { idempotencyKey: key } })
      batch.current = null
      setTrouble(null)
      dispatch({ type: 'acknowledged', saved: result })
      heard.current.onSaved(result)
      return result
    } catch (thrown) {
      const error = asApiError(thrown)
      const theirs = conflictOf(error)
      if (theirs) {
        batch.current = null
        setTrouble(null)
        const event = { type: 'conflicted', theirs } as const
        if (!nextDraft(latest.current, event).conflict) heard.current.onMerged(theirs)
        dispatch(event)
        return null
      }
      setTrouble(error)
      // Away: the batch stays as it is. Refused: it may be edited until it fits.
      if (error.code !== 'unavailable') {
        batch.current = null
        dispatch({ type: 'not sent' })
      }
      return null
    }
  }, [])

  const flush = useCallback(async () => {
    await busy.current
    busy.current = send()
    const result = await busy.current
    busy.current = null
    return result
  }, [send])

  const waiting = draft.pending.length > 0 && draft.conflict === null
  const away = trouble?.code === 'unavailable'
  const refused = trouble !== null && !away
  const { pending, sending } = draft
  useEffect(() => {
    if (!waiting || (sending > 0 && !away) || (refused && pending === refusedPending.current)) return
    refusedPending.current = pending
    const timer = setTimeout(() => void flush(), away ? RETRY_MS : PAUSE_MS)
    return () => clearTimeout(timer)
  }, [waiting, away, refused, pending, sending, flush])

  // Somebody else's save that was fetched meanwhile; with nothing of mine pending it simply shows.
  useEffect(() => {
    if (opened.revision > latest.current.saved.revision && latest.current.pending.length === 0)
      dispatch({ type: 'conflicted', theirs: opened })
  }, [opened])

  useEffect(() => {
    const warn = (event: BeforeUnloadEvent) => {
      if (latest.current.pending.length > 0) event.preventDefault()
    }
    window.addEventListener('beforeunload', warn)
    return () => {
      window.removeEventListener('beforeunload', warn)
      if (latest.current.pending.length > 0) void flush()
    }
  }, [flush])

  return {
    draft,
    progress: progressOf(draft, trouble),
    trouble,
    edit: useCallback(operation => dispatch({ type: 'edited', operation, at: Date.now() }), []),
    undo: useCallback(() => dispatch({ type: 'undone' }), []),
    redo: useCallback(() => dispatch({ type: 'redone' }), []),
    choose: useCallback(mine => dispatch({ type: 'chosen', mine }), []),
    flush,
  }
}

function progressOf(draft: Draft, trouble: ApiError | null): SaveProgress {
  if (trouble) return trouble.code === 'unavailable' ? 'offline' : 'failed'
  if (draft.sending > 0) return 'saving'
  return draft.pending.length > 0 ? 'unsaved' : 'saved'
}

function conflictOf(error: ApiError): SurveyDraft | null {
  if (error.code !== 'revision_conflict') return null
  return conflictData.safeParse(error.data).data?.current ?? null
}
