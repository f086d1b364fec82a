import { request as httpRequest } from 'node:http'
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals'
import { errorCodes } from '@sixfold/contract/errors'
import type { Colleague } from '@sixfold/testkit/people'
import { colleague } from '@sixfold/testkit/people'
import type { TestApi } from '@sixfold/testkit/start-test-api'
import { startTestApi } from '@sixfold/testkit/start-test-api'

jest.setTimeout(60_000)

let api: TestApi
let admin: Colleague
beforeAll(async () => {
  api = await startTestApi()
  admin = await colleague(api, 'administrator')
})
afterAll(() => api.close())

interface Sent {
  status: number
  headers: Headers
  body: { code: string; message: string; fields?: { path: string; message: string }[]; requestId: string }
}

async function send(path: string, init: RequestInit & { language?: string } = {}): Promise<Sent> {
  const { language = 'en', ...rest } = init
  const answer = await fetch(`${api.url}${path}`, {
    ...rest,
    headers: {
      cookie: admin.cookie,
      'x-language': language,
      ...(typeof rest.body === 'string' ? { 'content-type': 'application/json' } : {}),
      ...rest.headers,
    },
  })
  return { status: answer.status, headers: answer.headers, body: (await answer.json()) as Sent['body'] }
}

const post = (path: string, body: unknown, language?: string) =>
  send(path, { method: 'POST', body: JSON.stringify(body), ...(language ? { language } : {}) })

const invitation = { email: 'lan@example.com', role: 'care', regions: 'all', language: 'vi' }

function expectShape({ body, headers }: Sent): void {
  expect(
    Object.keys(body)
      .filter(key => !['fields', 'data'].includes(key))
      .sort(),
  ).toEqual(['code', 'message', 'requestId'])
  expect(errorCodes).toContain(body.code)
  expect(headers.get('x-request-id')).toBe(body.requestId)
}

describe('a request that breaks the contract', () => {
  test('gets 422 with one entry per field, and nothing is stored', async () => {
    const answer = await post('/api/staff/invitations', {
      ...invitation,
      email: 'lan',
      role: 'boss',
      extra: 1,
      more: 2,
    })
    expectShape(answer)
    expect(answer.status).toBe(422)
    expect(answer.body.code).toBe('invalid_input')
    expect(answer.body.fields?.map(({ path }) => path).sort()).toEqual(['email', 'extra', 'more', 'role'])
    expect((await admin.api.staff.list()).invitations).toEqual([])
  })

  test('is told so in the caller’s language', async () => {
    const wrong = { ...invitation, email: undefined, role: 'boss' }
    const english = await post('/api/staff/invitations', wrong, 'en')
    const vietnamese = await post('/api/staff/invitations', wrong, 'vi')
    expect(english.body.fields).toEqual([
      { path: 'email', message: 'Please fill this in.' },
      { path: 'role', message: expect.stringMatching(/^Must be one of: administrator/) },
    ])
    expect(vietnamese.body.fields?.[0]).toEqual({ path: 'email', message: 'Vui lòng điền mục này.' })
    expect(vietnamese.body.message).toMatch(/Chưa có gì được lưu/)
  })

  test('JSON that is none, or no object, is a fault of the whole body', async () => {
    for (const body of ['{"email":', 'null', '[]', '"text"', '7', '']) {
      const answer = await send('/api/staff/invitations', { method: 'POST', body })
      expectShape(answer)
      expect([body, answer.status]).toEqual([body, 422])
    }
  })

  test('paths that cannot be decoded are refused in the same shape', async () => {
    for (const path of [
      '/api/waves/%E0%A4%A',
      '/%E0%A4%A',
      '/api/docs/%',
      '/assets/%ff',
      '/builder/assets/%00',
    ]) {
      const answer = await send(path)
      expectShape(answer)
      expect([path, [404, 422].includes(answer.status)]).toEqual([path, true])
    }
  })
})

describe('R9: operator objects and keys with a meaning', () => {
  const attacks: [string, string, string, unknown][] = [
    ['body', 'POST', '/api/staff/invitations', { ...invitation, email: { $gt: '' } }],
    ['nested body', 'POST', '/api/staff/invitations', { ...invitation, regions: [{ $ne: null }] }],
    ['body key', 'POST', '/api/staff/invitations', { ...invitation, $where: 'sleep(1000)' }],
    ['sign-in', 'POST', '/api/auth/sign-in/email', { email: { $gt: '' }, password: { $gt: '' } }],
    ['sign-in key', 'POST', '/api/auth/sign-in/email', { email: 'a@b.c', password: 'x', $where: '1' }],
    ['set-up', 'POST', '/api/setup/x', { token: { $gt: '' } }],
    ['query brackets', 'GET', '/api/jobs?state[$gt]=', undefined],
    ['query key', 'GET', '/api/jobs?$where=1', undefined],
    ['query list', 'GET', '/api/outbox?state[]=sent&state[]=kept', undefined],
    ['cursor', 'GET', '/api/audit?cursor[$gt]=', undefined],
  ]
  test.each(attacks)('in %s are refused with 422', async (_where, method, path, body) => {
    const answer = await send(path, { method, ...(body ? { body: JSON.stringify(body) } : {}) })
    expectShape(answer)
    expect(answer.status).toBe(422)
  })

  test('in a path are only text: 404', async () => {
    const answer = await send(`/api/outbox/${encodeURIComponent('{"$gt":""}')}`)
    expectShape(answer)
    expect(answer.status).toBe(404)
  })

  test('__proto__ and constructor are unknown keys', async () => {
    for (const key of ['__proto__', 'constructor', 'prototype']) {
      const body = JSON.stringify(invitation).replace('{', `{"${key}":{"role":"administrator"},`)
      expect((await send('/api/staff/invitations', { method: 'POST', body })).status).toBe(422)
    }
    expect(({} as { role?: string }).role).toBeUndefined()
  })
})

describe('bodies', () => {
  const tooLong = JSON.stringify({ ...invitation, email: 'x'.repeat(2_100_000) })

  test('larger than allowed get 413', async () => {
    const answer = await send('/api/staff/invitations', { method: 'POST', body: tooLong })
    expectShape(answer)
    expect(answer.status).toBe(413)
  })

  test('larger than allowed get 413 without a length, too', async () => {
    expect(await sendChunked('application/json', tooLong)).toMatchObject({
      status: 413,
      code: 'body_too_large',
    })
  })

  test('forms larger than allowed get 413 while they still come, and only staff may send any', async () => {
    const head = '--b\r\nContent-Disposition: form-data; name="file"; filename="a.csv"\r\n\r\n'
    const form = head + 'x'.repeat(53_000_000)
    expect(await sendChunked('multipart/form-data; boundary=b', form)).toMatchObject({ status: 413 })
    expect(await sendChunked('multipart/form-data; boundary=b', head, '')).toMatchObject({ status: 401 })
  })

  test('of another kind get 415', async () => {
    for (const type of [
      'text/plain',
      'application/x-www-form-urlencoded',
      'application/xml',
      'application/octet-stream',
    ]) {
      const answer = await send('/api/staff/invitations', {
        method: 'POST',
        body: JSON.stringify(invitation),
        headers: { 'content-type': type },
      })
      expectShape(answer)
      expect([type, answer.status, answer.body.code]).toEqual([type, 415, 'unsupported_media_type'])
    }
  })

  function sendChunked(
    type: string,
    text: string,
    cookie = admin.cookie,
  ): Promise<{ status: number; code: string }> {
    return new Promise((resolve, reject) => {
      const call = httpRequest(
        `${api.url}/api/staff/invitations`,
        { method: 'POST', headers: { 'content-type': type, cookie, 'transfer-encoding': 'chunked' } },
        answer => {
          let body = ''
          answer.on('data', chunk => {
            body += chunk
          })
          answer.on('end', () => {
            call.destroy()
            resolve({ status: answer.statusCode ?? 0, code: JSON.parse(body).code })
          })
        },
      )
      // Our side may still be writing when the answer ends the connection.
      call.on('error', reject)
      for (let at = 0; at < text.length; at += 64_000) call.write(text.slice(at, at + 64_000))
      call.end()
    })
  }
})

describe('one error shape', () => {
  const paths: [string, string, number][] = [
    ['GET', '/api', 404],
    ['GET', '/api/nothing', 404],
    ['POST', '/api/nothing', 404],
    ['DELETE', '/api/session', 404],
    ['GET', '/api/auth/get-session', 404],
    ['POST', '/api/auth/sign-up/email', 404],
    ['GET', '/api/auth/ok', 404],
    ['GET', '/api/docs/package.json', 404],
    ['GET', '/api/..%2f..%2fetc/passwd', 404],
    ['GET', '/assets/nothing.js', 404],
    ['PUT', '/', 404],
  ]
  test.each(paths)('%s %s', async (method, path, status) => {
    const answer = await send(path, { method })
    expectShape(answer)
    expect(answer.status).toBe(status)
  })

  test('R13: requests of other origins are refused before they are read', async () => {
    for (const origin of ['https://evil.example', 'null', 'http://localhost.evil.example']) {
      const answer = await send('/api/staff/invitations', {
        method: 'POST',
        body: JSON.stringify(invitation),
        headers: { origin },
      })
      expectShape(answer)
      expect(answer.status).toBe(404)
    }
    const own = await send('/api/staff/invitations', {
      method: 'POST',
      body: '{}',
      headers: { origin: api.url },
    })
    expect(own.status).toBe(422)
  })
})
