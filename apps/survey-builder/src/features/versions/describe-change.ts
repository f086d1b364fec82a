import { textIn } from '@sixfold/domain/local-text'
import type { Change } from '@sixfold/domain/survey/difference'
import type { FactorReference } from '@sixfold/domain/survey/question'
import { formatNumber } from '@sixfold/ui/format'
import { languageName } from '@sixfold/ui/language-name'
import type { SurveySide } from '../../parts/setting-value.ts'
import { settingValue } from '../../parts/setting-value.ts'
import { kindNames } from '../../words/kinds.ts'
import { changedSettingWords } from '../../words/versions.ts'
import type { Naming } from './naming.ts'
import { measuresName, said } from './naming.ts'

/** A change as a sentence; texts are shown side by side instead. */
export function changeSentence(change: Exclude<Change, { what: 'text' }>, naming: Naming): string {
  const { say, screens, before, after } = naming
  switch (change.what) {
    case 'language': {
      const language = capital(languageName(change.language, screens))
      return say(change.change === 'added' ? 'languageAdded' : 'languageRemoved', {
        language: screens === 'vi' ? languageName(change.language, screens) : language,
      })
    }
    case 'default-language':
      return say('defaultLanguage', {
        before: languageName(change.before, screens),
        after: languageName(change.after, screens),
      })
    case 'factor-model':
      return say('modelChanged', {
        before: modelName(before, change.before.key, naming),
        beforeVersion: change.before.version,
        after: modelName(after, change.after.key, naming),
        afterVersion: change.after.version,
      })
    case 'moved': {
      if (change.from === change.to) return say('movedWithin')
      const pageIn = ({ definition }: SurveySide, id: string) =>
        definition.pages.find(page => page.id === id)?.title
      return say('movedTo', {
        from: said(pageIn(before, change.from), before, naming),
        to: said(pageIn(after, change.to), after, naming),
      })
    }
    case 'kind': {
      const kind = kindNames(screens)
      return say('kindChanged', { before: kind(change.before), after: kind(change.after) })
    }
    case 'setting':
      return say('settingChanged', {
        setting: changedSettingWords(screens)(change.setting),
        before: valueWords(change.setting, change.before, before, naming),
        after: valueWords(change.setting, change.after, after, naming),
      })
    case 'part':
      return say(
        { added: 'partAdded', removed: 'partRemoved', moved: 'partMoved' }[change.change] as 'partAdded',
        { part: said(change.part.text, change.change === 'removed' ? before : after, naming) },
      )
    case 'part-setting':
      return say('partSetting', {
        part: said(change.part.text, after, naming),
        setting:
          change.setting === 'measures' ? changedSettingWords(screens)('measures') : say(change.setting),
        before: partValueWords(change.setting, change.before, before, naming),
        after: partValueWords(change.setting, change.after, after, naming),
      })
    default:
      return change satisfies never
  }
}

type SettingChange = Extract<Change, { what: 'setting' }>

function valueWords(
  setting: SettingChange['setting'],
  value: unknown,
  side: SurveySide,
  naming: Naming,
): string {
  const { say, screens } = naming
  if (setting === 'measures' && value) return measuresName(value as FactorReference, side, naming)
  return settingValue(setting, value, side, { screens, nothing: say('nothing') }) ?? plainWords(value, naming)
}

function partValueWords(
  setting: Extract<Change, { what: 'part-setting' }>['setting'],
  value: unknown,
  side: SurveySide,
  naming: Naming,
): string {
  if (setting === 'measures' && value) return measuresName(value as FactorReference, side, naming)
  if (setting === 'picture') return value ? naming.say('anotherPicture') : naming.say('nothing')
  return plainWords(setting === 'exclusive' ? value === true : value, naming)
}

function plainWords(value: unknown, { say, screens }: Naming): string {
  if (typeof value === 'boolean') return say(value ? 'yes' : 'no')
  if (typeof value === 'number') return formatNumber(value, screens, 6)
  return value === undefined || value === null || value === '' ? say('nothing') : String(value)
}

function modelName({ model }: SurveySide, key: string, { screens }: Naming): string {
  return (model?.key === key && textIn(model.name, screens, 'en')) || key
}

function capital(text: string): string {
  return text.charAt(0).toLocaleUpperCase() + text.slice(1)
}
