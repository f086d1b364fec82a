import type { SurveyDefinition } from '@sixfold/domain/survey/definition'
import type { Walk } from '@sixfold/domain/survey/logic/walk'
import type { SurveyStep } from './portal.ts'

/**
 * The way through a survey as its addresses and buttons say it: the page in the browser and the API, which answers
 * forms without script, lead the same way.
 */

/** A step as it stands in an address: `welcome`, `1`, `2`, …, `review`. Pages keep their number, whichever are shown. */
export function stepToText(step: SurveyStep): string {
  return typeof step === 'number' ? String(step + 1) : step
}

/** The step that an address asks for; null when it asks for none that exists. `thanks` cannot be asked for. */
export function stepFromText(text: unknown, pages: number): SurveyStep | null {
  if (text === 'welcome' || text === 'review') return text
  const number = typeof text === 'string' && /^\d{1,4}$/.test(text) ? Number(text) : 0
  return number >= 1 && number <= pages ? number - 1 : null
}

/** The places of the pages that are shown to a respondent, in their order. */
export function shownPages({ pages }: SurveyDefinition, way: Pick<Walk, 'pages'>): number[] {
  return way.pages.map(id => pages.findIndex(page => page.id === id))
}

/** The step itself, or for a page that is not shown the next one that is. */
export function stepOnWay(step: SurveyStep, shown: readonly number[]): SurveyStep {
  if (typeof step !== 'number' || shown.includes(step)) return step
  return shown.find(page => page > step) ?? 'review'
}

/** Where the buttons of a step lead; anything but `back` is forward. */
export function stepAfter(step: SurveyStep, go: string | undefined, shown: readonly number[]): SurveyStep {
  if (go !== 'back') {
    if (step === 'welcome') return shown[0] ?? 'review'
    return shown.find(page => typeof step === 'number' && page > step) ?? 'review'
  }
  if (step === 'review') return shown.at(-1) ?? 'welcome'
  return shown.findLast(page => typeof step === 'number' && page < step) ?? 'welcome'
}

/** The address of a step, in a language. `address` is the survey's own, such as `/r/<token>`. */
export function stepAddress(address: string, step: SurveyStep, language: string): string {
  const query = `page=${stepToText(step)}&language=${language}`
  return `${address}${address.includes('?') ? '&' : '?'}${query}`
}
