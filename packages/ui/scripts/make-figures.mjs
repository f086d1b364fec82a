// Makes "Even Figures": the ten digits of Be Vietnam Pro, centred on one width, because the typeface has no
// tabular figures of its own. Run it again when the typeface's version changes; its output is committed.
import { readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import opentype from 'opentype.js'

const resolve = createRequire(import.meta.url).resolve
const output = new URL('../src/fonts/', import.meta.url)

for (const weight of [400, 500, 600, 700]) {
  const file = readFileSync(
    resolve(`@fontsource/be-vietnam-pro/files/be-vietnam-pro-latin-${weight}-normal.woff`),
  )
  const source = opentype.parse(file.buffer.slice(file.byteOffset, file.byteOffset + file.byteLength))
  const digits = [...'0123456789'].map(digit => source.charToGlyph(digit))
  const width = Math.max(...digits.map(glyph => glyph.advanceWidth))

  const glyphs = digits.map((glyph, digit) => {
    const path = new opentype.Path()
    const shift = (width - glyph.advanceWidth) / 2
    for (const command of glyph.path.commands) {
      const moved = { ...command }
      for (const key of ['x', 'x1', 'x2']) if (key in moved) moved[key] += shift
      path.commands.push(moved)
    }
    return new opentype.Glyph({ name: `digit${digit}`, unicode: 48 + digit, advanceWidth: width, path })
  })
  const missing = new opentype.Glyph({ name: '.notdef', advanceWidth: width, path: new opentype.Path() })

  const font = new opentype.Font({
    familyName: 'Even Figures',
    styleName: String(weight),
    unitsPerEm: source.unitsPerEm,
    ascender: source.ascender,
    descender: source.descender,
    glyphs: [missing, ...glyphs],
  })
  font.tables.os2.usWeightClass = weight
  writeFileSync(new URL(`sixfold-figures-${weight}.otf`, output), Buffer.from(font.toArrayBuffer()))
}
