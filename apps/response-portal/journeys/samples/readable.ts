import type { Page } from '@sixfold/testkit/browser'

/** WCAG 1.4.12: what a reader may set, without loss. */
const readersSpacing = `* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }
  p { margin-bottom: 2em !important }`

/** What is lost on a screen that is a desktop's at 400 %, with double text size and with the reader's own spacing. */
export async function lostByReflow(page: Page): Promise<string[]> {
  await page.setViewportSize({ width: 320, height: 256 })
  const large = await page.evaluate(lostContent, { text: '200%', css: '' })
  const spaced = await page.evaluate(lostContent, { text: '100%', css: readersSpacing })
  return [...large.map(one => `at double size ${one}`), ...spaced.map(one => `with wide spacing ${one}`)]
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

/** What is wrong for people who do not see a page at once: language, title, headings, targets, and things that move. */
export function faultsOfPage(page: Page, language: string): Promise<string[]> {
  return page.evaluate(language => {
    const levels = [...document.querySelectorAll('h1, h2, h3')]
      .filter(heading => heading.checkVisibility())
      .map(({ tagName }) => Number(tagName[1]))
    const controls = document.querySelectorAll(
      'a, button:not(.vh), input:not([type=hidden]), select, textarea, summary',
    )
    const small = [...controls].flatMap(control => {
      if (control.closest('.vh')) return []
      const target = control.closest('label.option, label.live-option, label.btn') ?? control
      const { width, height } = target.getBoundingClientRect()
      const fits = width === 0 || (width >= 44 && height >= 43.9)
      return fits ? [] : [`small: ${target.outerHTML.slice(0, 100)} ${width}×${height}`]
    })
    const moving = [...document.querySelectorAll('body *')].filter(element =>
      getComputedStyle(element)
        .transitionDuration.split(',')
        .some(duration => Number.parseFloat(duration) > 0.001),
    )
    return [
      ...(document.documentElement.lang === language ? [] : ['another language']),
      ...(document.title ? [] : ['no title']),
      ...(levels.filter(level => level === 1).length === 1 ? [] : ['not one heading of the page']),
      ...(levels.some((level, at) => level > (levels[at - 1] ?? 0) + 1)
        ? ['a heading leaves out a level']
        : []),
      ...small,
      ...moving.map(element => `moves: ${element.outerHTML.slice(0, 100)}`),
      ...document.getAnimations().map(() => 'moves'),
    ]
  }, language)
}
