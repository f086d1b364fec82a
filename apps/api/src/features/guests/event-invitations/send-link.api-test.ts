import { afterAll, beforeAll, expect, jest, test } from '@jest/globals'
import { addContacts } from '@sixfold/testkit/customers'
import { planEvent } from '@sixfold/testkit/events'
import { type Colleague, colleague } from '@sixfold/testkit/people'
import { startTestApi, type TestApi } from '@sixfold/testkit/start-test-api'
import { optOut } from '../../contact-policy/contact-standing/service.ts'

jest.setTimeout(60_000)

let api: TestApi
let ha: Colleague
beforeAll(async () => {
  api = await startTestApi({ smtp: true })
  ha = await colleague(api, 'regional', { regions: ['north'] })
})
afterAll(() => api.close())

/** An event in the North with one guest, who has had the invitation. */
async function invitedGuest() {
  api.clock.set('2026-08-17T03:00:00.000Z')
  const [contact] = await addContacts(api, 'north', 1, { language: 'en' })
  if (!contact) throw new Error('no contact')
  const { id } = await planEvent(ha, { regionId: api.regions.north, date: '2026-09-24' })
  await ha.api.roundtables.invite({ id, contactIds: [contact.id] })
  await api.runJobs()
  const [guest] = (await ha.api.roundtables.get({ id })).guests
  if (!guest) throw new Error('no guest')
  return { id, guestId: guest.id, contact }
}

const linksTo = (email: string) =>
  (api.mailSink?.mails ?? [])
    .filter(({ to, subject }) => to.includes(email) && subject.startsWith('Your link again'))
    .map(({ text = '' }) => /\/e\/([\w-]+)/.exec(text)?.[1] ?? '')

test('a guest who asks gets the link again, once for a double click, and it opens the invitation', async () => {
  const { id, guestId, contact } = await invitedGuest()
  const outcomes = await Promise.all([
    ha.api.roundtables.sendLink({ id, guestId }),
    ha.api.roundtables.sendLink({ id, guestId }),
  ])
  expect(outcomes).toEqual([1, 2].map(() => ({ sent: true, reason: null, from: null })))
  await api.runJobs()
  const [token, ...more] = linksTo(contact.email)
  expect(more).toEqual([])
  expect(await ha.api.roundtables.readInvitation({ token: token ?? '' })).toMatchObject({
    contactName: contact.name,
  })
})

test('nothing leaves at night or to who opted out: why is said, and from when on it may', async () => {
  const { id, guestId, contact } = await invitedGuest()
  api.clock.set('2026-08-17T16:00:00.000Z')
  expect(await ha.api.roundtables.sendLink({ id, guestId })).toEqual({
    sent: false,
    reason: 'quiet_hours',
    from: '2026-08-18T01:00:00.000Z',
  })
  api.clock.set('2026-08-18T03:00:00.000Z')
  await optOut(api.ctx, contact.id, 'everything', 'mail')
  expect(await ha.api.roundtables.sendLink({ id, guestId })).toMatchObject({ sent: false, from: null })
  await api.runJobs()
  expect(linksTo(contact.email)).toEqual([])
})

test('no link of another event, of another region, or once the event is cancelled', async () => {
  const { id, guestId } = await invitedGuest()
  const other = await invitedGuest()
  await expect(ha.api.roundtables.sendLink({ id: other.id, guestId })).rejects.toMatchObject({
    code: 'not_found',
  })
  const singapore = await colleague(api, 'regional', { regions: ['singapore'] })
  await expect(singapore.api.roundtables.sendLink({ id, guestId })).rejects.toMatchObject({
    code: 'not_found',
  })
  const { roundtable } = await ha.api.roundtables.get({ id })
  await ha.api.roundtables.cancel({ id, revision: roundtable.revision })
  await expect(ha.api.roundtables.sendLink({ id, guestId })).rejects.toMatchObject({ code: 'wrong_state' })
})
