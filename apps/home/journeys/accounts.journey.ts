import { afterAll, beforeAll, expect, jest, test } from '@jest/globals'
import { expectNoAxeViolations } from '@sixfold/testkit/accessibility'
import type { Browser } from '@sixfold/testkit/browser'
import { launchBrowser, screenshot, visit } from '@sixfold/testkit/browser'
import type { Colleague } from '@sixfold/testkit/people'
import { bringSession, colleague } from '@sixfold/testkit/people'
import type { TestApi } from '@sixfold/testkit/start-test-api'
import { startTestApi } from '@sixfold/testkit/start-test-api'

jest.setTimeout(60_000)

let api: TestApi
let browser: Browser
let administrator: Colleague
let mai: Colleague
beforeAll(async () => {
  ;[api, browser] = await Promise.all([startTestApi({ clock: 'real' }), launchBrowser()])
  administrator = await colleague(api, 'administrator', { name: 'Lê Minh Anh' })
  mai = await colleague(api, 'marketing', { name: 'Trần Mai' })
})
afterAll(async () => {
  await browser?.close()
  await api?.close()
})

async function open(who: Colleague, path: string, view = {}) {
  const tab = await visit(browser, { url: api.url, ...view })
  await bringSession(tab.context, api.url, who)
  await tab.page.goto(path)
  return tab
}

test('a forgotten password is replaced by the link in the mail', async () => {
  const tab = await visit(browser, { url: api.url, device: 'phone' })
  const { page } = tab
  await page.goto('/')
  await page.getByRole('link', { name: 'Password forgotten?' }).click()
  await page.getByLabel('E-mail address').fill(mai.email)
  await expectNoAxeViolations(page)
  await screenshot(page, 'home-reset')
  await page.getByRole('button', { name: 'Send the link' }).click()
  await page.getByRole('status').getByText(mai.email).waitFor()

  await api.runJobs()
  const { items } = await administrator.api.outbox.list({ search: mai.email })
  const letter = await administrator.api.outbox.get({ id: items[0]?.id ?? '' })
  await page.goto(/https?:\S+\/reset\/[\w-]+/.exec(letter.text)?.[0] ?? '')
  await page.getByRole('textbox', { name: 'Choose a password' }).fill('a new plain password')
  await expectNoAxeViolations(page)
  await page.getByRole('button', { name: 'Use this password' }).click()
  await page.getByRole('heading', { name: 'Your password is changed' }).waitFor()
  await page.getByRole('link', { name: 'Go to sign in' }).click()
  await page.getByLabel('E-mail address').fill(mai.email)
  await page.getByRole('textbox', { name: 'Password' }).fill('a new plain password')
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.getByRole('heading', { name: 'Good to see you, Trần Mai' }).waitFor()

  // The rooms of the administrators are closed to others, and say so.
  await page.goto('/outbox')
  await page.getByText('There is no such page for you').waitFor()
  await expectNoAxeViolations(page)

  await page.goto('/account')
  await page.getByRole('textbox', { name: 'Password now' }).fill('not mine')
  await page.getByRole('textbox', { name: 'New password' }).fill('the next plain password')
  await page.getByRole('button', { name: 'Change the password' }).click()
  await page.getByText('This is not your password.').waitFor()
  await expectNoAxeViolations(page)
  await screenshot(page, 'home-account')
  await page.getByRole('textbox', { name: 'Password now' }).fill('a new plain password')
  await page.getByRole('button', { name: 'Change the password' }).click()
  await page.getByRole('heading', { name: 'Sign in' }).waitFor()
  tab.expectFault(/401 /)
  await tab.close()
})

test('an administrator changes what a colleague may do, ends an account, and finds both in the log', async () => {
  const hoa = await colleague(api, 'analyst', { name: 'Vũ Hoa' })
  const tab = await open(administrator, '/staff')
  const { page } = tab
  expect(await page.getByRole('button', { name: 'Change: Lê Minh Anh' }).count()).toBe(0)
  await page.getByRole('button', { name: 'Change: Vũ Hoa' }).click()
  const dialog = page.getByRole('dialog', { name: 'What Vũ Hoa may do' })
  await dialog.getByRole('combobox', { name: 'Role' }).click()
  await page.getByRole('option', { name: 'Customer care' }).click()
  await expectNoAxeViolations(page)
  await dialog.getByRole('button', { name: 'Change it' }).click()
  await page.getByRole('row', { name: /Vũ Hoa.*Customer care/ }).waitFor()
  expect((await hoa.api.session.get()).actor.role).toBe('care')

  await page.getByRole('button', { name: 'End: Vũ Hoa' }).click()
  await expectNoAxeViolations(page)
  await page
    .getByRole('dialog', { name: 'End the account of Vũ Hoa?' })
    .getByRole('button', { name: 'End the account' })
    .click()
  await page.getByRole('rowheader', { name: 'Vũ Hoa' }).waitFor({ state: 'detached' })
  await expect(hoa.api.session.get()).rejects.toMatchObject({ code: 'unauthenticated' })

  await page.getByRole('link', { name: 'Audit log' }).click()
  await page.getByText('staff.ended').waitFor()
  await expectNoAxeViolations(page)
  await screenshot(page, 'home-audit')
  await tab.close()
})
