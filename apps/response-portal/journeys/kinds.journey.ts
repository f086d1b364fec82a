import { afterAll, beforeAll, expect, jest, test } from '@jest/globals'
import { expectNoAxeViolations } from '@sixfold/testkit/accessibility'
import type { Browser, BrowserContext, Page } from '@sixfold/testkit/browser'
import { launchBrowser, screenshot, visit } from '@sixfold/testkit/browser'
import { everyKind, standstill } from '@sixfold/testkit/every-kind'
import { inviteToEveryKind } from '@sixfold/testkit/invite-to-every-kind'
import type { InvitedWave } from '@sixfold/testkit/invited'
import { samplePng } from '@sixfold/testkit/sample-files'
import type { TestApi } from '@sixfold/testkit/start-test-api'
import { startTestApi } from '@sixfold/testkit/start-test-api'

jest.setTimeout(180_000)

let api: TestApi
let browser: Browser
let wave: InvitedWave
beforeAll(async () => {
  ;[api, browser] = await Promise.all([startTestApi({ clock: 'real' }), launchBrowser()])
  const requiresConsent = { op: 'set-required' as const, question: everyKind.consent.id, required: true }
  wave = await inviteToEveryKind(api, { count: 4, name: 'Trần Thị Hà', change: [requiresConsent] })
})
afterAll(async () => {
  await browser?.close()
  await api?.close()
})

function nextToken(): string {
  const token = wave.contacts.shift()?.token
  if (!token) throw new Error('invite more people')
  return token
}

const name = (kind: keyof typeof everyKind) => everyKind[kind].text.en ?? ''
const group = (page: Page, kind: keyof typeof everyKind) => page.getByRole('group', { name: name(kind) })
const onward = (page: Page) => page.getByRole('button', { name: 'Continue' }).click()
const machine = { name: 'máy số 1.png', mimeType: 'image/png', buffer: samplePng(200, 40, 40) }

/** Answers all kinds, page by page, the same way with and without script wherever the controls are the same. */
async function answerEverything(page: Page, scripted: boolean): Promise<void> {
  await group(page, 'satisfaction').getByRole('radio', { name: 'Satisfied', exact: true }).check()
  await group(page, 'agreement').getByRole('radio', { name: 'Not applicable' }).check()
  await group(page, 'rating').getByRole('radio', { name: '4: Bearable' }).check()
  await group(page, 'nps').getByRole('radio', { name: '10: Extremely likely' }).check()
  await group(page, 'csat').getByRole('radio', { name: 'Very dissatisfied' }).check()
  await group(page, 'ces').getByRole('radio', { name: '7: Strongly agree' }).check()
  const row = (words: string) => page.getByRole('radiogroup', { name: words })
  await row('Price How satisfied').getByRole('radio', { name: 'Neutral' }).check()
  await row('Price How important').getByRole('radio', { name: 'Extremely important' }).check()
  await row('Fit How satisfied').getByRole('radio', { name: 'Not applicable' }).check()
  await onward(page)

  await group(page, 'choice').getByRole('radio', { name: 'Elsewhere' }).check()
  await group(page, 'choice').getByRole('textbox', { name: 'Elsewhere' }).fill('From a friend')
  await group(page, 'choices').getByRole('checkbox', { name: 'Cutting' }).check()
  await group(page, 'choices').getByRole('checkbox', { name: 'Milling' }).check()
  await page.getByRole('combobox', { name: name('dropdown') }).selectOption({ label: 'Danang' })
  if (scripted) {
    await group(page, 'ranking').getByRole('button', { name: 'Price: give it place 1' }).click()
    await group(page, 'ranking').getByRole('button', { name: 'Advice: give it place 2' }).click()
    await group(page, 'ranking').getByRole('button', { name: 'Move “Advice” up to place 1' }).click()
  } else {
    await page.getByRole('combobox', { name: 'Place of “Advice”' }).selectOption('1')
    await page.getByRole('combobox', { name: 'Place of “Price”' }).selectOption('2')
  }
  await group(page, 'picture').getByRole('radio', { name: 'Blue steel' }).check()
  await onward(page)

  await page.getByText(name('statement')).waitFor()
  if (scripted) await page.getByRole('slider', { name: name('slider') }).fill('35')
  else await page.getByRole('spinbutton', { name: name('slider') }).fill('35')
  await page.getByRole('textbox', { name: 'New machines' }).fill('60')
  await page.getByRole('textbox', { name: 'Upkeep of old ones' }).fill('30')
  await page.getByRole('textbox', { name: name('number') }).fill('12,5')
  await page.getByLabel(name('date')).fill('2027-02-28')
  await group(page, 'yes-no').getByRole('radio', { name: 'Yes' }).check()
  await page.getByRole('textbox', { name: name('text') }).fill('Two\nlines')
  await onward(page)

  await page.getByRole('alert').getByText('The points must add up to 100.').waitFor()
  await page.getByRole('textbox', { name: 'Upkeep of old ones' }).fill('40')
  await page.getByRole('textbox', { name: standstill.text.en ?? '' }).fill('A bearing')
  await onward(page)

  expect(await page.getByRole('checkbox', { name: name('consent') }).isChecked()).toBe(false)
  await page.getByRole('textbox', { name: 'Name' }).fill('Lan')
  await page.getByRole('textbox', { name: 'E-mail' }).fill('lan@example')
  await onward(page)
  await page.getByRole('alert').getByText('Please check the e-mail address').waitFor()
  await page.getByRole('textbox', { name: 'E-mail' }).fill('lan@example.com')
  await page.getByLabel('Choose a file').setInputFiles(machine)
  if (scripted) await page.getByText(machine.name, { exact: true }).waitFor()
  await onward(page)
  await page.getByRole('heading', { name: 'Technical solutions' }).waitFor()
}

/** What is kept, with a word in the place of the file's id. */
async function keptBy(token: string): Promise<Record<string, unknown>> {
  const { answers } = await api.anonymous.responses.get({ token })
  const entries = answers.map(({ question, value }) => [
    question,
    question === everyKind.upload.id && Array.isArray(value) ? value.length : value,
  ])
  return Object.fromEntries(entries)
}

const expected = {
  'k-satisfaction': 4,
  'k-agreement': 'na',
  'k-rating': 4,
  'k-nps': 10,
  'k-csat': 1,
  'k-ces': 7,
  'k-grid': { price: 3, 'price:importance': 5, fit: 'na' },
  'k-choice': 'other:From a friend',
  'k-choices': ['cut', 'mill'],
  'k-dropdown': 'dn',
  'k-ranking': ['advice', 'price'],
  'k-picture': ['blue'],
  'k-slider': 35,
  'k-sum': { new: 60, old: 40 },
  'k-number': 12.5,
  'k-date': '2027-02-28',
  'k-yes-no': 'yes',
  'k-standstill': 'A bearing',
  'k-text': 'Two\nlines',
  'k-contact': { name: 'Lan', email: 'lan@example.com' },
  'k-upload': 1,
}

async function sendWithConsent(page: Page): Promise<void> {
  await page.goto(`${new URL(page.url()).pathname}?page=11&language=en`)
  await page.getByRole('button', { name: 'Send my answers' }).click()
  await page.getByRole('heading', { name: 'One question still needs an answer' }).waitFor()
  await page.getByRole('link', { name: name('consent') }).click()
  await page.getByRole('checkbox', { name: name('consent') }).check()
  for (let step = 4; step < 11; step += 1) await onward(page)
  await page.getByRole('button', { name: 'Send my answers' }).click()
  await page.getByRole('heading', { name: 'Thank you. Your answers have arrived.' }).waitFor()
}

test('every kind is answered with script: each answer is kept as it is given, and sent', async () => {
  const token = nextToken()
  const { page, close } = await visit(browser, { device: 'phone', language: 'en', url: api.url })
  await page.goto(`/r/${token}?page=1&language=en`)
  await answerEverything(page, true)
  await page.getByText('Saved', { exact: true }).waitFor()
  expect(await keptBy(token)).toEqual(expected)
  await page.goBack()
  await page.getByText(machine.name, { exact: true }).waitFor()
  await page.goBack()
  expect(await page.getByRole('slider').inputValue()).toBe('35')
  await sendWithConsent(page)
  await close()
})

test('every kind is answered without script: the same answers, and sent', async () => {
  const token = nextToken()
  const context: BrowserContext = await browser.newContext({
    javaScriptEnabled: false,
    viewport: { width: 390, height: 844 },
    baseURL: api.url,
  })
  context.setDefaultTimeout(10_000)
  const page = await context.newPage()
  await page.goto(`/r/${token}?page=1&language=en`)
  await answerEverything(page, false)
  expect(await keptBy(token)).toEqual(expected)
  await sendWithConsent(page)
  await context.close()
})

test('what stands alone takes the others out, and a ranked option is put in and out by keyboard alone', async () => {
  const { page, close } = await visit(browser, { device: 'desktop', language: 'en', url: api.url })
  await page.goto(`/r/${nextToken()}?page=2&language=en`)
  const box = (words: string) => group(page, 'choices').getByRole('checkbox', { name: words })
  await box('Cutting').check()
  await box('None of these').check()
  expect(await box('Cutting').isChecked()).toBe(false)
  await box('Drilling').check()
  expect(await box('None of these').isChecked()).toBe(false)
  await box('Cutting').check()
  await box('Milling').check()
  await page.getByText('Please choose at most 2.').waitFor()
  await box('Milling').uncheck()
  await page.getByText('Please choose at most 2.').waitFor({ state: 'detached' })

  const button = (words: string) => group(page, 'ranking').getByRole('button', { name: words })
  await button('Speed: give it place 1').press('Enter')
  await page.keyboard.press('Enter')
  await button('Speed: give it place 1').waitFor()
  await page.keyboard.press('Enter')
  await button('Price: give it place 2').press('Enter')
  await button('Move “Price” up').press('Enter')
  expect(
    await button('Move “Price” down').evaluate(element => element.ownerDocument.activeElement === element),
  ).toBe(false)
  expect(await group(page, 'ranking').getByRole('status').textContent()).toBe('“Price” is at place 1.')
  expect(await button('Advice').isDisabled()).toBe(true)
  await close()
})

test('a file that cannot be taken is refused in words, and the others stay', async () => {
  const token = nextToken()
  const { page, expectFault, close } = await visit(browser, { device: 'phone', language: 'en', url: api.url })
  await page.goto(`/r/${token}?page=4&language=en`)
  const choose = page.getByLabel('Choose a file')
  await choose.setInputFiles(machine)
  await page.getByRole('button', { name: `Remove ${machine.name}` }).waitFor()
  await choose.setInputFiles({
    name: 'photo.png',
    mimeType: 'image/png',
    buffer: Buffer.from('MZ no picture'),
  })
  await page.getByText('“photo.png” is not a kind of file that can be given here.').waitFor()
  await choose.setInputFiles({ name: 'film.png', mimeType: 'image/png', buffer: Buffer.alloc(2_000_001) })
  await page.getByText('“film.png” is larger than 2 MB.').waitFor()
  await choose.setInputFiles([
    { ...machine, name: 'b.png', buffer: samplePng(1, 2, 3) },
    { ...machine, name: 'c.png', buffer: samplePng(3, 2, 1) },
  ])
  await page.getByText('“c.png” is one file too many.').waitFor()
  await page.evaluate(() => scrollTo(0, document.body.scrollHeight))
  await expectNoAxeViolations(page)
  await screenshot(page, 'portal-upload-refused')
  expect(await choose.count()).toBe(0)
  await page.getByRole('button', { name: 'Remove b.png' }).click()
  await page.getByText('Saved', { exact: true }).waitFor()
  expect((await keptBy(token))['k-upload']).toBe(1)
  expectFault(/415/)
  await close()
})
