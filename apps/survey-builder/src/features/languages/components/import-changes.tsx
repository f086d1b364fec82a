import type { SurveyDefinition } from '@sixfold/domain/survey/definition'
import { partsOf } from '@sixfold/domain/survey/parts'
import type { TextsChange } from '@sixfold/domain/survey/texts-csv'
import { placeOf } from '@sixfold/domain/survey/undo'
import { directionOf } from '@sixfold/domain/text/direction'
import { LampShape } from '@sixfold/ui/parts/lamp'
import { useLanguage, useSay } from '@sixfold/ui/parts/language'
import { languageWords, textsDoubtWords } from '../../../words/languages.ts'
import { rowLabel } from '../row-label.ts'
import styles from './languages.module.css'

/** So many are laid out one by one. */
const MOST_SHOWN = 100

interface ImportChangesProps {
  changes: readonly TextsChange[]
  definition: SurveyDefinition
  language: string
}

/** Every text that the file would change, as it stands and as it will. Those worth a look come first. */
export function ImportChanges({ changes, definition, language }: ImportChangesProps) {
  const say = useSay(languageWords)
  const sayDoubt = useSay(textsDoubtWords)
  const { language: screens } = useLanguage()
  const sorted = [...changes].sort((a, b) => b.doubts.length - a.doubts.length)
  const written = { lang: language, dir: directionOf(language) }
  return (
    // What scrolls must be reachable with the keyboard alone.
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls by itself
    <ul className={styles.changes} tabIndex={0} aria-label={say('changes')}>
      {sorted.slice(0, MOST_SHOWN).map(({ line, place, before, after, doubts }) => (
        <li key={line}>
          <p>{rowLabel(labelled(place, definition), definition, { say, screens })}</p>
          {before && (
            <p>
              <del {...written}>{before}</del>
            </p>
          )}
          <p {...written}>{after}</p>
          {doubts.map(doubt => (
            <p key={doubt} className={styles.owed}>
              <LampShape tone="attention" />
              {sayDoubt(doubt)}
            </p>
          ))}
        </li>
      ))}
      {sorted.length > MOST_SHOWN && <li>{say('moreRows', { n: sorted.length - MOST_SHOWN })}</li>}
    </ul>
  )
}

function labelled(place: TextsChange['place'], definition: SurveyDefinition) {
  const question = place.question === undefined ? null : placeOf(definition, place.question)
  const page = definition.pages.findIndex(({ id }) => id === place.page)
  const parts = (question && partsOf(question.question)?.parts) ?? []
  return {
    place,
    number: question ? `${page + 1}.${question.index + 1}` : '',
    at: parts.findIndex(({ id }) => id === place.part) + 1,
  }
}
