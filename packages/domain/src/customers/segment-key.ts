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
 * The segments whose scoreboard an answer of this contact counts in, beside the whole: at most one of each dimension. The product
 * is the one that its account bought last.
 *
 * @example segmentsOf({ regionId: 'r1', segment: 'Enterprise', seniority: 'executive', productId: null })
 *   // ['region:r1', 'segment:enterprise', 'seniority:executive']
 */
export function segmentsOf(contact: {
  regionId: string
  segment: string
  seniority: string
  productId: string | null
}): string[] {
  const key = segmentKey(contact.segment)
  return [
    `region:${contact.regionId}`,
    ...(key ? [`segment:${key}`] : []),
    ...(contact.seniority ? [`seniority:${contact.seniority}`] : []),
    ...(contact.productId ? [`product:${contact.productId}`] : []),
  ]
}
