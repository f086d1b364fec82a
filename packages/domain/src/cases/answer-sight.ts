import type { Actor } from '../permissions.ts'
import { can } from '../permissions.ts'
import type { CaseSource } from './case-kinds.ts'

/**
 * Whether somebody who may see a case is also shown the answer that opened it: its factor, its score, its words, and how the customer
 * judged the factor later. A case that a rule opened tells what one named person answered, so only those read it who may read answers
 * there, and the owner, who is to call that person.
 *
 * @example showsAnswer({ id: 'u1', role: 'regional', regions: 'all' }, { kind: 'rule', ownerId: null, regionId: 'south' }) // false
 */
export function showsAnswer(
  actor: Actor,
  { kind, ownerId, regionId }: { kind: CaseSource; ownerId: string | null; regionId: string },
): boolean {
  return kind !== 'rule' || ownerId === actor.id || can(actor, 'response.read', { regionId })
}
