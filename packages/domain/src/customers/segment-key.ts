import { foldText } from '../text/fold.ts'

/**
 * A segment's name as a key of counts: letters a to z, digits and dashes. An empty name has no key.
 *
 * @example segmentKey('Doanh nghiệp lớn') // 'doanh-nghiep-lon'
 * @example segmentKey('  ') // null
 */
export function segmentKey(name: string): string | null {
  const key = foldText(name)
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60)
  return key === '' ? null : key
}

/**
 * The segments whose scoreboard an answer of this contact counts in, beside the whole.
 *
 * @example segmentsOf({ regionId: 'r1', segment: 'Enterprise' }) // ['region:r1', 'segment:enterprise']
 */
export function segmentsOf(contact: { regionId: string; segment: string }): string[] {
  const key = segmentKey(contact.segment)
  return [`region:${contact.regionId}`, ...(key ? [`segment:${key}`] : [])]
}
