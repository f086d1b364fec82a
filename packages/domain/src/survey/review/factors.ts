import type { Factor, FactorModel } from '../../factor-model.ts'
import { QUARTERLY_FACTOR_COUNT } from '../../factor-model.ts'
import type { SurveyDefinition } from '../definition.ts'
import { questionsOf, ratedItems } from '../definition.ts'
import type { SurveyKind } from '../kind.ts'
import type { FactorReference } from '../question.ts'
import type { FactorCode, Finding, FindingPlace } from './finding.ts'

/** A quarterly survey covers exactly its model's six factors; any survey asks at most once for a factor as a whole, and for none that is unknown. */
export function factorFindings(
  definition: SurveyDefinition,
  model: FactorModel,
  kind: SurveyKind = 'quarterly',
): Finding[] {
  const factors = new Map(model.factors.map(factor => [factor.key, factor]))
  const items = ratedItems(definition)
  const rated = new Set(items.map(({ measures }) => measures?.factor))
  const findings: Finding[] = []
  const isQuarterly = kind === 'quarterly'
  if (isQuarterly && model.factors.length !== QUARTERLY_FACTOR_COUNT)
    findings.push({ code: 'wrong_factor_count', severity: 'stops', place: {} })
  for (const factor of isQuarterly ? factors.keys() : [])
    if (!rated.has(factor))
      findings.push({ code: 'factor_without_question', severity: 'stops', place: { factor } })
  return [...findings, ...referenceFindings(definition, factors), ...secondOveralls(definition, factors)]
}

/** Questions and rows that point at a factor or attribute which the model lacks. */
function referenceFindings(definition: SurveyDefinition, factors: ReadonlyMap<string, Factor>): Finding[] {
  const check = (measures: FactorReference | undefined, place: FindingPlace): Finding[] => {
    if (!measures) return []
    const { factor: key, attribute } = measures
    const finding = (code: FactorCode): Finding[] => [
      { code, severity: 'stops', place: { ...place, factor: key } },
    ]
    const factor = factors.get(key)
    if (!factor) return finding('unknown_factor')
    return attribute === null || factor.attributes.some(one => one.key === attribute)
      ? []
      : finding('unknown_attribute')
  }
  return questionsOf(definition).flatMap(question => [
    ...check(question.measures, { question: question.id }),
    ...(question.kind === 'grid'
      ? question.rows.flatMap(row => check(row.measures, { question: question.id, part: row.id }))
      : []),
  ])
}

/** What asks a second time for a factor as a whole: its score comes from one. */
function secondOveralls(definition: SurveyDefinition, factors: ReadonlyMap<string, Factor>): Finding[] {
  const asked = new Set<string>()
  return ratedItems(definition).flatMap(({ question, row, measures }): Finding[] => {
    if (!measures || measures.attribute !== null || !factors.has(measures.factor)) return []
    const { factor } = measures
    if (asked.size !== asked.add(factor).size) return []
    const place = { question: question.id, ...(row ? { part: row.id } : {}), factor }
    return [{ code: 'second_overall_question', severity: 'stops', place }]
  })
}
