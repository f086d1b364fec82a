import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { InvitedContact, InvitedWave } from '@sixfold/testkit/invited'
import { inviteContacts } from '@sixfold/testkit/invited'
import type { TestApi } from '@sixfold/testkit/start-test-api'
import { startTestApi } from '@sixfold/testkit/start-test-api'
import { findInvitationByToken } from '../../waves/invitations/service.ts'
import { readResponse } from '../responses/service.ts'

let api: TestApi
let wave: InvitedWave
beforeAll(async () => {
  api = await startTestApi()
  wave = await inviteContacts(api, { count: 8 })
}, 60_000)
afterAll(() => api.close())

function nextPerson(): InvitedContact {
  const person = wave.contacts.shift()
  if (!person) throw new Error('invite more people')
  return person
}

async function responseOf({ token }: InvitedContact) {
  const invitation = await findInvitationByToken(api.ctx, token)
  return readResponse(api.ctx, invitation?.id ?? '')
}

const onTime = (value: number, revision = 1) => ({ question: 'delivery_on-time', value, revision })

describe('what a page with script tells of itself', () => {
  test('is kept with the answers: times only rise, repeating changes nothing, and it says no more than can be', async () => {
    const person = nextPerson()
    const { token } = person
    const save = (pages: Record<string, number>, revision: number, browser = 'browser-1') =>
      api.anonymous.responses.save({ token, answers: [onTime(4, revision)], pages, browser })
    await save({ delivery: 14, marketing: 3 }, 1)
    await save({ delivery: 9, marketing: 8, elsewhere: 5 }, 2)
    expect(await responseOf(person)).toMatchObject({ pages: { delivery: 14, marketing: 8 } })
    await save({ delivery: 1_000_000 }, 3, 'browser-2')
    const kept = await responseOf(person)
    expect(kept).toMatchObject({
      pages: { delivery: 3600, marketing: 8 },
      browsers: ['browser-1', 'browser-2'],
    })
    // A message that comes again, or brings times alone, writes nothing.
    await save({ delivery: 1_000_000, marketing: 60 }, 3)
    expect(await responseOf(person)).toEqual(kept)
    await api.anonymous.responses.submit({ token, answers: [], pages: { marketing: 60 } })
    const final = await responseOf(person)
    expect(final).toMatchObject({ state: 'submitted', mode: 'web', pages: { delivery: 3600, marketing: 60 } })
    await api.anonymous.responses.submit({ token, answers: [], pages: { marketing: 600 } })
    expect(await responseOf(person)).toEqual(final)
  })

  test('may be left out, and is refused where it is no time and no name', async () => {
    const person = nextPerson()
    const { token } = person
    await api.anonymous.responses.save({ token, answers: [onTime(5)] })
    const kept = await responseOf(person)
    expect(kept).not.toHaveProperty('pages')
    expect(kept).not.toHaveProperty('browsers')
    for (const wrong of [{ pages: { delivery: -1 } }, { pages: { delivery: 'x' } }, { browser: '$gt' }]) {
      const reply = await fetch(`${api.url}/api/respond/${token}/answers`, {
        method: 'PUT',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ answers: [onTime(1, 2)], ...wrong }),
      })
      expect(reply.status).toBe(422)
    }
    expect(await responseOf(person)).toEqual(kept)
  })
})

describe('without script', () => {
  /** A browser that follows forms, with or without cookies. */
  function browser({ token }: InvitedContact, keepsCookies = true) {
    let cookie = ''
    const visit = async (path: string, fields?: Record<string, string>) => {
      const reply = await fetch(`${api.url}/r/${token}${path}`, {
        redirect: 'manual',
        headers: cookie ? { cookie } : {},
        ...(fields ? { method: 'POST', body: new URLSearchParams(fields) } : {}),
      })
      const given = reply.headers.get('set-cookie')
      if (given && keepsCookies) cookie = given.split(';')[0] ?? ''
      return { given, html: await reply.text() }
    }
    return {
      visit,
      async open(page: number) {
        const { html, given } = await visit(`?page=${page}`)
        expect(given).toBeNull()
        return /name="since" value="(\d+)"/.exec(html)?.[1] ?? ''
      },
      post: (page: number, since: string, question: string, value: number, path = '') =>
        visit(path, {
          page: String(page),
          shown: 'vi',
          go: 'next',
          since,
          [`e.${question}`]: '',
          [`a.${question}`]: String(value),
        }),
    }
  }

  test('the time from a page to its post is noted, goes on when it is opened again, and not twice for a double click', async () => {
    const person = nextPerson()
    const reader = browser(person)
    const since = await reader.open(5)
    api.clock.advance({ seconds: 20 })
    await reader.post(5, since, 'delivery_on-time', 2)
    await reader.post(5, since, 'delivery_on-time', 2)
    expect(await responseOf(person)).toMatchObject({ pages: { delivery: 20 } })
    // A scanner, or the same person an hour later, opens it without posting: nothing is counted.
    api.clock.advance({ hours: 1 })
    await reader.open(5)
    const again = await reader.open(5)
    api.clock.advance({ seconds: 7 })
    await reader.post(5, again, 'delivery_accurate', 3)
    expect(await responseOf(person)).toMatchObject({ pages: { delivery: 27 } })
  })

  test('a moment that cannot be says nothing', async () => {
    const person = nextPerson()
    const reader = browser(person)
    for (const [at, since] of ['', 'soon', '99999999999', '-5', '1e3'].entries())
      await reader.post(5, since, 'delivery_on-time', at + 1)
    expect(await responseOf(person)).not.toHaveProperty('pages')
    await reader.post(5, '0', 'delivery_accurate', 1)
    expect(await responseOf(person)).toMatchObject({ pages: { delivery: 3600 } })
  })

  test('browsers are told apart by a name for this link alone, which counts once it comes back', async () => {
    const person = nextPerson()
    const [one, other, forgetful] = [browser(person), browser(person), browser(person, false)]
    const first = await one.post(5, '', 'delivery_on-time', 1)
    expect(first.given).toMatch(new RegExp(`^browser=[\\w-]{12}; Max-Age=\\d+; Path=/r/${person.token};`))
    expect(await responseOf(person)).not.toHaveProperty('browsers')
    expect((await one.post(5, '', 'delivery_on-time', 2)).given).toBeNull()
    expect((await responseOf(person))?.browsers).toHaveLength(1)
    for (const value of [3, 4, 5]) await forgetful.post(5, '', 'delivery_on-time', value)
    expect((await responseOf(person))?.browsers).toHaveLength(1)
    for (const value of [1, 2]) await other.post(5, '', 'delivery_on-time', value)
    expect((await responseOf(person))?.browsers).toHaveLength(2)
  })
})
