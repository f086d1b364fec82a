import { expect, test } from '@jest/globals'
import type { ReportColumn } from '@sixfold/domain/results/report-outline'
import { REPORT_COLUMNS } from '@sixfold/domain/results/report-outline'
import { factorScore, hiddenScore, scoreboard } from '@sixfold/testkit/score-views'
import { scoreParts, trendParts } from './score-parts.ts'
import { tellIn } from './tell.ts'

const en = tellIn('en')

const [shown, hidden] = [factorScore(), hiddenScore()]

test('where no factor may be shown, that is said once in place of tables and empty panels', () => {
  expect(scoreParts(scoreboard(hidden, hidden), en, REPORT_COLUMNS)).toEqual([
    { kind: 'heading', text: en.say('scores') },
    { kind: 'paragraph', text: en.say('scoresFew', { minimum: 5 }) },
  ])
  expect(trendParts([scoreboard(hidden), scoreboard(hidden)], en, REPORT_COLUMNS)).toEqual([])
})

test('one factor that may be shown brings the tables, with the hidden one named', () => {
  const parts = scoreParts(scoreboard(shown, hidden), en, REPORT_COLUMNS)
  expect(parts.map(({ kind }) => kind)).toEqual(['heading', 'table', 'heading', 'table'])
  expect(parts[1]).toMatchObject({ rows: [expect.any(Array), expect.arrayContaining(['Not shown'])] })
  expect(trendParts([scoreboard(hidden), scoreboard(shown)], en, REPORT_COLUMNS)).toHaveLength(2)
})

test('the limits of chance, from which the numbers of answers follow, stand only with the intervals', () => {
  const outlier = factorScore({ counts: [0, 0, 0, 0, 40], percentNonsatisfied: 100 })
  const history = Array.from({ length: 9 }, (_, at) => scoreboard(at < 8 ? factorScore() : outlier))
  const chartFor = (columns: readonly ReportColumn[]) => {
    const [, part] = trendParts(history, en, columns)
    if (part?.kind !== 'chart') throw new Error('No chart.')
    return part.model
  }
  expect(chartFor(REPORT_COLUMNS).sentence).toBe('Delivery: 2026-Q3 outside what chance explains.')
  const without = chartFor(REPORT_COLUMNS.filter(column => column !== 'interval'))
  expect(without.sentence).toBe('Share of nonsatisfied answers by quarter.')
  expect(JSON.stringify(without.table)).not.toContain('outside')
})
