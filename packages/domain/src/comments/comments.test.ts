import { expect, test } from '@jest/globals'
import type { Question } from '../survey/question.ts'
import { commentQuestions, commentReader } from './comments.ts'

const base = { text: {}, required: false }
const words = (id: string): Question => ({ ...base, id, kind: 'text', long: true, maxLength: 2000 })
const consent = (id: string, use?: 'quote'): Question => ({
  ...base,
  id,
  kind: 'consent',
  ...(use ? { use } : {}),
})

const pages = [
  { id: 'delivery', title: {}, factor: 'delivery', questions: [words('why')] },
  { id: 'closing', title: {}, questions: [words('better'), consent('pass-on'), consent('quote', 'quote')] },
]

test('words belong to what their question measures, or to the factor of its page', () => {
  const measured = { ...words('why'), measures: { factor: 'support', attribute: null } }
  const [page] = pages
  expect(commentQuestions({ pages }).map(({ factor }) => factor)).toEqual(['delivery', null])
  expect(
    commentQuestions({ pages: [{ ...page, id: 'p', title: {}, questions: [measured] }] })[0]?.factor,
  ).toBe('support')
})

test('only who ticked the consent to be quoted may be quoted', () => {
  const read = commentReader({ pages })
  expect(read({ why: ' Too late ', better: '  ', 'pass-on': 'en' })).toEqual([
    { question: 'why', factor: 'delivery', text: 'Too late', quotable: false },
  ])
  expect(read({ better: 'Gọi trước', quote: 'vi' })).toMatchObject([{ question: 'better', quotable: true }])
  expect(read({})).toEqual([])
})

test('a survey that never asks may quote nobody', () => {
  const read = commentReader({ pages: [{ id: 'p', title: {}, questions: [words('why')] }] })
  expect(read({ why: 'Fine', quote: 'en' })).toMatchObject([{ quotable: false }])
})
