import type { SurveyOperation } from '@sixfold/domain/survey/operation'
import type { Question } from '@sixfold/domain/survey/question'
import type { Browser, Page } from '@sixfold/testkit/browser'
import { visit } from '@sixfold/testkit/browser'
import type { Colleague } from '@sixfold/testkit/people'
import { bringSession } from '@sixfold/testkit/people'

/** A survey of so many questions; returns its id. */
export async function surveyOf(
  person: Colleague,
  questions: readonly Question[],
  perPage: number,
): Promise<string> {
  const draft = await person.api.surveys.create({
    factorModel: 'ibm-six',
    quarter: { year: 2031, quarter: 1 },
    languages: ['en', 'vi'],
  })
  const operations: SurveyOperation[] = draft.definition.pages.map(({ id: page }) => ({
    op: 'remove-page',
    page,
  }))
  for (let at = 0; at < questions.length; at += perPage)
    operations.push({
      op: 'add-page',
      index: at,
      page: {
        id: `page-${at}`,
        title: { en: `Page ${at}`, vi: `Trang ${at}` },
        questions: questions.slice(at, at + perPage),
      },
    })
  await person.api.surveys.save({ id: draft.id, revision: draft.revision, operations })
  return draft.id
}

/** Opens the editor as `person` and hands its page to `work`. */
export async function inEditor<T>(
  browser: Browser,
  { url, person, path }: { url: string; person: Colleague; path: string },
  work: (page: Page) => Promise<T>,
): Promise<T> {
  const tab = await visit(browser, { url })
  try {
    await bringSession(tab.context, url, person)
    await tab.context.addInitScript(noteWhenOpen)
    // Once before, so that the files are in the browser's cache as for somebody who works here.
    await tab.page.goto(path)
    await openAfter(tab.page)
    await tab.page.goto('about:blank')
    await tab.page.goto(path)
    return await work(tab.page)
  } finally {
    await tab.context.close()
  }
}

interface Notes {
  openAt?: number
  keys?: number[]
}

/** Runs in the page: notes when the first question of the canvas was painted. */
function noteWhenOpen(): void {
  const notes = globalThis as unknown as Notes
  const look = () => {
    if (notes.openAt !== undefined) return
    if (!document.querySelector('li[id^="field-canvas-"] textarea')) return void requestAnimationFrame(look)
    const { port1, port2 } = new MessageChannel()
    port1.onmessage = () => {
      notes.openAt = performance.now()
    }
    requestAnimationFrame(() => port2.postMessage(null))
  }
  requestAnimationFrame(look)
}

/** Milliseconds from the request of the page to its first painted question. */
export async function openAfter(page: Page): Promise<number> {
  await page.waitForFunction(() => (globalThis as unknown as Notes).openAt !== undefined)
  return page.evaluate(() => (globalThis as unknown as Notes).openAt ?? Number.NaN)
}

/** Types into the field that is focused; milliseconds from each key to the next paint. */
export async function typingTimes(page: Page, text: string, delay: number): Promise<number[]> {
  await page.evaluate(() => {
    const keys: number[] = []
    ;(globalThis as unknown as Notes).keys = keys
    addEventListener(
      'keydown',
      event => {
        const { port1, port2 } = new MessageChannel()
        port1.onmessage = () => keys.push(performance.now() - event.timeStamp)
        requestAnimationFrame(() => port2.postMessage(null))
      },
      { capture: true },
    )
  })
  await page.keyboard.type(text, { delay })
  await page.waitForFunction(
    count => ((globalThis as unknown as Notes).keys?.length ?? 0) >= count,
    text.length,
  )
  return page.evaluate(() => (globalThis as unknown as Notes).keys ?? [])
}
