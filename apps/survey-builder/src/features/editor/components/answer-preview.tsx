import { uiLanguageFor } from '@sixfold/contract/words'
import type { Question } from '@sixfold/domain/survey/question'
import { InLanguage, useSay } from '@sixfold/ui/parts/language'
import { RatingScale } from '@sixfold/ui/parts/rating-scale'
import { editorWords } from '../../../words/editor.ts'
import styles from './canvas.module.css'

const points = Array.from({ length: 11 }, (_, point) => point)

/** How a customer answers a question, in the customer's language. It answers nothing. */
export function AnswerPreview({ question, language }: { question: Question; language: string }) {
  return (
    <InLanguage language={uiLanguageFor(language)}>
      <div className={styles.answer} inert lang={language}>
        <AnswerKind question={question} language={language} />
      </div>
    </InLanguage>
  )
}

function AnswerKind({ question, language }: { question: Question; language: string }) {
  const say = useSay(editorWords)
  switch (question.kind) {
    case 'satisfaction':
      return (
        <RatingScale
          label={question.text[language] || say('untitled')}
          labelHidden
          value={null}
          preview
          offerNotApplicable={question.offerNotApplicable}
        />
      )
    case 'nps':
      return (
        <>
          <ol className={styles.points} start={0}>
            {points.map(point => (
              <li key={point}>{point}</li>
            ))}
          </ol>
          <div className={styles.ends}>
            <span>{say('unlikely')}</span>
            <span>{say('likely')}</span>
          </div>
        </>
      )
    case 'text':
      return <div className={styles.words} data-long={question.long || undefined} />
    default:
      return question satisfies never
  }
}
