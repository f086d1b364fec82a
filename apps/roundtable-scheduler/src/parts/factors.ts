import { textIn } from '@sixfold/domain/local-text'
import { orpc } from '@sixfold/ui/api-client'
import { useLanguage } from '@sixfold/ui/parts/language'
import { useQuery } from '@tanstack/react-query'

/** The model whose factors events and requirements are about: the house's default. */
function useModel() {
  return useQuery(orpc.factorModels.list.queryOptions({ staleTime: 5 * 60_000 })).data?.items[0]
}

/** The factors something can be about, in the order that gives them hue and shape. */
export function useFactors() {
  const { language } = useLanguage()
  const { factors = [] } = useModel() ?? {}
  return factors.map(({ key, name }) => ({ value: key, label: textIn(name, language, 'en') }))
}

/** Names a factor as the wire does; null: none was chosen. */
export function useFactorRef() {
  const model = useModel()
  return (key: string | null) =>
    model && key ? { model: { key: model.key, version: model.version }, key } : null
}
