import { Button } from '@mantine/core'
import type { DealInterview } from '@sixfold/contract/deals'
import { textIn } from '@sixfold/domain/local-text'
import type { AnswerValue } from '@sixfold/domain/survey/answers'
import { walk } from '@sixfold/domain/survey/logic/walk'
import { asApiError } from '@sixfold/ui/api-error'
import { FailureNotice } from '@sixfold/ui/parts/failure-notice'
import { useSay } from '@sixfold/ui/parts/language'
import { Sheet } from '@sixfold/ui/parts/sheet'
import { toast } from '@sixfold/ui/parts/toast'
import { useRef, useState } from 'react'
import { QuestionField } from '../../../parts/questionnaire/question-field.tsx'
import { dealWords } from '../../../words/deals.ts'
import { useSaveInterview } from '../queries.ts'
import styles from './deals.module.css'

interface InterviewFormProps {
  interview: DealInterview
  /** Read only: it is over, or somebody else's business. */
  closed: boolean
  onFinished: () => void
}

type Noted = Readonly<Record<string, { value: AnswerValue | null; revision: number }>>

/** The questions of an interview in their order; what is noted is kept at once. */
export function InterviewForm({ interview, closed, onFinished }: InterviewFormProps) {
  const say = useSay(dealWords)
  const save = useSaveInterview()
  const [noted, setNoted] = useState<Noted>(() =>
    Object.fromEntries(interview.answers.map(({ question, ...answer }) => [question, answer])),
  )
  // One request after the other: a later answer must not arrive before an earlier one.
  const queue = useRef<Promise<unknown>>(Promise.resolve())
  const { dealId: id, side, definition, language } = interview
  const given = Object.fromEntries(
    Object.entries(noted).flatMap(([question, { value }]) => (value === null ? [] : [[question, value]])),
  )
  const { asked } = walk(definition, given, {})
  const faulty = save.isError ? faultyQuestions(save.error) : new Set<string>()

  function note(question: string, value: AnswerValue | null) {
    const revision = (noted[question]?.revision ?? 0) + 1
    setNoted(before => ({ ...before, [question]: { value, revision } }))
    send([{ question, value, revision }], false)
  }
  function send(
    answers: { question: string; value: AnswerValue | null; revision: number }[],
    finish: boolean,
  ) {
    queue.current = queue.current
      .then(() => save.mutateAsync({ id, side, answers, finish }))
      .then(() => {
        if (!finish) return
        toast.done(say('finished'))
        onFinished()
      })
      // What went wrong is shown above the questions.
      .catch(() => undefined)
  }
  return (
    <>
      {save.isError && (
        <FailureNotice error={save.error} text={faulty.size > 0 ? say('finishFaults') : undefined} />
      )}
      {definition.pages.map(page => {
        const questions = page.questions.filter(question => asked.has(question.id))
        if (questions.length === 0) return null
        return (
          <div key={page.id} className={styles.page}>
            <Sheet title={textIn(page.title, language, 'en')}>
              {questions.map(question => (
                <fieldset key={question.id} className={styles.asked} disabled={closed} lang={language}>
                  <QuestionField
                    question={question}
                    textOf={text => textIn(text, language, 'en')}
                    value={given[question.id]}
                    fault={faulty.has(question.id) ? say('missing') : undefined}
                    onChange={value => note(question.id, value)}
                  />
                </fieldset>
              ))}
            </Sheet>
          </div>
        )
      })}
      {!closed && (
        <div className={styles.buttons}>
          <Button
            variant="filled"
            loading={save.isPending && save.variables.finish}
            onClick={() => send([], true)}
          >
            {say('finish')}
          </Button>
        </div>
      )}
    </>
  )
}

/** The server names a question by its id, where nothing was sent for it. */
function faultyQuestions(error: unknown): Set<string> {
  return new Set(
    asApiError(error).fields.flatMap(({ path }) =>
      path.startsWith('questions.') ? [path.slice('questions.'.length)] : [],
    ),
  )
}
