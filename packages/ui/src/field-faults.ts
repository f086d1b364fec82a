import type { FieldFault } from '@sixfold/contract/errors'

function hasPath(values: unknown, path: string): boolean {
  let at: unknown = values
  for (const key of path.split('.')) {
    if (typeof at !== 'object' || at === null || !Object.hasOwn(at, key)) return false
    at = (at as Record<string, unknown>)[key]
  }
  return true
}

/**
 * Divides the server's faults into those a form can show at a field and the rest, which it must show above.
 *
 * @example
 * splitFaults([{ path: 'email', message: 'Known' }, { path: 'quota', message: 'Full' }], { email: '' })
 * // { known: [{ path: 'email', … }], rest: [{ path: 'quota', … }] }
 */
export function splitFaults(
  faults: readonly FieldFault[],
  values: object,
): { known: FieldFault[]; rest: FieldFault[] } {
  const known = faults.filter(fault => hasPath(values, fault.path))
  return { known, rest: faults.filter(fault => !known.includes(fault)) }
}
