import { expect, test } from '@jest/globals'
import type { Agenda } from '@sixfold/contract/agendas'
import { isChanged, moved, newItem, toSave } from './agenda-draft.ts'

test('an item moves by one place and never out of the list', () => {
  expect(moved(['a', 'b', 'c'], 0, 1)).toEqual(['b', 'a', 'c'])
  expect(moved(['a', 'b', 'c'], 2, 1)).toEqual(['a', 'b', 'c'])
  expect(moved(['a', 'b', 'c'], 0, -1)).toEqual(['a', 'b', 'c'])
})

test('blank words and names of files are not sent', () => {
  const item = newItem('topic', { title: { en: 'A', vi: ' ' }, materials: [{ id: 'f1', name: 'a.pdf' }] })
  const [sent] = toSave([item])
  expect(sent).toMatchObject({ title: { en: 'A' }, materialIds: ['f1'] })
  expect(sent).not.toHaveProperty('materials')
})

test('a draft is changed when it would save something else', () => {
  const kept: Agenda = {
    revision: 3,
    shown: true,
    overrun: 0,
    items: [],
    savedBy: '',
    savedAt: null,
  }
  expect(isChanged({ items: [], shown: true }, kept)).toBe(false)
  expect(isChanged({ items: [], shown: false }, kept)).toBe(true)
  expect(isChanged({ items: [newItem('break')], shown: true }, kept)).toBe(true)
})
