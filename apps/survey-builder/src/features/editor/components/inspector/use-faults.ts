import type { Question } from '@sixfold/domain/survey/question'
import type { QuestionFault } from '@sixfold/domain/survey/question-faults'
import { questionFaults } from '@sixfold/domain/survey/question-faults'
import { useSay } from '@sixfold/ui/parts/language'
import { reviewWords } from '../../../../words/review.ts'

/** Says beside a setting what is wrong between it and others, as the review says it. */
export function useFaults(question: Question) {
  const say = useSay(reviewWords)
  const faults = questionFaults(question)
  return (field: NonNullable<QuestionFault['field']>): string | undefined => {
    const fault = faults.find(one => one.field === field)
    return fault && say(fault.code)
  }
}
