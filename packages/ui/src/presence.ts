import type { Presence, PresentPerson } from '@sixfold/contract/socket'
import { useEffect, useMemo, useRef, useState } from 'react'
import { showPresence, useFollow, useLiveEvent } from './live.ts'
import type { Present, PresentTabs } from './present-people.ts'
import { presentPeople, withLeft, withoutSilent, withShown } from './present-people.ts'
import { useSession } from './session.ts'

/** Steps from place to place come faster than others need to follow. */
const PAUSE_MS = 150
const LOOK_MS = 10_000

/** Shows this tab, with what is selected in it, to everybody else at the same thing, and finds out who they are. */
export function usePresent({ kind, id }: Presence['topic'], place: string | null): readonly Present[] {
  const me = useSession().data?.actor.id ?? ''
  const [tabs, setTabs] = useState<PresentTabs>(new Map())
  const latest = useRef(place)
  latest.current = place
  const shown = useRef<string | null | undefined>(undefined)

  const show = (asks: boolean) => {
    shown.current = latest.current
    showPresence({ topic: { kind, id }, place: latest.current, asks })
  }
  useFollow(
    { kind, id },
    () => setTabs(new Map()),
    () => show(true),
  )
  useLiveEvent('presence:here', (person: PresentPerson) => {
    if (person.topic.kind !== kind || person.topic.id !== id) return
    setTabs(before => withShown(before, person, Date.now()))
    if (person.asks) show(false)
  })
  useLiveEvent('presence:left', ({ topic, tab }) => {
    if (topic.kind === kind && topic.id === id) setTabs(before => withLeft(before, tab))
  })

  useEffect(() => {
    if (shown.current === undefined || shown.current === place) return
    const timer = setTimeout(() => {
      shown.current = place
      showPresence({ topic: { kind, id }, place, asks: false })
    }, PAUSE_MS)
    return () => clearTimeout(timer)
  }, [kind, id, place])

  useEffect(() => {
    const timer = setInterval(() => setTabs(before => withoutSilent(before, Date.now())), LOOK_MS)
    return () => clearInterval(timer)
  }, [])

  return useMemo(() => presentPeople(tabs, me), [tabs, me])
}
