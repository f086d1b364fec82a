import type { Language, LocalText } from '../../../local-text.ts'
import type { Question } from '../../question.ts'
import type { Value } from '../expression.ts'
import { joinTexts } from '../join-texts.ts'
import { standardScale } from '../scales.ts'
import { addComment, readItems } from './choices.ts'
import type { Conversion, Element } from './conversion.ts'
import { add, baseOf } from './conversion.ts'
import { noteLeftOver, written } from './left-over.ts'
import type { JsonObject } from './props.ts'
import { isObject, Props, sourceText } from './props.ts'

/** Cells of one table that become questions of their own; a table with more is no survey. */
const MOST_CELLS = 60

/** matrix: our grid where its columns are the standard scale, else a question for each row. */
export function convertMatrix(conversion: Conversion, element: Element): string[] {
  const { props, where, name } = element
  const { draft } = conversion
  const base = baseOf(conversion, element)
  const columns = readItems(conversion, where, 'columns', props.list('columns'))
  const rows = readItems(conversion, where, 'rows', props.list('rows'))
  for (const { props: own, name: part } of [...columns, ...rows])
    if (own) noteLeftOver(draft, { ...where, part }, own)
  const every = props.flag('isAllRowRequired', 'eachRowRequired')
  const random = props.string('rowsOrder', 'rowOrder') === 'random'
  if (random) draft.note(where, 'rowOrder', 'order_fixed', 'random')
  props.take('cells', 'cellType', 'isUniqueRowRequired', 'eachRowUnique')
  const required = base.required || every
  if (columns.length === 0) {
    draft.note(where, 'columns', 'empty')
    return []
  }
  const scale = standardScale(columns.map(({ text }) => text))
  const point = (value: Value) => {
    const at = columns.findIndex(column => column.name === String(value))
    return at < 0 ? undefined : scale?.ascending === false ? 5 - at : at + 1
  }
  const grouped = rows.length === 0 ? [{ name: '', text: {} as LocalText, props: null }] : rows
  if (scale?.kind === 'satisfaction' && rows.length > 0) {
    const { parts, idOf } = draft.parts(where, 'rows', rows)
    const id = add(conversion, element, {
      name,
      question: {
        ...base,
        required,
        kind: 'grid',
        rows: parts,
        importance: false,
        offerNotApplicable: false,
      },
      reason: 'standard_scale',
    })
    if (id === null) return []
    for (const [row, part] of idOf)
      conversion.references.set(`${name}.${row}`.toLowerCase(), { question: id, part, value: point })
    return [id, ...addComment(conversion, element)]
  }
  draft.note(where, element.type, 'split', String(grouped.length))
  const ids = grouped.flatMap(row => {
    const place = row.name ? { ...where, part: row.name } : where
    const asked = { ...base, required, text: joinTexts(base.text, row.text) }
    const { parts, idOf } = draft.parts(place, 'columns', columns)
    const question: Question = scale
      ? { ...asked, kind: scale.kind, offerNotApplicable: false }
      : { ...asked, kind: 'choice', options: parts, order: 'fixed' }
    const id = add(
      conversion,
      { ...element, where: place },
      {
        name: row.name ? `${name}.${row.name}` : name,
        question,
        reason: scale ? 'standard_scale' : null,
        reference: { value: scale ? point : value => idOf.get(String(value)) },
      },
    )
    return id === null ? [] : [id]
  })
  return [...ids, ...addComment(conversion, element)]
}

/** matrixdropdown: a question for each cell; matrixdynamic: one for each column, asked once. */
export function convertCells(conversion: Conversion, element: Element): string[] {
  const { props, where, name, type } = element
  const { draft } = conversion
  const base = baseOf(conversion, element)
  const cellType = props.string('cellType') || 'dropdown'
  const choices = props.list('choices')
  const rows = type === 'matrixdynamic' ? [] : readItems(conversion, where, 'rows', props.list('rows'))
  const columns = props.list('columns').flatMap(column => {
    if (isObject(column)) return [column]
    if (typeof column === 'string') return [{ name: column }]
    draft.note(where, 'columns', 'malformed', written(column))
    return []
  })
  props.take('rowCount', 'minRowCount', 'maxRowCount', 'optionsCaption', 'columnColCount', 'horizontalScroll')
  const many = Math.max(1, rows.length) * columns.length
  if (many === 0 || many > MOST_CELLS) {
    draft.note(where, type, many === 0 ? 'empty' : 'too_many', String(many))
    return []
  }
  draft.note(where, type, type === 'matrixdynamic' ? 'asked_once' : 'split', String(many))
  const asked = rows.length > 0 ? rows : [{ name: '', text: {} as LocalText }]
  return asked.flatMap(row =>
    columns.flatMap(column => {
      const cell = new Props(column)
      const own = cell.string('name')
      const kind = cell.string('cellType')
      return conversion.convert(conversion, {
        ...element,
        where: { ...where, part: [row.name, own].filter(Boolean).join(', ') },
        name: [name, row.name, own].filter(Boolean).join('.'),
        type: kind && kind !== 'default' ? kind : cellType,
        props: new Props(
          asCell(column, {
            text: joinTexts(base.text, row.text),
            required: base.required,
            choices: takesChoices(kind && kind !== 'default' ? kind : cellType) ? choices : [],
            language: conversion.language,
          }),
        ),
      })
    }),
  )
}

const takesChoices = (type: string) => ['dropdown', 'radiogroup', 'checkbox', 'tagbox'].includes(type)

/** A column as an element of its own: its title behind those of the table and the row. */
function asCell(
  column: JsonObject,
  before: { text: LocalText; required: boolean; choices: readonly unknown[]; language: Language },
): JsonObject {
  const { cellType: _type, name, title, choices, isRequired, ...rest } = { ...column }
  const label = Object.fromEntries(sourceText(title ?? name, before.language))
  return {
    ...rest,
    title: joinTexts(before.text, label),
    ...(Array.isArray(choices) && choices.length > 0 ? { choices } : { choices: before.choices }),
    isRequired: isRequired === true || before.required,
  }
}
