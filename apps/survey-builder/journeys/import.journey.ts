import { readFile } from 'node:fs/promises'
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals'
import type { SurveyFile } from '@sixfold/contract/survey-imports'
import { questionsOf } from '@sixfold/domain/survey/definition'
import { expectNoAxeViolations } from '@sixfold/testkit/accessibility'
import type { Browser, Page, View, Visit } from '@sixfold/testkit/browser'
import { launchBrowser, screenshot, visit } from '@sixfold/testkit/browser'
import type { Colleague } from '@sixfold/testkit/people'
import { bringSession, colleague } from '@sixfold/testkit/people'
import type { TestApi } from '@sixfold/testkit/start-test-api'
import { startTestApi } from '@sixfold/testkit/start-test-api'

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

async function open(person: Colleague, path: string, view: View = {}): Promise<Visit & { page: Page }> {
  const tab = await visit(browser, { url: api.url, ...view })
  await bringSession(tab.context, api.url, person)
  await tab.page.goto(path)
  return tab
}

const said = (en: string, vi: string) => ({ default: en, vi })
const surveyJs = {
  title: said('After the delivery', 'Sau khi giao hàng'),
  description: said('It takes three minutes.', 'Mất khoảng ba phút.'),
  completedHtml: '<h3>Thank you</h3>',
  showProgressBar: 'top',
  pages: [
    {
      name: 'delivery',
      title: said('The delivery', 'Việc giao hàng'),
      elements: [
        {
          type: 'matrix',
          name: 'satisfaction',
          title: said('How satisfied were you?', 'Anh/chị hài lòng đến mức nào?'),
          columns: ['Very dissatisfied', 'Dissatisfied', 'Neither', 'Satisfied', 'Very satisfied'].map(
            (text, at) => ({
              value: at + 1,
              text,
            }),
          ),
          rows: [
            { value: 'time', text: said('On the agreed day', 'Đúng ngày đã hẹn') },
            { value: 'whole', text: said('Complete', 'Đầy đủ') },
          ],
        },
        {
          type: 'radiogroup',
          name: 'Way',
          title: said('How did it come?', 'Hàng đến bằng cách nào?'),
          choices: [
            { value: 'truck', text: said('By truck', 'Xe tải') },
            { value: 'train', text: said('By train', 'Tàu hỏa') },
          ],
          hasOther: true,
        },
        {
          type: 'comment',
          name: 'Why train',
          title: said('Why by train?', 'Vì sao đi tàu?'),
          visibleIf: "{Way} = 'train'",
        },
      ],
    },
    {
      name: 'rest',
      elements: [
        { type: 'rating', name: 'recommend', rateMin: 0, rateMax: 10, visibleIf: 'age({born}) > 18' },
        { type: 'text', name: 'phone', inputType: 'tel', defaultValue: '+84' },
        { type: 'signaturepad', name: 'sign' },
        {
          type: 'html',
          name: 'note',
          html: '<p>See <a href="https://example.com/terms">the terms</a>.</p><script>x()</script>',
        },
      ],
    },
  ],
  triggers: [{ type: 'setvalue', expression: '{recommend} > 8', setToName: 'phone' }],
}
const payload = (content: string, name: string) => ({
  name,
  mimeType: 'application/octet-stream',
  buffer: Buffer.from(content),
})

test('a file of another tool: what it becomes, then the survey in the editor', async () => {
  const tab = await open(lan, '/builder/surveys')
  const { page } = tab
  await page.getByRole('link', { name: 'Import', exact: true }).first().click()
  await page.getByRole('heading', { name: 'Import a survey' }).waitFor()
  await expectNoAxeViolations(page)
  await screenshot(page, 'import-empty')

  const input = page.locator('input[type=file]')
  await input.setInputFiles(payload('{"pages": [', 'broken.json'))
  await page.getByText('The file is not whole: it cannot be read as JSON. Line 1, column 12.').waitFor()
  tab.expectFault(/422/)
  await expectNoAxeViolations(page)
  await screenshot(page, 'import-refused')

  await input.setInputFiles(payload(JSON.stringify(surveyJs), 'delivery.json'))
  await page.getByRole('heading', { name: 'What becomes of it' }).waitFor()
  expect((await lan.api.surveys.list()).items).toHaveLength(0)
  const report = page.getByRole('table', { name: 'What becomes of it' })
  await report.getByText('A condition that cannot be said here; without it, always shown').waitFor()
  await report.getByText('age({born}) > 18').waitFor()
  await expectNoAxeViolations(page)
  await screenshot(page, 'import-report')

  await page.getByText('Changed', { exact: true }).last().click()
  await report.getByText('Its labels gave way to the standard scale').waitFor()
  await page.getByRole('combobox', { name: 'Page' }).click()
  await page.getByRole('option', { name: 'Page 2' }).click()
  await report.getByText('Became another kind of question').waitFor()
  expect(await report.getByText('Its labels gave way to the standard scale').count()).toBe(0)

  await page.getByText('2 pages, 6 questions, in English, Vietnamese').waitFor()
  await page.getByRole('button', { name: 'Make the survey' }).click()
  await page.waitForURL(/\/builder\/surveys\/(?!import)[^/]+$/)
  await page.getByText('2 pages, 6 questions').waitFor()
  const [survey] = (await lan.api.surveys.list()).items
  const { definition } = await lan.api.surveys.get({ id: survey?.id ?? '' })
  expect(questionsOf(definition).map(({ kind }) => kind)).toEqual([
    'grid',
    'choice',
    'text',
    'rating',
    'text',
    'statement',
  ])
  await tab.close()
})

test('a survey goes out as a file and comes in again as it was', async () => {
  const made = await lan.api.surveys.create({
    factorModel: 'ibm-six',
    quarter: { year: 2031, quarter: 1 },
    languages: ['en', 'vi'],
  })
  const tab = await open(lan, '/builder/surveys')
  const { page } = tab
  const link = page.getByRole('link', { name: 'Download: Quarterly survey, quarter 1 of 2031' })
  await link.waitFor()
  await expectNoAxeViolations(page)
  await screenshot(page, 'import-surveys')
  const coming = page.waitForEvent('download')
  await link.click()
  const download = await coming
  expect(download.suggestedFilename()).toBe('Quarterly survey quarter 1 of 2031.json')
  const content = await readFile(await download.path(), 'utf8')
  expect((JSON.parse(content) as SurveyFile).definition).toEqual(made.definition)

  await page.goto('/builder/surveys/import')
  await page.locator('input[type=file]').setInputFiles(payload(content, 'mine.json'))
  await page.getByText('Everything is taken over; nothing is lost.').waitFor()
  await expectNoAxeViolations(page)
  await page.getByRole('button', { name: 'Make the survey' }).click()
  await page.waitForURL(/\/builder\/surveys\/(?!import)[^/]+$/)
  const id = page.url().split('/').at(-1) ?? ''
  expect((await lan.api.surveys.get({ id })).definition).toEqual(made.definition)
  await tab.close()
})

test.each([
  ['phone', 'light', 'en'],
  ['desktop', 'dark', 'vi'],
  ['phone', 'dark', 'vi'],
] as const)('the report on a %s, %s, %s', async (device, scheme, language) => {
  const tab = await open(language === 'vi' ? long : lan, '/builder/surveys/import', {
    device,
    scheme,
    language,
  })
  const { page } = tab
  await page.locator('input[type=file]').setInputFiles(payload(JSON.stringify(surveyJs), 'delivery.json'))
  await page
    .getByRole('heading', { name: language === 'vi' ? 'Kết quả chuyển đổi' : 'What becomes of it' })
    .waitFor()
  await expectNoAxeViolations(page)
  await screenshot(page, `import-report-${device}-${scheme}-${language}`)
  await tab.close()
})
