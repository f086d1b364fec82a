import { blankQuestion } from '@sixfold/domain/survey/blank-question'
import type { Question } from '@sixfold/domain/survey/question'
import { QUESTION_KINDS } from '@sixfold/domain/survey/question'
import { launchBrowser } from '@sixfold/testkit/browser'
import { colleague } from '@sixfold/testkit/people'
import { startTestApi } from '@sixfold/testkit/start-test-api'
import { inEditor, openAfter, surveyOf, typingTimes } from '../editor-visit.ts'
import type { Figure, Row } from '../row.ts'
import { milliseconds, percentile } from '../row.ts'

const SENTENCE = 'How satisfied are you with the way we deliver on the day that we agreed with you? '
/** Milliseconds between two keys of somebody who types fast: about 200 words a minute. */
const BETWEEN_KEYS = 60
const OPENINGS = 5

/** The survey editor in Chromium: how soon a long survey can be worked on, and how soon a typed letter stands there. */
export const builder: Row = {
  name: 'builder',
  async run(say) {
    const [api, browser] = await Promise.all([startTestApi({ clock: 'real' }), launchBrowser()])
    try {
      const person = await colleague(api, 'marketing')
      const figures: Figure[] = []
      for (const { questions, perPage, name } of [
        { questions: 100, perPage: 10, name: '100 questions on 10 pages' },
        { questions: 100, perPage: 100, name: '100 questions on one page' },
        { questions: 200, perPage: 20, name: '200 questions on 10 pages' },
        { questions: 200, perPage: 200, name: '200 questions on one page' },
      ]) {
        const id = await surveyOf(person, questionsOf(questions), perPage)
        const path = `/builder/surveys/${id}?question=q${perPage - 1}&language=en`
        const openings: number[] = []
        const typing: number[] = []
        for (let run = 0; run < OPENINGS; run += 1)
          await inEditor(browser, { url: api.url, person, path }, async page => {
            openings.push(await openAfter(page))
            if (run > 0) return
            await page
              .locator(`#field-canvas-q${perPage - 1} textarea`)
              .first()
              .focus()
            await page.keyboard.press('End')
            typing.push(...(await typingTimes(page, SENTENCE, BETWEEN_KEYS)))
          })
        say(`${name}: opens in ${milliseconds(percentile(openings, 0.5))}`)
        figures.push(
          {
            row: 'builder',
            figure: `${name}: open, median of ${OPENINGS}`,
            value: milliseconds(percentile(openings, 0.5)),
            ...(questions === 100 ? { target: 'under 1000 ms' } : {}),
          },
          {
            row: 'builder',
            figure: `${name}: key to paint (p50, p95, worst)`,
            value: [0.5, 0.95, 1].map(share => milliseconds(percentile(typing, share))).join(', '),
            ...(questions === 200 ? { target: 'under 50 ms' } : {}),
          },
        )
      }
      return figures
    } finally {
      await browser.close()
      await api.close()
    }
  },
}

/** One kind after the other, each as it begins. */
function questionsOf(count: number): Question[] {
  return Array.from({ length: count }, (_, at) =>
    blankQuestion(QUESTION_KINDS[at % QUESTION_KINDS.length] ?? 'text', {
      id: `q${at}`,
      languages: ['en', 'vi'],
    }),
  )
}
