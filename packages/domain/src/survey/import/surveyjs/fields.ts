import { isLocalDate } from '../../../is-local-date.ts'
import { SURVEY_LIMITS } from '../../limits.ts'
import type { Question } from '../../question.ts'
import { fileFamilies } from '../file-families.ts'
import { joinTexts } from '../join-texts.ts'
import { boundWithin, decimalsOf, lineOf, wholeWithin } from '../numbers.ts'
import { standardWords } from '../words.ts'
import { addComment } from './choices.ts'
import type { Conversion, Element } from './conversion.ts'
import { add, baseOf, nameText, read, standard } from './conversion.ts'
import { noteLeftOver, written } from './left-over.ts'
import { isObject, Props } from './props.ts'

const LINE = 500
const PARAGRAPHS = 5_000

/** text: a line, a number, a day, by its input type. */
export function convertText(conversion: Conversion, element: Element): string[] {
  const base = baseOf(conversion, element)
  const { question, exact } = textQuestion(conversion, element, base)
  const id = add(conversion, element, {
    name: element.name,
    question,
    reason: exact ? 'taken_over' : 'other_kind',
  })
  return id === null ? [] : [id, ...addComment(conversion, element)]
}

type Base = ReturnType<typeof baseOf>

function textQuestion(
  conversion: Conversion,
  { props, where }: Pick<Element, 'props' | 'where'>,
  base: Base,
): { question: Question; exact: boolean } {
  const { draft } = conversion
  const input = props.string('inputType') || 'text'
  const mask = props.string('maskType')
  const checks = readChecks(conversion, { props, where })
  switch (mask === 'numeric' || mask === 'currency' ? 'number' : input) {
    case 'number': {
      const step = props.number('step')
      const min = boundWithin(props.number('min') ?? checks.min)
      const max = boundWithin(props.number('max') ?? checks.max)
      const reversed = min !== undefined && max !== undefined && min > max
      if (reversed) draft.note(where, 'min', 'malformed', `${min} > ${max}`)
      return {
        exact: true,
        question: {
          ...base,
          kind: 'number',
          ...(min === undefined || reversed ? {} : { min }),
          ...(max === undefined || reversed ? {} : { max }),
          decimals: step === undefined ? SURVEY_LIMITS.decimals : decimalsOf(step),
        },
      }
    }
    case 'range': {
      const line = lineOf(props.number('min') ?? 0, props.number('max') ?? 100, props.number('step') ?? 1)
      const ends = {
        low: standard(conversion, standardWords.low),
        high: standard(conversion, standardWords.high),
      }
      return {
        exact: line !== null,
        question: { ...base, kind: 'slider', ...(line ?? { min: 0, max: 100, step: 1 }), ...ends },
      }
    }
    case 'date': {
      const earliest = dayOf(props.string('min'))
      const latest = dayOf(props.string('max'))
      const reversed = earliest !== undefined && latest !== undefined && earliest > latest
      return {
        exact: true,
        question: {
          ...base,
          kind: 'date',
          ...(earliest === undefined || reversed ? {} : { earliest }),
          ...(latest === undefined || reversed ? {} : { latest }),
        },
      }
    }
    default: {
      const most = props.number('maxLength')
      const maxLength = lengthWithin(most !== undefined && most > 0 ? most : checks.maxLength, LINE)
      return {
        exact: input === 'text' && mask === '',
        question: { ...base, kind: 'text', long: false, maxLength },
      }
    }
  }
}

function dayOf(text: string): string | undefined {
  return isLocalDate(text.slice(0, 10)) ? text.slice(0, 10) : undefined
}

function lengthWithin(length: number | undefined, usual: number): number {
  return length === undefined || length < 1 ? usual : wholeWithin(length, 1, SURVEY_LIMITS.answer)
}

/** Validators that are settings here; the others are checks that nothing here makes. */
function readChecks({ draft }: Conversion, { props, where }: Pick<Element, 'props' | 'where'>) {
  const found: { min?: number; max?: number; maxLength?: number } = {}
  for (const validator of props.list('validators')) {
    const check = isObject(validator) ? new Props(validator) : null
    const type = check?.string('type') ?? ''
    const max = check?.number('maxLength', 'maxValue')
    const min = check?.number('minValue')
    if (type === 'numeric' && check) {
      if (min !== undefined) found.min = min
      if (max !== undefined) found.max = max
    } else if (type === 'text' && max !== undefined && max > 0 && !check?.has('minLength'))
      found.maxLength = max
    else draft.note(where, 'validators', 'check', written(validator))
  }
  return found
}

export function convertComment(conversion: Conversion, element: Element): string[] {
  const base = baseOf(conversion, element)
  const checks = readChecks(conversion, element)
  const most = element.props.number('maxLength')
  const maxLength = lengthWithin(most !== undefined && most > 0 ? most : checks.maxLength, PARAGRAPHS)
  const id = add(conversion, element, {
    name: element.name,
    question: { ...base, kind: 'text', long: true, maxLength },
  })
  return id === null ? [] : [id]
}

/** multipletext: a question for each of its fields, with its own words before theirs. */
export function convertMultipleText(conversion: Conversion, element: Element): string[] {
  const { props, where, name } = element
  const { draft } = conversion
  const base = baseOf(conversion, element)
  const fields = props.list('items')
  if (fields.length === 0) {
    draft.note(where, 'items', 'empty')
    return []
  }
  draft.note(where, element.type, 'split', String(fields.length))
  return fields.flatMap(field => {
    if (!isObject(field)) {
      draft.note(where, 'items', 'malformed', written(field))
      return []
    }
    const own = new Props(field)
    const part = own.string('name')
    const place = { ...where, part }
    const title = read(conversion, place, own, 'title')
    const label = Object.keys(title).length > 0 ? title : nameText(conversion, part)
    const { question } = textQuestion(
      conversion,
      { props: own, where: place },
      { ...base, text: joinTexts(base.text, label), required: base.required || own.flag('isRequired') },
    )
    noteLeftOver(draft, place, own)
    const id = add(
      conversion,
      { ...element, where: place },
      { name: `${name}.${part}`, question, reason: null },
    )
    return id === null ? [] : [id]
  })
}

export function convertFile(conversion: Conversion, element: Element): string[] {
  const { props, where, name } = element
  const { draft } = conversion
  const base = baseOf(conversion, element)
  const bytes = props.number('maxSize') ?? 0
  const accepted = props.string('acceptedTypes')
  const files = props.flag('allowMultiple') ? SURVEY_LIMITS.files : 1
  const wanted = bytes > 0 ? Math.max(1, Math.ceil(bytes / 1_000_000)) : 10
  const maxMegabytes = Math.min(wanted, SURVEY_LIMITS.megabytes)
  if (wanted > maxMegabytes) draft.note(where, 'maxSize', 'bounded', `${wanted} MB → ${maxMegabytes} MB`)
  props.take('acceptedCategories', 'sourceType')
  const id = add(conversion, element, {
    name,
    question: { ...base, kind: 'upload', accept: fileFamilies(accepted), maxFiles: files, maxMegabytes },
  })
  return id === null ? [] : [id]
}

export function convertHtml(conversion: Conversion, element: Element): string[] {
  const { props, where, name } = element
  const title = read(conversion, where, props, 'title')
  const words = read(conversion, where, props, 'html')
  const text = Object.keys(words).length > 0 ? words : title
  if (Object.keys(text).length === 0) {
    conversion.draft.note(where, element.type, 'empty')
    return []
  }
  const id = add(conversion, element, {
    name,
    question: { id: '', kind: 'statement', text, required: false },
  })
  return id === null ? [] : [id]
}
