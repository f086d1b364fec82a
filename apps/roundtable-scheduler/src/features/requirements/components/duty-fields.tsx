import { Select, TextInput } from '@mantine/core'
import { useSay } from '@sixfold/ui/parts/language'
import { useQuery } from '@tanstack/react-query'
import { requirementWords } from '../../../words/requirements.ts'
import { ownerChoices } from '../choices.ts'
import { membersQuery } from '../queries.ts'

export interface Duty {
  ownerId: string | null
  /** Empty: no day is set. */
  due: string
}

interface DutyFieldsProps {
  duty: Duty
  regionIds: readonly string[]
  onChange: (duty: Duty) => void
}

/** Who sees to it, and by when. */
export function DutyFields({ duty, regionIds, onChange }: DutyFieldsProps) {
  const say = useSay(requirementWords)
  const members = useQuery(membersQuery()).data?.members ?? []
  return (
    <>
      <Select
        label={say('owner')}
        value={duty.ownerId}
        clearable
        searchable
        placeholder={say('noOwner')}
        data={ownerChoices(members, regionIds)}
        onChange={ownerId => onChange({ ...duty, ownerId })}
      />
      <TextInput
        type="date"
        label={say('due')}
        value={duty.due}
        onChange={event => onChange({ ...duty, due: event.currentTarget.value })}
      />
    </>
  )
}
