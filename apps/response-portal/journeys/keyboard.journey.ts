import { afterAll, beforeAll, expect, jest, test } from '@jest/globals'
import type { Browser, FileChooser, Page } from '@sixfold/testkit/browser'
import { launchBrowser } from '@sixfold/testkit/browser'
import { samplePng } from '@sixfold/testkit/sample-files'
import { focused, press, tabTo } from './samples/keyboard.ts'
import { visitSamples } from './samples/site.ts'

jest.setTimeout(90_000)

let browser: Browser
beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser?.close())

const title = (page: Page) => page.title()
const machine = { name: 'machine.png', mimeType: 'image/png', buffer: samplePng(200, 40, 40) }

/** Goes to the next page from wherever the focus is. */
async function goOn(page: Page, to: string): Promise<void> {
  await tabTo(page, 'Continue')
  await press(page, 'Enter')
  await page.getByRole('heading', { level: 1, name: to }).waitFor()
  expect(await focused(page)).toBe(to)
}

test('a survey with every kind of question is answered and sent with the keyboard alone', async () => {
  const { page, close } = await visitSamples(browser, { device: 'desktop', language: 'en' })
  // Small, so that the foot could hide what has the focus.
  await page.setViewportSize({ width: 360, height: 480 })
  await page.goto('/survey-welcome', { waitUntil: 'networkidle' })
  const isChecked = (name: string) => page.getByRole('radio', { name, exact: true, checked: true }).count()

  await tabTo(page, 'Start')
  await press(page, 'Enter')
  await page.getByRole('heading', { name: 'Scales' }).waitFor()
  expect(await title(page)).toMatch(/^Scales · /)

  await tabTo(page, 'Very dissatisfied')
  await press(page, 'ArrowRight', 'ArrowRight', 'ArrowRight')
  expect(await isChecked('Satisfied')).toBe(1)
  await tabTo(page, 'Strongly disagree')
  await press(page, 'ArrowLeft')
  expect(await isChecked('Not applicable')).toBe(1)
  await tabTo(page, '1: Very loud')
  await press(page, 'Space')
  await tabTo(page, '0: Not at all likely')
  await press(page, 'ArrowLeft')
  expect(await isChecked('10: Extremely likely')).toBe(1)
  await goOn(page, 'Choices')

  await tabTo(page, 'Trade fair')
  await press(page, 'ArrowUp')
  await tabTo(page, /^Elsewhere: /)
  await page.keyboard.type('From a friend')
  for (const box of ['Cutting', 'Drilling', 'Milling']) {
    await tabTo(page, box)
    await press(page, 'Space')
  }
  expect(await page.getByRole('alert').textContent()).toBe('Please choose at most 2.')
  await press(page, 'Space')
  expect(await page.getByRole('alert').count()).toBe(0)
  await tabTo(page, 'Which of our plants supplies you?')
  await press(page, 'd')
  expect(await page.getByRole('combobox').inputValue()).toBe('dn')
  await tabTo(page, 'Speed: give it place 1')
  await press(page, 'Enter')
  expect(await focused(page)).toBe('Speed, place 1: take it out')
  await tabTo(page, 'Price: give it place 2')
  await press(page, 'Enter')
  await tabTo(page, 'Move “Price” up to place 1')
  await press(page, 'Enter')
  expect(
    await page
      .getByRole('group', { name: 'What should we improve first?' })
      .getByRole('status')
      .textContent(),
  ).toBe('“Price” is at place 1.')
  await tabTo(page, 'Blue steel')
  await press(page, 'Space')
  await goOn(page, 'Amounts')

  await tabTo(page, 'How much of your work is urgent?')
  await press(page, 'ArrowRight')
  expect(await page.getByRole('slider').getAttribute('aria-valuetext')).toBe('55')
  await press(page, 'Shift+Tab', 'Enter')
  expect(await focused(page)).toBe('How much of your work is urgent?')
  expect(await page.getByRole('slider').getAttribute('aria-valuetext')).toBe('Not answered yet')
  await tabTo(page, 'New machines')
  await page.keyboard.type('60')
  await tabTo(page, /^When is your next/)
  // Day or month first, as the browser has it.
  await page.keyboard.type('02022027')
  expect(await page.locator('input[type=date]').inputValue()).toBe('2027-02-02')
  await tabTo(page, 'Yes')
  await press(page, 'Space')
  await tabTo(page, 'What happened?')
  await page.keyboard.type('A bearing')

  // What is wrong is listed, says so in the tab, and the focus goes to it.
  await tabTo(page, 'Continue')
  await press(page, 'Enter')
  await page.getByRole('heading', { name: 'One answer needs a correction' }).waitFor()
  expect(await title(page)).toMatch(/^To correct: Amounts · /)
  expect(await focused(page)).toMatch(/^How should we spend our effort/)
  await tabTo(page, 'Upkeep of old ones')
  await page.keyboard.type('40')
  await goOn(page, 'About you')

  await tabTo(page, 'E-mail')
  await page.keyboard.type('lan@example')
  await tabTo(page, 'Choose a file')
  await (await chooseByKey(page)).setFiles(machine)
  await page.getByText(machine.name, { exact: true }).waitFor()
  await press(page, 'Shift+Tab', 'Enter')
  expect(await focused(page)).toBe('Choose a file')
  expect(await page.getByText(machine.name, { exact: true }).count()).toBe(0)
  await tabTo(page, 'Continue')
  await press(page, 'Enter')
  await page.getByRole('heading', { name: 'One answer needs a correction' }).waitFor()
  const mailbox = page.getByRole('textbox', { name: 'E-mail' })
  expect(await mailbox.getAttribute('aria-invalid')).toBe('true')
  expect(await page.getByRole('textbox', { name: 'Name' }).getAttribute('aria-invalid')).toBe(null)
  await tabTo(page, 'E-mail')
  await press(page, 'End')
  await page.keyboard.type('.com')
  await goOn(page, 'Technical solutions')
  await goOn(page, 'To finish')

  // Consent was left out: the last page leads back to it.
  await tabTo(page, 'Send my answers')
  await press(page, 'Enter')
  await page.getByRole('heading', { name: 'One question still needs an answer' }).waitFor()
  expect(await title(page)).toMatch(/^Before you send · /)
  await tabTo(page, /^You may quote/)
  await press(page, 'Enter')
  await page.getByRole('heading', { name: 'About you' }).waitFor()
  expect(await focused(page)).toMatch(/^You may quote/)
  await press(page, 'Space')
  await goOn(page, 'Technical solutions')
  await goOn(page, 'To finish')
  await tabTo(page, 'Send my answers')
  await press(page, 'Enter')
  await page.getByRole('heading', { name: /^Thank you/ }).waitFor()
  await close()
})

/** Enter opens the browser's own dialog; a busy browser may drop the first, as it does with any dialog. */
async function chooseByKey(page: Page): Promise<FileChooser> {
  for (let tries = 1; ; tries += 1) {
    const choosing = page.waitForEvent('filechooser', { timeout: tries < 3 ? 5_000 : 30_000 })
    await press(page, 'Enter')
    try {
      return await choosing
    } catch (error) {
      if (tries === 3) throw error
    }
  }
}
