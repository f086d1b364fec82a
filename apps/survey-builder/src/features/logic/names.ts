import type { UiLanguage } from '@sixfold/contract/words'
import { textIn } from '@sixfold/domain/local-text'
import { IMPORTANCE, NOT_APPLICABLE } from '@sixfold/domain/survey/answers'
import type { Page } from '@sixfold/domain/survey/definition'
import { partKey } from '@sixfold/domain/survey/definition'
import type { KnownFact, TestSubject } from '@sixfold/domain/survey/logic/condition'
import type { Place } from '@sixfold/domain/survey/logic/places'
import { partsOf } from '@sixfold/domain/survey/parts'
import type { Question } from '@sixfold/domain/survey/question'
import { NONE, OTHER } from '@sixfold/domain/survey/question'
import { formatInstant, formatNumber } from '@sixfold/ui/format'
import type { SayLogic } from '../../words/logic.ts'
import type { LogicSetting } from './logic-setting.ts'

/** Says in words what conditions name by id. `screens` is the reader's language, the setting's that of the survey's texts. */
export interface Names extends LogicSetting {
  say: SayLogic
  screens: UiLanguage
}

/** The number under which a question is known: page and place, from 1. */
export function numberOf({ pageAt, index }: Place): string {
  return `${pageAt + 1}.${index + 1}`
}

/** "5.3 Delivery, overall". */
export function questionName(place: Place, names: Names): string {
  return `${numberOf(place)} ${said(place.question.text, names)}`
}

export function pageName(page: Page, at: number, names: Names): string {
  return names.say('groupPage', { number: at + 1, title: said(page.title, names) })
}

const LONGEST_IN_SENTENCE = 56

/** What a test looks at, within a sentence: the words of a question in quotes, and cut short where they would hide what follows. */
export function subjectInSentence(subject: TestSubject, names: Names): string {
  const place = 'question' in subject ? names.places.get(subject.question) : undefined
  if ('fact' in subject || !place) return subjectName(subject, names)
  const text = said(place.question.text, names)
  const short = text.length > LONGEST_IN_SENTENCE ? `${text.slice(0, LONGEST_IN_SENTENCE).trimEnd()}…` : text
  const whole = `${numberOf(place)} “${short}”`
  return subject.part === undefined ? whole : `${whole}: ${partName(place.question, subject.part, names)}`
}

/** What a test looks at. */
export function subjectName(subject: TestSubject, names: Names): string {
  if ('fact' in subject) return factName(subject.fact, names)
  const place = names.places.get(subject.question)
  if (!place) return names.say('notThere')
  const whole = questionName(place, names)
  return subject.part === undefined ? whole : `${whole}: ${partName(place.question, subject.part, names)}`
}

export function factName(fact: KnownFact, { say }: Names): string {
  return say(`fact.${fact}`)
}

/** A row, item or field, and what of it is meant. */
export function partName(question: Question, part: string, names: Names): string {
  const parts = partsOf(question)?.parts ?? []
  const own = parts.find(({ id }) => id === part)
  const row = parts.find(({ id }) => partKey(id, IMPORTANCE) === part)
  const { say } = names
  if (row) return say('importanceOf', { row: said(row.text, names) })
  if (!own) return say('notThere')
  const text = said(own.text, names)
  if (question.kind === 'ranking') return say('placeOf', { option: text })
  return question.kind === 'sum' ? say('pointsOf', { option: text }) : text
}

/** A value that a test compares with. */
export function valueName(subject: TestSubject, value: number | string, names: Names): string {
  if ('fact' in subject) return factValueName(subject.fact, String(value), names)
  const { say, screens, places } = names
  if (typeof value === 'number') return formatNumber(value, screens, 6)
  const question = places.get(subject.question)?.question
  const option =
    question && subject.part === undefined
      ? partsOf(question)?.parts.find(({ id }) => id === value)
      : undefined
  if (option) return said(option.text, names)
  if (value === NOT_APPLICABLE) return say('na')
  if (question?.kind === 'yes-no' && (value === 'yes' || value === 'no')) return say(value)
  if (question && 'other' in question && value === OTHER)
    return textIn(question.other, names.language, names.definition.defaultLanguage) || say('other')
  if (question && 'none' in question && value === NONE)
    return textIn(question.none, names.language, names.definition.defaultLanguage) || say('none')
  if (question?.kind === 'date' && /^\d{4}-\d{2}-\d{2}$/.test(value))
    return formatInstant(`${value}T00:00:00Z`, screens, { zone: 'UTC', readerZone: 'UTC', show: 'date' })
  return value
}

function factValueName(fact: KnownFact, value: string, { say, screens, regions }: Names): string {
  switch (fact) {
    case 'contact.seniority':
    case 'account.kind':
      return say(`value.${value}` as 'value.other')
    case 'contact.language':
      return displayName(screens, 'language', value)
    case 'account.country':
      return displayName(screens, 'region', value)
    case 'account.region':
      return regions.find(({ id }) => id === value)?.name ?? say('notThere')
    default:
      return value
  }
}

/** A tag that the runtime cannot read is said as it is. */
function displayName(language: UiLanguage, type: 'language' | 'region', tag: string): string {
  try {
    return new Intl.DisplayNames([language], { type }).of(tag) ?? tag
  } catch {
    return tag
  }
}

/** A text in short: a place for an answer in it is three dots. */
function said(text: Question['text'], { language, definition, say }: Names): string {
  return textIn(text, language, definition.defaultLanguage).replace(/\{\{[^{}]*\}\}/g, '…') || say('untitled')
}
