import type { TimelineEntry } from './entry.ts'

type Told = Pick<TimelineEntry, 'id' | 'at' | 'kind' | 'side'>

/**
 * An entry with nothing but what it must say, and what of the rest applies.
 *
 * @example plainEntry({ id: 'call:1', at, kind: 'call', side: 'they', contactId: 'c1', detail: 'spoke' })
 */
export function plainEntry(told: Told & Partial<TimelineEntry>): TimelineEntry {
  return {
    contactId: null,
    by: '',
    title: '',
    text: '',
    factor: null,
    detail: null,
    earliest: null,
    about: null,
    ...told,
  }
}
