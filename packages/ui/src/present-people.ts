import type { PresentPerson } from '@sixfold/contract/socket'
import { PRESENCE_ENDS_MS } from '@sixfold/contract/socket'

/** A person who has the same thing open, in one tab or several. */
export interface Present {
  staffId: string
  name: string
  /** What is selected in each of the tabs; several tabs may have the same. */
  places: readonly string[]
}

interface Tab extends Pick<PresentPerson, 'staffId' | 'name' | 'place'> {
  /** Milliseconds, when it was last shown. */
  at: number
}

/** By the name of the tab. */
export type PresentTabs = ReadonlyMap<string, Tab>

export function withShown(
  tabs: PresentTabs,
  { tab, staffId, name, place }: PresentPerson,
  at: number,
): PresentTabs {
  return new Map(tabs).set(tab, { staffId, name, place, at })
}

export function withLeft(tabs: PresentTabs, tab: string): PresentTabs {
  if (!tabs.has(tab)) return tabs
  const rest = new Map(tabs)
  rest.delete(tab)
  return rest
}

/** Without those that were not shown again for too long. */
export function withoutSilent(tabs: PresentTabs, now: number): PresentTabs {
  const rest = new Map([...tabs].filter(([, { at }]) => now - at < PRESENCE_ENDS_MS))
  return rest.size === tabs.size ? tabs : rest
}

/**
 * Everybody else who is there, in the order in which they came; one's own other tabs are not counted.
 *
 * @example presentPeople(tabs, 'me') // [{ staffId: 'long', name: 'Hoàng Long', places: ['q1'] }]
 */
export function presentPeople(tabs: PresentTabs, me: string): Present[] {
  const people = new Map<string, Present>()
  for (const { staffId, name, place } of tabs.values()) {
    if (staffId === me) continue
    const places = people.get(staffId)?.places ?? []
    people.set(staffId, { staffId, name, places: place === null ? places : [...places, place] })
  }
  return [...people.values()]
}
