import { ActionIcon } from '@mantine/core'
import type { Question } from '@sixfold/domain/survey/question'
import { useSay } from '@sixfold/ui/parts/language'
import { IconArrowDown, IconArrowUp, IconX } from '@tabler/icons-react'
import { editorWords } from '../../../words/editor.ts'
import { fieldId, useEditor } from '../editor-context.ts'
import { stepOf } from '../selection.ts'
import { useRemoval } from '../use-removal.ts'
import { AnswerPreview } from './answer-preview.tsx'
import styles from './canvas.module.css'
import { InPlaceText } from './in-place-text.tsx'

interface CanvasQuestionProps {
  question: Question
  number: string
  selected: boolean
}

export function CanvasQuestion({ question, number, selected }: CanvasQuestionProps) {
  const say = useSay(editorWords)
  const { language, session, select } = useEditor()
  const set = (field: 'text' | 'help') => (value: string) =>
    session.edit({ op: 'set-question-text', question: question.id, field, language, value })
  const choose = () => select({ question: question.id })
  return (
    <li className={styles.question} data-selected={selected || undefined} id={fieldId('canvas', question.id)}>
      <InPlaceText
        look="question"
        lang={language}
        label={`${say('questionTitle', { number })}: ${say('questionText')}`}
        value={question.text[language] ?? ''}
        placeholder={say('untitled')}
        onChange={set('text')}
        onFocus={choose}
      />
      {(question.help || selected) && (
        <InPlaceText
          look="help"
          lang={language}
          label={`${say('questionTitle', { number })}: ${say('questionHelp')}`}
          value={question.help?.[language] ?? ''}
          placeholder={say('questionHelp')}
          onChange={set('help')}
          onFocus={choose}
        />
      )}
      <AnswerPreview question={question} language={language} />
      {selected && <QuestionTools question={question} number={number} />}
    </li>
  )
}

function QuestionTools({ question, number }: { question: Question; number: string }) {
  const say = useSay(editorWords)
  const { definition, step } = useEditor()
  const remove = useRemoval()
  const label = (text: string) => `${say('questionTitle', { number })}: ${text}`
  return (
    <div className={styles.tools}>
      <ActionIcon
        aria-label={label(say('moveUp'))}
        disabled={!stepOf(definition, question.id, -1)}
        onClick={() => step(-1)}
      >
        <IconArrowUp size={16} stroke={1.5} aria-hidden="true" />
      </ActionIcon>
      <ActionIcon
        aria-label={label(say('moveDown'))}
        disabled={!stepOf(definition, question.id, 1)}
        onClick={() => step(1)}
      >
        <IconArrowDown size={16} stroke={1.5} aria-hidden="true" />
      </ActionIcon>
      <ActionIcon aria-label={label(say('remove'))} onClick={() => remove.question(question.id)}>
        <IconX size={16} stroke={1.5} aria-hidden="true" />
      </ActionIcon>
    </div>
  )
}
