import type { KeptFactorModel } from '@sixfold/contract/factor-models'
import type { StaffMember } from '@sixfold/contract/staff'
import type { UiLanguage } from '@sixfold/contract/words'
import { textIn } from '@sixfold/domain/local-text'
import { can } from '@sixfold/domain/permissions'

/** The factors of a model as a field offers them; the value names the model too. */
export function factorChoices(models: readonly KeptFactorModel[], language: UiLanguage) {
  const [first] = models
  return (first?.factors ?? []).map(({ key, name }) => ({
    value: key,
    label: textIn(name, language, 'en'),
  }))
}

/** How a factor is named over the wire; null: none was chosen. */
export function factorRefOf(models: readonly KeptFactorModel[], key: string | null) {
  const [first] = models
  return first && key ? { model: { key: first.key, version: first.version }, key } : null
}

/** Who may look after what belongs to these regions; none: to the whole house. */
export function ownerChoices(members: readonly StaffMember[], regionIds: readonly string[]) {
  const places = regionIds.length > 0 ? regionIds : [null]
  return members
    .filter(member => places.some(regionId => can(member, 'requirement.edit', { regionId })))
    .map(({ id, name }) => ({ value: id, label: name }))
}
