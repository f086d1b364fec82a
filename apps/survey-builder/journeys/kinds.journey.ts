import { afterAll, beforeAll, expect, jest, test } from '@jest/globals'
import type { Question, QuestionKind } from '@sixfold/domain/survey/question'
import { QUESTION_KINDS } from '@sixfold/domain/survey/question'
import { expectNoAxeViolations } from '@sixfold/testkit/accessibility'
import type { Browser, Page, Visit } from '@sixfold/testkit/browser'
import { launchBrowser, screenshot, visit } from '@sixfold/testkit/browser'
import { eventually } from '@sixfold/testkit/eventually'
import type { Colleague } from '@sixfold/testkit/people'
import { bringSession, colleague } from '@sixfold/testkit/people'
import { samplePng } from '@sixfold/testkit/sample-files'
import type { TestApi } from '@sixfold/testkit/start-test-api'
import { startTestApi } from '@sixfold/testkit/start-test-api'
import { kindNames } from '../src/words/kinds.ts'
import { saved } from './saved.ts'

jest.setTimeout(180_000)

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

async function open(path: string, view = {}): Promise<Visit> {
  const tab = await visit(browser, { url: api.url, ...view })
  await bringSession(tab.context, api.url, lan)
  await tab.page.goto(path)
  return tab
}

const newSurvey = () =>
  lan.api.surveys.create({
    factorModel: 'ibm-six',
    quarter: { year: 2031, quarter: 1 },
    languages: ['en', 'vi'],
  })
const closingOf = async (id: string) =>
  (await lan.api.surveys.get({ id })).definition.pages.find(page => page.id === 'closing')?.questions ?? []

const details = (page: Page) => page.getByRole('complementary', { name: 'Details' })
const text = (page: Page, name: string) => page.getByRole('textbox', { name, exact: true })

/** Waits until a field says this: what was pasted is drawn a moment after it is known. */
async function expectValue(field: ReturnType<typeof text>, value: string) {
  await eventually(
    () => field.inputValue(),
    shown => shown === value,
  )
}

/** Writes the question in both languages; the Vietnamese one is written where it stands beside the English. */
async function word(page: Page, en: string, vi: string) {
  const group = details(page).getByRole('group', { name: 'Question', exact: true })
  await group.getByRole('textbox', { name: 'English' }).fill(en)
  await group.getByRole('textbox', { name: 'Tiếng Việt' }).fill(vi)
}

/** Pastes a list, one entry a line, both languages at once; options that are empty so far take the first ones. */
async function paste(page: Page, lines: string) {
  await page.getByRole('button', { name: 'Paste a list' }).click()
  const dialog = page.getByRole('dialog', { name: 'Paste a list' })
  await dialog.getByRole('textbox', { name: 'One entry a line' }).fill(lines)
  await dialog.getByRole('button', { name: /^Add \d/ }).click()
}

async function fillBoth(page: Page, group: string, en: string, vi: string) {
  const place = details(page).getByRole('group', { name: group, exact: true })
  await place.getByRole('textbox', { name: 'English' }).fill(en)
  await place.getByRole('textbox', { name: 'Tiếng Việt' }).fill(vi)
}

async function choose(page: Page, label: string, option: string | RegExp) {
  await details(page).getByRole('combobox', { name: label }).click()
  await page.getByRole('option', { name: option }).first().click()
}

const flip = (page: Page, label: string) => details(page).getByRole('switch', { name: label }).click()
const options = 'Price\tGiá cả\nSpeed\tTốc độ\nQuality\tChất lượng\n'
const parts = [
  { text: { en: 'Price', vi: 'Giá cả' } },
  { text: { en: 'Speed', vi: 'Tốc độ' } },
  { text: { en: 'Quality', vi: 'Chất lượng' } },
]

interface Design {
  set: (page: Page) => Promise<void>
  /** What the saved question says, beside its texts. */
  says: Record<string, unknown>
}

/** What is set of each kind in the inspector and the canvas. */
const designs: Record<QuestionKind, Design> = {
  satisfaction: { set: page => flip(page, 'Offer “Not applicable”'), says: { offerNotApplicable: false } },
  agreement: { set: page => flip(page, 'An answer is required'), says: { required: true } },
  rating: {
    async set(page) {
      await choose(page, 'Points', '5')
      await details(page).getByText('0', { exact: true }).click()
      await fillBoth(page, 'Name of the middle', 'Fair', 'Tạm được')
      await text(page, 'Question 7.5: Name of the low end').fill('Poor')
    },
    says: { points: 5, first: 0, middle: { en: 'Fair', vi: 'Tạm được' }, low: { en: 'Poor', vi: 'Rất kém' } },
  },
  grid: {
    async set(page) {
      await paste(page, 'On time\tĐúng hạn\nComplete\tĐầy đủ\nUndamaged\tNguyên vẹn')
      await flip(page, 'Ask for importance, too')
      await choose(page, 'On time', 'Delivery: on time')
    },
    says: {
      importance: true,
      rows: [
        { text: { en: 'On time', vi: 'Đúng hạn' }, measures: { factor: 'delivery', attribute: 'on-time' } },
        { text: { en: 'Complete', vi: 'Đầy đủ' } },
        { text: { en: 'Undamaged', vi: 'Nguyên vẹn' } },
      ],
    },
  },
  nps: { set: async () => undefined, says: {} },
  csat: { set: async () => undefined, says: { offerNotApplicable: true } },
  ces: {
    set: page => details(page).getByRole('radio', { name: 'Share of 5 to 7, of seven points' }).check(),
    says: { variant: 'topThreeOf7' },
  },
  choice: {
    async set(page) {
      await paste(page, options)
      await choose(page, 'Order of the options', 'Shuffled, the last one stays last')
      await page.getByRole('button', { name: 'Add “Other”' }).click()
    },
    says: { options: parts, order: 'random-last-fixed', other: { en: 'Other', vi: 'Khác' } },
  },
  choices: {
    async set(page) {
      await paste(page, options)
      await text(page, 'At least').fill('1')
      await text(page, 'At most').fill('2')
      await flip(page, 'Offer “None of these”')
      await details(page).getByRole('checkbox', { name: 'Quality' }).check()
    },
    says: {
      options: [parts[0], parts[1], { ...parts[2], exclusive: true }],
      atLeast: 1,
      atMost: 2,
      none: { en: 'None of these', vi: 'Không mục nào ở trên' },
    },
  },
  dropdown: { set: page => paste(page, options), says: { options: parts } },
  ranking: {
    async set(page) {
      await paste(page, options)
      await text(page, 'Rank only the first').fill('2')
    },
    says: { options: parts, top: 2 },
  },
  picture: {
    async set(page) {
      await paste(page, 'Blue\tXanh\nRed\tĐỏ')
      await flip(page, 'Several pictures may be chosen')
      for (const [at, name] of ['Blue', 'Red'].entries()) {
        const chooser = page.waitForEvent('filechooser')
        await details(page)
          .getByRole('button', { name: `Picture of ${name}: Choose a picture` })
          .click()
        const buffer = Buffer.from(samplePng(200 * at, 40, 200 * (1 - at)))
        await (await chooser).setFiles({ name: `${name}.png`, mimeType: 'image/png', buffer })
        await details(page)
          .getByRole('button', { name: `Picture of ${name}: Another picture` })
          .waitFor()
      }
    },
    says: {
      several: true,
      options: [
        { text: { en: 'Blue', vi: 'Xanh' }, picture: expect.stringMatching(/./) },
        { text: { en: 'Red', vi: 'Đỏ' }, picture: expect.stringMatching(/./) },
      ],
    },
  },
  slider: {
    async set(page) {
      await text(page, 'Lowest value').fill('-10')
      await text(page, 'Highest value').fill('10')
      await text(page, 'Step').fill('0.5')
      await fillBoth(page, 'Name of the high end', 'Warm', 'Nóng')
    },
    says: { min: -10, max: 10, step: 0.5, high: { en: 'Warm', vi: 'Nóng' } },
  },
  sum: {
    async set(page) {
      await paste(page, options)
      await text(page, 'Points to share out').fill('10')
    },
    says: { options: parts, total: 10 },
  },
  text: {
    async set(page) {
      await details(page).getByText('One line', { exact: true }).click()
      await text(page, 'Most characters').fill('200')
    },
    says: { long: false, maxLength: 200 },
  },
  number: {
    async set(page) {
      await text(page, 'Lowest value').fill('0')
      await text(page, 'Digits after the point').fill('2')
      await fillBoth(page, 'Unit', 'tonnes', 'tấn')
    },
    says: { min: 0, decimals: 2, unit: { en: 'tonnes', vi: 'tấn' } },
  },
  date: {
    async set(page) {
      await details(page).getByLabel('Not before').fill('2031-01-01')
      await details(page).getByLabel('Not after').fill('2031-03-31')
    },
    says: { earliest: '2031-01-01', latest: '2031-03-31' },
  },
  'yes-no': { set: page => flip(page, 'Offer “Not applicable”'), says: { offerNotApplicable: true } },
  consent: { set: async () => undefined, says: { required: false } },
  'contact-details': {
    async set(page) {
      await details(page).getByRole('checkbox', { name: 'Telephone' }).check()
      await fillBoth(page, 'Telephone: what it is used for', 'To call you back.', 'Để gọi lại cho anh/chị.')
    },
    says: {
      fields: [
        { id: 'name' },
        { id: 'email' },
        { id: 'phone', text: { en: 'To call you back.', vi: 'Để gọi lại cho anh/chị.' } },
      ],
    },
  },
  upload: {
    async set(page) {
      await details(page).getByRole('checkbox', { name: 'Spreadsheets' }).check()
      await text(page, 'Most files').fill('1')
      await text(page, 'Most megabytes a file').fill('5')
    },
    says: { accept: ['image', 'pdf', 'spreadsheet'], maxFiles: 1, maxMegabytes: 5 },
  },
  statement: { set: async () => undefined, says: { required: false } },
}

test('every kind is added by the palette, set, saved, and there after a reload', async () => {
  const draft = await newSurvey()
  const tab = await open(`/builder/surveys/${draft.id}?page=closing&language=en`)
  const { page } = tab
  await page.getByRole('button', { name: 'Add question' }).waitFor()
  for (const [at, kind] of QUESTION_KINDS.entries()) {
    const name = kindNames('en')(kind)
    await page.keyboard.press('Alt+n')
    const palette = page.getByRole('dialog', { name: 'Add a question' })
    await palette.getByRole('combobox', { name: 'Find a kind of question' }).fill(name)
    await palette.getByRole('option', { name }).first().waitFor()
    if (at === 0) await expectNoAxeViolations(page)
    await page.keyboard.press('Enter')
    // The keyboard goes on in the text of the new question, which stands after the one before.
    const number = `7.${at + 3}`
    const field = text(page, `Question ${number}: Question`)
    await field.waitFor()
    await expect(field.evaluate(element => element === document.activeElement)).resolves.toBe(true)
    await word(page, `${name}: which?`, `${kindNames('vi')(kind)}: điều nào?`)
    await designs[kind].set(page)
  }
  await expectNoAxeViolations(page)
  await saved(page)
  await page.reload()
  await text(page, 'Question 7.24: Question').waitFor()
  expect(await text(page, 'Question 7.5: Name of the low end').inputValue()).toBe('Poor')

  const questions = (await closingOf(draft.id)).slice(2)
  expect(questions.map(({ kind }) => kind)).toEqual(QUESTION_KINDS)
  for (const question of questions)
    expect({ kind: question.kind, ...pick(question, designs[question.kind].says) }).toMatchObject({
      kind: question.kind,
      ...designs[question.kind].says,
    })
  await screenshot(page, 'builder-kinds')

  // Nothing of it stands against publishing.
  const { id, revision } = await lan.api.surveys.get({ id: draft.id })
  expect(await lan.api.surveys.publish({ id, revision })).toMatchObject({ number: 1 })
  await tab.close()
})

test('a question becomes another kind; what is lost is said before, and comes back', async () => {
  const draft = await newSurvey()
  const tab = await open(`/builder/surveys/${draft.id}?page=closing&language=en`)
  const { page } = tab
  await page.getByRole('button', { name: 'Add question' }).click()
  await page.getByRole('option', { name: 'Single choice' }).click()
  await word(page, 'Which?', 'Điều nào?')

  // A list that is pasted into an option becomes several; what is there already is left out, and named.
  await text(page, 'Question 7.3: Option 1').focus()
  await page.evaluate(() => {
    const data = new DataTransfer()
    data.setData('text/plain', '• Price\n• Speed\n\n• price\n')
    document.activeElement?.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
    )
  })
  await page.getByText('2 entries added. 2 lines left out: 1 blank, 1 not usable: “price”').waitFor()
  await expectValue(text(page, 'Question 7.3: Option 2'), 'Speed')

  await details(page).getByRole('button', { name: 'Change kind' }).click()
  const dialog = page.getByRole('dialog', { name: 'Change the kind of question' })
  await dialog.getByRole('option', { name: 'Free text' }).click()
  await dialog.getByText('The list of options').waitFor()
  await expectNoAxeViolations(page)
  await dialog.getByRole('button', { name: 'Change to “Free text”' }).click()
  await text(page, 'Question 7.3: Option 1').waitFor({ state: 'detached' })
  expect(await text(page, 'Question 7.3: Question').inputValue()).toBe('Which?')
  await page.keyboard.press('Control+z')
  await text(page, 'Question 7.3: Option 2').waitFor()

  // A kind that has a place for everything loses nothing, and does not ask.
  await details(page).getByRole('button', { name: 'Change kind' }).click()
  await dialog.getByRole('option', { name: 'Ranking' }).click()
  await text(page, 'Question 7.3: Item 2').waitFor()
  await saved(page)
  expect((await closingOf(draft.id))[2]).toMatchObject({
    kind: 'ranking',
    options: [{ text: { en: 'Price' } }, { text: { en: 'Speed' } }, { text: {} }],
  })
  await tab.close()
})

test('a question is kept in the library, found, used again, renamed and removed', async () => {
  const draft = await newSurvey()
  const tab = await open(`/builder/surveys/${draft.id}?question=do-better&language=en`)
  const { page } = tab
  await page.getByRole('button', { name: 'Question 7.2: More' }).click()
  await page.getByRole('menuitem', { name: 'Save to the library' }).click()
  const naming = page.getByRole('dialog', { name: 'Save to the library' })
  await naming.getByRole('textbox', { name: 'Name' }).fill('Improvement')
  await expectNoAxeViolations(page)
  await naming.getByRole('button', { name: 'Save to the library' }).click()
  await page.getByText('“Improvement” is in the library').waitFor()

  // In another survey, in the languages that it has.
  const other = await lan.api.surveys.create({
    factorModel: 'ibm-six',
    quarter: { year: 2031, quarter: 2 },
    languages: ['vi'],
  })
  await page.goto(`/builder/surveys/${other.id}?page=delivery`)
  await page.getByRole('button', { name: 'Add question' }).click()
  const palette = page.getByRole('dialog', { name: 'Add a question' })
  await palette.getByRole('tab', { name: 'Question library' }).click()
  await palette.getByRole('combobox', { name: 'Find by name or text' }).fill('lam gi tot hon')
  await palette.getByRole('option').nth(1).waitFor({ state: 'detached' })
  await expectNoAxeViolations(page)
  await screenshot(page, 'builder-library')
  await palette.getByRole('button', { name: 'Add to the survey' }).click()
  await text(page, 'Question 5.5: Question').waitFor()
  await saved(page)
  const [entry] = (await lan.api.questionLibrary.list({ search: 'improvement' })).items
  const added = (await lan.api.surveys.get({ id: other.id })).definition.pages[4]?.questions.at(-1)
  expect(added).toMatchObject({
    kind: 'text',
    text: { vi: 'Chúng tôi nên làm gì tốt hơn?' },
    libraryEntry: entry?.id,
  })

  await page.keyboard.press('Alt+n')
  await palette.getByRole('tab', { name: 'Question library' }).click()
  await palette.getByText('Used once in this survey').waitFor()
  await palette.getByRole('button', { name: 'Rename' }).click()
  const renaming = page.getByRole('dialog', { name: 'Rename “Improvement”' })
  await renaming.getByRole('textbox', { name: 'Name' }).fill('What to improve')
  await renaming.getByRole('button', { name: 'Rename' }).click()
  await palette.getByRole('heading', { name: 'What to improve' }).waitFor()
  await palette.getByRole('button', { name: 'Remove from the library' }).click()
  const removing = page.getByRole('dialog', { name: 'Remove “What to improve” from the library?' })
  await removing.getByRole('button', { name: 'Remove', exact: true }).click()
  await page.getByText('“What to improve” removed from the library').waitFor()
  expect((await lan.api.questionLibrary.list({ search: 'improve' })).items).toEqual([])
  expect(await text(page, 'Question 5.5: Question').count()).toBe(1)
  await tab.close()
})

function pick(question: Question, of: Record<string, unknown>) {
  const values = question as unknown as Record<string, unknown>
  return Object.fromEntries(Object.keys(of).map(key => [key, values[key]]))
}
