import type { LocalText } from '../../../local-text.ts'
import { SURVEY_LIMITS } from '../../limits.ts'
import type { Option, PartOrder, PictureOption, Question } from '../../question.ts'
import { NONE, OTHER } from '../../question.ts'
import type { Value } from '../expression.ts'
import type { ImportPlace } from '../report.ts'
import { standardWords } from '../words.ts'
import type { Conversion, Element } from './conversion.ts'
import { add, baseOf, nameText, read, standard } from './conversion.ts'
import { noteLeftOver, written } from './left-over.ts'
import { isObject, Props } from './props.ts'

/** The entries of a list as the file holds them: values alone, or values with texts. */
export function readItems(
  conversion: Conversion,
  where: ImportPlace,
  what: string,
  items: readonly unknown[],
): { name: string; text: LocalText; props: Props | null }[] {
  const { draft } = conversion
  const found: { name: string; text: LocalText; props: Props | null }[] = []
  for (const item of items.slice(0, SURVEY_LIMITS.parts * 5)) {
    if (!isObject(item)) {
      if (typeof item === 'object' || item === undefined) draft.note(where, what, 'malformed', written(item))
      else found.push({ name: String(item), text: nameText(conversion, String(item)), props: null })
      continue
    }
    const props = new Props(item)
    const value = props.take('value', 'name')
    const name = isObject(value) || Array.isArray(value) ? written(value) : String(value ?? '')
    const place = { ...where, part: name }
    const text = read(conversion, place, props, 'text', 'title')
    found.push({ name, text: Object.keys(text).length > 0 ? text : nameText(conversion, name), props })
  }
  if (items.length > found.length && items.length > SURVEY_LIMITS.parts * 5)
    draft.note(where, what, 'too_many', String(items.length))
  return found
}

/** The options of a choice with all that stands beside them; answers find theirs by the values of the file. */
export function readOptions(conversion: Conversion, element: Element) {
  const { draft } = conversion
  const { props, where } = element
  const items = sorted(readItems(conversion, where, 'choices', props.list('choices')), element, conversion)
  const extra = specialOptions(conversion, element)
  const { parts, idOf } = draft.parts(where, 'choices', [...items, ...extra])
  for (const item of items) if (item.props) noteOption(conversion, { ...where, part: item.name }, item.props)
  const special = new Set(extra.map(({ name }) => idOf.get(name)))
  const options: Option[] = parts.map(part => (special.has(part.id) ? { ...part, exclusive: true } : part))
  const other = takeLabel(
    conversion,
    element,
    ['hasOther', 'showOtherItem'],
    'otherText',
    standardWords.other,
  )
  const none = takeLabel(conversion, element, ['hasNone', 'showNoneItem'], 'noneText', standardWords.none)
  props.take('otherPlaceHolder', 'otherPlaceholder', 'otherErrorText', 'storeOthersAsComment')
  return {
    options,
    order: orderOf(props),
    ...(other ? { other } : {}),
    ...(none ? { none } : {}),
    items,
    value: (value: Value) => {
      const name = String(value)
      if (other && name === 'other') return OTHER
      if (none && name === 'none') return NONE
      return idOf.get(name)
    },
  }
}

function noteOption({ draft }: Conversion, where: ImportPlace, props: Props): void {
  props.take('imageLink', 'locale')
  noteLeftOver(draft, where, props)
}

function orderOf(props: Props): PartOrder {
  return props.string('choicesOrder') === 'random' ? 'random' : 'fixed'
}

function sorted<Item extends { name: string; text: LocalText }>(
  items: Item[],
  { props, where }: Element,
  { draft, language }: Conversion,
): Item[] {
  const order = props.take('choicesOrder')
  if (order !== 'asc' && order !== 'desc') return items
  draft.note(where, 'choicesOrder', 'order_fixed', order)
  const sign = order === 'asc' ? 1 : -1
  const words = ({ text, name }: Item) => text[language] ?? name
  return items.toSorted((a, b) => sign * words(a).localeCompare(words(b), language))
}

function specialOptions(
  conversion: Conversion,
  { props, where }: Element,
): { name: string; text: LocalText }[] {
  const kinds = [
    { flag: 'showRefuseItem', label: 'refuseText', name: 'refused', words: standardWords.refuse },
    { flag: 'showDontKnowItem', label: 'dontKnowText', name: 'dontknow', words: standardWords.doNotKnow },
  ]
  return kinds.flatMap(({ flag, label, name, words }) => {
    const own = read(conversion, where, props, label)
    if (!props.flag(flag)) return []
    conversion.draft.note(where, flag, 'made_option')
    return [{ name, text: Object.keys(own).length > 0 ? own : standard(conversion, words) }]
  })
}

function takeLabel(
  conversion: Conversion,
  { props, where }: Element,
  flags: readonly string[],
  label: string,
  words: LocalText,
): LocalText | null {
  const own = read(conversion, where, props, label)
  if (!props.flag(...flags)) return null
  const text = Object.keys(own).length > 0 ? own : standard(conversion, words)
  return text
}

/** `hasComment`: words of one's own beside the choice, which are a question of their own here. */
export function addComment(conversion: Conversion, element: Element): string[] {
  const { props, where, name } = element
  const label = read(conversion, where, props, 'commentText')
  props.take('commentPlaceholder', 'commentPlaceHolder')
  if (!props.flag('hasComment', 'showCommentArea')) return []
  conversion.draft.note(where, 'showCommentArea', 'split', 'text')
  const text = Object.keys(label).length > 0 ? label : standard(conversion, standardWords.comment)
  const id = add(conversion, element, {
    name: `${name}-Comment`,
    question: { id: '', kind: 'text', text, required: false, long: true, maxLength: 2_000 },
    reason: null,
  })
  return id === null ? [] : [id]
}

/** radiogroup, dropdown, checkbox, tagbox, buttongroup: one question with options. */
export function convertChoice(conversion: Conversion, element: Element): string[] {
  const { props, type, where, name } = element
  const { draft } = conversion
  const base = baseOf(conversion, element)
  const { items: _items, value, ...choice } = readOptions(conversion, element)
  const several = type === 'checkbox' || type === 'tagbox'
  const bounds = several
    ? countBounds(conversion, element, choice.options.length + (choice.other ? 1 : 0))
    : {}
  const kind = several ? 'choices' : type === 'dropdown' ? 'dropdown' : 'choice'
  if (choice.options.length === 0 && !choice.other) draft.note(where, 'choices', 'empty')
  if (props.flag('hasSelectAll', 'showSelectAllItem'))
    draft.note(where, 'showSelectAllItem', 'no_counterpart')
  props.take('selectAllText')
  const question: Question =
    kind === 'choices' ? { ...base, kind, ...choice, ...bounds } : { ...base, kind, ...choice }
  const id = add(conversion, element, {
    name,
    question,
    reason: type === 'tagbox' || type === 'buttongroup' ? 'other_kind' : 'taken_over',
    reference: { value },
  })
  return id === null ? [] : [id, ...addComment(conversion, element)]
}

function countBounds({ draft }: Conversion, { props, where }: Element, most: number) {
  const read = (name: string) => {
    const count = props.number(name)
    if (count === undefined || count <= 0) return undefined
    const within = Math.max(1, Math.min(Math.round(count), most, SURVEY_LIMITS.parts))
    if (within !== count) draft.note(where, name, 'bounded', `${count} → ${within}`)
    return within
  }
  const atLeast = read('minSelectedChoices')
  const atMost = read('maxSelectedChoices')
  if (atLeast !== undefined && atMost !== undefined && atLeast > atMost) {
    draft.note(where, 'minSelectedChoices', 'malformed', `${atLeast} > ${atMost}`)
    return { atMost }
  }
  return { ...(atLeast === undefined ? {} : { atLeast }), ...(atMost === undefined ? {} : { atMost }) }
}

export function convertRanking(conversion: Conversion, element: Element): string[] {
  const { props, where, name } = element
  const base = baseOf(conversion, element)
  const { options, order, value } = readOptions(conversion, element)
  const most = props.number('maxSelectedChoices')
  const picks = props.flag('selectToRankEnabled')
  const top = picks && most !== undefined && most >= 1 && most < options.length ? Math.round(most) : undefined
  props.take('minSelectedChoices', 'selectToRankAreasLayout', 'selectToRankEmptyRankedAreaText', 'longTap')
  if (options.length === 0) conversion.draft.note(where, 'choices', 'empty')
  const id = add(conversion, element, {
    name,
    question: {
      ...base,
      kind: 'ranking',
      options: options.map(({ exclusive: _alone, ...part }) => part),
      order,
      ...(top === undefined ? {} : { top }),
    },
    reference: { value },
  })
  return id === null ? [] : [id, ...addComment(conversion, element)]
}

const EMBEDDED = /^data:image\/(png|jpeg|gif|webp);base64,[A-Za-z0-9+/=\s]+$/

export function convertPicture(conversion: Conversion, element: Element): string[] {
  const { props, where, name } = element
  const { draft } = conversion
  const base = baseOf(conversion, element)
  const links = new Map(
    props.list('choices').flatMap(item => {
      const choice = isObject(item) ? new Props(item) : null
      const link = choice?.take('imageLink')
      const address = isObject(link) ? new Props(link).take('default', ...Object.keys(link)) : link
      return choice && typeof address === 'string' ? [[String(choice.take('value')), address] as const] : []
    }),
  )
  const { options, order, value, items } = readOptions(conversion, element)
  const pictured: PictureOption[] = options.map(({ exclusive: _alone, ...part }, at) => {
    const link = links.get(items[at]?.name ?? '')
    if (link === undefined) return { ...part, picture: null }
    if (!EMBEDDED.test(link)) {
      draft.note({ ...where, part: items[at]?.name ?? '' }, 'imageLink', 'external', link)
      return { ...part, picture: null }
    }
    const id = `import-${draft.pictures.size + 1}`
    draft.pictures.set(id, link.replace(/\s+/g, ''))
    return { ...part, picture: id }
  })
  const id = add(conversion, element, {
    name,
    question: { ...base, kind: 'picture', options: pictured, order, several: props.flag('multiSelect') },
    reference: { value },
  })
  return id === null ? [] : [id]
}
