import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { ibmSix } from '../factor-models/ibm-six.ts'
import { arbitrarySurvey } from './arbitrary-survey.ts'
import { applyOperation } from './edit.ts'
import { quarterlySurvey } from './preset.ts'
import { textsOf } from './texts.ts'

test('texts come in the order in which a customer meets them, the empty ones too', () => {
  const survey = quarterlySurvey(ibmSix, { languages: ['en'], quarter: { year: 2026, quarter: 3 } })
  const places = textsOf(survey).map(({ place }) => place)
  expect(places.slice(0, 6)).toEqual([
    { field: 'title' },
    { field: 'welcome' },
    { page: 'technical-solutions', field: 'title' },
    { page: 'technical-solutions', field: 'intro' },
    { page: 'technical-solutions', question: 'technical-solutions_quality', field: 'text' },
    { page: 'technical-solutions', question: 'technical-solutions_quality', field: 'help' },
  ])
  expect(places.at(-1)).toEqual({ field: 'thanks' })
})

test('every text is found once, and its operation writes there and nowhere else', () => {
  fc.assert(
    fc.property(arbitrarySurvey, fc.nat(), (definition, at) => {
      const texts = textsOf(definition)
      const places = texts.map(({ place }) => JSON.stringify(place))
      expect(new Set(places).size).toBe(places.length)
      const chosen = texts[at % texts.length]
      const result = chosen && applyOperation(definition, chosen.operation('vi', 'năm'))
      if (!chosen || !result?.ok) throw new Error('a text must be writable')
      const after = textsOf(result.definition)
      for (const [index, { place, text }] of after.entries())
        expect([place, text]).toEqual([
          texts[index]?.place,
          place === chosen.place || JSON.stringify(place) === JSON.stringify(chosen.place)
            ? { ...chosen.text, vi: 'năm' }
            : texts[index]?.text,
        ])
    }),
  )
})

test('no text of a survey is missed', () => {
  fc.assert(
    fc.property(arbitrarySurvey, definition => {
      const written = JSON.stringify(definition).match(/"(en|vi)":/g)?.length ?? 0
      const found = textsOf(definition).reduce((sum, { text }) => sum + Object.keys(text).length, 0)
      expect(found).toBe(written)
    }),
  )
})
