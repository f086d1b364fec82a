import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { outlineOf, REPORT_COLUMNS, REPORT_PARTS } from './report-outline.ts'

test('with nothing hidden everything stands', () => {
  expect(outlineOf({ parts: REPORT_PARTS, hidden: [] })).toEqual({
    parts: [...REPORT_PARTS],
    columns: [...REPORT_COLUMNS],
    findings: ['change', 'signal', 'improve', 'silent'],
  })
})

test('what states a hidden column, or lets it be computed, goes with it', () => {
  const { parts, columns, findings } = outlineOf({ parts: REPORT_PARTS, hidden: ['index'] })
  expect(columns).not.toContain('distribution')
  expect(parts).not.toContain('drivers')
  expect(findings).not.toContain('improve')
  expect(outlineOf({ parts: REPORT_PARTS, hidden: ['change', 'n'] }).parts).toEqual([
    'findings',
    'drivers',
    'comments',
  ])
})

test('without the numbers of answers nothing stands that they follow from', () => {
  const { parts, columns, findings } = outlineOf({ parts: REPORT_PARTS, hidden: ['n'] })
  // Of an interval and its share Wilson's formula gives the number.
  expect(columns).toEqual(['index', 'change', 'nonsatisfied', 'distribution'])
  expect(parts).not.toContain('coverage')
  expect(findings).not.toContain('silent')
  expect(findings).not.toContain('change')
  // And of the limits of a p chart and its centre.
  expect(findings).not.toContain('signal')
})

test('hiding more never shows more', () => {
  const columns = fc.subarray([...REPORT_COLUMNS])
  fc.assert(
    fc.property(fc.subarray([...REPORT_PARTS]), columns, columns, (parts, some, others) => {
      const less = outlineOf({ parts, hidden: [...some, ...others] })
      const more = outlineOf({ parts, hidden: some })
      expect(more.parts).toEqual(expect.arrayContaining(less.parts))
      expect(more.columns).toEqual(expect.arrayContaining(less.columns))
      expect(more.findings).toEqual(expect.arrayContaining(less.findings))
    }),
  )
})
