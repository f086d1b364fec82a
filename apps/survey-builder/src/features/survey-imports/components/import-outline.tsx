import { textIn } from '@sixfold/domain/local-text'
import type { SurveyDefinition } from '@sixfold/domain/survey/definition'
import { useLanguage, useSay } from '@sixfold/ui/parts/language'
import { importWords } from '../../../words/import.ts'
import { kindNames } from '../../../words/kinds.ts'
import styles from './import.module.css'

/** The survey as it would be asked: pages with their questions. */
export function ImportOutline({ definition }: { definition: SurveyDefinition }) {
  const say = useSay(importWords)
  const sayKind = useSay(kindNames)
  const { language } = useLanguage()
  const { pages, defaultLanguage } = definition
  return (
    <ol className={styles.outline}>
      {pages.map((page, at) => (
        <li key={page.id}>
          <h3>{textIn(page.title, language, defaultLanguage) || say('pageNumber', { page: at + 1 })}</h3>
          <ol>
            {page.questions.map((question, index) => (
              <li key={question.id}>
                <span className={styles.number}>{`${at + 1}.${index + 1}`}</span>
                <span className={styles.asked}>
                  {textIn(question.text, language, defaultLanguage) || say('noText')}
                </span>
                <span className={styles.quiet}>{sayKind(question.kind)}</span>
              </li>
            ))}
          </ol>
        </li>
      ))}
    </ol>
  )
}
