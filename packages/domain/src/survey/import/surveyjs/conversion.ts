import type { Language, LocalText } from '../../../local-text.ts'
import { onlyLanguages } from '../../../local-text.ts'
import type { Question } from '../../question.ts'
import type { DraftPage, ImportDraft } from '../draft.ts'
import type { Reference } from '../references.ts'
import type { ImportPlace, ImportReason } from '../report.ts'
import type { Props } from './props.ts'
import { sourceText } from './props.ts'

/** A condition of the file that waits until every question is there. */
export interface PendingRule {
  where: ImportPlace
  what: string
  /** All of them must hold. */
  sources: readonly string[]
  target: { questions: readonly string[]; rule: 'showIf' | 'requireIf' } | { page: DraftPage }
}

/** One SurveyJS file on its way into a draft. */
export interface Conversion {
  readonly draft: ImportDraft
  readonly language: Language
  /** By name, in lower case: the file does not heed case. */
  readonly references: Map<string, Reference>
  readonly rules: PendingRule[]
  /** Converts one element, whatever its type: a cell of a table is one, too. */
  readonly convert: (conversion: Conversion, element: Element) => string[]
}

/** An element of the file, with where it stands. */
export interface Element {
  readonly props: Props
  readonly type: string
  readonly name: string
  readonly page: DraftPage
  readonly where: ImportPlace
}

export function read(
  { draft, language }: Conversion,
  where: ImportPlace,
  props: Props,
  ...names: [string, ...string[]]
): LocalText {
  return draft.text(where, names[0], sourceText(props.take(...names), language))
}

export function standard({ draft }: Conversion, words: LocalText): LocalText {
  return onlyLanguages(words, draft.languages)
}

/** The part of a question that all kinds have. An element without a title is asked by its name. */
export function baseOf(conversion: Conversion, { props, where, name }: Element) {
  const title = read(conversion, where, props, 'title')
  const help = read(conversion, where, props, 'description')
  const own = Object.keys(title).length > 0 ? title : nameText(conversion, name)
  return {
    id: '',
    text: own,
    ...(Object.keys(help).length > 0 ? { help } : {}),
    required: props.flag('isRequired'),
  }
}

export function nameText({ draft, language }: Conversion, name: string): LocalText {
  return draft.text({}, 'name', name ? [[language, name]] : [])
}

/** Adds a question and says what became of its element; `name` is what conditions call it. */
export function add(
  { draft, references }: Conversion,
  { page, where, type }: Pick<Element, 'page' | 'where' | 'type'>,
  {
    name,
    question,
    reason = 'taken_over',
    reference,
  }: {
    name: string
    question: Question
    /** Null: something else speaks for it. */
    reason?: ImportReason | null
    reference?: Omit<Reference, 'question'>
  },
): string | null {
  const id = draft.addQuestion(page, where, name, question)
  if (id === null) return null
  const variable = name.toLowerCase()
  if (!references.has(variable)) references.set(variable, { ...reference, question: id })
  if (reason) draft.note(where, type, reason, question.kind)
  return id
}
