import type { DraftPage } from '../draft.ts'
import type { ImportPlace } from '../report.ts'
import { convertChoice, convertPicture, convertRanking } from './choices.ts'
import type { Conversion, Element } from './conversion.ts'
import { add, read } from './conversion.ts'
import { convertComment, convertFile, convertHtml, convertMultipleText, convertText } from './fields.ts'
import { noteLeftOver, written } from './left-over.ts'
import { convertCells, convertMatrix } from './matrices.ts'
import { isObject, Props } from './props.ts'
import { convertBoolean, convertRating, convertSlider } from './scales.ts'

/** How each type becomes questions; their ids, none where it is left out. */
const converters: Readonly<Record<string, (conversion: Conversion, element: Element) => string[]>> = {
  text: convertText,
  comment: convertComment,
  radiogroup: convertChoice,
  buttongroup: convertChoice,
  dropdown: convertChoice,
  checkbox: convertChoice,
  tagbox: convertChoice,
  rating: convertRating,
  ranking: convertRanking,
  sortablelist: convertRanking,
  imagepicker: convertPicture,
  boolean: convertBoolean,
  slider: convertSlider,
  nouislider: convertSlider,
  matrix: convertMatrix,
  matrixdropdown: convertCells,
  matrixdynamic: convertCells,
  multipletext: convertMultipleText,
  file: convertFile,
  html: convertHtml,
}

/** Types that are known, and why nothing is made of them. */
const without: Readonly<Record<string, 'computed' | 'picture' | 'no_counterpart'>> = {
  expression: 'computed',
  image: 'picture',
  signaturepad: 'no_counterpart',
  microphone: 'no_counterpart',
  'image-map': 'no_counterpart',
  imagemap: 'no_counterpart',
  empty: 'no_counterpart',
  linkvalue: 'no_counterpart',
}

/** The elements of a page or panel, in their order; the ids of the questions that they became. */
export function convertElements(
  conversion: Conversion,
  page: DraftPage,
  elements: readonly unknown[],
): string[] {
  const place: ImportPlace = { page: page.number }
  return elements.flatMap(one => {
    if (conversion.draft.isFull) {
      conversion.draft.note({ ...place, ...named(one) }, 'question', 'too_many')
      return []
    }
    if (!isObject(one)) {
      conversion.draft.note(place, 'elements', 'malformed', written(one))
      return []
    }
    const props = new Props(one)
    const name = props.string('name')
    const type = props.string('type') || (props.has('elements') ? 'panel' : '')
    props.take('valueName')
    if (type === '') {
      conversion.draft.note({ ...place, question: name }, 'type', 'malformed', written(one))
      return []
    }
    return convertElement(conversion, { props, name, type, page, where: { ...place, question: name } })
  })
}

/** What a question is called that nothing is made of. */
function named(one: unknown): { question?: string } {
  const name = isObject(one) && Object.hasOwn(one, 'name') ? one.name : undefined
  return typeof name === 'string' ? { question: name } : {}
}

export function convertElement(conversion: Conversion, element: Element): string[] {
  const { props, where, type } = element
  const { draft } = conversion
  if (props.take('visible') === false && !props.has('visibleIf')) {
    draft.note(where, type, 'hidden', type)
    return []
  }
  if (type === 'panel' || type === 'paneldynamic' || type === 'flowpanel')
    return convertPanel(conversion, element)
  const converter = Object.hasOwn(converters, type) ? converters[type] : undefined
  if (!converter) {
    const known = Object.hasOwn(without, type) ? without[type] : undefined
    draft.note(where, type, known ?? 'unknown_kind', type)
    return []
  }
  const ids = converter(conversion, element)
  props.take('requiredErrorText', 'locale')
  takeRules(conversion, element, ids)
  noteLeftOver(draft, where, props)
  return ids
}

function takeRules({ rules, draft }: Conversion, { props, where }: Element, ids: readonly string[]): void {
  for (const [what, rule] of [
    ['visibleIf', 'showIf'],
    ['requiredIf', 'requireIf'],
  ] as const) {
    const source = props.string(what)
    if (!source) continue
    if (ids.length === 0) draft.note(where, what, 'condition', source)
    else rules.push({ where, what, sources: [source], target: { questions: ids, rule } })
  }
}

/** A group within a page: its title stands as words before its questions. One that repeats is asked once. */
function convertPanel(conversion: Conversion, element: Element): string[] {
  const { props, where, type, name, page } = element
  const { draft, rules } = conversion
  const title = read(conversion, where, props, 'title')
  const description = read(conversion, where, props, 'description')
  const inner = props.list('elements', 'templateElements')
  const repeats = type === 'paneldynamic'
  props.take('panelCount', 'minPanelCount', 'maxPanelCount', 'isRequired', 'confirmDelete', 'noEntriesText')
  const heading = Object.keys(title).length > 0 ? title : description
  const ids: string[] = []
  if (Object.keys(heading).length > 0) {
    const help = heading === title && Object.keys(description).length > 0 ? { help: description } : {}
    const id = add(conversion, element, {
      name,
      question: { id: '', kind: 'statement', text: heading, ...help, required: false },
      reason: null,
    })
    if (id !== null) ids.push(id)
  }
  draft.note(where, type, repeats ? 'asked_once' : 'dissolved')
  const before = rules.length
  ids.push(...convertElements(conversion, page, inner))
  const source = props.string('visibleIf')
  props.take('requiredIf')
  if (source) inherit(conversion, element, { source, ids, before })
  noteLeftOver(draft, where, props)
  return ids
}

/** What a panel's condition says holds for each question in it, beside the question's own. */
function inherit(
  { rules }: Conversion,
  { where }: Element,
  { source, ids, before }: { source: string; ids: readonly string[]; before: number },
): void {
  const bound = new Set<string>()
  for (const [at, rule] of rules.entries()) {
    if (at < before || !('questions' in rule.target) || rule.target.rule !== 'showIf') continue
    rules[at] = { ...rule, sources: [source, ...rule.sources] }
    for (const id of rule.target.questions) bound.add(id)
  }
  const free = ids.filter(id => !bound.has(id))
  if (free.length > 0)
    rules.push({ where, what: 'visibleIf', sources: [source], target: { questions: free, rule: 'showIf' } })
}
