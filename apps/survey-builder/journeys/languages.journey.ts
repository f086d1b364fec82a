import { readFile } from 'node:fs/promises'
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals'
import type { SurveyDraft } from '@sixfold/contract/surveys'
import type { SurveyOperation } from '@sixfold/domain/survey/operation'
import { textsOf } from '@sixfold/domain/survey/texts'
import { placeOf } from '@sixfold/domain/survey/undo'
import { expectNoAxeViolations } from '@sixfold/testkit/accessibility'
import type { Browser, Page, View, Visit } from '@sixfold/testkit/browser'
import { launchBrowser, screenshot, visit } from '@sixfold/testkit/browser'
import { inviteContacts } from '@sixfold/testkit/invited'
import type { Colleague } from '@sixfold/testkit/people'
import { bringSession, colleague } from '@sixfold/testkit/people'
import type { TestApi } from '@sixfold/testkit/start-test-api'
import { startTestApi } from '@sixfold/testkit/start-test-api'
import { saved } from './saved.ts'

jest.setTimeout(90_000)

let api: TestApi
let browser: Browser
let lan: Colleague
let mai: Colleague
beforeAll(async () => {
  ;[api, browser] = await Promise.all([startTestApi({ clock: 'real' }), launchBrowser()])
  lan = await colleague(api, 'marketing', { name: 'Lan Anh' })
  mai = await colleague(api, 'marketing', { name: 'Thu Mai', language: 'vi' })
})
afterAll(async () => {
  await browser?.close()
  await api?.close()
})

async function open(path: string, view: View = {}): Promise<Visit & { page: Page }> {
  const tab = await visit(browser, { url: api.url, ...view })
  await bringSession(tab.context, api.url, view.language === 'vi' ? mai : lan)
  await tab.page.goto(path)
  return tab
}

let year = 2070
function newSurvey(languages = ['en', 'vi']): Promise<SurveyDraft> {
  year += 1
  return lan.api.surveys.create({ factorModel: 'ibm-six', quarter: { year, quarter: 1 }, languages })
}
const save = (draft: SurveyDraft, ...operations: SurveyOperation[]) =>
  lan.api.surveys.save({ id: draft.id, revision: draft.revision, operations })
const text = (question: string, language: string, value: string): SurveyOperation => ({
  op: 'set-question-text',
  question,
  field: 'text',
  language,
  value,
})
const textOf = async (id: string, question: string) =>
  placeOf((await lan.api.surveys.get({ id })).definition, question)?.question.text
/** Every text that owes Arabic. */
const inArabic = (draft: SurveyDraft): SurveyOperation[] =>
  textsOf(draft.definition)
    .filter(({ text: { en } }) => en)
    .map(({ operation }) => operation('ar', 'ما مدى رضاكم عن التسليم في اليوم المتفق عليه؟'))

test('gaps are counted, found and filled in place; what is written is saved by itself and can be taken back', async () => {
  const draft = await newSurvey()
  await save(draft, text('delivery_on-time', 'vi', ''), text('do-better', 'vi', ''))
  const tab = await open(`/builder/surveys/${draft.id}/languages`)
  const { page } = tab
  await page.getByText('2 gaps').waitFor()
  await expectNoAxeViolations(page)
  await screenshot(page, 'builder-languages')

  await page.getByRole('button', { name: 'Next gap' }).click()
  const first = page.getByRole('textbox', { name: 'Question 5.1, Vietnamese' })
  await expect(first.evaluate(field => field === document.activeElement)).resolves.toBe(true)
  await page.keyboard.type('Giao hàng đúng ngày đã hẹn')
  await page.getByText('1 gap', { exact: true }).waitFor()
  await page.getByText('Gaps', { exact: true }).click()
  expect(new URL(page.url()).searchParams.get('show')).toBe('gaps')
  await page.getByRole('button', { name: 'Next gap' }).click()
  const second = page.getByRole('textbox', { name: 'Question 7.2, Vietnamese' })
  await expect(second.evaluate(field => field === document.activeElement)).resolves.toBe(true)
  await page.keyboard.type('Còn gì nữa?')
  await page.getByText('Every text is written').waitFor()
  await saved(page)
  expect(await textOf(draft.id, 'delivery_on-time')).toMatchObject({ vi: 'Giao hàng đúng ngày đã hẹn' })

  await page.keyboard.press('Control+z')
  await page.getByText('1 gap', { exact: true }).waitFor()
  await page.keyboard.press('Control+Shift+z')
  await page.getByText('Every text is written').waitFor()
  await page.getByText('All texts', { exact: true }).click()
  await page.getByRole('searchbox', { name: 'Find a text' }).fill('hen')
  expect(await page.getByRole('textbox', { name: /, Vietnamese$/ }).count()).toBeLessThan(6)
  await page.getByRole('searchbox', { name: 'Find a text' }).fill('zzz')
  await page.getByText('No text holds these words.').waitFor()
  await expectNoAxeViolations(page)
  await tab.close()
})

test('a text whose source was changed since it was asked is behind', async () => {
  const draft = await newSurvey()
  await lan.api.surveys.publish({ id: draft.id, revision: draft.revision })
  await save(draft, text('do-better', 'en', 'What else should we do?'))
  const tab = await open(`/builder/surveys/${draft.id}/languages?show=gaps`)
  await tab.page.getByText('1 text is behind').waitFor()
  await tab.page.getByText('Behind: the English was changed since version 1, this text was not.').waitFor()
  await expectNoAxeViolations(tab.page)
  await tab.close()
})

test('languages are added by name and taken out with the count of what goes; a file goes out and comes back', async () => {
  const draft = await newSurvey(['en'])
  const tab = await open(`/builder/surveys/${draft.id}/languages`)
  const { page } = tab
  await page.getByText('This survey speaks one language').waitFor()
  await expectNoAxeViolations(page)
  await page.getByRole('combobox', { name: 'Add a language' }).fill('fren')
  await page.getByRole('option', { name: /^French/ }).click()
  await page.getByText('French was added. Its texts are gaps until they are written.').waitFor()
  await page.getByText('46 gaps').waitFor()

  await page.getByRole('button', { name: 'More about French' }).click()
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('menuitem', { name: 'Export as CSV' }).click(),
  ])
  expect(download.suggestedFilename()).toBe(`Quarterly survey, quarter 1 of ${year} French.csv`)
  const exported = await readFile(await download.path(), 'utf8')
  expect(exported.startsWith('\ufeffkey,source_en,translation_fr\r\n')).toBe(true)

  // Some lines come back translated, one belongs to another survey.
  const lines = exported.split('\r\n').slice(0, 6)
  const back = [
    lines[0],
    ...lines.slice(1).map((line, at) => `${line}Texte ${at}`),
    'question/ghost/text,Ghost,Fantôme',
  ]
  await page.getByRole('button', { name: 'More about French' }).click()
  await page.getByRole('menuitem', { name: 'Import from CSV' }).click()
  const dialog = page.getByRole('dialog', { name: 'Import texts in French' })
  await dialog.locator('input[type=file]').setInputFiles({
    name: 'texts.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(back.join('\r\n')),
  })
  await dialog.getByText('One row cannot be taken over').first().waitFor()
  await dialog.getByRole('row', { name: /7 key question\/ghost\/text The survey has no such text/ }).waitFor()
  await dialog.getByText('5 texts would change').waitFor()
  await expectNoAxeViolations(page)
  await screenshot(page, 'builder-languages-import')
  expect((await lan.api.surveys.get({ id: draft.id })).title.fr).toBeUndefined()
  await dialog.getByRole('button', { name: 'Import the other 5 texts' }).click()
  await page.getByText('5 texts were imported').waitFor()
  await page.getByText('41 gaps').waitFor()
  await saved(page)
  expect((await lan.api.surveys.get({ id: draft.id })).title.fr).toBe('Texte 0')

  await page.getByRole('button', { name: 'More about French' }).click()
  await page.getByRole('menuitem', { name: 'Take it out of the survey' }).click()
  const asking = page.getByRole('dialog', { name: 'Take French out of the survey?' })
  await asking
    .getByText(/5 texts go with it\. Customers who read French are then asked in English\./)
    .waitFor()
  await expectNoAxeViolations(page)
  await asking.getByRole('button', { name: 'Take French out' }).click()
  await page.getByText('This survey speaks one language').waitFor()
  await page.getByText(/French is no longer part of the survey/).waitFor()
  await tab.close()
})

test('Arabic runs from right to left in the table, the editor and the letter to the customer', async () => {
  const draft = await newSurvey(['en', 'ar'])
  await save(draft, ...inArabic(draft))
  const tab = await open(`/builder/surveys/${draft.id}/languages?language=ar`)
  const { page } = tab
  const field = page.getByRole('textbox', { name: 'Question 5.1, Arabic' })
  await field.waitFor()
  expect(await field.evaluate(area => [area.getAttribute('dir'), getComputedStyle(area).direction])).toEqual([
    'rtl',
    'rtl',
  ])
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true)
  await expectNoAxeViolations(page)
  await screenshot(page, 'builder-languages-arabic')

  await page.goto(`/builder/surveys/${draft.id}?question=delivery_on-time&language=ar`)
  const inPlace = page.getByRole('textbox', { name: 'Question 5.1: Question' })
  await inPlace.waitFor()
  expect(await inPlace.evaluate(area => getComputedStyle(area).direction)).toBe('rtl')
  await expectNoAxeViolations(page)
  await screenshot(page, 'builder-editor-arabic')
  await tab.close()

  const wave = await inviteContacts(api, {
    languages: ['ar', 'en'],
    language: 'ar',
    operations: inArabic({ ...draft, definition: { ...draft.definition, languages: ['ar', 'en'] } }),
  })
  const letter = await visit(browser, { url: api.url, device: 'phone' })
  await letter.page.goto(`/r/${wave.contacts[0]?.token}`)
  expect(
    await letter.page.evaluate(() => [document.documentElement.lang, document.documentElement.dir]),
  ).toEqual(['ar', 'rtl'])
  expect(await letter.page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true)
  // At the end of the page nothing lies under the buttons that stay in view.
  await letter.page.evaluate(() => scrollTo(0, document.body.scrollHeight))
  await expectNoAxeViolations(letter.page)
  await screenshot(letter.page, 'portal-welcome-arabic')
  await letter.page
    .getByRole('button', { name: 'Start' })
    .or(letter.page.getByRole('link', { name: 'Start' }))
    .click()
  await letter.page.getByRole('radio').first().waitFor({ state: 'attached' })
  expect(await letter.page.evaluate(() => document.documentElement.dir)).toBe('rtl')
  expect(await letter.page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true)
  await expectNoAxeViolations(letter.page)
  await screenshot(letter.page, 'portal-question-arabic')
  await letter.close()
})

test('on a phone, in Vietnamese and in the dark each text stands under its source', async () => {
  const draft = await newSurvey()
  await save(draft, text('do-better', 'vi', ''))
  const tab = await open(`/builder/surveys/${draft.id}/languages`, {
    device: 'phone',
    language: 'vi',
    scheme: 'dark',
  })
  const { page } = tab
  await page.getByText('Còn thiếu 1').waitFor()
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true)
  await expectNoAxeViolations(page)
  await screenshot(page, 'builder-languages-phone-vi-dark')
  await tab.close()
})
