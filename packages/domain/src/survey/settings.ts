import type { LocalText } from '../local-text.ts'
import type { PartList } from './parts.ts'
import type { Question, QuestionKind, QuestionOf } from './question.ts'

/** The texts that a question may hold beside those of its parts. */
export const QUESTION_TEXTS = ['text', 'help', 'low', 'middle', 'high', 'other', 'none', 'unit'] as const
export type QuestionText = (typeof QUESTION_TEXTS)[number]

/** `needed`: the kind cannot be without it. `optional`: null, or an empty text, takes it out. */
export type Need = 'needed' | 'optional'

type KeysOf<Q> = Q extends unknown ? keyof Q : never
/** What has an operation of its own, or is none to change. */
type Apart = 'id' | 'kind' | 'required' | 'measures' | 'libraryEntry'

/** Everything of a question that is neither text nor list, by name. */
export type SettingName = Exclude<KeysOf<Question>, Apart | QuestionText | PartList>

type ValueOf<Q, Name> = Q extends unknown
  ? Name extends keyof Q
    ? Exclude<Q[Name], undefined>
    : never
  : never
/** What a setting may be, over all kinds that have it. */
export type SettingValue<Name extends SettingName> = ValueOf<Question, Name>

type NeedOf<Q, Name extends keyof Q> = Q extends Record<Name, Q[Name]> ? 'needed' : 'optional'
type Needs<Q, Name extends PropertyKey> = { readonly [N in keyof Q & Name]-?: NeedOf<Q, N> }

const always = { text: 'needed', help: 'optional' } as const
const ends = { ...always, low: 'needed', high: 'needed' } as const
const chosen = { ...always, other: 'optional', none: 'optional' } as const

/** Which texts each kind has; a kind or a text without its entry fails the type check. */
export const TEXTS: { readonly [K in QuestionKind]: Needs<QuestionOf<K>, QuestionText> } = {
  satisfaction: always,
  agreement: always,
  rating: { ...ends, middle: 'optional' },
  grid: always,
  nps: always,
  csat: always,
  ces: always,
  choice: chosen,
  choices: chosen,
  dropdown: chosen,
  ranking: always,
  picture: always,
  slider: ends,
  sum: always,
  text: always,
  number: { ...always, unit: 'optional' },
  date: always,
  'yes-no': always,
  consent: always,
  'contact-details': always,
  upload: always,
  statement: always,
}

const logic = { showIf: 'optional', requireIf: 'optional' } as const
const scale = { ...logic, offerNotApplicable: 'needed' } as const
const ordered = { ...logic, order: 'needed' } as const

/** Which settings each kind has; a kind or a setting without its entry fails the type check. */
export const SETTINGS: { readonly [K in QuestionKind]: Needs<QuestionOf<K>, SettingName> } = {
  satisfaction: scale,
  agreement: scale,
  rating: { ...scale, points: 'needed', first: 'needed' },
  grid: { ...scale, importance: 'needed' },
  nps: logic,
  csat: scale,
  ces: { ...logic, variant: 'needed' },
  choice: ordered,
  choices: { ...ordered, atLeast: 'optional', atMost: 'optional' },
  dropdown: ordered,
  ranking: { ...ordered, top: 'optional' },
  picture: { ...ordered, several: 'needed' },
  slider: { ...logic, min: 'needed', max: 'needed', step: 'needed' },
  sum: { ...logic, total: 'needed' },
  text: { ...logic, long: 'needed', maxLength: 'needed' },
  number: { ...logic, min: 'optional', max: 'optional', decimals: 'needed' },
  date: { ...logic, earliest: 'optional', latest: 'optional' },
  'yes-no': scale,
  consent: { ...logic, use: 'optional' },
  'contact-details': logic,
  upload: { ...logic, accept: 'needed', maxFiles: 'needed', maxMegabytes: 'needed' },
  statement: logic,
}

/** Whether a kind has this text, and needs it; null: it has none. */
export function needOfText(kind: QuestionKind, field: QuestionText): Need | null {
  return needIn(TEXTS[kind], field)
}

/**
 * Whether a kind has this setting, and needs it; null: it has none.
 *
 * @example needOfSetting('slider', 'min') // 'needed'
 * @example needOfSetting('nps', 'points') // null
 */
export function needOfSetting(kind: QuestionKind, setting: SettingName): Need | null {
  return needIn(SETTINGS[kind], setting)
}

function needIn(needs: Readonly<Record<string, Need>>, name: string): Need | null {
  return Object.hasOwn(needs, name) ? (needs[name] ?? null) : null
}

/** One text of a question, by name; undefined where it has none. */
export function questionText(question: Question, field: QuestionText): LocalText | undefined {
  return (question as Partial<Record<QuestionText, LocalText>>)[field]
}

/** One setting of a question, by name; undefined where it has none. */
export function settingOf<Name extends SettingName>(
  question: Question,
  name: Name,
): SettingValue<Name> | undefined {
  return (question as Partial<Record<Name, SettingValue<Name>>>)[name]
}
