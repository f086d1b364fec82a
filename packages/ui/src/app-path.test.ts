import { expect, test } from '@jest/globals'
import { currentTab, joinPath } from './app-path.ts'

test('paths join with one slash between', () => {
  expect(joinPath('/builder', '/waves')).toBe('/builder/waves')
  expect(joinPath('/builder/', 'waves')).toBe('/builder/waves')
  expect(joinPath('/', '/staff')).toBe('/staff')
  expect(joinPath('/builder', '/')).toBe('/builder/')
})

const tabs = ['/builder/', '/builder/surveys', '/builder/surveys/old']

test.each([
  ['/builder', '/builder/'],
  ['/builder/', '/builder/'],
  ['/builder/surveys', '/builder/surveys'],
  ['/builder/surveys/7/edit', '/builder/surveys'],
  ['/builder/surveys/old/7', '/builder/surveys/old'],
  ['/builder/surveyors', undefined],
  ['/builder/waves', undefined],
])('%s belongs to %s', (pathname, tab) => {
  expect(currentTab(pathname, tabs, '/builder')).toBe(tab)
})

test('the first page of an app at the root is not the parent of all', () => {
  expect(currentTab('/jobs', ['/', '/staff'], '/')).toBeUndefined()
})
