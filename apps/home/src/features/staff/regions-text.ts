import type { Region, StaffMember } from '@sixfold/contract/staff'

/**
 * The regions of a person by name, in the order of the organisation's list.
 *
 * @example regionsText(['s'], [{ id: 's', name: 'South', … }], 'All regions', 'None') // 'South'
 */
export function regionsText(
  scope: StaffMember['regions'],
  regions: readonly Region[],
  all: string,
  none: string,
): string {
  if (scope === 'all') return all
  const names = regions.filter(region => scope.includes(region.id)).map(region => region.name)
  return names.join(', ') || none
}
