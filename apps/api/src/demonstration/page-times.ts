import type { PageTimes } from '@sixfold/domain/quality/page-times'
import type { RandomSource } from '@sixfold/domain/random'
import type { Answers } from '@sixfold/domain/survey/answers'
import type { SurveyDefinition } from '@sixfold/domain/survey/definition'

/** One in twenty-five only clicks through. */
const RUSHING = 0.04
const RUSHED_SECONDS = 1.2
const LEAST_SECONDS = 4
const SPREAD_SECONDS = 5

/** Seconds on each page that somebody answered, at a pace of one's own. */
export function pageTimes(random: RandomSource, { pages }: SurveyDefinition, answers: Answers): PageTimes {
  const pace = random.next() < RUSHING ? RUSHED_SECONDS : LEAST_SECONDS + SPREAD_SECONDS * random.next()
  return Object.fromEntries(
    pages.flatMap(({ id, questions }) => {
      const answered = questions.filter(question => Object.hasOwn(answers, question.id)).length
      return answered === 0 ? [] : [[id, Math.ceil(answered * pace * (0.8 + 0.4 * random.next()))]]
    }),
  )
}
