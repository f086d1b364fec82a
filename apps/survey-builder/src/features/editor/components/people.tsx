import { Tooltip } from '@mantine/core'
import { initials } from '@sixfold/ui/initials'
import { useSay } from '@sixfold/ui/parts/language'
import { Person } from '@sixfold/ui/parts/person'
import { useContext } from 'react'
import { togetherWords } from '../../../words/together.ts'
import { useEditor } from '../editor-context.ts'
import { addressOfPlace, placeWords } from '../places.ts'
import { PresenceContext, useNamesAt } from '../use-presence.ts'
import styles from './people.module.css'

const MOST_SHOWN = 3

/** Who else has the survey open; a press leads to where they are. */
export function People() {
  const say = useSay(togetherWords)
  const { definition, select } = useEditor()
  const people = useContext(PresenceContext)
  if (people.length === 0) return null
  const shown = people.slice(0, MOST_SHOWN)
  return (
    <ul className={styles.people} aria-label={say('people')}>
      {shown.map(({ staffId, name, places }) => {
        const at = places.map(place => placeWords(place, definition, say)).find(words => words !== null)
        const label = at ? say('at', { name, place: at }) : say('inSurvey', { name })
        // What is read out begins with the letters that are seen.
        const spoken = `${initials(name)}, ${label}`
        const address = places.map(place => addressOfPlace(place, definition)).find(one => one !== null)
        return (
          <li key={staffId}>
            <Tooltip label={label}>
              <button
                type="button"
                className={styles.person}
                aria-label={spoken}
                onClick={() => address && select(address)}
              >
                <Person name={name} other />
              </button>
            </Tooltip>
          </li>
        )
      })}
      <li className={styles.count} aria-hidden="true">
        {people.length === 1 ? say('isHere') : say('areHere', { n: people.length })}
      </li>
    </ul>
  )
}

/** A quiet mark of who has this selected. */
export function PeopleAt({ places }: { places: readonly string[] }) {
  const names = useNamesAt(places)
  if (names.length === 0) return null
  return (
    <span className={styles.at} role="img" aria-label={names.join(', ')}>
      {names.slice(0, MOST_SHOWN).map(name => (
        <Person key={name} name={name} other size={24} />
      ))}
    </span>
  )
}

/** The same in the canvas, with the name written out. */
export function NamesAt({ place }: { place: string }) {
  const say = useSay(togetherWords)
  const names = useNamesAt([place])
  if (names.length === 0) return null
  return <span className={styles.tag} data-people>{`${names.join(', ')} ${say('isHere')}`}</span>
}
