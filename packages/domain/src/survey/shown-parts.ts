import { seededRandom, shuffle } from '../random.ts'
import { partsOf } from './parts.ts'
import type { Question } from './question.ts'

/** The list that a question of type `Q` holds. */
export type PartsIn<Q> = Q extends { options: infer List }
  ? List
  : Q extends { rows: infer List }
    ? List
    : Q extends { fields: infer List }
      ? List
      : readonly never[]

/**
 * The parts of a question in the order in which one respondent sees them: the same for the same `seed` (such as the
 * invitation's id), so that going back, another device and the server show one order.
 *
 * @example shownParts(choice, invitation.id).map(({ id }) => id) // ['c', 'a', 'b']
 */
export function shownParts<Q extends Question>(question: Q, seed: string): PartsIn<Q> {
  const parts = partsOf(question)?.parts ?? []
  const order = 'order' in question ? question.order : 'fixed'
  if (order === 'fixed') return parts as PartsIn<Q>
  const staying = order === 'random-last-fixed' ? parts.slice(-1) : []
  const moving = parts.slice(0, parts.length - staying.length)
  return [...shuffle(moving, seededRandom(`${seed} ${question.id}`)), ...staying] as PartsIn<Q>
}
