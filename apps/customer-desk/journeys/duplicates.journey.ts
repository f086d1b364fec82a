import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { expectNoAxeViolations } from '@sixfold/testkit/accessibility'
import type { Browser } from '@sixfold/testkit/browser'
import { launchBrowser, screenshot, visit } from '@sixfold/testkit/browser'
import { bringSession, colleague } from '@sixfold/testkit/people'
import type { TestApi } from '@sixfold/testkit/start-test-api'
import { startTestApi } from '@sixfold/testkit/start-test-api'

let api: TestApi
let browser: Browser
beforeAll(async () => {
  ;[api, browser] = await Promise.all([
    startTestApi({ clock: 'real', jobs: 'by-themselves' }),
    launchBrowser(),
  ])
}, 120_000)
afterAll(async () => {
  await browser?.close()
  await api?.close()
})

const list = [
  'account_id,account_name,region,contact_id,contact_name,email,phone,role',
  'A-1,Công ty TNHH Minh Phát,north,C-1,Trần Thị Lan,lan@minhphat.vn,+84 24 3822 0000,Buyer',
  'A-1,,,C-2,Lan Tran,tran.lan@minhphat.vn,,Head buyer',
  'A-2,MINH PHAT Co. Ltd,north,C-3,Nguyễn Văn Hùng,hung@minhphat.vn,,',
]

test('after an import, two records of one person are compared and become one', async () => {
  const an = await colleague(api, 'administrator', { name: 'Lê Minh An' })
  const desk = await visit(browser, { url: api.url })
  await bringSession(desk.context, api.url, an)
  const { page } = desk
  await page.goto('/desk/duplicates')
  await page.getByText('Not looked for yet').waitFor()
  await expectNoAxeViolations(page)

  await page.getByRole('navigation').getByRole('button').click()
  await page.getByRole('menuitem', { name: 'Import' }).click()
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: 'crm.csv', mimeType: 'text/csv', buffer: Buffer.from(list.join('\n')) })
  await page.getByRole('button', { name: 'Check and import' }).click()
  await page.getByRole('heading', { name: '3 lines were imported' }).waitFor({ timeout: 60_000 })

  await page.getByRole('navigation').getByRole('button').click()
  await page.getByRole('menuitem', { name: 'Duplicates' }).click()
  const pair = page.getByRole('region', { name: /Lan Tran/ })
  await pair.getByText('nearly the same name').waitFor({ timeout: 30_000 })
  await page.getByText('Accounts, 1').waitFor({ timeout: 30_000 })
  await expectNoAxeViolations(page)
  await screenshot(page, 'desk-duplicates')
  await pair.getByRole('radio', { name: /Trần Thị Lan, stays/ }).check()
  await pair.getByRole('radio', { name: 'Role: Head buyer' }).check()
  await pair.getByRole('button', { name: 'Merge' }).click()
  await page.getByRole('heading', { name: 'Merge Lan Tran (C-2) into Trần Thị Lan (C-1)?' }).waitFor()
  await page.getByRole('button', { name: 'Merge the two' }).click()
  await page.getByText('Nothing looks the same').waitFor()

  const { items } = await an.api.customers.listContacts({ search: 'lan' })
  expect(items).toMatchObject([{ externalId: 'C-1', role: 'Head buyer', phone: '+84 24 3822 0000' }])
  await desk.close()
}, 240_000)
