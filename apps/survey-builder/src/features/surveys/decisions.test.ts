import { expect, test } from '@jest/globals'
import type { Programme } from '@sixfold/contract/programmes'
import type { Survey } from '@sixfold/contract/surveys'
import type { Wave } from '@sixfold/contract/waves'
import type { Quarter } from '@sixfold/domain/quarter'
import { decisionsOf } from './decisions.ts'

const quarter: Quarter = { year: 2026, quarter: 3 }
const next: Quarter = { year: 2026, quarter: 4 }
const now = '2026-08-17T03:00:00.000Z'

const survey = (id: string, fields: Partial<Survey> = {}): Survey => ({
  id,
  quarter,
  title: { en: id },
  languages: ['en'],
  factorModel: { key: 'ibm-six', version: 1 },
  revision: 1,
  updatedAt: now,
  updatedBy: 'Lan Anh',
  kind: 'quarterly',
  latestVersion: 1,
  changedSincePublished: false,
  ...fields,
})
const wave = (surveyId: string, fields: Partial<Wave> = {}): Wave => ({
  id: `wave of ${surveyId}`,
  name: surveyId,
  kind: 'quarterly',
  programmeId: null,
  surveyId,
  version: 1,
  quarter,
  regionIds: ['north'],
  state: 'running',
  framed: 10,
  invited: 8,
  refused: 1,
  responded: 3,
  launchedAt: now,
  opensAt: now,
  closesAt: '2026-09-17T03:00:00.000Z',
  revision: 1,
  ...fields,
})
const kinds = (surveys: Survey[], waves: Wave[]) =>
  decisionsOf({ surveys, waves, now, quarter, next }).map(({ kind }) => kind)

test('an asked survey and the next one in place: nothing waits', () => {
  expect(kinds([survey('a'), survey('b', { quarter: next })], [wave('a'), wave('b')])).toEqual([])
})

test('the next quarter without a survey is the last thing to decide', () => {
  expect(kinds([survey('a')], [wave('a')])).toEqual(['no survey'])
})

test('drafts, changes after publishing, published but not asked, closing soon', () => {
  const surveys = [
    survey('draft', { latestVersion: null, quarter: next }),
    survey('changed', { changedSincePublished: true }),
    survey('ready'),
  ]
  const closing = wave('changed', { closesAt: '2026-08-19T03:00:00.000Z' })
  expect(kinds(surveys, [closing])).toEqual(['closing', 'launch', 'changed', 'draft'])
})

test('what is over waits for nobody', () => {
  const old = survey('old', { quarter: { year: 2025, quarter: 4 }, latestVersion: null })
  expect(kinds([old, survey('b', { quarter: next })], [wave('b', { state: 'closed' })])).toEqual([])
})

test('a draft waits to be launched and a paused wave to go on; a draft wave is no reason to launch again', () => {
  const waves = [wave('a', { state: 'draft' }), wave('b', { state: 'paused' })]
  expect(kinds([survey('a'), survey('b', { quarter: next })], waves)).toEqual(['paused', 'draft wave'])
})

test('a quarterly programme without a wave for the next quarter asks for it, instead of a survey', () => {
  const programme = { id: 'p', kind: 'quarterly' } as Programme
  const decide = (waves: Wave[]) =>
    decisionsOf({ surveys: [survey('a')], waves, programmes: [programme], now, quarter, next }).map(
      ({ kind }) => kind,
    )
  expect(decide([wave('a')])).toEqual(['next quarter'])
  expect(decide([wave('a'), wave('b', { programmeId: 'p', quarter: next })])).toEqual([])
})
