import { describe, expect, test } from '@jest/globals'
import { ibmSix } from '@sixfold/domain/factor-models/ibm-six'
import type { SurveyDefinition } from '@sixfold/domain/survey/definition'
import { applyOperations } from '@sixfold/domain/survey/edit'
import type { SurveyOperation } from '@sixfold/domain/survey/operation'
import { quarterlySurvey } from '@sixfold/domain/survey/preset'
import type { TextGroup } from './text-rows.ts'
import { countStates, filterGroups, nextGap, textGroups, writtenIn } from './text-rows.ts'

const survey = quarterlySurvey(ibmSix, { languages: ['en', 'vi'], quarter: { year: 2026, quarter: 3 } })
const text = (language: string, value: string, question = 'do-better'): SurveyOperation => ({
  op: 'set-question-text',
  question,
  field: 'text',
  language,
  value,
})
function edited(...operations: SurveyOperation[]): SurveyDefinition {
  const result = applyOperations(survey, operations)
  if (!result.ok) throw new Error(result.reason)
  return result.definition
}
const groups = (definition = survey, before: SurveyDefinition | null = null, language = 'vi') =>
  textGroups({ definition, before, language })
const rowOf = (list: readonly TextGroup[], key: string) =>
  list.flatMap(({ rows }) => rows).find(row => row.key === key)
const KEY = 'question/do-better/text'

test('texts stand page by page, those of the survey first; what nobody wrote is left out', () => {
  const list = groups()
  expect(list.map(({ page }) => page)).toEqual([null, ...survey.pages.map(({ id }) => id)])
  expect(list[0]?.rows.map(({ key }) => key)).toEqual(['survey/title', 'survey/welcome', 'survey/thanks'])
  expect(rowOf(list, KEY)).toMatchObject({ number: '7.2', state: 'written' })
  expect(rowOf(list, 'question/recommend/help')).toBeUndefined()
})

describe('a text is', () => {
  test('a gap without words, behind when only its source was changed since it was asked', () => {
    expect(rowOf(groups(edited(text('vi', ' '))), KEY)?.state).toBe('gap')
    expect(rowOf(groups(edited(text('en', 'What else?')), survey), KEY)?.state).toBe('behind')
    expect(rowOf(groups(edited(text('en', 'What else?'), text('vi', 'Gì nữa?')), survey), KEY)?.state).toBe(
      'written',
    )
    expect(rowOf(groups(edited(text('en', 'What else?')), survey, 'en'), KEY)?.state).toBe('written')
    expect(rowOf(groups(edited(text('en', 'What else?')), null), KEY)?.state).toBe('written')
  })

  test('found by its words in either language, and kept while it is being written', () => {
    const found = (search: string, show: 'all' | 'gaps' = 'all', keep?: string) =>
      filterGroups(groups(), { show, search, keep }).flatMap(({ rows }) => rows.map(({ key }) => key))
    expect(found('do better')).toEqual([KEY])
    expect(found('tot hon')).toEqual([KEY])
    expect(found('', 'gaps')).toEqual([])
    expect(found('', 'gaps', KEY)).toEqual([KEY])
  })
})

test('gaps are counted, and the next one is found round the end', () => {
  const list = groups(edited(text('vi', ''), text('vi', '', 'delivery_overall')))
  expect(countStates(list)).toMatchObject({ gap: 2, behind: 0 })
  expect(nextGap(list, undefined)?.key).toBe('question/delivery_overall/text')
  expect(nextGap(list, 'question/delivery_overall/text')?.key).toBe(KEY)
  expect(nextGap(list, KEY)?.key).toBe('question/delivery_overall/text')
  expect(nextGap(groups(), KEY)).toBeNull()
})

test('what goes with a language is counted', () => {
  expect(writtenIn(survey, 'vi')).toBe(groups().flatMap(({ rows }) => rows).length)
  expect(writtenIn(survey, 'fr')).toBe(0)
})
