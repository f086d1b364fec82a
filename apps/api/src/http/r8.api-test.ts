import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals'
import { drawSvg } from '@sixfold/charts/draw-svg'
import { factorRadar } from '@sixfold/charts/radar'
import { hostileTexts, markupOf } from '@sixfold/testkit/hostile-texts'
import { ownPageOf } from '@sixfold/testkit/own-page'
import type { Colleague } from '@sixfold/testkit/people'
import { colleague } from '@sixfold/testkit/people'
import type { TestApi } from '@sixfold/testkit/start-test-api'
import { startTestApi } from '@sixfold/testkit/start-test-api'
import { composeMail } from '../mails/compose.ts'
import { toPdf } from '../pdf/to-pdf.ts'
import type { Report } from '../report-files/report.ts'
import { onPaper } from '../report-files/report.ts'
import { toHtml } from '../report-files/to-html.ts'
import { attachment } from './attachment.ts'

jest.setTimeout(60_000)

const PLAIN = 'Delivery'

/** A text as a title, a fact, a cell, a quote and the label of a chart. */
function reportWith(text: string): Report {
  return {
    title: text,
    facts: [{ label: text, value: text }],
    parts: [
      { kind: 'heading', text },
      { kind: 'paragraph', text },
      { kind: 'sentence', strong: text, rest: text },
      { kind: 'marked', mark: text, text },
      { kind: 'quote', text, about: text },
      { kind: 'table', columns: [text, text], rows: [[text, text]] },
      { kind: 'chart', label: text, model: chartWith(text) },
    ],
  }
}
const chartWith = (text: string) =>
  factorRadar({ factors: ['A', 'B', text].map(name => ({ name, us: 70, them: 40 })), them: text }, 'en')
const pageWith = (text: string) => toHtml(reportWith(text), { language: 'en', tableWord: text })

describe.each(hostileTexts)('R8: %j stays a text', text => {
  test('in a chart', () => {
    const draw = (name: string) => markupOf(drawSvg(chartWith(name), { width: 560, font: 'sans-serif' }))
    // A name that begins or ends with a space is drawn with it.
    const kinds = (tags: string[]) => [...new Set(tags.map(tag => tag.replace(' xml:space', '')))].sort()
    expect(kinds(draw(text))).toEqual(kinds(draw(PLAIN)))
  })

  test('in a report', () => {
    expect(markupOf(pageWith(text))).toEqual(markupOf(pageWith(PLAIN)))
  })

  test('in a mail', async () => {
    const values = { organisation: text, name: text, minutes: 1, optOut: 'https://x.example/o' }
    const write = (said: typeof values) =>
      composeMail('survey-invitation', 'en', { ...said, link: 'https://x.example/r/1' })
    const { html, subject } = await write(values)
    expect(markupOf(html)).toEqual(markupOf((await write({ ...values, organisation: '', name: '' })).html))
    expect(subject).not.toMatch(/[\r\n]/)
  })

  test('in a PDF', async () => {
    const options = { language: 'en', pageText: () => text, madeAt: new Date(0) }
    const pdf = (await toPdf(onPaper(reportWith(text)), options)).toString('latin1')
    const commands = pdf.replaceAll(/stream\r?\n.*?endstream|\((?:\\.|[^\\()])*\)/gs, '')
    expect(commands).not.toMatch(/\/(JavaScript|JS|OpenAction|AA|URI|Launch|SubmitForm)\b/)
  })

  test('in the name of a file', () => {
    expect(attachment(`${text}\r\nX-Evil: 1`)).toMatch(
      /^attachment; filename="[^"\\\r\n]*"; filename\*=UTF-8''[\w.%~!-]*$/,
    )
  })
})

test('R8: no screen writes HTML of its own', () => {
  const root = join(import.meta.dirname, '../../../..')
  const raw =
    /dangerouslySetInnerHTML|\b(inner|outer)HTML\b|insertAdjacentHTML|document\.write|\bsrcdoc\b|\beval\(/i
  const files = globSync('{apps,packages}/*/src/**/*.{ts,tsx}', { cwd: root }).filter(
    file => !/test\.tsx?$|^packages\/(testkit|embedded-mongo)\//.test(file),
  )
  expect(files.length).toBeGreaterThan(500)
  expect(files.filter(file => raw.test(readFileSync(join(root, file), 'utf8')))).toEqual([])
})

describe('R8: what an import file holds', () => {
  let api: TestApi
  let administrator: Colleague
  beforeAll(async () => {
    api = await startTestApi()
    administrator = await colleague(api, 'administrator')
  })
  afterAll(() => api.close())

  const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`

  test('is kept as it is, and stays a text on the pages of its people', async () => {
    const texts = [PLAIN, ...hostileTexts]
    const rows = texts.map(
      (text, at) =>
        `A-${at},${quoted(`${text} ${at}`)},existing,north,C-${at},${quoted(text)},c-${at}@example.com`,
    )
    const head = 'account_id,account_name,account_kind,region,contact_id,contact_name,email'
    const file = new File([[head, ...rows].join('\n')], `${hostileTexts[0]}.csv`, { type: 'text/csv' })
    const { id } = await administrator.api.imports.start({ file })
    await api.runJobs()
    expect(await administrator.api.imports.get({ id })).toMatchObject({
      state: 'done',
      contactsCreated: texts.length,
    })
    const { items } = await administrator.api.customers.listContacts({ limit: 100 })
    const pages = new Map<string, string[]>()
    for (const contact of items) {
      const html = await (await fetch(await ownPageOf(api, contact.id))).text()
      const [markup = '', data = ''] = html.split('<script type="application/json" id="page">')
      expect(data.split('</script>')[0]).not.toContain('<')
      pages.set(contact.name, markupOf(markup))
    }
    expect(pages.size).toBe(texts.length)
    for (const [name, markup] of pages) expect([name, markup]).toEqual([name, pages.get(PLAIN)])
  })
})
