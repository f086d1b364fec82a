import type { SurveyPage, SurveyStep } from '@sixfold/contract/portal'
import { shownPages, stepAddress, stepAfter, stepOnWay } from '@sixfold/contract/portal-steps'
import { uiLanguageFor } from '@sixfold/contract/words'
import type { LocalText } from '@sixfold/domain/local-text'
import { textIn } from '@sixfold/domain/local-text'
import { pipe } from '@sixfold/domain/survey/logic/pipe'
import { answersOnWay, walk } from '@sixfold/domain/survey/logic/walk'
import type { OpenAnswer } from '@sixfold/domain/survey/open-answers'
import { faultsOfPage, openAnswers } from '@sixfold/domain/survey/open-answers'
import { directionOf } from '@sixfold/domain/text/direction'
import type { FormEvent } from 'react'
import { useEffect, useState } from 'react'
import { valueWords } from '../../words/value.ts'
import { surveyTitle } from './survey-title.ts'
import { useAnswers } from './use-answers.ts'
import { useFiles } from './use-files.ts'
import type { OpenKeeper } from './use-keeper.ts'
import { useMoves } from './use-moves.ts'

/**
 * Everything that a survey in the browser knows and does; on the server it is only what the page shows. `thanksHere`: the end
 * is drawn here, too; else the server has a page for it.
 */
export function useSurvey(page: SurveyPage, openKeeper: OpenKeeper, thanksHere: boolean) {
  const { definition, preview, address } = page
  const [language, setLanguage] = useState(page.language)
  const { step: wanted, go, setMoved } = useMoves(page, language)
  const given = useAnswers(page, language, openKeeper)
  const { answers, alive, keeper, state } = given
  const files = useFiles(page)

  const way = walk(definition, answers, {})
  const shown = shownPages(definition, way)
  const step = state.end === 'finished' && thanksHere ? ('thanks' as const) : stepOnWay(wanted, shown)
  const open = openAnswers(definition, answers, way)

  useEffect(() => {
    if (state.end === 'gone') location.replace(address)
    if (state.end === 'finished' && !thanksHere) location.replace(`${address}?language=${language}`)
    else if (state.end === 'finished') {
      history.replaceState(null, '', `${address}?language=${language}`)
      setMoved({ question: null })
    }
  }, [state.end, address, language, setMoved, thanksHere])

  // What is wrong on a page is listed once somebody wanted to leave it.
  const [tried, setTried] = useState<SurveyStep | null>(
    Object.keys(page.faults).length > 0 ? page.step : null,
  )
  const asked = typeof step === 'number' ? (definition.pages[step]?.questions ?? []) : []
  const faulty = tried === step ? asked.filter(({ id }) => way.asked.has(id) && given.faultOf(id)) : []

  const showFaults = (faults: readonly OpenAnswer[]) => {
    for (const { question, problem } of faults)
      if (problem !== 'required') given.showFault(question.id, problem)
  }

  const send = async () => {
    showFaults(open)
    if (open.length > 0) return go('review')
    if (preview) return location.assign(stepAddress(address, 'thanks', language))
    await keeper?.submit()
  }

  /** What was given is kept before the page is left. */
  const talk = async () => {
    await keeper?.flush()
    // Without a line there is no other page to go to, and this one says that the answers wait.
    if (keeper?.state().status !== 'waiting') location.assign(stepAddress(`${address}/call`, step, language))
  }

  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    if (!alive) return
    event.preventDefault()
    const submitter = (event.nativeEvent as SubmitEvent).submitter
    const button = submitter instanceof HTMLButtonElement ? submitter.value : 'next'
    if (button === 'call') return void talk()
    const to = stepAfter(step, button, shown)
    if (button === 'back') return go(to)
    const faults = typeof step === 'number' ? faultsOfPage(definition, step, answers, way) : []
    showFaults(faults)
    const [first] = faults
    if (first) {
      setTried(step)
      return setMoved({ question: first.question.id })
    }
    if (button === 'send' || to === 'review') void send()
    else go(to)
  }

  const pipes = {
    definition,
    answers: answersOnWay(answers, way),
    facts: {},
    language,
    say: valueWords(uiLanguageFor(language)),
  }

  const text = (words: LocalText | undefined): string =>
    pipe(textIn(words, language, definition.defaultLanguage), pipes)

  const title = surveyTitle({ definition, language, step }, text, faulty.length > 0)
  useEffect(() => {
    document.title = title
  }, [title])

  return {
    ...given,
    files,
    way,
    shown,
    step,
    language,
    open,
    /** The questions of this page whose answers must be corrected before it can be left. */
    faulty,
    /** A text of the survey in the reader's language, with earlier answers and known facts in their places. */
    text,
    onSubmit,
    /** A link to a question, followed without leaving the page. */
    wayTo: ({ page: index, question }: Pick<OpenAnswer, 'page' | 'question'>) => ({
      href: `${stepAddress(address, index, language)}#q-${question.id}`,
      onClick(event: { preventDefault(): void }) {
        if (!alive) return
        event.preventDefault()
        if (index === step) setMoved({ question: question.id })
        else go(index, question.id)
      },
    }),
    onLanguage: (tag: string) => {
      setLanguage(tag)
      keeper?.setLanguage(tag)
      document.documentElement.lang = tag
      document.documentElement.dir = directionOf(tag)
      if (step !== 'thanks') history.replaceState(null, '', stepAddress(address, step, tag))
    },
  }
}

export type SurveyInUse = ReturnType<typeof useSurvey>
