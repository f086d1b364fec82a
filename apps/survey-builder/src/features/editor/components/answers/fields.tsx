import type { ContactField } from '@sixfold/domain/survey/question'
import { useSay } from '@sixfold/ui/parts/language'
import { IconCalendar } from '@tabler/icons-react'
import { editorWords } from '../../../../words/editor.ts'
import { listWords } from '../../../../words/list.ts'
import { useParts } from '../../use-parts.ts'
import type { AnswerProps } from './answer-props.ts'
import styles from './answers.module.css'
import { PartText } from './part-text.tsx'
import { QuestionText } from './question-text.tsx'

export function Written({ question }: AnswerProps<'text'>) {
  return <div className={styles.field} data-long={question.long || undefined} aria-hidden="true" />
}

export function NumberLine({ question, number, language, selected }: AnswerProps<'number'>) {
  const unit = selected || question.unit?.[language]
  return (
    <div className={styles.withUnit}>
      <div className={styles.field} aria-hidden="true" />
      {unit && (
        <QuestionText question={question} number={number} language={language} field="unit" look="part" />
      )}
    </div>
  )
}

export function Day(_: AnswerProps<'date'>) {
  return (
    <div className={`${styles.field} ${styles.day}`} aria-hidden="true">
      <IconCalendar size={18} stroke={1.5} />
    </div>
  )
}

export function YesNo({ question, say }: AnswerProps<'yes-no'>) {
  const answers = question.offerNotApplicable ? (['yes', 'no', 'na'] as const) : (['yes', 'no'] as const)
  return (
    <div className={styles.yesNo} aria-hidden="true">
      {answers.map(answer => (
        <span key={answer} className={styles.own}>
          <span className={styles.radio} />
          {say(answer)}
        </span>
      ))}
    </div>
  )
}

export function Upload({ say }: AnswerProps<'upload'>) {
  return (
    <div className={styles.upload} aria-hidden="true">
      {say('upload.add')}
    </div>
  )
}

/** Each field says beside it what it will be used for. Which fields there are is chosen in the inspector. */
export function ContactDetails({ question, number, language, say }: AnswerProps<'contact-details'>) {
  const sayList = useSay(listWords)
  const sayEditor = useSay(editorWords)
  const actions = useParts(question.id)
  const labelOf = (field: ContactField) =>
    `${sayEditor('questionTitle', { number })}: ${say(`contact.${field}`)}, ${sayList('purpose')}`
  return (
    <div className={styles.contact}>
      {question.fields.map((field, index) => (
        <div key={field.id}>
          <span className={styles.fieldName}>{say(`contact.${field.id}`)}</span>
          <PartText
            question={question.id}
            part={field.id}
            index={index}
            value={field.text[language] ?? ''}
            language={language}
            label={labelOf(field.id)}
            placeholder={sayList('purpose')}
            actions={actions}
            closed
            look="small"
          />
          <div className={styles.field} aria-hidden="true" />
        </div>
      ))}
    </div>
  )
}
