import { encodeQR } from 'qr'

/** Light squares around the code, which readers need. */
const BORDER = 4
/** Large enough for a poster of half a metre at 100 dots an inch. */
const PNG_PIXELS = 2048

/** The code as a drawing of squares: black on white in both looks, because many readers know nothing else. */
export function qrSvg(text: string): string {
  const rows = encodeQR(text, 'raw', { ecc: 'medium', border: BORDER })
  const path = rows
    .flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : [])))
    .join('')
  const size = rows.length
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}" shape-rendering="crispEdges"><path fill="#fff" d="M0 0h${size}v${size}H0z"/><path fill="#000" d="${path}"/></svg>`
}

/** The same in whole pixels a square, so that no edge is grey. */
export function qrPng(text: string): Promise<Blob> {
  const rows = encodeQR(text, 'raw', { ecc: 'medium', border: BORDER })
  const scale = Math.ceil(PNG_PIXELS / rows.length)
  const canvas = document.createElement('canvas')
  canvas.width = rows.length * scale
  canvas.height = rows.length * scale
  const brush = canvas.getContext('2d')
  if (!brush) return Promise.reject(new Error('this browser draws no pictures'))
  brush.fillStyle = '#fff'
  brush.fillRect(0, 0, canvas.width, canvas.height)
  brush.fillStyle = '#000'
  for (const [y, row] of rows.entries())
    for (const [x, dark] of row.entries()) if (dark) brush.fillRect(x * scale, y * scale, scale, scale)
  return new Promise((resolve, reject) => {
    canvas.toBlob(blob => (blob ? resolve(blob) : reject(new Error('no picture was made'))), 'image/png')
  })
}

/** Hands a file to the person. */
export function saveAs(name: string, content: Blob): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(content)
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), 1000)
}
