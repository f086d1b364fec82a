import type { OwnTime } from './features/guest/own-time.ts'
import { OWN_TIME, ownTime } from './features/guest/own-time.ts'
import './styles/portal.css'

/** Adds the reader's own time to an invitation: only the browser knows the zone. All else works without script. */
function addOwnTime(place: HTMLElement): void {
  const { zone, language, ...span } = JSON.parse(place.getAttribute(OWN_TIME) ?? '') as OwnTime
  const own = ownTime(span, zone, Intl.DateTimeFormat().resolvedOptions().timeZone, language)
  const words = place.querySelector('dd')
  if (own === null || !words) return
  words.textContent = own
  place.hidden = false
}

for (const place of document.querySelectorAll<HTMLElement>(`[${OWN_TIME}]`)) addOwnTime(place)
