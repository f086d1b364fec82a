import { compileMessage } from '@lingui/message-utils/compileMessage'
import type { CompiledMessage } from './message.ts'
import { sayMessage } from './message.ts'

/** The languages of Sixfold's own screens; survey texts may have any. */
export const uiLanguages = ['en', 'vi'] as const
export type UiLanguage = (typeof uiLanguages)[number]

export type WordValues = Readonly<Record<string, string | number>>

/** Says one text of a catalogue. Texts are ICU messages: `{name}`, `{n, plural, one {# answer} other {# answers}}`. */
export type Say<Id extends string> = (id: Id, values?: WordValues) => string

/**
 * Makes a typed catalogue: both languages must have the same ids, so a missing translation fails the type check.
 *
 * @example
 * const words = createWords({ en: { hello: 'Hello {name}' }, vi: { hello: 'Chào {name}' } })
 * words('vi')('hello', { name: 'Hà' }) // 'Chào Hà'
 */
export function createWords<Id extends string>(
  catalogue: Record<UiLanguage, Readonly<Record<Id, string>>>,
): (language: UiLanguage) => Say<Id> {
  const say = new Map<UiLanguage, Say<Id>>()
  return language => {
    let found = say.get(language)
    if (!found) {
      const compiled = new Map<Id, CompiledMessage>()
      found = (id, values) => {
        let message = compiled.get(id)
        if (!message) {
          message = compiledText(catalogue[language][id])
          compiled.set(id, message)
        }
        return sayMessage(language, message, values)
      }
      say.set(language, found)
    }
    return found
  }
}

/** A text as it stands in a catalogue, or as a build has compiled it. */
function compiledText(text: string | CompiledMessage): CompiledMessage {
  return typeof text === 'string' ? (compileMessage(text) as CompiledMessage) : text
}

/** The language of Sixfold's screens that suits a language tag best: `vi-VN` is `vi`, everything else unknown is `en`. */
export function uiLanguageFor(tag: string | undefined): UiLanguage {
  return tag?.toLowerCase().startsWith('vi') ? 'vi' : 'en'
}
