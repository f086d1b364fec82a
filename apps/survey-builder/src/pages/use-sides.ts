import type { SurveyDefinition } from '@sixfold/domain/survey/definition'
import { placesOf } from '@sixfold/domain/survey/logic/places'
import { useLanguage, useSay } from '@sixfold/ui/parts/language'
import { useSession } from '@sixfold/ui/session'
import { useQuery } from '@tanstack/react-query'
import type { Names } from '../features/logic/names.ts'
import { conditionWords, jumpWords } from '../features/logic/sentence.ts'
import type { Naming } from '../features/versions/naming.ts'
import { factorModelQuery } from '../features/versions/queries.ts'
import type { SurveySide } from '../parts/setting-value.ts'
import { logicWords } from '../words/logic.ts'
import { versionWords } from '../words/versions.ts'

interface Compared {
  before: SurveyDefinition | null
  after: SurveyDefinition | null
}

/** The two sides of a comparison with their names in words: of factors by their model, of conditions as sentences. */
export function useSides(compared: Compared | undefined): Naming | null {
  const say = useSay(versionWords)
  const { language: screens } = useLanguage()
  const before = useSide(compared?.before ?? null)
  const after = useSide(compared?.after ?? null)
  return before && after && { say, screens, before, after }
}

function useSide(definition: SurveyDefinition | null): SurveySide | null {
  const say = useSay(logicWords)
  const { language: screens } = useLanguage()
  const regions = useSession().data?.regions ?? []
  const { key, version } = definition?.factorModel ?? { key: '', version: 1 }
  const model = useQuery({ ...factorModelQuery(key, version), enabled: definition !== null })
  if (!definition) return null
  const language = definition.languages.includes(screens) ? screens : definition.defaultLanguage
  const names: Names = { definition, places: placesOf(definition), language, regions, say, screens }
  return {
    definition,
    model: model.data ?? null,
    condition: condition => conditionWords(condition, names),
    jump: jump => jumpWords(jump, names),
  }
}
