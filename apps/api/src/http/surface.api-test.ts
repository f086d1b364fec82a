import { createHash } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals'
import { contract } from '@sixfold/contract/contract'
import type { ErrorCode } from '@sixfold/contract/errors'
import { errorCodes, errorStatus } from '@sixfold/contract/errors'
import { inviteContacts } from '@sixfold/testkit/invited'
import type { Colleague } from '@sixfold/testkit/people'
import { colleague } from '@sixfold/testkit/people'
import type { TestApi } from '@sixfold/testkit/start-test-api'
import { startTestApi } from '@sixfold/testkit/start-test-api'

jest.setTimeout(120_000)

const log: string[] = []
let api: TestApi
let admin: Colleague
beforeAll(async () => {
  api = await startTestApi({ log: line => void log.push(line) })
  admin = await colleague(api, 'administrator')
})
afterAll(() => api.close())

const get = (path: string, headers: Record<string, string> = {}) => fetch(`${api.url}${path}`, { headers })

const hashOf = (text: string) => createHash('sha256').update(text).digest('base64')

describe('every answer', () => {
  test('carries a request id and says nothing of what serves it', async () => {
    for (const path of [
      '/',
      '/healthz',
      '/readyz',
      '/metrics',
      '/api/session',
      '/api/nothing',
      '/api/docs',
      '/r/x',
    ]) {
      const { headers } = await get(path)
      expect([path, headers.get('x-request-id')]).toEqual([path, expect.stringMatching(/^[0-9a-f-]{36}$/)])
      expect([path, headers.get('x-powered-by')]).toEqual([path, null])
      expect([path, headers.get('x-content-type-options')]).toEqual([path, 'nosniff'])
      expect([path, headers.get('referrer-policy')]).toEqual([path, 'no-referrer'])
    }
  })

  test('R8: with a page has a policy without inline scripts or styles', async () => {
    let pages = 0
    for (const path of ['/', '/builder/', '/scheduler/', '/desk/', '/api/docs', '/r/x', '/e/x', '/join/x']) {
      const answer = await get(path)
      if (!answer.headers.get('content-type')?.includes('html')) continue
      pages += 1
      const policy = answer.headers.get('content-security-policy') ?? ''
      expect([path, policy]).toEqual([path, expect.stringMatching(/default-src 'none'.*script-src 'self'/)])
      expect(policy).not.toMatch(/unsafe-(inline|eval)|\*/)
      const nonce = /'nonce-([^']+)'/.exec(policy)?.[1]
      const again = (await get(path)).headers.get('content-security-policy')
      expect(nonce === undefined || again?.includes(nonce)).toBe(nonce === undefined)
      const html = await answer.text()
      // A portal page's one style is known by its hash.
      const hashed = /<style>(.*?)<\/style>/s.exec(html)
      if (hashed) expect(policy).toContain(`'sha256-${hashOf(hashed[1] ?? '')}'`)
      for (const [tag] of html.replace(hashed?.[0] ?? '', '').matchAll(/<(script|style)\b[^>]*>/g))
        expect([path, tag]).toEqual([path, expect.stringMatching(/nonce=|src=/)])
    }
    expect(pages).toBeGreaterThan(0)
  })

  test('of the API is kept by nobody', async () => {
    expect((await get('/api/session', { cookie: admin.cookie })).headers.get('cache-control')).toBe(
      'no-store',
    )
  })
})

describe('faults of ours', () => {
  const broken = async (thrown: unknown) => {
    const getSession = jest.spyOn(api.ctx.auth.api, 'getSession')
    getSession.mockRejectedValueOnce(thrown as never)
    const answer = await get('/api/welcome', { cookie: 'sixfold.session_token=x' })
    return { status: answer.status, text: await answer.text(), id: answer.headers.get('x-request-id') }
  }

  test('are answered with 500 and an id, whatever was thrown; details are in the log alone', async () => {
    const secret = 'connection string is wrong'
    for (const thrown of [new Error(secret), secret, { message: secret }, null, undefined, 42]) {
      const { status, text, id } = await broken(thrown)
      expect([thrown, status]).toEqual([thrown, 500])
      expect(JSON.parse(text)).toEqual({
        code: 'internal',
        message: 'Something went wrong on our side.',
        requestId: id,
      })
      expect(
        log.filter(line => line.includes(id ?? '') && line.includes('"level":50')).length,
      ).toBeGreaterThan(0)
    }
    expect(log.join('')).toContain(secret)
  })
})

describe('the OpenAPI document', () => {
  test('is OpenAPI 3.1, lists every procedure with its errors, and each reference leads somewhere', async () => {
    const document = (await (await get('/api/openapi.json')).json()) as {
      openapi: string
      info: Record<string, string>
      paths: Record<string, Record<string, { responses: Record<string, unknown> }>>
    }
    expect(document.openapi).toMatch(/^3\.1\./)
    expect(document.info).toMatchObject({ title: 'Sixfold', version: expect.any(String) })
    for (const procedures of Object.values(contract))
      for (const procedure of Object.values(procedures)) {
        const { route, errorMap } = procedure['~orpc']
        const operation = document.paths[route.path ?? '']?.[(route.method ?? '').toLowerCase()]
        const statuses = new Set(Object.keys(errorMap).map(code => String(errorStatus[code as ErrorCode])))
        expect([route.path, Object.keys(operation?.responses ?? {})]).toEqual([
          route.path,
          expect.arrayContaining(['200', ...statuses]),
        ])
        for (const code of Object.keys(errorMap)) expect(errorCodes).toContain(code)
      }
    const text = JSON.stringify(document)
    for (const [, pointer = ''] of text.matchAll(/"\$ref":"#([^"]+)"/g)) {
      const found = pointer
        .split('/')
        .slice(1)
        .reduce<unknown>((at, key) => (at as Record<string, unknown>)?.[key], document)
      expect([pointer, found]).toEqual([pointer, expect.anything()])
    }
  })
})

describe('the figures', () => {
  test('name procedures and patterns, never addresses, people or links', async () => {
    await get('/api/session', { cookie: admin.cookie })
    await get('/r/a-secret-link')
    await get('/wp-admin/setup.php?email=mai@example.com')
    const metrics = await (await get('/metrics')).text()
    expect(metrics).toContain('route="session.get"')
    expect(metrics).toContain('route="other"')
    for (const word of ['secret', 'wp-admin', 'mai@', admin.id, admin.email])
      expect(metrics).not.toContain(word)
    expect(metrics).toContain('process_resident_memory_bytes')
  })
})

describe('limits', () => {
  test('stop a link that is used far too often, with Retry-After, and no other link', async () => {
    const calls = await Promise.all(Array.from({ length: 260 }, () => get('/api/join/one-and-the-same')))
    const statuses = calls.map(({ status }) => status)
    expect(statuses.filter(status => status === 404)).toHaveLength(240)
    const refused = calls.find(({ status }) => status === 429)
    expect(Number(refused?.headers.get('retry-after'))).toBeGreaterThan(0)
    expect(await refused?.json()).toMatchObject({ code: 'too_many_requests', requestId: expect.any(String) })
    expect((await get('/api/join/another-one')).status).toBe(404)
  })
})

test('the log of a whole journey holds no person, no address and no link', async () => {
  const { contacts } = await inviteContacts(api, { count: 3, name: 'Nguyễn Thị Mai' })
  for (const { token } of contacts) {
    await get(`/r/${token}`)
    await get(`/api/respond/${token}?email=mai@example.com`)
  }
  await api.anonymous.staff
    .join({ token: 'no-such-link', name: 'Lan', password: 'mật khẩu đủ dài', language: 'vi' })
    .catch(() => undefined)
  await fetch(`${api.url}/api/auth/sign-in/email`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email: admin.email, password: 'guessed password' }),
  })
  const text = log.join('')
  expect(log.length).toBeGreaterThan(10)
  const secrets = [
    ...contacts.flatMap(({ token, email, name }) => [token, email, name]),
    admin.email,
    admin.name,
    admin.cookie.split('=')[1] ?? '',
    'guessed password',
    'no-such-link',
    'mai@example.com',
  ]
  for (const secret of secrets) expect([secret, text.includes(secret)]).toEqual([secret, false])
})

describe('SERVE', () => {
  const answers = async (serve: string) => {
    const part = await startTestApi({ settings: { SERVE: serve } })
    const status = async (path: string) => (await fetch(`${part.url}${path}`)).status
    try {
      return {
        staff: await status('/api/session'),
        entrance: await status('/api/welcome'),
        signIn: (await fetch(`${part.url}/api/auth/sign-in/email`, { method: 'POST' })).status,
        documents: await status('/api/openapi.json'),
        portal: await status('/api/respond/x'),
        page: (await fetch(`${part.url}/r/x`)).headers.get('content-type')?.includes('html') ?? false,
        home: await status('/'),
        sockets: await status('/socket.io/?EIO=4&transport=polling'),
        health: await status('/healthz'),
        ready: await status('/readyz'),
      }
    } finally {
      await part.close()
    }
  }

  test('portal alone has no staff procedure, no sign-in, no staff app; its sockets are those of live rooms', async () => {
    expect(await answers('portal')).toMatchObject({
      staff: 404,
      entrance: 404,
      signIn: 404,
      documents: 404,
      portal: 404,
      home: 404,
      sockets: 200,
      health: 200,
      ready: 200,
    })
  })

  test('staff alone has no page and no procedure for customers', async () => {
    expect(await answers('staff')).toMatchObject({
      staff: 401,
      entrance: 200,
      signIn: 422,
      documents: 200,
      page: false,
      sockets: 200,
      health: 200,
      ready: 200,
    })
  })

  test('jobs alone answers about its health and nothing else', async () => {
    expect(await answers('jobs')).toEqual({
      staff: 404,
      entrance: 404,
      signIn: 404,
      documents: 404,
      portal: 404,
      page: false,
      home: 404,
      sockets: 404,
      health: 200,
      ready: 200,
    })
  })

  test('a customer’s procedure is there exactly where the portal is', async () => {
    for (const [serve, code] of [
      ['portal', 'link_unknown'],
      ['staff', 'not_found'],
    ] as const) {
      const part = await startTestApi({ settings: { SERVE: serve } })
      const body = await (await fetch(`${part.url}/api/respond/x`)).json()
      await part.close()
      expect([serve, body]).toEqual([serve, expect.objectContaining({ code })])
    }
  })
})
