import type { Page } from '@sixfold/testkit/browser'

/** Where the focus is, and what is wrong with how it is seen. */
interface Stop {
  name: string
  wrong: string | null
}

/** More stops than any page has. */
const ENOUGH = 90

/** Presses Tab until the control of this name has the focus; fails at the first stop that cannot be seen. */
export async function tabTo(page: Page, name: string | RegExp): Promise<void> {
  const passed: string[] = []
  for (let stops = 0; stops < ENOUGH; stops += 1) {
    await page.keyboard.press('Tab')
    const stop = await page.evaluate(focusedStop)
    if (stop.wrong) throw new Error(stop.wrong)
    if (typeof name === 'string' ? stop.name === name : name.test(stop.name)) return
    passed.push(stop.name)
  }
  throw new Error(`no “${name}” among: ${passed.join(' | ')}`)
}

export const press = async (page: Page, ...keys: string[]) => {
  for (const key of keys) await page.keyboard.press(key)
}

/** The name of the control that has the focus. */
export const focused = async (page: Page) => (await page.evaluate(focusedStop)).name

function focusedStop(): Stop {
  const control = document.activeElement
  if (!(control instanceof HTMLElement) || control === document.body) return { name: 'nothing', wrong: null }
  const labels =
    control instanceof HTMLInputElement || control instanceof HTMLSelectElement ? control.labels : null
  const words = control.getAttribute('aria-label') ?? labels?.[0]?.textContent ?? control.textContent
  const name = words.replaceAll(/\s+/g, ' ').trim()
  const marked = [control, control.nextElementSibling, control.closest('label')].some(element => {
    if (!element) return false
    const { outlineStyle, outlineWidth } = getComputedStyle(element)
    return outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2
  })
  const { left, top, width, height } = control.getBoundingClientRect()
  const onTop = document.elementFromPoint(left + width / 2, top + height / 2)
  const seen =
    onTop !== null &&
    (control.contains(onTop) || onTop.contains(control) || onTop.closest('label')?.contains(control))
  if (!marked) return { name, wrong: `no ring: ${control.outerHTML.slice(0, 120)}` }
  return {
    name,
    wrong: seen ? null : `hidden by ${onTop?.outerHTML.slice(0, 80)}: ${control.outerHTML.slice(0, 120)}`,
  }
}
