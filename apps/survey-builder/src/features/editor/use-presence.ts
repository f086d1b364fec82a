import type { PresentPerson } from '@sixfold/contract/socket'
import { showPresence, useFollow, useLiveEvent } from '@sixfold/ui/live'
import { useSay } from '@sixfold/ui/parts/language'
import { useSession } from '@sixfold/ui/session'
import { createContext, useContext, useEffect, useMemo, useRef, useState } from 'react'
import { togetherWords } from '../../words/together.ts'
import type { Present, PresentTabs } from './present-people.ts'
import { presentPeople, withLeft, withoutSilent, withShown } from './present-people.ts'

/** Steps through a survey come faster than others need to follow. */
const PAUSE_MS = 150
const LOOK_MS = 10_000
/** Who reloads the page is back by then, and is not said to have left. */
const GRACE_MS = 4_000

export interface Presence {
  people: readonly Present[]
  /** Said by screen readers: who came and went. */
  announcement: string
}

/** Shows this tab, with what is selected in it, to everybody else in the survey, and finds out who they are. */
export function usePresence(survey: string, place: string | null): Presence {
  const me = useSession().data?.actor.id ?? ''
  const [tabs, setTabs] = useState<PresentTabs>(new Map())
  const latest = useRef(place)
  latest.current = place
  const shown = useRef<string | null | undefined>(undefined)

  const show = (asks: boolean) => {
    shown.current = latest.current
    showPresence({ topic: { kind: 'survey', id: survey }, place: latest.current, asks })
  }
  useFollow(
    { kind: 'survey', id: survey },
    () => setTabs(new Map()),
    () => show(true),
  )
  useLiveEvent('presence:here', (person: PresentPerson) => {
    if (person.topic.id !== survey) return
    setTabs(before => withShown(before, person, Date.now()))
    if (person.asks) show(false)
  })
  useLiveEvent('presence:left', ({ topic, tab }) => {
    if (topic.id === survey) setTabs(before => withLeft(before, tab))
  })

  useEffect(() => {
    if (shown.current === undefined || shown.current === place) return
    const timer = setTimeout(() => {
      shown.current = place
      showPresence({ topic: { kind: 'survey', id: survey }, place, asks: false })
    }, PAUSE_MS)
    return () => clearTimeout(timer)
  }, [survey, place])

  useEffect(() => {
    const timer = setInterval(() => setTabs(before => withoutSilent(before, Date.now())), LOOK_MS)
    return () => clearInterval(timer)
  }, [])

  const people = useMemo(() => presentPeople(tabs, me), [tabs, me])
  return { people, announcement: useComingAndGoing(people) }
}

/** Who came and who left, in a sentence each; coming back at once is neither. */
function useComingAndGoing(people: readonly Present[]): string {
  const say = useSay(togetherWords)
  const [announcement, announce] = useState('')
  const known = useRef<ReadonlyMap<string, string>>(new Map())
  useEffect(() => {
    const here = new Map(people.map(({ staffId, name }) => [staffId, name]))
    const came = [...here].filter(([id]) => !known.current.has(id)).map(([, name]) => name)
    if (came.length > 0) {
      announce(came.map(name => say('joined', { name })).join(' '))
      known.current = new Map([...known.current, ...here])
    }
    const gone = [...known.current].filter(([id]) => !here.has(id))
    if (gone.length === 0) return
    const timer = setTimeout(() => {
      known.current = here
      announce(gone.map(([, name]) => say('left', { name })).join(' '))
    }, GRACE_MS)
    return () => clearTimeout(timer)
  }, [people, say])
  return announcement
}

export const PresenceContext = createContext<readonly Present[]>([])

/** The names of everybody else who has one of these selected. */
export function useNamesAt(places: readonly string[]): readonly string[] {
  return useContext(PresenceContext)
    .filter(person => person.places.some(place => places.includes(place)))
    .map(({ name }) => name)
}
