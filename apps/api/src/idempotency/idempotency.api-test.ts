import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals'
import type { Colleague } from '@sixfold/testkit/people'
import { colleague } from '@sixfold/testkit/people'
import type { TestApi } from '@sixfold/testkit/start-test-api'
import { startTestApi } from '@sixfold/testkit/start-test-api'
import { once } from './idempotency.ts'

jest.setTimeout(60_000)

let api: TestApi
let marketing: Colleague
beforeAll(async () => {
  api = await startTestApi()
  marketing = await colleague(api, 'marketing')
})
afterAll(() => api.close())

const survey = (quarter: 1 | 2 | 3 | 4 = 3) => ({
  factorModel: 'ibm-six',
  quarter: { year: 2026, quarter },
  languages: ['en', 'vi'],
})
const keyed = (idempotencyKey: string) => ({ context: { idempotencyKey } })
const countSurveys = async () => (await marketing.api.surveys.list()).items.length

describe('the same write with the same key', () => {
  test('gives the first result again and is carried out once', async () => {
    const before = await countSurveys()
    const first = await marketing.api.surveys.create(survey(), keyed('one'))
    expect(await marketing.api.surveys.create(survey(), keyed('one'))).toEqual(first)
    expect(await countSurveys()).toBe(before + 1)
  })

  test('twenty times in parallel, too', async () => {
    const before = await countSurveys()
    const results = await Promise.all(
      Array.from({ length: 20 }, () => marketing.api.surveys.create(survey(), keyed('parallel'))),
    )
    expect(new Set(results.map(({ id }) => id)).size).toBe(1)
    expect(await countSurveys()).toBe(before + 1)
  })

  test('can be tried again after a failure', async () => {
    const { id, revision } = await marketing.api.surveys.create(survey())
    const stale = { id, revision: revision + 7 }
    await expect(marketing.api.surveys.publish(stale, keyed('retry'))).rejects.toMatchObject({
      code: 'revision_conflict',
    })
    await expect(marketing.api.surveys.publish(stale, keyed('retry'))).rejects.toMatchObject({
      code: 'revision_conflict',
    })
    expect(await marketing.api.surveys.publish({ id, revision }, keyed('retry'))).toMatchObject({ number: 1 })
  })

  test('but other content is refused, and other people’s keys are their own', async () => {
    const before = await countSurveys()
    await marketing.api.surveys.create(survey(), keyed('shared'))
    await expect(marketing.api.surveys.create(survey(4), keyed('shared'))).rejects.toMatchObject({
      code: 'idempotency_mismatch',
      status: 409,
    })
    const other = await colleague(api, 'marketing')
    await other.api.surveys.create(survey(), keyed('shared'))
    expect(await countSurveys()).toBe(before + 2)
  })

  test('of a procedure that returns nothing is answered with nothing', async () => {
    const administrator = await colleague(api, 'administrator')
    const person = await colleague(api, 'care')
    await administrator.api.staff.end({ id: person.id }, keyed('end'))
    expect(await administrator.api.staff.end({ id: person.id }, keyed('end'))).toBeFalsy()
  })
})

describe('a key', () => {
  const call = (key: string, input: unknown = {}) => ({ key, caller: 'somebody', procedure: 'test', input })

  test('held by a process that died is free after a minute, and the dead one’s result cannot come late', async () => {
    const begun = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
    const late = Promise.withResolvers<unknown>()
    void once(api.ctx, call('dead'), () => {
      begun[0]?.resolve()
      return new Promise(() => undefined)
    })
    const first = once(api.ctx, call('late'), () => {
      begun[1]?.resolve()
      return late.promise
    })
    await Promise.all(begun.map(({ promise }) => promise))
    api.clock.advance({ minutes: 2 })
    expect(await once(api.ctx, call('dead'), async () => 'second')).toBe('second')
    // The first of this key goes on and ends after the second took over.
    expect(await once(api.ctx, call('late'), async () => 'second')).toBe('second')
    late.resolve('first')
    expect(await first).toBe('first')
    expect(await once(api.ctx, call('late'), async () => 'third')).toBe('second')
  })

  test('tells files apart by what is in them', async () => {
    const file = (text: string) => ({ file: new File([text], 'a.csv') })
    expect(await once(api.ctx, call('file', file('one')), async () => 1)).toBe(1)
    expect(await once(api.ctx, call('file', file('one')), async () => 2)).toBe(1)
    await expect(once(api.ctx, call('file', file('two')), async () => 2)).rejects.toMatchObject({
      code: 'idempotency_mismatch',
    })
  })

  test('keeps its result sealed', async () => {
    await once(api.ctx, call('sealed'), async () => ({ name: 'Nguyễn Thị Mai' }))
    const rows = await api.ctx.db.connection.collection('idempotencyKeys').find({}).toArray()
    expect(JSON.stringify(rows)).not.toContain('Nguyễn Thị')
  })
})
