import { expect, test } from '@jest/globals'
import { ibmSix } from '../factor-models/ibm-six.ts'
import { questionForLibrary, questionFromLibrary } from './library.ts'
import type { GridQuestion } from './question.ts'

const delivery = { factor: 'delivery', attribute: 'on-time' }
const grid: GridQuestion = {
  id: 'delivery-grid',
  kind: 'grid',
  text: {
    en: 'After {{question:q1|the visit}}, {{contact.name|dear}}:',
    vi: 'Sau chuyến thăm:',
    fr: 'Après :',
  },
  help: { en: 'Please' },
  required: true,
  measures: delivery,
  showIf: { join: 'all', tests: [] },
  requireIf: { join: 'all', tests: [] },
  libraryEntry: 'earlier',
  importance: true,
  offerNotApplicable: true,
  rows: [
    { id: 'a', text: { en: 'On {{question:q2}} time', vi: 'Đúng hẹn' }, measures: delivery },
    { id: 'b', text: { en: 'Whole' }, measures: { factor: 'delivery', attribute: 'ghost' } },
  ],
}

test('the library keeps a question without what only its survey knows', () => {
  const { showIf, requireIf, libraryEntry, ...rest } = grid
  expect(questionForLibrary(grid)).toEqual({
    ...rest,
    id: 'library',
    text: { ...grid.text, en: 'After the visit, {{contact.name|dear}}:' },
    rows: [{ ...grid.rows[0], text: { en: 'On  time', vi: 'Đúng hẹn' } }, grid.rows[1]],
  })
})

test('a survey takes it in its own languages and factors, and remembers where it came from', () => {
  const entry = { id: 'starter-visit', question: questionForLibrary(grid) }
  const question = questionFromLibrary(entry, { id: 'question-7', languages: ['vi', 'de'], model: ibmSix })
  expect(question).toEqual({
    id: 'question-7',
    libraryEntry: 'starter-visit',
    kind: 'grid',
    text: { vi: 'Sau chuyến thăm:' },
    required: true,
    measures: delivery,
    importance: true,
    offerNotApplicable: true,
    rows: [
      { id: 'a', text: { vi: 'Đúng hẹn' }, measures: delivery },
      { id: 'b', text: {} },
    ],
  })
})

test('a factor that the model lacks is left out', () => {
  const entry = { id: 'e', question: { ...grid, measures: { factor: 'ghost', attribute: null } } }
  const question = questionFromLibrary(entry, { id: 'q', languages: ['en'], model: ibmSix })
  expect(question.measures).toBeUndefined()
})
