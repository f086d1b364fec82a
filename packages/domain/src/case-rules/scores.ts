import { factorReader, factorsOf } from '../scoreboard.ts'
import type { Answers } from '../survey/answers.ts'
import type { Page, SurveyDefinition } from '../survey/definition.ts'
import { questionsOf } from '../survey/definition.ts'

/**
 * What respondents said of each factor, from 1, very dissatisfied, to 5, by the one rule of the scoreboard; what the
 * survey asks is looked up once for many.
 *
 * @example scoresReader(definition)(answers).get('delivery') // 2
 */
export function scoresReader(definition: SurveyDefinition): (answers: Answers) => Map<string, number> {
  const readers = factorsOf(definition).map(factor => ({ factor, read: factorReader(definition, factor) }))
  return answers => {
    const scores = new Map<string, number>()
    for (const { factor, read } of readers) {
      const verdict = read(answers)
      if (typeof verdict === 'number') scores.set(factor, verdict)
    }
    return scores
  }
}

/** The questions that the scores are read from: of many answers only these are needed. */
export function scoredQuestions(definition: SurveyDefinition): string[] {
  return questionsOf(definition).flatMap(({ id, kind }) =>
    kind === 'satisfaction' || kind === 'grid' ? id : [],
  )
}

/**
 * What was said in words of one's own on the pages of a factor, a paragraph each; where nothing was, what was said anywhere.
 *
 * @example wordsAbout(definition, { why: 'Late again.' }, 'delivery') // 'Late again.'
 */
export function wordsAbout(definition: SurveyDefinition, answers: Answers, factor: string): string {
  const own = definition.pages.filter(page => page.factor === factor)
  return saidOn(own, answers) || saidOn(definition.pages, answers)
}

function saidOn(pages: readonly Page[], answers: Answers): string {
  return pages
    .flatMap(({ questions }) => questions)
    .flatMap(({ id, kind }) => {
      const said = kind === 'text' ? answers[id] : undefined
      return typeof said === 'string' && said.trim() !== '' ? said.trim() : []
    })
    .join('\n\n')
}
