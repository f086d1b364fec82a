import type { AnswerList } from '@sixfold/contract/results'
import { formatNumber } from '@sixfold/ui/format'
import { useLanguage, useSay } from '@sixfold/ui/parts/language'
import { questionResultWords } from '../../../words/question-results.ts'
import { figureText } from '../figure-text.ts'
import styles from './question-results.module.css'

/** The one figure that says most, what it is, and its interval; exact under the pointer. */
export function FigureLine({
  figure,
  confidence,
}: {
  figure: NonNullable<AnswerList['figure']>
  confidence: string
}) {
  const say = useSay(questionResultWords)
  const { language } = useLanguage()
  const { value, low, high, is } = figure
  return (
    <>
      <strong className={styles.figure} title={formatNumber(value, language, 2)}>
        {figureText(figure, value, language)}
      </strong>
      <span>{say(`figure.${is}`)}</span>
      {low !== null && high !== null && (
        <span className={styles.interval}>
          {say('interval', {
            low: figureText(figure, low, language),
            high: figureText(figure, high, language),
            confidence,
          })}
        </span>
      )}
    </>
  )
}
