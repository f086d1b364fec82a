import { afterAll, beforeAll, expect, jest, test } from '@jest/globals'
import { expectNoAxeViolations } from '@sixfold/testkit/accessibility'
import type { Browser } from '@sixfold/testkit/browser'
import { launchBrowser, screenshot, visit } from '@sixfold/testkit/browser'
import { eventually } from '@sixfold/testkit/eventually'
import { everyKind } from '@sixfold/testkit/every-kind'
import { inviteToEveryKind } from '@sixfold/testkit/invite-to-every-kind'
import type { InvitedWave } from '@sixfold/testkit/invited'
import type { Colleague } from '@sixfold/testkit/people'
import { bringSession, colleague } from '@sixfold/testkit/people'
import type { TestApi } from '@sixfold/testkit/start-test-api'
import { startTestApi } from '@sixfold/testkit/start-test-api'

jest.setTimeout(90_000)

let api: TestApi
let browser: Browser
let lan: Colleague
let wave: InvitedWave
let address: string
beforeAll(async () => {
  ;[api, browser] = await Promise.all([startTestApi({ clock: 'real' }), launchBrowser()])
  lan = await colleague(api, 'marketing', { name: 'Lan Anh' })
  wave = await inviteToEveryKind(api, { count: 8, region: 'south' })
  const { quarter } = await lan.api.waves.get({ id: wave.waveId })
  address = `/builder/results?view=questions&quarter=${quarter.year}-Q${quarter.quarter}`
})
afterAll(async () => {
  await browser?.close()
  await api?.close()
})

async function open(path: string, view = {}, reader = lan) {
  const tab = await visit(browser, { url: api.url, ...view })
  await bringSession(tab.context, api.url, reader)
  await tab.page.goto(path)
  return tab
}

const [firstOption = '', secondOption = ''] = everyKind.choice.options.map(({ id }) => id)

/** One customer's answers, the same for most kinds, so that every figure can be told beforehand. */
function answers(at: number) {
  const given = {
    [everyKind.satisfaction.id]: at < 6 ? 5 : 2,
    [everyKind.nps.id]: at < 4 ? 10 : 5,
    [everyKind.choice.id]: at < 2 ? secondOption : firstOption,
    [everyKind.ranking.id]: everyKind.ranking.options.slice(0, everyKind.ranking.top).map(({ id }) => id),
    [everyKind.sum.id]: Object.fromEntries(
      everyKind.sum.options.map(({ id }, place) => [id, place === 0 ? everyKind.sum.total : 0]),
    ),
    [everyKind.grid.id]: Object.fromEntries(
      everyKind.grid.rows.flatMap(({ id }) => [
        [id, 4],
        [`${id}:importance`, 3],
      ]),
    ),
    [everyKind.text.id]: '=cmd()',
  }
  return Object.entries(given).map(([question, value]) => ({ question, value, revision: 1 }))
}

test('every question has its figure, its answers and n; below the minimum nothing is shown', async () => {
  const tab = await open(address)
  const { page } = tab
  const sheet = (title: string) => page.getByRole('region', { name: title })
  const satisfaction = everyKind.satisfaction.text.en ?? ''
  await page.getByRole('heading', { name: 'Scores appear from 5 answers on' }).waitFor()
  expect(await sheet(satisfaction).count()).toBe(0)
  expect(await page.getByRole('button', { name: 'Export the answers' }).count()).toBe(0)
  await expectNoAxeViolations(page)

  for (const [at, { token }] of wave.contacts.entries())
    await api.anonymous.responses.submit({ token, answers: answers(at) })
  // It follows by itself, as the factors do.
  await sheet(satisfaction).getByText('75%').first().waitFor()
  await sheet(satisfaction)
    .getByRole('row', { name: /Very satisfied.*75%.*6/ })
    .waitFor()
  await sheet(everyKind.nps.text.en ?? '')
    .getByText('net promoter score')
    .waitFor()
  await sheet(everyKind.ranking.text.en ?? '')
    .getByText('mean place')
    .waitFor()
  await sheet(everyKind.grid.text.en ?? '')
    .getByText('Importance, mean of 1 to 5')
    .waitFor()
  await expectNoAxeViolations(page)
  await screenshot(page, 'builder-questions')

  await page.reload()
  await page.getByRole('button', { name: 'Export the answers' }).click()
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('menuitem', { name: 'CSV' }).click(),
  ])
  expect(download.suggestedFilename()).toMatch(/^responses-20\d\d-Q\d\.csv$/)
  await page.getByText('Factors', { exact: true }).click()
  await page.getByText('Answers so far', { exact: false }).waitFor()
  await page.getByRole('list', { name: 'What changed' }).waitFor()
  await page.getByText('Accounts heard').first().waitFor()
  await page.getByRole('combobox', { name: 'Confidence' }).click()
  await page.getByRole('option', { name: '80% sure' }).click()
  await page.getByText('changes by Newcombe, at 80%.', { exact: false }).waitFor()
  expect(new URL(page.url()).searchParams.get('confidence')).toBe('80')
  await expectNoAxeViolations(page)

  await page.getByText('Groups', { exact: true }).click()
  await page.getByRole('row', { name: /^enterprise/ }).waitFor()
  await expectNoAxeViolations(page)
  await page.getByText('Weights', { exact: true }).click()
  await api.runJobs()
  await page.getByRole('region', { name: 'What the weights cost' }).waitFor()
  await expectNoAxeViolations(page)

  await page.getByText('Comments', { exact: true }).click()
  // The page asks for them to be gathered; the test carries that out as soon as it was asked.
  await eventually(
    async () => {
      await api.runJobs()
      return page.getByRole('heading', { name: '8 comments' }).isVisible()
    },
    isShown => isShown,
  )
  await page.getByLabel('Find words').fill('nobody wrote this')
  await page.getByText('No comment like that').waitFor()
  await expectNoAxeViolations(page)
  await tab.close()
})

test.each([
  ['vi', 'dark', 'desktop', 'color-contrast'],
  ['en', 'light', 'phone', undefined],
] as const)('reads in %s, %s, on a %s', async (language, scheme, device, rule) => {
  const reader = await colleague(api, 'marketing', { language })
  const tab = await open(address, { language, scheme, device }, reader)
  const { page } = tab
  await page
    .getByRole('region', { name: everyKind.satisfaction.text[language] ?? '' })
    .getByText('75%')
    .first()
    .waitFor()
  await expectNoAxeViolations(page, rule)
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBe(0)
  await screenshot(page, `builder-questions-${language}-${scheme}-${device}`)
  await tab.close()
})
