import { textIn } from '@sixfold/domain/local-text'
import type { SurveyOperation } from '@sixfold/domain/survey/operation'
import { UNSET, valueAt } from '@sixfold/domain/survey/operation-value'
import type { FactorReference } from '@sixfold/domain/survey/question'
import { formatNumber } from '@sixfold/ui/format'
import { languageName } from '@sixfold/ui/language-name'
import type { SurveySide } from '../../parts/setting-value.ts'
import { settingValue } from '../../parts/setting-value.ts'
import type { ClashNaming } from './clash-words.ts'

/** What one side has where an operation writes, in words. */
export function valueWords(operation: SurveyOperation, side: SurveySide, naming: ClashNaming): string {
  const { say, screens } = naming
  const found = valueAt(side.definition, operation)
  if (found === null) return say('removed')
  const value = found === UNSET ? undefined : found
  switch (operation.op) {
    case 'set-languages':
      return side.definition.languages.map(language => languageName(language, screens)).join(', ')
    case 'set-factor-model':
      return `${textIn(side.model?.name, screens, 'en') || side.definition.factorModel.key} ${side.definition.factorModel.version}`
    case 'set-measures':
      return measuresWords(value, side, naming)
    case 'set-part-setting':
      if (operation.setting === 'measures') return measuresWords(value, side, naming)
      if (operation.setting === 'picture') return say(value === undefined ? 'nothing' : 'aPicture')
      return say(value === true ? 'yes' : 'no')
    case 'set-page-setting':
    case 'set-setting':
      return (
        settingValue(operation.setting, value, side, { screens, nothing: say('nothing') }) ??
        plainWords(value, naming)
      )
    default:
      return plainWords(value, naming)
  }
}

function measuresWords(value: unknown, { model }: SurveySide, { say, screens }: ClashNaming): string {
  if (value === undefined) return say('nothing')
  const { factor, attribute } = value as FactorReference
  const found = model?.factors.find(({ key }) => key === factor)
  const part = found?.attributes.find(({ key }) => key === attribute)
  return [found?.name, part?.name]
    .map(name => textIn(name, screens, 'en'))
    .filter(Boolean)
    .join(': ')
}

function plainWords(value: unknown, { say, screens }: ClashNaming): string {
  if (typeof value === 'boolean') return say(value ? 'yes' : 'no')
  if (typeof value === 'number') return formatNumber(value, screens, 6)
  if (value === undefined) return say('nothing')
  return value === '' ? say('empty') : String(value)
}
