import type { PageTimes } from '@sixfold/domain/quality/page-times'
import { MOST_PAGE_SECONDS } from '@sixfold/domain/quality/page-times'

export interface PageTimer {
  /** This page is before the reader now; null: none that asks anything. */
  turnTo(page: string | null): void
  /** Whether anybody can see it: time in another tab is no reading. */
  show(visible: boolean): void
  /** Takes over what was known before: the longer time of a page stands. */
  add(times: PageTimes): void
  /** Whole seconds so far, begun ones included, up to an hour a page; they never fall. */
  seconds(): PageTimes
}

/** Notes how long each page is before the reader. `now` rises steadily, in milliseconds. */
export function createPageTimer(known: PageTimes, now: () => number): PageTimer {
  const spent = new Map<string, number>()
  let page: string | null = null
  let visible = true
  let since = now()

  const settle = () => {
    const at = now()
    if (page !== null && visible) spent.set(page, (spent.get(page) ?? 0) + Math.max(0, at - since))
    since = at
  }
  const add = (times: PageTimes) => {
    for (const [id, seconds] of Object.entries(times))
      spent.set(id, Math.max(spent.get(id) ?? 0, seconds * 1000))
  }
  add(known)

  return {
    add,
    turnTo(next) {
      settle()
      page = next
    },
    show(next) {
      settle()
      visible = next
    },
    seconds() {
      settle()
      return Object.fromEntries(
        [...spent].map(([id, spentMs]) => [id, Math.min(Math.ceil(spentMs / 1000), MOST_PAGE_SECONDS)]),
      )
    },
  }
}
