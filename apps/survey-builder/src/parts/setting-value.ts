import type { UiLanguage } from '@sixfold/contract/words'
import type { FactorModel } from '@sixfold/domain/factor-model'
import { textIn } from '@sixfold/domain/local-text'
import type { SurveyDefinition } from '@sixfold/domain/survey/definition'
import type { Change } from '@sixfold/domain/survey/difference'
import type { Condition, Jump } from '@sixfold/domain/survey/logic/condition'
import { formatInstant } from '@sixfold/ui/format'
import { settingValueWords } from '../words/versions.ts'

/** A survey as it stood on one side of a comparison, with what its ids mean in words. */
export interface SurveySide {
  definition: SurveyDefinition
  /** Null while it loads, or where it is gone. */
  model: FactorModel | null
  condition: (condition: Condition) => string
  jump: (jump: Jump) => string
}

type Setting = Extract<Change, { what: 'setting' }>['setting']

/** The value of a setting in words; null: it needs none of its own. */
export function settingValue(
  setting: Setting,
  value: unknown,
  side: SurveySide,
  { screens, nothing }: { screens: UiLanguage; nothing: string },
): string | null {
  const say = settingValueWords(screens)
  switch (setting) {
    case 'showIf':
      return value === undefined ? say('always') : side.condition(value as Condition)
    case 'requireIf':
      return value === undefined ? say('never') : side.condition(value as Condition)
    case 'jumps': {
      const jumps = (value ?? []) as readonly Jump[]
      return jumps.length === 0 ? say('nextPage') : jumps.map(side.jump).join('; ')
    }
    case 'factor': {
      const factor = side.model?.factors.find(({ key }) => key === value)
      return value === undefined ? nothing : textIn(factor?.name, screens, 'en') || String(value)
    }
    case 'order':
    case 'variant':
      return say(value as 'fixed')
    case 'accept':
      return (value as 'image'[]).map(family => say(family)).join(', ') || nothing
    case 'earliest':
    case 'latest':
      return value === undefined
        ? nothing
        : formatInstant(`${value}T00:00:00Z`, screens, { zone: 'UTC', readerZone: 'UTC', show: 'date' })
    default:
      return null
  }
}
