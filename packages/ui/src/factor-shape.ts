import { factorPaths } from '@sixfold/charts/factor-symbols'

/**
 * Hue and shape of a factor by its place in the model, 0-based, as `factorIndex` of the domain gives it.
 * Undefined for what belongs to no factor; a seventh factor begins again at the first shape.
 *
 * @example factorLook(4)?.color // 'var(--factor-5)'
 */
export function factorLook(index: number): { path: string; color: string; tint: string } | undefined {
  if (index < 0) return undefined
  const place = index % factorPaths.length
  const path = factorPaths[place]
  return path === undefined
    ? undefined
    : { path, color: `var(--factor-${place + 1})`, tint: `var(--factor-${place + 1}-tint)` }
}
