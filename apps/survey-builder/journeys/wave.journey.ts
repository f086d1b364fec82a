import { afterAll, beforeAll, expect, jest, test } from '@jest/globals'
import { questionsOf } from '@sixfold/domain/survey/definition'
import { expectNoAxeViolations } from '@sixfold/testkit/accessibility'
import type { Browser } from '@sixfold/testkit/browser'
import { launchBrowser, screenshot, visit } from '@sixfold/testkit/browser'
import { eventually } from '@sixfold/testkit/eventually'
import { WORKING_HOUR } from '@sixfold/testkit/invited'
import type { Colleague } from '@sixfold/testkit/people'
import { bringSession, colleague } from '@sixfold/testkit/people'
import type { TestApi } from '@sixfold/testkit/start-test-api'
import { startTestApi } from '@sixfold/testkit/start-test-api'

jest.setTimeout(240_000)

let api: TestApi
let browser: Browser
let lan: Colleague
beforeAll(async () => {
  ;[api, browser] = await Promise.all([
    startTestApi({ clock: 'real', jobs: 'by-themselves', smtp: true }),
    launchBrowser(),
  ])
  api.clock.set(WORKING_HOUR)
  lan = await colleague(api, 'marketing', { name: 'Lan Anh' })
}, 120_000)
afterAll(async () => {
  await browser?.close()
  await api?.close()
})

const CUSTOMERS = 8
const DRAWN = 6
const addressOf = (n: number) => `khach-${n}@example.com`

function customerFile(): Buffer {
  const head = 'account_id,account_name,account_kind,region,country,contact_id,contact_name,email,language'
  const lines = Array.from(
    { length: CUSTOMERS },
    (_, n) => `A-${n},Công ty ${n},existing,south,VN,C-${n},Nguyễn Thị ${n},${addressOf(n)},vi`,
  )
  return Buffer.from([head, ...lines].join('\r\n'))
}

const mails = () => api.mailSink?.mails ?? []
const mailsTo = (address: string) => mails().filter(({ to }) => to.includes(address))
const linkIn = (address: string) => /https?:\S+\/r\/([\w-]+)/.exec(mailsTo(address)[0]?.text ?? '')

test('from a customer list to letters in mailboxes, a reminder to the silent alone, and the end', async () => {
  const tab = await visit(browser, { url: api.url })
  await bringSession(tab.context, api.url, lan)
  const { page } = tab

  // Import.
  await page.goto('/desk/imports')
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: 'customers.csv', mimeType: 'text/csv', buffer: customerFile() })
  await page.getByRole('button', { name: 'Check and import' }).click()
  await page.getByRole('heading', { name: `${CUSTOMERS} lines were imported` }).waitFor({ timeout: 60_000 })

  // Plan: a programme, its sample and its reminders.
  const draft = await lan.api.surveys.create({
    factorModel: 'ibm-six',
    quarter: { year: 2026, quarter: 3 },
    languages: ['en', 'vi'],
  })
  await lan.api.surveys.publish({ id: draft.id, revision: draft.revision })
  await page.goto('/builder/programmes/new')
  await page.getByRole('textbox', { name: 'Name' }).fill('Quarterly pulse')
  await page.getByRole('combobox', { name: 'Sample' }).click()
  await page.getByRole('option', { name: 'So many, by chance' }).click()
  await page.getByLabel('People to draw').fill(String(DRAWN))
  await page.getByRole('textbox', { name: 'Reminders after days' }).fill('7')
  await page.getByRole('button', { name: 'Make the programme' }).click()
  await page.getByRole('button', { name: 'Draft a wave now' }).click()

  // Sample and launch.
  const launch = page.getByRole('button', { name: /^Launch/ })
  await launch.click({ timeout: 60_000 })
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /^Launch/ })
    .click()
  await page.getByText('The wave is launched').waitFor()

  // The mails arrive at a real SMTP server.
  await eventually(
    async () => mails().length,
    n => n >= DRAWN,
    60_000,
  )
  const asked = [...new Set(mails().flatMap(({ to }) => to))]
  expect(asked).toHaveLength(DRAWN)
  expect(mails()).toHaveLength(DRAWN)
  await page.getByRole('heading', { name: 'Reminders' }).waitFor()
  await page.getByRole('row', { name: /7 days/ }).waitFor()
  await page.getByText('Shown from 5 answers on').waitFor()
  await expectNoAxeViolations(page)

  // One answers, one presses "unsubscribe" in the mail program: a GET of a scanner before it changes nothing (R17, RFC 8058).
  const [answering = '', declining = '', ...silent] = asked
  const token = linkIn(answering)?.[1] ?? ''
  const { definition } = await api.anonymous.responses.get({ token })
  const answers = questionsOf(definition)
    .filter(({ kind }) => kind === 'satisfaction')
    .map(({ id }) => ({ question: id, value: 4, revision: 1 }))
  await api.anonymous.responses.submit({ token, answers })
  const oneClick = mailsTo(declining)[0]?.headers.get('list-unsubscribe')?.slice(1, -1) ?? ''
  expect((await fetch(oneClick)).status).toBe(200)
  const waveId = new URL(page.url()).pathname.split('/').at(-1) ?? ''
  const optedOut = async () =>
    (await lan.api.waves.invitations({ id: waveId, state: 'opted_out' })).items.length
  expect(await optedOut()).toBe(0)
  const reply = await fetch(oneClick, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: 'List-Unsubscribe=One-Click',
  })
  expect([reply.status, await optedOut()]).toEqual([200, 1])
  await eventually(
    async () => (await lan.api.waves.get({ id: waveId })).responded,
    n => n === 1,
    30_000,
  )

  // A week later.
  api.clock.set('2026-08-24T03:01:00.000Z')
  await eventually(
    async () => mails().length,
    n => n >= DRAWN + silent.length,
    60_000,
  )
  await page.reload()
  await page.getByRole('row', { name: new RegExp(`7 days.*${silent.length}`) }).waitFor({ timeout: 30_000 })
  await screenshot(page, 'builder-wave-reminders')
  expect([answering, declining].map(address => mailsTo(address).length)).toEqual([1, 1])
  for (const address of silent) {
    const [invitation, reminder] = mailsTo(address)
    expect(mailsTo(address)).toHaveLength(2)
    expect(reminder?.subject).toContain('Nhắc anh/chị')
    expect(reminder?.headers.get('message-id')).not.toBe(invitation?.headers.get('message-id'))
  }

  // The end.
  await page.getByRole('button', { name: 'Close the wave' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Close the wave' }).click()
  await eventually(
    async () => (await lan.api.waves.get({ id: waveId })).state,
    state => state === 'closed',
    20_000,
  )
  const late = linkIn(silent[0] ?? '')?.[1] ?? ''
  await expect(api.anonymous.responses.get({ token: late })).rejects.toMatchObject({ code: 'link_expired' })
  await tab.close()
})
