import type { WavePlan } from '@sixfold/contract/wave-plan'
import { segmentKey } from '@sixfold/domain/customers/segment-key'
import { census } from '@sixfold/domain/sampling/sample-design'

/** A plan to begin with: everybody of these regions, without reminders. */
export function blankPlan(regionIds: string[]): WavePlan {
  return {
    regionIds,
    audience: { kinds: [], segments: [], seniorities: [] },
    design: { ...census, quotas: {} },
    reminders: { afterDays: [5, 12] },
    sending: { perHour: null },
  }
}

/** Days as somebody writes them, `5, 12`, in rising order and each once; null for anything else. */
export function readDays(text: string): number[] | null {
  const words = text.split(/[\s,;]+/).filter(Boolean)
  const days = words.map(Number)
  if (days.some(day => !Number.isInteger(day) || day < 1 || day > 365)) return null
  return [...new Set(days)].sort((a, b) => a - b).slice(0, 6)
}

/** Ids as they are pasted: one a line, or cells of a table. */
export function readIds(text: string): string[] {
  return [
    ...new Set(
      text
        .split(/[\r\n\t;,]+/)
        .map(word => word.trim())
        .filter(Boolean),
    ),
  ]
}

/** The strata that quotas may be set for, each with its name. */
export function stratumChoices(
  { design, audience, regionIds }: WavePlan,
  names: { region: (id: string) => string; seniority: (name: string) => string },
): { stratum: string; name: string }[] {
  switch (design.strataBy) {
    case 'region':
      return regionIds.map(id => ({ stratum: `region:${id}`, name: names.region(id) }))
    case 'seniority':
      return ['executive', 'manager', 'specialist', 'unknown'].map(one => ({
        stratum: `seniority:${one}`,
        name: names.seniority(one),
      }))
    case 'segment':
      return [...audience.segments, ''].map(segment => ({
        stratum: `segment:${segmentKey(segment) ?? 'unknown'}`,
        name: segment === '' ? names.seniority('unknown') : segment,
      }))
    default:
      return design.strataBy satisfies never
  }
}
