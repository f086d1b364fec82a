import type { LocalText } from '../../../local-text.ts'
import { SURVEY_LIMITS } from '../../limits.ts'
import type { Question } from '../../question.ts'
import type { Value } from '../expression.ts'
import { joinTexts } from '../join-texts.ts'
import { decimalsOf, lineOf } from '../numbers.ts'
import type { Reference } from '../references.ts'
import { standardScale } from '../scales.ts'
import { standardWords } from '../words.ts'
import type { Asked, Conversion } from './conversion.ts'
import { add, baseOf, isRule, listOf, orderOf, say, standard, typeName } from './conversion.ts'
import { numberBounds, textLength } from './single.ts'
import type { LimeEntry } from './tables.ts'

/** Cells of one table that become questions of their own. */
const MOST_CELLS = 60

/** What a row of a table asks: a question without its text, and how its values are called. */
type RowQuestion = (row: LimeEntry) => {
  question: (base: ReturnType<typeof baseOf>) => Question
  value?: Reference['value']
}

/** A question for each row, under the words of the table. */
function eachRow(
  conversion: Conversion,
  asked: Asked,
  make: RowQuestion,
  {
    rows = asked.source.axes[0],
    suffix = '',
    heading = {},
  }: { rows?: readonly LimeEntry[]; suffix?: string; heading?: LocalText } = {},
): string[] {
  const { source, where } = asked
  const base = baseOf(conversion, asked)
  if (rows.length === 0) {
    conversion.draft.note(where, typeName(source), 'empty')
    return []
  }
  conversion.draft.note(where, typeName(source), 'split', String(rows.length))
  return rows.flatMap(row => {
    const place = { ...where, part: row.code }
    if (isRule(row.relevance)) conversion.draft.note(place, 'relevance', 'condition', row.relevance)
    const label = say(conversion, place, 'subquestion', row.text, row.code)
    const { question, value } = make(row)
    const id = add(
      conversion,
      { ...asked, where: place },
      {
        name: `${source.code}_${row.code}${suffix}`,
        question: question({ ...base, text: joinTexts(joinTexts(base.text, heading), label) }),
        reason: null,
        ...(value ? { reference: { value } } : {}),
      },
    )
    return id === null ? [] : [id]
  })
}

/** A, B: five or ten points without names. */
export function convertPointArray(conversion: Conversion, asked: Asked): string[] {
  const points = asked.source.type === 'A' ? 5 : 10
  const low = standard(conversion, standardWords.low)
  const high = standard(conversion, standardWords.high)
  return eachRow(conversion, asked, () => ({
    question: base => ({ ...base, kind: 'rating', points, first: 1, low, high, offerNotApplicable: false }),
  }))
}

/** C, E: three answers that the other tool names by itself. */
export function convertThreeAnswers(conversion: Conversion, asked: Asked): string[] {
  const answers =
    asked.source.type === 'C'
      ? ([
          ['Y', standardWords.yes],
          ['U', standardWords.uncertain],
          ['N', standardWords.no],
        ] as const)
      : ([
          ['I', standardWords.increase],
          ['S', standardWords.same],
          ['D', standardWords.decrease],
        ] as const)
  const options = answers.map(([code, words]) => ({
    id: code.toLowerCase(),
    text: standard(conversion, words),
  }))
  const value = (said: Value) => options.find(({ id }) => id === String(said).toLowerCase())?.id
  return eachRow(conversion, asked, () => ({
    question: base => ({ ...base, kind: 'choice', options, order: 'fixed' }),
    value,
  }))
}

/** F, H: our grid where the answers are the standard scale, else a question for each row. H has its axes turned. */
export function convertArray(conversion: Conversion, asked: Asked): string[] {
  const { source, where } = asked
  const { draft, references } = conversion
  const [answers] = source.scales
  const { parts, value } = listOf(conversion, where, 'answer', answers)
  source.attributes.take('use_dropdown')
  if (answers.length === 0) {
    draft.note(where, 'answers', 'empty')
    return []
  }
  const scale = standardScale(parts.map(({ text }) => text))
  const point = (said: Value) => {
    const at = answers.findIndex(({ code }) => code === String(said))
    return at < 0 ? undefined : scale?.ascending === false ? 5 - at : at + 1
  }
  if (scale?.kind === 'satisfaction' && source.axes[0].length > 0) {
    const rows = listOf(conversion, where, 'subquestion', source.axes[0])
    const id = add(conversion, asked, {
      question: {
        ...baseOf(conversion, asked),
        kind: 'grid',
        rows: rows.parts,
        importance: false,
        offerNotApplicable: source.mandatory !== 'Y',
      },
      reason: 'standard_scale',
    })
    if (id === null) return []
    for (const [code, part] of rows.idOf)
      references.set(`${source.code}_${code}`, { question: id, part, value: point })
    if (orderOf(conversion, asked) !== 'fixed') draft.note(where, 'random_order', 'order_fixed', 'random')
    return [id]
  }
  const kind = scale?.kind
  return eachRow(conversion, asked, () => ({
    question: base =>
      kind
        ? { ...base, kind, offerNotApplicable: false }
        : { ...base, kind: 'choice', options: parts, order: 'fixed' },
    value: kind ? point : value,
  }))
}

/** 1: each row twice, once on each scale. */
export function convertDualArray(conversion: Conversion, asked: Asked): string[] {
  const { source, where } = asked
  const { attributes } = source
  return (['0', '1'] as const).flatMap(scale => {
    const { parts, value } = listOf(conversion, where, 'answer', source.scales[scale === '0' ? 0 : 1])
    const name = scale === '0' ? 'dualscale_headerA' : 'dualscale_headerB'
    const heading = say(conversion, where, name, attributes.text(name, conversion.language))
    if (parts.length === 0) {
      conversion.draft.note(where, `answers ${scale}`, 'empty')
      return []
    }
    return eachRow(
      conversion,
      asked,
      () => ({ question: base => ({ ...base, kind: 'choice', options: parts, order: 'fixed' }), value }),
      { suffix: `_${scale}`, heading },
    )
  })
}

/** Q: a line for each subquestion. */
export function convertTexts(conversion: Conversion, asked: Asked): string[] {
  const maxLength = textLength(asked)
  return eachRow(conversion, asked, () => ({
    question: base => ({ ...base, kind: 'text', long: false, maxLength }),
  }))
}

/** K: points to share out where their sum is fixed; else a number, or a slider, for each subquestion. */
export function convertNumbers(conversion: Conversion, asked: Asked): string[] {
  const { source, where } = asked
  const { attributes } = source
  const total = attributes.take('equals_num_value')
  const { draft } = conversion
  if (/^\d{1,7}$/.test(total) && Number(total) >= 1 && Number(total) <= SURVEY_LIMITS.total) {
    const { parts } = listOf(conversion, where, 'subquestion', source.axes[0])
    if (parts.length === 0) draft.note(where, 'subquestions', 'empty')
    const id = add(conversion, asked, {
      question: { ...baseOf(conversion, asked), kind: 'sum', options: parts, total: Number(total) },
    })
    return id === null ? [] : [id]
  }
  if (total) draft.note(where, 'equals_num_value', 'computed', total)
  if (attributes.flag('slider_layout')) return convertSliders(conversion, asked)
  const bounds = numberBounds(conversion, asked)
  return eachRow(conversion, asked, () => ({ question: base => ({ ...base, kind: 'number', ...bounds }) }))
}

function convertSliders(conversion: Conversion, asked: Asked): string[] {
  const { source, where } = asked
  const { attributes } = source
  const wanted = {
    min: attributes.number('slider_min') ?? 0,
    max: attributes.number('slider_max') ?? 100,
    step: attributes.number('slider_accuracy') ?? 1,
  }
  const line = lineOf(wanted.min, wanted.max, wanted.step)
  if (!line || line.step !== wanted.step)
    conversion.draft.note(where, 'slider_accuracy', 'bounded', String(wanted.step))
  return eachRow(conversion, asked, () => ({
    question: base => ({
      ...base,
      kind: 'slider',
      ...(line ?? { min: 0, max: 100, step: 1 }),
      low: standard(conversion, standardWords.low),
      high: standard(conversion, standardWords.high),
    }),
  }))
}

/** ; and : – a line or a number for each cell. */
export function convertCells(conversion: Conversion, asked: Asked): string[] {
  const { source, where } = asked
  const { attributes } = source
  const [rows, columns] = source.axes
  const cells = rows.length * columns.length
  if (cells === 0 || cells > MOST_CELLS) {
    conversion.draft.note(where, typeName(source), cells === 0 ? 'empty' : 'too_many', String(cells))
    return []
  }
  const maxLength = textLength(asked)
  const cell = source.type === ';' ? null : cellOf(asked)
  if (attributes.flag('multiflexible_checkbox'))
    conversion.draft.note(where, 'multiflexible_checkbox', 'other_kind', 'yes-no')
  return columns.flatMap(column => {
    const heading = say(conversion, { ...where, part: column.code }, 'subquestion', column.text, column.code)
    return eachRow(
      conversion,
      asked,
      () => ({
        question: base => (cell ? { ...base, ...cell } : { ...base, kind: 'text', long: false, maxLength }),
      }),
      { suffix: `_${column.code}`, heading },
    )
  })
}

type Cell =
  | { kind: 'yes-no'; offerNotApplicable: false }
  | { kind: 'number'; min?: number; max?: number; decimals: number }

function cellOf({ source: { attributes } }: Asked): Cell {
  const min = attributes.number('multiflexible_min')
  const max = attributes.number('multiflexible_max')
  const step = attributes.number('multiflexible_step') ?? 1
  if (attributes.flag('multiflexible_checkbox')) return { kind: 'yes-no', offerNotApplicable: false }
  const ordered = min === undefined || max === undefined || min <= max
  return {
    kind: 'number',
    ...(min === undefined || !ordered ? {} : { min }),
    ...(max === undefined || !ordered ? {} : { max }),
    decimals: decimalsOf(step),
  }
}
