import { segmentKey } from '../customers/segment-key.ts'
import type { Seniority } from '../survey/plan.ts'
import type { SampleDesign } from './sample-design.ts'
import { isStratified } from './sample-design.ts'

/** What the strata of a frame are told from. */
export interface StratifiedContact {
  regionId: string
  segment: string
  seniority: Seniority | ''
}

/**
 * The stratum that somebody is drawn in; regions and segments are named as in the counts of answers. What nobody recorded is a
 * stratum of its own, and a design without strata has one, named ''.
 *
 * @example stratumOf({ ...census, method: 'quota', strataBy: 'seniority' }, contact) // 'seniority:executive'
 */
export function stratumOf(
  design: Pick<SampleDesign, 'method' | 'strataBy'>,
  { regionId, segment, seniority }: StratifiedContact,
): string {
  if (!isStratified(design)) return ''
  switch (design.strataBy) {
    case 'region':
      return `region:${regionId}`
    case 'segment':
      return `segment:${segmentKey(segment) ?? UNKNOWN}`
    case 'seniority':
      return `seniority:${seniority || UNKNOWN}`
    default:
      return design.strataBy satisfies never
  }
}

const UNKNOWN = 'unknown'
