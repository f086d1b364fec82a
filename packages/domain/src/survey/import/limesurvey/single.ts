import { isLocalDate } from '../../../is-local-date.ts'
import { SURVEY_LIMITS } from '../../limits.ts'
import type { Option } from '../../question.ts'
import { OTHER } from '../../question.ts'
import { fileFamilies } from '../file-families.ts'
import { boundWithin, wholeWithin } from '../numbers.ts'
import { standardWords } from '../words.ts'
import type { Asked, Conversion } from './conversion.ts'
import { add, addComment, baseOf, listOf, orderOf, otherOf, say, standard, typeName } from './conversion.ts'

/** L, !, O and their kin: one of several answers; O with words beside it. */
export function convertList(conversion: Conversion, asked: Asked): string[] {
  const { source, where } = asked
  const base = baseOf(conversion, asked)
  const { parts, value } = listOf(conversion, where, 'answer', source.scales[0])
  const other = otherOf(conversion, asked)
  source.attributes.take('category_separator')
  if (parts.length === 0) conversion.draft.note(where, 'answers', 'empty')
  const kind = source.type === '!' ? 'dropdown' : 'choice'
  const id = add(conversion, asked, {
    question: { ...base, kind, options: parts, order: orderOf(conversion, asked), ...other },
    reference: { value: said => (said === '-oth-' && other.other ? OTHER : value(said)) },
  })
  if (id === null) return []
  return source.type === 'O' ? [id, ...addComment(conversion, asked, `${source.code}_comment`)] : [id]
}

/** M, P: several of its subquestions; P with words beside them. */
export function convertMultiple(conversion: Conversion, asked: Asked): string[] {
  const { source, where } = asked
  const { draft, references } = conversion
  const base = baseOf(conversion, asked)
  const { parts, idOf, value } = listOf(conversion, where, 'subquestion', source.axes[0])
  const alone = new Set(
    source.attributes
      .take('exclude_all_others')
      .split(/[;,]/)
      .map(code => idOf.get(code.trim())),
  )
  const options: Option[] = parts.map(part => (alone.has(part.id) ? { ...part, exclusive: true } : part))
  const other = otherOf(conversion, asked)
  const most = options.filter(({ exclusive }) => !exclusive).length + (other.other ? 1 : 0)
  const bounds = boundsOf(conversion, asked, most)
  if (parts.length === 0) draft.note(where, 'subquestions', 'empty')
  const id = add(conversion, asked, {
    question: { ...base, kind: 'choices', options, order: orderOf(conversion, asked), ...other, ...bounds },
    reference: { value },
  })
  if (id === null) return []
  for (const [code, option] of idOf)
    references.set(`${source.code}_${code}`, { question: id, member: option })
  return source.type === 'P' ? [id, ...addComment(conversion, asked, `${source.code}_comment`)] : [id]
}

/** How many may be chosen or ranked. */
function boundsOf({ draft }: Conversion, { source, where }: Asked, most: number) {
  const read = (name: string) => {
    const written = source.attributes.take(name)
    if (written === '') return undefined
    const count = Number(written)
    if (!Number.isFinite(count)) draft.note(where, name, 'computed', written)
    if (!Number.isFinite(count) || count < 1 || most < 1) return undefined
    const within = wholeWithin(count, 1, Math.min(most, SURVEY_LIMITS.parts))
    if (within !== count) draft.note(where, name, 'bounded', `${written} → ${within}`)
    return within
  }
  const atLeast = read('min_answers')
  const atMost = read('max_answers')
  const reversed = atLeast !== undefined && atMost !== undefined && atLeast > atMost
  if (reversed) draft.note(where, 'min_answers', 'malformed', `${atLeast} > ${atMost}`)
  return {
    ...(atLeast === undefined || reversed ? {} : { atLeast }),
    ...(atMost === undefined ? {} : { atMost }),
  }
}

/** R: the best first. */
export function convertRanking(conversion: Conversion, asked: Asked): string[] {
  const { source, where } = asked
  const base = baseOf(conversion, asked)
  const [answers] = source.scales
  const { parts, value } = listOf(conversion, where, 'answer', answers.length > 0 ? answers : source.axes[0])
  const { atLeast, atMost } = boundsOf(conversion, asked, parts.length)
  if (atLeast !== undefined) conversion.draft.note(where, 'min_answers', 'no_counterpart', String(atLeast))
  const id = add(conversion, asked, {
    question: {
      ...base,
      kind: 'ranking',
      options: parts,
      order: orderOf(conversion, asked),
      ...(atMost !== undefined && atMost < parts.length ? { top: atMost } : {}),
    },
    reference: { value },
  })
  return id === null ? [] : [id]
}

/** 5: a scale of five points without names. */
export function convertFivePoints(conversion: Conversion, asked: Asked): string[] {
  const id = add(conversion, asked, {
    question: {
      ...baseOf(conversion, asked),
      kind: 'rating',
      points: 5,
      first: 1,
      low: standard(conversion, standardWords.low),
      high: standard(conversion, standardWords.high),
      offerNotApplicable: false,
    },
  })
  return id === null ? [] : [id]
}

/** Y. */
export function convertYesNo(conversion: Conversion, asked: Asked): string[] {
  const id = add(conversion, asked, {
    question: { ...baseOf(conversion, asked), kind: 'yes-no', offerNotApplicable: false },
    reference: { value: said => (said === 'Y' ? 'yes' : said === 'N' ? 'no' : undefined) },
  })
  return id === null ? [] : [id]
}

/** G: female or male. */
export function convertGender(conversion: Conversion, asked: Asked): string[] {
  const id = add(conversion, asked, {
    question: {
      ...baseOf(conversion, asked),
      kind: 'choice',
      options: [
        { id: 'f', text: standard(conversion, standardWords.female) },
        { id: 'm', text: standard(conversion, standardWords.male) },
      ],
      order: 'fixed',
    },
    reason: 'other_kind',
    reference: { value: said => (said === 'F' ? 'f' : said === 'M' ? 'm' : undefined) },
  })
  return id === null ? [] : [id]
}

/** N. */
export function convertNumber(conversion: Conversion, asked: Asked): string[] {
  const unit = say(
    conversion,
    asked.where,
    'suffix',
    asked.source.attributes.text('suffix', conversion.language),
  )
  const id = add(conversion, asked, {
    question: {
      ...baseOf(conversion, asked),
      kind: 'number',
      ...numberBounds(conversion, asked),
      ...(Object.keys(unit).length > 0 ? { unit } : {}),
    },
  })
  return id === null ? [] : [id]
}

/** The bounds of a number, and its decimals. */
export function numberBounds({ draft }: Conversion, { source, where }: Asked) {
  const { attributes } = source
  const read = (name: string) => {
    const written = attributes.take(name)
    const value = written === '' ? undefined : Number(written)
    if (value !== undefined && !Number.isFinite(value)) draft.note(where, name, 'computed', written)
    return value !== undefined && Number.isFinite(value) ? boundWithin(value) : undefined
  }
  const min = read('min_num_value_n')
  const max = read('max_num_value_n')
  const decimals = attributes.flag('num_value_int_only') ? 0 : SURVEY_LIMITS.decimals
  if (min !== undefined && max !== undefined && min > max) {
    draft.note(where, 'min_num_value_n', 'malformed', `${min} > ${max}`)
    return { decimals }
  }
  return { ...(min === undefined ? {} : { min }), ...(max === undefined ? {} : { max }), decimals }
}

const LINE = 500
const PARAGRAPHS = 5_000

/** S, T, U. */
export function convertText(conversion: Conversion, asked: Asked): string[] {
  const { source } = asked
  const long = source.type !== 'S'
  const id = add(conversion, asked, {
    question: {
      ...baseOf(conversion, asked),
      kind: 'text',
      long,
      maxLength: textLength(asked, long ? PARAGRAPHS : LINE),
    },
  })
  return id === null ? [] : [id]
}

export function textLength({ source }: Asked, usual = LINE): number {
  const most = source.attributes.number('maximum_chars')
  return most === undefined || most < 1 ? usual : wholeWithin(most, 1, SURVEY_LIMITS.answer)
}

/** D: a day; a time of day has no like. */
export function convertDate(conversion: Conversion, asked: Asked): string[] {
  const { source, where } = asked
  const { draft } = conversion
  const read = (name: string) => {
    const written = source.attributes.take(name)
    const day = written.slice(0, 10)
    if (isLocalDate(day)) return day
    if (/^\d{4}$/.test(written)) return name === 'date_min' ? `${written}-01-01` : `${written}-12-31`
    if (written) draft.note(where, name, 'computed', written)
    return undefined
  }
  const earliest = read('date_min')
  const latest = read('date_max')
  const timed = /[Hhn:]/.test(source.attributes.take('date_format').replace(/[^Hhn:]/g, ''))
  for (const name of [
    'dropdown_dates',
    'dropdown_dates_minute_step',
    'dropdown_dates_month_style',
    'reverse',
  ])
    source.attributes.take(name)
  const reversed = earliest !== undefined && latest !== undefined && earliest > latest
  if (reversed) draft.note(where, 'date_min', 'malformed', `${earliest} > ${latest}`)
  const id = add(conversion, asked, {
    question: {
      ...baseOf(conversion, asked),
      kind: 'date',
      ...(earliest === undefined || reversed ? {} : { earliest }),
      ...(latest === undefined || reversed ? {} : { latest }),
    },
    reason: timed ? 'other_kind' : 'taken_over',
  })
  return id === null ? [] : [id]
}

/** |: files. */
export function convertUpload(conversion: Conversion, asked: Asked): string[] {
  const { source, where } = asked
  const { draft } = conversion
  const kilobytes = source.attributes.number('max_filesize') ?? 10_240
  const files = source.attributes.number('max_num_of_files') ?? 1
  source.attributes.take('min_num_of_files')
  for (const name of ['show_title', 'show_comment'])
    if (source.attributes.flag(name)) draft.note(where, name, 'no_counterpart')
  const maxMegabytes = wholeWithin(Math.ceil(kilobytes / 1_000), 1, SURVEY_LIMITS.megabytes)
  const maxFiles = wholeWithin(files, 1, SURVEY_LIMITS.files)
  if (maxFiles !== files) draft.note(where, 'max_num_of_files', 'bounded', `${files} → ${maxFiles}`)
  if (kilobytes > SURVEY_LIMITS.megabytes * 1_024)
    draft.note(where, 'max_filesize', 'bounded', `${kilobytes} kB → ${maxMegabytes} MB`)
  const types = source.attributes.take('allowed_filetypes')
  const accept = fileFamilies(
    types
      .split(',')
      .map(one => `.${one.trim()}`)
      .join(' '),
  )
  const id = add(conversion, asked, {
    question: { ...baseOf(conversion, asked), kind: 'upload', accept, maxFiles, maxMegabytes },
  })
  return id === null ? [] : [id]
}

/** X: words between questions. */
export function convertStatement(conversion: Conversion, asked: Asked): string[] {
  const { required: _required, ...base } = baseOf(conversion, asked)
  const id = add(conversion, asked, { question: { ...base, kind: 'statement', required: false } })
  return id === null ? [] : [id]
}

/** I, *, and whatever nobody here knows. */
export function leaveOut({ draft }: Conversion, { source, where }: Asked): string[] {
  const reason = source.type === '*' ? 'computed' : source.type === 'I' ? 'no_counterpart' : 'unknown_kind'
  const [first] = source.title
  draft.note(where, typeName(source), reason, first?.[1] ?? '')
  return []
}
