import { textIn } from '@sixfold/domain/local-text'
import { orpc } from '@sixfold/ui/api-client'
import { useLanguage } from '@sixfold/ui/parts/language'
import { useQuery } from '@tanstack/react-query'

export interface NamedFactor {
  key: string
  label: string
  index: number
  attributes: { value: string; label: string }[]
}

/** The factors of a model, in the order that gives them hue and shape; without a key those of the house's default. */
export function useFactors(modelKey?: string): NamedFactor[] {
  const { language } = useLanguage()
  const { items = [] } = useQuery(orpc.factorModels.list.queryOptions({ staleTime: 5 * 60_000 })).data ?? {}
  const model = modelKey === undefined ? items[0] : items.find(({ key }) => key === modelKey)
  return (model?.factors ?? []).map(({ key, name, attributes }, index) => ({
    key,
    label: textIn(name, language, 'en'),
    index,
    attributes: attributes.map(one => ({ value: one.key, label: textIn(one.name, language, 'en') })),
  }))
}
