import type { Language, LocalText } from '../../../local-text.ts'
import { onlyLanguages } from '../../../local-text.ts'
import { SURVEY_LIMITS } from '../../limits.ts'
import type { PartOrder, Question } from '../../question.ts'
import type { DraftPage, ImportDraft, SourceText } from '../draft.ts'
import type { Value } from '../expression.ts'
import type { Reference } from '../references.ts'
import type { ImportPlace, ImportReason } from '../report.ts'
import { standardWords } from '../words.ts'
import type { LimeEntry, LimeQuestion } from './tables.ts'

/** One LimeSurvey file on its way into a draft. */
export interface Conversion {
  readonly draft: ImportDraft
  readonly language: Language
  /** By the name of the variable: `Q1`, `Q1_SQ001`. */
  readonly references: Map<string, Reference>
}

/** A question of the file, with where it stands. */
export interface Asked {
  readonly source: LimeQuestion
  readonly page: DraftPage
  readonly where: ImportPlace
}

export function standard({ draft }: Conversion, words: LocalText): LocalText {
  return onlyLanguages(words, draft.languages)
}

export function say(
  { draft, language }: Conversion,
  where: ImportPlace,
  what: string,
  source: SourceText,
  name = '',
): LocalText {
  const text = draft.text(where, what, source)
  return Object.keys(text).length > 0 || name === ''
    ? text
    : { [language]: name.slice(0, SURVEY_LIMITS.text) }
}

/** The part of a question that all kinds have. */
export function baseOf(conversion: Conversion, { source, where }: Asked) {
  const help = say(conversion, where, 'help', source.help)
  if (source.mandatory === 'S') conversion.draft.note(where, 'mandatory', 'made_optional', 'S')
  return {
    id: '',
    text: say(conversion, where, 'question', source.title, source.code),
    ...(Object.keys(help).length > 0 ? { help } : {}),
    required: source.mandatory === 'Y',
  }
}

/** Adds a question and says what became of it; `name` is what equations call it. */
export function add(
  { draft, references }: Conversion,
  { page, where, source }: Asked,
  {
    name = source.code,
    question,
    reason = 'taken_over',
    reference,
  }: {
    name?: string
    question: Question
    /** Null: something else speaks for it. */
    reason?: ImportReason | null
    reference?: Omit<Reference, 'question'>
  },
): string | null {
  const id = draft.addQuestion(page, where, name, question)
  if (id === null) return null
  if (!references.has(name)) references.set(name, { ...reference, question: id })
  if (reason) draft.note(where, typeName(source), reason, question.kind)
  return id
}

export const typeName = ({ type }: LimeQuestion) => `type ${type || '?'}`

/** The entries of a list as parts, and which part an entry's code is. */
export function listOf(
  conversion: Conversion,
  where: ImportPlace,
  what: string,
  entries: readonly LimeEntry[],
) {
  for (const { code, relevance } of entries)
    if (isRule(relevance))
      conversion.draft.note({ ...where, part: code }, 'relevance', 'condition', relevance)
  const sources = entries.map(({ code, text }) => ({
    name: code,
    text: say(conversion, { ...where, part: code }, what, text, code),
  }))
  const { parts, idOf } = conversion.draft.parts(where, what, sources)
  return { parts, idOf, value: (value: Value) => idOf.get(String(value)) }
}

/** Anything but "always". */
export function isRule(relevance: string): boolean {
  return !/^\s*(1|\(?\s*1\s*\)?)?\s*$/.test(relevance)
}

export function orderOf({ draft }: Conversion, { source, where }: Asked): PartOrder {
  const { attributes } = source
  const order = attributes.take('answer_order')
  const randomised = [
    attributes.flag('random_order'),
    /^random/.test(order),
    /^random/.test(attributes.take('subquestion_order')),
  ]
  if (randomised.some(Boolean)) return 'random'
  if (attributes.flag('alphasort') || /^alpha/.test(order))
    draft.note(where, 'alphasort', 'order_fixed', order)
  return 'fixed'
}

/** The label of "other", where it is offered. */
export function otherOf(conversion: Conversion, { source, where }: Asked): { other?: LocalText } {
  const own = say(
    conversion,
    where,
    'other_replace_text',
    source.attributes.text('other_replace_text', conversion.language),
  )
  source.attributes.take('other_numbers_only')
  source.attributes.take('other_comment_mandatory')
  if (!source.other) return {}
  return { other: Object.keys(own).length > 0 ? own : standard(conversion, standardWords.other) }
}

/** Words of one's own beside a choice, which are a question of their own here. */
export function addComment(conversion: Conversion, asked: Asked, name: string): string[] {
  conversion.draft.note(asked.where, typeName(asked.source), 'split', 'text')
  const id = add(conversion, asked, {
    name,
    question: {
      id: '',
      kind: 'text',
      text: standard(conversion, standardWords.comment),
      required: false,
      long: true,
      maxLength: 2_000,
    },
    reason: null,
  })
  return id === null ? [] : [id]
}
