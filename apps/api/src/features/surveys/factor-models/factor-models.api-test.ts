import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { KeptFactorModel, ModelContent } from '@sixfold/contract/factor-models'
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

const factor = (key: string) => ({
  key,
  name: { en: key },
  overall: { en: `Our ${key}, overall` },
  attributes: [{ key: 'ease', name: { en: 'Ease' }, statement: { en: `Ease of ${key}` } }],
})
const content = (...keys: string[]): ModelContent => ({
  name: { en: 'Ours', vi: 'Của chúng tôi' },
  source: 'Interviews of spring 2026',
  factors: keys.map(factor),
})
const six = content('speed', 'price', 'people', 'product', 'papers', 'promise')
const create = (model = six) => marketing.api.factorModels.create({ model })
const save = ({ key, version, revision }: KeptFactorModel, model: ModelContent) =>
  marketing.api.factorModels.save({ key, version, revision, model })
const survey = (model: Pick<KeptFactorModel, 'key'>, version?: number) =>
  marketing.api.surveys.create({
    factorModel: model.key,
    ...(version === undefined ? {} : { factorModelVersion: version }),
    quarter: { year: 2026, quarter: 3 },
    languages: ['en'],
  })

describe('the list', () => {
  test('begins with the presets, which no survey can change', async () => {
    const own = await create()
    const { items } = await marketing.api.factorModels.list()
    expect(items.slice(0, 3).map(({ key, origin, factors }) => [key, origin, factors.length])).toEqual([
      ['ibm-six', 'preset', 6],
      ['cuprimdso', 'preset', 9],
      ['furps', 'preset', 5],
    ])
    expect(items).toContainEqual(own)
    expect(own).toMatchObject({ origin: 'own', version: 1, revision: 1, used: false, savedBy: 'Lan Anh' })
    await expect(
      marketing.api.factorModels.save({ key: 'ibm-six', version: 1, revision: 1, model: six }),
    ).rejects.toMatchObject({ code: 'not_found' })
    expect(await marketing.api.factorModels.get({ key: 'furps', version: 1 })).toMatchObject({
      origin: 'preset',
    })
  })

  test('names each own model once, in its latest version', async () => {
    const first = await create()
    await survey(first)
    const second = await save(first, content('speed'))
    const { items } = await marketing.api.factorModels.list()
    expect(items.filter(({ key }) => key === first.key)).toEqual([second])
    expect(await marketing.api.factorModels.get({ key: first.key, version: 1 })).toMatchObject({
      used: true,
      factors: six.factors,
    })
  })
})

describe('saving', () => {
  test('changes a model that no survey uses, and makes the next version of one that is used', async () => {
    const model = await create()
    const changed = await save(model, content('speed', 'price'))
    expect(changed).toMatchObject({ version: 1, revision: 2, factors: [{ key: 'speed' }, { key: 'price' }] })
    await save(changed, six)
    const draft = await survey(model)
    const used = await marketing.api.factorModels.get({ key: model.key, version: 1 })
    const next = await save(used, content('other'))
    expect(next).toMatchObject({ version: 2, revision: 1, used: false })
    expect((await marketing.api.surveys.get({ id: draft.id })).definition.factorModel).toEqual({
      key: model.key,
      version: 1,
    })
    expect(await marketing.api.factorModels.get({ key: model.key, version: 1 })).toEqual(used)
  })

  test('what somebody else has saved meanwhile is refused with what stands now', async () => {
    const model = await create()
    const first = await save(model, content('speed'))
    await expect(save(model, six)).rejects.toMatchObject({
      code: 'revision_conflict',
      data: { data: { current: first } },
    })
  })

  test('of many at once lets exactly one through, also where it makes a version', async () => {
    const model = await create()
    for (const round of [1, 2]) {
      const seen = await marketing.api.factorModels.get({ key: model.key, version: 1 })
      const results = await Promise.allSettled(
        Array.from({ length: 8 }, (_, n) => save(seen, content(`speed-${n}`))),
      )
      expect([round, results.filter(({ status }) => status === 'fulfilled').length]).toEqual([round, 1])
      await survey(model, 1)
    }
    const { items } = await marketing.api.factorModels.list()
    expect(items.find(({ key }) => key === model.key)).toMatchObject({ version: 2 })
  })

  test('while surveys are made of it never changes a model under one of them', async () => {
    const model = await create(content('speed', 'price', 'people', 'product', 'papers', 'promise'))
    const [draft] = await Promise.all([
      survey(model),
      ...Array.from({ length: 6 }, (_, n) => save(model, content(`speed-${n}`)).catch(() => null)),
    ])
    const { key, version } = draft.definition.factorModel
    const used = await marketing.api.factorModels.get({ key, version })
    expect(draft.definition.pages.flatMap(page => page.factor ?? [])).toEqual(
      used.factors.map(one => one.key),
    )
  })

  test.each<[string, ModelContent, string]>([
    ['without factors', content(), 'model'],
    ['with a factor twice', content('speed', 'speed'), 'model.factors.0'],
    [
      'with an empty text',
      { ...six, factors: [...six.factors.slice(1), { ...factor('empty'), overall: { en: ' ' } }] },
      'model.factors.5.overall',
    ],
  ])('a model %s is refused where the fault stands', async (_, model, path) => {
    const error = await create(model).catch(thrown => thrown)
    expect(error).toMatchObject({ code: 'invalid_input', status: 422 })
    expect(error.data.fields).toContainEqual({ path, message: expect.any(String) })
  })

  test('leaves entries in the audit', async () => {
    const administrator = await colleague(api, 'administrator')
    const model = await create()
    await save(model, content('speed'))
    await marketing.api.factorModels.remove({ key: model.key, version: 1, revision: 2 })
    const { items } = await administrator.api.audit.list({})
    expect(items.filter(({ subject }) => subject === `factor-model:${model.key}`)).toMatchObject([
      { action: 'factor-model.removed', actor: 'Lan Anh', detail: 'version 1' },
      { action: 'factor-model.saved' },
      { action: 'factor-model.created' },
    ])
  })
})

describe('removing', () => {
  test('a version that no survey uses brings the one before back', async () => {
    const model = await create()
    await survey(model)
    const used = await marketing.api.factorModels.get({ key: model.key, version: 1 })
    await save(used, content('speed'))
    await marketing.api.factorModels.remove({ key: model.key, version: 2, revision: 1 })
    const { items } = await marketing.api.factorModels.list()
    expect(items.filter(({ key }) => key === model.key)).toEqual([used])
  })

  test('a used version, a changed one, and a preset are refused', async () => {
    const model = await create()
    const changed = await save(model, content('speed'))
    const remove = (revision: number, key = model.key) =>
      marketing.api.factorModels.remove({ key, version: 1, revision })
    await expect(remove(1)).rejects.toMatchObject({
      code: 'revision_conflict',
      data: { data: { current: changed } },
    })
    await survey(model)
    await expect(remove(2)).rejects.toMatchObject({ code: 'wrong_state' })
    await expect(remove(1, 'ibm-six')).rejects.toMatchObject({ code: 'not_found' })
  })
})

describe('a survey', () => {
  test('of an own model asks each of its factors, and can be published', async () => {
    const model = await create()
    const draft = await survey(model)
    expect(draft).toMatchObject({ factorModel: { key: model.key, version: 1 } })
    expect(draft.definition.pages.map(({ id }) => id)).toEqual([
      ...six.factors.map(({ key }) => key),
      'closing',
    ])
    const version = await marketing.api.surveys.publish({ id: draft.id, revision: draft.revision })
    expect(version.definition.factorModel).toEqual({ key: model.key, version: 1 })
  })

  test('of another number of factors than six is kept, and refused as a quarterly one', async () => {
    const draft = await survey(await create(content('speed', 'price', 'people', 'product', 'papers')))
    const error = await marketing.api.surveys.publish({ id: draft.id, revision: 1 }).catch(thrown => thrown)
    expect(error).toMatchObject({ code: 'not_publishable' })
    expect(error.data.data.findings).toContainEqual(expect.objectContaining({ code: 'wrong_factor_count' }))
  })

  test('that is given the next version of its model must cover that one', async () => {
    const model = await create()
    const draft = await survey(model)
    const used = await marketing.api.factorModels.get({ key: model.key, version: 1 })
    await save(used, content('speed', 'price', 'people', 'product', 'papers', 'partnership'))
    const change = (version: number) =>
      marketing.api.surveys.save({
        id: draft.id,
        revision: 1,
        operations: [{ op: 'set-factor-model', key: model.key, version }],
      })
    await expect(change(3)).rejects.toMatchObject({
      code: 'invalid_input',
      data: { fields: [{ path: 'operations.0', message: 'There is no such factor model.' }] },
    })
    const saved = await change(2)
    expect(await marketing.api.factorModels.get({ key: model.key, version: 2 })).toMatchObject({ used: true })
    const error = await marketing.api.surveys
      .publish({ id: draft.id, revision: saved.revision })
      .catch(thrown => thrown)
    expect(error.data.data.findings).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ code: 'factor_without_question', place: { factor: 'partnership' } }),
        expect.objectContaining({ code: 'unknown_factor' }),
      ]),
    )
  })
})

describe('who may', () => {
  test('an analyst reads models and cannot change them', async () => {
    const analyst = await colleague(api, 'analyst')
    const model = await create()
    expect(await analyst.api.factorModels.get({ key: model.key, version: 1 })).toEqual(model)
    const { key } = model
    for (const attempt of [
      () => analyst.api.factorModels.create({ model: six }),
      () => analyst.api.factorModels.save({ key, version: 1, revision: 1, model: six }),
      () => analyst.api.factorModels.remove({ key, version: 1, revision: 1 }),
    ])
      await expect(attempt()).rejects.toMatchObject({ code: 'not_found', status: 404 })
  })
})
