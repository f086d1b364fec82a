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
let an: Colleague
beforeAll(async () => {
  ;[api, browser] = await Promise.all([
    startTestApi({ clock: 'real', jobs: 'by-themselves' }),
    launchBrowser(),
  ])
  an = await colleague(api, 'administrator', { name: 'Lê Minh An' })
}, 120_000)
afterAll(async () => {
  await browser?.close()
  await api?.close()
})

const ROWS = 10_000
/** Every hundredth address is broken, and a region is misspelt now and then. */
function customerFile(): Buffer {
  const lines = Array.from({ length: ROWS }, (_, n) => {
    const email = n % 100 === 7 ? 'không có' : `khach-${n}@example.com`
    const region = n % 500 === 3 ? 'Nrth' : 'north'
    return `A-${n};Công ty Cổ phần ${n};existing;${region};C-${n};Nguyễn Thị ${n};${email}`
  })
  const head = 'account_id;account_name;account_kind;region;contact_id;contact_name;email'
  return Buffer.from(`\uFEFF${[head, ...lines].join('\r\n')}`)
}

test('an administrator imports ten thousand customers, sees what is wrong, imports the rest and finds them', async () => {
  const desk = await visit(browser, { url: api.url })
  await bringSession(desk.context, api.url, an)
  const { page } = desk
  await page.goto('/desk/accounts')
  await page.getByText('No customers yet').waitFor()
  await expectNoAxeViolations(page)

  await page.getByRole('main').getByRole('link', { name: 'Import customers' }).click()
  await page.getByRole('heading', { name: 'Import', exact: true }).waitFor()
  await expectNoAxeViolations(page)
  const template = page.waitForEvent('download')
  await page.getByRole('link', { name: 'Download the template' }).click()
  expect((await template).suggestedFilename()).toBe('contacts.csv')

  await page.locator('input[type=file]').setInputFiles({
    name: 'crm-export.csv',
    mimeType: 'text/csv',
    buffer: customerFile(),
  })
  await page.getByText('crm-export.csv').waitFor()
  await page.getByRole('button', { name: 'Check and import' }).click()

  await page.getByRole('heading', { name: 'Nothing was imported' }).waitFor({ timeout: 60_000 })
  await page.getByText('120 lines have faults, 9,880 lines are right.').waitFor()
  const groups = page.getByRole('table', { name: '120 faults' })
  await groups.getByRole('row', { name: /This is not an e-mail address of one person.*100/ }).waitFor()
  await groups.getByRole('row', { name: /There is no such region.*Nrth 20/ }).waitFor()
  await expectNoAxeViolations(page)
  await screenshot(page, 'desk-import-refused')

  await page.getByRole('button', { name: 'Import the 9,880 right lines' }).click()
  // The page may be left and found again: the import goes on.
  await page.getByRole('link', { name: 'Contacts' }).click()
  await page.getByRole('navigation').getByRole('button').click()
  await page.getByRole('menuitem', { name: 'Import' }).click()
  await page.getByRole('link', { name: 'crm-export.csv' }).click()
  await page.getByRole('heading', { name: '9,880 lines were imported' }).waitFor({ timeout: 90_000 })
  await page.getByText('9,880 new').first().waitFor()
  const faulty = page.waitForEvent('download')
  await page.getByRole('link', { name: 'Download the faulty lines' }).click()
  expect((await faulty).suggestedFilename()).toBe('faulty-lines.csv')
  await expectNoAxeViolations(page)

  await page.getByRole('link', { name: 'See the accounts' }).click()
  await page.getByText('9,880 accounts').waitFor()
  await page.getByRole('searchbox', { name: 'Search accounts' }).fill('co phan 4242')
  await page.getByText('1 account', { exact: true }).waitFor()
  await page.getByRole('link', { name: 'Công ty Cổ phần 4242' }).click()
  await page.getByRole('heading', { name: 'Công ty Cổ phần 4242' }).waitFor()
  await page.getByRole('link', { name: 'Nguyễn Thị 4242' }).click()
  await page.getByText('Nothing was sent to this person yet').waitFor()
  await expectNoAxeViolations(page)
  await desk.close()
}, 240_000)

test('a file that is no list is refused where it was chosen, in Vietnamese, on a phone', async () => {
  const mai = await colleague(api, 'marketing', { name: 'Trần Mai', language: 'vi' })
  const phone = await visit(browser, { url: api.url, device: 'phone', language: 'vi', scheme: 'dark' })
  await bringSession(phone.context, api.url, mai)
  const { page } = phone
  await page.goto('/desk/imports')
  await page.getByRole('heading', { name: 'Nhập dữ liệu' }).waitFor()
  await page.locator('input[type=file]').setInputFiles({
    name: 'khach-hang.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from('%PDF-1.7\nkhông phải CSV'),
  })
  await page.getByRole('button', { name: 'Kiểm tra và nhập' }).click()
  await page.getByRole('alert').getByText('Đây là tệp PDF. Vui lòng xuất danh sách ra CSV.').waitFor()
  await expectNoAxeViolations(page)
  phone.expectFault(/415/)
  await phone.close()
}, 120_000)
