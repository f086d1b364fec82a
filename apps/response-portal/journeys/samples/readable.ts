import { expect } from '@jest/globals'
import type { Page } from '@sixfold/testkit/browser'

/** WCAG 1.4.12: what a reader may set, without loss. */
const readersSpacing = `* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }
  p { margin-bottom: 2em !important }`

/** A small phone, a desktop at 400 %, double text size, and the reader's own spacing. */
export async function expectToReflow(page: Page): Promise<void> {
  for (const { width, height, text = '100%', css = '' } of [
    { width: 320, height: 256 },
    { width: 320, height: 640, text: '200%' },
    { width: 320, height: 640, css: readersSpacing },
  ]) {
    await page.setViewportSize({ width, height })
    const lost = await page.evaluate(lostContent, { text, css })
    expect({ url: page.url(), width, height, text, css, lost }).toMatchObject({ lost: [] })
  }
}

/** What is wider than the screen, or does not fit into its own box. */
function lostContent({ text, css }: { text: string; css: string }): string[] {
  const root = document.documentElement
  root.style.fontSize = text
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(css)
  document.adoptedStyleSheets = [sheet]
  const name = (element: Element) => element.outerHTML.slice(0, 120)
  const shown = [...document.querySelectorAll('body *')].filter(
    element => !element.closest('.vh, svg') && element.checkVisibility(),
  )
  const wide = shown.filter(element => {
    const { left, right } = element.getBoundingClientRect()
    return right > root.clientWidth + 1 || left < -1
  })
  const cut = shown.filter(
    element =>
      element instanceof HTMLElement &&
      !element.matches('textarea, input, select') &&
      getComputedStyle(element).clipPath === 'none' &&
      element.childElementCount === 0 &&
      (element.scrollWidth > element.clientWidth + 1 || element.scrollHeight > element.clientHeight + 3) &&
      element.clientWidth > 0,
  )
  const found = [
    ...(root.scrollWidth > root.clientWidth ? [`${root.scrollWidth} px wide`] : []),
    ...wide.map(element => `sticks out: ${name(element)}`),
    ...cut.map(element => `does not fit: ${name(element)}`),
  ]
  root.style.fontSize = ''
  document.adoptedStyleSheets = []
  return found.slice(0, 5)
}

/** What a page is to people who do not see it all at once: titles, headings, languages, targets, and nothing that moves. */
export async function expectSoundPage(page: Page, language: string): Promise<void> {
  const found = await page.evaluate(() => {
    const levels = [...document.querySelectorAll('h1, h2, h3')]
      .filter(heading => heading.checkVisibility())
      .map(({ tagName }) => Number(tagName[1]))
    const controls = document.querySelectorAll(
      'a, button:not(.vh), input:not([type=hidden]), select, textarea, summary',
    )
    return {
      language: document.documentElement.lang,
      untitled: document.title === '' || document.querySelector('h1')?.textContent?.trim() === '',
      headings: levels.filter(level => level === 1).length,
      skipped: levels.filter((level, at) => level > (levels[at - 1] ?? 0) + 1),
      small: [...controls].flatMap(control => {
        const target = control.closest('label.option, label.btn') ?? control
        const { width, height } = target.getBoundingClientRect()
        return width === 0 || (width >= 44 && height >= 43.9)
          ? []
          : [`${target.outerHTML.slice(0, 100)} ${width}×${height}`]
      }),
      moving: document.getAnimations().length,
      slow: [...document.querySelectorAll('body *')].filter(element =>
        /[1-9]/.test(getComputedStyle(element).transitionDuration.replace('0.001', '')),
      ).length,
    }
  })
  expect({ url: page.url(), ...found }).toEqual({
    url: page.url(),
    language,
    untitled: false,
    headings: 1,
    skipped: [],
    small: [],
    moving: 0,
    slow: 0,
  })
}
