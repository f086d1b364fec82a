import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { ibmSix } from '@sixfold/domain/factor-models/ibm-six'
import { emptyTally, foldTally } from '@sixfold/domain/quality/tally'
import { accountKey, accountsAmong, foldResponses } from '@sixfold/domain/scoreboard'
import { hiddenSegments, validRatings } from '@sixfold/domain/scoreboard-disclosure'
import { quarterlySurvey } from '@sixfold/domain/survey/preset'
import type { TestApi } from '@sixfold/testkit/start-test-api'
import { startTestApi } from '@sixfold/testkit/start-test-api'
import { newId } from '../../../db/collection.ts'
import { findBoard } from '../scoreboard-records/service.ts'
import type { AnswerSource } from './service.ts'
import { foldWave, recountWave } from './service.ts'

let api: TestApi
beforeAll(async () => {
  api = await startTestApi()
})
afterAll(() => api.close())

const definition = quarterlySurvey(ibmSix, { languages: ['en'], quarter: { year: 2026, quarter: 3 } })

/** Responses in memory, with the marks a store would keep, and a fault that strikes when told. */
function answersOf(count: number) {
  const rows = Array.from({ length: count }, (_, n) => ({
    id: newId(),
    answers: { delivery_overall: (n % 5) + 1, recommend: n % 11 },
    segments: [`region:${n % 3}`],
    mode: 'web',
    language: n % 2 === 0 ? 'vi' : 'en',
    pages: { delivery: n * 7 },
    counted: false,
  }))
  const plain = ({ counted: _counted, ...row }: (typeof rows)[number]) => row
  const fault = { strikes: () => false }
  const mayFail = () => {
    if (fault.strikes()) throw new Error('the process died here')
  }
  const source: AnswerSource = {
    definitionOf: async () => definition,
    async uncounted(_ctx, _waveId, limit) {
      mayFail()
      const found = rows.filter(({ counted }) => !counted).slice(0, Math.min(limit, 7))
      mayFail()
      return found.map(plain)
    },
    async markCounted(_ctx, ids) {
      mayFail()
      // Dying in the middle leaves some marked and some not.
      for (const [at, id] of ids.entries()) {
        if (at === 3) mayFail()
        for (const row of rows) if (row.id === id) row.counted = true
      }
      mayFail()
    },
    async counted(_ctx, _waveId, { after, limit }) {
      const done = rows.filter(row => row.counted && (after === null || row.id > after))
      return done.slice(0, limit).map(plain)
    },
  }
  const truth = () => ({
    counts: foldResponses({}, rows.map(plain), definition),
    tally: foldTally(emptyTally, rows.map(plain), definition),
  })
  return { rows, source, fault, truth }
}

/** Repeatable chance: a linear congruential generator. */
function chance(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}

async function untilDone(fold: () => Promise<unknown>): Promise<number> {
  for (let deaths = 0; ; deaths += 1) {
    try {
      await fold()
      return deaths
    } catch (error) {
      if (!(error instanceof Error) || error.message !== 'the process died here') throw error
    }
  }
}

describe('folding', () => {
  test('takes up every response once, and says so to who follows', async () => {
    const { source, truth } = answersOf(20)
    const waveId = newId()
    const revision = await foldWave(api.ctx, waveId, source)
    expect(await findBoard(api.ctx, waveId)).toMatchObject({ revision, ...truth() })
    expect(await foldWave(api.ctx, waveId, source)).toBe(revision)
  })

  test('once leaves what arrives meanwhile to the next fold, and marks its own', async () => {
    const { source, rows, truth } = answersOf(5)
    const waveId = newId()
    const later = answersOf(3).rows
    const whileFolding: AnswerSource = {
      ...source,
      uncounted: async (...wanted) => {
        const found = await source.uncounted(...wanted)
        rows.push(...later.splice(0))
        return found
      },
    }
    await foldWave(api.ctx, waveId, whileFolding, 'once')
    expect(rows.map(({ counted }) => counted)).toEqual([true, true, true, true, true, false, false, false])
    await foldWave(api.ctx, waveId, source, 'once')
    expect(await findBoard(api.ctx, waveId)).toMatchObject(truth())
  })

  test('of a wave that does not exist makes no board', async () => {
    const { source } = answersOf(3)
    expect(await foldWave(api.ctx, 'ghost', { ...source, definitionOf: async () => null })).toBe(0)
    expect(await findBoard(api.ctx, 'ghost')).toMatchObject({ revision: 0, counts: {} })
  })

  test.each([1, 2, 3, 4, 5, 6])(
    'that dies again and again, at any point, loses and doubles nothing (%i)',
    async seed => {
      const { source, fault, truth } = answersOf(40)
      const waveId = newId()
      const random = chance(seed)
      fault.strikes = () => random() < 0.25
      expect(await untilDone(() => foldWave(api.ctx, waveId, source))).toBeGreaterThan(0)
      expect(await findBoard(api.ctx, waveId)).toMatchObject(truth())
    },
  )

  test('by several processes at once, some of them dying, counts each response once', async () => {
    const { source, rows, fault, truth } = answersOf(60)
    const waveId = newId()
    const random = chance(7)
    fault.strikes = () => random() < 0.1
    const late = rows.splice(40)
    const folders = Array.from({ length: 4 }, () => untilDone(() => foldWave(api.ctx, waveId, source)))
    rows.push(...late)
    await Promise.all(folders)
    fault.strikes = () => false
    await foldWave(api.ctx, waveId, source)
    expect(await findBoard(api.ctx, waveId)).toMatchObject(truth())
  })
})

describe('recounting', () => {
  test('does not take an answer that lost its name for one of another account', async () => {
    const { source, rows } = answersOf(6)
    const waveId = newId()
    const forgotten = new Set<string>()
    const withAccount = (row: (typeof rows)[number], n: number) => {
      const accountId = forgotten.has(row.id) ? undefined : `a${n % 2}`
      return { ...row, account: accountKey({ id: row.id, accountId }) }
    }
    const named: AnswerSource = {
      ...source,
      uncounted: async () => rows.filter(({ counted }) => !counted).map(withAccount),
      counted: async (_ctx, _waveId, { after }) => (after === null ? rows.map(withAccount) : []),
    }
    await foldWave(api.ctx, waveId, named)
    for (const { id } of rows) {
      forgotten.add(id)
      await recountWave(api.ctx, waveId, named)
      const { counts } = await findBoard(api.ctx, waveId)
      expect(accountsAmong(counts.all?.accounts ?? [])).toBe(2)
      expect(hiddenSegments({ board: counts, validOf: validRatings('delivery'), minimumCell: 5 })).toContain(
        'all',
      )
    }
  })

  test('mends a board whose counts went wrong, also while answers arrive', async () => {
    const { source, rows, truth } = answersOf(30)
    const waveId = newId()
    await foldWave(api.ctx, waveId, source)
    await api.ctx.db.connection
      .collection<{ _id: string }>('scoreboards')
      .updateOne({ _id: waveId }, { $set: { 'counts.all.responses': 999, 'tally.responses': 999 } })
    const more = answersOf(25).rows
    rows.push(...more)
    await Promise.all([recountWave(api.ctx, waveId, source), foldWave(api.ctx, waveId, source)])
    expect(await findBoard(api.ctx, waveId)).toMatchObject(truth())
  })
})
