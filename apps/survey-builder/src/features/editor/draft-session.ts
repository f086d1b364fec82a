import type { SaveBatch, SurveyDraft } from '@sixfold/contract/surveys'
import { conflictData } from '@sixfold/contract/surveys'
import { SURVEY_LIMITS } from '@sixfold/domain/survey/limits'
import type { SurveyOperation } from '@sixfold/domain/survey/operation'
import type { ApiError } from '@sixfold/ui/api-error'
import { asApiError, isWorthRetrying } from '@sixfold/ui/api-error'
import type { Draft, DraftEvent } from './draft.ts'
import { afterBatch, nextDraft, openDraft } from './draft.ts'
import type { KeptWork, WorkPlace } from './kept-work.ts'

/** A save waits this long for the next change, but not longer than this for the last of many. */
const PAUSE_MS = 700
const LONGEST_PAUSE_MS = 2_000
const RETRY_MS = 4_000

export interface SaveInput {
  id: string
  revision: number
  operations: SurveyOperation[]
  batch: SaveBatch
}

export interface SessionParts {
  server: {
    save: (input: SaveInput) => Promise<SurveyDraft>
    read: (id: string) => Promise<SurveyDraft>
  }
  work: WorkPlace
  /** Names this tab for the server, among all tabs of all time. */
  writer: string
  /** Milliseconds. */
  now: () => number
  /** Runs something later; returns how to take that back. */
  later: (run: () => void, milliseconds: number) => () => void
}

export interface SessionState {
  draft: Draft
  /** Why nothing is saved just now, if so. */
  trouble: ApiError | null
  /** This device cannot keep what is not saved. */
  unkept: boolean
}

/** What a session tells whoever shows it. */
export interface SessionListeners {
  /** Hears of every state that the server confirmed. */
  onSaved: (saved: SurveyDraft) => void
  /** A save of mine was put together with somebody else's. */
  onMerged: (theirs: SurveyDraft) => void
  /** So many operations that were kept on this device are in the survey again, or wait for a choice. */
  onReturned: (count: number, toChoose: boolean) => void
  /** An undo or redo was refused. */
  onRefused: (refusal: NonNullable<Draft['refusal']>) => void
}

export type OpenSession = ReturnType<typeof openSession>

/**
 * Keeps the draft of one survey and saves it by itself, as long as the page lives. A save goes out as it is, under its
 * number, until the server has answered; whatever is not acknowledged is kept on the device.
 */
export function openSession(opened: SurveyDraft, { server, work, writer, now, later }: SessionParts) {
  let state: SessionState = { draft: openDraft(opened), trouble: null, unkept: false }
  let listeners: Partial<SessionListeners> = {}
  const watchers = new Set<() => void>()
  let number = 0
  let busy: Promise<SurveyDraft | null> | null = null
  let newestHeard = 0
  let waitingSince: number | null = null
  let refusedPending: readonly SurveyOperation[] | null = null
  let stopTimer = () => {}
  const returning: { kept: KeptWork; done: () => void }[] = []

  function set(change: Partial<SessionState>): void {
    const before = state
    state = { ...state, ...change }
    const { saved, pending, sending } = state.draft
    if (pending.length === 0) {
      if (before.draft.pending.length > 0) work.drop(writer)
      state = { ...state, unkept: false }
    } else if (state.draft !== before.draft) {
      const kept = work.keep({ writer, number, sending, operations: pending, base: saved })
      state = { ...state, unkept: !kept }
    }
    for (const watch of watchers) watch()
    schedule()
  }

  function dispatch(event: DraftEvent): void {
    const draft = nextDraft(state.draft, event)
    if (draft === state.draft) return
    set({ draft })
    if ((event.type === 'undone' || event.type === 'redone') && draft.refusal)
      listeners.onRefused?.(draft.refusal)
  }

  /** Decides when to send next. */
  function schedule(): void {
    stopTimer()
    const { draft, trouble } = state
    if (busy) return
    if (draft.pending.length === 0 || draft.conflict) {
      waitingSince = null
      if (returning.length > 0 && !draft.conflict)
        stopTimer = later(() => void flush(), trouble ? RETRY_MS : 0)
      return
    }
    waitingSince ??= now()
    if (trouble && !isWorthRetrying(trouble) && draft.pending === refusedPending) return
    const pause = Math.min(PAUSE_MS, Math.max(0, waitingSince + LONGEST_PAUSE_MS - now()))
    stopTimer = later(() => void flush(), trouble && isWorthRetrying(trouble) ? RETRY_MS : pause)
  }

  /** Sends one batch, the one on its way if there is one. The draft as saved, or null. */
  async function sendOne(): Promise<SurveyDraft | null> {
    const { draft } = state
    if (draft.conflict) return null
    if (draft.pending.length === 0) return draft.saved
    if (draft.sending === 0) {
      number += 1
      dispatch({ type: 'sent', count: batchSize(draft.pending) })
    }
    const { saved, pending, sending } = state.draft
    const operations = pending.slice(0, sending)
    try {
      const result = await server.save({
        id: saved.id,
        revision: saved.revision,
        operations,
        batch: { writer, number },
      })
      waitingSince = null
      state = { ...state, trouble: null }
      dispatch({ type: 'acknowledged', saved: result })
      listeners.onSaved?.(result)
      return state.draft.conflict ? null : result
    } catch (thrown) {
      return failed(asApiError(thrown))
    }
  }

  function failed(error: ApiError): null {
    const theirs = conflictOf(error)
    if (theirs) {
      state = { ...state, trouble: null }
      dispatch({ type: 'arrived', theirs })
      if (!state.draft.conflict) listeners.onMerged?.(theirs)
      listeners.onSaved?.(theirs)
      return null
    }
    // Away, or nobody knows whether it arrived: it is sent again as it is. Refused: it may be edited until it fits.
    if (!isWorthRetrying(error)) {
      dispatch({ type: 'not sent' })
      refusedPending = state.draft.pending
    }
    set({ trouble: error })
    return null
  }

  /** Saves all that is pending now; the saved draft, or null when that could not be done. */
  async function flush(): Promise<SurveyDraft | null> {
    while (busy) await busy
    busy = saveAll()
    try {
      return await busy
    } finally {
      busy = null
      schedule()
    }
  }

  async function saveAll(): Promise<SurveyDraft | null> {
    stopTimer()
    let result = await sendOne()
    // Somebody else was first and both are put together: that is a new batch, and goes out at once.
    while (!result && !state.trouble && !state.draft.conflict) result = await sendOne()
    while (result && state.draft.pending.length > 0 && !state.draft.conflict) result = await sendOne()
    if (result) await takeBackNext()
    if (newestHeard > state.draft.saved.revision) await catchUp()
    return state.draft.pending.length === 0 ? result : null
  }

  /** Reads what others have saved. Nobody waits for it: it is tried again when something is heard again. */
  async function catchUp(): Promise<void> {
    try {
      arrive(await server.read(state.draft.saved.id))
    } catch {
      // The connection will be back, and the server says again what is new.
    }
  }

  function arrive(theirs: SurveyDraft): void {
    newestHeard = Math.max(newestHeard, theirs.revision)
    const { draft } = state
    const known = Math.max(draft.saved.revision, draft.conflict?.theirs.revision ?? 0)
    // While a batch is on its way, its answer decides first.
    if (theirs.revision <= known || draft.sending > 0) return
    const mine = draft.pending.length > 0
    dispatch({ type: 'arrived', theirs })
    if (mine && !state.draft.conflict) listeners.onMerged?.(theirs)
    listeners.onSaved?.(theirs)
  }

  /** Puts work that another tab has left behind into this draft, once nothing else is under way. */
  async function takeBackNext(): Promise<void> {
    const next = returning[0]
    if (!next || state.draft.pending.length > 0 || state.draft.conflict) return
    const { kept } = next
    const batch = kept.operations.slice(0, kept.sending)
    let { base, operations } = kept
    let standing: SurveyDraft
    /** Of the batch that was on its way; had it arrived long ago and others saved since, it is nothing new. */
    let broughtBack = 0
    try {
      if (batch.length > 0) {
        const input = { id: base.id, revision: base.revision, operations: batch }
        standing = await server.save({ ...input, batch: { writer: kept.writer, number: kept.number } })
        base = afterBatch(base, batch)
        operations = operations.slice(kept.sending)
        if (standing.revision === base.revision) broughtBack = batch.length
      } else standing = await server.read(base.id)
    } catch (thrown) {
      const error = asApiError(thrown)
      const theirs = conflictOf(error)
      if (!theirs && (isWorthRetrying(error) || error.code === 'unauthenticated'))
        return set({ trouble: error })
      standing = theirs ?? state.draft.saved
    }
    state = { ...state, trouble: null }
    arrive(standing)
    if (state.draft.pending.length > 0 || state.draft.conflict) return
    dispatch({ type: 'returned', base, operations, at: now() })
    // This tab keeps it from here on.
    work.drop(kept.writer)
    returning.shift()
    next.done()
    const count = broughtBack + operations.length
    if (count > 0) listeners.onReturned?.(count, state.draft.conflict !== null)
  }

  return {
    state: () => state,
    watch(watcher: () => void): () => void {
      watchers.add(watcher)
      return () => watchers.delete(watcher)
    },
    /** Whoever shows the session hears of what happens. */
    tell(to: Partial<SessionListeners>): void {
      listeners = to
    },
    edit: (...operations: SurveyOperation[]) => dispatch({ type: 'edited', operations, at: now() }),
    undo: () => dispatch({ type: 'undone' }),
    redo: () => dispatch({ type: 'redone' }),
    choose: (mine: ReadonlySet<string>) => dispatch({ type: 'chosen', mine, at: now() }),
    discard: () => {
      state = { ...state, trouble: null }
      dispatch({ type: 'discarded' })
    },
    flush,
    arrive,
    /** The server said that the draft stands at a revision now. */
    heard(revision: number): void {
      newestHeard = Math.max(newestHeard, revision)
      if (!busy && revision > state.draft.saved.revision) void catchUp()
    },
    /** Tries again at once: the connection or the person is back. */
    retry(): void {
      refusedPending = null
      if (state.draft.pending.length > 0 || returning.length > 0) void flush()
    },
    /** Takes over what another tab left behind; `done` once it is part of this draft. */
    takeBack(kept: KeptWork): Promise<void> {
      return new Promise(done => {
        returning.push({ kept, done })
        schedule()
      })
    },
  }
}

/** A save holds so many operations, and not more than the server reads at once: in characters, of which some take three bytes. */
const MOST_CHARACTERS = 500_000

function batchSize(pending: readonly SurveyOperation[]): number {
  let characters = 0
  for (const [at, operation] of pending.entries()) {
    characters += JSON.stringify(operation).length
    if (at > 0 && (characters > MOST_CHARACTERS || at === SURVEY_LIMITS.operations)) return at
  }
  return pending.length
}

function conflictOf(error: ApiError): SurveyDraft | null {
  if (error.code !== 'revision_conflict') return null
  return conflictData.safeParse(error.data).data?.current ?? null
}
