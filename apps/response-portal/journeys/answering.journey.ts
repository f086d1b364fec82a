import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals'
import type { SurveyOperation } from '@sixfold/domain/survey/operation'
import { expectNoAxeViolations } from '@sixfold/testkit/accessibility'
import type { Browser, BrowserContext, Page, View, Visit } from '@sixfold/testkit/browser'
import { expectValue, launchBrowser, screenshot, visit } from '@sixfold/testkit/browser'
import type { InvitedWave } from '@sixfold/testkit/invited'
import { inviteContacts } from '@sixfold/testkit/invited'
import type { TestApi } from '@sixfold/testkit/start-test-api'
import { startTestApi } from '@sixfold/testkit/start-test-api'

const operations: SurveyOperation[] = [{ op: 'set-required', question: 'delivery_on-time', required: true }]
const PAGES = 7
const words = {
  vi: { start: 'Bắt đầu', next: 'Tiếp tục', back: 'Phần trước', send: 'Gửi câu trả lời', saved: 'Đã lưu' },
  en: { start: 'Start', next: 'Continue', back: 'Previous part', send: 'Send my answers', saved: 'Saved' },
} as const
const says = {
  vi: {
    missing: 'Còn 1 câu cần anh/chị trả lời',
    first: 'Đến câu đầu tiên',
    thanks: /^Cảm ơn anh\/chị/,
    offline: /Lưu trên máy này/,
    about: 'Ai hỏi, và quyền của anh/chị',
    aboutTitle: 'Ai hỏi, và để làm gì',
    talk: 'Tôi muốn trao đổi trực tiếp với một người',
    phone: 'Số điện thoại',
    callMe: 'Xin gọi cho tôi',
    called: 'Chúng tôi sẽ gọi cho anh/chị',
    backToSurvey: 'Quay lại khảo sát',
  },
  en: {
    missing: 'One question still needs an answer',
    first: 'Go to the first one',
    thanks: /^Thank you/,
    offline: /Kept on this device/,
    about: 'Who asks, and your rights',
    aboutTitle: 'Who asks, and why',
    talk: 'I would rather talk to someone',
    phone: 'Telephone number',
    callMe: 'Please call me',
    called: 'We will call you',
    backToSurvey: 'Back to the survey',
  },
} as const
const ratings = {
  vi: ['Rất không hài lòng', 'Không hài lòng', 'Bình thường', 'Hài lòng', 'Rất hài lòng'],
  en: ['Very dissatisfied', 'Dissatisfied', 'Neutral', 'Satisfied', 'Very satisfied'],
} as const

jest.setTimeout(120_000)

let api: TestApi
let browser: Browser
let wave: InvitedWave
beforeAll(async () => {
  ;[api, browser] = await Promise.all([startTestApi({ clock: 'real' }), launchBrowser()])
  wave = await inviteContacts(api, { count: 10, operations, name: 'Trần Thị Hà' })
})
afterAll(async () => {
  await browser?.close()
  await api?.close()
})

function nextLink(): string {
  const contact = wave.contacts.shift()
  if (!contact) throw new Error('invite more people')
  return `/r/${contact.token}`
}

const keptAnswers = async (link: string) =>
  (await api.anonymous.responses.get({ token: link.slice(3) })).answers.length

/** Of what was sent last, both ways: time on the pages that were answered, and that two browsers were used. */
async function expectTrace(): Promise<void> {
  const [last] = await api.ctx.db.connection
    .collection<{ pages?: Record<string, number>; browsers?: string[] }>('responses')
    .find({ waveId: wave.waveId, state: 'submitted' })
    .sort({ submittedAt: -1 })
    .limit(1)
    .toArray()
  const { pages = {}, browsers } = last ?? {}
  expect(Object.keys(pages)).toEqual(expect.arrayContaining(['delivery', 'closing']))
  for (const seconds of Object.values(pages)) expect(seconds >= 1 && seconds < 120).toBe(true)
  expect(browsers).toHaveLength(2)
}

/** Chooses one point for the question of this place on the page, by its words as they are read out. */
async function rate(page: Page, place: number, words: string): Promise<void> {
  await page.getByRole('group').nth(place).getByRole('radio', { name: words, exact: true }).check()
}

/** Leaves a page of questions to ask for a call, and comes back to it: what was just chosen is still there. */
async function askForCall(
  page: Page,
  language: 'vi' | 'en',
  look: (name: string) => Promise<void>,
): Promise<void> {
  const { talk, phone, callMe, called, backToSurvey } = says[language]
  await page.getByRole('button', { name: talk }).click()
  await page.getByRole('textbox', { name: phone }).fill('12')
  await page.getByRole('button', { name: callMe }).click()
  await page.getByRole('textbox', { name: phone, exact: true }).and(page.locator('[aria-invalid]')).waitFor()
  await look('call')
  await page.getByRole('textbox', { name: phone }).fill('+84 28 3822 0000')
  await page.getByRole('button', { name: callMe }).click()
  await page.getByRole('heading', { name: called }).waitFor()
  await look('call-asked')
  await page.getByRole('link', { name: backToSurvey }).click()
  const chosen = page.getByRole('group').nth(1).getByRole('radio', { checked: true })
  expect(await chosen.getAttribute('value')).toBe('1')
}

/** A visit whose pages come without script. */
async function visitWithoutScript(view: View): Promise<{ page: Page; context: BrowserContext }> {
  const context = await browser.newContext({
    javaScriptEnabled: false,
    viewport: { width: 360, height: 740 },
    ...(view.url ? { baseURL: view.url } : {}),
  })
  context.setDefaultTimeout(10_000)
  return { context, page: await context.newPage() }
}

describe.each(['vi', 'en'] as const)('a customer on a phone, in %s', language => {
  const { start, next, send, saved } = words[language]
  const { missing, first, thanks } = says[language]
  const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true })

  test('answers page by page, closes the browser, goes on elsewhere, sends once, sees thanks', async () => {
    const link = nextLink()
    const scheme = language === 'vi' ? 'light' : 'dark'
    let visiting: Visit = await visit(browser, { device: 'phone', language, scheme, url: api.url })
    let { page } = visiting
    await page.goto(`${link}?language=${language}`)
    await page.getByText('Trần Thị Hà').waitFor()
    await expectNoAxeViolations(page)
    await screenshot(page, `portal-welcome-${language}`)
    await page.getByRole('link', { name: says[language].about }).click()
    await page.getByRole('heading', { name: says[language].aboutTitle }).waitFor()
    await expectNoAxeViolations(page)
    await screenshot(page, `portal-about-${language}`)
    await page.getByRole('link', { name: says[language].backToSurvey }).click()
    await button(page, start).click()

    await page.getByRole('heading', { level: 1 }).first().waitFor()
    await rate(page, 0, ratings[language][3])
    await rate(page, 1, ratings[language][1])
    await page.getByRole('status').getByText(saved).waitFor()
    await expectNoAxeViolations(page)
    await screenshot(page, `portal-question-${language}`)
    expect(await keptAnswers(link)).toBe(2)
    await rate(page, 1, ratings[language][0])
    await askForCall(page, language, async name => {
      await expectNoAxeViolations(page)
      await screenshot(page, `portal-${name}-${language}`)
    })
    visiting.expectFault(/422/)
    await rate(page, 1, ratings[language][1])
    await page.getByRole('status').getByText(saved).waitFor()
    await visiting.close()

    visiting = await visit(browser, { device: 'desktop', language, scheme, url: api.url })
    page = visiting.page
    await page.goto(`${link}?language=${language}`)
    await page
      .getByRole('group')
      .nth(1)
      .getByRole('radio', { name: ratings[language][1], exact: true })
      .waitFor()
    expect(
      await page
        .getByRole('group')
        .nth(1)
        .getByRole('radio', { name: ratings[language][1], exact: true })
        .isChecked(),
    ).toBe(true)
    for (let step = 1; step < PAGES; step += 1) await button(page, next).click()
    await page.getByRole('radio', { name: '9', exact: true }).check()
    await page.getByRole('textbox').fill('Kỹ thuật viên rất tận tâm <script>alert(1)</script>')
    await expectNoAxeViolations(page)
    await screenshot(page, `portal-closing-${language}`)

    await button(page, send).click()
    await page.getByRole('heading', { name: missing }).waitFor()
    await expectNoAxeViolations(page)
    await screenshot(page, `portal-review-${language}`)
    await page.getByRole('link', { name: first }).click()
    await rate(page, 0, ratings[language][4])
    await button(page, next).click()
    await button(page, next).click()
    await button(page, send).click()
    await page.getByRole('heading', { name: thanks }).waitFor()
    await expectNoAxeViolations(page)
    await screenshot(page, `portal-thanks-${language}`)

    await page.reload()
    await page.getByRole('heading', { name: thanks }).waitFor()
    expect(await page.content()).not.toContain('Trần Thị Hà')
    await expectTrace()
    await visiting.close()
  })

  test('does the same with script turned off', async () => {
    const link = nextLink()
    const first = await visitWithoutScript({ url: api.url })
    await first.page.goto(`${link}?language=${language}`)
    await button(first.page, start).click()
    await rate(first.page, 0, ratings[language][3])
    await rate(first.page, 1, ratings[language][0])
    await askForCall(first.page, language, async () => undefined)
    await rate(first.page, 1, ratings[language][1])
    await button(first.page, next).click()
    await first.page.getByText(saved).waitFor()
    expect(await keptAnswers(link)).toBe(2)
    await first.context.close()

    const { page, context } = await visitWithoutScript({ url: api.url })
    await page.goto(`${link}?language=${language}`)
    for (let step = 1; step < PAGES; step += 1) await button(page, next).click()
    await page.getByRole('radio', { name: '9', exact: true }).check()
    await page.getByRole('textbox').fill('Hai dòng\ný kiến')
    await button(page, send).click()
    await page.getByRole('heading', { name: missing }).waitFor()
    expect(await keptAnswers(link)).toBe(4)
    await page.getByRole('link', { name: says[language].first }).click()
    await rate(page, 0, ratings[language][4])
    await button(page, next).click()
    await button(page, next).click()
    await expectValue(page.getByRole('textbox'), 'Hai dòng\ný kiến')
    await button(page, send).click()
    await page.getByRole('heading', { name: thanks }).waitFor()
    await expectTrace()
    await context.close()
  })
})

test('without a line answers stay on the device, and leave in order when it returns', async () => {
  const link = nextLink()
  const { page, context, expectFault, close } = await visit(browser, { device: 'phone', url: api.url })
  await page.goto(`${link}?page=5&language=en`)
  await rate(page, 0, 'Neutral')
  await page.getByText('Saved', { exact: true }).waitFor()
  await context.setOffline(true)
  await rate(page, 0, 'Dissatisfied')
  await rate(page, 1, 'Satisfied')
  await page.getByText(says.en.offline).waitFor()
  expect(await keptAnswers(link)).toBe(1)
  await context.setOffline(false)
  await page.getByText('Saved', { exact: true }).waitFor()
  const { answers } = await api.anonymous.responses.get({ token: link.slice(3) })
  expect(answers.map(({ value }) => value)).toEqual([2, 4])
  expectFault(/ERR_INTERNET_DISCONNECTED/)
  await close()
})

test('what is chosen before the script arrives stays, and is kept once it has', async () => {
  const link = nextLink()
  const { page, close } = await visit(browser, { device: 'phone', url: api.url })
  let arrive = () => undefined as unknown
  const arrived = new Promise<void>(resolve => {
    arrive = resolve
  })
  await page.route('**/entry-survey-*.js', async route => {
    await arrived
    await route.continue()
  })
  await page.goto(`${link}?page=5&language=en`, { waitUntil: 'commit' })
  await rate(page, 0, 'Satisfied')
  arrive()
  await page.getByText('Saved', { exact: true }).waitFor()
  const { answers } = await api.anonymous.responses.get({ token: link.slice(3) })
  expect(answers.map(({ value }) => value)).toEqual([4])
  await close()
})

test('answers that wait on the device outlive the page, and are sent for good once there is a line', async () => {
  const link = nextLink()
  const { page, context, expectFault, close } = await visit(browser, { device: 'phone', url: api.url })
  await page.goto(`${link}?page=5&language=en`)
  await rate(page, 0, 'Very satisfied')
  await page.getByText('Saved', { exact: true }).waitFor()
  await context.route('**/api/**', route => route.abort())
  await rate(page, 1, 'Satisfied')
  await page.getByText(says.en.offline).waitFor()
  await page.getByRole('button', { name: 'Continue' }).click()
  await page.getByRole('button', { name: 'Continue' }).click()
  await page.getByRole('button', { name: 'Send my answers' }).click()
  await page.getByRole('heading', { name: 'Your answers are kept on this device' }).waitFor()
  await expectNoAxeViolations(page)
  expectFault(/ERR_FAILED/)
  await context.unroute('**/api/**')
  await page.goto(link)
  await page
    .getByRole('heading', { name: says.en.thanks })
    .or(page.getByRole('heading', { name: says.vi.thanks }))
    .waitFor()
  await close()
  expect(await api.anonymous.responses.get({ token: link.slice(3) })).toMatchObject({ state: 'finished' })
})

test('the language changes in place, and nothing that was typed is lost', async () => {
  const link = nextLink()
  const { page, close } = await visit(browser, { device: 'phone', language: 'vi', url: api.url })
  await page.goto(`${link}?page=7`)
  await page.getByRole('textbox').fill('Chưa gửi')
  await page.getByRole('button', { name: 'English' }).click()
  await page.getByRole('heading', { name: 'To finish' }).waitFor()
  await expectValue(page.getByRole('textbox'), 'Chưa gửi')
  expect(await page.locator('html').getAttribute('lang')).toBe('en')
  await close()

  const plain = await visitWithoutScript({ url: api.url })
  const other = nextLink()
  await plain.page.goto(`${other}?page=7`)
  await plain.page.getByRole('textbox').fill('Chưa gửi')
  await plain.page.getByRole('button', { name: 'English' }).click()
  await plain.page.getByRole('heading', { name: 'To finish' }).waitFor()
  expect(await plain.page.getByRole('textbox').inputValue()).toBe('Chưa gửi')
  await plain.context.close()
})
