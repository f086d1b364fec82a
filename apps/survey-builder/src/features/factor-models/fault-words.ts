import type { UiLanguage } from '@sixfold/contract/words'
import type { ModelFault } from '@sixfold/domain/factor-model-faults'
import { languageName } from '@sixfold/ui/language-name'
import type { SayModels } from '../../words/factor-models.ts'

/** What is wrong with a model, in words; where it stands is said beside it. */
export function faultText(
  { code, place }: ModelFault,
  { say, screens, factors }: { say: SayModels; screens: UiLanguage; factors: number },
): string {
  switch (code) {
    case 'no_factors':
      return say('faultNoFactors')
    case 'too_many_factors':
      return say('faultTooManyFactors')
    case 'too_many_attributes':
      return say('faultTooManyAttributes')
    case 'duplicate_key':
      return say('faultDuplicateKey')
    case 'missing_text':
      return say('faultMissingText', { field: fieldName(place, say) })
    case 'missing_translation':
      return say('faultMissingTranslation', {
        field: fieldName(place, say),
        language: languageName(place.language ?? '', screens),
      })
    case 'text_too_long':
      return say('faultTextTooLong')
    case 'same_name':
      return say('faultSameName')
    case 'not_quarterly':
      return say('faultNotQuarterly', { n: factors })
    default:
      return code satisfies never
  }
}

/** The text of a factor, an attribute or the model, as its field is named. */
function fieldName({ factor, attribute, field }: ModelFault['place'], say: SayModels): string {
  if (factor === undefined) return say('modelName')
  if (attribute !== undefined) return say(field === 'statement' ? 'statement' : 'attributeName')
  return say(field === 'overall' ? 'overallShort' : 'factorName')
}
