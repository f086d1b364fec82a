import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals'
import type { AnswerValue } from '@sixfold/domain/survey/answers'
import type { QuestionKind } from '@sixfold/domain/survey/question'
import { everyKind, standstill } from '@sixfold/testkit/every-kind'
import { inviteToEveryKind } from '@sixfold/testkit/invite-to-every-kind'
import type { InvitedContact, InvitedWave } from '@sixfold/testkit/invited'
import { samplePng } from '@sixfold/testkit/sample-files'
import type { TestApi } from '@sixfold/testkit/start-test-api'
import { startTestApi } from '@sixfold/testkit/start-test-api'
import { readResponse } from '../responses/service.ts'

jest.setTimeout(60_000)

let api: TestApi
let wave: InvitedWave
beforeAll(async () => {
  api = await startTestApi()
  wave = await inviteToEveryKind(api, {
    count: 40,
    language: 'en',
    change: [
      { op: 'set-required', question: everyKind.consent.id, required: true },
      {
        op: 'set-setting',
        question: everyKind['contact-details'].id,
        setting: 'requireIf',
        value: {
          join: 'all',
          tests: [{ subject: { fact: 'account.segment' }, is: 'is', values: ['enterprise'] }],
        },
      },
    ],
  })
})
afterAll(() => api.close())

function nextPerson(): InvitedContact {
  const person = wave.contacts.shift()
  if (!person) throw new Error('invite more people')
  return person
}

type Fields = Record<string, string | string[]>

/** The page (from 1) on which each kind is asked. */
const pageOf: Record<QuestionKind, number> = {
  satisfaction: 1,
  agreement: 1,
  rating: 1,
  nps: 1,
  csat: 1,
  ces: 1,
  grid: 1,
  choice: 2,
  choices: 2,
  dropdown: 2,
  ranking: 2,
  picture: 2,
  statement: 3,
  slider: 3,
  sum: 3,
  number: 3,
  date: 3,
  'yes-no': 3,
  text: 3,
  consent: 4,
  'contact-details': 4,
  upload: 4,
}

/** Posts the fields of one question as a browser does: `.` is the question itself, everything else a part of it. */
function post(token: string, kind: QuestionKind, fields: Fields, more: Fields = {}) {
  const { id } = everyKind[kind]
  const onPage = (Object.keys(pageOf) as QuestionKind[]).filter(each => pageOf[each] === pageOf[kind])
  const was = onPage.map((each): [string, string] => [`was.${everyKind[each].id}`, ''])
  const body = new URLSearchParams([['page', String(pageOf[kind])], ['shown', 'en'], ...was])
  for (const [part, texts] of Object.entries(fields))
    for (const text of [texts].flat()) body.append(part === '.' ? `a.${id}` : `a.${id}:${part}`, text)
  for (const [name, texts] of Object.entries(more)) for (const text of [texts].flat()) body.set(name, text)
  return fetch(`${api.url}/r/${token}`, { method: 'POST', body, redirect: 'manual' })
}

/** What a page shows, without the data for its script. */
async function shown(reply: Response | Promise<Response>): Promise<string> {
  const [markup = ''] = (await (await reply).text()).split('<script type="application/json"')
  return markup.replaceAll('&quot;', '"').replaceAll('&#x27;', "'")
}

const says = async (reply: Response | Promise<Response>, words: string) =>
  (await shown(reply)).includes(words)
const open = (path: string) => fetch(`${api.url}${path}`)

async function keptFor(
  { token }: InvitedContact,
  kind: QuestionKind,
): Promise<AnswerValue | null | undefined> {
  const { answers } = await api.anonymous.responses.get({ token })
  return answers.find(({ question }) => question === everyKind[kind].id)?.value
}

const answered: { [Kind in QuestionKind]: readonly [Fields, AnswerValue | undefined] } = {
  satisfaction: [{ '.': 'na' }, 'na'],
  agreement: [{ '.': '5' }, 5],
  rating: [{ '.': '7' }, 7],
  grid: [
    { price: '2', 'price:importance': '5', stock: 'na' },
    { price: 2, 'price:importance': 5, stock: 'na' },
  ],
  nps: [{ '.': '0' }, 0],
  csat: [{ '.': '1' }, 1],
  ces: [{ '.': '6' }, 6],
  choice: [{ '.': 'other', other: 'At a friend’s' }, 'other:At a friend’s'],
  choices: [{ '.': ['cut', 'other'], other: 'Polishing' }, ['cut', 'other:Polishing']],
  dropdown: [{ '.': 'dn', other: '' }, 'dn'],
  ranking: [{ speed: '2', price: '', advice: '1' }, ['advice', 'speed']],
  picture: [{ '.': 'grey' }, ['grey']],
  slider: [{ '.': '35' }, 35],
  sum: [
    { new: '30', old: '70' },
    { new: 30, old: 70 },
  ],
  text: [{ '.': 'Hai\r\ndòng' }, 'Hai\ndòng'],
  number: [{ '.': '12,5' }, 12.5],
  date: [{ '.': '2027-02-28' }, '2027-02-28'],
  'yes-no': [{ '.': 'no' }, 'no'],
  consent: [{ '.': 'en' }, 'en'],
  'contact-details': [
    { name: 'Lan', email: 'lan@example.com', phone: '0283 822 0000' },
    { name: 'Lan', email: 'lan@example.com', phone: '0283 822 0000' },
  ],
  upload: [{}, undefined],
  statement: [{ '.': 'is no question' }, undefined],
}

describe('posted without script', () => {
  test.each(Object.keys(answered) as QuestionKind[])(
    '%s is kept, shown again, and taken back',
    async kind => {
      const person = nextPerson()
      const [fields, value] = answered[kind]
      const kept = await post(person.token, kind, fields)
      expect([kind, kept.status]).toEqual([kind, 303])
      expect(await keptFor(person, kind)).toEqual(value)
      if (value === undefined) return
      const id = everyKind[kind].id
      const again = await shown(open(`/r/${person.token}?page=${pageOf[kind]}&language=en`))
      const [, earlier = ''] = new RegExp(`name="was\\.${id}" value="(.*?)"/>`).exec(again) ?? []
      expect(JSON.parse(earlier)).toEqual(value)
      const blank = await post(person.token, kind, {}, { [`was.${id}`]: earlier })
      expect(blank.status).toBe(303)
      expect(await keptFor(person, kind)).toBeNull()
    },
  )

  const refused: [QuestionKind, Fields, string][] = [
    ['satisfaction', { '.': '6' }, 'Please choose one of the answers offered.'],
    ['rating', { '.': '8' }, 'Please choose one of the answers offered.'],
    ['grid', { price: '9' }, 'Please choose one of the answers offered.'],
    ['choices', { '.': ['cut', 'none'] }, 'One of the chosen answers stands alone.'],
    ['choices', { '.': ['cut', 'drill', 'mill'] }, 'Please choose at most 2.'],
    ['ranking', { speed: '1', price: '1' }, 'Please give each place only once.'],
    ['slider', { '.': '33' }, 'Please choose a number in steps of 5'],
    ['slider', { '.': '500' }, 'Please stay between 0 and 100.'],
    ['sum', { new: 'half' }, 'Please write a number'],
    ['text', { '.': 'x'.repeat(501) }, 'Please keep this under 500 characters.'],
    ['number', { '.': 'a dozen' }, 'Please write a number'],
    ['number', { '.': '1.25' }, 'Please give at most 1 digit after the point.'],
    ['number', { '.': '-1' }, 'Please stay between 0 and 5000.'],
    ['date', { '.': '2026-02-30' }, 'Please write a day as year-month-day'],
    ['date', { '.': '1999-01-01' }, 'Please stay between 1 January 2026 and 31 December 2031.'],
    ['consent', { '.': 'fr' }, 'Please choose one of the answers offered.'],
    ['contact-details', { email: 'lan at example' }, 'Please check the e-mail address'],
    ['contact-details', { phone: '12' }, 'Please check the telephone number'],
    ['upload', { '.': 'somebody-elses' }, 'One of these files is no longer here.'],
  ]
  test.each(refused)('%s %j comes back with what was posted and why', async (kind, fields, words) => {
    const person = wave.contacts[0] as InvitedContact
    const reply = await post(person.token, kind, fields)
    const html = await shown(reply)
    expect([reply.status, html.includes(words), html.includes(`q-${everyKind[kind].id}-fault`)]).toEqual([
      422,
      true,
      true,
    ])
    expect(await keptFor(person, kind)).toBeUndefined()
  })

  const begun: [QuestionKind, Fields, string][] = [
    ['sum', { new: '30', old: '20' }, 'The points must add up to 100.'],
    ['ranking', { speed: '1' }, 'Please give places 1 to 2, or take all out.'],
  ]
  test.each(begun)(
    '%s %j is kept, and must be finished or taken out before going on',
    async (kind, fields, words) => {
      const person = nextPerson()
      const reply = await post(person.token, kind, fields)
      expect([reply.status, await says(reply, words)]).toEqual([422, true])
      expect(await keptFor(person, kind)).toBeTruthy()
      expect((await post(person.token, kind, fields, { go: 'back' })).status).toBe(303)
    },
  )
})

describe('logic without script', () => {
  test('an answer that brings up a question of the same page shows the page again with it, once', async () => {
    const { token } = nextPerson()
    const words = standstill.text.en ?? ''
    expect(await says(open(`/r/${token}?page=3&language=en`), words)).toBe(false)
    const reply = await post(token, 'yes-no', { '.': 'yes' })
    const address = reply.headers.get('location') ?? ''
    expect(address).toBe(`/r/${token}?page=3&language=en&more=1#q-${standstill.id}`)
    expect(await says(open(address), words)).toBe(true)
    expect(await says(open(address), 'Because of your answer there is more to ask on this page.')).toBe(true)
    const on = await post(
      token,
      'yes-no',
      { '.': 'yes' },
      { 'was.k-yes-no': '"yes"', [`was.${standstill.id}`]: '' },
    )
    expect(on.headers.get('location')).toContain('page=4')
  })

  test('what is not asked any more is not sent; consent is never given beforehand; the customer record can require an answer', async () => {
    const person = nextPerson()
    const { token } = person
    await post(token, 'yes-no', { '.': 'yes' })
    await api.anonymous.responses.save({
      token,
      answers: [{ question: standstill.id, value: 'A bearing', revision: 1 }],
    })
    const form = await shown(open(`/r/${token}?page=4&language=en`))
    expect(/<input type="checkbox"[^>]*name="a\.k-consent"[^>]*>/.exec(form)?.[0]).not.toContain('checked')
    await post(token, 'yes-no', { '.': 'no' }, { 'was.k-yes-no': '"yes"' })
    const review = await fetch(`${api.url}/r/${token}/submit`, {
      method: 'POST',
      body: new URLSearchParams({ page: 'review', shown: 'en' }),
      redirect: 'manual',
    })
    expect(review.headers.get('location')).toBe(`/r/${token}?page=review&language=en`)
    const missing = await shown(open(review.headers.get('location') ?? ''))
    expect([missing.includes('You may quote me'), missing.includes('Whom may we call?')]).toEqual([
      true,
      true,
    ])
    expect(missing).not.toContain('enterprise')
    await post(token, 'consent', { '.': 'en' })
    await post(token, 'contact-details', { name: 'Lan', email: 'lan@example.com', phone: '+84 28 3822 0000' })
    const sent = await fetch(`${api.url}/r/${token}/submit`, {
      method: 'POST',
      body: new URLSearchParams({ page: 'review', shown: 'en' }),
      redirect: 'manual',
    })
    expect(sent.headers.get('location')).toBe(`/r/${token}?language=en`)
    const id = (await api.ctx.db.connection.db?.collection('responses').findOne({ state: 'submitted' }))?._id
    const response = await readResponse(api.ctx, String(id))
    expect(Object.keys(response?.answers ?? {}).sort()).toEqual(['k-consent', 'k-contact', 'k-yes-no'])
  })
})

describe('files without script', () => {
  const { id } = everyKind.upload

  async function postFiles(token: string, files: File[], fields: Record<string, string> = {}) {
    const form = new FormData()
    const was = { 'was.k-consent': '', 'was.k-contact': '', [`was.${id}`]: '' }
    for (const [name, text] of Object.entries({ page: '4', shown: 'en', ...was, ...fields }))
      form.append(name, text)
    for (const file of files) form.append(`file.${id}`, file)
    return fetch(`${api.url}/r/${token}`, { method: 'POST', body: form, redirect: 'manual' })
  }
  const png = (name: string, red = 9) => new File([new Uint8Array(samplePng(red, 9, 9))], name)

  test('go with the form, come back with their names, and leave by their button', async () => {
    const person = nextPerson()
    const sent = await postFiles(person.token, [png('ảnh máy.png'), new File([], '')])
    expect([sent.status, sent.headers.get('location')]).toEqual([
      303,
      `/r/${person.token}?page=5&language=en`,
    ])
    const [file] = (await keptFor(person, 'upload')) as string[]
    const page = await shown(open(`/r/${person.token}?page=4&language=en`))
    expect([page.includes('ảnh máy.png'), page.includes(`name="a.${id}" value="${file}"`)]).toEqual([
      true,
      true,
    ])
    const removed = await postFiles(person.token, [], {
      [`was.${id}`]: JSON.stringify([file]),
      [`a.${id}`]: file ?? '',
      remove: `${id}:${file}`,
    })
    expect(removed.headers.get('location')).toBe(`/r/${person.token}?page=4&language=en`)
    expect(await keptFor(person, 'upload')).toBeNull()
    expect(await api.ctx.db.connection.db?.collection('files').countDocuments({ _id: file as never })).toBe(0)
  })

  test.each([
    [
      'a program called machine.png',
      new File(['MZ\x90\x00'.repeat(50)], 'machine.png'),
      415,
      'is not a kind of file',
    ],
    ['more than 2 MB', new File([new Uint8Array(2_000_001)], 'big.pdf'), 413, 'is larger than 2 MB'],
  ])('%s comes back with why, the rest is kept', async (_what, file, status, words) => {
    const person = nextPerson()
    const reply = await postFiles(person.token, [file], { 'a.k-consent': 'en' })
    expect([reply.status, await says(reply, words)]).toEqual([status, true])
    expect(await keptFor(person, 'consent')).toBe('en')
    expect(await keptFor(person, 'upload')).toBeUndefined()
  })

  test('more files than the question takes are refused', async () => {
    const reply = await postFiles(nextPerson().token, [png('1.png', 1), png('2.png', 2), png('3.png', 3)])
    expect([reply.status, await says(reply, 'At most 2 files can be given here.')]).toEqual([422, true])
  })
})
