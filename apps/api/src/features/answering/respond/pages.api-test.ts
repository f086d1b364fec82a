import { createHash } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { SurveyOperation } from '@sixfold/domain/survey/operation'
import { addContacts } from '@sixfold/testkit/customers'
import { hostileTexts } from '@sixfold/testkit/hostile-texts'
import type { InvitedContact, InvitedWave } from '@sixfold/testkit/invited'
import { inviteContacts } from '@sixfold/testkit/invited'
import { colleague } from '@sixfold/testkit/people'
import type { TestApi } from '@sixfold/testkit/start-test-api'
import { startTestApi } from '@sixfold/testkit/start-test-api'
import { advanceScoreboard } from '../../results/scoreboards/service.ts'
import { findInvitationByToken } from '../../waves/invitations/service.ts'

/** What is written as a place for an answer that there is none of keeps a survey from being published. */
const hostileText = hostileTexts.filter(text => !text.includes('{{')).join(' ')
const operations: SurveyOperation[] = [
  { op: 'set-required', question: 'delivery_on-time', required: true },
  {
    op: 'set-question-text',
    question: 'delivery_accurate',
    field: 'text',
    language: 'vi',
    value: hostileText,
  },
  { op: 'set-survey-text', field: 'welcome', language: 'vi', value: hostileText },
  { op: 'set-page-text', page: 'delivery', field: 'intro', language: 'vi', value: hostileText },
]

let api: TestApi
let wave: InvitedWave
beforeAll(async () => {
  api = await startTestApi()
  wave = await inviteContacts(api, { count: 16, operations, name: hostileTexts[0] ?? '' })
}, 60_000)
afterAll(() => api.close())

function nextPerson(): InvitedContact {
  const person = wave.contacts.shift()
  if (!person) throw new Error('invite more people')
  return person
}

const open = (path: string) => fetch(`${api.url}${path}`, { redirect: 'manual' })
const plainText = async (path: string) =>
  (await fetch(`${api.url}${path}`, { headers: { 'accept-encoding': 'identity' } })).text()
const post = (path: string, fields: Record<string, string>) =>
  fetch(`${api.url}${path}`, { method: 'POST', body: new URLSearchParams(fields), redirect: 'manual' })
const answersOf = async ({ token }: InvitedContact) => (await api.anonymous.responses.get({ token })).answers
const invitationOf = ({ token }: InvitedContact) => findInvitationByToken(api.ctx, token)

/** Everything that is stored, as one text. */
async function everythingStored(): Promise<string> {
  const collections = (await api.ctx.db.connection.db?.collections()) ?? []
  const parts = await Promise.all(
    collections.map(async collection => [
      collection.collectionName,
      await collection.find({}).sort({ _id: 1 }).toArray(),
    ]),
  )
  return JSON.stringify(parts.sort())
}

describe('reading', () => {
  test('R17: changes nothing at all, however often a mail scanner opens every link', async () => {
    const person = nextPerson()
    await open(`/r/${person.token}`)
    const before = await everythingStored()
    for (const path of ['', '?page=5', '?page=review', '?page=1&language=en', '/opt-out'])
      for (const method of ['GET', 'HEAD'])
        expect((await fetch(`${api.url}/r/${person.token}${path}`, { method })).status).toBe(200)
    expect(await everythingStored()).toBe(before)
  })

  test('carries no inline script, one style that its policy names, nothing from elsewhere, and is kept by nobody', async () => {
    const reply = await open(`/r/${nextPerson().token}?page=5`)
    const html = await reply.text()
    const policy = reply.headers.get('content-security-policy')
    const [style, ...others] = [...html.matchAll(/<style>(.*?)<\/style>/gs)].map(([, css = '']) => css)
    expect(others).toEqual([])
    expect(policy).toMatch(/script-src 'self';/)
    expect(policy).toContain(
      `'sha256-${createHash('sha256')
        .update(style ?? '')
        .digest('base64')}'`,
    )
    expect(reply.headers.get('cache-control')).toBe('no-store')
    expect(reply.headers.get('set-cookie')).toBeNull()
    expect(html).not.toMatch(/<script(?![^>]*(src="\/portal\/|type="application\/json"))/)
    expect(html).not.toMatch(/ style="| on[a-z]+="|<style[^>]/)
    expect(html).not.toMatch(/(src|href)="(https?:)?\/\//)
  })

  test('is the same page for each person but for name, address and moment, however it was made and however it travels', async () => {
    const pages = await Promise.all(
      [nextPerson(), nextPerson(), nextPerson()].map(async ({ token }) => {
        const packed = await (await open(`/r/${token}`)).text()
        const plain = await plainText(`/r/${token}`)
        const data = JSON.parse(/id="page">(.*?)<\/script>/s.exec(packed)?.[1] ?? '')
        const own = (html: string) =>
          html
            .replaceAll(token, 'TOKEN')
            .replaceAll(data.contactName, 'NAME')
            .replaceAll(data.deviceKey, 'DEVICE')
            .replace(/"madeAt":\d+/, '"madeAt":0')
        expect(data.address).toBe(`/r/${token}`)
        expect(own(plain)).toBe(own(packed))
        return own(packed)
      }),
    )
    expect(new Set(pages).size).toBe(1)
  })

  test.each([
    ['/r/nonsense', 404],
    ['/r/nonsense/opt-out', 404],
    ['/preview/nonsense', 404],
  ])('%s gets a page that helps and says no name', async (path, status) => {
    const reply = await open(path)
    expect(reply.status).toBe(status)
    expect(reply.headers.get('content-type')).toBe('text/html; charset=utf-8')
    expect(await reply.text()).toContain('This link is not valid')
  })

  test('R6: a page tells the browser these things about a person and no more', async () => {
    const html = await (await open(`/r/${nextPerson().token}`)).text()
    const data = JSON.parse(/id="page">(.*?)<\/script>/s.exec(html)?.[1] ?? '')
    expect(Object.keys(data).sort()).toEqual([
      'address',
      'anonymous',
      'answers',
      'closesOn',
      'contactName',
      'definition',
      'deviceKey',
      'factors',
      'faults',
      'files',
      'grew',
      'kind',
      'language',
      'languages',
      'notice',
      'organisation',
      'posted',
      'preview',
      'step',
      'talk',
      'times',
    ])
    expect(html).not.toContain('@example.com')
  })
})

describe('answering without script', () => {
  test('each page posted is kept and leads on; going back keeps it, too', async () => {
    const person = nextPerson()
    const first = await post(`/r/${person.token}`, {
      page: '5',
      shown: 'vi',
      go: 'next',
      'a.delivery_on-time': '2',
    })
    expect([first.status, first.headers.get('location')]).toEqual([
      303,
      `/r/${person.token}?page=6&language=vi`,
    ])
    const back = await post(`/r/${person.token}`, { page: '6', shown: 'vi', go: 'back' })
    expect(back.headers.get('location')).toBe(`/r/${person.token}?page=5&language=vi`)
    expect(await answersOf(person)).toEqual([{ question: 'delivery_on-time', value: 2, revision: 1 }])
    expect((await invitationOf(person))?.state).toBe('started')
    const resumed = await (await open(`/r/${person.token}`)).text()
    expect(resumed).toContain('Giao hàng')
  })

  test('a page left open elsewhere never brings its old answers back', async () => {
    const person = nextPerson()
    await post(`/r/${person.token}`, { page: '5', 'a.delivery_on-time': '2' })
    await post(`/r/${person.token}`, { page: '5', 'a.delivery_on-time': '4', 'was.delivery_on-time': '2' })
    await post(`/r/${person.token}`, {
      page: '5',
      'a.delivery_on-time': '2',
      'was.delivery_on-time': '2',
      'a.delivery_accurate': '5',
      'was.delivery_accurate': '',
    })
    expect(await answersOf(person)).toEqual([
      { question: 'delivery_on-time', value: 4, revision: 2 },
      { question: 'delivery_accurate', value: 5, revision: 1 },
    ])
  })

  test('the same page posted twice is kept once, and a text taken out is taken back', async () => {
    const person = nextPerson()
    const fields = { page: '7', 'a.do-better': 'Hai\r\ndòng' }
    await post(`/r/${person.token}`, fields)
    await post(`/r/${person.token}`, fields)
    expect(await answersOf(person)).toEqual([{ question: 'do-better', value: 'Hai\ndòng', revision: 1 }])
    await post(`/r/${person.token}`, {
      page: '7',
      'a.do-better': '',
      'was.do-better': JSON.stringify('Hai\ndòng'),
    })
    expect(await answersOf(person)).toEqual([{ question: 'do-better', value: null, revision: 2 }])
  })

  test('what does not fit comes back with the words of the API, what was typed, and nothing stored', async () => {
    const person = nextPerson()
    const tooLong = 'ý'.repeat(2001)
    const reply = await post(`/r/${person.token}`, {
      page: '7',
      shown: 'en',
      'a.recommend': '11',
      'a.do-better': tooLong,
    })
    const html = await reply.text()
    expect(reply.status).toBe(422)
    expect(html).toContain(tooLong)
    expect(await answersOf(person)).toEqual([])
    for (const [question, value] of [
      ['recommend', 11],
      ['do-better', tooLong],
    ] as const) {
      const refusal = await api.anonymous.responses
        .save({ token: person.token, answers: [{ question, value, revision: 1 }] })
        .catch((error: { data: { fields: { message: string }[] } }) => error.data.fields[0]?.message)
      expect(html).toContain(refusal)
    }
  })

  test('sending with something missing keeps the rest and shows the way; complete, it says thanks for good', async () => {
    const person = nextPerson()
    const review = await post(`/r/${person.token}/submit`, { page: '7', shown: 'en', 'a.recommend': '9' })
    expect(review.headers.get('location')).toBe(`/r/${person.token}?page=review&language=en`)
    const missing = await (await open(review.headers.get('location') ?? '')).text()
    expect(missing).toContain('One question still needs an answer')
    expect(missing).toContain(`/r/${person.token}?page=5&amp;language=en#q-delivery_on-time`)
    for (let times = 0; times < 2; times += 1) {
      const sent = await post(`/r/${person.token}/submit`, {
        page: '5',
        shown: 'en',
        'a.delivery_on-time': '5',
      })
      expect([sent.status, sent.headers.get('location')]).toEqual([303, `/r/${person.token}?language=en`])
    }
    const end = await open(`/r/${person.token}?language=en&page=5`)
    const html = await end.text()
    expect(end.status).toBe(200)
    expect(html).toContain('Your answers have arrived')
    expect(html).not.toMatch(/alert\(1\)|application\/json/)
    const late = await post(`/r/${person.token}`, { page: '5', 'a.delivery_on-time': '1' })
    expect(late.headers.get('location')).toContain(`/r/${person.token}?language=`)
    const invitation = await invitationOf(person)
    await advanceScoreboard(api.ctx, invitation?.waveId ?? '')
    expect((await invitationOf(person))?.state).toBe('finished')
  })

  test('switching the language keeps what was typed', async () => {
    const person = nextPerson()
    const reply = await post(`/r/${person.token}`, {
      page: '7',
      shown: 'vi',
      language: 'en',
      'a.do-better': 'Xin chào',
    })
    expect(reply.headers.get('location')).toBe(`/r/${person.token}?page=7&language=en`)
    const html = await (await open(reply.headers.get('location') ?? '')).text()
    expect(html).toContain('<html lang="en"')
    expect(html).toContain('Xin chào')
  })

  test('a body without limit is refused with a page', async () => {
    const reply = await post(`/r/${nextPerson().token}`, { page: '7', 'a.do-better': 'x'.repeat(600_000) })
    expect(reply.status).toBe(413)
    expect(await reply.text()).toMatch(/That was too much at once|Nội dung quá dài/)
  })
})

test('the statement of accessibility is there for everybody, in both languages, and says of nobody that they ask', async () => {
  for (const [language, title] of [
    ['vi', 'Khả năng tiếp cận của các trang này'],
    ['en', 'Accessibility of these pages'],
  ]) {
    const response = await fetch(`${api.url}/accessibility?language=${language}`)
    const html = await response.text()
    expect([response.status, html.includes(`<title>${title}</title>`)]).toEqual([200, true])
    expect(html).toContain('WCAG')
    expect(html).not.toContain('Máy Việt')
  }
})

test('R8: hostile texts and answers appear as what they are: text', async () => {
  const person = nextPerson()
  await api.anonymous.responses.save({
    token: person.token,
    answers: [{ question: 'do-better', value: hostileTexts.join('\n'), revision: 1 }],
  })
  for (const page of ['welcome', '5', '7', 'review']) {
    const html = await (await open(`/r/${person.token}?page=${page}&language=vi`)).text()
    const [markup = '', data = ''] = html.split('<script type="application/json" id="page">')
    expect(markup).not.toMatch(/<script>|<img|<svg\/onload|<!--(?! -->)|onerror=alert\(1\)>/)
    // Inside its element the data can neither end the element nor begin a comment.
    expect(data.split('</script>')[0]).not.toContain('<')
    expect(JSON.parse(data.split('</script>')[0] ?? '').definition.welcome.vi).toBe(hostileText)
  }
})

describe('ask me no more', () => {
  test('opening the page asks; the button, or one post of a mail program, does it', async () => {
    const person = nextPerson()
    expect(await (await open(`/r/${person.token}/opt-out?language=en`)).text()).toContain(
      'Shall we stop asking you?',
    )
    expect((await invitationOf(person))?.state).toBe('sent')
    const reply = await post(`/r/${person.token}/opt-out`, { 'List-Unsubscribe': 'One-Click' })
    expect(reply.status).toBe(200)
    expect((await invitationOf(person))?.state).toBe('opted_out')
    const after = await (await open(`/r/${person.token}?language=en`)).text()
    expect(after).toContain('We will not ask you again')
    expect(after).not.toContain('alert(1)')
  })
})

describe('preview', () => {
  test('staff see the draft as a customer would; nobody else sees that it exists', async () => {
    const marketing = await colleague(api, 'marketing')
    const path = `/preview/${wave.surveyId}?page=5&language=en`
    const seen = await fetch(`${api.url}${path}`, { headers: { cookie: marketing.cookie } })
    const html = await seen.text()
    expect(seen.status).toBe(200)
    expect(html).toContain('Delivery')
    expect(html).toContain('Preview: nothing is stored.')
    expect(seen.headers.get('content-security-policy')).toContain("frame-ancestors 'self'")
    expect((await open(path)).status).toBe(404)
    const before = await everythingStored()
    const posted = await fetch(`${api.url}/preview/${wave.surveyId}`, {
      method: 'POST',
      headers: { cookie: marketing.cookie },
      body: new URLSearchParams({ page: '5', shown: 'en', 'a.delivery_on-time': '4' }),
      redirect: 'manual',
    })
    expect(posted.headers.get('location')).toBe(`/preview/${wave.surveyId}?page=6&language=en`)
    expect(await everythingStored()).toBe(before)
  })

  test('as a contact of the own regions it has that person’s texts and conditions, and leaves an audit entry', async () => {
    const marketing = await colleague(api, 'marketing', { regions: ['north'] })
    const administrator = await colleague(api, 'administrator')
    const draft = await administrator.api.surveys.create({
      factorModel: 'ibm-six',
      quarter: { year: 2031, quarter: 1 },
      languages: ['en', 'vi'],
    })
    await administrator.api.surveys.save({
      id: draft.id,
      revision: draft.revision,
      operations: [
        {
          op: 'set-survey-text',
          field: 'welcome',
          language: 'en',
          value: 'For {{account.name|your company}}, {{contact.seniority|}}',
        },
        {
          op: 'set-page-setting',
          page: 'delivery',
          setting: 'showIf',
          value: {
            join: 'all',
            tests: [{ subject: { fact: 'account.segment' }, is: 'is', values: ['gold'] }],
          },
        },
      ],
    })
    const [near] = await addContacts(api, 'north', 1, {
      name: 'Lê Văn Bình',
      segment: 'gold',
      language: 'en',
    })
    const [other] = await addContacts(api, 'north', 1, { segment: 'silver', language: 'en' })
    const [far] = await addContacts(api, 'south', 1)
    const see = async (query: string, cookie = marketing.cookie) => {
      const reply = await fetch(`${api.url}/preview/${draft.id}?${query}`, { headers: { cookie } })
      return { status: reply.status, html: await reply.text() }
    }

    const { html } = await see(`contact=${near?.id}`)
    expect(html).toContain('Lê Văn Bình')
    expect(html).toMatch(/For Công ty \d+, other/)
    expect(html).not.toMatch(/"fact"|gold/)
    expect((await see(`contact=${near?.id}&page=5&language=en`)).html).toContain('id="q-delivery_on-time"')
    expect((await see(`contact=${other?.id}&page=5&language=en`)).html).toContain(
      'id="q-company-image_overall"',
    )
    expect((await see('language=en')).html).toContain('For your company,')

    const analyst = await colleague(api, 'analyst', { regions: ['north'] })
    expect((await see(`contact=${far?.id}`)).status).toBe(404)
    expect((await see('contact=0123456789abcdef01234567')).status).toBe(404)
    expect((await see(`contact=${near?.id}`, analyst.cookie)).status).toBe(404)
    const { items } = await administrator.api.audit.list({})
    const looked = items.filter(
      ({ subject, actor }) => subject === `contact:${near?.id}` && actor === marketing.name,
    )
    expect(looked.map(({ action }) => action)).toEqual(['contact.read', 'contact.read'])
  })
})
