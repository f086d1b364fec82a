import { ActionIcon, Button } from '@mantine/core'
import type { Question } from '@sixfold/domain/survey/question'
import { useSay } from '@sixfold/ui/parts/language'
import { IconChevronDown, IconPlus, IconX } from '@tabler/icons-react'
import { editorWords } from '../../../../words/editor.ts'
import { listWords } from '../../../../words/list.ts'
import { fieldId } from '../../editor-context.ts'
import { useOwnOption } from '../../use-own-option.ts'
import type { AnswerProps } from './answer-props.ts'
import styles from './answers.module.css'
import { PartList } from './part-list.tsx'
import { QuestionText } from './question-text.tsx'

type WithOwnOptions = AnswerProps<'choice' | 'choices' | 'dropdown'>

export function Choice(props: AnswerProps<'choice'>) {
  return <Options {...props} mark={styles.radio} />
}

export function Choices(props: AnswerProps<'choices'>) {
  return <Options {...props} mark={styles.box} />
}

function Options(props: WithOwnOptions & { mark: string | undefined }) {
  const { question, number, language, selected, mark, say } = props
  return (
    <>
      <PartList
        question={question.id}
        number={number}
        parts={question.options}
        noun="option"
        language={language}
        selected={selected}
        look="line"
        mark={() => <span className={mark} aria-hidden="true" />}
        adds={<AddOwnOptions question={question} />}
      />
      <OwnOption {...props} field="other" />
      {question.other && (
        <span className={styles.otherWords} aria-hidden="true">
          {say('otherWords')}
        </span>
      )}
      <OwnOption {...props} field="none" />
    </>
  )
}

/** A closed list on the customer's screen; while it is selected, what is in it stands below. */
export function Dropdown(props: AnswerProps<'dropdown'>) {
  const { question, number, language, selected, say } = props
  return (
    <>
      <div className={styles.field} aria-hidden="true">
        <span className={styles.grow}>{say('pick')}</span>
        <IconChevronDown size={18} stroke={1.5} />
      </div>
      {selected && (
        <div className={styles.opened}>
          <PartList
            question={question.id}
            number={number}
            parts={question.options}
            noun="option"
            language={language}
            selected
            look="plain"
            adds={<AddOwnOptions question={question} />}
          />
          <OwnOption {...props} field="other" mark={undefined} />
          <OwnOption {...props} field="none" mark={undefined} />
        </div>
      )}
    </>
  )
}

type OwnField = 'other' | 'none'

/** "Other" or "None of these": after the options, whatever their order. */
function OwnOption({
  question,
  number,
  language,
  selected,
  mark,
  field,
}: WithOwnOptions & { mark?: string | undefined; field: OwnField }) {
  const sayList = useSay(listWords)
  const say = useSay(editorWords)
  const { remove } = useOwnOption(question, field)
  if (!question[field]) return null
  return (
    <div className={mark ? styles.own : styles.ownPlain}>
      {mark && <span className={mark} aria-hidden="true" />}
      <QuestionText
        id={fieldId(`${field}-${question.id}`)}
        question={question}
        number={number}
        field={field}
        language={language}
        look="part"
      />
      {selected && (
        <ActionIcon
          className={styles.takeOwn ?? ''}
          size={24}
          aria-label={sayList('take', { name: `${say('questionTitle', { number })}: ${sayList(field)}` })}
          onClick={remove}
        >
          <IconX size={14} stroke={1.5} aria-hidden="true" />
        </ActionIcon>
      )}
    </div>
  )
}

function AddOwnOptions({ question }: { question: WithOwnOptions['question'] }) {
  return (
    <>
      <AddOwnOption question={question} field="other" />
      <AddOwnOption question={question} field="none" />
    </>
  )
}

function AddOwnOption({ question, field }: { question: Question; field: OwnField }) {
  const say = useSay(listWords)
  const { offered, add } = useOwnOption(question, field)
  if (offered) return null
  return (
    <Button
      size="xs"
      variant="subtle"
      leftSection={<IconPlus size={14} stroke={1.75} aria-hidden="true" />}
      onClick={add}
    >
      {say(field === 'other' ? 'addOther' : 'addNone')}
    </Button>
  )
}
