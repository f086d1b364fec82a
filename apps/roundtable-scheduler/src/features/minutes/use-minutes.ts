import type { Minutes } from '@sixfold/contract/minutes'
import type { MinutesBlock } from '@sixfold/domain/minutes/blocks'
import { useLiveEvent } from '@sixfold/ui/live'
import type { SaveProgress } from '@sixfold/ui/parts/save-state'
import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import type { MinutesSession } from './minutes-session.ts'
import { begunSaving, heard, isSaved, openSession, saved, written } from './minutes-session.ts'
import { minutesQuery, useSaveMinutes } from './queries.ts'

const PAUSE_MS = 600
const RETRY_MS = 3_000

export interface MinutesEditor {
  blocks: readonly MinutesBlock[]
  change: (blocks: readonly MinutesBlock[]) => void
  state: SaveProgress
  /** Saves now what is not saved yet. */
  save: () => void
}

/** The minutes in this tab: saved a moment after each change, on top of whatever others wrote. */
export function useMinutes(minutes: Minutes): MinutesEditor {
  const id = minutes.roundtableId
  const queryClient = useQueryClient()
  const send = useSaveMinutes()
  const [session, setSession] = useState(() => openSession(minutes))
  const [failed, setFailed] = useState(false)
  const latest = useRef(session)
  const writer = useRef(crypto.randomUUID())
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
    const batch = { writer: writer.current, number: sending.number }
    send.mutate(
      { id, revision, edits: [...sending.edits], batch },
      {
        onSuccess(stored) {
          queryClient.setQueryData(minutesQuery(id).queryKey, stored)
          become(saved(latest.current, stored))
          if (!isSaved(latest.current)) saveIn(PAUSE_MS)
        },
        // The very same is sent again: if it had arrived, the server knows.
        onError() {
          setFailed(true)
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
  useLiveEvent('minutes:changed', ({ roundtableId, revision }) => {
    if (roundtableId === id && revision > latest.current.revision)
      void queryClient.invalidateQueries({ queryKey: minutesQuery(id).queryKey })
  })

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
    save,
  }
}

function stateOf(session: MinutesSession, failed: boolean): SaveProgress {
  if (failed) return navigator.onLine ? 'failed' : 'offline'
  if (session.sending) return 'saving'
  return isSaved(session) ? 'saved' : 'unsaved'
}
