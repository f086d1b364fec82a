import { IconPhoto } from '@tabler/icons-react'
import type { AnswerProps } from './answer-props.ts'
import styles from './answers.module.css'
import { PartList } from './part-list.tsx'

export function Pictures({ question, number, language, selected }: AnswerProps<'picture'>) {
  return (
    <PartList
      question={question.id}
      number={number}
      parts={question.options}
      noun="option"
      language={language}
      selected={selected}
      look="picture"
      mark={() => (
        <span className={styles.picture} aria-hidden="true">
          <IconPhoto size={28} stroke={1.25} />
        </span>
      )}
      after={() => (
        <span
          className={`${question.several ? styles.box : styles.radio} ${styles.pictureMark}`}
          aria-hidden="true"
        />
      )}
    />
  )
}
