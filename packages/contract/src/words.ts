import { setupI18n } from '@lingui/core'
import { compileMessage } from '@lingui/message-utils/compileMessage'

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
      const i18n = setupI18n({ locale: language, messages: { [language]: { ...catalogue[language] } } })
      i18n.setMessagesCompiler(once(compileMessage))
      found = (id, values) => i18n._(id, values)
      say.set(language, found)
    }
    return found
  }
}

/** Lingui compiles a text each time it is said; a server says the same ones on every page. */
function once<Compiled>(compile: (message: string) => Compiled): (message: string) => Compiled {
  const compiled = new Map<string, Compiled>()
  return message => {
    const found = compiled.get(message)
    if (found !== undefined) return found
    const fresh = compile(message)
    compiled.set(message, fresh)
    return fresh
  }
}

/** The language of Sixfold's screens that suits a language tag best: `vi-VN` is `vi`, everything else unknown is `en`. */
export function uiLanguageFor(tag: string | undefined): UiLanguage {
  return tag?.toLowerCase().startsWith('vi') ? 'vi' : 'en'
}
