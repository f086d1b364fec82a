import { afterContact } from './after-contact.ts'
import { personal } from './personal.ts'
import { relationship } from './relationship.ts'
import type { StarterQuestion } from './starter-question.ts'

/** Well-worded questions in English and Vietnamese that every library begins with; their ids never change. */
export const starterQuestions: readonly StarterQuestion[] = [...relationship, ...afterContact, ...personal]
