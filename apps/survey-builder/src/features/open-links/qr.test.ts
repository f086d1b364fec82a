import { expect, test } from '@jest/globals'
import decodeQR from 'qr/decode.js'
import { qrSvg } from './qr.ts'

/** Paints the squares of the drawing, four pixels each, as a camera would see them. */
function painted(svg: string) {
  const size = Number(/viewBox="0 0 (\d+)/.exec(svg)?.[1])
  const pixels = size * 4
  const data = new Uint8Array(pixels * pixels * 4).fill(255)
  for (const [, x, y] of svg.matchAll(/M(\d+) (\d+)h1v1h-1z/g))
    for (let dy = 0; dy < 4; dy += 1)
      for (let dx = 0; dx < 4; dx += 1) {
        const at = ((Number(y) * 4 + dy) * pixels + Number(x) * 4 + dx) * 4
        data.fill(0, at, at + 3)
      }
  return { width: pixels, height: pixels, data }
}

test('a reader reads the address out of the drawing', () => {
  const address = `https://khao-sat.example.com/r/o${'Ab3_-'.repeat(4)}xy`
  expect(decodeQR(painted(qrSvg(address)))).toBe(address)
})
