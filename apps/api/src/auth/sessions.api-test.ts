import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals'
import { colleague, signIn } from '@sixfold/testkit/people'
import type { TestApi } from '@sixfold/testkit/start-test-api'
import { startTestApi } from '@sixfold/testkit/start-test-api'
import { changeMember, createSetupLink } from '../features/house/staff/service.ts'

jest.setTimeout(60_000)

let api: TestApi
beforeAll(async () => {
  api = await startTestApi()
})
afterAll(() => api.close())

const status = async (cookie: string, path = '/api/session') =>
  (await fetch(`${api.url}${path}`, { headers: { cookie } })).status

function trySignIn(body: unknown, headers: Record<string, string> = {}) {
  return fetch(`${api.url}/api/auth/sign-in/email`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  })
}

describe('a session cookie', () => {
  test('is out of reach of scripts and of other sites, and Secure under https', async () => {
    const { email, password } = await colleague(api, 'care')
    const [cookie = ''] = (await trySignIn({ email, password })).headers.getSetCookie()
    expect(cookie).toMatch(/HttpOnly/i)
    expect(cookie).toMatch(/SameSite=Lax/i)
    expect(cookie).not.toMatch(/Secure/i)

    const secure = await startTestApi({ settings: { PUBLIC_URL: 'https://listen.example.com' } })
    try {
      const person = await colleague(secure, 'care')
      const answer = await fetch(`${secure.url}/api/auth/sign-in/email`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ email: person.email, password: person.password }),
      })
      expect(answer.headers.getSetCookie()[0]).toMatch(/^__Secure-sixfold\..*Secure/i)
      expect(answer.headers.get('strict-transport-security')).toMatch(/max-age=\d+/)
    } finally {
      await secure.close()
    }
  })

  test('R1: altered, forged or made of another kind of link is nobody’s', async () => {
    const { cookie } = await colleague(api, 'administrator')
    const [name = '', value = ''] = cookie.split(/=(.*)/s)
    const [token = '', signature = ''] = decodeURIComponent(value).split('.')
    const setup = (await createSetupLink(api.ctx)).split('/').at(-1) ?? ''
    const header = Buffer.from('{"alg":"none"}').toString('base64url')
    const forgeries = [
      token,
      `${token}.`,
      `${token}x.${signature}`,
      `${token}.${signature.slice(0, -2)}AA`,
      `${token}.${Buffer.alloc(32).toString('base64')}`,
      setup,
      `${setup}.${signature}`,
      `${header}.${Buffer.from('{"sub":"1"}').toString('base64url')}.`,
      '{"$gt":""}',
    ]
    expect(await status(cookie)).toBe(200)
    for (const forged of forgeries)
      expect([forged, await status(`${name}=${encodeURIComponent(forged)}`)]).toEqual([forged, 401])
  })

  test('R1: that ran out opens nothing, and links of staff are no sessions and no invitations', async () => {
    const { cookie, id } = await colleague(api, 'care')
    const sessions = api.ctx.db.connection.collection('session')
    const setup = (await createSetupLink(api.ctx)).split('/').at(-1) ?? ''
    const newcomer = { name: 'Lan', password: 'mật khẩu đủ dài', language: 'vi' } as const
    await expect(api.anonymous.staff.join({ token: setup, ...newcomer })).rejects.toMatchObject({
      code: 'link_unknown',
    })
    const { internalAdapter } = await api.ctx.auth.$context
    const [{ token = '' } = {}] = await internalAdapter.listSessions(id)
    await sessions.updateMany({ token }, { $set: { expiresAt: new Date(Date.now() - 1000) } })
    expect(await status(cookie)).toBe(401)
  })

  test('in use is renewed, in the browser too', async () => {
    const { cookie, id } = await colleague(api, 'care')
    const { internalAdapter } = await api.ctx.auth.$context
    const [{ token = '' } = {}] = await internalAdapter.listSessions(id)
    const soon = new Date(Date.now() + 3600_000)
    await api.ctx.db.connection.collection('session').updateMany({ token }, { $set: { expiresAt: soon } })
    const answer = await fetch(`${api.url}/api/session`, { headers: { cookie } })
    expect(answer.headers.getSetCookie().join()).toMatch(/session_token=.*Max-Age=43200/)
  })
})

describe('R2: what ends every session at once', () => {
  test('signing out ends this one and leaves the other', async () => {
    const { email, password, cookie } = await colleague(api, 'care')
    const other = await signIn(api.url, email, password)
    const answer = await fetch(`${api.url}/api/auth/sign-out`, { method: 'POST', headers: { cookie } })
    expect(await answer.json()).toEqual({ ok: true })
    expect([await status(cookie), await status(other)]).toEqual([401, 200])
    expect(
      (await fetch(`${api.url}/api/auth/sign-out`, { method: 'POST', headers: { cookie } })).status,
    ).toBe(200)
  })

  test('a new password, which needs the old one', async () => {
    const person = await colleague(api, 'care')
    const other = await signIn(api.url, person.email, person.password)
    const next = 'một mật khẩu khác'
    await expect(
      person.api.session.changePassword({ current: 'guessed', password: next }),
    ).rejects.toMatchObject({ code: 'wrong_credentials' })
    expect(await status(other)).toBe(200)
    await person.api.session.changePassword({ current: person.password, password: next })
    expect([await status(person.cookie), await status(other)]).toEqual([401, 401])
    expect((await trySignIn({ email: person.email, password: person.password })).status).toBe(401)
    expect((await trySignIn({ email: person.email, password: next })).status).toBe(200)
  })

  test('an account that is ended; its owner cannot sign in again, its address is free', async () => {
    const administrator = await colleague(api, 'administrator')
    const person = await colleague(api, 'care')
    await administrator.api.staff.end({ id: person.id })
    expect(await status(person.cookie)).toBe(401)
    expect((await trySignIn({ email: person.email, password: person.password })).status).toBe(401)
    const invitation = { email: person.email, role: 'care', regions: 'all', language: 'vi' } as const
    expect(await administrator.api.staff.invite(invitation)).toMatchObject({ email: person.email })
    const [entry] = (await administrator.api.audit.list({ limit: 5 })).items.filter(
      ({ action }) => action === 'staff.ended',
    )
    expect(entry).toMatchObject({ subject: `staff:${person.id}`, actor: administrator.name })
  })

  test('another role or other regions count with the very next request', async () => {
    const administrator = await colleague(api, 'administrator')
    const person = await colleague(api, 'administrator')
    expect(await status(person.cookie, '/api/audit')).toBe(200)
    await administrator.api.staff.change({ id: person.id, role: 'regional', regions: [api.regions.south] })
    expect(await status(person.cookie, '/api/audit')).toBe(404)
    expect((await person.api.session.get()).actor).toMatchObject({
      role: 'regional',
      regions: [api.regions.south],
    })
  })
})

describe('R5: handing out rights', () => {
  test('goes no further than one’s own, and not to oneself', async () => {
    const south = await colleague(api, 'administrator', { regions: ['south'] })
    const north = await colleague(api, 'care', { regions: ['north'] })
    const person = await colleague(api, 'care', { regions: ['south'] })
    const refused = { status: 404, code: 'not_found' }
    const { change, end, invite } = south.api.staff
    await expect(change({ id: person.id, role: 'care', regions: 'all' })).rejects.toMatchObject(refused)
    await expect(change({ id: person.id, role: 'care', regions: [api.regions.north] })).rejects.toMatchObject(
      refused,
    )
    await expect(change({ id: north.id, role: 'care', regions: [api.regions.south] })).rejects.toMatchObject(
      refused,
    )
    await expect(end({ id: north.id })).rejects.toMatchObject(refused)
    await expect(
      invite({ email: 'x@example.com', role: 'care', regions: 'all', language: 'en' }),
    ).rejects.toMatchObject(refused)
    await expect(end({ id: south.id })).rejects.toMatchObject({ code: 'wrong_state' })
    await expect(change({ id: south.id, role: 'administrator', regions: [] })).rejects.toMatchObject({
      code: 'wrong_state',
    })
    for (const role of ['marketing', 'regional', 'care', 'analyst'] as const) {
      const other = await colleague(api, role)
      await expect(
        other.api.staff.change({ id: person.id, role: 'administrator', regions: 'all' }),
      ).rejects.toMatchObject(refused)
      await expect(
        changeMember(api.ctx, other, { id: other.id, role: 'administrator', regions: 'all' }),
      ).rejects.toMatchObject({ code: 'not_found' })
    }
    expect((await person.api.session.get()).actor.regions).toEqual([api.regions.south])
  })

  test('unknown keys do not reach an account', async () => {
    const { email, password } = await colleague(api, 'analyst')
    expect((await trySignIn({ email, password, role: 'administrator' })).status).toBe(422)
    expect((await trySignIn({ email, password, callbackURL: 'https://evil.example' })).status).toBe(422)
  })
})

describe('signing in', () => {
  test('R11: says the same, and hashes as much, whether or not the account exists', async () => {
    const { email } = await colleague(api, 'care')
    const withoutPassword = await colleague(api, 'care')
    const { password, internalAdapter } = await api.ctx.auth.$context
    await internalAdapter.deleteAccounts(withoutPassword.id)
    const derived = [jest.spyOn(password, 'hash'), jest.spyOn(password, 'verify')]
    const attempt = async (address: string) => {
      for (const spy of derived) spy.mockClear()
      const answer = await trySignIn({ email: address, password: 'wrong wrong wrong' })
      const { requestId, ...body } = (await answer.json()) as Record<string, unknown>
      const hashes = derived.reduce((sum, spy) => sum + spy.mock.calls.length, 0)
      return { status: answer.status, body, id: typeof requestId, hashes }
    }
    const known = await attempt(email)
    expect(known).toMatchObject({ status: 401, body: { code: 'wrong_credentials' }, hashes: 1 })
    for (const address of [email.toUpperCase(), 'nobody@example.com', withoutPassword.email])
      expect([address, await attempt(address)]).toEqual([address, known])
    // No account has such an address, so nobody learns anything from its pace.
    expect(await attempt('no address at all')).toEqual({ ...known, hashes: 0 })
    for (const spy of derived) spy.mockRestore()
  })

  test('stops somebody who guesses at one account with 429 and Retry-After, and nobody else', async () => {
    const victim = await colleague(api, 'care')
    const other = await colleague(api, 'care')
    let answer = await trySignIn({ email: victim.email, password: 'guess' })
    for (let n = 0; n < 12; n += 1)
      answer = await trySignIn({ email: victim.email.toUpperCase(), password: `guess ${n}` })
    expect(answer.status).toBe(429)
    expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0)
    expect(await answer.json()).toMatchObject({ code: 'too_many_requests' })
    expect((await trySignIn({ email: victim.email, password: victim.password })).status).toBe(429)
    expect((await trySignIn({ email: other.email, password: other.password })).status).toBe(200)
    expect(await status(victim.cookie)).toBe(200)
  })

  test('R13: is not possible from the page of another site', async () => {
    const { email, password } = await colleague(api, 'care')
    const answer = await trySignIn({ email, password }, { origin: 'https://evil.example' })
    expect(answer.status).toBe(404)
    expect(answer.headers.getSetCookie()).toEqual([])
    const plain = await trySignIn({ email, password }, { 'content-type': 'text/plain' })
    expect(plain.status).toBe(415)
  })
})
