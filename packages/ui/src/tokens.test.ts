import { readFileSync } from 'node:fs'
import { describe, expect, test } from '@jest/globals'
import { chartTokens, paperColors } from '@sixfold/charts/chart-colors'

const css = readFileSync(new URL('./tokens.css', import.meta.url), 'utf8')

/** The custom properties of the block that begins with `selector`. */
function tokensOf(selector: string): Record<string, string> {
  const start = css.indexOf(selector)
  const block = css.slice(css.indexOf('{', start) + 1, css.indexOf('}', start))
  return Object.fromEntries(
    [...block.replace(/\/\*.*?\*\//gs, '').matchAll(/(--[\w-]+):\s*([^;]+);/g)].map(([, name, value]) => [
      name,
      value,
    ]),
  )
}

const light = tokensOf(':root {')
const dark = tokensOf(':root[data-theme="dark"]')

function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map(at => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

function contrast(a: string, b: string): number {
  const [low = 0, high = 0] = [luminance(a), luminance(b)].toSorted((x, y) => x - y)
  return (high + 0.05) / (low + 0.05)
}

test('the dark look is the same whether the system or the person asks for it', () => {
  expect(tokensOf(':root:not([data-theme="light"])')).toEqual(dark)
  expect(Object.keys(dark).length).toBeGreaterThan(40)
})

test('charts on paper have the colours of the light look', () => {
  expect(paperColors).toEqual(Object.fromEntries(chartTokens.map(name => [name, light[`--${name}`]])))
})

test('every dark token has a light one', () => {
  expect(Object.keys(light)).toEqual(expect.arrayContaining(Object.keys(dark)))
})

describe.each([
  ['light', light],
  ['dark', dark],
])('%s', (_look, tokens) => {
  const grounds = ['--page', '--surface', '--hover', '--selected']
  const inks = ['--text', '--text-2', '--text-3', '--accent']
  test.each(grounds.flatMap(ground => inks.map(ink => [ink, ground])))('%s reads on %s', (ink, ground) => {
    expect(contrast(tokens[ink] ?? '', tokens[ground] ?? '')).toBeGreaterThanOrEqual(4.5)
  })

  test.each([
    ['--on-accent', '--accent'],
    ['--on-problem', '--problem'],
    ['--on-inverse', '--inverse'],
    ['--good', '--good-tint'],
    ['--attention', '--attention-tint'],
    ['--problem', '--problem-tint'],
    ['--text-3', '--sunken'],
  ])('%s reads on %s', (ink, ground) => {
    expect(contrast(tokens[ink] ?? '', tokens[ground] ?? '')).toBeGreaterThanOrEqual(4.5)
  })

  test.each(['--page', '--surface'])('edges of controls are seen on %s', ground => {
    expect(contrast(tokens['--line-strong'] ?? '', tokens[ground] ?? '')).toBeGreaterThanOrEqual(3)
  })

  test.each([1, 2, 3, 4, 5, 6])('factor mark %d is seen on the surface', factor => {
    expect(contrast(tokens[`--factor-${factor}`] ?? '', tokens['--surface'] ?? '')).toBeGreaterThanOrEqual(3)
  })
})
