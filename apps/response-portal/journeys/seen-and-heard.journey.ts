import { afterAll, beforeAll, expect, jest, test } from '@jest/globals'
import type { Browser, Locator, Page } from '@sixfold/testkit/browser'
import { launchBrowser } from '@sixfold/testkit/browser'
import { seenDifference } from './samples/difference.ts'
import { visitSamples } from './samples/site.ts'

jest.setTimeout(90_000)

let browser: Browser
beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser?.close())

const cell = (page: Page, group: string, radio: string) => {
  const input = page.getByRole('group', { name: group }).getByRole('radio', { name: radio, exact: true })
  return { control: input, target: input.locator('xpath=following-sibling::*[1]') }
}
const option = (page: Page, role: 'radio' | 'checkbox', name: string) => {
  const control = page.getByRole(role, { name, exact: true })
  return { control, target: control.locator('xpath=..') }
}

test('with the colours of the system, what is chosen and what has the focus is seen', async () => {
  const { page, close } = await visitSamples(browser, { device: 'desktop', language: 'en' })
  await page.emulateMedia({ forcedColors: 'active', colorScheme: 'dark' })
  const seen: Record<string, number> = {}
  const look = async (what: string, control: Locator, act: () => Promise<unknown>) => {
    seen[what] = await seenDifference(page, control, act)
  }
  // Focus shows its ring once a key was pressed.
  const focused = (what: string, control: Locator, target = control) =>
    look(`${what} in focus`, target, async () => {
      await page.keyboard.press('Tab')
      await control.focus()
    })
  const chosen = async (what: string, { control, target }: { control: Locator; target: Locator }) => {
    await look(`${what} chosen`, target, () => control.check())
    await control.blur()
    await focused(what, control, target)
  }

  await page.goto('/survey-scales', { waitUntil: 'networkidle' })
  await chosen('a cell', cell(page, 'The technician came on time', 'Satisfied'))
  await chosen('not applicable', cell(page, 'The technician came on time', 'Not applicable'))
  await chosen('a number', cell(page, 'How likely are you to recommend us?', '9'))
  const onward = page.getByRole('button', { name: 'Continue' })
  await focused('a button', onward)

  await page.goto('/survey-choices', { waitUntil: 'networkidle' })
  await chosen('an option', option(page, 'radio', 'Trade press'))
  await chosen('a box', option(page, 'checkbox', 'Cutting'))
  await chosen('a picture', option(page, 'radio', 'Blue steel'))
  const list = page.getByRole('combobox')
  await focused('a list', list)
  const place = page.locator('[data-option="speed"] .place')
  await look('a place given', place, () => place.click())

  await page.goto('/survey-amounts', { waitUntil: 'networkidle' })
  const slider = page.getByRole('slider')
  await focused('a slider', slider)
  await look('a slider set', slider, () => page.keyboard.press('Home'))
  const field = page.getByRole('textbox', { name: 'New machines' })
  await focused('a field', field)

  await page.goto('/survey-person', { waitUntil: 'networkidle' })
  const file = page.getByLabel('Choose a file')
  await focused('a file', file, page.locator('.btn.add'))

  expect(Object.entries(seen).filter(([, points]) => points < 30)).toEqual([])
  expect(Object.keys(seen)).toHaveLength(19)
  await close()
})

/** What the browser tells a screen reader of a control. */
async function heard(page: Page, role: string, name: string) {
  const session = await page.context().newCDPSession(page)
  const { root } = await session.send('DOM.getDocument')
  const { nodes } = await session.send('Accessibility.queryAXTree', {
    nodeId: root.nodeId,
    role,
    accessibleName: name,
  })
  await session.detach()
  const [node] = nodes
  const property = (key: string) => node?.properties?.find(one => one.name === key)?.value.value as unknown
  return {
    found: nodes.length,
    description: node?.description?.value as unknown,
    value: property('valuetext') ?? (node?.value?.value as unknown),
    invalid: property('invalid') === 'true',
  }
}

test('a screen reader hears row and column, how far one is, and what is wrong where', async () => {
  const { page, close } = await visitSamples(browser, { device: 'phone', language: 'en' })
  await page.goto('/survey-scales-answered', { waitUntil: 'networkidle' })
  const grid = await page.getByRole('group', { name: 'Our spare parts' }).ariaSnapshot()
  for (const words of [
    'radiogroup "Price How satisfied"',
    'radiogroup "Availability when a machine stands still How important"',
    'radio "Neutral" [checked]',
    'radio "Extremely important" [checked]',
  ])
    expect(grid).toContain(words)
  await page.getByRole('progressbar', { name: /^\d+ of \d+ questions answered$/ }).waitFor()

  await page.goto('/survey-amounts-faulty', { waitUntil: 'networkidle' })
  expect(await page.title()).toMatch(/^To correct: Amounts · /)
  expect(await heard(page, 'textbox', 'How many machines do you run?')).toMatchObject({
    found: 1,
    description: 'From 0 to 5000. Please write a number. machines',
    invalid: true,
  })
  expect(await heard(page, 'group', 'How should we spend our effort?')).toMatchObject({
    found: 1,
    description: 'Share out 100 points in all. The points must add up to 100.',
  })
  expect(await heard(page, 'slider', 'How much of your work is urgent?')).toMatchObject({
    found: 1,
    value: '35',
  })
  const listed = page.getByRole('region', { name: '2 answers need a correction' }).getByRole('link')
  expect(await listed.allTextContents()).toEqual([
    'How should we spend our effort?The points must add up to 100.',
    'How many machines do you run?Please write a number.',
  ])
  await listed.last().click()
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('q-k-number-field')

  await page.goto('/survey-review', { waitUntil: 'networkidle' })
  expect(await page.getByRole('main').ariaSnapshot()).toContain('link "You may quote me by name."')
  await page.goto('/call-faulty')
  expect(await page.title()).toMatch(/^To correct: /)
  expect(await heard(page, 'textbox', 'Telephone number')).toMatchObject({ found: 1, invalid: true })
  await close()
})
