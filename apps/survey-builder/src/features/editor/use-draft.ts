import type { SurveyDraft } from '@sixfold/contract/surveys'
import type { SurveyOperation } from '@sixfold/domain/survey/operation'
import { api } from '@sixfold/ui/api-client'
import type { ApiError } from '@sixfold/ui/api-error'
import type { SaveProgress } from '@sixfold/ui/parts/save-state'
import { useSession } from '@sixfold/ui/session'
import { useEffect, useSyncExternalStore } from 'react'
import type { Draft } from './draft.ts'
import type { OpenSession, SessionState } from './draft-session.ts'
import { openSession } from './draft-session.ts'
import { deviceStorage, workPlace } from './kept-work.ts'
import { holdTab, takeLeftWork } from './left-work.ts'
import { useDraftNotices } from './use-draft-notices.ts'
import { useSurveyChanges } from './use-survey-changes.ts'

export interface DraftSession extends SessionState {
  progress: SaveProgress
  /** Several operations are one step of undo. */
  edit: (...operations: SurveyOperation[]) => void
  undo: () => void
  redo: () => void
  /** Decides the conflict: the keys of the clashes in which mine stays. */
  choose: (mine: ReadonlySet<string>) => void
  /** Gives up what is not saved. */
  discard: () => void
  /** Saves what is pending now; the saved draft, or null when it could not be saved. */
  flush: () => Promise<SurveyDraft | null>
}

/**
 * The draft of a survey, which saves itself. It outlives the page that shows it: going to the preview and back loses
 * neither what is on its way nor what can be undone.
 */
export function useDraft(opened: SurveyDraft): DraftSession {
  const staff = useSession().data?.actor.id ?? ''
  const session = sessionOf(opened, staff)
  const state = useSyncExternalStore(session.watch, session.state)
  session.tell(useDraftNotices())
  useSurveyChanges(opened.id, session)

  // A save of somebody else that was fetched meanwhile.
  useEffect(() => session.arrive(opened), [session, opened])

  useEffect(() => {
    const whenBack = () => session.retry()
    // A hidden page may be closed without a further word.
    const whenHidden = () => {
      if (document.visibilityState === 'hidden') session.retry()
    }
    const warn = (event: BeforeUnloadEvent) => {
      if (session.state().unkept) event.preventDefault()
    }
    window.addEventListener('online', whenBack)
    window.addEventListener('focus', whenBack)
    document.addEventListener('visibilitychange', whenHidden)
    window.addEventListener('beforeunload', warn)
    return () => {
      window.removeEventListener('online', whenBack)
      window.removeEventListener('focus', whenBack)
      document.removeEventListener('visibilitychange', whenHidden)
      window.removeEventListener('beforeunload', warn)
      session.retry()
    }
  }, [session])

  const { edit, undo, redo, choose, discard, flush } = session
  return { ...state, progress: progressOf(state), edit, undo, redo, choose, discard, flush }
}

const sessions = new Map<string, OpenSession>()

function sessionOf(opened: SurveyDraft, staff: string): OpenSession {
  const key = `${staff}/${opened.id}`
  const open = sessions.get(key)
  if (open) return open
  const writer = crypto.randomUUID()
  const work = workPlace(deviceStorage(), { staff, survey: opened.id })
  const session = openSession(opened, {
    server: { save: input => api.surveys.save(input), read: id => api.surveys.get({ id }) },
    work,
    writer,
    now: () => Date.now(),
    later: (run, milliseconds) => {
      const timer = setTimeout(run, milliseconds)
      return () => clearTimeout(timer)
    },
  })
  sessions.set(key, session)
  const locks = navigator.locks as Navigator['locks'] | undefined
  holdTab(locks, writer)
  const waiting = new Set<string>()
  const takeAll = () => takeLeftWork(locks, { work, writer, waiting }, session.takeBack)
  takeAll()
  window.addEventListener('focus', takeAll)
  return session
}

function progressOf({
  draft,
  trouble,
  unkept,
}: {
  draft: Draft
  trouble: ApiError | null
  unkept: boolean
}): SaveProgress {
  if (trouble) return trouble.code === 'unavailable' && !unkept ? 'offline' : 'failed'
  if (draft.sending > 0) return 'saving'
  return draft.pending.length > 0 ? 'unsaved' : 'saved'
}
