import type { SurveyDefinition } from '@sixfold/domain/survey/definition'
import type { SayTogether } from '../../words/together.ts'
import type { Selection, SelectionAddress } from './selection.ts'
import { addressOf, questionNumber } from './selection.ts'

/** What is selected, as other people in the survey are told: `question q1`, `page p2`, `part welcome`. */
export function placeOfSelection(selection: Selection): string {
  const [entry] = Object.entries(addressOf(selection))
  return entry ? `${entry[0]} ${entry[1]}` : ''
}

export const questionPlace = (id: string) => `question ${id}`
export const pagePlace = (id: string) => `page ${id}`

/** The address of a place; null when this survey has it no more, or not yet. */
export function addressOfPlace(place: string, definition: SurveyDefinition): SelectionAddress | null {
  const [kind, id = ''] = place.split(' ')
  if (kind === 'question') return questionNumber(definition, id) ? { question: id } : null
  if (kind === 'page') return definition.pages.some(page => page.id === id) ? { page: id } : null
  return id === 'welcome' || id === 'thanks' ? { part: id } : null
}

/** A place as people know it: "question 5.3". Null when this survey lacks it. */
export function placeWords(place: string, definition: SurveyDefinition, say: SayTogether): string | null {
  const address = addressOfPlace(place, definition)
  if (!address) return null
  if (address.question) return say('question', { number: questionNumber(definition, address.question) })
  if (address.page)
    return say('page', { number: definition.pages.findIndex(({ id }) => id === address.page) + 1 })
  return say(address.part ?? 'welcome')
}
