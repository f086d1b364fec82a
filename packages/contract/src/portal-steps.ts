import type { SurveyStep } from './portal.ts'

/**
 * The way through a survey as its addresses and buttons say it: the page in the browser and the API, which answers
 * forms without script, lead the same way.
 */

/** A step as it stands in an address: `welcome`, `1`, `2`, …, `review`. */
export function stepToText(step: SurveyStep): string {
  return typeof step === 'number' ? String(step + 1) : step
}

/** The step that an address asks for; null when it asks for none that exists. `thanks` cannot be asked for. */
export function stepFromText(text: unknown, pages: number): SurveyStep | null {
  if (text === 'welcome' || text === 'review') return text
  const number = typeof text === 'string' && /^\d{1,4}$/.test(text) ? Number(text) : 0
  return number >= 1 && number <= pages ? number - 1 : null
}

/** Where the buttons of a step lead; anything but `back` is forward. */
export function stepAfter(step: SurveyStep, go: string | undefined, pages: number): SurveyStep {
  if (go !== 'back') {
    if (step === 'welcome') return pages > 0 ? 0 : 'review'
    return typeof step === 'number' && step + 1 < pages ? step + 1 : 'review'
  }
  if (step === 'review') return Math.max(0, pages - 1)
  return typeof step === 'number' && step > 0 ? step - 1 : 'welcome'
}

/** The address of a step, in a language. `address` is the survey's own, such as `/r/<token>`. */
export function stepAddress(address: string, step: SurveyStep, language: string): string {
  return `${address}?page=${stepToText(step)}&language=${language}`
}
