import { createServer, request } from 'node:http'
import type { AddressInfo } from 'node:net'
import { isDeepStrictEqual } from 'node:util'
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals'
import { questionsOf } from '@sixfold/domain/survey/definition'
import type { SurveyOperation } from '@sixfold/domain/survey/operation'
import { expectNoAxeViolations } from '@sixfold/testkit/accessibility'
import type { Browser, Page, Visit } from '@sixfold/testkit/browser'
import { launchBrowser, screenshot, visit } from '@sixfold/testkit/browser'
import { eventually } from '@sixfold/testkit/eventually'
import type { Colleague } from '@sixfold/testkit/people'
import { bringSession, colleague } from '@sixfold/testkit/people'
import type { TestApi } from '@sixfold/testkit/start-test-api'
import { startTestApi } from '@sixfold/testkit/start-test-api'
import { saved } from './saved.ts'

jest.setTimeout(120_000)

let api: TestApi
let browser: Browser
let lan: Colleague
let long: Colleague
beforeAll(async () => {
  ;[api, browser] = await Promise.all([startTestApi({ clock: 'real' }), launchBrowser()])
  lan = await colleague(api, 'marketing', { name: 'Lan Anh' })
  long = await colleague(api, 'marketing', { name: 'Hoàng Long', language: 'vi' })
})
afterAll(async () => {
  await browser?.close()
  await api?.close()
})

async function open(person: Colleague, path: string, view = {}): Promise<Visit> {
  const tab = await visit(browser, { url: api.url, ...view })
  await bringSession(tab.context, api.url, person)
  await tab.page.goto(path)
  return tab
}

const newSurvey = () =>
  lan.api.surveys.create({
    factorModel: 'ibm-six',
    quarter: { year: 2031, quarter: 1 },
    languages: ['en', 'vi'],
  })
const standing = async (id: string) => (await lan.api.surveys.get({ id })).definition
const textOf = async (id: string, question: string) =>
  questionsOf(await standing(id)).find(one => one.id === question)?.text.en
const orderOf = async (id: string, page: string) =>
  (await standing(id)).pages.find(one => one.id === page)?.questions.map(one => one.id)

const words = {
  en: { question: 'Question', offline: 'No connection. Kept here, saved later' },
  vi: { question: 'Câu', offline: 'Mất kết nối. Giữ tại máy này, sẽ lưu sau' },
}
/** The text of a question where it stands in the canvas. */
const inCanvas = (page: Page, number: string, language: 'en' | 'vi' = 'en') =>
  page.getByRole('textbox', {
    name: `${words[language].question} ${number}: ${language === 'en' ? 'Question' : 'Câu hỏi'}`,
  })
/** What a screen shows of a page: each question's text, in order. */
const shown = (page: Page, language: 'en' | 'vi' = 'en') =>
  page
    .getByRole('textbox', {
      name: language === 'en' ? /^Question \d+\.\d+: Question$/ : /^Câu \d+\.\d+: Câu hỏi$/,
    })
    .evaluateAll(fields => fields.map(field => (field as HTMLTextAreaElement).value))

/** Waits until both screens show what the server has, and nothing waits to be saved. */
async function expectAllEqual(id: string, pageId: string, mine: Page, theirs: Page): Promise<void> {
  await eventually(
    async () => ({
      waits: await Promise.all([mine, theirs].map(hasUnsaved)),
      screens: [await shown(mine), await shown(theirs, 'vi')],
      texts: (await standing(id)).pages
        .find(page => page.id === pageId)
        ?.questions.map(({ text }) => text.en ?? ''),
    }),
    ({ waits, screens, texts }) =>
      !waits.includes(true) && screens.every(screen => isDeepStrictEqual(screen, texts)),
  )
}

/** Work that is not saved is on the device. */
const hasUnsaved = (page: Page) =>
  page.evaluate(() => Object.keys(localStorage).some(key => key.startsWith('sixfold.work/')))

test('two people in one survey see each other and each other’s changes as they come', async () => {
  const draft = await newSurvey()
  const address = `/builder/surveys/${draft.id}?question=delivery_on-time&language=en`
  const mine = await open(lan, address)
  await inCanvas(mine.page, '5.1').waitFor()
  expect(await mine.page.getByRole('list', { name: 'People in this survey' }).count()).toBe(0)
  const theirs = await open(long, address, { language: 'vi', scheme: 'dark' })

  const people = mine.page.getByRole('list', { name: 'People in this survey' })
  await people.getByRole('button', { name: 'HL, Hoàng Long: Question 5.1' }).waitFor()
  await mine.page.getByText('Hoàng Long is here now').waitFor({ state: 'attached' })
  await theirs.page
    .getByRole('list', { name: 'Những người đang mở khảo sát này' })
    .getByRole('button', { name: 'LA, Lan Anh: Câu 5.1' })
    .waitFor()

  // What the other one selects is marked in outline and canvas, and a press leads there.
  await inCanvas(theirs.page, '5.3', 'vi').click()
  await mine.page.getByRole('button', { name: /^5\.3 .*Hoàng Long/ }).waitFor()
  await mine.page.getByText('Hoàng Long is here', { exact: true }).waitFor()
  await expectNoAxeViolations(mine.page)
  await screenshot(mine.page, 'builder-together')
  await people.getByRole('button', { name: 'HL, Hoàng Long: Question 5.3' }).click()
  await mine.page.getByRole('heading', { name: 'Question 5.3' }).waitFor()

  // A change is on the other screen within about a second of its save, without being asked for.
  await inCanvas(theirs.page, '5.2', 'vi').fill('Long wrote this')
  await saved(theirs.page, 'vi')
  const since = Date.now()
  await expect(
    mine.page.waitForFunction(() =>
      [...document.querySelectorAll('textarea')].some(({ value }) => value === 'Long wrote this'),
    ),
  ).resolves.toBeTruthy()
  expect(Date.now() - since).toBeLessThan(2_000)
  await inCanvas(mine.page, '5.1').fill('Lan wrote that')
  await saved(mine.page)
  await expectAllEqual(draft.id, 'delivery', mine.page, theirs.page)

  // What somebody else has changed since is not taken back over their head.
  await inCanvas(theirs.page, '5.1', 'vi').fill('Long knows better')
  await saved(theirs.page, 'vi')
  await expectAllEqual(draft.id, 'delivery', mine.page, theirs.page)
  await mine.page.getByRole('button', { name: 'Undo' }).click()
  await mine.page.getByText('Hoàng Long has changed this since. It was not taken back.').waitFor()
  expect(await textOf(draft.id, 'delivery_on-time')).toBe('Long knows better')

  // Undo of one's own goes across the saves.
  await theirs.page.getByRole('button', { name: 'Hoàn tác' }).click()
  await saved(theirs.page, 'vi')
  await expectAllEqual(draft.id, 'delivery', mine.page, theirs.page)
  expect(await textOf(draft.id, 'delivery_on-time')).toBe('Lan wrote that')

  await theirs.close()
  await people.waitFor({ state: 'detached' })
  await mine.page.getByText('Hoàng Long has left').waitFor({ state: 'attached' })
  await mine.close()
})

test('the same text, a page that one removed and an order that both changed: nothing is lost, and each is chosen once', async () => {
  const draft = await newSurvey()
  const address = `/builder/surveys/${draft.id}?question=delivery_on-time&language=en`
  const mine = await open(lan, address)
  const theirs = await open(long, address, { language: 'vi', scheme: 'dark' })
  await inCanvas(theirs.page, '5.1', 'vi').waitFor()
  await inCanvas(mine.page, '5.1').waitFor()

  // Long is on a train: what he writes waits on his device.
  await theirs.context.setOffline(true)
  await inCanvas(theirs.page, '5.1', 'vi').fill('Long has other words')
  await inCanvas(theirs.page, '5.2', 'vi').fill('Long alone changed this')
  await inCanvas(theirs.page, '5.4', 'vi').click()
  await theirs.page.keyboard.press('Alt+ArrowUp')
  await theirs.page.getByText(words.vi.offline).waitFor()

  await inCanvas(mine.page, '5.1').fill('Lan changed that one')
  await saved(mine.page)
  // Both reorder the page: Lan moves another one.
  await inCanvas(mine.page, '5.1').click()
  await mine.page.keyboard.press('Alt+ArrowDown')
  await saved(mine.page)

  await theirs.context.setOffline(false)
  const dialog = theirs.page.getByRole('dialog', { name: 'Lan Anh đã sửa cùng những chỗ này' })
  await dialog.waitFor({ timeout: 20_000 })
  await dialog.getByText('Long has other words').waitFor()
  await dialog.getByText('Lan changed that one').waitFor()
  await expectNoAxeViolations(theirs.page)
  await screenshot(theirs.page, 'builder-conflict-vi-dark')
  const confirm = dialog.getByRole('button', { name: 'Giữ những bản đã chọn' })
  expect(await confirm.isDisabled()).toBe(true)
  // Nothing of the other side is touched before somebody chooses.
  expect(await textOf(draft.id, 'delivery_on-time')).toBe('Lan changed that one')
  await dialog.getByRole('radio', { name: /Của Lan Anh/ }).check()
  await confirm.click()
  await dialog.waitFor({ state: 'detached' })
  await saved(theirs.page, 'vi')
  await expectAllEqual(draft.id, 'delivery', mine.page, theirs.page)
  expect(await textOf(draft.id, 'delivery_on-time')).toBe('Lan changed that one')
  expect(await textOf(draft.id, 'delivery_accurate')).toBe('Long alone changed this')
  expect(await orderOf(draft.id, 'delivery')).toEqual([
    'delivery_accurate',
    'delivery_on-time',
    'delivery_overall',
    'delivery_post-delivery',
  ])

  // One removes the page in which the other writes; whoever wrote brings it back, with what was written.
  await mine.context.setOffline(true)
  await inCanvas(mine.page, '5.1').fill('Written while the page went')
  await mine.page.getByText(words.en.offline).waitFor()
  const now = await lan.api.surveys.get({ id: draft.id })
  const removal: SurveyOperation = { op: 'remove-page', page: 'delivery' }
  await long.api.surveys.save({ id: draft.id, revision: now.revision, operations: [removal] })
  await mine.context.setOffline(false)
  const gone = mine.page.getByRole('dialog', { name: 'Hoàng Long changed the same things' })
  await gone.waitFor({ timeout: 20_000 })
  await gone.getByText('Brought back, with your changes:').waitFor()
  await screenshot(mine.page, 'builder-conflict-removed')
  await gone.getByRole('radio', { name: /Yours/ }).check()
  await gone.getByRole('button', { name: 'Keep the chosen ones' }).click()
  await saved(mine.page)
  expect(await orderOf(draft.id, 'delivery')).toHaveLength(4)
  expect(await textOf(draft.id, 'delivery_accurate')).toBe('Written while the page went')
  await expectAllEqual(draft.id, 'delivery', mine.page, theirs.page)

  for (const tab of [mine, theirs]) {
    tab.expectFault(/409|ERR_INTERNET_DISCONNECTED/)
    await tab.close()
  }
})

test('a lost connection and a killed tab lose nothing, and nothing is done twice', async () => {
  const draft = await newSurvey()
  const address = `/builder/surveys/${draft.id}?question=delivery_on-time&language=en`
  const tab = await open(lan, address)
  const { page } = tab
  await inCanvas(page, '5.1').waitFor()

  // The answer to a save is lost on its way: the server has it, the browser does not know.
  let lose = true
  await tab.context.route('**/api/surveys/*', async route => {
    if (route.request().method() !== 'PATCH' || !lose) return route.continue()
    await route.fetch()
    await route.abort('connectionreset')
  })
  await page.getByRole('button', { name: 'Question 5.1: More' }).click()
  await page.getByRole('menuitem', { name: 'Duplicate' }).click()
  await page.getByText(words.en.offline).waitFor()
  expect(await orderOf(draft.id, 'delivery')).toHaveLength(5)
  const copy = (await orderOf(draft.id, 'delivery'))?.find(
    id => !draft.definition.pages.some(({ questions }) => questions.some(one => one.id === id)),
  )
  await inCanvas(page, '5.3').fill('Written after the answer was lost')

  // Somebody removes the copy again, and the tab dies without a word.
  const now = await long.api.surveys.get({ id: draft.id })
  await long.api.surveys.save({
    id: draft.id,
    revision: now.revision,
    operations: [{ op: 'remove-question', question: copy ?? '' }],
  })
  const debug = await tab.context.newCDPSession(page)
  void debug.send('Page.crash').catch(() => undefined)
  await page.waitForEvent('crash')

  lose = false
  const next = await tab.context.newPage()
  // The list says where work waits; opening the survey takes it up.
  await next.goto(`${api.url}/builder/surveys`)
  const notice = next.getByRole('status').filter({ hasText: 'only on this device' })
  await notice.waitFor()
  await expectNoAxeViolations(next)
  await screenshot(next, 'builder-kept-here')
  await notice.getByRole('link').click()
  await next
    .getByText('One change was kept on this device and is in the survey again.')
    .waitFor({ timeout: 20_000 })
  await saved(next)
  expect(await orderOf(draft.id, 'delivery')).toEqual([
    'delivery_on-time',
    'delivery_accurate',
    'delivery_post-delivery',
    'delivery_overall',
  ])
  expect(await textOf(draft.id, 'delivery_accurate')).toBe('Written after the answer was lost')
  expect(
    await next.evaluate(() => Object.keys(localStorage).filter(key => key.startsWith('sixfold.work'))),
  ).toEqual([])
  await next.goto(`${api.url}${address}`)
  await inCanvas(next, '5.1').waitFor()
  expect(await next.getByText(/kept on this device/).count()).toBe(0)
  tab.expectFault(/ERR_CONNECTION_RESET|ERR_FAILED|crash/i)
  await tab.close()
})

test('whoever was signed out meanwhile signs in again, and the work is saved', async () => {
  const person = await colleague(api, 'marketing', { name: 'Mai Hoa' })
  const draft = await newSurvey()
  const tab = await open(person, `/builder/surveys/${draft.id}?question=delivery_on-time&language=en`)
  const { page } = tab
  await inCanvas(page, '5.1').waitFor()
  await fetch(`${api.url}/api/auth/sign-out`, {
    method: 'POST',
    headers: { cookie: person.cookie, origin: api.url },
  })
  await inCanvas(page, '5.1').fill('Written while signed out')
  await page.getByText('You have been signed out.').waitFor()
  await expectNoAxeViolations(page)
  await screenshot(page, 'builder-signed-out')
  expect(await textOf(draft.id, 'delivery_on-time')).not.toBe('Written while signed out')
  await page.getByRole('link', { name: 'Sign in' }).click()
  await page.getByLabel('E-mail').fill(person.email)
  await page.getByLabel('Password', { exact: true }).fill(person.password)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page
    .getByText('One change was kept on this device and is in the survey again.')
    .waitFor({ timeout: 20_000 })
  await saved(page)
  expect(await textOf(draft.id, 'delivery_on-time')).toBe('Written while signed out')
  tab.expectFault(/401/)
  await tab.close()
})

/** A company's network, whose proxy carries pages and stops WebSockets. */
async function strictNetwork() {
  const proxy = createServer((asked, answer) => {
    const { method, headers, url = '/' } = asked
    const passedOn = request(new URL(url, api.url), { method, headers }, reply => {
      answer.writeHead(reply.statusCode ?? 502, reply.headers)
      reply.pipe(answer)
    })
    passedOn.on('error', () => answer.destroy())
    asked.pipe(passedOn)
  })
  proxy.on('upgrade', (_, socket) => socket.end('HTTP/1.1 403 Forbidden\r\nConnection: close\r\n\r\n'))
  await new Promise<void>(listening => proxy.listen(0, '127.0.0.1', listening))
  return {
    url: `http://localhost:${(proxy.address() as AddressInfo).port}`,
    close() {
      proxy.close()
      proxy.closeAllConnections()
    },
  }
}

test('where a network stops WebSockets, people see each other all the same', async () => {
  const network = await strictNetwork()
  try {
    const draft = await newSurvey()
    const address = `/builder/surveys/${draft.id}?question=delivery_on-time&language=en`
    const mine = await open(lan, address)
    await inCanvas(mine.page, '5.1').waitFor()
    const theirs = await visit(browser, { url: network.url, language: 'vi' })
    await bringSession(theirs.context, network.url, long)
    await theirs.page.goto(address)
    await mine.page
      .getByRole('list', { name: 'People in this survey' })
      .getByRole('button', { name: 'HL, Hoàng Long: Question 5.1' })
      .waitFor()
    await inCanvas(mine.page, '5.1').fill('Seen behind the proxy')
    await eventually(
      () => shown(theirs.page, 'vi'),
      texts => texts.includes('Seen behind the proxy'),
    )
    await saved(mine.page)
    theirs.expectFault(/WebSocket/)
    await theirs.close()
    await mine.close()
  } finally {
    network.close()
  }
})

test('a browser that keeps nothing says so', async () => {
  const draft = await newSurvey()
  const tab = await visit(browser, { url: api.url })
  await bringSession(tab.context, api.url, lan)
  await tab.context.addInitScript(() => {
    Storage.prototype.setItem = () => {
      throw new DOMException('full', 'QuotaExceededError')
    }
  })
  const { page } = tab
  await page.goto(`/builder/surveys/${draft.id}?question=delivery_on-time&language=en`)
  await inCanvas(page, '5.1').waitFor()
  await tab.context.setOffline(true)
  const refused = page.waitForEvent('requestfailed')
  await inCanvas(page, '5.1').fill('Kept nowhere')
  await refused
  await page.getByText(/This browser cannot keep unsaved changes/).waitFor()
  await expectNoAxeViolations(page)
  await tab.context.setOffline(false)
  await saved(page)
  await page.getByText(/This browser cannot keep unsaved changes/).waitFor({ state: 'detached' })
  tab.expectFault(/ERR_INTERNET_DISCONNECTED/)
  await tab.close()
})
