/**
 * By what the answers of a wave are told apart. Each parts everybody who was asked: a response is in at most one group of each.
 * What gives away the few of a group together with an earlier dimension is hidden in the later one.
 */
export const DIMENSIONS = ['region', 'segment', 'seniority', 'product', 'mode'] as const
export type Dimension = (typeof DIMENSIONS)[number]

/**
 * The dimension of a segment key; null: it is none, such as everybody.
 *
 * @example dimensionOf('seniority:executive') // 'seniority'
 */
export function dimensionOf(segment: string): Dimension | null {
  const name = segment.split(':', 1)[0]
  return segment.includes(':') ? (DIMENSIONS.find(one => one === name) ?? null) : null
}
