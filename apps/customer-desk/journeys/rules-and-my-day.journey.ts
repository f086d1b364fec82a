import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { expectNoAxeViolations } from '@sixfold/testkit/accessibility'
import type { Browser } from '@sixfold/testkit/browser'
import { launchBrowser, screenshot, visit } from '@sixfold/testkit/browser'
import { eventually } from '@sixfold/testkit/eventually'
import type { InvitedWave } from '@sixfold/testkit/invited'
import { inviteContacts } from '@sixfold/testkit/invited'
import { bringSession, colleague } from '@sixfold/testkit/people'
import type { TestApi } from '@sixfold/testkit/start-test-api'
import { startTestApi } from '@sixfold/testkit/start-test-api'

let api: TestApi
let browser: Browser
let wave: InvitedWave
beforeAll(async () => {
  ;[api, browser] = await Promise.all([startTestApi({ clock: 'real' }), launchBrowser()])
  wave = await inviteContacts(api, { count: 4 })
}, 120_000)
afterAll(async () => {
  await browser?.close()
  await api?.close()
})

const answer = (n: number, delivery: number) =>
  api.anonymous.responses.submit({
    token: wave.contacts[n]?.token ?? '',
    answers: [{ question: 'delivery_overall', value: delivery, revision: 1 }],
  })

test('a rule is tried on the past, switched on, and what it opens stands on My day', async () => {
  for (const [n, delivery] of [1, 2, 5].entries()) await answer(n, delivery)
  await api.runJobs()
  const care = await colleague(api, 'care', { name: 'Nguyễn Thị Chăm' })
  const owned = { ownerId: care.id, annualRevenue: 5_000_000 }
  await api.ctx.db.connection.collection('accounts').updateMany({}, { $set: owned })
  const desk = await visit(browser, { url: api.url })
  await bringSession(desk.context, api.url, care)
  const { page } = desk
  await page.goto('/desk/')
  await page.getByRole('heading', { name: 'Your day is clear' }).waitFor()
  await expectNoAxeViolations(page)

  await page.goto('/desk/cases/rules')
  await page.getByRole('button', { name: 'Write a rule' }).first().click()
  const form = page.getByRole('dialog')
  await form.getByLabel('Name').fill('Low on delivery')
  await expectNoAxeViolations(page)
  await form.getByRole('button', { name: 'Save' }).click()
  await page.getByRole('heading', { name: 'Low on delivery', level: 1 }).waitFor()
  expect(await page.getByRole('button', { name: 'Switch on' }).isDisabled()).toBe(true)
  await page.getByRole('button', { name: 'Try it' }).click()
  await page.getByText('Looking at the past').waitFor()
  await api.runJobs()
  await page.getByText('It would have opened 2 cases').waitFor()
  await page.getByRole('table', { name: 'The latest of them' }).waitFor()
  await expectNoAxeViolations(page)
  await screenshot(page, 'desk-case-rule')
  await page.getByRole('button', { name: 'Switch on' }).click()
  await page.getByText('What happens since').waitFor()

  await answer(3, 1)
  await eventually(
    async () => {
      await api.runJobs()
      return (await care.api.cases.list({ of: 'me' })).items.length
    },
    cases => cases === 1,
  )
  await page.getByRole('navigation').getByRole('link', { name: 'My day' }).click()
  await page.getByRole('link', { name: /^Case to take up: C-/ }).waitFor()
  await expectNoAxeViolations(page)
  await screenshot(page, 'desk-my-day')
  await page.getByRole('button', { name: 'No mail' }).click()
  await page.getByRole('switch', { name: 'Send me the list of the day' }).press('Space')
  await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click()
  await page.getByRole('button', { name: 'By mail at 07:30' }).waitFor()
  await page.setViewportSize({ width: 390, height: 844 })
  await page.goto('/desk/')
  await page.getByRole('link', { name: /^Case to take up/ }).waitFor()
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
  await desk.close()
}, 60_000)
