import type { Minutes } from '@sixfold/contract/minutes'
import type { MinutesBlock } from '@sixfold/domain/minutes/blocks'
import { asApiError, isWorthRetrying } from '@sixfold/ui/api-error'
import { useFollow, useLiveEvent } from '@sixfold/ui/live'
import type { SaveProgress } from '@sixfold/ui/parts/save-state'
import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import type { MinutesSession } from './minutes-session.ts'
import { begunSaving, heard, isSaved, openSession, refused, saved, written } from './minutes-session.ts'
import { minutesQuery, useSaveMinutes } from './queries.ts'

const PAUSE_MS = 600
const RETRY_MS = 3_000

export interface MinutesEditor {
  blocks: readonly MinutesBlock[]
  change: (blocks: readonly MinutesBlock[]) => void
  state: SaveProgress
  /** Why the server does not take what was typed; null: it does, as far as is known. */
  refusal: unknown
  /** Saves now what is not saved yet. */
  save: () => void
}

/** The minutes in this tab: saved a moment after each change, on top of whatever others wrote. */
export function useMinutes(minutes: Minutes): MinutesEditor {
  const id = minutes.roundtableId
  const queryClient = useQueryClient()
  const send = useSaveMinutes()
  const [session, setSession] = useState(() => openSession(minutes, crypto.randomUUID()))
  const [failed, setFailed] = useState(false)
  const [refusal, setRefusal] = useState<unknown>(null)
  const latest = useRef(session)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)

  const become = (next: MinutesSession) => {
    latest.current = next
    setSession(next)
  }
  const saveIn = (wait: number) => {
    clearTimeout(timer.current)
    timer.current = setTimeout(save, wait)
  }
  function save() {
    clearTimeout(timer.current)
    const next = begunSaving(latest.current)
    if (next === latest.current && !failed) return
    become(next)
    post()
  }
  function post() {
    const { sending, revision } = latest.current
    if (!sending) return
    setFailed(false)
    const { writer, number } = sending
    const batch = { writer, number }
    send.mutate(
      { id, revision, edits: [...sending.edits], batch },
      {
        onSuccess(stored) {
          setRefusal(null)
          queryClient.setQueryData(minutesQuery(id).queryKey, stored)
          become(saved(latest.current, stored))
          if (!isSaved(latest.current)) saveIn(PAUSE_MS)
        },
        onError(error) {
          setFailed(true)
          if (!isWorthRetrying(asApiError(error))) {
            become(refused(latest.current, crypto.randomUUID()))
            setRefusal(error)
            return
          }
          // The very same is sent again: if it had arrived, the server knows.
          timer.current = setTimeout(post, RETRY_MS)
        },
      },
    )
  }

  useEffect(() => {
    const next = heard(latest.current, minutes)
    if (next === latest.current) return
    latest.current = next
    setSession(next)
  }, [minutes])
  const refresh = () => void queryClient.invalidateQueries({ queryKey: minutesQuery(id).queryKey })
  useLiveEvent('minutes:changed', ({ roundtableId, revision }) => {
    if (roundtableId === id && revision > latest.current.revision) refresh()
  })
  // What was written between the reading of the page and this is told to nobody.
  useFollow({ kind: 'roundtable', id }, () => undefined, refresh)

  const isKept = isSaved(session)
  useEffect(() => {
    if (isKept) return
    const warn = (event: BeforeUnloadEvent) => event.preventDefault()
    window.addEventListener('beforeunload', warn)
    return () => window.removeEventListener('beforeunload', warn)
  }, [isKept])
  const atEnd = useRef(save)
  atEnd.current = save
  // Who goes to another page of the app takes nothing along unsaved.
  useEffect(() => () => atEnd.current(), [])

  return {
    blocks: session.mine,
    change(blocks) {
      become(written(latest.current, blocks))
      if (!latest.current.sending) saveIn(PAUSE_MS)
    },
    state: stateOf(session, failed),
    refusal,
    save,
  }
}

function stateOf(session: MinutesSession, failed: boolean): SaveProgress {
  if (session.refused) return 'failed'
  if (failed) return navigator.onLine ? 'failed' : 'offline'
  if (session.sending) return 'saving'
  return isSaved(session) ? 'saved' : 'unsaved'
}
