import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals'
import type { SurveyFile } from '@sixfold/contract/survey-imports'
import { questionsOf } from '@sixfold/domain/survey/definition'
import type { Colleague } from '@sixfold/testkit/people'
import { colleague } from '@sixfold/testkit/people'
import type { TestApi } from '@sixfold/testkit/start-test-api'
import { startTestApi } from '@sixfold/testkit/start-test-api'

jest.setTimeout(60_000)

let api: TestApi
let marketing: Colleague
beforeAll(async () => {
  api = await startTestApi()
  marketing = await colleague(api, 'marketing')
})
afterAll(() => api.close())

const fileOf = (content: string | Uint8Array<ArrayBuffer>, name = 'survey') => new File([content], name)
const jsonFile = (content: unknown) => fileOf(JSON.stringify(content))
const surveys = async () => (await marketing.api.surveys.list()).items.length

const lss = (body: string, head = '<?xml version="1.0" encoding="UTF-8"?>') =>
  `${head}<document><LimeSurveyDocType>Survey</LimeSurveyDocType><languages><language>en</language></languages>${body}</document>`
const table = (name: string, ...rows: Record<string, string>[]) =>
  `<${name}><rows>${rows
    .map(
      row =>
        `<row>${Object.entries(row)
          .map(([key, value]) => `<${key}><![CDATA[${value}]]></${key}>`)
          .join('')}</row>`,
    )
    .join('')}</rows></${name}>`
const groups = table('groups', { gid: '1', group_order: '1' })
const asking = (text: string) =>
  groups +
  table('questions', { qid: '1', parent_qid: '0', gid: '1', type: 'T', title: 'why', mandatory: 'Y' }) +
  table('question_l10ns', { qid: '1', question: text, language: 'en' })

const surveyJs = {
  title: { default: 'Delivery', vi: 'Giao hàng' },
  pages: [
    {
      name: 'first',
      elements: [
        { type: 'radiogroup', name: 'How', choices: ['truck', 'train'] },
        { type: 'comment', name: 'Why', visibleIf: "{How} = 'train'" },
        { type: 'signaturepad', name: 'sign' },
      ],
    },
  ],
}

test('a file of another tool is looked at without keeping anything, then made into a survey', async () => {
  const before = await surveys()
  const check = await marketing.api.surveyImports.check({ file: jsonFile(surveyJs) })
  expect(check).toMatchObject({
    format: 'surveyjs',
    definition: { title: { en: 'Delivery', vi: 'Giao hàng' }, languages: ['en', 'vi'] },
    report: { counts: { mapped: 2, changed: 0, left_out: 1 } },
    factorModel: null,
  })
  expect(check.report.items.at(-1)).toEqual({
    where: { page: 1, question: 'sign' },
    what: 'signaturepad',
    outcome: 'left_out',
    reason: 'no_counterpart',
    detail: 'signaturepad',
  })
  expect(await surveys()).toBe(before)

  const draft = await marketing.api.surveyImports.create({
    file: jsonFile(surveyJs),
    quarter: '2026-Q4',
    factorModel: 'ibm-six',
  })
  expect(draft).toMatchObject({ quarter: { year: 2026, quarter: 4 }, revision: 1 })
  expect(draft.definition).toEqual(check.definition)
  expect(questionsOf(draft.definition)[1]).toMatchObject({ id: 'why', showIf: { join: 'all' } })
  expect(await surveys()).toBe(before + 1)
})

test('an .lss file is read, whatever it is called and however it is encoded', async () => {
  const check = await marketing.api.surveyImports.check({
    file: fileOf(`\ufeff${lss(asking('<p>Tại sao &amp; khi nào?</p><script>x</script>'))}`, 'x.json'),
  })
  expect(check).toMatchObject({
    format: 'limesurvey',
    definition: {
      pages: [{ questions: [{ kind: 'text', text: { en: 'Tại sao & khi nào?' }, required: true }] }],
    },
  })
  const old = Buffer.from(
    lss(asking('Qualit\u00e9'), '<?xml version="1.0" encoding="ISO-8859-1"?>'),
    'latin1',
  )
  const latin = await marketing.api.surveyImports.check({ file: fileOf(new Uint8Array(old)) })
  expect(questionsOf(latin.definition)[0]?.text).toEqual({ en: 'Qualité' })
})

describe('a file of our own', () => {
  const export_ = async (id: string) => {
    const { body } = await marketing.api.surveyImports.export({ id })
    return JSON.parse(await body.text()) as SurveyFile
  }

  test('goes out and comes in without loss, with its pictures and its own factor model', async () => {
    const model = await marketing.api.factorModels.create({
      model: {
        name: { en: 'Ours' },
        source: '',
        factors: Array.from({ length: 6 }, (_, at) => ({
          key: `f${at}`,
          name: { en: `Factor ${at}` },
          overall: { en: `Factor ${at}, overall` },
          attributes: [],
        })),
      },
    })
    const png = Buffer.from(
      'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
      'base64',
    )
    const { id: picture } = await marketing.api.files.addPicture({
      file: new File([new Uint8Array(png)], 'a.png', { type: 'image/png' }),
    })
    const made = await marketing.api.surveys.create({
      factorModel: model.key,
      quarter: { year: 2027, quarter: 1 },
      languages: ['en', 'vi'],
    })
    const draft = await marketing.api.surveys.save({
      id: made.id,
      revision: made.revision,
      operations: [
        {
          op: 'add-question',
          page: 'closing',
          index: 0,
          question: {
            id: 'look',
            kind: 'picture',
            text: { en: 'Which?' },
            required: false,
            several: false,
            order: 'fixed',
            options: [
              { id: 'a', text: { en: 'This' }, picture },
              { id: 'b', text: { en: 'That' }, picture: null },
            ],
          },
        },
      ],
    })
    const file = await export_(draft.id)
    expect(file).toMatchObject({
      format: 'sixfold-survey',
      formatVersion: 1,
      factorModel: { key: model.key },
    })
    expect(Object.keys(file.pictures ?? {})).toEqual([picture])

    const back = await marketing.api.surveyImports.create({ file: jsonFile(file), quarter: '2027-Q1' })
    expect(back.definition).toEqual(draft.definition)
    expect(await export_(back.id)).toEqual(file)

    // In a house that does not know the model, the one in the file is kept under a new name.
    const foreign = {
      ...file,
      factorModel: { ...file.factorModel, key: 'own-elsewhere' },
      definition: { ...file.definition, factorModel: { key: 'own-elsewhere', version: 3 } },
    }
    expect(await marketing.api.surveyImports.check({ file: jsonFile(foreign) })).toMatchObject({
      factorModel: { key: 'own-elsewhere', version: 3, standing: 'carried' },
    })
    const there = await marketing.api.surveyImports.create({ file: jsonFile(foreign), quarter: '2027-Q1' })
    expect(there.factorModel.key).not.toBe('own-elsewhere')
    expect({ ...there.definition, factorModel: null }).toEqual({ ...draft.definition, factorModel: null })
  })

  test('with a picture that is none, or is nowhere, says so and leaves it out', async () => {
    const made = await marketing.api.surveys.create({
      factorModel: 'ibm-six',
      quarter: { year: 2027, quarter: 2 },
      languages: ['en'],
    })
    const file = await export_(made.id)
    const options = ['fake', 'gone'].map((picture, at) => ({ id: `o${at}`, text: {}, picture }))
    const look = {
      id: 'look',
      kind: 'picture',
      text: {},
      required: false,
      several: false,
      order: 'fixed',
      options,
    }
    const check = await marketing.api.surveyImports.check({
      file: jsonFile({
        ...file,
        definition: { ...file.definition, pages: [{ id: 'p', title: {}, questions: [look] }] },
        pictures: { fake: `data:image/png;base64,${Buffer.from('<script>').toString('base64')}` },
      }),
    })
    expect(check.report.items.map(({ what, detail }) => [what, detail])).toEqual([
      ['picture', 'fake'],
      ['picture', 'gone'],
    ])
    expect(questionsOf(check.definition)[0]).toMatchObject({
      options: [{ picture: null }, { picture: null }],
    })
  })

  test('of an unknown version, with wrong fields or with ids twice, is refused by its places', async () => {
    const made = await marketing.api.surveys.create({
      factorModel: 'ibm-six',
      quarter: { year: 2027, quarter: 3 },
      languages: ['en'],
    })
    const file = await export_(made.id)
    const before = await surveys()
    const faults = async (content: unknown) => {
      const { status, body } = await post(JSON.stringify(content))
      expect(status).toBe(422)
      return body.fields
    }
    expect(await faults({ ...file, formatVersion: 9 })).toEqual([
      {
        path: 'file',
        message: 'The file was written by a newer Sixfold (format version 9; this one reads 1).',
      },
    ])
    expect(await faults({ ...file, surprise: 1 })).toEqual([
      { path: 'file.surprise', message: 'This field does not exist here.' },
    ])
    expect(await faults({ ...file, definition: { ...file.definition, title: 7 } })).toMatchObject([
      { path: 'file.definition.title' },
    ])
    const [page] = file.definition.pages
    expect(await faults({ ...file, definition: { ...file.definition, pages: [page, page] } })).toMatchObject([
      { path: 'file.definition.pages.1.id', message: 'This stands in the file twice.' },
      ...(page?.questions ?? []).map(() => ({ message: 'This stands in the file twice.' })),
    ])
    expect(
      await faults({
        ...file,
        definition: { ...file.definition, factorModel: { key: 'unknown', version: 1 } },
      }),
    ).toEqual([
      { path: 'factorModel', message: 'The file names a factor model that is not here. Choose one.' },
    ])
    expect(await surveys()).toBe(before)
  })
})

/** Sends a file as a stranger might, to be made into a survey at once. */
async function post(
  content: string | Uint8Array<ArrayBuffer>,
  fields: Record<string, string> = { quarter: '2026-Q4' },
) {
  const form = new FormData()
  form.set('file', fileOf(content))
  for (const [name, value] of Object.entries(fields)) form.set(name, value)
  const answer = await fetch(`${api.url}/api/survey-imports`, {
    method: 'POST',
    headers: { cookie: marketing.cookie },
    body: form,
  })
  const body = (await answer.json()) as { code: string; fields?: { path: string; message: string }[] }
  return { status: answer.status, body }
}

const bomb = `<!DOCTYPE d [<!ENTITY a "aaaaaaaaaa">${'bcdefghij'
  .split('')
  .map((name, at, all) => `<!ENTITY ${name} "${`&${at === 0 ? 'a' : all[at - 1]};`.repeat(10)}">`)
  .join('')}]>`
const deep = (open: string, close: string, times = 100_000) => open.repeat(times) + close.repeat(times)

const hostile: [string, string | Uint8Array<ArrayBuffer>, number, RegExp][] = [
  [
    'an entity bomb',
    `<?xml version="1.0"?>${bomb}<document>&j;</document>`,
    422,
    /document type or entities.*Line 1, column \d+/,
  ],
  [
    'an external entity',
    '<!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/passwd">]><document>&x;</document>',
    422,
    /document type/,
  ],
  [
    'an external document type',
    '<!DOCTYPE d SYSTEM "http://127.0.0.1:1/x.dtd"><document/>',
    422,
    /document type/,
  ],
  ['an entity that nobody declared', lss(`<groups>&x;</groups>`), 422, /cannot be read as XML.*Line 1/],
  ['elements nested for ever', lss(deep('<a>', '</a>')), 422, /nested deeper/],
  ['an attribute without end', `<document a="${'x'.repeat(3_000_000)}`, 422, /cannot be read as XML/],
  ['XML that breaks off', lss(asking('x')).slice(0, -40), 422, /cannot be read as XML/],
  ['XML with two roots', `${lss(asking('x'))}<document/>`, 422, /cannot be read as XML/],
  [
    'an encoding that is not the declared one',
    new Uint8Array(Buffer.from(lss(asking('é')), 'latin1')),
    422,
    /Save it as UTF-8/,
  ],
  [
    'an encoding that nobody reads',
    lss(asking('x'), '<?xml version="1.0" encoding="UTF-7"?>'),
    422,
    /Save it as UTF-8/,
  ],
  [
    'another XML file',
    '<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"/>',
    422,
    /no survey of LimeSurvey/,
  ],
  [
    'a LimeSurvey group',
    lss(asking('x')).replace('>Survey<', '>Group<'),
    422,
    /only a part of a survey \(Group\)/,
  ],
  ['a survey without a group', lss(''), 422, /no page and no question/],
  ['JSON nested for ever', deep('[', ']'), 422, /nested deeper.*Line 1, column 61/],
  ['JSON objects nested for ever', `{"pages":${'{"a":'.repeat(50_000)}`, 422, /nested deeper/],
  ['JSON that breaks off', '{"pages": [\n  {"name": "x"', 422, /cannot be read as JSON\. Line 2/],
  ['JSON with a comment', '{\n  // hello\n  "pages": []}', 422, /cannot be read as JSON\. Line 2, column 3/],
  ['JSON that is no object', '[1, 2]', 422, /no survey of Sixfold, SurveyJS or LimeSurvey/],
  ['JSON of something else', '{"hello": "world"}', 422, /no survey of Sixfold/],
  ['a survey without pages', '{"pages": []}', 422, /no page and no question/],
  ['plain words', 'Dear Sir or Madam', 422, /no survey of Sixfold/],
  ['nothing', '', 422, /empty/],
  ['a PDF', '%PDF-1.7 …', 415, /PDF/],
  ['a packed file', 'PK\u0003\u0004 …', 415, /packed/],
  [
    'a picture',
    new Uint8Array(Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk', 'base64')),
    415,
    /not a text file/,
  ],
]

describe('what nobody should send', () => {
  test.each(hostile)(
    '%s is refused by what is wrong with it, and nothing is made',
    async (_name, content, status, message) => {
      const before = await surveys()
      const answer = await post(content, { quarter: '2026-Q4', factorModel: 'ibm-six' })
      expect(answer.status).toBe(status)
      expect(answer.body.fields).toEqual([{ path: 'file', message: expect.stringMatching(message) }])
      expect(await surveys()).toBe(before)
    },
  )

  test('more than 10 MB is too large', async () => {
    const { status, body } = await post(`{"pages": [${' '.repeat(10_000_000)}]}`)
    expect([status, body.code]).toEqual([413, 'body_too_large'])
  })

  test('wrong types and names that mean something elsewhere do no harm', async () => {
    const content = `{"__proto__": {"polluted": true}, "title": {"__proto__": "x", "en": "Fine"}, "constructor": 3,
      "pages": [null, 7, {"elements": [[], {"type": {}, "name": []}, {"type": "__proto__", "name": "x"}, {"type": "text", "name": "__proto__"},
      {"type": "rating", "name": "r", "rateMax": {"$gt": 1}, "visibleIf": {"$where": "1"}}]}]}`
    const { status, body } = await post(content, { quarter: '2026-Q4', factorModel: 'ibm-six' })
    expect([status, body]).toMatchObject([
      200,
      { definition: { pages: [{ questions: [{ id: 'proto__' }, { id: 'r' }] }] } },
    ])
    expect('polluted' in {}).toBe(false)
  })

  test('a wrong quarter, an unknown model or a surplus field is named', async () => {
    const content = JSON.stringify(surveyJs)
    for (const [fields, path] of [
      [{ quarter: 'soon' }, 'quarter'],
      [{ quarter: '2026-Q4', factorModel: 'nothing' }, 'factorModel'],
      [{ quarter: '2026-Q4', factorModel: 'ibm-six', more: 'x' }, 'more'],
    ] as const) {
      const { status, body } = await post(content, fields)
      expect([status, body.fields?.map(fault => fault.path)]).toEqual([422, [path]])
    }
  })

  test('who may not edit surveys may neither look at a file nor make a survey of it', async () => {
    const analyst = await colleague(api, 'analyst')
    const file = jsonFile(surveyJs)
    const hidden = expect.objectContaining({ code: 'not_found' })
    await expect(analyst.api.surveyImports.check({ file })).rejects.toEqual(hidden)
    await expect(
      analyst.api.surveyImports.create({ file, quarter: '2026-Q4', factorModel: 'ibm-six' }),
    ).rejects.toEqual(hidden)
  })
})
