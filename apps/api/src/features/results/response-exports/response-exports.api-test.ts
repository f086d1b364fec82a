import { createRequire } from 'node:module'
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals'
import { inviteContacts } from '@sixfold/testkit/invited'
import type { Colleague } from '@sixfold/testkit/people'
import { colleague } from '@sixfold/testkit/people'
import type { TestApi } from '@sixfold/testkit/start-test-api'
import { startTestApi } from '@sixfold/testkit/start-test-api'
import { strFromU8, unzipSync } from 'fflate'
import { advanceScoreboard } from '../scoreboards/service.ts'

jest.setTimeout(60_000)

/** What this test reads of a package that describes itself to `require` alone. */
interface SavReader {
  open(): Promise<void>
  meta: {
    sysvars: { name: string; label: string; missing: unknown }[]
    getValueLabels(name: string): { val: number; label: string }[]
  }
  readAllRows(): Promise<{ delivery_overall: number; do_better: string }[]>
}
const { SavBufferReader } = createRequire(import.meta.url)('sav-reader') as {
  SavBufferReader: new (bytes: Buffer) => SavReader
}

const LONG = `${'Deliveries come late. '.repeat(60)}The end.`

let api: TestApi
let reader: Colleague
let waveId: string
let tokens: string[]
beforeAll(async () => {
  api = await startTestApi()
  reader = await colleague(api, 'marketing', { language: 'vi' })
  const wave = await inviteContacts(api, { count: 12, region: 'south' })
  waveId = wave.waveId
  tokens = wave.contacts.map(({ token }) => token)
})
afterAll(() => api.close())

async function answer(token: string, value: number | string, comment: string) {
  await api.anonymous.responses.submit({
    token,
    answers: [
      { question: 'delivery_overall', value, revision: 1 },
      { question: 'recommend', value: 8, revision: 1 },
      { question: 'do-better', value: comment, revision: 1 },
    ],
  })
  await advanceScoreboard(api.ctx, waveId)
}

const exportAs = (format: 'csv' | 'xlsx' | 'json' | 'sav') =>
  reader.api.results.responses({ id: waveId, format })
const bytesOf = async (file: Blob) => new Uint8Array(await file.arrayBuffer())

test('fewer than five answers leave nothing to export', async () => {
  for (const token of tokens.slice(0, 4)) await answer(token, 5, '=1+1')
  await expect(exportAs('csv')).rejects.toMatchObject({ code: 'wrong_state' })
})

describe('when there are enough', () => {
  beforeAll(async () => {
    for (const token of tokens.slice(4, 11)) await answer(token, 2, '=1+1')
    await answer(tokens[11] ?? '', 'na', LONG)
  })

  test('R7: the CSV names nobody, and runs in no spreadsheet', async () => {
    const file = await exportAs('csv')
    const [heading = '', ...lines] = (await file.text()).trim().split('\n')
    expect(heading).toMatch(/region,.*delivery_overall,.*recommend,do-better/)
    expect(lines).toHaveLength(12)
    expect(lines.filter(line => line.endsWith(",'=1+1"))).toHaveLength(11)
    expect(heading).not.toMatch(/name|mail|account|date/)
    const audit = await (await colleague(api, 'administrator')).api.audit.list({})
    expect(audit.items.map(({ action }) => action)).toContain('responses.exported')
  })

  test('SPSS gets codes, labels, "not applicable" as missing, and long texts whole', async () => {
    const reader = new SavBufferReader(Buffer.from(await bytesOf(await exportAs('sav'))))
    await reader.open()
    const delivery = reader.meta.sysvars.find(({ name }) => name === 'delivery_overall')
    expect(delivery).toMatchObject({ missing: 99 })
    expect(delivery?.label).toMatch(/\p{L}/u)
    const labels = reader.meta.getValueLabels('delivery_overall')
    expect(labels).toContainEqual({ val: 5, label: 'Rất hài lòng' })
    expect(labels).toContainEqual({ val: 99, label: 'Không áp dụng' })
    const rows = await reader.readAllRows()
    expect(rows).toHaveLength(12)
    expect(rows.map(row => row.delivery_overall).toSorted((a, b) => a - b)).toEqual([
      ...new Array(7).fill(2),
      ...new Array(4).fill(5),
      99,
    ])
    // This reader leaves a space where the format begins another variable; PSPP does not.
    const words = (text: string | undefined) => text?.replaceAll(/\s/g, '')
    expect(words(rows.find(row => row.delivery_overall === 99)?.do_better)).toBe(words(LONG))
  })

  test('R7: the workbook holds answers and a codebook, and no formula', async () => {
    const parts = unzipSync(await bytesOf(await exportAs('xlsx')))
    const part = (name: string) => strFromU8(parts[name] ?? new Uint8Array())
    expect(part('xl/workbook.xml')).toContain('Câu trả lời')
    const answers = part('xl/worksheets/sheet1.xml')
    expect(answers.match(/<row>/g)).toHaveLength(13)
    expect(answers).not.toContain('<f>')
    expect(answers).toContain("'=1+1")
    expect(answers).toContain(LONG)
    expect(part('xl/worksheets/sheet2.xml')).toContain('Rất hài lòng')
  })

  test('JSON says what its columns mean, and leaves out what was not answered', async () => {
    const { columns, rows } = JSON.parse(await (await exportAs('json')).text()) as {
      columns: { key: string }[]
      rows: Record<string, unknown>[]
    }
    expect(columns.map(({ key }) => key)).toEqual(expect.arrayContaining(['region', 'delivery_overall']))
    expect(rows).toHaveLength(12)
    expect(Object.keys(rows[0] ?? {}).toSorted()).toEqual([
      'delivery_overall',
      'do-better',
      'recommend',
      'region',
    ])
  })

  test('who may not read single answers gets the closed wave, without a word of theirs', async () => {
    const analyst = await colleague(api, 'analyst')
    await expect(analyst.api.results.responses({ id: waveId })).rejects.toMatchObject({ code: 'wrong_state' })
    await reader.api.waves.close({ id: waveId })
    const [heading = '', ...lines] = (await (await analyst.api.results.responses({ id: waveId })).text())
      .trim()
      .split('\n')
    expect(heading).toContain('recommend')
    expect(heading).not.toContain('do-better')
    expect(lines).toHaveLength(12)
    expect(lines.join()).not.toContain('1+1')
  })

  test('who reads scores need not read single answers', async () => {
    const care = await colleague(api, 'care')
    await expect(care.api.results.responses({ id: waveId })).rejects.toMatchObject({ code: 'not_found' })
  })
})
