import type { OwnAnswer, OwnField } from '@sixfold/contract/own-data'
import type { UiLanguage } from '@sixfold/contract/words'
import { isList, isRecord, otherWords } from '@sixfold/domain/survey/answers'
import { SENIORITIES } from '@sixfold/domain/survey/plan'
import { formatInstant } from '@sixfold/ui/format'
import { languageName } from '@sixfold/ui/language-name'
import { answerWords } from '@sixfold/ui/words/answers'
import type { SayOwnData } from './own-data.ts'
import { kindWords } from './value.ts'

/** The day of an instant, where the person is. */
export function saysDay(language: UiLanguage, zone: string): (instant: string) => string {
  return instant => formatInstant(instant, language, { zone, readerZone: zone, show: 'date' })
}

/** The value of a field of the record, in words. */
export function fieldText({ field, value }: OwnField, say: SayOwnData, language: UiLanguage): string {
  const values = typeof value === 'string' ? [value] : (value ?? [])
  const texts = values.filter(one => one !== '').map(one => wordOf(field, one, say, language))
  return texts.length === 0 ? say('nothing') : texts.join(', ')
}

function wordOf(field: OwnField['field'], value: string, say: SayOwnData, language: UiLanguage): string {
  if (field === 'languages') return languageName(value, language)
  if (field === 'country')
    return new Intl.DisplayNames([language], { type: 'region', fallback: 'code' }).of(value) ?? value
  if (field === 'channels' && (value === 'email' || value === 'phone' || value === 'sms'))
    return say(`channel.${value}`)
  if (field === 'zone') return value.replaceAll('_', ' ')
  const level = field === 'seniority' && SENIORITIES.find(one => one === value)
  return level ? say(`seniority.${level}`) : value
}

/** An answer in the words of its question. */
export function answerText({ kind, value, texts }: OwnAnswer, language: UiLanguage): string {
  const sayKind = kindWords(language)
  const say = answerWords(language)
  const one = (part: number | string): string => {
    if (typeof part === 'number') return sayKind(kind, part) ?? String(part)
    return texts[part] ?? sayKind(kind, part) ?? otherWords(part) ?? part
  }
  if (isList(value)) return value.map(one).join(', ')
  if (!isRecord(value)) return one(value)
  return Object.entries(value)
    .map(([key, part]) => {
      const [id = '', about] = key.split(':')
      const point = ([1, 2, 3, 4, 5] as const).find(point => point === part)
      if (about !== undefined && point !== undefined)
        return `${texts[id] ?? id}: ${say(`importance.${point}`)}`
      return `${texts[id] ?? id}: ${one(part)}`
    })
    .join('; ')
}
