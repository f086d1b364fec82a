import type { SayAnswer } from '@sixfold/ui/words/answers'
import type { AnswerProps } from './answer-props.ts'
import styles from './answers.module.css'
import { QuestionText } from './question-text.tsx'

type FivePointScale = 'satisfaction' | 'agreement' | 'importance'

/** Five cells that grow, then a gap, then a dashed "not applicable". Drawn, not chosen. */
export function FivePoints({ scale, none, say }: { scale: FivePointScale; none: boolean; say: SayAnswer }) {
  return (
    <div className={styles.rate} data-plain={!none || undefined} aria-hidden="true">
      {[1, 2, 3, 4, 5].map(point => (
        <span key={point} className={styles.cell}>
          <span className={styles.dot} data-size={point} />
        </span>
      ))}
      {none && <span className={`${styles.cell} ${styles.na}`}>{say('na')}</span>}
      <span className={styles.low}>{say(`${scale}.1`)}</span>
      <span className={styles.high}>{say(`${scale}.5`)}</span>
    </div>
  )
}

export function Satisfaction({ question, say }: AnswerProps<'satisfaction' | 'csat'>) {
  return <FivePoints scale="satisfaction" none={question.offerNotApplicable} say={say} />
}

export function Agreement({ question, say }: AnswerProps<'agreement'>) {
  return <FivePoints scale="agreement" none={question.offerNotApplicable} say={say} />
}

export function Effort({ question, say }: AnswerProps<'ces'>) {
  if (question.variant === 'topTwoOf5') return <FivePoints scale="agreement" none={false} say={say} />
  return (
    <>
      <Numbers first={1} points={7} />
      <div className={styles.ends} aria-hidden="true">
        <span>1: {say('agreement.1')}</span>
        <span>7: {say('agreement.5')}</span>
      </div>
    </>
  )
}

export function Recommend({ say }: AnswerProps<'nps'>) {
  return (
    <>
      <Numbers first={0} points={11} />
      <div className={styles.ends} aria-hidden="true">
        <span>0: {say('nps.low')}</span>
        <span>10: {say('nps.high')}</span>
      </div>
    </>
  )
}

export function Rating(props: AnswerProps<'rating'>) {
  const { question, say, selected, language, number } = props
  const { first, points, offerNotApplicable } = question
  const text = { question, number, language, look: 'small' as const }
  const middle = points % 2 === 1 && (selected || question.middle?.[language])
  return (
    <>
      <Numbers first={first} points={points} />
      <div className={styles.ends}>
        <span className={styles.end}>
          <span aria-hidden="true">{first}:</span>
          <QuestionText {...text} field="low" />
        </span>
        {middle && (
          <span className={styles.end}>
            <QuestionText {...text} field="middle" />
          </span>
        )}
        <span className={styles.end}>
          <span aria-hidden="true">{first + points - 1}:</span>
          <QuestionText {...text} field="high" />
        </span>
      </div>
      {offerNotApplicable && (
        <div className={styles.alone} aria-hidden="true">
          <span className={`${styles.cell} ${styles.na}`}>{say('na')}</span>
        </div>
      )}
    </>
  )
}

function Numbers({ first, points }: { first: number; points: number }) {
  return (
    <div className={styles.numbers} data-many={points > 7 || undefined} aria-hidden="true">
      {Array.from({ length: points }, (_, at) => first + at).map(point => (
        <span key={point} className={styles.cell}>
          {point}
        </span>
      ))}
    </div>
  )
}
