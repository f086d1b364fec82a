import type { StaffMember } from '@sixfold/contract/staff'
import { can } from '@sixfold/domain/permissions'

/** Who may look after what belongs to these regions; none: to the whole house. */
export function ownerChoices(members: readonly StaffMember[], regionIds: readonly string[]) {
  const places = regionIds.length > 0 ? regionIds : [null]
  return members
    .filter(member => places.some(regionId => can(member, 'requirement.edit', { regionId })))
    .map(({ id, name }) => ({ value: id, label: name }))
}
