import { afterAll, beforeAll, expect, jest, test } from '@jest/globals'
import { expectNoAxeViolations } from '@sixfold/testkit/accessibility'
import { countAnswers } from '@sixfold/testkit/boards'
import type { Browser } from '@sixfold/testkit/browser'
import { launchBrowser, screenshot, visit } from '@sixfold/testkit/browser'
import type { InvitedWave } from '@sixfold/testkit/invited'
import { inviteContacts } from '@sixfold/testkit/invited'
import { bringSession, colleague } from '@sixfold/testkit/people'
import type { TestApi } from '@sixfold/testkit/start-test-api'
import { startTestApi } from '@sixfold/testkit/start-test-api'

jest.setTimeout(90_000)

let api: TestApi
let browser: Browser
let wave: InvitedWave
beforeAll(async () => {
  ;[api, browser] = await Promise.all([startTestApi(), launchBrowser()])
  wave = await inviteContacts(api, { count: 16, region: 'south' })
})
afterAll(async () => {
  await browser?.close()
  await api?.close()
})

async function answer(from: number, until: number) {
  for (const { token } of wave.contacts.slice(from, until))
    await api.anonymous.responses.submit({
      token,
      answers: [{ question: 'delivery_overall', value: 4, revision: 1 }],
    })
  await countAnswers(api, wave.waveId)
}

test('an analyst sees a running wave in steps and is told so; marketing sees it live; both see all of it in the end', async () => {
  await answer(0, 8)
  await answer(8, 13)
  const [analyst, marketing] = [await colleague(api, 'analyst'), await colleague(api, 'marketing')]
  const tab = await visit(browser, { url: api.url })
  await bringSession(tab.context, api.url, analyst)
  const { page } = tab
  await page.goto('/builder/results')
  await page.getByText('The scores rest on 8 of them.', { exact: false }).waitFor()
  await page.getByRole('status').filter({ hasText: '13 of 16 invited' }).waitFor()
  await page.getByText('Shown to you once the wave has closed', { exact: false }).first().waitFor()
  await page.getByRole('button', { name: 'Export the answers' }).waitFor({ state: 'detached' })
  await expectNoAxeViolations(page)
  await screenshot(page, 'builder-results-in-steps')
  await page.getByRole('radiogroup', { name: 'What to show' }).getByText('Groups').click()
  await page.getByText('Groups follow when the wave has closed').waitFor()
  await page.getByRole('radiogroup', { name: 'What to show' }).getByText('Comments').click()
  await page.getByText('Shown to you once the wave has closed', { exact: false }).waitFor()
  await tab.close()

  const live = await visit(browser, { url: api.url })
  await bringSession(live.context, api.url, marketing)
  await live.page.goto('/builder/results')
  await live.page
    .getByRole('row', { name: /Delivery/ })
    .getByText('13', { exact: true })
    .waitFor()
  await live.page.getByRole('button', { name: 'Export the answers' }).waitFor()
  await live.close()

  await marketing.api.waves.close({ id: wave.waveId })
  const after = await visit(browser, { url: api.url })
  await bringSession(after.context, api.url, analyst)
  await after.page.goto('/builder/results')
  await after.page
    .getByRole('row', { name: /Delivery/ })
    .getByText('13', { exact: true })
    .waitFor()
  await after.page.getByRole('button', { name: 'Export the answers' }).waitFor()
  await after.close()
})

test('the link of one person is ended by hand, after a question', async () => {
  const { waveId, contacts } = await inviteContacts(api, { count: 2, region: 'south' })
  const marketing = await colleague(api, 'marketing')
  const { items } = await marketing.api.waves.invitations({ id: waveId, limit: 200 })
  const name = items.find(one => one.contactId === contacts[0]?.id)?.contactName ?? ''
  const tab = await visit(browser, { url: api.url })
  await bringSession(tab.context, api.url, marketing)
  const { page } = tab
  await page.goto(`/builder/waves/${waveId}`)
  await page.getByRole('button', { name: `End the link of ${name}`, exact: true }).click()
  const dialog = page.getByRole('dialog', { name: /^End the link of/ })
  await expectNoAxeViolations(page)
  await dialog.getByRole('button', { name: 'End the link' }).click()
  await page.getByText('A colleague ended the link').waitFor()
  await screenshot(page, 'builder-wave-link-ended')
  const replies = await Promise.all(contacts.map(({ token }) => fetch(`${api.url}/r/${token}`)))
  expect(replies.map(({ status }) => status).sort()).toEqual([200, 410])
  await tab.close()
})
