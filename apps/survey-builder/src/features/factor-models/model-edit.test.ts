import { expect, test } from '@jest/globals'
import type { ModelContent } from '@sixfold/contract/factor-models'
import type { ModelEdit } from './model-edit.ts'
import { blankModel, editModel, textAt } from './model-edit.ts'

const edited = (model: ModelContent, ...edits: ModelEdit[]) => edits.reduce(editModel, model)
const keys = (model: ModelContent) => model.factors.map(({ key }) => key).join('')
const model = blankModel(['a', 'b', 'c'])

test('factors are added, moved and taken out; past an end they stay', () => {
  expect(keys(edited(model, { edit: 'add-factor', key: 'd' }))).toBe('abcd')
  expect(keys(edited(model, { edit: 'move-factor', factor: 'c', by: -1 }))).toBe('acb')
  expect(keys(edited(model, { edit: 'move-factor', factor: 'a', by: -1 }))).toBe('abc')
  expect(keys(edited(model, { edit: 'move-factor', factor: 'c', by: 1 }))).toBe('abc')
  expect(keys(edited(model, { edit: 'remove-factor', factor: 'b' }))).toBe('ac')
  expect(edited(model, { edit: 'remove-factor', factor: 'ghost' })).toEqual(model)
})

test('attributes belong to their factor', () => {
  const twice = edited(
    model,
    { edit: 'add-attribute', factor: 'b', key: 'x' },
    { edit: 'add-attribute', factor: 'b', key: 'y' },
    { edit: 'move-attribute', factor: 'b', attribute: 'y', by: -1 },
  )
  expect(twice.factors.map(({ attributes }) => attributes.map(({ key }) => key))).toEqual([
    [],
    ['y', 'x'],
    [],
  ])
  const once = edited(twice, { edit: 'remove-attribute', factor: 'b', attribute: 'y' })
  expect(once.factors[1]?.attributes.map(({ key }) => key)).toEqual(['x'])
})

test('texts are written in one language and taken out again; the model before stays as it was', () => {
  const place = { factor: 'b', attribute: 'x', field: 'statement' } as const
  const text = (language: string, value: string): ModelEdit => ({ edit: 'text', place, language, value })
  const before = edited(model, { edit: 'add-attribute', factor: 'b', key: 'x' })
  const written = edited(before, text('en', 'Ease'), text('vi', 'Dễ'))
  expect(textAt(written, place)).toEqual({ en: 'Ease', vi: 'Dễ' })
  expect(textAt(edited(written, text('en', '')), place)).toEqual({ vi: 'Dễ' })
  expect(textAt(before, place)).toEqual({})
  expect(
    textAt(edited(model, { edit: 'text', place: { field: 'name' }, language: 'en', value: 'Ours' }), {}),
  ).toEqual({
    en: 'Ours',
  })
})
