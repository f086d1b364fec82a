import { textIn } from '@sixfold/domain/local-text'
import type { Condition, Jump } from '@sixfold/domain/survey/logic/condition'
import type { SurveyOperation } from '@sixfold/domain/survey/operation'
import { UNSET, valueAt } from '@sixfold/domain/survey/operation-value'
import type { FactorReference } from '@sixfold/domain/survey/question'
import { formatInstant, formatNumber } from '@sixfold/ui/format'
import { languageName } from '@sixfold/ui/language-name'
import { settingValueWords } from '../../words/versions.ts'
import type { ClashNaming, ClashSide } from './clash-words.ts'

/** What one side has where an operation writes, in words. */
export function valueWords(operation: SurveyOperation, side: ClashSide, naming: ClashNaming): string {
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
      return settingWords(operation.setting, value, side, naming)
    default:
      return plainWords(value, naming)
  }
}

type SettingOperation = Extract<SurveyOperation, { op: 'set-setting' | 'set-page-setting' }>

function settingWords(
  setting: SettingOperation['setting'],
  value: unknown,
  side: ClashSide,
  naming: ClashNaming,
): string {
  const { say, screens } = naming
  const sayValue = settingValueWords(screens)
  switch (setting) {
    case 'showIf':
      return value === undefined ? sayValue('always') : side.condition(value as Condition)
    case 'requireIf':
      return value === undefined ? sayValue('never') : side.condition(value as Condition)
    case 'jumps': {
      const jumps = (value ?? []) as readonly Jump[]
      return jumps.length === 0 ? sayValue('nextPage') : jumps.map(side.jump).join('; ')
    }
    case 'factor': {
      const factor = side.model?.factors.find(({ key }) => key === value)
      return value === undefined ? say('nothing') : textIn(factor?.name, screens, 'en') || String(value)
    }
    case 'order':
    case 'variant':
      return sayValue(value as 'fixed')
    case 'accept':
      return (value as 'image'[]).map(family => sayValue(family)).join(', ') || say('nothing')
    case 'earliest':
    case 'latest':
      return value === undefined
        ? say('nothing')
        : formatInstant(`${value}T00:00:00Z`, screens, { zone: 'UTC', readerZone: 'UTC', show: 'date' })
    default:
      return plainWords(value, naming)
  }
}

function measuresWords(value: unknown, { model }: ClashSide, { say, screens }: ClashNaming): string {
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
