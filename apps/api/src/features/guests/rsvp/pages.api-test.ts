import { afterAll, beforeAll, expect, jest, test } from '@jest/globals'
import { addContacts } from '@sixfold/testkit/customers'
import { type Colleague, colleague } from '@sixfold/testkit/people'
import { startTestApi, type TestApi } from '@sixfold/testkit/start-test-api'
import ICAL from 'ical.js'

jest.setTimeout(60_000)

let api: TestApi
let regional: Colleague
let id: string
let link: string
beforeAll(async () => {
  api = await startTestApi({ smtp: true })
  regional = await colleague(api, 'regional', { regions: ['north'] })
  const [guest] = await addContacts(api, 'north', 1)
  const plan = await regional.api.roundtables.plan({
    regionId: api.regions.north,
    title: { en: 'Delivery', vi: 'Giao hàng' },
    description: {},
    date: '2026-09-24',
    startTime: '08:30',
    endTime: '12:00',
    zone: 'Asia/Ho_Chi_Minh',
    venue: 'Hà Nội',
    capacity: 5,
    answerBy: '2026-09-20',
  })
  id = plan.id
  await regional.api.roundtables.invite({ id, contactIds: [guest?.id ?? ''] })
  await api.runJobs()
  const mail = await api.mailSink?.waitFor(({ to }) => to.includes(guest?.email ?? ''))
  link = mail?.links.find(address => address.includes('/e/')) ?? ''
})
afterAll(() => api.close())

const seats = async () => (await regional.api.roundtables.get({ id })).roundtable.seats

function post(address: string, answer: string) {
  return fetch(address, { method: 'POST', body: new URLSearchParams({ answer }), redirect: 'manual' })
}

test('a scanner that opens the link any number of times answers nothing', async () => {
  for (let visit = 0; visit < 3; visit += 1) expect((await fetch(link)).status).toBe(200)
  expect((await fetch(link, { method: 'HEAD' })).status).toBe(200)
  expect(await seats()).toMatchObject({ taken: 0, declined: 0, invited: 1 })
})

test('the page speaks the language of the contact, or the one that is chosen', async () => {
  const vi = await (await fetch(link)).text()
  expect(vi).toContain('lang="vi"')
  expect(vi).toContain('Giao hàng')
  expect(vi).toContain('Giờ Đông Dương, UTC+7')
  expect(await (await fetch(`${link}?language=en`)).text()).toContain('Yes, I will come')
})

test('an answer is posted and leads back to the page', async () => {
  const answered = await post(`${link}?language=en`, 'accept')
  expect(answered.status).toBe(303)
  expect(answered.headers.get('location')).toBe(`${new URL(link).pathname}?language=en`)
  expect(await seats()).toMatchObject({ taken: 1 })
  expect((await post(link, 'nonsense')).status).toBe(303)
  expect(await seats()).toMatchObject({ taken: 1 })
})

test('the calendar file names nobody, carries the same UID, and is there for those with a seat only', async () => {
  const file = await fetch(`${link}/calendar.ics`)
  expect(file.headers.get('content-type')).toBe('text/calendar; charset=utf-8; method=PUBLISH')
  const calendar = new ICAL.Component(ICAL.parse(await file.text()))
  expect(calendar.getFirstPropertyValue('method')).toBe('PUBLISH')
  expect(calendar.getFirstSubcomponent('vevent')?.getAllProperties('attendee')).toEqual([])
  await post(link, 'decline')
  expect((await fetch(`${link}/calendar.ics`)).status).toBe(404)
})

test('foreign and expired links get a page that tells nothing', async () => {
  const foreign = await fetch(`${api.url}/e/someone-elses`)
  expect(foreign.status).toBe(404)
  expect(await foreign.text()).not.toContain('Giao hàng')
  const now = api.clock.now().toISOString()
  api.clock.set('2026-11-01T03:00:00.000Z')
  const expired = await fetch(link, { headers: { 'accept-language': 'en' } })
  expect(expired.status).toBe(410)
  const text = await expired.text()
  expect(text).toContain('This event is over')
  expect(text).not.toContain('Giao hàng')
  api.clock.set(now)
})
