import { uiLanguageFor } from '@sixfold/contract/words'
import type { Question } from '@sixfold/domain/survey/question'
import { answerHint } from '@sixfold/ui/answer-hint'
import { useSay } from '@sixfold/ui/parts/language'
import { answerWords } from '@sixfold/ui/words/answers'
import { memo } from 'react'
import { editorWords } from '../../../words/editor.ts'
import { fieldId } from '../editor-context.ts'
import { questionPlace } from '../places.ts'
import { useInView } from '../use-in-view.ts'
import answerStyles from './answers/answers.module.css'
import { AnswersOf } from './answers/answers.tsx'
import { QuestionText } from './answers/question-text.tsx'
import styles from './canvas.module.css'
import { NamesAt } from './people.tsx'
import { QuestionTools } from './question-tools.tsx'

interface CanvasQuestionProps {
  question: Question
  number: string
  selected: boolean
  language: string
}

/** One question as a customer will see it. It is drawn again only when something of its own changes. */
export const CanvasQuestion = memo(function CanvasQuestion(props: CanvasQuestionProps) {
  const { question, number, selected, language } = props
  const place = useInView<HTMLLIElement>(selected)
  return (
    <li
      ref={place}
      className={styles.question}
      data-selected={selected || undefined}
      data-kind={question.kind}
      id={fieldId('canvas', question.id)}
    >
      <NamesAt place={questionPlace(question.id)} />
      <Wording {...props} />
      <AnswersOf question={question} number={number} language={language} selected={selected} />
      {question.kind === 'consent' && <Beside {...props} />}
      {selected && <QuestionTools question={question} number={number} />}
    </li>
  )
})

function Wording(props: CanvasQuestionProps) {
  const { question, number, language } = props
  const say = useSay(editorWords)
  const text = (
    <QuestionText
      question={question}
      number={number}
      field="text"
      language={language}
      look={question.kind === 'consent' || question.kind === 'statement' ? 'part' : 'question'}
      placeholder={say(question.kind === 'statement' ? 'writeStatement' : 'writeQuestion')}
    />
  )
  // Consent is a box whose label is the wording itself; help stands below it.
  if (question.kind === 'consent')
    return (
      <div className={answerStyles.own}>
        <span className={answerStyles.box} aria-hidden="true" />
        {text}
      </div>
    )
  return (
    <>
      {text}
      <Beside {...props} />
    </>
  )
}

/** What stands between a question and its answers. */
function Beside({ question, number, selected, language }: CanvasQuestionProps) {
  const say = useSay(editorWords)
  const sayAnswer = answerWords(uiLanguageFor(language))
  const hint = answerHint(question, true, sayAnswer, uiLanguageFor(language))
  const beside = [question.required ? `(${sayAnswer('required')})` : '', hint].filter(Boolean).join(' ')
  return (
    <>
      {(question.help || selected) && (
        <QuestionText
          question={question}
          number={number}
          field="help"
          language={language}
          look="help"
          placeholder={say('addHelp')}
        />
      )}
      {beside && (
        <p className={styles.hint} lang={language}>
          {beside}
        </p>
      )}
    </>
  )
}
