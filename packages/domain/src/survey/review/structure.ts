import type { SurveyDefinition } from '../definition.ts'
import { questionsOf } from '../definition.ts'
import type { Finding } from './finding.ts'

/** What no questionnaire can be without, and ids that stand twice, so that answers could not be told apart. */
export function structureFindings(definition: SurveyDefinition): Finding[] {
  const questions = questionsOf(definition)
  const findings: Finding[] = []
  if (questions.length === 0) findings.push({ code: 'no_questions', severity: 'stops', place: {} })
  for (const question of repeated(questions))
    findings.push({ code: 'duplicate_question', severity: 'stops', place: { question } })
  for (const page of repeated(definition.pages))
    findings.push({ code: 'duplicate_page', severity: 'stops', place: { page } })
  for (const { id, questions: own } of definition.pages)
    if (own.length === 0) findings.push({ code: 'empty_page', severity: 'stops', place: { page: id } })
  return findings
}

/** The ids that stand more than once, each named once. */
function repeated(things: readonly { id: string }[]): Set<string> {
  const seen = new Set<string>()
  return new Set(things.map(({ id }) => id).filter(id => seen.size === seen.add(id).size))
}
