import type { SamplingPlan } from './draw.ts'

export const SAMPLING_METHODS = ['census', 'simple', 'proportional', 'neyman', 'quota'] as const
export type SamplingMethod = (typeof SAMPLING_METHODS)[number]

/** By what a frame is divided for a stratified sample. */
export const STRATA_BY = ['region', 'segment', 'seniority'] as const
export type StrataBy = (typeof STRATA_BY)[number]

/** How a programme samples, wave after wave; what a method does not need is ignored. */
export interface SampleDesign {
  method: SamplingMethod
  /** People who are drawn: simple, proportional and Neyman need it. */
  size: number | null
  strataBy: StrataBy
  /** By stratum, such as `region:<id>` or `seniority:executive`. */
  quotas: Readonly<Record<string, number>>
  /** So many panels take turns, at least two; null: everybody's turn is every wave. */
  panels: number | null
}

export const census: SampleDesign = {
  method: 'census',
  size: null,
  strataBy: 'region',
  quotas: {},
  panels: null,
}

/** Standard deviations of an earlier wave, by stratum. */
export type Deviations = Readonly<Record<string, number>>

export type DesignFault = 'size_missing' | 'quotas_missing' | 'deviations_missing'

/** Whether a design divides its frame. */
export function isStratified({ method }: Pick<SampleDesign, 'method'>): boolean {
  return method === 'proportional' || method === 'neyman' || method === 'quota'
}

/**
 * The plan by which a wave of this design draws, or what is missing for it.
 *
 * @example planOf({ ...census, method: 'simple', size: 200 }, null) // { ok: true, plan: { method: 'simple', size: 200 } }
 * @example planOf({ ...census, method: 'neyman', size: 200 }, null) // { ok: false, fault: 'deviations_missing' }
 */
export function planOf(
  { method, size, quotas }: SampleDesign,
  deviations: Deviations | null,
): { ok: true; plan: SamplingPlan } | { ok: false; fault: DesignFault } {
  switch (method) {
    case 'census':
      return { ok: true, plan: { method } }
    case 'simple':
    case 'proportional':
      return size === null ? { ok: false, fault: 'size_missing' } : { ok: true, plan: { method, size } }
    case 'neyman':
      if (size === null) return { ok: false, fault: 'size_missing' }
      return deviations === null
        ? { ok: false, fault: 'deviations_missing' }
        : { ok: true, plan: { method, size, deviations } }
    case 'quota':
      return Object.keys(quotas).length === 0
        ? { ok: false, fault: 'quotas_missing' }
        : { ok: true, plan: { method, quotas } }
    default:
      return method satisfies never
  }
}
