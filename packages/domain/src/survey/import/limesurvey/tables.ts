import type { Language } from '../../../local-text.ts'
import type { SourceText } from '../draft.ts'
import { languageTag } from '../languages.ts'

/** One row of a table: values by the names of their fields. */
export type Row = ReadonlyMap<string, string>

/** What an `.lss` file holds, read but not yet understood: rows by the name of their table. */
export interface LimeSurveyFile {
  languages: readonly string[]
  tables: ReadonlyMap<string, readonly Row[]>
}

export interface LimeGroup {
  gid: string
  title: SourceText
  description: SourceText
  relevance: string
}

export interface LimeQuestion {
  qid: string
  gid: string
  code: string
  type: string
  title: SourceText
  help: SourceText
  mandatory: string
  other: boolean
  relevance: string
  theme: string
  /** Subquestions, on each axis. */
  axes: readonly [LimeEntry[], LimeEntry[]]
  /** Answers, on each scale. */
  scales: readonly [LimeEntry[], LimeEntry[]]
  attributes: Attributes
}

/** A subquestion or an answer. */
export interface LimeEntry {
  code: string
  text: SourceText
  relevance: string
}

/** The attributes of a question, and which of them were read. */
export class Attributes {
  readonly #values = new Map<string, [string, string][]>()
  readonly #read = new Set<string>()

  add(name: string, language: string, value: string): void {
    const values = this.#values.get(name)
    if (values) values.push([language, value])
    else this.#values.set(name, [[language, value]])
  }

  take(name: string): string {
    this.#read.add(name)
    return (
      this.#values
        .get(name)
        ?.find(([, value]) => value.trim() !== '')?.[1]
        .trim() ?? ''
    )
  }

  number(name: string): number | undefined {
    const value = this.take(name)
    return value !== '' && Number.isFinite(Number(value)) ? Number(value) : undefined
  }

  flag(name: string): boolean {
    return /^(1|y|yes|on)$/i.test(this.take(name))
  }

  text(name: string, fallback: Language): SourceText {
    this.#read.add(name)
    return (this.#values.get(name) ?? [])
      .filter(([, value]) => value.trim() !== '')
      .map(([language, value]) => [languageTag(language) ?? fallback, value])
  }

  left(): [string, string][] {
    return [...this.#values].flatMap(([name, values]): [string, string][] => {
      const value = values.find(([, one]) => one.trim() !== '')?.[1] ?? ''
      return this.#read.has(name) || value === '' ? [] : [[name, value]]
    })
  }
}

/** One field of a row; empty where there is none. */
export function field(row: Row | undefined, name: string): string {
  return row?.get(name) ?? ''
}

/**
 * The groups and questions of a file in their order. Before version 4 the texts stood in the rows themselves, one row a
 * language; since then they stand in tables of their own.
 */
export function readTables(
  { tables }: LimeSurveyFile,
  fallback: Language,
): { groups: LimeGroup[]; questions: LimeQuestion[] } {
  const rows = (name: string) => tables.get(name) ?? []
  const groupTexts = byKey(rows('group_l10ns'), row => field(row, 'gid'))
  const questionTexts = byKey([...rows('question_l10ns'), ...rows('subquestion_l10ns')], row =>
    field(row, 'qid'),
  )
  const answerTexts = byKey(rows('answer_l10ns'), row => field(row, 'aid'))
  const say = (own: readonly Row[], apart: readonly Row[] | undefined, name: string) =>
    sourceOf(apart ?? own, name, fallback)

  const groups = [...byKey(inOrder(rows('groups'), 'group_order'), row => field(row, 'gid'))].map(
    ([gid, own]): LimeGroup => {
      const apart = groupTexts.get(gid)
      const relevance = field(own[0], 'grelevance')
      return {
        gid,
        title: say(own, apart, 'group_name'),
        description: say(own, apart, 'description'),
        relevance,
      }
    },
  )

  const entries = (
    own: readonly Row[],
    textOf: (row: Row) => readonly Row[] | undefined,
    name: string,
    code: string,
  ) =>
    [...byKey(own, row => field(row, code))].map(([key, same]): LimeEntry => {
      const [first] = same
      const apart = first && textOf(first)
      return { code: key, text: say(same, apart, name), relevance: field(first, 'relevance') }
    })
  const scaled = (own: readonly Row[], scale: string) =>
    own.filter(row => (field(row, 'scale_id') || '0') === scale)
  const subquestions = byKey(
    inOrder([...rows('subquestions'), ...rows('questions').filter(row => isChild(row))], 'question_order'),
    row => field(row, 'parent_qid'),
  )
  const answers = byKey(inOrder(rows('answers'), 'sortorder'), row => field(row, 'qid'))
  const attributes = byKey(rows('question_attributes'), row => field(row, 'qid'))

  const own = inOrder(
    rows('questions').filter(row => !isChild(row)),
    'question_order',
  )
  const questions = [...byKey(own, row => field(row, 'qid'))].map(([qid, same]): LimeQuestion => {
    const [first] = same
    const apart = questionTexts.get(qid)
    const axis = (scale: string) =>
      entries(
        scaled(subquestions.get(qid) ?? [], scale),
        row => questionTexts.get(field(row, 'qid')),
        'question',
        'title',
      )
    const scale = (which: string) =>
      entries(
        scaled(answers.get(qid) ?? [], which),
        row => answerTexts.get(field(row, 'aid')),
        'answer',
        'code',
      )
    const found = new Attributes()
    for (const row of attributes.get(qid) ?? [])
      found.add(field(row, 'attribute'), field(row, 'language'), field(row, 'value'))
    return {
      qid,
      gid: field(first, 'gid'),
      code: field(first, 'title'),
      type: field(first, 'type'),
      title: say(same, apart, 'question'),
      help: say(same, apart, 'help'),
      mandatory: field(first, 'mandatory'),
      other: field(first, 'other') === 'Y',
      relevance: field(first, 'relevance'),
      theme: field(first, 'question_theme_name'),
      axes: [axis('0'), axis('1')],
      scales: [scale('0'), scale('1')],
      attributes: found,
    }
  })
  return { groups, questions }
}

/** A subquestion: its parent is another question. */
function isChild(row: Row): boolean {
  const parent = field(row, 'parent_qid')
  return parent !== '' && parent !== '0'
}

/** One text from rows that have one language each. */
export function sourceOf(rows: readonly Row[], name: string, fallback: Language): SourceText {
  return rows.flatMap((row): [Language, string][] => {
    const words = field(row, name)
    return words.trim() === '' ? [] : [[languageTag(field(row, 'language')) ?? fallback, words]]
  })
}

function byKey(rows: readonly Row[], key: (row: Row) => string): Map<string, Row[]> {
  const found = new Map<string, Row[]>()
  for (const row of rows) {
    const same = found.get(key(row))
    if (same) same.push(row)
    else found.set(key(row), [row])
  }
  return found
}

function inOrder(rows: readonly Row[], name: string): Row[] {
  return rows.toSorted((a, b) => (Number(field(a, name)) || 0) - (Number(field(b, name)) || 0))
}
