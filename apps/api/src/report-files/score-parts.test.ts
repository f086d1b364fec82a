import { expect, test } from '@jest/globals'
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
  expect(trendParts([scoreboard(hidden), scoreboard(hidden)], en)).toEqual([])
})

test('one factor that may be shown brings the tables, with the hidden one named', () => {
  const parts = scoreParts(scoreboard(shown, hidden), en, REPORT_COLUMNS)
  expect(parts.map(({ kind }) => kind)).toEqual(['heading', 'table', 'heading', 'table'])
  expect(parts[1]).toMatchObject({ rows: [expect.any(Array), expect.arrayContaining(['Not shown'])] })
  expect(trendParts([scoreboard(hidden), scoreboard(shown)], en)).toHaveLength(2)
})
