import { afterAll, beforeAll, expect, jest, test } from '@jest/globals'
import { expectNoAxeViolations } from '@sixfold/testkit/accessibility'
import type { Browser, Page, View, Visit } from '@sixfold/testkit/browser'
import { launchBrowser, screenshot, visit } from '@sixfold/testkit/browser'
import type { Colleague } from '@sixfold/testkit/people'
import { bringSession, colleague } from '@sixfold/testkit/people'
import type { TestApi } from '@sixfold/testkit/start-test-api'
import { startTestApi } from '@sixfold/testkit/start-test-api'

jest.setTimeout(90_000)

let api: TestApi
let browser: Browser
let lan: Colleague
beforeAll(async () => {
  ;[api, browser] = await Promise.all([startTestApi({ clock: 'real' }), launchBrowser()])
  lan = await colleague(api, 'marketing', { name: 'Lan Anh' })
})
afterAll(async () => {
  await browser?.close()
  await api?.close()
})

async function open(person: Colleague, path: string, view: View = {}): Promise<Visit & { page: Page }> {
  const tab = await visit(browser, { url: api.url, ...view })
  await bringSession(tab.context, api.url, person)
  await tab.page.goto(path)
  return tab
}

const factor = (key: string) => ({
  key,
  name: { en: key },
  overall: { en: `Our ${key}, overall` },
  attributes: [],
})
const five = {
  name: { en: 'Five things' },
  source: '',
  factors: ['speed', 'price', 'people', 'product', 'papers'].map(factor),
}

test('a model of one’s own: from a preset, changed, kept, chosen for a survey, and then the next version', async () => {
  const tab = await open(lan, '/builder/factor-models')
  const { page } = tab
  const preset = page.getByRole('region', { name: 'Six factors of a business relationship' })
  await preset.getByText('Delivery', { exact: true }).waitFor()
  await preset.getByText('Carries a quarterly survey').waitFor()
  const product = page.getByRole('region', { name: /^CUPRIMDSO/ })
  await product.getByText('Not for a quarterly survey: 9 factors, not six').waitFor()
  await expectNoAxeViolations(page)
  await screenshot(page, 'builder-factor-models')

  await preset.getByRole('link', { name: 'Make your own from it' }).click()
  await page.getByRole('heading', { name: 'New factor model' }).waitFor()
  await page.getByLabel('Name of the model').fill('What our customers value')
  await page.getByRole('button', { name: 'Delivery', exact: true }).click()
  await page.getByRole('button', { name: 'Move Delivery up' }).click()
  await page.getByLabel('Name of the factor').fill('Delivery and stock')
  await page.getByRole('button', { name: 'Add attribute' }).click()
  const fresh = page.getByRole('group', { name: 'Attribute 4' })
  await expect(fresh.getByLabel('Name').evaluate(field => field === document.activeElement)).resolves.toBe(
    true,
  )

  // What is missing stops saving, and leads to its field.
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await page.getByText('To mend before saving').waitFor()
  await expectNoAxeViolations(page)
  await page
    .getByRole('button', { name: 'Delivery and stock, Attribute 4: “Name” is empty.' })
    .first()
    .click()
  await fresh.getByLabel('Name').fill('Stock')
  const stock = page.getByRole('group', { name: 'Stock' })
  await stock.getByLabel('What a customer rates').fill('Goods in stock when you need them')
  await page.getByText('To mend before saving').waitFor({ state: 'detached' })
  await page
    .getByRole('button', { name: /Stock: “Name” lacks Vietnamese/ })
    .first()
    .click()
  await stock.getByLabel('Name').fill('Hàng có sẵn')
  await page.getByText('English: Goods in stock when you need them').waitFor()
  await page
    .getByRole('group', { name: 'Hàng có sẵn' })
    .getByLabel('What a customer rates')
    .fill('Hàng có sẵn khi anh/chị cần')
  await screenshot(page, 'builder-factor-model')

  await page.getByLabel('Name of the model').fill('Điều khách hàng coi trọng')
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await page.getByText('Saved as version 1').waitFor()
  await page.getByText(/^Version 1, saved .* by Lan Anh/).waitFor()
  const own = (await lan.api.factorModels.list()).items.find(({ origin }) => origin === 'own')
  expect(own?.factors[3]).toMatchObject({ key: 'delivery', name: { en: 'Delivery and stock' } })
  expect(own?.factors[3]?.attributes.at(-1)?.statement).toEqual({
    en: 'Goods in stock when you need them',
    vi: 'Hàng có sẵn khi anh/chị cần',
  })

  // The list leads on to a survey of it.
  await page.getByRole('link', { name: 'Factor models' }).click()
  await page
    .getByRole('region', { name: 'What our customers value' })
    .getByRole('link', { name: 'New survey' })
    .click()
  const dialog = page.getByRole('dialog', { name: 'New survey' })
  await dialog.getByRole('combobox', { name: 'Factor model' }).waitFor()
  expect(await dialog.getByRole('combobox', { name: 'Factor model' }).inputValue()).toBe(
    'What our customers value',
  )
  await expectNoAxeViolations(page)
  await dialog.getByRole('button', { name: 'Make the survey' }).click()
  await page
    .getByRole('button', { name: /Delivery and stock/ })
    .first()
    .waitFor()

  // A survey stands on it now: what is changed becomes the next version.
  await page.goto(`/builder/factor-models/${own?.key}`)
  await page
    .getByText(/One survey stands|A survey stands on version 1/)
    .first()
    .waitFor()
  await page.getByRole('button', { name: 'Technical solutions', exact: true }).click()
  await page.getByRole('button', { name: 'Remove Technical solutions' }).click()
  await page.getByText('A quarterly survey needs six factors; this model has 5.').waitFor()
  await page.getByRole('button', { name: 'Undo', exact: true }).click()
  await page.getByLabel('Name of the factor').fill('Our solutions')
  await page.getByRole('button', { name: 'Save as version 2' }).click()
  await page.getByText('Saved as version 2').waitFor()
  const [survey] = (await lan.api.surveys.list()).items
  expect(survey?.factorModel).toEqual({ key: own?.key, version: 1 })

  // The survey takes it when somebody chooses so there; what no longer fits is found at once.
  await page.goto(`/builder/surveys/${survey?.id}?part=welcome&tab=model`)
  await page.getByText('Version 2 of this model is kept since.').waitFor()
  await expectNoAxeViolations(page)
  await page.getByRole('button', { name: 'Take version 2' }).click()
  await page.getByText('The survey stands on version 2.').waitFor()
  await page.getByText(/^Saved \d/).waitFor()
  await screenshot(page, 'builder-survey-model')
  expect(await lan.api.surveys.get({ id: survey?.id ?? '' })).toMatchObject({
    factorModel: { key: own?.key, version: 2 },
  })
  await tab.close()
})

test('a model that somebody else changed is not overwritten unseen; leaving with changes asks', async () => {
  const long = await colleague(api, 'marketing', { name: 'Hoàng Long' })
  const model = await lan.api.factorModels.create({ model: five })
  const tab = await open(lan, `/builder/factor-models/${model.key}`)
  const { page } = tab
  await page.getByText('A quarterly survey needs six factors; this model has 5.').waitFor()
  await page.getByLabel('Name of the model').fill('Five things of mine')
  await long.api.factorModels.save({
    key: model.key,
    version: 1,
    revision: 1,
    model: { ...five, name: { en: 'Five things of his' } },
  })
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  const dialog = page.getByRole('dialog', { name: 'Hoàng Long has saved this model in the meantime' })
  await dialog.waitFor()
  await expectNoAxeViolations(page)
  await dialog.getByRole('button', { name: 'Save mine' }).click()
  await page.getByText('Saved as version 1').waitFor()
  expect(await lan.api.factorModels.get({ key: model.key, version: 1 })).toMatchObject({
    name: { en: 'Five things of mine' },
    revision: 3,
  })

  await page.getByLabel('Name of the model').fill('Half a')
  await page.getByRole('link', { name: 'Surveys' }).click()
  const leaving = page.getByRole('dialog', { name: 'Leave without saving?' })
  await leaving.getByRole('button', { name: 'Cancel' }).click()
  expect(await page.getByLabel('Name of the model').inputValue()).toBe('Half a')
  await page.getByRole('link', { name: 'Surveys' }).click()
  await leaving.getByRole('button', { name: 'Leave without saving' }).click()
  await page.getByRole('heading', { name: 'Surveys' }).waitFor()

  await page.goto(`/builder/factor-models/${model.key}`)
  await page.getByRole('button', { name: 'Remove', exact: true }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Remove version 1' }).click()
  await page.getByText('“Five things of mine”, version 1, was removed').waitFor()
  tab.expectFault(/409/)
  await tab.close()
})

test('a model with five factors is shown in the choice, and why it cannot be taken', async () => {
  await lan.api.factorModels.create({ model: five })
  const tab = await open(lan, '/builder/surveys?create=true')
  const { page } = tab
  await page
    .getByRole('dialog', { name: 'New survey' })
    .getByRole('combobox', { name: 'Factor model' })
    .click()
  const option = page.getByRole('option', { name: 'Five things (5 factors, not six)' })
  await option.waitFor()
  expect(await option.getAttribute('data-combobox-disabled')).toBe('true')
  await tab.close()
})

test('on a phone, in Vietnamese and in the dark everything is there', async () => {
  const analyst = await colleague(api, 'analyst', { language: 'vi' })
  const tab = await open(analyst, '/builder/factor-models', {
    device: 'phone',
    scheme: 'dark',
    language: 'vi',
  })
  const { page } = tab
  await page.getByRole('heading', { name: 'Mô hình yếu tố' }).waitFor()
  await page.getByText('Giao hàng', { exact: true }).first().waitFor()
  expect(await page.getByRole('button', { name: 'Mô hình mới' }).count()).toBe(0)
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true)
  await expectNoAxeViolations(page)
  await screenshot(page, 'builder-factor-models-phone-vi-dark')

  const writer = await open(lan, '/builder/factor-models/new', { device: 'phone' })
  await writer.page.getByLabel('Name of the model').waitFor()
  expect(await writer.page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true)
  await expectNoAxeViolations(writer.page)
  await screenshot(writer.page, 'builder-factor-model-phone')
  await writer.close()
  await tab.close()
})
