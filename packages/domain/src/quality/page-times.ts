/** Whole seconds that somebody spent on each page, by page id. A page that is not there was not timed. */
export type PageTimes = Readonly<Record<string, number>>

/** A page left open longer than this says nothing about reading: an hour. */
export const MOST_PAGE_SECONDS = 3600

/**
 * What a browser says of its times, within bounds: pages of this survey only, whole seconds up to an hour. Nothing else is believed.
 *
 * @example boundTimes({ p1: 12.2, p9: 5 }, ['p1', 'p2']) // { p1: 13 }
 */
export function boundTimes(times: PageTimes, pages: readonly string[]): PageTimes {
  return Object.fromEntries(
    pages.flatMap(page => {
      const seconds = Object.hasOwn(times, page) ? (times[page] ?? 0) : 0
      // A second begun counts: nobody is thought faster than he was.
      return seconds > 0 ? [[page, Math.min(Math.ceil(seconds), MOST_PAGE_SECONDS)]] : []
    }),
  )
}

/**
 * Joins times that came at different moments or from several devices: they only rise, so a message that comes twice or late changes
 * nothing. Commutative, associative, idempotent. Returns `kept` itself when nothing rises.
 *
 * @example joinTimes({ p1: 10 }, { p1: 8, p2: 4 }) // { p1: 10, p2: 4 }
 */
export function joinTimes(kept: PageTimes, incoming: PageTimes): PageTimes {
  const risen = Object.entries(incoming).filter(
    ([page, seconds]) => seconds > (Object.hasOwn(kept, page) ? (kept[page] ?? 0) : 0),
  )
  return risen.length === 0 ? kept : { ...kept, ...Object.fromEntries(risen) }
}

/** Browsers of one link that are told apart; more say no more. */
export const MOST_BROWSERS = 5

/**
 * Adds the browser that answers to those known. Returns `known` itself when it is among them, unknown, or one too many.
 *
 * @example joinBrowser(['a'], 'b') // ['a', 'b']
 */
export function joinBrowser(known: readonly string[], browser: string | undefined): readonly string[] {
  if (browser === undefined || known.includes(browser) || known.length >= MOST_BROWSERS) return known
  return [...known, browser]
}
