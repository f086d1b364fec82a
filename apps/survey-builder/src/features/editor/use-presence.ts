import { useSay } from '@sixfold/ui/parts/language'
import { usePresent } from '@sixfold/ui/presence'
import type { Present } from '@sixfold/ui/present-people'
import { createContext, useContext, useEffect, useRef, useState } from 'react'
import { togetherWords } from '../../words/together.ts'

/** Who reloads the page is back by then, and is not said to have left. */
const GRACE_MS = 4_000

export interface Presence {
  people: readonly Present[]
  /** Said by screen readers: who came and went. */
  announcement: string
}

/** Shows this tab, with what is selected in it, to everybody else in the survey, and finds out who they are. */
export function usePresence(survey: string, place: string | null): Presence {
  const people = usePresent({ kind: 'survey', id: survey }, place)
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
