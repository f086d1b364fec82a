import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals'
import type { InvitedContact, InvitedWave } from '@sixfold/testkit/invited'
import { inviteContacts } from '@sixfold/testkit/invited'
import type { Colleague } from '@sixfold/testkit/people'
import { colleague } from '@sixfold/testkit/people'
import type { TestApi } from '@sixfold/testkit/start-test-api'
import { startTestApi } from '@sixfold/testkit/start-test-api'
import { eraseContact } from '../../privacy/erasures/service.ts'

jest.setTimeout(60_000)

let api: TestApi
let marketing: Colleague
let wave: InvitedWave
beforeAll(async () => {
  api = await startTestApi()
  marketing = await colleague(api, 'marketing')
  wave = await inviteContacts(api, { count: 6, region: 'south' })
})
afterAll(() => api.close())

const person = (at: number): InvitedContact => {
  const found = wave.contacts[at]
  if (!found) throw new Error('nobody stands there')
  return found
}
const open = (path: string) => fetch(`${api.url}${path}`, { redirect: 'manual' })
const submit = (token: string, value = 4) =>
  api.anonymous.responses.submit({ token, answers: [{ question: 'delivery_overall', value, revision: 1 }] })
const invitationOf = async (contactId: string) => {
  const { items } = await marketing.api.waves.invitations({ id: wave.waveId })
  const found = items.find(one => one.contactId === contactId)
  if (!found) throw new Error('the contact was not invited')
  return found
}

describe('R3: the link of a survey', () => {
  test('has one purpose: it opens no page but its own', async () => {
    const { token } = person(0)
    expect((await open(`/r/${token}`)).status).toBe(200)
    for (const other of ['/me/', '/e/', '/shared/', '/p/'])
      expect((await open(other + token)).status).toBe(404)
  })

  test('is kept as a hash only', async () => {
    const { db } = api.ctx.db.connection
    const found: string[] = []
    for (const { name } of (await db?.listCollections().toArray()) ?? []) {
      // The outbox keeps mails sealed; whoever may open it reads the link there.
      const rows = await db?.collection(name).find({}).toArray()
      if (JSON.stringify(rows).includes(person(0).token)) found.push(name)
    }
    expect(found).toEqual([])
  })

  test('ends when a colleague ends it, for reading and for answering, and nobody is reminded', async () => {
    const { id, token } = person(1)
    const { id: invitationId } = await invitationOf(id)
    await marketing.api.waves.withdraw({ id: wave.waveId, invitationId })
    expect((await open(`/r/${token}`)).status).toBe(410)
    await expect(submit(token)).rejects.toMatchObject({ code: 'link_expired', status: 410 })
    expect(await invitationOf(id)).toMatchObject({ state: 'refused', reason: 'withdrawn' })
    await expect(marketing.api.waves.withdraw({ id: wave.waveId, invitationId })).rejects.toMatchObject({
      code: 'already_finished',
    })
    const { items } = await (await colleague(api, 'administrator')).api.audit.list({ limit: 50 })
    expect(items.map(({ action }) => action)).toContain('invitation.withdrawn')
  })

  test('is ended by nobody of another region, of another wave or without the right to launch', async () => {
    const { id: invitationId } = await invitationOf(person(2).id)
    const missing = { code: 'not_found', status: 404 }
    const north = await colleague(api, 'marketing', { regions: ['north'] })
    const analyst = await colleague(api, 'analyst')
    for (const { api: calls } of [north, analyst])
      await expect(calls.waves.withdraw({ id: wave.waveId, invitationId })).rejects.toMatchObject(missing)
    const other = await inviteContacts(api, { count: 1, region: 'south' })
    await expect(marketing.api.waves.withdraw({ id: other.waveId, invitationId })).rejects.toMatchObject(
      missing,
    )
    expect((await open(`/r/${person(2).token}`)).status).toBe(200)
  })

  test('takes no second answer after it was finished', async () => {
    const { id, token } = person(3)
    await submit(token, 5)
    await submit(token, 1).catch(() => undefined)
    const html = await (await open(`/r/${token}`)).text()
    expect(html).not.toContain('name="delivery_overall"')
    const { id: invitationId } = await invitationOf(id)
    await api.runJobs()
    const row = await api.ctx.db.connection.collection('responses').findOne({ _id: invitationId as never })
    expect(row).toMatchObject({ state: 'submitted', answers: { delivery_overall: 5 } })
  })

  test('is dead after its contact was erased', async () => {
    const { id, token } = person(4)
    await eraseContact(api.ctx, id, 'operator')
    expect((await open(`/r/${token}`)).status).toBe(404)
    await expect(submit(token)).rejects.toMatchObject({ code: 'link_unknown' })
  })
})
