import type { Language } from '../../local-text.ts'
import type { Question } from '../question.ts'
import type { SurveyText, TextPlace } from '../texts.ts'
import type { TextRole, WordingCode } from '../wording/judge.ts'
import { judge } from '../wording/judge.ts'
import { explainedIn } from '../wording/plain-words.ts'
import type { Phrases } from '../wording/words.ts'
import type { Finding } from './finding.ts'

/** Flaws of what is asked, whatever the language; the others are of words. */
const SHARED: ReadonlySet<WordingCode> = new Set([
  'double_barrelled',
  'leading',
  'negated',
  'double_negative',
  'absolute',
])

/** What the wording of a text is judged against. */
export interface WordingContext {
  languages: readonly Language[]
  defaultLanguage: Language
  /** By language: names that hold an "and" and mean one thing, such as those of factors. */
  names: ReadonlyMap<Language, Phrases>
  /** By language: short forms that were explained before. */
  explained: ReadonlyMap<Language, readonly string[]>
}

/** What a careful colleague would say about the words of one question, in every language that has word lists. */
export function questionWording(
  question: Question,
  texts: readonly SurveyText[],
  context: WordingContext,
): Finding[] {
  // A factor as a whole is asked about on purpose; its attributes take it apart.
  const asWhole = question.measures?.attribute === null
  return texts.flatMap(text => {
    const role = roleOf(question, text.place)
    return role ? textWording(text, role, withOwnTexts(texts, context), asWhole) : []
  })
}

/** The same for the words of a page, and for those before the first. */
export function tellingWording(text: SurveyText, context: WordingContext): Finding[] {
  return textWording(text, 'tells', context, false)
}

function textWording(
  { place, text }: Pick<SurveyText, 'place' | 'text'>,
  role: TextRole,
  { languages, defaultLanguage, names, explained }: WordingContext,
  asWhole: boolean,
): Finding[] {
  const told = new Set<string>()
  // A translation that is true to a flawed text has its flaw too: it is told once, of the text itself.
  const inOrder = [...new Set([defaultLanguage, ...languages])].filter(one => languages.includes(one))
  return inOrder.flatMap(language => {
    const judged = text[language] ?? ''
    const issues = judge(judged, language, role, {
      explained: explained.get(language) ?? [],
      ...(names.has(language) ? { names: names.get(language) as Phrases } : {}),
    })
    return issues
      .filter(({ code }) => !(asWhole && code === 'double_barrelled'))
      .filter(({ code }) => !(SHARED.has(code) && told.size === told.add(code).size))
      .map(
        ({ code, words }): Finding => ({
          code,
          severity: 'advises',
          place: { ...place, language },
          detail: { words },
          judged,
        }),
      )
  })
}

/** A short form may be explained in another text of the same question. */
function withOwnTexts(texts: readonly SurveyText[], context: WordingContext): WordingContext {
  const explained = new Map(
    context.languages.map(language => [
      language,
      [
        ...(context.explained.get(language) ?? []),
        ...texts.flatMap(({ text }) => explainedIn(text[language] ?? '')),
      ],
    ]),
  )
  return { ...context, explained }
}

/** What a text of a question is held to; null: to nothing, as the ends of a scale are judged together. */
function roleOf(question: Question, { field, part }: TextPlace): TextRole | null {
  if (part !== undefined) return question.kind === 'grid' ? 'rates' : 'names'
  if (field === 'help') return 'tells'
  return field === 'text' ? roleOfKind(question) : null
}

function roleOfKind({ kind }: Question): TextRole {
  switch (kind) {
    case 'satisfaction':
    case 'rating':
    case 'csat':
    case 'nps':
    case 'slider':
    case 'yes-no':
      return 'rates'
    case 'agreement':
    case 'ces':
      return 'states'
    case 'consent':
      return 'consents'
    case 'statement':
      return 'tells'
    case 'grid':
    case 'choice':
    case 'choices':
    case 'dropdown':
    case 'ranking':
    case 'picture':
    case 'sum':
    case 'text':
    case 'number':
    case 'date':
    case 'contact-details':
    case 'upload':
      return 'asks'
    default:
      return kind satisfies never
  }
}
