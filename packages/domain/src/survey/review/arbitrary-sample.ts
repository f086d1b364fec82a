import { ibmSix } from '../../factor-models/ibm-six.ts'
import type { SurveyDefinition } from '../definition.ts'
import { quarterlySurvey } from '../preset.ts'
import type { Question } from '../question.ts'
import { reviewSurvey } from '../review.ts'
import type { Finding } from './finding.ts'
import type { ReviewCircumstances } from './reviewer.ts'

/** A survey that nothing can be said against, for tests that put one thing into it. */
export const soundSurvey = quarterlySurvey(ibmSix, {
  languages: ['en', 'vi'],
  quarter: { year: 2026, quarter: 3 },
})

/** The sound survey with one more question on its last page. */
export function surveyWith(...questions: Question[]): SurveyDefinition {
  const [last, ...others] = [...soundSurvey.pages].reverse()
  if (!last) throw new Error('the preset has pages')
  return {
    ...soundSurvey,
    pages: [...others.reverse(), { ...last, questions: [...last.questions, ...questions] }],
  }
}

/** What a review says of these questions. */
export function findingsOf(
  questions: Question | readonly Question[],
  circumstances?: ReviewCircumstances,
): Finding[] {
  return reviewSurvey(surveyWith(...[questions].flat()), ibmSix, circumstances)
}

/** An option with a text in English and in Vietnamese. */
export function option(id: string, en: string, vi = en): { id: string; text: { en: string; vi: string } } {
  return { id, text: { en, vi } }
}
