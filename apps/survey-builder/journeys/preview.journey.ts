import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals'
import { expectNoAxeViolations } from '@sixfold/testkit/accessibility'
import type { Browser } from '@sixfold/testkit/browser'
import { launchBrowser, screenshot, visit } from '@sixfold/testkit/browser'
import { addContacts } from '@sixfold/testkit/customers'
import type { Colleague } from '@sixfold/testkit/people'
import { bringSession, colleague } from '@sixfold/testkit/people'
import type { TestApi } from '@sixfold/testkit/start-test-api'
import { startTestApi } from '@sixfold/testkit/start-test-api'

jest.setTimeout(120_000)

let api: TestApi
let browser: Browser
let marketing: Colleague
let surveyId: string
beforeAll(async () => {
  ;[api, browser] = await Promise.all([startTestApi({ clock: 'real' }), launchBrowser()])
  marketing = await colleague(api, 'marketing')
  const draft = await marketing.api.surveys.create({
    factorModel: 'ibm-six',
    quarter: { year: 2027, quarter: 1 },
    languages: ['en', 'vi'],
  })
  surveyId = draft.id
  const value = 'A question for {{account.name|your company}}.'
  await marketing.api.surveys.save({
    id: draft.id,
    revision: draft.revision,
    operations: [{ op: 'set-survey-text', field: 'welcome', language: 'en', value }],
  })
  await addContacts(api, 'north', 1, { name: 'Nguyễn Thị Ánh', language: 'vi' })
  await addContacts(api, 'south', 1, { name: 'Jonas Keßler', language: 'en' })
})
afterAll(async () => {
  await browser?.close()
  await api?.close()
})

async function open(person: Colleague, view: Parameters<typeof visit>[1] = {}) {
  const visiting = await visit(browser, { url: api.url, ...view })
  await bringSession(visiting.context, api.url, person)
  return visiting
}

test('somebody from marketing sees the draft as a named customer would, in each language and size, and nothing is kept', async () => {
  const { page, close } = await open(marketing)
  await page.goto(`/builder/surveys/${surveyId}/preview?language=en`)
  const survey = page.frameLocator('iframe')
  await survey.getByText('A question for your company.').waitFor()
  await page.getByRole('combobox', { name: 'See it as' }).fill('kessler')
  await page.getByRole('option', { name: 'Jonas Keßler' }).click()
  await page.getByText('As Jonas Keßler').waitFor()
  await survey.getByText('Dear Jonas Keßler').waitFor()
  await survey.getByText(/^A question for Công ty \d+\.$/).waitFor()
  expect(new URL(page.url()).searchParams.get('contact')).toMatch(/^[0-9a-f]{24}$/)

  await page.getByRole('combobox', { name: 'See it as' }).fill('anh')
  await page.getByRole('option', { name: 'Nguyễn Thị Ánh' }).click()
  await survey.getByText('Kính gửi anh/chị Nguyễn Thị Ánh').waitFor()
  await page.getByText('English', { exact: true }).first().click()
  await survey.getByText('Dear Nguyễn Thị Ánh').waitFor()

  await survey.getByRole('button', { name: 'Start' }).click()
  await survey.getByRole('radio', { name: 'Satisfied', exact: true }).first().check()
  await page.getByText('Desktop', { exact: true }).click()
  await survey.getByRole('radio', { name: 'Satisfied', exact: true, checked: true }).first().waitFor()
  await page.getByRole('button', { name: 'Start again' }).click()
  await survey.getByText('Dear Nguyễn Thị Ánh').waitFor()
  await survey.getByRole('button', { name: 'Start' }).click()
  expect(await survey.getByRole('radio', { checked: true }).count()).toBe(0)
  const collections = await api.ctx.db.connection.db?.listCollections().toArray()
  const responses = collections?.some(({ name }) => name === 'responses')
    ? await api.ctx.db.connection.db?.collection('responses').countDocuments()
    : 0
  expect(responses).toBe(0)

  await page.goto(`/builder/surveys/${surveyId}/preview?contact=0123456789abcdef01234567`)
  await page.getByText('This contact is not among those you may see.').waitFor()
  await survey.getByText('A question for your company.').waitFor()
  await close().catch(error => {
    if (!/404/.test(String(error))) throw error
  })
})

describe.each([
  ['desktop', 'en', 'light', 'phone'],
  ['desktop', 'vi', 'dark', 'desktop'],
  ['phone', 'vi', 'light', 'phone'],
  ['phone', 'en', 'dark', 'desktop'],
] as const)('on a %s, in %s, %s', (device, language, scheme, size) => {
  test('the preview can be read by everybody', async () => {
    const { page, close } = await open(await colleague(api, 'marketing', { language }), {
      device,
      language,
      scheme,
    })
    const [contact] = (await marketing.api.customers.listContacts({ search: 'keßler' })).items
    await page.goto(
      `/builder/surveys/${surveyId}/preview?size=${size}&language=${language}&contact=${contact?.id}`,
    )
    await page.frameLocator('iframe').getByRole('heading', { level: 1 }).waitFor()
    await expectNoAxeViolations(page)
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBe(0)
    await screenshot(page, `builder-preview-${device}-${language}-${scheme}`)
    await close()
  })
})
