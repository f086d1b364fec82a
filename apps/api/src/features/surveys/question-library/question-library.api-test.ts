import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { Question } from '@sixfold/domain/survey/question'
import { starterQuestions } from '@sixfold/domain/survey/starter/starter-questions'
import type { Colleague } from '@sixfold/testkit/people'
import { colleague } from '@sixfold/testkit/people'
import type { TestApi } from '@sixfold/testkit/start-test-api'
import { startTestApi } from '@sixfold/testkit/start-test-api'

let api: TestApi
let marketing: Colleague
beforeAll(async () => {
  api = await startTestApi()
  marketing = await colleague(api, 'marketing', { name: 'Lan Anh' })
})
afterAll(() => api.close())

const question: Question = {
  id: 'reason',
  kind: 'choice',
  text: { en: 'After {{question:q1|this}}: why?', vi: 'Vì sao?' },
  required: true,
  showIf: { join: 'all', tests: [] },
  options: [{ id: 'price', text: { en: 'The price', vi: 'Giá cả' } }],
  order: 'random',
}
type LibraryPage = Awaited<ReturnType<Colleague['api']['questionLibrary']['list']>>
const library = () => marketing.api.questionLibrary
const save = (name: string) => library().save({ name, question })
const refusal = (code: string, status: number) => expect.objectContaining({ code, status })

describe('the question library', () => {
  test('ships with a starter set, named in the reader’s language', async () => {
    const { items, next } = await library().list({})
    expect(items.map(({ id }) => id)).toEqual(starterQuestions.map(({ id }) => id))
    expect(items[0]).toMatchObject({ name: 'Recommendation', origin: 'starter', savedAt: null })
    expect(next).toBeNull()
    const long = await colleague(api, 'marketing', { language: 'vi' })
    const [first] = (await long.api.questionLibrary.list({})).items
    expect(first?.name).toBe('Mức giới thiệu')
  })

  test('keeps a question in all languages, without what only its survey knows', async () => {
    const entry = await save('Reason for leaving')
    expect(entry).toEqual({
      id: entry.id,
      name: 'Reason for leaving',
      origin: 'own',
      question: {
        id: 'library',
        kind: 'choice',
        text: { en: 'After this: why?', vi: 'Vì sao?' },
        required: true,
        options: [{ id: 'price', text: { en: 'The price', vi: 'Giá cả' } }],
        order: 'random',
      },
      savedAt: api.clock.now().toISOString(),
      savedBy: 'Lan Anh',
    })
    const { items } = await library().list({})
    expect(items[0]).toEqual(entry)
    expect(items).toHaveLength(starterQuestions.length + 1)
  })

  test('is searched by name and by text, in any language, with or without diacritics', async () => {
    const entry = await save('Lý do rời đi')
    const found = async (search: string) =>
      (await library().list({ search })).items.map(({ id, origin }) => (origin === 'own' ? id : origin))
    expect(await found('ly do roi')).toEqual([entry.id])
    expect(await found('gia ca')).toContain(entry.id)
    expect(await found('invoice reminder')).toEqual([])
    expect(await found('ghé thăm nothing')).toEqual([])
    expect((await library().list({ search: 'đến thăm' })).items.map(({ id }) => id)).toEqual([
      'starter-visit',
    ])
  })

  test('is read in pages: own entries by name, the starter set last', async () => {
    const [b, a] = [await save('zz page b'), await save('ZZ page a')]
    const read: string[] = []
    let cursor: string | undefined
    do {
      const input = { search: 'zz page', limit: 1 }
      const page: LibraryPage = await library().list(cursor ? { ...input, cursor } : input)
      read.push(...page.items.map(({ id }) => id))
      cursor = page.next ?? undefined
    } while (cursor)
    expect(read).toEqual([a.id, b.id])
  })

  test('refuses a second entry of the same name, however it is written', async () => {
    await save('Điều gì quan trọng?')
    await expect(save('dieu gi  QUAN trong?')).rejects.toEqual(refusal('already_exists', 409))
    const attempts = await Promise.allSettled(Array.from({ length: 6 }, () => save('At once')))
    expect(attempts.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  })

  test('renames and removes own entries', async () => {
    const entry = await save('Before')
    await save('Taken')
    const renamed = await library().rename({ id: entry.id, name: ' Renamed ' })
    expect(renamed).toMatchObject({ id: entry.id, name: 'Renamed', question: entry.question })
    expect((await library().list({ search: 'renamed price' })).items.map(({ id }) => id)).toEqual([entry.id])
    await expect(library().rename({ id: entry.id, name: 'taken' })).rejects.toEqual(
      refusal('already_exists', 409),
    )
    await library().remove({ id: entry.id })
    await expect(library().remove({ id: entry.id })).rejects.toEqual(refusal('not_found', 404))
    await expect(library().rename({ id: entry.id, name: 'Again' })).rejects.toEqual(refusal('not_found', 404))
  })

  test('the starter set stays as it is', async () => {
    await expect(library().rename({ id: 'starter-visit', name: 'Mine' })).rejects.toEqual(
      refusal('wrong_state', 409),
    )
    await expect(library().remove({ id: 'starter-visit' })).rejects.toEqual(refusal('wrong_state', 409))
  })

  test.each<[string, unknown]>([
    ['a name of spaces', { name: '   ', question }],
    ['a name without end', { name: 'x'.repeat(101), question }],
    ['an unknown kind', { name: 'Kind', question: { ...question, kind: 'telepathy' } }],
    ['an operator object', { name: { $gt: '' }, question }],
    ['an unknown key', { name: 'Key', question: { ...question, html: '<b>' } }],
  ])('refuses %s and keeps nothing', async (_, body) => {
    const before = (await library().list({})).items.length
    const answer = await fetch(`${api.url}/api/question-library`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', cookie: marketing.cookie },
      body: JSON.stringify(body),
    })
    expect(answer.status).toBe(422)
    expect((await library().list({})).items).toHaveLength(before)
  })
})

describe('who may', () => {
  test('an analyst reads and cannot change; the refusal looks like nothing is there', async () => {
    const analyst = await colleague(api, 'analyst')
    const entry = await save('Read by all')
    expect((await analyst.api.questionLibrary.list({ search: 'read by all' })).items).toEqual([entry])
    for (const attempt of [
      () => analyst.api.questionLibrary.save({ name: 'Mine', question }),
      () => analyst.api.questionLibrary.rename({ id: entry.id, name: 'Mine' }),
      () => analyst.api.questionLibrary.remove({ id: entry.id }),
      () => analyst.api.questionLibrary.remove({ id: 'starter-visit' }),
    ])
      await expect(attempt()).rejects.toEqual(refusal('not_found', 404))
  })

  test('marketing of single regions reads the house’s library and does not change it', async () => {
    const regional = await colleague(api, 'marketing', { regions: ['north'] })
    expect((await regional.api.questionLibrary.list({})).items.length).toBeGreaterThan(0)
    await expect(regional.api.questionLibrary.save({ name: 'Mine', question })).rejects.toEqual(
      refusal('not_found', 404),
    )
  })

  test('nobody without signing in', async () => {
    await expect(api.anonymous.questionLibrary.list({})).rejects.toEqual(refusal('unauthenticated', 401))
  })
})
