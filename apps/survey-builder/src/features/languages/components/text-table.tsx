import { textIn } from '@sixfold/domain/local-text'
import type { SurveyDefinition } from '@sixfold/domain/survey/definition'
import type { SurveyOperation } from '@sixfold/domain/survey/operation'
import { directionOf } from '@sixfold/domain/text/direction'
import { languageName, ownName } from '@sixfold/ui/language-name'
import { useLanguage, useSay } from '@sixfold/ui/parts/language'
import { languageWords } from '../../../words/languages.ts'
import { rowLabel } from '../row-label.ts'
import type { TextGroup, TextRow } from '../text-rows.ts'
import styles from './languages.module.css'
import { TextRowItem } from './text-row.tsx'

interface TextTableProps {
  definition: SurveyDefinition
  groups: readonly TextGroup[]
  language: string
  /** The number of the version that was asked last, where there is one. */
  askedIn: number | null
  readOnly: boolean
  onEdit: (operation: SurveyOperation) => void
  onEnter: (key: string) => void
}

/** From so many rows on. */
const LONG = 150

/** Every text beside its source, page by page. */
export function TextTable({
  definition,
  groups,
  language,
  askedIn,
  readOnly,
  onEdit,
  onEnter,
}: TextTableProps) {
  const say = useSay(languageWords)
  const { language: screens } = useLanguage()
  const source = definition.defaultLanguage
  const isLong = groups.reduce((sum, { rows }) => sum + rows.length, 0) > LONG
  const titleOf = (page: string | null) => {
    const at = definition.pages.findIndex(({ id }) => id === page)
    if (at < 0) return say('survey')
    return say('page', { number: at + 1, title: textIn(definition.pages[at]?.title, screens, source) })
  }
  const owedBy = ({ state }: TextRow) => {
    if (state === 'written') return ''
    return state === 'gap'
      ? say('gap')
      : say('isBehind', { language: languageName(source, screens), number: askedIn ?? 1 })
  }
  return (
    <div className={styles.table} data-long={isLong || undefined}>
      <div className={styles.heads} aria-hidden="true">
        <span />
        <span lang={source} dir={directionOf(source)}>
          {ownName(source)}
        </span>
        <span lang={language} dir={directionOf(language)}>
          {ownName(language)}
        </span>
      </div>
      {groups.map(({ page, rows }) => (
        <section key={page ?? ''} aria-label={titleOf(page)}>
          <h2 className={styles.group}>{titleOf(page)}</h2>
          <ul className={styles.rows}>
            {rows.map(row => {
              const label = rowLabel(row, definition, { say, screens })
              return (
                <TextRowItem
                  key={row.key}
                  row={row}
                  label={label}
                  sourceLabel={say('textIn', { label, language: languageName(source, screens) })}
                  translationLabel={say('textIn', { label, language: languageName(language, screens) })}
                  owed={owedBy(row)}
                  source={source}
                  language={language}
                  readOnly={readOnly}
                  onEdit={onEdit}
                  onEnter={onEnter}
                />
              )
            })}
          </ul>
        </section>
      ))}
    </div>
  )
}
