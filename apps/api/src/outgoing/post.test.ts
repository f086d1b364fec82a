import type { Server } from 'node:http'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { Webhook } from 'standardwebhooks'
import { post } from './post.ts'
import { newSigningSecret, signedHeaders } from './sign.ts'

let server: Server
let port = 0
const reached: string[] = []
beforeAll(async () => {
  server = createServer((request, response) => {
    reached.push(request.url ?? '')
    if (request.url === '/slow') return
    if (request.url === '/redirect') {
      response.writeHead(302, { location: `http://127.0.0.1:${port}/inside` }).end()
      return
    }
    if (request.url === '/busy') {
      response.writeHead(503, { 'retry-after': '90' }).end('come\n back  later')
      return
    }
    if (request.url === '/endless') {
      response.writeHead(200)
      const fill = () => {
        while (!response.destroyed && response.write('x'.repeat(1_000)));
      }
      response.on('drain', fill)
      fill()
      return
    }
    response.writeHead(204).end()
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  port = (server.address() as AddressInfo).port
})
afterAll(() => {
  server.closeAllConnections()
  server.close()
})

const none: ReadonlySet<string> = new Set()
const call = (url: string, privateHosts = none, patienceMs = 2_000) =>
  post({ url, headers: {}, body: '{}', privateHosts, patienceMs })
const inside = new Set(['127.0.0.1'])

describe('R10: an address that somebody typed in', () => {
  test.each([
    'https://127.0.0.1',
    'https://2130706433',
    'https://0x7f.1',
    'https://0177.0.0.1',
    'https://[::1]',
    'https://[::ffff:127.0.0.1]',
    'https://[fe80::1]',
    'https://169.254.169.254/latest/meta-data',
    'https://localhost',
    'https://10.1.2.3',
  ])('%s is refused, and nothing is sent', async url => {
    const before = reached.length
    expect(await call(`${url}${url.includes('/latest') ? '' : `:${port}`}`)).toMatchObject({
      status: null,
      note: 'private_address',
    })
    expect(reached).toHaveLength(before)
  })

  test('plain http leaves only for hosts that the operator named', async () => {
    expect(await call(`http://127.0.0.1:${port}/x`)).toMatchObject({ note: 'not_https' })
    expect(await call(`http://127.0.0.1:${port}/x`, inside)).toMatchObject({ status: 204 })
  })

  test('a redirect is an answer, not a way', async () => {
    const before = reached.length
    expect(await call(`http://127.0.0.1:${port}/redirect`, inside)).toMatchObject({ status: 302 })
    expect(reached.slice(before)).toEqual(['/redirect'])
  })

  test('who is slow, refuses, or never ends costs little', async () => {
    expect(await call(`http://127.0.0.1:${port}/slow`, inside, 200)).toMatchObject({ note: 'timeout' })
    expect(await call(`http://127.0.0.1:${port}/endless`, inside)).toMatchObject({ status: 200 })
    expect(await call(`http://127.0.0.1:${port}/busy`, inside)).toEqual({
      status: 503,
      note: 'come back later',
      retryAfter: 90,
    })
    expect(await call('http://127.0.0.1:1/', inside)).toMatchObject({ note: 'unreachable' })
    // Without a way to ask for names the look for one may take its time.
    expect(['unknown_host', 'timeout']).toContain((await call('https://nowhere.invalid/')).note)
  })
})

test('the reference library of Standard Webhooks accepts what is signed, with the old secret and the new one', () => {
  const [old, renewed] = [newSigningSecret(), newSigningSecret()]
  const body = JSON.stringify({ type: 'case.closed', data: { id: 'c1' } })
  const headers = signedHeaders([renewed, old], { id: 'msg_1', at: new Date(), body })
  expect(new Webhook(old).verify(body, headers)).toEqual(JSON.parse(body))
  expect(new Webhook(renewed).verify(body, headers)).toEqual(JSON.parse(body))
  expect(() => new Webhook(old).verify(body.replace('c1', 'c2'), headers)).toThrow()
  expect(() => new Webhook(newSigningSecret()).verify(body, headers)).toThrow()
})
