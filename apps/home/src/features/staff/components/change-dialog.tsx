import { Button, Modal } from '@mantine/core'
import { type Region, role, type StaffMember, staffRights } from '@sixfold/contract/staff'
import { SelectField } from '@sixfold/ui/parts/fields'
import { ContractForm, FormActions, useContractForm } from '@sixfold/ui/parts/form'
import { useSay } from '@sixfold/ui/parts/language'
import { RegionScopeField } from '@sixfold/ui/parts/region-scope-field'
import { toast } from '@sixfold/ui/parts/toast'
import { commonWords } from '@sixfold/ui/words/common'
import { shellWords } from '@sixfold/ui/words/shell'
import { houseWords } from '../../../words/house.ts'
import { useChangeMember } from '../queries.ts'

interface ChangeDialogProps {
  member: StaffMember | undefined
  regions: readonly Region[]
  onClose: () => void
}

/** Gives a colleague another role or other regions; it counts at once. */
export function ChangeDialog({ member, regions, onClose }: ChangeDialogProps) {
  const say = useSay(houseWords)
  const sayCommon = useSay(commonWords)
  return (
    <Modal
      opened={member !== undefined}
      onClose={onClose}
      title={say('changeTitle', { name: member?.name ?? '' })}
      closeButtonProps={{ 'aria-label': sayCommon('close') }}
    >
      {member && <ChangeForm member={member} regions={regions} onClose={onClose} />}
    </Modal>
  )
}

function ChangeForm({ member, regions, onClose }: ChangeDialogProps & { member: StaffMember }) {
  const say = useSay(houseWords)
  const sayShell = useSay(shellWords)
  const sayCommon = useSay(commonWords)
  const change = useChangeMember()
  const state = useContractForm({
    schema: staffRights,
    defaultValues: { role: member.role, regions: member.regions },
    async submit(values) {
      await change.mutateAsync({ id: member.id, ...values })
      toast.done(say('changed', { name: member.name }))
      onClose()
    },
  })
  const { control, formState } = state.form
  return (
    <ContractForm of={state} label={say('changeTitle', { name: member.name })}>
      <SelectField
        control={control}
        name="role"
        label={say('role')}
        help={say('changeHelp')}
        choices={role.options.map(value => ({ value, label: sayShell(value) }))}
      />
      <RegionScopeField control={control} regions={regions} />
      <FormActions>
        <Button type="submit" variant="filled" loading={formState.isSubmitting}>
          {say('changeDo')}
        </Button>
        <Button onClick={onClose}>{sayCommon('cancel')}</Button>
      </FormActions>
    </ContractForm>
  )
}
