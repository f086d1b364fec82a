import { describe, expect, test } from '@jest/globals'
import { factorIndex, QUARTERLY_FACTOR_COUNT } from '../factor-model.ts'
import { missingLanguages } from '../local-text.ts'
import { ibmSix } from './ibm-six.ts'
import { presetFactorModels } from './presets.ts'

describe.each(presetFactorModels)('the preset $key', model => {
  test('says everything in English and Vietnamese', () => {
    const texts = [
      model.name,
      ...model.factors.flatMap(factor => [
        factor.name,
        factor.overall,
        ...factor.attributes.flatMap(attribute => [attribute.name, attribute.statement]),
      ]),
    ]
    expect(texts.filter(text => missingLanguages(text, ['en', 'vi']).length > 0)).toEqual([])
  })

  test('names its source, and each factor and attribute once, in words that can be keys', () => {
    expect(model.source).toMatch(/\d{4}/)
    const lists = [model.factors, ...model.factors.map(factor => factor.attributes)].map(list =>
      list.map(({ key }) => key),
    )
    for (const keys of lists) expect(new Set(keys).size).toBe(keys.length)
    expect(lists.flat().filter(key => !/^[a-z]+(-[a-z]+)*$/.test(key))).toEqual([])
  })
})

test("IBM's six have the attributes that Kan lists", () => {
  expect(ibmSix.factors).toHaveLength(QUARTERLY_FACTOR_COUNT)
  expect(ibmSix.factors.map(factor => factor.attributes.length)).toEqual([6, 3, 3, 3, 3, 3])
  expect(factorIndex(ibmSix, 'delivery')).toBe(4)
  expect(factorIndex(ibmSix, 'weather')).toBe(-1)
})
