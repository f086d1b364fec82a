import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { expectNoAxeViolations } from '@sixfold/testkit/accessibility'
import type { Browser } from '@sixfold/testkit/browser'
import { launchBrowser, visit } from '@sixfold/testkit/browser'
import { addContacts } from '@sixfold/testkit/customers'
import type { Colleague } from '@sixfold/testkit/people'
import { bringSession, colleague } from '@sixfold/testkit/people'
import type { TestApi } from '@sixfold/testkit/start-test-api'
import { startTestApi } from '@sixfold/testkit/start-test-api'

let api: TestApi
let browser: Browser
let linh: Colleague
beforeAll(async () => {
  ;[api, browser] = await Promise.all([
    startTestApi({ clock: 'real', jobs: 'by-themselves' }),
    launchBrowser(),
  ])
  linh = await colleague(api, 'analyst', { name: 'Linh' })
}, 120_000)
afterAll(async () => {
  await browser?.close()
  await api?.close()
})

test('a deal is coded side by side, and the competitor’s product tried: us against them on the same factors', async () => {
  const [mai] = await addContacts(api, 'north', 1)
  if (!mai) throw new Error('no contact')
  const made = await linh.api.competitors.create({ name: 'Delta Pumps', website: '', note: '' })
  await linh.api.competitors.change({
    ...made,
    products: [{ id: 'd-9', name: 'D-9', oursId: null, versions: [] }],
  })
  const { id } = await linh.api.deals.create({
    accountId: mai.accountId,
    externalId: 'CRM-1',
    name: 'Twelve pumps',
    result: 'lost',
    stage: 'shortlist',
    decidedOn: '2026-05-04',
    value: 120_000,
    productId: null,
    competitorId: made.id,
    rivalProductId: 'd-9',
    contactId: null,
    sellerId: null,
  })
  const { context, page } = await visit(browser, { url: api.url })
  await bringSession(context, api.url, linh)

  await page.goto(`/desk/deals/${id}`)
  const buyer = page.getByRole('region', { name: 'What the customer says' })
  await buyer.getByRole('button', { name: 'Code the reasons' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('radiogroup', { name: 'Delivery' }).getByText('Against us').click()
  await dialog.getByLabel('What would have changed it, in their words').fill('A day that holds')
  await expectNoAxeViolations(page)
  await dialog.getByRole('button', { name: 'Save' }).click()
  await buyer.getByText('A day that holds').waitFor()
  await page
    .getByRole('region', { name: 'What our side says' })
    .getByText('Nobody of us has said yet')
    .waitFor()

  await page.goto('/desk/deals')
  await page.getByText('Of one deal decided for somebody, 0 were won: too few for a rate').waitFor()
  await page
    .getByText('As said by')
    .or(page.getByText('The customer', { exact: true }))
    .last()
    .click()
  await page.getByText('What customers say, in one deal lost and 0 won.').waitFor()
  await expectNoAxeViolations(page)
  await page.getByRole('button', { name: 'Note a deal' }).click()
  await dialog.getByRole('button', { name: 'Note a deal' }).click()
  await dialog.getByText('Choose the account that decided.').waitFor()
  await dialog.getByText('Fill this in.').waitFor()
  await expectNoAxeViolations(page)
  await dialog.getByRole('button', { name: 'Cancel' }).click()

  await page.goto('/desk/studies')
  await page.getByRole('button', { name: 'Plan a study' }).click()
  await dialog.getByLabel('What the study is called').fill('D-9 on our bench')
  await dialog.getByLabel('Competitor', { exact: true }).click()
  await page.getByRole('option', { name: 'Delta Pumps' }).click()
  await dialog.getByLabel('Their product').click()
  await page.getByRole('option', { name: 'D-9' }).click()
  await dialog.getByLabel('Testers').click()
  await page.getByRole('option', { name: 'Linh' }).click()
  await dialog.getByRole('button', { name: 'Plan a study' }).click()
  await page.getByRole('button', { name: 'Change the criteria' }).click()
  await page.getByRole('textbox', { name: 'Criterion' }).fill('Starts when cold')
  await page.getByRole('button', { name: 'Save' }).click()
  await page.getByRole('button', { name: 'Begin the trial' }).click()
  await page.getByText('Shown once you have tried every criterion').waitFor()
  await page.getByLabel('Starts when cold: Ours').fill('8')
  await page.getByLabel('Starts when cold: Theirs').fill('6')
  await page.getByRole('button', { name: 'Keep my points' }).click()
  await page.getByText('We are ahead').waitFor()
  await expectNoAxeViolations(page)
  expect(page.url()).toContain('/desk/studies/')
}, 60_000)
