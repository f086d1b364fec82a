import type { Language } from '@sixfold/domain/local-text'
import type { SurveyDefinition } from '@sixfold/domain/survey/definition'
import { partsOf } from '@sixfold/domain/survey/parts'
import { behindFindings, earlierTexts, gapFindings } from '@sixfold/domain/survey/review/translations'
import type { SurveyText, TextPlace } from '@sixfold/domain/survey/texts'
import { textsOf } from '@sixfold/domain/survey/texts'
import { textKey } from '@sixfold/domain/survey/texts-csv'
import { matchesSearch } from '@sixfold/domain/text/fold'

/** `gap`: nothing is written; `behind`: the source was changed since it was asked last, the translation was not. */
export type TextState = 'written' | 'gap' | 'behind'

/** One text of the table. */
export interface TextRow {
  /** Stays the same while words and order change. */
  key: string
  place: TextPlace
  /** The number of its question, `5.3`; '' for others. */
  number: string
  /** Its place among the parts of its question, from 1; 0 for others. */
  at: number
  source: string
  translation: string
  state: TextState
  operation: SurveyText['operation']
}

/** The texts of one page; without a page, those before and after the questions. */
export interface TextGroup {
  page: string | null
  rows: TextRow[]
}

export interface TextRowsOptions {
  definition: SurveyDefinition
  /** What was asked last; null when nothing was. */
  before: SurveyDefinition | null
  language: Language
}

/** Every text that stands in some language or is owed, page by page. */
export function textGroups({ definition, before, language }: TextRowsOptions): TextGroup[] {
  const { defaultLanguage, languages, pages } = definition
  const earlier = before && earlierTexts(before)
  const numbers = numbersOf(definition)
  const groups = new Map<string | null, TextRow[]>([
    [null, []],
    ...pages.map(({ id }) => [id, []] as [string, TextRow[]]),
  ])
  for (const survey of textsOf(definition)) {
    const { place, text, optional, operation } = survey
    if (optional && !languages.some(one => text[one]?.trim())) continue
    const isGap = gapFindings(survey, languages).some(finding => finding.place.language === language)
    const isBehind = (earlier ? behindFindings(survey, earlier, definition) : []).some(
      finding => finding.place.language === language,
    )
    groups.get(place.page ?? null)?.push({
      key: textKey(place),
      place,
      number: place.question === undefined ? '' : (numbers.get(place.question) ?? ''),
      at: partAt(definition, place),
      source: text[defaultLanguage] ?? '',
      translation: text[language] ?? '',
      state: isGap ? 'gap' : isBehind ? 'behind' : 'written',
      operation,
    })
  }
  return [...groups].map(([page, rows]) => ({ page, rows }))
}

/** The groups with the rows that are asked for; a group without one is left out. */
export function filterGroups(
  groups: readonly TextGroup[],
  { show, search, keep }: { show: 'all' | 'gaps'; search: string; keep?: string | undefined },
): TextGroup[] {
  return groups
    .map(({ page, rows }) => ({
      page,
      rows: rows.filter(
        row =>
          // A text that is just being written does not leave the list under the cursor.
          row.key === keep ||
          ((show === 'all' || row.state !== 'written') &&
            matchesSearch(`${row.source} ${row.translation}`, search)),
      ),
    }))
    .filter(({ rows }) => rows.length > 0)
}

export function countStates(groups: readonly TextGroup[]): Record<TextState, number> {
  const counts = { written: 0, gap: 0, behind: 0 }
  for (const { state } of groups.flatMap(({ rows }) => rows)) counts[state] += 1
  return counts
}

/** The next row that owes something after `key`, round the end; null when there is none. */
export function nextGap(groups: readonly TextGroup[], key: string | undefined): TextRow | null {
  const rows = groups.flatMap(group => group.rows)
  const at = rows.findIndex(row => row.key === key)
  return [...rows.slice(at + 1), ...rows.slice(0, at + 1)].find(({ state }) => state !== 'written') ?? null
}

/** Texts that stand in a language: what goes when it is taken out. */
export function writtenIn(definition: SurveyDefinition, language: Language): number {
  return textsOf(definition).filter(({ text }) => text[language]?.trim()).length
}

function numbersOf({ pages }: SurveyDefinition): Map<string, string> {
  return new Map(
    pages.flatMap(({ questions }, page) =>
      questions.map(({ id }, at): [string, string] => [id, `${page + 1}.${at + 1}`]),
    ),
  )
}

function partAt(definition: SurveyDefinition, { page, question, part }: TextPlace): number {
  if (part === undefined) return 0
  const found = definition.pages.find(({ id }) => id === page)?.questions.find(({ id }) => id === question)
  const parts = (found && partsOf(found)?.parts) ?? []
  return parts.findIndex(({ id }) => id === part) + 1
}
