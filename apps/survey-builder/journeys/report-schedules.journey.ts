import { afterAll, beforeAll, expect, jest, test } from '@jest/globals'
import { expectNoAxeViolations } from '@sixfold/testkit/accessibility'
import { countAnswers } from '@sixfold/testkit/boards'
import type { Browser } from '@sixfold/testkit/browser'
import { expectValue, launchBrowser, screenshot, visit } from '@sixfold/testkit/browser'
import { inviteContacts } from '@sixfold/testkit/invited'
import type { Colleague } from '@sixfold/testkit/people'
import { bringSession, colleague } from '@sixfold/testkit/people'
import type { TestApi } from '@sixfold/testkit/start-test-api'
import { startTestApi } from '@sixfold/testkit/start-test-api'

jest.setTimeout(90_000)

let api: TestApi
let browser: Browser
let hung: Colleague
let waveId: string
beforeAll(async () => {
  ;[api, browser] = await Promise.all([startTestApi(), launchBrowser()])
  hung = await colleague(api, 'analyst', { name: 'Đỗ Hùng', language: 'vi' })
  await colleague(api, 'care', { name: 'Trần Mai', regions: ['north'] })
  const wave = await inviteContacts(api, { count: 12, region: 'south' })
  waveId = wave.waveId
  for (const { token } of wave.contacts)
    await api.anonymous.responses.submit({
      token,
      answers: [{ question: 'delivery_overall', value: 2, revision: 1 }],
    })
  await countAnswers(api, waveId)
})
afterAll(async () => {
  await browser?.close()
  await api?.close()
})

test('a list is made, changed, paused and resumed; what it sent and what it did not is told; then it ends', async () => {
  const lan = await colleague(api, 'administrator', { name: 'Lan Anh' })
  const tab = await visit(browser, { url: api.url })
  await bringSession(tab.context, api.url, lan)
  const { page } = tab
  await page.goto('/builder/reports')
  await page.getByText('Nobody gets the results by mail yet.').waitFor()
  await page.getByRole('button', { name: 'Add a list' }).click()
  const making = page.getByRole('dialog', { name: 'A new list' })
  await making.getByLabel('Name of the list').fill('Directors')
  for (const name of ['Đỗ Hùng', 'Trần Mai']) {
    await making.getByRole('combobox', { name: 'Colleagues' }).click()
    await page.getByRole('option', { name }).click()
  }
  await page.keyboard.press('Escape')
  await making.getByText('The organisation’s').click()
  await expectNoAxeViolations(page)
  await screenshot(page, 'builder-schedule')
  await making.getByRole('button', { name: 'Add the list' }).click()
  await making.waitFor({ state: 'hidden' })

  const list = page.getByRole('listitem').filter({ has: page.getByRole('heading', { name: 'Directors' }) })
  await list.getByText('1 day after a wave closes, 08:00', { exact: false }).waitFor()
  await list.getByRole('button', { name: 'Change' }).click()
  const changing = page.getByRole('dialog', { name: 'Change the list' })
  const days = changing.getByLabel('Days after it closes')
  await expectValue(days, '1')
  await days.fill('2')
  await changing.getByRole('button', { name: 'Save' }).click()
  await changing.waitFor({ state: 'hidden' })
  await list.getByText('2 days after a wave closes, 08:00', { exact: false }).waitFor()

  await list.getByRole('button', { name: 'Pause' }).click()
  await list.getByText('Paused', { exact: true }).waitFor()
  await list.getByRole('button', { name: 'Resume' }).click()
  await list.getByText('On', { exact: true }).waitFor()

  await list.getByRole('button', { name: 'What was sent' }).click()
  const sent = page.getByRole('dialog', { name: 'Sent by the list “Directors”' })
  await sent.getByText('Nothing has been sent by this list yet.').waitFor()
  await sent.getByRole('button', { name: 'Close' }).click()
  await sendOnMonday()
  await list.getByRole('button', { name: 'What was sent' }).click()
  await sent.getByRole('row', { name: /Đỗ Hùng.*In the outbox/ }).waitFor()
  await sent.getByRole('row', { name: /Trần Mai.*Role or regions do not allow it/ }).waitFor()
  await expectNoAxeViolations(page)
  await screenshot(page, 'builder-schedule-sent')
  await sent.getByRole('button', { name: 'Close' }).click()
  const { items } = await lan.api.outbox.list({ limit: 50, search: hung.email })
  expect(items.filter(({ kind }) => kind === 'quarter-report')).toHaveLength(1)

  await list.getByRole('button', { name: 'Remove' }).click()
  const asking = page.getByRole('dialog', { name: 'Remove the list “Directors”?' })
  await asking.getByRole('button', { name: 'Remove' }).click()
  await page.getByText('Nobody gets the results by mail yet.').waitFor()
  await tab.close()
})

/** The wave closes on a Thursday; two days later is a Saturday, so the mail waits for Monday. */
async function sendOnMonday() {
  api.clock.set('2026-08-20T09:00:00.000Z')
  const admin = await colleague(api, 'administrator')
  await admin.api.waves.close({ id: waveId })
  for (const instant of [
    '2026-08-22T04:00:00.000Z',
    '2026-08-24T01:05:00.000Z',
    '2026-08-24T01:12:00.000Z',
  ]) {
    api.clock.set(instant)
    await api.runJobs()
  }
}
