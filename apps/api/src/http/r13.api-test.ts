import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals'
import { commentWords, soughtByRule } from '@sixfold/domain/comments/comment-search'
import { maskComment } from '@sixfold/domain/comments/masking'
import { returnDate } from '@sixfold/domain/mail-returns/auto-reply'
import { withoutMarkup } from '@sixfold/domain/survey/import/markup'
import { searchWords } from '@sixfold/domain/text/fold'
import { addContacts } from '@sixfold/testkit/customers'
import { inviteGuests, planEvent } from '@sixfold/testkit/events'
import { inviteContacts } from '@sixfold/testkit/invited'
import type { Colleague } from '@sixfold/testkit/people'
import { colleague } from '@sixfold/testkit/people'
import type { TestApi } from '@sixfold/testkit/start-test-api'
import { startTestApi } from '@sixfold/testkit/start-test-api'
import type { Router } from 'express'
import { features } from '../features/features.ts'
import { makePersonalLink } from '../features/privacy/personal-links/service.ts'
import { parseReturned } from '../mails/parse-returned.ts'

jest.setTimeout(120_000)

let api: TestApi
let administrator: Colleague
let tokens: string[]
beforeAll(async () => {
  api = await startTestApi()
  administrator = await colleague(api, 'administrator')
  const { waveId, contacts } = await inviteContacts(api)
  const [guest] = await addContacts(api, 'north', 1)
  if (!guest) throw new Error('nobody to invite')
  const event = await planEvent(administrator, { regionId: api.regions.north, date: '2026-09-24' })
  const [seat] = await inviteGuests(api, administrator, { id: event.id, contacts: [guest] })
  const { address } = await administrator.api.openLinks.make({
    ...{ waveId, purpose: 'Poster', regionId: null, endsAt: null, limit: null, origins: [] },
  })
  tokens = [
    contacts[0]?.token ?? '',
    seat?.token ?? '',
    new URL(address).pathname.split('/').at(-1) ?? '',
    (await makePersonalLink(api.ctx, guest.id, 'own_page')).token,
    (await makePersonalLink(api.ctx, guest.id, 'own_data')).token,
  ]
  expect(tokens).not.toContain('')
})
afterAll(() => api.close())

interface Layer {
  route?: { path: string | string[]; methods: Record<string, boolean> }
  handle?: { stack?: Layer[] }
}

/** The addresses of a router, those of routers within it among them. */
function addressesOf(router: Router): string[] {
  const walk = (layers: readonly Layer[]): string[] =>
    layers.flatMap(({ route, handle }) => (route ? [route.path].flat() : walk(handle?.stack ?? [])))
  return walk(router.stack as unknown as Layer[])
}

describe('R13: no page leads to another site', () => {
  const elsewhere = ['https://evil.example', '//evil.example', '/\\evil.example']
  const names = [
    'language',
    'shown',
    'next',
    'to',
    'return',
    'redirect',
    'url',
    'go',
    'step',
    'page',
    'code',
    'done',
  ]

  test('whatever its address, its query and its form name', async () => {
    const paths = [...new Set(features.flatMap(({ pages }) => (pages ? addressesOf(pages(api.ctx)) : [])))]
    const led = new Set<string>()
    const visit = async (path: string, init: RequestInit = {}) => {
      const { status, headers } = await fetch(`${api.url}${path}`, { redirect: 'manual', ...init })
      const location = headers.get('location')
      if (location === null) return
      expect([path, status, new URL(location, api.url).origin]).toEqual([path, status, api.url])
      led.add(path)
    }
    for (const evil of elsewhere) {
      const fields = new URLSearchParams(Object.fromEntries(names.map(name => [name, evil])))
      const parts = [...tokens, evil].map(encodeURIComponent)
      for (const path of paths)
        for (const part of path.includes(':') ? parts : ['']) {
          const address = path.replaceAll(/:\w+/g, part)
          await visit(`${address}?${fields}`)
          await visit(address, { method: 'POST', body: fields })
          await visit(address, {
            method: 'POST',
            body: new URLSearchParams({ go: 'next', page: '1', shown: evil }),
          })
        }
      await visit(`//evil.example/..?${fields}`)
    }
    // Some do lead on, or nothing was tried.
    expect(led.size).toBeGreaterThan(5)
  })
})

describe('R13: no text holds the server up', () => {
  // What makes a pattern that goes back over its text take minutes takes a good one milliseconds.
  const slow = ['a', ' ', '0', '.', '-', '@', '<', '&', '{{', '\t', 'ộ', '"', "'", '\\'].flatMap(sign => [
    `${sign.repeat(40_000)}!`,
    `a${sign.repeat(40_000)}@`,
  ])

  const expectQuick = async (text: string, work: () => Promise<unknown>) => {
    const begun = performance.now()
    await work()
    expect([text.slice(0, 3), performance.now() - begun < 5_000]).toEqual([text.slice(0, 3), true])
  }

  test('as an import', async () => {
    for (const text of slow)
      await expectQuick(text, async () => {
        const content = `account_id,account_name,email\n1,${text},${text}`
        const file = new File([content], 'a.csv', { type: 'text/csv' })
        await administrator.api.imports.start({ file })
        await api.runJobs()
      })
  })

  test('where texts of others are taken apart', async () => {
    const readers: ((text: string) => unknown)[] = [
      withoutMarkup,
      searchWords,
      commentWords,
      soughtByRule,
      text => maskComment(text, ['Nguyễn Thị Mai']),
      text => returnDate(text, '2026-09-01'),
      text => parseReturned(Buffer.from(`Subject: ${text}\r\nFrom: ${text}\r\n\r\n${text}`)),
    ]
    for (const text of slow) for (const read of readers) await expectQuick(text, async () => read(text))
  })

  test('as a query, as an address, in a form and in an answer', async () => {
    const token = tokens[0] ?? ''
    for (const text of slow) {
      const short = encodeURIComponent(text.slice(0, 1_000))
      await expectQuick(text, () =>
        Promise.all([
          fetch(`${api.url}/api/customers/contacts?search=${short}`, {
            headers: { cookie: administrator.cookie },
          }),
          fetch(`${api.url}/r/${short}`),
          fetch(`${api.url}/live/${short}`),
          fetch(`${api.url}/r/${token}`, {
            headers: { cookie: text.slice(0, 4_000).replaceAll(/[^ -~]/g, 'a') },
          }),
          fetch(`${api.url}/r/${token}`, {
            method: 'POST',
            body: new URLSearchParams({ 'a.do-better': text }),
          }),
          fetch(`${api.url}/api/auth/sign-in/email`, {
            method: 'POST',
            headers: { 'content-type': 'application/json' },
            body: JSON.stringify({ email: text.slice(0, 254), password: 'x' }),
          }),
        ]),
      )
    }
  })
})
