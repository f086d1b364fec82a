import type { Language } from '../../../local-text.ts'
import type { SurveyDefinition } from '../../definition.ts'
import { pipeText } from '../../logic/pipe.ts'
import { testableOf } from '../../logic/testable.ts'
import type { ImportedSurvey } from '../draft.ts'
import { ImportDraft } from '../draft.ts'
import { languageTag, surveyLanguages } from '../languages.ts'
import type { Conversion } from './conversion.ts'
import { read } from './conversion.ts'
import { convertElement, convertElements } from './elements.ts'
import { noteLeftOver, written } from './left-over.ts'
import type { JsonObject } from './props.ts'
import { isObject, Props, sourceText } from './props.ts'
import { convertTriggers, settleRules } from './rules.ts'

/**
 * A survey of SurveyJS (its JSON) as one of ours, with a report of everything that became something else or was left out.
 * Nothing of the file is carried out or fetched. Never throws, whatever the object holds.
 *
 * @param json no deeper than the caller lets it be: elements are read as deep as they are nested
 * @example convertSurveyJs({ elements: [{ type: 'comment', name: 'why' }] }, model).definition.pages[0].questions[0].kind // 'text'
 */
export function convertSurveyJs(
  json: JsonObject,
  factorModel: SurveyDefinition['factorModel'],
): ImportedSurvey {
  const props = new Props(json)
  const language = languageTag(props.string('locale')) ?? 'en'
  const { languages, refused } = surveyLanguages([language, ...languagesIn(json)])
  const draft = new ImportDraft(languages)
  const conversion: Conversion = {
    draft,
    language,
    references: new Map(),
    rules: [],
    convert: convertElement,
  }
  draft.fill = name => placeFor(conversion, name)
  for (const name of refused) draft.note({}, 'locale', 'language', name)

  draft.title = read(conversion, {}, props, 'title')
  draft.welcome = read(conversion, {}, props, 'description')
  for (const [at, page] of pagesOf(props).entries()) convertPage(conversion, page, at)
  draft.thanks = read(conversion, {}, props, 'completedHtml')
  settleRules(conversion)
  convertTriggers(conversion, props.list('triggers'))
  for (const value of props.list('calculatedValues'))
    draft.note({}, 'calculatedValues', 'computed', written(value))
  for (const value of props.list('completedHtmlOnCondition'))
    draft.note({}, 'completedHtmlOnCondition', 'automation', written(value))
  props.take('$schema', 'supportedLanguages', 'surveyId', 'surveyPostId')
  noteLeftOver(draft, {}, props)
  return draft.finish(factorModel)
}

/** Elements may stand in pages, or at the top without any. */
function pagesOf(props: Props): readonly unknown[] {
  const pages = props.list('pages')
  const loose = props.list('elements', 'questions')
  return loose.length > 0 ? [...pages, { elements: loose }] : pages
}

function convertPage(conversion: Conversion, source: unknown, at: number): void {
  const { draft, rules, language } = conversion
  const where = { page: at + 1 }
  if (!isObject(source)) {
    draft.note(where, 'pages', 'malformed', written(source))
    return
  }
  const props = new Props(source)
  const name = props.string('name')
  if (props.take('visible') === false && !props.has('visibleIf')) {
    draft.note(where, 'page', 'hidden', name)
    return
  }
  const title = read(conversion, where, props, 'title', 'navigationTitle')
  const intro = read(conversion, where, props, 'description', 'navigationDescription')
  const page = draft.addPage(where, name, {
    title: Object.keys(title).length > 0 ? title : draft.text(where, 'name', sourceText(name, language)),
    intro,
  })
  if (!page) return
  const elements = [...props.list('elements'), ...props.list('questions')]
  const ids = convertElements(conversion, page, elements)
  if (ids.length === 0 && elements.length > 0) draft.note(where, 'page', 'empty', name)
  const visibleIf = props.string('visibleIf')
  if (visibleIf) rules.push({ where, what: 'visibleIf', sources: [visibleIf], target: { page } })
  noteLeftOver(draft, where, props)
}

/** A place for an answer in a text. */
function placeFor({ draft, references }: Conversion, name: string): string | null {
  const reference = references.get(name.toLowerCase())
  const question = reference && draft.question(reference.question)
  if (!reference || !question) return null
  const { part } = reference
  const testable = testableOf(question, part)
  if (testable === null || testable.kind === 'presence') return null
  return pipeText(part === undefined ? { question: question.id } : { question: question.id, part }, '')
}

const TEXTS = /title|text|html|description|label|name$/i

/** Every language in which a text of the file is written. Walks without recursion, so depth does not matter. */
function languagesIn(json: JsonObject): Set<string> {
  const found = new Set<Language>()
  const waiting: unknown[] = [json]
  while (waiting.length > 0) {
    const value = waiting.pop()
    if (Array.isArray(value)) for (const one of value) waiting.push(one)
    else if (isObject(value))
      for (const name of Object.keys(value)) {
        const inner = value[name]
        if (typeof inner !== 'object' || inner === null) continue
        if (TEXTS.test(name) && isObject(inner) && isTexts(inner))
          for (const language of Object.keys(inner)) if (language !== 'default') found.add(language)
        waiting.push(inner)
      }
  }
  return found
}

function isTexts(value: JsonObject): boolean {
  const names = Object.keys(value)
  return (
    names.length > 0 &&
    names.every(name => typeof value[name] === 'string' && (name === 'default' || languageTag(name) !== null))
  )
}
