import type { SurveyDefinition } from '../definition.ts'
import type { Condition } from './condition.ts'
import { conditionFindings } from './condition-findings.ts'
import type { LogicFinding } from './finding.ts'
import { pipeFindings } from './pipe-findings.ts'
import type { Place } from './places.ts'
import { placesOf } from './places.ts'
import { wayFindings } from './way-findings.ts'

/**
 * Everything that is wrong with a survey's logic, cheap enough to look for at each key: conditions that look at what is not
 * there, not yet asked or impossible; circles; jumps that lead nowhere or back; pages and questions that nobody can come to;
 * and places in texts that have nothing to say.
 *
 * @example logicFindings(q1ShownByQ2) // [{ code: 'later_question', severity: 'stops', place: { page: 'p1', question: 'q1', setting: 'showIf', test: 0 }, detail: { question: 'q2' } }]
 */
export function logicFindings(definition: SurveyDefinition): LogicFinding[] {
  const places = placesOf(definition)
  const conditions = conditionFindings(definition, places)
  const faulty = new Set(conditions.flatMap(finding => conditionAt(places, definition, finding) ?? []))
  return [...conditions, ...wayFindings(definition, places, faulty), ...pipeFindings(definition, places)]
}

/** The condition that a finding is about. */
function conditionAt(
  places: ReadonlyMap<string, Place>,
  { pages }: SurveyDefinition,
  { place }: LogicFinding,
): Condition | undefined {
  if (place.question !== undefined) {
    const question = places.get(place.question)?.question
    return place.setting === 'requireIf' ? question?.requireIf : question?.showIf
  }
  const page = pages.find(({ id }) => id === place.page)
  return place.setting === 'jumps' ? page?.jumps?.[place.jump ?? 0]?.when : page?.showIf
}
