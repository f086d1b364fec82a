import { expect, test } from '@jest/globals'
import { moved, newItem, toSave } from './agenda-draft.ts'

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
