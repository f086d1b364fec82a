import type { SurveyPage, SurveyStep } from '@sixfold/contract/portal'
import { stepAddress, stepFromText } from '@sixfold/contract/portal-steps'
import { useCallback, useEffect, useState } from 'react'
import { questionAnchor } from './kinds/kind-props.ts'

/** Where the reader is, in step with the address: the browser's own back and forward work. */
export function useMoves(page: SurveyPage, language: string) {
  const { address, definition } = page
  const [step, setStep] = useState<SurveyStep>(page.step)
  const [moved, setMoved] = useState<{ question: string | null } | null>(null)

  const go = useCallback(
    (to: SurveyStep, question: string | null = null) => {
      setStep(to)
      setMoved({ question })
      if (to !== 'thanks') history.pushState(null, '', stepAddress(address, to, language))
    },
    [address, language],
  )

  useEffect(() => {
    const back = () => {
      const to = stepFromText(new URLSearchParams(location.search).get('page'), definition.pages.length)
      setStep(to ?? page.step)
      setMoved({ question: null })
    }
    addEventListener('popstate', back)
    return () => removeEventListener('popstate', back)
  }, [definition, page.step])

  // Focus goes where work goes on: the heading of the new page, or the question that was asked for.
  useEffect(() => {
    if (!moved) return
    const target = document.getElementById(moved.question ? questionAnchor(moved.question) : 'title')
    if (!moved.question) scrollTo(0, 0)
    // A group says its name and what is wrong with it; a single control is to be typed in.
    const control = target?.matches('div.question')
      ? target.querySelector<HTMLElement>('input:not([type=hidden]), select, textarea')
      : null
    ;(control ?? target)?.focus({ preventScroll: true })
    if (moved.question) target?.scrollIntoView({ block: 'center' })
  }, [moved])

  return { step, go, setMoved }
}
