import { afterAll, beforeAll, expect, jest, test } from '@jest/globals'
import type { Colleague } from '@sixfold/testkit/people'
import { colleague } from '@sixfold/testkit/people'
import type { TestApi } from '@sixfold/testkit/start-test-api'
import { startTestApi } from '@sixfold/testkit/start-test-api'
import { readOutboxMail } from '../outbox/service.ts'

jest.setTimeout(60_000)

const password = 'một mật khẩu khác hẳn'

let api: TestApi
let administrator: Colleague
beforeAll(async () => {
  api = await startTestApi()
  administrator = await colleague(api, 'administrator')
})
afterAll(() => api.close())

async function lettersTo(email: string) {
  const { items } = await administrator.api.outbox.list({ search: email })
  return items.filter(({ kind }) => kind === 'password-reset')
}

async function askedToken(person: Colleague): Promise<string> {
  await api.anonymous.passwordResets.ask({ email: person.email })
  await api.runJobs()
  const [letter] = await lettersTo(person.email)
  const { text } = await readOutboxMail(api.ctx, await memberOf(administrator), letter?.id ?? '')
  return /\/reset\/([\w-]+)/.exec(text)?.[1] ?? ''
}

const memberOf = async (person: Colleague) => (await person.api.session.get()).actor

test('a forgotten password is replaced once, by the link in the mail, and ends every session', async () => {
  const mai = await colleague(api, 'marketing')
  const token = await askedToken(mai)
  const outcomes = await Promise.allSettled(
    Array.from({ length: 10 }, () => api.anonymous.passwordResets.complete({ token, password })),
  )
  expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  await expect(mai.api.session.get()).rejects.toMatchObject({ code: 'unauthenticated' })
  const signIn = (text: string) =>
    fetch(`${api.url}/api/auth/sign-in/email`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: api.url },
      body: JSON.stringify({ email: mai.email, password: text }),
    })
  expect((await signIn(mai.password)).status).toBe(401)
  expect((await signIn(password)).status).toBe(200)
  await expect(api.anonymous.passwordResets.complete({ token, password })).rejects.toMatchObject({
    code: 'link_used',
  })
})

/** How often asking goes to the database. */
async function tripsOfAsking(email: string): Promise<number> {
  let trips = 0
  const client = api.ctx.db.connection.getClient()
  const count = () => {
    trips += 1
  }
  client.on('connectionCheckedOut', count)
  await api.anonymous.passwordResets.ask({ email })
  client.off('connectionCheckedOut', count)
  return trips
}

test('R11: asking does the same work and says the same, whether or not the address has an account', async () => {
  const mai = await colleague(api, 'marketing')
  const known = await tripsOfAsking(mai.email)
  expect(known).toBeGreaterThan(0)
  expect(await tripsOfAsking('no-account@example.com')).toBe(known)
  await api.runJobs()
  expect(await lettersTo(mai.email)).toHaveLength(1)
})

test('an address without an account gets the same answer and no mail', async () => {
  await api.anonymous.passwordResets.ask({ email: 'nobody@example.com' })
  await api.runJobs()
  expect(await lettersTo('nobody@example.com')).toEqual([])
  await expect(api.anonymous.passwordResets.complete({ token: 'ghost', password })).rejects.toMatchObject({
    code: 'link_unknown',
  })
})

test('a link runs out after an hour, and a newer one replaces it', async () => {
  const lan = await colleague(api, 'analyst')
  const first = await askedToken(lan)
  api.clock.advance({ minutes: 1 })
  const second = await askedToken(lan)
  await expect(api.anonymous.passwordResets.complete({ token: first, password })).rejects.toMatchObject({
    code: 'link_unknown',
  })
  api.clock.advance({ minutes: 61 })
  await expect(api.anonymous.passwordResets.complete({ token: second, password })).rejects.toMatchObject({
    code: 'link_expired',
  })
})

test('nobody fills a mailbox with it', async () => {
  const outcomes = []
  for (let attempt = 0; attempt < 8; attempt += 1)
    outcomes.push(
      await api.anonymous.passwordResets.ask({ email: 'flood@example.com' }).then(
        () => 'taken',
        (error: { code: string }) => error.code,
      ),
    )
  expect(outcomes).toContain('too_many_requests')
})
