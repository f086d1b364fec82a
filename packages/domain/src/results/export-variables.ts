import type { LocalText } from '../local-text.ts'
import { IMPORTANCE, NOT_APPLICABLE } from '../survey/answers.ts'
import type { SurveyDefinition } from '../survey/definition.ts'
import { partKey, questionsOf } from '../survey/definition.ts'
import { partsOf } from '../survey/parts.ts'
import type { Question } from '../survey/question.ts'
import { NONE, OTHER } from '../survey/question.ts'
import type { Cell } from '../text/csv-safe.ts'
import type { ExportColumn } from './export-columns.ts'
import { exportColumns } from './export-columns.ts'

/** What a code means: words of the survey, a point of a scale that has names, or a word that every survey shares. */
export type CodeLabel =
  | { text: LocalText }
  | { scale: 'satisfaction' | 'agreement' | 'importance'; point: number }
  | { word: 'na' | 'yes' | 'no' | 'chosen' | 'not_chosen' | 'other' | 'none' }

export interface ExportCode {
  /** What the column reads. */
  value: string | number
  /** What statistics programs take for it. */
  code: number
  label: CodeLabel
  /** No answer to the question: left out of means. */
  missing?: true
}

/** A column with what a statistics program must know of it. */
export interface ExportVariable extends ExportColumn {
  question: LocalText
  /** Of a row, option or field; null: the column is the whole question. */
  part: LocalText | null
  /** `coded`: every value is a code, or a plain number that stands for itself. */
  type: 'coded' | 'number' | 'text'
  codes: readonly ExportCode[]
}

/** The code of "not applicable": above the points of every scale. */
const NOT_APPLICABLE_CODE = 99

/**
 * The columns of a table of responses with their texts and codes, for files that carry labels.
 *
 * @example exportVariables(definition)[0]
 *   // { key: 'delivery_overall', type: 'coded', codes: [{ value: 1, code: 1, label: { scale: 'satisfaction', point: 1 } }, ...], ... }
 */
export function exportVariables(definition: SurveyDefinition): ExportVariable[] {
  const described = new Map(questionsOf(definition).flatMap(describe))
  return exportColumns(definition).map(column => {
    const known = described.get(column.key)
    if (!known) throw new Error(`no description of the column ${column.key}`)
    return { ...column, ...known }
  })
}

/** What stands in a cell as a number; null: nothing was answered, or nothing that has a code. */
export function codeOf(
  { codes }: { codes: readonly { value: string | number; code: number }[] },
  cell: Cell,
): number | null {
  const found = codes.find(({ value }) => value === cell)
  if (found) return found.code
  return typeof cell === 'number' ? cell : null
}

type Description = Pick<ExportVariable, 'question' | 'part' | 'type' | 'codes'>

function describe(question: Question): [key: string, Description][] {
  const whole = (type: Description['type'], codes: readonly ExportCode[] = []): [string, Description] => [
    question.id,
    { question: question.text, part: null, type, codes },
  ]
  const ofPart = (
    part: string,
    text: LocalText | null,
    type: Description['type'],
    codes: readonly ExportCode[] = [],
  ): [string, Description] => [
    partKey(question.id, part),
    { question: question.text, part: text, type, codes },
  ]
  const parts = partsOf(question)?.parts ?? []
  const other = 'other' in question && question.other ? [[OTHER, question.other] as const] : []
  const none = 'none' in question && question.none ? [[NONE, question.none] as const] : []
  const words = other.map(([id, text]) => ofPart(`${id}-words`, text, 'text'))
  const options = [...parts.map(({ id, text }) => [id, text] as const), ...other, ...none]
  switch (question.kind) {
    case 'satisfaction':
    case 'agreement':
      return [whole('coded', [...scaleOf(question.kind), NA])]
    case 'csat':
      return [whole('coded', [...scaleOf('satisfaction'), NA])]
    case 'rating':
      return [whole('coded', [NA])]
    case 'grid':
      return parts.flatMap(({ id, text }) => [
        ofPart(id, text, 'coded', [...scaleOf('satisfaction'), NA]),
        ...(question.importance
          ? [ofPart(partKey(id, IMPORTANCE), text, 'coded', scaleOf('importance'))]
          : []),
      ])
    case 'choice':
    case 'dropdown': {
      const codes = options.map(([id, text], at) => ({ value: id, code: at + 1, label: { text } }))
      return [whole('coded', codes), ...words]
    }
    case 'choices':
    case 'picture':
      return [...options.map(([id, text]) => ofPart(id, text, 'coded', CHOSEN)), ...words]
    case 'ranking':
    case 'sum':
      return parts.map(({ id, text }) => ofPart(id, text, 'number'))
    case 'yes-no':
      return [whole('coded', YES_NO)]
    case 'contact-details':
      return parts.map(({ id, text }) => ofPart(id, text, 'text'))
    case 'nps':
    case 'ces':
    case 'slider':
    case 'number':
    case 'upload':
      return [whole('number')]
    case 'text':
    case 'date':
    case 'consent':
      return [whole('text')]
    case 'statement':
      return []
    default:
      return question satisfies never
  }
}

const NA: ExportCode = {
  value: NOT_APPLICABLE,
  code: NOT_APPLICABLE_CODE,
  label: { word: 'na' },
  missing: true,
}
const CHOSEN: readonly ExportCode[] = [
  { value: 0, code: 0, label: { word: 'not_chosen' } },
  { value: 1, code: 1, label: { word: 'chosen' } },
]
const YES_NO: readonly ExportCode[] = [
  { value: 'yes', code: 1, label: { word: 'yes' } },
  { value: 'no', code: 0, label: { word: 'no' } },
  NA,
]

function scaleOf(scale: 'satisfaction' | 'agreement' | 'importance'): ExportCode[] {
  return [1, 2, 3, 4, 5].map(point => ({ value: point, code: point, label: { scale, point } }))
}
