import { expect, test } from '@jest/globals'
import { drawSvg } from '@sixfold/charts/draw-svg'
import { importanceMap } from '@sixfold/charts/importance-map'
import { toPdf } from './to-pdf.ts'

const paper = { language: 'en', pageText: String, madeAt: new Date(0) }
const text = (pdf: Buffer) => pdf.toString('latin1')

const drivers = [20, 50, 30].map((importance, index) => ({
  index,
  name: `Factor ${index}`,
  factor: `factor-${index}`,
  importance,
  importanceInterval: { low: importance - 5, high: importance + 5 },
  performance: 40 + 10 * index,
  performanceInterval: { low: 35 + 10 * index, high: 45 + 10 * index },
  advice: null,
}))

test('a chart is drawn into the PDF as a figure with its sentence, not as an image', async () => {
  const model = importanceMap(drivers, 'en')
  const drawing = {
    kind: 'drawing',
    alt: model.sentence,
    svg: drawSvg(model, { width: 560, font: 'text' }),
    width: 560,
    height: model.height,
  } as const
  const pdf = text(await toPdf({ title: 'T', facts: [], parts: [drawing] }, paper))
  expect(pdf).toContain('/S /Figure')
  expect(pdf).toContain('/Alt (')
  expect(pdf).not.toContain('/Subtype /Image')
})

test('pictures that do not fit the page begin the next one', async () => {
  const svg = '<svg><rect width="100" height="300" fill="#17495a"/></svg>'
  const drawing = { kind: 'drawing', alt: 'A bar', svg, width: 300, height: 300 } as const
  const pages = async (count: number) => {
    const parts = Array.from({ length: count }, () => drawing)
    return text(await toPdf({ title: 'T', facts: [], parts }, paper)).match(/\/Type \/Page\b/g)?.length
  }
  expect(await pages(1)).toBe(1)
  expect(await pages(2)).toBe(2)
})
