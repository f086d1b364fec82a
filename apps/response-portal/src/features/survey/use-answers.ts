import type { SurveyPage } from '@sixfold/contract/portal'
import type { FieldTexts } from '@sixfold/contract/portal-fields'
import { answerOf, sameAnswer, textsFor, textsOf } from '@sixfold/contract/portal-fields'
import { uiLanguageFor } from '@sixfold/contract/words'
import { answerFaults } from '@sixfold/domain/survey/answer-faults'
import type { AnswerProblem } from '@sixfold/domain/survey/answers'
import { answerProblem } from '@sixfold/domain/survey/answers'
import { questionsOf } from '@sixfold/domain/survey/definition'
import type { ChangeEvent } from 'react'
import { startTransition, useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { FieldErrors, Resolver } from 'react-hook-form'
import { useForm } from 'react-hook-form'
import { problemText } from '../../words/answer.ts'
import type { FormValues, Questions } from './form-values.ts'
import { answersOfForm, revisedAnswers, textsForAnswers, textsOnScreen } from './form-values.ts'
import { questionAnchor } from './kinds/kind-props.ts'
import type { OpenKeeper } from './use-keeper.ts'
import { useKeeper } from './use-keeper.ts'

/** How long to wait for more of a text before it is kept. */
const TYPING_PAUSE_MS = 600

/**
 * The answers of the page: its fields keep their own state, the form what they say, and the keeper what was given. What
 * comes from elsewhere, from another device or from before this page, draws the fields of its question anew.
 */
export function useAnswers(page: SurveyPage, language: string, open: OpenKeeper) {
  const questions: Questions = useMemo(
    () => new Map(questionsOf(page.definition).map(question => [question.id, question])),
    [page.definition],
  )
  const { keeper, state } = useKeeper(page, open)
  const [alive, setAlive] = useState(false)
  const [told, setTold] = useState(page.faults)
  const [drawn, setDrawn] = useState<Readonly<Record<string, number>>>({})
  const first = useRef<FormValues['a']>(undefined)
  first.current ??= {
    ...textsForAnswers(questions, revisedAnswers(page.answers)),
    ...page.posted,
  }
  const form = useForm<FormValues>({
    defaultValues: { a: first.current },
    resolver: useMemo(() => surveyResolver(page, questions, language), [page, questions, language]),
  })
  const { a: texts } = form.watch()

  const keep = useCallback(
    (id: string, now: FieldTexts, soon: number) => {
      const question = questions.get(id)
      if (!question) return
      const value = answerOf(question, now)
      if (value === null || answerProblem(question, value) === null) keeper?.keep(id, value, soon)
    },
    [keeper, questions],
  )

  const put = useCallback(
    (id: string, now: FieldTexts, soon = 0) => {
      form.setValue(`a.${id}`, now)
      setTold(({ [id]: _corrected, ...others }) => others)
      keep(id, now, soon)
    },
    [form, keep],
  )

  const drawAnew = useCallback(
    (id: string, now: FieldTexts) => {
      form.setValue(`a.${id}`, now)
      setDrawn(before => ({ ...before, [id]: (before[id] ?? 0) + 1 }))
    },
    [form],
  )

  // Answers that waited on this device, or came with the reply to a save.
  const { answers: kept } = state
  const shown = useRef(kept)
  useEffect(() => {
    const before = shown.current
    shown.current = kept
    for (const [id, { value, revision }] of Object.entries(kept)) {
      const question = questions.get(id)
      if (!question || before[id]?.revision === revision || sameAnswer(before[id]?.value, value)) continue
      const own = answerOf(question, form.getValues('a')[id] ?? {})
      const isWorkedOn = document.getElementById(questionAnchor(id))?.contains(document.activeElement)
      if (!isWorkedOn && !sameAnswer(own, value)) drawAnew(id, textsFor(question, value))
    }
  }, [kept, form, questions, drawAnew])

  // Once alive, what was chosen before the script came is kept.
  const started = useRef(false)
  useEffect(() => {
    if (started.current || (!keeper && !page.preview)) return
    started.current = true
    startTransition(() => setAlive(true))
    for (const [id, now] of Object.entries(askedOnScreen(page)))
      if (JSON.stringify(now) !== JSON.stringify(first.current?.[id] ?? {})) put(id, now)
  }, [keeper, page, put])

  const changed = (id: string, event: ChangeEvent<HTMLElement>) => {
    const control = event.target as unknown as HTMLInputElement
    // Controls without a name draw on `put`; files are sent apart.
    if (!control.form || !control.name || control.type === 'file') return
    const isTyped = !/^(radio|checkbox|select)/.test(control.type)
    put(id, textsOf(id, new FormData(control.form)), isTyped ? TYPING_PAUSE_MS : 0)
    // Nobody is told of a fault while still typing, but the correction of one shows at once.
    if (!isTyped || faultOf(id)) void form.trigger(`a.${id}`)
  }

  const { errors } = form.formState
  const faultOf = (id: string): string | undefined => messageOf(errors, id) ?? told[id]

  return {
    questions,
    answers: answersOfForm(questions, { a: texts }),
    alive,
    keeper,
    state,
    faultOf,
    /** Shows faults that only leaving a page, or sending, brings up. */
    showFault: (id: string, problem: AnswerProblem) =>
      form.setError(`a.${id}`, {
        type: problem,
        message: problemText(problem, questions.get(id), uiLanguageFor(language)),
      }),
    fieldsOf: (id: string) => ({
      /** Changes when the fields must be drawn anew. */
      drawing: drawn[id] ?? 0,
      texts: texts[id] ?? {},
      put: (now: FieldTexts) => {
        put(id, now)
        void form.trigger(`a.${id}`)
      },
      onChange: (event: ChangeEvent<HTMLElement>) => changed(id, event),
      onLeave: () => void form.trigger(`a.${id}`),
    }),
  }
}

function askedOnScreen({ definition, step }: SurveyPage): Record<string, FieldTexts> {
  const asked = typeof step === 'number' ? definition.pages[step]?.questions : []
  return textsOnScreen(
    document.querySelector('form'),
    (asked ?? []).flatMap(({ id }) => (document.getElementById(questionAnchor(id)) ? [id] : [])),
  )
}

/** A question's texts are one field to us, and a nest of fields to react-hook-form's types. */
function messageOf({ a }: FieldErrors<FormValues>, id: string): string | undefined {
  return (a as Partial<Record<string, { message?: string }>> | undefined)?.[id]?.message
}

/** The domain's validation in react-hook-form's shape. What is missing is looked for only before sending. */
function surveyResolver(
  { definition }: SurveyPage,
  questions: Questions,
  language: string,
): Resolver<FormValues> {
  return values => {
    const faults = answerFaults(definition, answersOfForm(questions, values), { complete: null })
    if (faults.length === 0) return { values, errors: {} }
    const errors = Object.fromEntries(
      faults.map(({ question, problem }) => [
        question,
        { type: problem, message: problemText(problem, questions.get(question), uiLanguageFor(language)) },
      ]),
    )
    return { values: {}, errors: { a: errors } as unknown as FieldErrors<FormValues> }
  }
}
