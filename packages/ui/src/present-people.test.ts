import { expect, test } from '@jest/globals'
import type { PresentPerson } from '@sixfold/contract/socket'
import { PRESENCE_ENDS_MS } from '@sixfold/contract/socket'
import type { PresentTabs } from './present-people.ts'
import { presentPeople, withLeft, withoutSilent, withShown } from './present-people.ts'

const shown = (tab: string, staffId: string, place: string | null = null): PresentPerson => ({
  topic: { kind: 'survey', id: 's1' },
  place,
  asks: false,
  tab,
  staffId,
  name: staffId.toUpperCase(),
})
const none: PresentTabs = new Map()

test('a person in two tabs is one person at two places; oneself is nobody', () => {
  const tabs = [
    shown('a', 'long', 'question q1'),
    shown('b', 'me', 'question q2'),
    shown('c', 'long', 'page p1'),
  ]
  expect(
    presentPeople(
      tabs.reduce((all, one) => withShown(all, one, 0), none),
      'me',
    ),
  ).toEqual([{ staffId: 'long', name: 'LONG', places: ['question q1', 'page p1'] }])
})

test('the last place that a tab showed counts, and its end ends it', () => {
  const tabs = withShown(withShown(none, shown('a', 'long', 'question q1'), 0), shown('a', 'long'), 5)
  expect(presentPeople(tabs, 'me')).toEqual([{ staffId: 'long', name: 'LONG', places: [] }])
  expect(presentPeople(withLeft(tabs, 'a'), 'me')).toEqual([])
  expect(withLeft(tabs, 'ghost')).toBe(tabs)
})

test('who is not shown again is gone, as when a server died', () => {
  const tabs = withShown(withShown(none, shown('a', 'long'), 0), shown('b', 'hoa'), PRESENCE_ENDS_MS - 1)
  expect(withoutSilent(tabs, PRESENCE_ENDS_MS - 1)).toBe(tabs)
  expect(presentPeople(withoutSilent(tabs, PRESENCE_ENDS_MS), 'me').map(({ staffId }) => staffId)).toEqual([
    'hoa',
  ])
})
