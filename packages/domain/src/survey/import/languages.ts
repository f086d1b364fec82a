import type { Language } from '../../local-text.ts'
import { SURVEY_LIMITS } from '../limits.ts'

const TAG = /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/

/**
 * A language tag as the contract takes it; null for what is none.
 *
 * @example languageTag('pt_BR') // 'pt-BR'
 * @example languageTag('default') // null
 */
export function languageTag(name: string): Language | null {
  const tag = name.trim().replaceAll('_', '-')
  const [first = '', ...rest] = tag.split('-')
  const whole = [first.toLowerCase(), ...rest].join('-')
  return whole.length <= 35 && TAG.test(whole) ? whole : null
}

/** The languages that a survey may have of those that a file names, each once, and the names that are none or too many. */
export function surveyLanguages(names: Iterable<string>): { languages: Language[]; refused: string[] } {
  const languages: Language[] = []
  const refused: string[] = []
  for (const name of names) {
    const tag = languageTag(name)
    if (tag === null || (languages.length >= SURVEY_LIMITS.languages && !languages.includes(tag)))
      refused.push(name)
    else if (!languages.includes(tag)) languages.push(tag)
  }
  return { languages, refused }
}
