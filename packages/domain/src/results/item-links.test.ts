import { describe, expect, test } from '@jest/globals'
import { ibmSix } from '../factor-models/ibm-six.ts'
import type { SurveyDefinition } from '../survey/definition.ts'
import { applyOperations } from '../survey/edit.ts'
import { itemLines } from '../survey/lineage.ts'
import type { SurveyOperation } from '../survey/operation.ts'
import { quarterlySurvey } from '../survey/preset.ts'
import { factorWording, itemLinks } from './item-links.ts'

const first = quarterlySurvey(ibmSix, { languages: ['en', 'vi'], quarter: { year: 2026, quarter: 3 } })

function changed(operations: SurveyOperation[]): SurveyDefinition {
  const edited = applyOperations(first, operations)
  if (!edited.ok) throw new Error(edited.reason)
  return edited.definition
}

/** The same survey under other ids, as one that was made by itself. */
const stranger: SurveyDefinition = {
  ...first,
  pages: first.pages.map(page => ({
    ...page,
    questions: page.questions.map(question => ({ ...question, id: `own-${question.id}` })),
  })),
}
const reworded = changed([
  {
    op: 'set-question-text',
    question: 'delivery_overall',
    field: 'text',
    language: 'en',
    value: 'How we deliver',
  },
])
const wording = (second: SurveyDefinition, links: ReturnType<typeof itemLinks>) =>
  factorWording({ first, second, links, factor: 'delivery' })

describe('questions of two surveys', () => {
  test('with a common history stand to each other as their authors said', () => {
    const said = itemLines(first, [{ definition: reworded, changes: { delivery_overall: 'same' } }])
    const links = itemLinks({ first, second: reworded, lines: said, judged: [] })
    expect(links.find(({ second }) => second === 'delivery_overall')).toMatchObject({
      wording: 'same',
      by: 'versions',
    })
    expect(wording(reworded, links)).toBe('same')
  })

  test('without one are found by what they measure, and judged by their words', () => {
    const links = itemLinks({ first, second: stranger, lines: null, judged: [] })
    expect(links).toContainEqual({
      first: 'delivery_overall',
      second: 'own-delivery_overall',
      wording: 'same',
      by: 'texts',
    })
    expect(wording(stranger, links)).toBe('same')
    expect(wording(reworded, itemLinks({ first, second: reworded, lines: null, judged: [] }))).toBe(
      'reworded',
    )
  })

  test('are what somebody judged them to be, before anything else', () => {
    const judged = [{ first: 'delivery_overall', second: 'delivery_overall', wording: 'equivalent' as const }]
    const links = itemLinks({ first, second: reworded, lines: null, judged })
    expect(wording(reworded, links)).toBe('equivalent')
    expect(links.filter(({ second }) => second === 'delivery_overall')).toEqual([{ ...judged[0], by: 'map' }])
  })

  test('stand for one question each, and a pair that is gone counts for nothing', () => {
    const judged = [
      { first: 'delivery_overall', second: 'own-marketing_overall', wording: 'equivalent' as const },
      { first: 'delivery_overall', second: 'own-delivery_overall', wording: 'equivalent' as const },
      { first: 'gone', second: 'own-delivery_on-time', wording: 'equivalent' as const },
    ]
    const links = itemLinks({ first, second: stranger, lines: null, judged })
    expect(links.filter(link => link.first === 'delivery_overall')).toHaveLength(1)
    expect(new Set(links.map(({ first: key }) => key)).size).toBe(links.length)
    expect(new Set(links.map(({ second }) => second)).size).toBe(links.length)
    expect(wording(stranger, links)).toBe('different')
  })

  test('that measure nothing in common are different', () => {
    const bare: SurveyDefinition = { ...first, pages: [] }
    expect(factorWording({ first, second: bare, links: [], factor: 'delivery' })).toBe('different')
  })
})
