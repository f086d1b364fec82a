import { IconArrowDown, IconArrowUp } from '@tabler/icons-react'
import type { AnswerProps } from './answer-props.ts'
import styles from './answers.module.css'
import { PartList } from './part-list.tsx'
import { QuestionText } from './question-text.tsx'

export function Ranking({ question, number, language, selected }: AnswerProps<'ranking'>) {
  return (
    <PartList
      question={question.id}
      number={number}
      parts={question.options}
      noun="item"
      language={language}
      selected={selected}
      look="line"
      mark={(_, at) => (
        <span className={styles.place} aria-hidden="true">
          {at + 1}
        </span>
      )}
      after={() => (
        <span className={styles.steps} aria-hidden="true">
          <IconArrowUp size={16} stroke={1.5} />
          <IconArrowDown size={16} stroke={1.5} />
        </span>
      )}
    />
  )
}

export function Sum({ question, number, language, selected, say }: AnswerProps<'sum'>) {
  return (
    <>
      <PartList
        question={question.id}
        number={number}
        parts={question.options}
        noun="item"
        language={language}
        selected={selected}
        look="plain"
        after={() => <span className={styles.points} aria-hidden="true" />}
      />
      <p className={styles.total} aria-hidden="true">
        {say('sum.left', { left: question.total })}
      </p>
    </>
  )
}

export function Slider({ question, number, language, say }: AnswerProps<'slider'>) {
  const text = { question, number, language, look: 'small' as const }
  return (
    <>
      <p className={styles.slid} aria-hidden="true">
        {say('slider.unset')}
      </p>
      <div className={styles.track} aria-hidden="true">
        <span className={styles.knob} />
      </div>
      <div className={styles.ends}>
        <span className={styles.end}>
          <span aria-hidden="true">{question.min}:</span>
          <QuestionText {...text} field="low" />
        </span>
        <span className={styles.end}>
          <span aria-hidden="true">{question.max}:</span>
          <QuestionText {...text} field="high" />
        </span>
      </div>
    </>
  )
}
