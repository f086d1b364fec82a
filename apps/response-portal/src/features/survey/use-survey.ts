import type { SurveyPage, SurveyStep } from '@sixfold/contract/portal'
import { stepAddress, stepAfter, stepFromText } from '@sixfold/contract/portal-steps'
import { uiLanguageFor } from '@sixfold/contract/words'
import { answerFromText } from '@sixfold/domain/survey/answer-text'
import { answerFaults, answerProblem } from '@sixfold/domain/survey/answers'
import { questionsOf } from '@sixfold/domain/survey/definition'
import { missingRequired } from '@sixfold/domain/survey/progress'
import type { Question } from '@sixfold/domain/survey/question'
import type { FormEvent } from 'react'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { FieldErrors, Resolver } from 'react-hook-form'
import { useForm, useWatch } from 'react-hook-form'
import { problemText } from '../../words/answer.ts'
import type { FormValues } from './form-values.ts'
import { answersOfForm, formValues, revisedAnswers, textsOnScreen } from './form-values.ts'
import { useKeeper } from './use-keeper.ts'

/** How long to wait for more of a text before it is kept. */
const TYPING_PAUSE_MS = 600

/** Everything that a survey in the browser knows and does; on the server it is only what the page shows. */
export function useSurvey(page: SurveyPage) {
  const { definition, preview } = page
  const [step, setStep] = useState<SurveyStep>(page.step)
  const [language, setLanguage] = useState(page.language)
  const [moved, setMoved] = useState<{ to: SurveyStep; question: string | null } | null>(null)
  const [typedEarly] = useState(() =>
    typeof document === 'undefined' ? {} : textsOnScreen(document.querySelector('form')),
  )
  const { keeper, state } = useKeeper(page)
  const questions = useMemo(
    () => new Map(questionsOf(definition).map(question => [question.id, question])),
    [definition],
  )

  const form = useForm<FormValues>({
    defaultValues: valuesAtFirst(page),
    mode: 'onChange',
    resolver: useMemo(() => surveyResolver(page, language), [page, language]),
  })
  const values = useWatch({ control: form.control })
  const answers = answersOfForm(definition, { a: { ...values.a } as Record<string, string> })

  const keep = useCallback(
    (id: string, text: string, soon = 0) => {
      const question = questions.get(id)
      if (!question) return
      const value = answerFromText(question, text)
      if (value === null || answerProblem(question, value) === null) keeper?.keep(id, value, soon)
    },
    [keeper, questions],
  )

  // Once alive: fields show what waits on the device, and what was chosen before the script came is kept.
  useEffect(() => {
    if (!keeper) return
    const { a: waiting } = formValues(keeper.state().answers)
    const { a: shown } = valuesAtFirst(page)
    for (const [id, text] of Object.entries({ ...waiting, ...changed(typedEarly, shown) })) {
      form.setValue(`a.${id}`, text)
      keep(id, text)
    }
  }, [keeper, keep, form, page, typedEarly])

  // Answers of another device arrive with the reply to a save.
  const { answers: kept } = state
  const shownAnswers = useRef(kept)
  useEffect(() => {
    const before = shownAnswers.current
    shownAnswers.current = kept
    for (const [id, text] of Object.entries(formValues(kept).a)) {
      const own = before[id]
      if (own?.revision === kept[id]?.revision || own?.value === kept[id]?.value) continue
      if (document.activeElement?.id !== `q-${id}-field`) form.setValue(`a.${id}`, text)
    }
  }, [kept, form])

  const go = useCallback(
    (to: SurveyStep, question: string | null = null) => {
      setStep(to)
      setMoved({ to, question })
      history.pushState(null, '', stepAddress(page.address, to, language))
    },
    [page.address, language],
  )

  useEffect(() => {
    const back = () => {
      const to = stepFromText(new URLSearchParams(location.search).get('page'), definition.pages.length)
      setStep(to ?? page.step)
      setMoved({ to: to ?? page.step, question: null })
    }
    addEventListener('popstate', back)
    return () => removeEventListener('popstate', back)
  }, [definition, page.step])

  // Focus goes where work goes on: the heading of the new page, or the question that was asked for.
  useEffect(() => {
    if (!moved) return
    const target = document.getElementById(moved.question ? `q-${moved.question}` : 'title')
    if (!moved.question) scrollTo(0, 0)
    target?.focus({ preventScroll: !moved.question })
    if (moved.question) target?.scrollIntoView({ block: 'center' })
  }, [moved])

  useEffect(() => {
    if (state.end === 'gone') location.replace(page.address)
    if (state.end === 'finished') {
      history.replaceState(null, '', `${page.address}?language=${language}`)
      setMoved({ to: 'thanks', question: null })
    }
  }, [state.end, page.address, language])

  const submit = async () => {
    if (preview) return go('thanks')
    const missing = missingRequired(definition, answers)
    const faulty = answerFaults(definition, answers, { complete: false })[0]
    if (faulty) return go(pageOf(faulty.question), faulty.question)
    if (missing.length > 0) return go('review')
    await keeper?.submit()
  }

  const pageOf = (question: string): SurveyStep =>
    Math.max(
      0,
      definition.pages.findIndex(({ questions: asked }) => asked.some(({ id }) => id === question)),
    )

  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    if (!keeper && !preview) return
    event.preventDefault()
    const submitter = (event.nativeEvent as SubmitEvent).submitter
    const wanted = submitter instanceof HTMLButtonElement ? submitter.value : 'next'
    const pages = definition.pages.length
    const to = stepAfter(step, wanted, pages)
    if (wanted === 'send' || (wanted !== 'back' && to === 'review')) void submit()
    else go(to)
  }

  return {
    step: state.end === 'finished' ? ('thanks' as const) : step,
    language,
    answers,
    state,
    missing: missingRequired(definition, answers),
    faultOf: (id: string) => form.formState.errors.a?.[id]?.message ?? page.faults[id],
    onSubmit,
    /** A link to a question, followed without leaving the page. */
    wayTo: ({ page: index, question }: { page: number; question: Pick<Question, 'id'> }) => ({
      href: `${stepAddress(page.address, index, language)}#q-${question.id}`,
      onClick(event: { preventDefault(): void }) {
        if (!keeper && !preview) return
        event.preventDefault()
        go(index, question.id)
      },
    }),
    onLanguage: (tag: string) => {
      setLanguage(tag)
      keeper?.setLanguage(tag)
      document.documentElement.lang = tag
      history.replaceState(null, '', stepAddress(page.address, step, tag))
    },
    field: (id: string) =>
      form.register(`a.${id}`, {
        onChange: (event: { target: { value: string; type?: string } }) =>
          keep(id, event.target.value, event.target.type === 'radio' ? 0 : TYPING_PAUSE_MS),
      }),
  }
}

export type SurveyInUse = ReturnType<typeof useSurvey>

function valuesAtFirst(page: SurveyPage): FormValues {
  return { a: { ...formValues(revisedAnswers(page)).a, ...page.posted } }
}

function changed(texts: Record<string, string>, shown: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(texts).filter(([id, text]) => text !== (shown[id] ?? '')))
}

/** The domain's validation in react-hook-form's shape. Blank required answers are looked for only before sending. */
function surveyResolver({ definition }: SurveyPage, language: string): Resolver<FormValues> {
  const questions = new Map(questionsOf(definition).map(question => [question.id, question]))
  return values => {
    const faults = answerFaults(definition, answersOfForm(definition, values), { complete: false })
    if (faults.length === 0) return { values, errors: {} }
    const errors = Object.fromEntries(
      faults.map(({ question, problem }) => [
        question,
        { type: problem, message: problemText(problem, questions.get(question), uiLanguageFor(language)) },
      ]),
    )
    return { values: {}, errors: { a: errors } as FieldErrors<FormValues> }
  }
}
