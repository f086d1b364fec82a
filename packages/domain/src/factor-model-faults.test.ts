import { describe, expect, test } from '@jest/globals'
import type { Factor, FactorModel } from './factor-model.ts'
import { MODEL_LIMITS } from './factor-model.ts'
import { isKeepable, modelFaults, modelLanguages, modelTexts } from './factor-model-faults.ts'
import { furps } from './factor-models/furps.ts'
import { ibmSix } from './factor-models/ibm-six.ts'
import { presetFactorModels } from './factor-models/presets.ts'

const factor = (key: string, name = key): Factor => ({
  key,
  name: { en: name },
  overall: { en: `${name}, overall` },
  attributes: [],
})
const six = ['a', 'b', 'c', 'd', 'e', 'f'].map(key => factor(key))
const model = (factors: readonly Factor[], rest: Partial<FactorModel> = {}): FactorModel => ({
  key: 'own',
  version: 1,
  name: { en: 'Ours' },
  source: '',
  factors,
  ...rest,
})
const withLast = (change: Partial<Factor>) =>
  model(six.map((one, at) => (at === 5 ? { ...one, ...change } : one)))

test('every preset can be kept; only six factors carry a quarterly survey', () => {
  expect(presetFactorModels.map(one => modelFaults(one).map(({ code }) => code))).toEqual([
    [],
    ['not_quarterly'],
    ['not_quarterly'],
    ['not_quarterly'],
  ])
  expect(isKeepable(modelFaults(furps))).toBe(true)
  expect(modelLanguages(ibmSix)).toEqual(['en', 'vi'])
  expect(modelTexts(ibmSix)).toHaveLength(1 + 6 * 2 + 21 * 2)
})

describe('what stops a model', () => {
  const attribute = { key: 'x', name: { en: 'X' }, statement: { en: 'Our X' } }
  test.each<[string, FactorModel, object]>([
    ['no factors', model([]), { code: 'no_factors', place: {} }],
    [
      'too many factors',
      model(Array.from({ length: MODEL_LIMITS.factors + 1 }, (_, n) => factor(`f${n}`))),
      { code: 'too_many_factors', place: {} },
    ],
    [
      'too many attributes',
      withLast({
        attributes: Array.from({ length: MODEL_LIMITS.attributes + 1 }, (_, n) => ({
          key: `x${n}`,
          name: { en: `X${n}` },
          statement: { en: `Our X${n}` },
        })),
      }),
      { code: 'too_many_attributes', place: { factor: 'f' } },
    ],
    ['a key twice', withLast({ key: 'a' }), { code: 'duplicate_key', place: { factor: 'a' } }],
    [
      'a key twice in a factor',
      withLast({ attributes: [attribute, { ...attribute, name: { en: 'Y' } }] }),
      { code: 'duplicate_key', place: { factor: 'f', attribute: 'x' } },
    ],
    [
      'a name twice',
      withLast({ name: { en: ' A ' } }),
      { code: 'same_name', place: { factor: 'f', field: 'name', language: 'en' } },
    ],
    [
      'a text in no language',
      withLast({ overall: { en: '  ' } }),
      { code: 'missing_text', place: { factor: 'f', field: 'overall' } },
    ],
    ['no name', model(six, { name: {} }), { code: 'missing_text', place: { field: 'name' } }],
    [
      'a text without end',
      withLast({ attributes: [{ ...attribute, statement: { en: 'x'.repeat(MODEL_LIMITS.text + 1) } }] }),
      { code: 'text_too_long', place: { factor: 'f', attribute: 'x', field: 'statement', language: 'en' } },
    ],
    [
      'a source without end',
      model(six, { source: 'x'.repeat(MODEL_LIMITS.source + 1) }),
      { code: 'text_too_long', place: { field: 'source' } },
    ],
  ])('%s', (_, faulty, fault) => {
    const faults = modelFaults(faulty)
    expect(faults).toContainEqual({ severity: 'stops', ...fault })
    expect(isKeepable(faults)).toBe(false)
  })
})

test('a text that lacks one of the languages is owed, no more', () => {
  const faults = modelFaults(withLast({ name: { en: 'F', vi: 'Ê' } }))
  expect(faults).toContainEqual({
    code: 'missing_translation',
    severity: 'advises',
    place: { factor: 'f', field: 'overall', language: 'vi' },
  })
  expect(isKeepable(faults)).toBe(true)
})
