import { afterAll, beforeAll, expect, jest, test } from '@jest/globals'
import { expectNoAxeViolations } from '@sixfold/testkit/accessibility'
import type { Browser, Page, Visit } from '@sixfold/testkit/browser'
import { launchBrowser, visit } from '@sixfold/testkit/browser'
import type { Colleague } from '@sixfold/testkit/people'
import { bringSession, colleague } from '@sixfold/testkit/people'
import type { TestApi } from '@sixfold/testkit/start-test-api'
import { startTestApi } from '@sixfold/testkit/start-test-api'
import { saved } from './saved.ts'

// Nothing here touches a mouse: no click, no hover, no fill.

jest.setTimeout(120_000)

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

async function open(path: string): Promise<Visit> {
  const tab = await visit(browser, { url: api.url })
  await bringSession(tab.context, api.url, lan)
  await tab.page.goto(path)
  return tab
}

/** How what has the keyboard is named. */
const focused = (page: Page) =>
  page.evaluate(() => {
    const at = document.activeElement
    return at?.getAttribute('aria-label') || at?.textContent?.trim() || at?.tagName || ''
  })

/** Goes on with Tab, or back, until something of this name has the keyboard. */
async function tabTo(page: Page, name: RegExp, key: 'Tab' | 'Shift+Tab' = 'Tab') {
  for (let step = 0; step < 120; step += 1) {
    if (name.test(await focused(page))) return
    await page.keyboard.press(key)
  }
  throw new Error(`${key} does not lead to ${name}; last: ${await focused(page)}`)
}

/** Waits until something of this name has the keyboard by itself. */
async function expectFocus(page: Page, name: RegExp) {
  await page
    .waitForFunction(pattern => {
      const at = document.activeElement
      return new RegExp(pattern).test(at?.getAttribute('aria-label') || at?.textContent?.trim() || '')
    }, name.source)
    .catch(async () => {
      throw new Error(`the keyboard is at "${await focused(page)}", not at ${name}`)
    })
}

async function press(page: Page, ...keys: string[]) {
  for (const key of keys) await page.keyboard.press(key)
}

/** What is picked up takes keys once its places are measured: some frames after it was said. */
async function drawn(page: Page) {
  await page.evaluate(
    () => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done, 50)))),
  )
}

/** Adds a question of a kind by typing its name. */
async function add(page: Page, kind: string, text: string) {
  await press(page, 'Alt+n')
  await expectFocus(page, /^Find a kind of question$/)
  await page.keyboard.type(kind)
  await press(page, 'Enter')
  await expectFocus(page, /: Question$/)
  await page.keyboard.press('Control+a')
  await page.keyboard.type(text)
}

const pagesOf = async (id: string) =>
  (await lan.api.surveys.get({ id })).definition.pages.map(({ title, questions }) => ({
    title: title.en ?? '',
    questions: questions.map(question => ({
      kind: question.kind,
      text: question.text.en,
      ...('options' in question ? { options: question.options.map(({ text }) => text.en) } : {}),
    })),
  }))

test('a small survey is designed by the keyboard alone', async () => {
  const draft = await lan.api.surveys.create({
    factorModel: 'ibm-six',
    quarter: { year: 2031, quarter: 1 },
    languages: ['en', 'vi'],
  })
  const tab = await open(`/builder/surveys/${draft.id}?language=en`)
  const { page } = tab
  await page.getByText('7 pages, 29 questions').waitFor()

  // A page, and questions on it: the keyboard goes on where there is something to write.
  await tabTo(page, /^Add page$/)
  await press(page, 'Enter')
  await expectFocus(page, /^Page title$/)
  await page.keyboard.type('After the visit')
  await add(page, 'single', 'What was the visit about?')
  await add(page, 'yes or no', 'Was it too long?')

  // Options: Enter adds the next one, Alt and the arrows move one, Backspace takes an empty one out.
  await tabTo(page, /^Question 8\.1: Question$/, 'Shift+Tab')
  await tabTo(page, /^Question 8\.1: Option 1$/)
  await page.keyboard.type('Service')
  await press(page, 'Enter')
  await expectFocus(page, /^Question 8\.1: Option 2$/)
  await page.keyboard.type('Sales')
  await press(page, 'Alt+ArrowUp')
  await expectFocus(page, /^Question 8\.1: Option 1$/)
  await page.getByText('Now number 1', { exact: true }).waitFor({ state: 'attached' })
  for (const last of [4, 3]) {
    await tabTo(page, new RegExp(`^Question 8\\.1: Option ${last}$`))
    await press(page, 'Backspace')
    await expectFocus(page, new RegExp(`^Question 8\\.1: Option ${last - 1}$`))
  }

  // Questions move by Alt and the arrows, and through the menu to another page.
  await tabTo(page, /^Question 8\.2: Question$/)
  await press(page, 'Alt+ArrowUp')
  await expectFocus(page, /^Question 8\.1: Question$/)
  await tabTo(page, /^Question 8\.1: More$/)
  await press(page, 'Enter')
  await expectFocus(page, /^Duplicate$/)
  await press(page, 'ArrowDown', 'ArrowRight')
  await expectFocus(page, /^1 Technical solutions$/)
  await press(page, 'ArrowDown', 'Enter')
  await expectFocus(page, /^Question 2\.5: Question$/)
  await saved(page)
  expect((await pagesOf(draft.id)).map(({ questions }) => questions.length)).toEqual([7, 5, 4, 4, 4, 4, 2, 1])

  // A step back, and the question is where it was; the outline leads there.
  await press(page, 'Control+z')
  await tabTo(page, /^8\.1\s*Was it too long\?/, 'Shift+Tab')
  await press(page, 'Alt+ArrowDown')
  await expectFocus(page, /^8\.2\s*Was it too long\?/)

  // Pages move the same way, and with the grip as every drag and drop does.
  await tabTo(page, /^After the visit/, 'Shift+Tab')
  await press(page, 'Enter', 'Alt+ArrowUp')
  await page.getByText('Page now at place 7', { exact: true }).waitFor({ state: 'attached' })
  await page.getByRole('button', { name: /^7\.2\s*Was it too long\?/ }).waitFor()
  await tabTo(page, /^Move question 7\.1$/)
  for (const [key, said] of [
    ['Space', 'Question 7.1 picked up'],
    ['ArrowDown', 'Question 7.1 is over Question 7.2'],
    ['Space', 'Question 7.1 dropped at Question 7.2'],
  ] as const) {
    await press(page, key)
    await page.getByText(said, { exact: true }).waitFor({ state: 'attached' })
    await drawn(page)
  }
  await page.getByRole('button', { name: /^7\.1\s*Was it too long\?/ }).waitFor()

  // Duplicate, another kind, the library.
  await tabTo(page, /^7\.2\s*What was the visit about\?/)
  await press(page, 'Enter')
  await tabTo(page, /^Question 7\.2: More$/)
  await press(page, 'Enter')
  await expectFocus(page, /^Duplicate$/)
  await press(page, 'Enter')
  await expectFocus(page, /^Question 7\.3: Question$/)
  await tabTo(page, /^Change kind$/)
  await press(page, 'Enter')
  await expectFocus(page, /^Find a kind of question$/)
  await page.keyboard.type('ranking')
  await press(page, 'Enter')
  await expectFocus(page, /^Question 7\.3: Question$/)
  await press(page, 'Alt+n')
  await expectFocus(page, /^Find a kind of question$/)
  await press(page, 'Shift+Tab', 'ArrowRight')
  await tabTo(page, /^Find by name or text$/)
  await page.keyboard.type('wish for a call')
  await page.getByRole('option').nth(1).waitFor({ state: 'detached' })
  await press(page, 'Enter')
  await expectFocus(page, /^Question 7\.4: Question$/)

  // What helps is listed under the question mark, outside of a text.
  await tabTo(page, /^Question 7\.4: Move up$/)
  await press(page, '?')
  await page.getByText('In an option: add the next one').waitFor()
  await expectNoAxeViolations(page)
  await press(page, 'Escape')

  await saved(page)
  expect((await pagesOf(draft.id))[6]).toEqual({
    title: 'After the visit',
    questions: [
      { kind: 'yes-no', text: 'Was it too long?' },
      { kind: 'choice', text: 'What was the visit about?', options: ['Sales', 'Service'] },
      { kind: 'ranking', text: 'What was the visit about?', options: ['Sales', 'Service'] },
      { kind: 'yes-no', text: 'Would you like somebody to call you about your answers?' },
    ],
  })
  await tab.close()
})
