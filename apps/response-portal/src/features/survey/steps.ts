import type { SurveyPage, SurveyStep } from '@sixfold/contract/portal'

/** A step as it stands in an address: `welcome`, `1`, `2`, …, `review`. */
export function stepToText(step: SurveyStep): string {
  return typeof step === 'number' ? String(step + 1) : step
}

/** The step that an address asks for; null when it asks for none that exists. */
export function stepFromText(text: string | null, pages: number): SurveyStep | null {
  if (text === 'welcome' || text === 'review') return text
  const number = text !== null && /^\d{1,4}$/.test(text) ? Number(text) : 0
  return number >= 1 && number <= pages ? number - 1 : null
}

export function nextStep(step: SurveyStep, pages: number): SurveyStep {
  if (typeof step !== 'number') return step === 'welcome' && pages > 0 ? 0 : 'review'
  return step + 1 < pages ? step + 1 : 'review'
}

export function previousStep(step: SurveyStep, pages: number): SurveyStep {
  if (step === 'review') return Math.max(0, pages - 1)
  return typeof step === 'number' && step > 0 ? step - 1 : 'welcome'
}

/** The address of a step, in a language. */
export function addressOf({ address, language }: Pick<SurveyPage, 'address' | 'language'>, step: SurveyStep): string {
  return `${address}?page=${stepToText(step)}&language=${language}`
}
