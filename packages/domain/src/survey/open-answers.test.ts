import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { ibmSix } from '../factor-models/ibm-six.ts'
import { answerFaults } from './answer-faults.ts'
import { arbitraryAnswers, arbitraryFacts, arbitraryLogic } from './logic/arbitrary-logic.ts'
import { answersOnWay, walk } from './logic/walk.ts'
import { faultsOfPage, openAnswers } from './open-answers.ts'
import { quarterlySurvey } from './preset.ts'

test('what is open is what validation finds on the way, each where it is asked', () => {
  fc.assert(
    fc.property(arbitraryLogic, arbitraryAnswers, arbitraryFacts, (definition, answers, facts) => {
      const way = walk(definition, answers, facts)
      const open = openAnswers(definition, answers, way)
      const faults = answerFaults(definition, answersOnWay(answers, way), { complete: way })
      expect(open.map(({ question, problem }) => ({ question: question.id, problem }))).toEqual(faults)
      for (const { page, question } of open)
        expect(definition.pages[page]?.questions.some(({ id }) => id === question.id)).toBe(true)
    }),
  )
})

test('leaving a page is held up by what was begun there, not by what was left out', () => {
  const preset = quarterlySurvey(ibmSix, { languages: ['en'], quarter: { year: 2026, quarter: 3 } })
  const options = ['a', 'b'].map(id => ({ id, text: { en: id } }))
  const questions = [
    { id: 'points', kind: 'sum' as const, text: { en: 'Share out' }, required: true, total: 10, options },
    { id: 'words', kind: 'text' as const, text: { en: 'Words' }, required: true, long: false, maxLength: 5 },
  ]
  const definition = { ...preset, pages: [...preset.pages, { id: 'last', title: { en: 'Last' }, questions }] }
  const page = preset.pages.length
  const held = (answers: Parameters<typeof walk>[1]) =>
    faultsOfPage(definition, page, answers, walk(definition, answers, {})).map(({ problem }) => problem)
  expect(held({})).toEqual([])
  expect(held({ points: { a: 3 } })).toEqual(['wrong_total'])
  expect(held({ points: { a: 3, b: 7 }, words: 'too many words' })).toEqual(['too_long'])
  expect(faultsOfPage(definition, 0, { points: { a: 3 } }, walk(definition, {}, {}))).toEqual([])
})
