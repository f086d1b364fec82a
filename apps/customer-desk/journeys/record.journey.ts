import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { expectNoAxeViolations } from '@sixfold/testkit/accessibility'
import type { Browser } from '@sixfold/testkit/browser'
import { launchBrowser, screenshot, visit } from '@sixfold/testkit/browser'
import type { Colleague } from '@sixfold/testkit/people'
import { bringSession, colleague } from '@sixfold/testkit/people'
import type { TestApi } from '@sixfold/testkit/start-test-api'
import { startTestApi } from '@sixfold/testkit/start-test-api'

let api: TestApi
let browser: Browser
let mai: Colleague
beforeAll(async () => {
  ;[api, browser] = await Promise.all([
    startTestApi({ clock: 'real', jobs: 'by-themselves' }),
    launchBrowser(),
  ])
  mai = await colleague(api, 'care', { name: 'Trần Thu Mai', regions: ['north', 'south'] })
  const an = await colleague(api, 'marketing', { name: 'Lê Minh An' })
  await an.api.products.create({ name: 'HV-400 control cabinet', externalId: 'HV-400' })
}, 120_000)
afterAll(async () => {
  await browser?.close()
  await api?.close()
})

/** A day so many days ago, where the browser is. */
const daysAgo = (days: number) => new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 10)

test('care keeps a customer’s record: who is there, what they bought, what is sure and what was agreed', async () => {
  const desk = await visit(browser, { url: api.url })
  await bringSession(desk.context, api.url, mai)
  const { page } = desk
  const dialog = page.getByRole('dialog')

  await page.goto('/desk/accounts')
  await page.getByRole('main').getByRole('button', { name: 'Add an account' }).click()
  await dialog.getByRole('textbox', { name: 'Name' }).fill('Thủy sản Sao Biển')
  await dialog.getByRole('combobox', { name: 'Region' }).click()
  await page.getByRole('option', { name: 'south' }).click()
  await dialog.getByRole('combobox', { name: /Looked after by/ }).click()
  await page.getByRole('option', { name: 'Trần Thu Mai' }).click()
  await dialog.getByRole('spinbutton', { name: /Employees/ }).fill('820')
  await expectNoAxeViolations(page)
  await dialog.getByRole('button', { name: 'Add an account' }).click()
  await page.getByRole('heading', { name: 'Thủy sản Sao Biển' }).waitFor()
  await page
    .getByText(/^Existing customer/)
    .first()
    .waitFor()
  await page.getByText('Trần Thu Mai').first().waitFor()

  await page.getByRole('button', { name: 'Add a person' }).click()
  await dialog.getByRole('textbox', { name: 'Name' }).fill('Đỗ Khánh Linh')
  await dialog.getByRole('textbox', { name: 'E-mail' }).fill('linh')
  await dialog.getByRole('textbox', { name: /Telephone/ }).fill('+49 30 123456')
  await dialog.getByRole('button', { name: 'Add a person' }).click()
  await dialog.getByText('Write an e-mail address such as').waitFor()
  await dialog.getByRole('textbox', { name: 'E-mail' }).fill('linh@saobien.vn')
  await dialog.getByRole('combobox', { name: 'Languages' }).fill('Engl')
  await page.getByRole('option', { name: 'English' }).click()
  await page.keyboard.press('Tab')
  await expectNoAxeViolations(page)
  await dialog.getByRole('button', { name: 'Add a person' }).click()
  await page.getByRole('link', { name: 'Đỗ Khánh Linh' }).waitFor()

  await page.getByRole('button', { name: 'Note a purchase' }).click()
  await dialog.getByRole('combobox', { name: 'Product' }).click()
  await page.getByRole('option', { name: 'HV-400 control cabinet' }).click()
  await dialog.getByLabel(/Bought on/).fill(daysAgo(130))
  await dialog.getByLabel(/Installed on/).fill(daysAgo(100))
  await dialog.getByRole('button', { name: 'Note a purchase' }).click()
  await page.getByText(/^Call, due until/).waitFor()
  await expectNoAxeViolations(page)
  await screenshot(page, 'desk-account')

  // A number of another country is marked until somebody settles it.
  await page.getByRole('link', { name: 'Đỗ Khánh Linh' }).click()
  await page.getByText('This is a number of another country.').waitFor()
  await page.getByRole('button', { name: 'Telephone is still true' }).click()
  await page.getByText('Telephone is noted as true today.').waitFor()
  expect(await page.getByText('This is a number of another country.').count()).toBe(0)

  await page.getByRole('button', { name: 'Record a consent' }).click()
  await dialog.getByRole('combobox', { name: 'For' }).click()
  await page.getByRole('option', { name: 'Product survey' }).click()
  await dialog.getByRole('textbox', { name: 'Version of the wording' }).fill('2026-03')
  await dialog.getByRole('textbox', { name: 'Proof' }).fill('Form 118')
  await dialog.getByRole('textbox', { name: 'How we know' }).fill('Signed at the round table')
  await dialog.getByLabel('Given on').fill(daysAgo(3))
  await dialog.getByRole('button', { name: 'Record the consent' }).click()
  await page.getByText(/Wording 2026-03, proof: Form 118/).waitFor()
  await page.getByRole('button', { name: 'Do not call again' }).click()
  await dialog.getByRole('textbox', { name: 'How we know' }).fill('Asked us on the telephone')
  await dialog.getByRole('button', { name: 'Do not call again' }).click()
  await page.getByText('Do not call', { exact: true }).waitFor()
  await expectNoAxeViolations(page)
  await screenshot(page, 'desk-contact')
  await desk.close()
}, 240_000)

test('two who change one person: what both wrote is asked, the rest is kept; filters are in the address', async () => {
  const desk = await visit(browser, { url: api.url, device: 'phone', language: 'en' })
  await bringSession(desk.context, api.url, mai)
  const { page } = desk
  const dialog = page.getByRole('dialog')
  await page.goto('/desk/contacts')
  await page.getByRole('link', { name: 'Đỗ Khánh Linh' }).click()
  await page.getByRole('button', { name: 'Edit' }).click()
  await dialog.getByRole('textbox', { name: /Role/ }).fill('Buyer')

  const { items } = await mai.api.customers.listContacts({ search: 'linh' })
  const id = items[0]?.id ?? ''
  const { revision } = await mai.api.customers.getContact({ id })
  await mai.api.customers.changeContact({
    id,
    revision,
    changes: { role: 'Head of purchasing', seniority: 'manager' },
  })
  await dialog.getByRole('button', { name: 'Save' }).click()
  await dialog.getByText('Role: now “Head of purchasing”, you wrote “Buyer”.').waitFor()
  await expectNoAxeViolations(page)
  await dialog.getByRole('button', { name: 'Save mine' }).click()
  await page.getByText('Saved.').waitFor()
  expect(await mai.api.customers.getContact({ id })).toMatchObject({ role: 'Buyer', seniority: 'manager' })
  desk.expectFault(/409/)

  await page.goto('/desk/accounts')
  await page.getByRole('combobox', { name: 'Looked after by' }).click()
  await page.getByRole('option', { name: 'Nobody yet' }).click()
  await page.getByText('Nothing fits').waitFor()
  expect(new URL(page.url()).searchParams.get('owner')).toBe('none')
  await page.getByRole('button', { name: 'Show all' }).click()
  await page.getByRole('link', { name: 'Thủy sản Sao Biển' }).waitFor()
  await expectNoAxeViolations(page)
  await desk.close()
}, 120_000)
