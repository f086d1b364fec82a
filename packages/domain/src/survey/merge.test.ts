import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { ibmSix } from '../factor-models/ibm-six.ts'
import { arbitraryOperation } from './arbitrary-operation.ts'
import { arbitrarySurvey } from './arbitrary-survey.ts'
import type { SurveyDefinition } from './definition.ts'
import type { SurveyOperation } from './edit.ts'
import { applyOperation, applyOperations } from './edit.ts'
import { mergeOperations } from './merge.ts'
import { quarterlySurvey } from './preset.ts'

const base = quarterlySurvey(ibmSix, { languages: ['en', 'vi'], quarter: { year: 2026, quarter: 3 } })
const id = 'delivery_on-time'
const text = (value: string, language = 'en'): SurveyOperation => ({
  op: 'set-question-text',
  question: id,
  field: 'text',
  language,
  value,
})

function saved(definition: SurveyDefinition, ...operations: SurveyOperation[]): SurveyDefinition {
  const result = applyOperations(definition, operations)
  if (!result.ok) throw new Error(result.reason)
  return result.definition
}
const merge = (theirs: SurveyOperation[], operations: SurveyOperation[]) =>
  mergeOperations({ base, current: saved(base, ...theirs), operations })

describe('merging my unsaved operations into what somebody else saved', () => {
  test('changes of different things stand beside each other', () => {
    const mine = [text('Mine'), { op: 'set-required', question: id, required: true } as const]
    expect(merge([text('Của họ', 'vi')], mine)).toEqual({ kept: mine, clashes: [] })
  })

  test('another wording of the same text is a clash with both wordings', () => {
    expect(merge([text('Theirs')], [text('Mi'), text('Mine')])).toEqual({
      kept: [],
      clashes: [{ mine: text('Mine'), theirs: 'Theirs' }],
    })
  })

  test('the same wording by both is none', () => {
    expect(merge([text('Same')], [text('Same')]).clashes).toEqual([])
  })

  test('a question that is gone takes my change of it along', () => {
    const { kept, clashes } = merge([{ op: 'remove-question', question: id }], [text('Mine')])
    expect(kept).toEqual([])
    expect(clashes).toEqual([{ mine: text('Mine'), theirs: null }])
  })

  test('removing what they reworded asks first', () => {
    const { clashes } = merge([text('Theirs')], [{ op: 'remove-question', question: id }])
    expect(clashes).toHaveLength(1)
  })

  test('what I added and then changed is carried over', () => {
    const mine: SurveyOperation[] = [
      { op: 'add-page', index: 0, page: { id: 'more', title: {}, questions: [] } },
      { op: 'set-page-text', page: 'more', field: 'title', language: 'en', value: 'More' },
    ]
    expect(merge([text('Theirs')], mine)).toEqual({ kept: mine, clashes: [] })
  })
})

test('what is kept always applies, and with nothing changed by others everything is kept', () => {
  const operations = fc.array(arbitraryOperation, { maxLength: 5 })
  const applicable = (definition: SurveyDefinition, list: SurveyOperation[]) => {
    const done = { definition, list: [] as SurveyOperation[] }
    for (const operation of list) {
      const result = applyOperation(done.definition, operation)
      if (!result.ok) continue
      done.definition = result.definition
      done.list.push(operation)
    }
    return done
  }
  fc.assert(
    fc.property(arbitrarySurvey, operations, operations, (definition, mine, theirs) => {
      const pending = applicable(definition, mine).list
      const current = applicable(definition, theirs).definition
      const { kept } = mergeOperations({ base: definition, current, operations: pending })
      expect(applyOperations(current, kept).ok).toBe(true)
      expect(mergeOperations({ base: definition, current: definition, operations: pending })).toEqual({
        kept: pending,
        clashes: [],
      })
    }),
    { numRuns: 500 },
  )
})
