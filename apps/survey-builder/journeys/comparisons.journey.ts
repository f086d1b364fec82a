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
let earlier: InvitedWave
let product: InvitedWave
beforeAll(async () => {
  ;[api, browser] = await Promise.all([startTestApi(), launchBrowser()])
  earlier = await inviteContacts(api, { count: 8, region: 'south' })
  product = await inviteContacts(api, {
    count: 8,
    region: 'south',
    operations: [
      {
        op: 'set-question-text',
        question: 'delivery_overall',
        field: 'text',
        language: 'en',
        value: 'How your goods arrive',
      },
    ],
  })
  for (const [{ contacts, waveId }, points] of [
    [earlier, 5],
    [product, 2],
  ] as const) {
    for (const { token } of contacts)
      await api.anonymous.responses.submit({
        token,
        answers: [{ question: 'delivery_overall', value: points, revision: 1 }],
      })
    await countAnswers(api, waveId)
  }
})
afterAll(async () => {
  await browser?.close()
  await api?.close()
})

test('two waves stand beside each other, and somebody judges a reworded question to be equivalent', async () => {
  const lan = await colleague(api, 'marketing', { name: 'Lan Anh' })
  const tab = await visit(browser, { url: api.url })
  await bringSession(tab.context, api.url, lan)
  const { page } = tab
  await page.goto(`/builder/results/compare?first=wave:${earlier.waveId}&second=wave:${product.waveId}`)
  const factors = page.getByRole('table', { name: 'Factor by factor' })
  const delivery = factors.getByRole('row', { name: /Delivery/ })
  await delivery.getByText('Higher, unlikely to be chance').waitFor()
  await delivery.getByText('C, only the direction').waitFor()
  await delivery.getByText('asked in other words', { exact: false }).waitFor()
  await factors.getByText('Fewer than 5 answers', { exact: false }).first().waitFor()
  await expectNoAxeViolations(page)

  await page.getByText(/^Show and judge/).click()
  await page.getByRole('combobox', { name: 'How the words of “How your goods arrive” stand' }).click()
  await page.getByRole('option', { name: 'Equivalent' }).click()
  await page.getByRole('button', { name: 'Save what was judged' }).click()
  await delivery.getByText('B, with care').waitFor()

  await page.getByRole('button', { name: 'Swap' }).click()
  await delivery.getByText('Lower, unlikely to be chance').waitFor()
  expect(new URL(page.url()).searchParams.get('first')).toBe(`wave:${product.waveId}`)
  await screenshot(page, 'builder-comparison')
  await tab.close()
})

test('links between sources are worked out and say that they are no cause, on a phone too', async () => {
  const reader = await colleague(api, 'analyst', { language: 'vi' })
  const tab = await visit(browser, { url: api.url, language: 'vi', scheme: 'dark', device: 'phone' })
  await bringSession(tab.context, api.url, reader)
  const { page } = tab
  const admin = await colleague(api, 'administrator')
  for (const { waveId } of [earlier, product]) await admin.api.waves.close({ id: waveId })
  await page.goto('/builder/results/links')
  await page.getByText('Đang tính', { exact: false }).waitFor()
  await api.runJobs()
  await page.getByText('chưa hẳn là nguyên nhân', { exact: false }).waitFor()
  await page.getByRole('table', { name: 'Hồ sơ khiếu nại và điểm của quý sau' }).waitFor()
  await expectNoAxeViolations(page)
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBe(0)
  await screenshot(page, 'builder-links-vi-dark-phone')
  await tab.close()
})
