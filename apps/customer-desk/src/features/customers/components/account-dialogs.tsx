import { Button, Modal } from '@mantine/core'
import type { AccountRecord } from '@sixfold/contract/customers'
import { accountConflictData } from '@sixfold/contract/customers'
import { ContractForm, FormActions, useContractForm } from '@sixfold/ui/parts/form'
import { useSay } from '@sixfold/ui/parts/language'
import { toast } from '@sixfold/ui/parts/toast'
import { useSession } from '@sixfold/ui/session'
import { commonWords } from '@sixfold/ui/words/common'
import { recordWords } from '../../../words/record.ts'
import { useChangeAccount, useCreateAccount } from '../queries.ts'
import { useAccountTexts } from '../use-account-texts.ts'
import { useRecordForm } from '../use-record-form.ts'
import { type AccountForm, AccountFormFields, accountForm } from './account-form-fields.tsx'
import { ClashNotice } from './clash-notice.tsx'

interface NewAccountDialogProps {
  opened: boolean
  onClose: () => void
  onCreated: (account: AccountRecord) => void
}

export function NewAccountDialog({ opened, ...rest }: NewAccountDialogProps) {
  const say = useSay(recordWords)
  const sayCommon = useSay(commonWords)
  return (
    <Modal
      opened={opened}
      onClose={rest.onClose}
      size="lg"
      title={say('addAccount')}
      closeButtonProps={{ 'aria-label': sayCommon('close') }}
    >
      <NewAccountForm {...rest} />
    </Modal>
  )
}

// Mounted with the dialog, so that each opening begins with an empty form.
function NewAccountForm({ onClose, onCreated }: Omit<NewAccountDialogProps, 'opened'>) {
  const say = useSay(recordWords)
  const sayCommon = useSay(commonWords)
  const session = useSession().data
  const create = useCreateAccount()
  const state = useContractForm({
    schema: accountForm,
    defaultValues: {
      name: '',
      kind: 'existing' as const,
      regionId: session?.regions.length === 1 ? (session.regions[0]?.id ?? '') : '',
      segment: '',
      annualRevenue: null,
      size: null,
      ownerId: null,
      website: '',
      externalId: '',
    },
    refusals: { already_exists: say('nameTaken') },
    submit: async values => onCreated(await create.mutateAsync(values)),
  })
  const { control, formState } = state.form
  return (
    <ContractForm of={state} label={say('addAccount')}>
      <AccountFormFields control={control} isNew />
      <FormActions>
        <Button type="submit" variant="filled" loading={formState.isSubmitting}>
          {say('addAccount')}
        </Button>
        <Button onClick={onClose}>{sayCommon('cancel')}</Button>
      </FormActions>
    </ContractForm>
  )
}

export function EditAccountDialog({
  opened,
  onClose,
  account,
}: {
  opened: boolean
  onClose: () => void
  account: AccountRecord
}) {
  const sayCommon = useSay(commonWords)
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      size="lg"
      title={account.name}
      closeButtonProps={{ 'aria-label': sayCommon('close') }}
    >
      <EditAccountForm onClose={onClose} account={account} />
    </Modal>
  )
}

function EditAccountForm({ onClose, account }: { onClose: () => void; account: AccountRecord }) {
  const say = useSay(recordWords)
  const sayCommon = useSay(commonWords)
  const change = useChangeAccount()
  const texts = useAccountTexts()
  const { state, clash } = useRecordForm<AccountRecord, AccountForm>({
    schema: accountForm,
    stored: account,
    fieldsOf,
    send: (revision, { externalId: _given, ...changes }) =>
      change.mutateAsync({ id: account.id, revision, changes }),
    readCurrent: data => accountConflictData.safeParse(data).data?.current,
    onSaved() {
      toast.done(say('saved'))
      onClose()
    },
  })
  return (
    <ContractForm of={state} label={account.name}>
      {clash && (
        <ClashNotice
          lines={clash.fields.map(field => ({
            field: texts.label(field),
            theirs: texts.value(field, clash.current) || say('unknown'),
            mine: texts.value(field, clash.mine) || say('unknown'),
          }))}
          onKeepMine={clash.keepMine}
          onTakeTheirs={clash.takeTheirs}
        />
      )}
      <AccountFormFields control={state.form.control} isNew={false} />
      <FormActions>
        <Button type="submit" variant="filled" loading={state.form.formState.isSubmitting}>
          {say('save')}
        </Button>
        <Button onClick={onClose}>{sayCommon('cancel')}</Button>
      </FormActions>
    </ContractForm>
  )
}

function fieldsOf(account: AccountRecord): AccountForm {
  const { name, kind, regionId, segment, annualRevenue, size, ownerId, website, externalId } = account
  return { name, kind, regionId, segment, annualRevenue, size, ownerId, website, externalId }
}
