import type { AccountRecord } from '@sixfold/contract/customers'
import { accountConflictData } from '@sixfold/contract/customers'
import { useContractForm } from '@sixfold/ui/parts/form'
import { useSay } from '@sixfold/ui/parts/language'
import { toast } from '@sixfold/ui/parts/toast'
import { useSession } from '@sixfold/ui/session'
import { recordWords } from '../../../words/record.ts'
import { useChangeAccount, useCreateAccount } from '../queries.ts'
import { useAccountTexts } from '../use-account-texts.ts'
import { useRecordForm } from '../use-record-form.ts'
import { type AccountForm, AccountFormFields, accountForm } from './account-form-fields.tsx'
import { RecordClashNotice, RecordDialog, RecordForm } from './record-form.tsx'

interface NewAccountDialogProps {
  opened: boolean
  onClose: () => void
  onCreated: (account: AccountRecord) => void
}

export function NewAccountDialog({ opened, ...rest }: NewAccountDialogProps) {
  const say = useSay(recordWords)
  return (
    <RecordDialog opened={opened} onClose={rest.onClose} title={say('addAccount')}>
      <NewAccountForm {...rest} />
    </RecordDialog>
  )
}

function NewAccountForm({ onClose, onCreated }: Omit<NewAccountDialogProps, 'opened'>) {
  const say = useSay(recordWords)
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
      fiscalYearEnds: null,
      ownerId: null,
      website: '',
      externalId: '',
    },
    refusals: { already_exists: say('nameTaken') },
    submit: async values => onCreated(await create.mutateAsync(values)),
  })
  return (
    <RecordForm state={state} label={say('addAccount')} send={say('addAccount')} onClose={onClose}>
      <AccountFormFields control={state.form.control} isNew />
    </RecordForm>
  )
}

interface EditAccountProps {
  onClose: () => void
  account: AccountRecord
}

export function EditAccountDialog({ opened, ...rest }: EditAccountProps & { opened: boolean }) {
  return (
    <RecordDialog opened={opened} onClose={rest.onClose} title={rest.account.name}>
      <EditAccountForm {...rest} />
    </RecordDialog>
  )
}

function EditAccountForm({ onClose, account }: EditAccountProps) {
  const say = useSay(recordWords)
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
    <RecordForm state={state} label={account.name} send={say('save')} onClose={onClose}>
      <RecordClashNotice clash={clash} texts={texts} />
      <AccountFormFields control={state.form.control} isNew={false} />
    </RecordForm>
  )
}

function fieldsOf(account: AccountRecord): AccountForm {
  const { name, kind, regionId, segment, annualRevenue, size, fiscalYearEnds, ownerId, website } = account
  const { externalId } = account
  return { name, kind, regionId, segment, annualRevenue, size, fiscalYearEnds, ownerId, website, externalId }
}
