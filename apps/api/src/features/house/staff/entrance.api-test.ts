import { afterAll, afterEach, beforeAll, describe, expect, jest, test } from '@jest/globals'
import { colleague } from '@sixfold/testkit/people'
import type { TestApi } from '@sixfold/testkit/start-test-api'
import { startTestApi } from '@sixfold/testkit/start-test-api'
import { findMembers } from '../../../auth/members.ts'
import { readOutboxMail } from '../outbox/service.ts'
import { createSetupLink } from './service.ts'

jest.setTimeout(60_000)

const tokenOf = (link: string) => link.split('/').at(-1) ?? ''
const password = 'mật khẩu đủ dài'

describe('set-up', () => {
  let api: TestApi
  afterEach(() => api.close())

  const input = (token: string, email = 'first@example.com') => ({
    token,
    email,
    name: 'First',
    organisation: 'Máy Việt',
    zone: 'Asia/Ho_Chi_Minh',
    password,
    language: 'vi' as const,
  })

  test('twenty at once make one organisation and one administrator', async () => {
    api = await startTestApi({ empty: true })
    const token = tokenOf(await createSetupLink(api.ctx))
    const outcomes = await Promise.allSettled(
      Array.from({ length: 20 }, (_, n) =>
        api.anonymous.setup.complete(input(token, `first-${n}@example.com`)),
      ),
    )
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    for (const outcome of outcomes)
      if (outcome.status === 'rejected') expect(outcome.reason).toMatchObject({ code: 'link_used' })
    expect(await findMembers(api.ctx)).toMatchObject([{ role: 'administrator', regions: 'all' }])
    expect(await api.anonymous.setup.welcome()).toEqual({
      organisation: 'Máy Việt',
      needsSetup: false,
      demonstration: false,
    })
    await expect(
      api.anonymous.setup.complete(input(tokenOf(await createSetupLink(api.ctx)))),
    ).rejects.toMatchObject({ code: 'link_used' })
  })

  test('a new link replaces the one before; a wrong zone is a fault of its field', async () => {
    api = await startTestApi({ empty: true })
    const first = tokenOf(await createSetupLink(api.ctx))
    const second = tokenOf(await createSetupLink(api.ctx))
    await expect(api.anonymous.setup.complete(input(first))).rejects.toMatchObject({ code: 'link_unknown' })
    await expect(api.anonymous.setup.complete({ ...input(second), zone: 'Mars/Base' })).rejects.toMatchObject(
      {
        code: 'invalid_input',
        data: { fields: [{ path: 'zone' }] },
      },
    )
    expect(await api.anonymous.setup.complete(input(second))).toMatchObject({ role: 'administrator' })
  })

  test('that broke off after the account can be done again', async () => {
    api = await startTestApi({ empty: true })
    const first = tokenOf(await createSetupLink(api.ctx))
    await api.anonymous.setup.complete(input(first))
    await api.ctx.db.connection.collection('organisation').deleteMany({})
    const second = tokenOf(await createSetupLink(api.ctx))
    const member = await api.anonymous.setup.complete(input(second))
    expect(await findMembers(api.ctx)).toEqual([member])
  })
})

describe('a staff invitation', () => {
  let api: TestApi
  beforeAll(async () => {
    api = await startTestApi()
  })
  afterAll(() => api.close())

  async function invite(email: string) {
    const administrator = await colleague(api, 'administrator')
    const invitation = await administrator.api.staff.invite({
      email,
      role: 'regional',
      regions: [api.regions.south],
      language: 'vi',
    })
    const mails = await administrator.api.outbox.list({ search: email, limit: 1 })
    const { text } = await readOutboxMail(api.ctx, administrator, mails.items[0]?.id ?? '')
    return { administrator, invitation, token: /\/join\/([\w-]+)/.exec(text)?.[1] ?? '' }
  }
  const newcomer = { name: 'Lan', password, language: 'vi' } as const

  test('used by ten at once makes one account with what was granted', async () => {
    const { token } = await invite('lan@example.com')
    const outcomes = await Promise.allSettled(
      Array.from({ length: 10 }, () => api.anonymous.staff.join({ token, ...newcomer })),
    )
    const joined = outcomes.filter(({ status }) => status === 'fulfilled')
    expect(joined).toHaveLength(1)
    const members = (await findMembers(api.ctx)).filter(({ email }) => email === 'lan@example.com')
    expect(members).toMatchObject([{ role: 'regional', regions: [api.regions.south] }])
    await expect(api.anonymous.staff.readInvitation({ token })).rejects.toMatchObject({ code: 'link_used' })
  })

  test('that ran out or was withdrawn opens nothing, and a new one can follow', async () => {
    const { token, invitation, administrator } = await invite('minh@example.com')
    await administrator.api.staff.withdraw({ id: invitation.id })
    await expect(api.anonymous.staff.join({ token, ...newcomer })).rejects.toMatchObject({
      code: 'link_unknown',
    })
    const next = await invite('minh@example.com')
    api.clock.advance({ days: 8 })
    await expect(api.anonymous.staff.join({ token: next.token, ...newcomer })).rejects.toMatchObject({
      code: 'link_expired',
    })
    const last = await invite('minh@example.com')
    expect(await api.anonymous.staff.join({ token: last.token, ...newcomer })).toMatchObject({
      role: 'regional',
    })
  })

  test('R6: shows the invited person four things and nothing else', async () => {
    const { token } = await invite('hoa@example.com')
    const seen = await api.anonymous.staff.readInvitation({ token })
    expect(Object.keys(seen).sort()).toEqual(['email', 'language', 'organisation', 'role'])
    const welcome = await api.anonymous.setup.welcome()
    expect(Object.keys(welcome).sort()).toEqual(['demonstration', 'needsSetup', 'organisation'])
  })

  test('is stored without what opens it', async () => {
    const { token } = await invite('thu@example.com')
    for (const name of ['staffInvitations', 'outbox', 'audit', 'jobs']) {
      const rows = await api.ctx.db.connection.collection(name).find({}).toArray()
      expect([name, JSON.stringify(rows).includes(token)]).toEqual([name, false])
    }
  })
})
