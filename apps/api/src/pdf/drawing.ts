import { SaxesParser } from 'saxes'
import type { Pdf } from './page.ts'
import { clean, keepTogether, PAGE } from './page.ts'

/** A picture in lines and words, as SVG of plain shapes: paths, polygons, rectangles, circles and texts. */
export interface Drawing {
  kind: 'drawing'
  /** What it shows, for who cannot see it. */
  alt: string
  svg: string
  /** In the units of the SVG. */
  width: number
  height: number
}

type Structure = ReturnType<Pdf['struct']>
type Attributes = Readonly<Record<string, string>>

const GAP = 10
/** SVG's own, where a drawing names no size. */
const FONT_SIZE = 12

const scaleOf = ({ width }: Drawing) => (PAGE.width - 2 * PAGE.margin) / width

/** Points that a picture takes on a page. */
export const heightOf = (drawing: Drawing) => drawing.height * scaleOf(drawing) + GAP

/** Draws a picture as wide as the page, sharp at any size. */
export function writeDrawing(pdf: Pdf, root: Structure, drawing: Drawing): void {
  const { alt, svg } = drawing
  const scale = scaleOf(drawing)
  keepTogether(pdf, heightOf(drawing))
  const top = pdf.y
  const figure = pdf.struct('Figure', { alt: clean(alt) }, [
    () => {
      pdf.save()
      pdf.translate(PAGE.margin, top).scale(scale)
      drawShapes(pdf, svg)
      pdf.restore()
    },
  ])
  root.add(figure)
  figure.end()
  pdf.x = PAGE.margin
  pdf.y = top + heightOf(drawing)
}

function drawShapes(pdf: Pdf, svg: string): void {
  // What is kept aside, such as areas to cut with, is not drawn.
  let aside = 0
  let text = ''
  const parser = new SaxesParser()
  parser.on('opentag', ({ name }) => {
    if (name === 'defs') aside += 1
    text = ''
  })
  parser.on('text', piece => {
    text += piece
  })
  parser.on('closetag', ({ name, attributes }) => {
    if (name === 'defs') aside -= 1
    else if (aside === 0) drawShape(pdf, name, attributes, text)
  })
  parser.write(svg).close()
}

function drawShape(pdf: Pdf, name: string, shape: Attributes, text: string): void {
  if (name !== 'text' && !outlineOf(name, shape)) return
  pdf.save()
  transform(pdf, shape.transform ?? '')
  if (name === 'text') writeText(pdf, shape, text)
  else paint(pdf, outlineOf(name, shape), shape)
  pdf.restore()
}

const number = (shape: Attributes, name: string, otherwise = 0) => Number(shape[name] ?? otherwise)

/** The outline of a shape as an SVG path; '' for what has none. */
function outlineOf(name: string, shape: Attributes): string {
  const of = (key: string) => number(shape, key)
  switch (name) {
    case 'path':
      return shape.d ?? ''
    case 'polygon':
      return `M${shape.points ?? ''}Z`
    case 'polyline':
      return `M${shape.points ?? ''}`
    case 'line':
      return `M${of('x1')} ${of('y1')}L${of('x2')} ${of('y2')}`
    case 'rect':
      return `M${of('x')} ${of('y')}h${of('width')}v${of('height')}h${-of('width')}Z`
    case 'circle': {
      const [x, y, r] = [of('cx'), of('cy'), of('r')]
      return `M${x - r} ${y}a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0Z`
    }
    default:
      return ''
  }
}

/** SVG fills with black what says nothing, and strokes nothing. */
function paint(pdf: Pdf, outline: string, shape: Attributes): void {
  const { fill = '#000', stroke = 'none' } = shape
  const opacity = number(shape, 'opacity', 1)
  const fillOpacity = opacity * number(shape, 'fill-opacity', 1)
  const strokeOpacity = opacity * number(shape, 'stroke-opacity', 1)
  const fills = fill !== 'none' && fillOpacity > 0
  const lineWidth = number(shape, 'stroke-width', 1)
  // On paper a line of no width is a hairline.
  const strokes = stroke !== 'none' && strokeOpacity > 0 && lineWidth > 0
  if (!fills && !strokes) return
  pdf.path(outline)
  if (fills) pdf.fillColor(fill, fillOpacity)
  if (strokes) {
    pdf.strokeColor(stroke, strokeOpacity).lineWidth(lineWidth)
    const dashes = (shape['stroke-dasharray'] ?? '').split(/[\s,]+/).flatMap(one => Number(one) || [])
    const [dash, space = dash] = dashes
    if (dash) pdf.dash(dash, { space: space ?? dash })
  }
  if (fills && strokes) pdf.fillAndStroke()
  else if (fills) pdf.fill()
  else pdf.stroke()
}

function writeText(pdf: Pdf, shape: Attributes, text: string): void {
  const style = shape.style ?? ''
  const size = Number(/font-size:\s*([\d.]+)/.exec(style)?.[1] ?? FONT_SIZE)
  const strong = /font-weight:\s*(?:bold|[6-9]00)/.test(style)
  const words = clean(text)
  pdf
    .font(strong ? 'strong' : 'text')
    .fontSize(size)
    .fillColor(shape.fill ?? '#000', number(shape, 'fill-opacity', 1))
  const width = pdf.widthOfString(words)
  const anchor = shape['text-anchor']
  const left = number(shape, 'x') - (anchor === 'end' ? width : anchor === 'middle' ? width / 2 : 0)
  const baseline = shape['dominant-baseline'] === 'central' ? 'middle' : 'alphabetic'
  pdf.text(words, left, number(shape, 'y'), { lineBreak: false, baseline })
}

const STEP = /(translate|scale|matrix|rotate)\(([^)]*)\)/g

function transform(pdf: Pdf, steps: string): void {
  for (const [, kind, list = ''] of steps.matchAll(STEP)) {
    const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0] = list.split(/[\s,]+/).map(Number)
    if (kind === 'translate') pdf.translate(a, b)
    else if (kind === 'scale') pdf.scale(a, list.includes(',') ? b : a)
    else if (kind === 'rotate') pdf.rotate(a, { origin: [b, c] })
    else pdf.transform(a, b, c, d, e, f)
  }
}
