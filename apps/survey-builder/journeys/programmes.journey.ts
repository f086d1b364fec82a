import { afterAll, beforeAll, expect, jest, test } from '@jest/globals'
import { expectNoAxeViolations } from '@sixfold/testkit/accessibility'
import type { Browser, View } from '@sixfold/testkit/browser'
import { launchBrowser, screenshot, visit } from '@sixfold/testkit/browser'
import { addContacts } from '@sixfold/testkit/customers'
import { WORKING_HOUR } from '@sixfold/testkit/invited'
import type { Colleague } from '@sixfold/testkit/people'
import { bringSession, colleague } from '@sixfold/testkit/people'
import type { TestApi } from '@sixfold/testkit/start-test-api'
import { startTestApi } from '@sixfold/testkit/start-test-api'

jest.setTimeout(180_000)

let api: TestApi
let browser: Browser
let lan: Colleague
beforeAll(async () => {
  api = await startTestApi()
  api.clock.set(WORKING_HOUR)
  browser = await launchBrowser()
  lan = await colleague(api, 'marketing', { name: 'Lan Anh', language: 'en' })
})
afterAll(async () => {
  await browser.close()
  await api.close()
})

async function open(path: string, view: View = {}) {
  const tab = await visit(browser, { ...view, url: api.url })
  await bringSession(tab.context, api.url, lan)
  await tab.page.goto(path)
  return tab
}

test('from a programme to a drawn and launched wave, paused and resumed, and to the next quarter', async () => {
  await addContacts(api, 'north', 30)
  const [left] = await addContacts(api, 'south', 10)
  const survey = await lan.api.surveys.create({
    factorModel: 'ibm-six',
    quarter: { year: 2026, quarter: 3 },
    languages: ['en', 'vi'],
  })
  await lan.api.surveys.publish({ id: survey.id, revision: survey.revision })
  const tab = await open('/builder/waves')
  const { page } = tab
  await page.getByRole('link', { name: 'New programme' }).click()
  await page.getByRole('textbox', { name: 'Name' }).fill('Every quarter')
  for (const region of ['singapore', 'germany']) await page.getByRole('checkbox', { name: region }).uncheck()
  await page.getByRole('combobox', { name: 'Sample' }).click()
  await page.getByRole('option', { name: 'By chance, in proportion to each group' }).click()
  await page.getByRole('textbox', { name: 'People to draw' }).fill('20')
  await page.getByRole('button', { name: 'Make the programme' }).click()

  await page.getByRole('heading', { name: 'Every quarter' }).waitFor()
  await page.getByRole('button', { name: 'Exclude' }).click()
  const exclude = page.getByRole('dialog', { name: 'Exclude from this programme' })
  await exclude.getByText('People', { exact: true }).click()
  await exclude.getByRole('textbox', { name: 'External ids' }).fill(left?.externalId ?? '')
  await exclude.getByRole('textbox', { name: 'Reason' }).fill('Asked us by phone')
  await exclude.getByRole('button', { name: 'Exclude them' }).click()
  await page.getByRole('cell', { name: 'Asked us by phone' }).waitFor()
  await expectNoAxeViolations(page)
  await screenshot(page, 'builder-programme')

  await page.getByRole('button', { name: 'Draft a wave now' }).click()
  await page.getByText('The survey has no collection plan').waitFor()
  await page
    .getByRole('listitem')
    .filter({ hasText: 'Excluded by the programme' })
    .getByRole('button')
    .click()
  await page
    .getByRole('dialog')
    .getByRole('rowheader', { name: left?.name ?? '' })
    .waitFor()
  await page.getByRole('dialog').getByRole('button', { name: 'Close' }).click()
  await expectNoAxeViolations(page)
  await screenshot(page, 'builder-draft-wave')
  await page.getByRole('button', { name: 'Launch to 20 contacts' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Launch to 20 contacts' }).click()

  await page.getByText('The wave is launched').waitFor()
  await page.getByRole('button', { name: 'Draw again' }).click()
  await page.getByText('The same 20 people, in the same order.').waitFor()
  await page.getByRole('button', { name: 'Pause' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Pause' }).click()
  await page.getByText('Paused: nothing leaves, and links still take answers.').waitFor()
  await expectNoAxeViolations(page)
  await page.getByRole('button', { name: 'Resume' }).click()
  await api.runJobs()
  await page.getByRole('cell', { name: 'Sent' }).first().waitFor()

  const [programme] = (await lan.api.programmes.list()).items
  await page.goto(`/builder/programmes/${programme?.id}`)
  await page.getByRole('button', { name: 'Draft 2026-Q4' }).click()
  await page.getByText('Nothing differs from 2026-Q3').waitFor()
  await page.getByRole('button', { name: 'Draft the wave' }).click()
  await page.getByRole('heading', { name: 'Quarterly survey, quarter 4 of 2026' }).waitFor()
  const address = new URL(page.url()).pathname
  await tab.close()

  const dark = await open(address, { device: 'phone', scheme: 'dark' })
  await dark.page.getByText('Expected answers').waitFor()
  await expectNoAxeViolations(dark.page)
  await screenshot(dark.page, 'builder-draft-wave-phone-dark')
  await dark.close()
  const drafts = (await lan.api.waves.list()).items.filter(({ state }) => state === 'draft')
  expect(drafts).toMatchObject([{ quarter: { year: 2026, quarter: 4 }, programmeId: programme?.id }])
})
