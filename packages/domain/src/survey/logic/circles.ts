import type { SurveyDefinition } from '../definition.ts'
import { questionsIn } from './places.ts'

/**
 * Groups of questions whose showing depends on one another, as the number of each question's group: two questions share one
 * exactly when each decides, by whatever way round, whether the other is shown. Tarjan's algorithm: linear.
 *
 * @example circles(q1ShownByQ2AndQ2ShownByQ1).get('q1') === circles(...).get('q2') // true
 */
export function circles(definition: SurveyDefinition): Map<string, number> {
  const leadsTo = new Map<string, string[]>()
  for (const page of definition.pages) {
    const forAll = questionsIn(page.showIf)
    for (const { id, showIf } of page.questions) leadsTo.set(id, [...forAll, ...questionsIn(showIf)])
  }
  const group = new Map<string, number>()
  const order = new Map<string, number>()
  const low = new Map<string, number>()
  const open: string[] = []
  const visit = (id: string): void => {
    order.set(id, order.size)
    low.set(id, order.size - 1)
    open.push(id)
    for (const next of leadsTo.get(id) ?? []) {
      if (!leadsTo.has(next) || group.has(next)) continue
      if (!order.has(next)) visit(next)
      low.set(id, Math.min(low.get(id) ?? 0, low.get(next) ?? 0))
    }
    if (low.get(id) !== order.get(id)) return
    const first = open.lastIndexOf(id)
    for (const member of open.splice(first)) group.set(member, order.get(id) ?? 0)
  }
  for (const id of leadsTo.keys()) if (!order.has(id)) visit(id)
  return group
}
