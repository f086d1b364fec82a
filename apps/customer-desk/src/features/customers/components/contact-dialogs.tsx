import { Button, Modal } from '@mantine/core'
import type { ContactRecord } from '@sixfold/contract/customers'
import { contactConflictData } from '@sixfold/contract/customers'
import { likelyLanguage } from '@sixfold/domain/customers/country-zones'
import { ContractForm, FormActions, useContractForm } from '@sixfold/ui/parts/form'
import { useSay } from '@sixfold/ui/parts/language'
import { toast } from '@sixfold/ui/parts/toast'
import { useSession } from '@sixfold/ui/session'
import { commonWords } from '@sixfold/ui/words/common'
import { recordWords } from '../../../words/record.ts'
import { useChangeContact, useCreateContact } from '../queries.ts'
import { useContactTexts } from '../use-contact-texts.ts'
import { useRecordForm } from '../use-record-form.ts'
import { ClashNotice } from './clash-notice.tsx'
import { type ContactForm, ContactFormFields, contactForm } from './contact-form-fields.tsx'

interface NewContactDialogProps {
  opened: boolean
  onClose: () => void
  account: { id: string; name: string; regionId: string }
}

export function NewContactDialog({ opened, ...rest }: NewContactDialogProps) {
  const say = useSay(recordWords)
  const sayCommon = useSay(commonWords)
  return (
    <Modal
      opened={opened}
      onClose={rest.onClose}
      size="lg"
      title={say('addContact')}
      closeButtonProps={{ 'aria-label': sayCommon('close') }}
    >
      <NewContactForm {...rest} />
    </Modal>
  )
}

// Mounted with the dialog, so that each opening begins with an empty form.
function NewContactForm({ onClose, account }: Omit<NewContactDialogProps, 'opened'>) {
  const say = useSay(recordWords)
  const sayCommon = useSay(commonWords)
  const region = useSession().data?.regions.find(({ id }) => id === account.regionId)
  const create = useCreateContact()
  const state = useContractForm<ContactForm, ContactForm>({
    schema: contactForm,
    defaultValues: {
      name: '',
      role: '',
      seniority: '',
      email: '',
      phone: null,
      languages: region ? [likelyLanguage(region.country)] : [],
      channels: ['email', 'phone'],
      country: region?.country ?? '',
      zone: region?.zone ?? '',
      externalId: '',
    },
    refusals: { already_exists: say('emailTaken') },
    async submit(values) {
      const { name } = await create.mutateAsync({ ...values, accountId: account.id })
      toast.done(say('added', { name }))
      onClose()
    },
  })
  return (
    <ContractForm of={state} label={say('addContact')}>
      <ContactFormFields form={state.form} isNew />
      <FormActions>
        <Button type="submit" variant="filled" loading={state.form.formState.isSubmitting}>
          {say('addContact')}
        </Button>
        <Button onClick={onClose}>{sayCommon('cancel')}</Button>
      </FormActions>
    </ContractForm>
  )
}

export function EditContactDialog({
  opened,
  onClose,
  contact,
}: {
  opened: boolean
  onClose: () => void
  contact: ContactRecord
}) {
  const sayCommon = useSay(commonWords)
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      size="lg"
      title={contact.name}
      closeButtonProps={{ 'aria-label': sayCommon('close') }}
    >
      <EditContactForm onClose={onClose} contact={contact} />
    </Modal>
  )
}

function EditContactForm({ onClose, contact }: { onClose: () => void; contact: ContactRecord }) {
  const say = useSay(recordWords)
  const sayCommon = useSay(commonWords)
  const change = useChangeContact()
  const texts = useContactTexts()
  const { state, clash } = useRecordForm<ContactRecord, ContactForm>({
    schema: contactForm,
    stored: contact,
    fieldsOf,
    refusals: { already_exists: say('emailTaken') },
    send: (revision, { externalId: _given, ...changes }) =>
      change.mutateAsync({ id: contact.id, revision, changes }),
    readCurrent: data => contactConflictData.safeParse(data).data?.current,
    onSaved() {
      toast.done(say('saved'))
      onClose()
    },
  })
  return (
    <ContractForm of={state} label={contact.name}>
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
      <ContactFormFields form={state.form} isNew={false} />
      <FormActions>
        <Button type="submit" variant="filled" loading={state.form.formState.isSubmitting}>
          {say('save')}
        </Button>
        <Button onClick={onClose}>{sayCommon('cancel')}</Button>
      </FormActions>
    </ContractForm>
  )
}

function fieldsOf(contact: ContactRecord): ContactForm {
  const { name, role, seniority, email, phone, languages, channels, country, zone, externalId } = contact
  return { name, role, seniority, email, phone, languages, channels, country, zone, externalId }
}
