import type { AnyPart } from '@sixfold/domain/survey/parts'
import { IconPhoto } from '@tabler/icons-react'
import { pictureAddress } from '../../use-picture.ts'
import type { AnswerProps } from './answer-props.ts'
import styles from './answers.module.css'
import { PartList } from './part-list.tsx'

export function Pictures({ question, number, language, selected }: AnswerProps<'picture'>) {
  const mark = question.several ? styles.box : styles.radio
  return (
    <PartList
      question={question.id}
      number={number}
      parts={question.options}
      noun="option"
      language={language}
      selected={selected}
      look="picture"
      mark={option => <Picture option={option} />}
      after={() => <span className={`${mark} ${styles.pictureMark}`} aria-hidden="true" />}
    />
  )
}

/** Chosen in the inspector; the option's text says what it shows. */
function Picture({ option: { picture } }: { option: AnyPart }) {
  return (
    <span className={styles.picture} aria-hidden="true">
      {picture ? (
        <img src={pictureAddress(picture)} alt="" loading="lazy" />
      ) : (
        <IconPhoto size={28} stroke={1.25} />
      )}
    </span>
  )
}
