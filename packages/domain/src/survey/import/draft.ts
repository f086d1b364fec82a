import type { Language, LocalText } from '../../local-text.ts'
import { onlyLanguages, textIn } from '../../local-text.ts'
import type { SurveyDefinition } from '../definition.ts'
import { SURVEY_LIMITS } from '../limits.ts'
import type { Condition, Jump } from '../logic/condition.ts'
import type { Part, Question } from '../question.ts'
import { newKeys, newOptionKeys } from './keys.ts'
import { withoutMarkup } from './markup.ts'
import type { ImportPlace, ImportReason, ImportReport } from './report.ts'
import { addItem, newReport } from './report.ts'
import { standardWords } from './words.ts'

/** A page while its questions are still coming. */
export interface DraftPage {
  readonly id: string
  readonly number: number
  readonly title: LocalText
  intro?: LocalText
  showIf?: Condition
  jumps?: Jump[]
  readonly questions: Question[]
}

/** What the file says of itself, and what is made of it. */
export interface ImportedSurvey {
  definition: SurveyDefinition
  report: ImportReport
  /** Pictures that came with the file, by the ids that the definition gives them: `data:` addresses. */
  pictures: ReadonlyMap<string, string>
}

/** One text in the languages that the file has it in. */
export type SourceText = readonly (readonly [Language, string])[]

const PLACE = /(?<!\{)\{([\p{L}_][^{}\n]{0,100})\}(?!\})/gu
/** Two braces begin a place for an answer here; those of the file that are none are drawn apart. */
const FOREIGN = /\{(?=\{(?!(?:question:[a-z0-9_-]+(?::[a-z0-9_-]+)?|contact\.name)\|))/g

/** More of one text is not even looked at: mark-up may be many times as long as its words. */
const LONGEST_SOURCE = SURVEY_LIMITS.text * 40

/** Room is kept for the languages' titles and for what conditions add. */
const SIZE = SURVEY_LIMITS.size * 0.9

/** A survey in the making: whatever is put into it is valid and within the limits, and the report says what was not. */
export class ImportDraft {
  readonly report: ImportReport = newReport()
  readonly pages: DraftPage[] = []
  readonly pictures = new Map<string, string>()
  readonly languages: readonly Language[]
  /** What a place in a text, as the other tool writes it, is here; null: nothing. Such a place is a name in braces. */
  fill: (name: string) => string | null = () => null
  title: LocalText = {}
  welcome: LocalText = {}
  thanks: LocalText = {}
  readonly #pageKeys = newKeys('page')
  readonly #questionKeys = newKeys('q')
  readonly #byId = new Map<string, Question>()
  #size = 0

  /** @param languages the default one first; tags that the contract takes */
  constructor(languages: readonly Language[]) {
    this.languages = languages
  }

  note(where: ImportPlace, what: string, reason: ImportReason, detail = ''): void {
    addItem(this.report, { where, what, reason, detail })
  }

  /** A text for people: without mark-up, within the limit, in the survey's languages. */
  text(where: ImportPlace, what: string, source: SourceText): LocalText {
    const text: Record<Language, string> = {}
    const notes = new Map<ImportReason, string>()
    for (const [language, words] of source) {
      if (!this.languages.includes(language)) {
        notes.set('language', language)
        continue
      }
      const cleaned = withoutMarkup(words.slice(0, LONGEST_SOURCE))
      if (cleaned.cleaned) notes.set('markup_removed', words)
      if (cleaned.script) notes.set('script', words)
      if (cleaned.picture) notes.set('picture', words)
      // Two braces would begin a place for an answer.
      const whole = cleaned.text.replace(FOREIGN, '{ ').replace(PLACE, (written, name: string) => {
        const place = this.fill(name.trim())
        if (place === null) notes.set('placeholder', written)
        return place ?? written
      })
      if (whole.length > SURVEY_LIMITS.text || words.length > LONGEST_SOURCE) notes.set('shortened', whole)
      const fitting = whole.slice(0, SURVEY_LIMITS.text).toWellFormed()
      if (fitting) text[language] = fitting
    }
    for (const [reason, detail] of notes) this.note(where, what, reason, detail)
    return text
  }

  /** Null when there is no room for one more. */
  addPage(
    where: ImportPlace,
    name: string,
    texts: { title: LocalText; intro?: LocalText },
  ): DraftPage | null {
    if (this.pages.length >= SURVEY_LIMITS.pages || !this.#fits(texts)) {
      this.note(where, 'page', 'too_many', name)
      return null
    }
    const { intro } = texts
    const page: DraftPage = {
      id: this.#pageKeys.take(name).id,
      number: this.pages.length + 1,
      title: texts.title,
      ...(intro && Object.keys(intro).length > 0 ? { intro } : {}),
      questions: [],
    }
    this.pages.push(page)
    return page
  }

  /** Adds a question under an id of its own, and gives that id; null when there is no room. */
  addQuestion(page: DraftPage, where: ImportPlace, name: string, question: Question): string | null {
    const parts = 'options' in question ? question.options : 'rows' in question ? question.rows : []
    if (this.isFull || parts.length > SURVEY_LIMITS.parts || !this.#fits(question)) {
      this.note(where, 'question', 'too_many', textIn(question.text, this.languages[0] ?? '', ''))
      return null
    }
    const { id, made } = this.#questionKeys.take(name)
    if (made && name) this.note(where, 'name', 'renamed', `${name} → ${id}`)
    const own = { ...question, id }
    this.#byId.set(id, own)
    page.questions.push(own)
    return id
  }

  /** Whether no further question fits, so that nothing need be made of the rest. */
  get isFull(): boolean {
    return this.#byId.size >= SURVEY_LIMITS.questions
  }

  question(id: string): Question | undefined {
    return this.#byId.get(id)
  }

  /** Sets a condition of a question that was added. */
  setRule(id: string, rule: 'showIf' | 'requireIf', condition: Condition): boolean {
    const question = this.#byId.get(id)
    if (!question || !this.#fits(condition)) return false
    question[rule] = condition
    return true
  }

  setPageRule(page: DraftPage, showIf: Condition): boolean {
    if (!this.#fits(showIf)) return false
    page.showIf = showIf
    return true
  }

  addJump(page: DraftPage, jump: Jump): boolean {
    if ((page.jumps?.length ?? 0) >= SURVEY_LIMITS.jumps || !this.#fits(jump)) return false
    page.jumps = [...(page.jumps ?? []), jump]
    return true
  }

  /** The entries of a list, each with an id of its own; by their names in the file, so that conditions find them. */
  parts(
    where: ImportPlace,
    what: string,
    sources: readonly { name: string; text: LocalText }[],
  ): { parts: Part[]; idOf: Map<string, string> } {
    const keys = newOptionKeys()
    const idOf = new Map<string, string>()
    const parts: Part[] = []
    for (const { name, text } of sources) {
      if (parts.length >= SURVEY_LIMITS.parts) {
        this.note({ ...where, part: name }, what, 'too_many', textIn(text, this.languages[0] ?? '', ''))
        continue
      }
      const { id, made } = keys.take(name)
      if (made && name) this.note({ ...where, part: name }, what, 'renamed', `${name} → ${id}`)
      if (!idOf.has(name)) idOf.set(name, id)
      parts.push({ id, text })
    }
    return { parts, idOf }
  }

  finish(factorModel: SurveyDefinition['factorModel']): ImportedSurvey {
    const languages = this.languages.length > 0 ? this.languages : ['en']
    const [defaultLanguage = 'en'] = languages
    const definition: SurveyDefinition = {
      title: Object.keys(this.title).length > 0 ? this.title : onlyLanguages(standardWords.title, languages),
      languages,
      defaultLanguage,
      factorModel,
      welcome: this.welcome,
      thanks: this.thanks,
      pages: this.pages.map(({ number: _number, ...page }) => page),
    }
    return { definition, report: this.report, pictures: this.pictures }
  }

  #fits(value: unknown): boolean {
    const size = JSON.stringify(value).length
    if (this.#size + size > SIZE) return false
    this.#size += size
    return true
  }
}
