import { cellListsOf } from '../results/cells.ts'
import { countAnswer } from '../results/count-answer.ts'
import type { Answers } from '../survey/answers.ts'
import type { SurveyDefinition } from '../survey/definition.ts'
import { questionsOf } from '../survey/definition.ts'
import type { Question } from '../survey/question.ts'

/** Everybody who comes by an open link of the wave. */
export const TOTAL = 'total'
export const linkGroup = (link: string): string => `link:${link}`
export const regionGroup = (region: string): string => `region:${region}`
/** Those who chose `option`; of a yes-or-no question `yes` or `no`. */
export const answerGroup = (question: string, option: string): string => `answer:${question}:${option}`

/** The kinds whose answers part respondents into groups that a quota can be set for. */
const KINDS: readonly Question['kind'][] = ['choice', 'dropdown', 'choices', 'picture', 'yes-no']

/** The answers of a question that may have a quota; none for kinds that have none. */
export function quotaOptions(question: Question): string[] {
  if (!KINDS.includes(question.kind)) return []
  return cellListsOf(question).flatMap(({ cells }) =>
    cells.flatMap(cell => (cell.is === 'option' ? [cell.option] : isYesOrNo(cell.is) ? [cell.is] : [])),
  )
}

/**
 * The groups that answers belong to, whether they have a limit or not: so a limit that is set later knows how many there
 * are already.
 *
 * @example answerGroups(definition, { country: 'vn' }) // ['answer:country:vn']
 */
export function answerGroups(definition: SurveyDefinition, answers: Answers): string[] {
  return questionsOf(definition).flatMap(question => {
    if (!KINDS.includes(question.kind) || !Object.hasOwn(answers, question.id)) return []
    return cellListsOf(question).flatMap(list =>
      countAnswer(question, answers[question.id], list).flatMap(([at]) => {
        const cell = list.cells[at]
        if (cell?.is === 'option') return [answerGroup(question.id, cell.option)]
        return cell && isYesOrNo(cell.is) ? [answerGroup(question.id, cell.is)] : []
      }),
    )
  })
}

/** Every group of somebody who came by a link. */
export function groupsOf(
  { link, region }: { link: string; region: string | null },
  definition: SurveyDefinition,
  answers: Answers,
): string[] {
  const places = [TOTAL, linkGroup(link), ...(region === null ? [] : [regionGroup(region)])]
  return [...places, ...answerGroups(definition, answers)]
}

function isYesOrNo(is: string): is is 'yes' | 'no' {
  return is === 'yes' || is === 'no'
}
