import type { WaveQuotas } from '@sixfold/contract/open-links'

/** Limits by group, as a form holds them; null: none. */
export type Limits = Readonly<Record<string, number | null>>

export function limitsOf({ total, regions, questions }: WaveQuotas): Limits {
  return Object.fromEntries([
    ['total', total.limit],
    ...regions.map(({ regionId, limit }) => [`region:${regionId}`, limit] as const),
    ...questions.flatMap(({ question, options }) =>
      options.map(({ option, limit }) => [`answer:${question}:${option}`, limit] as const),
    ),
  ])
}

/** The same as the API takes it. */
export function quotasOf(limits: Limits) {
  const set = Object.entries(limits).flatMap(([group, limit]) =>
    limit === null ? [] : [{ parts: group.split(':'), limit }],
  )
  const of = (kind: string) => set.filter(({ parts }) => parts[0] === kind)
  return {
    total: limits.total ?? null,
    regions: of('region').map(({ parts: [, regionId = ''], limit }) => ({ regionId, limit })),
    answers: of('answer').map(({ parts: [, question = '', option = ''], limit }) => ({
      question,
      option,
      limit,
    })),
  }
}
