import type { ContactRecord } from '@sixfold/contract/customers'
import { contactConflictData } from '@sixfold/contract/customers'
import { likelyLanguage } from '@sixfold/domain/customers/country-zones'
import { useContractForm } from '@sixfold/ui/parts/form'
import { useSay } from '@sixfold/ui/parts/language'
import { toast } from '@sixfold/ui/parts/toast'
import { useSession } from '@sixfold/ui/session'
import { recordWords } from '../../../words/record.ts'
import { useChangeContact, useCreateContact } from '../queries.ts'
import { useContactTexts } from '../use-contact-texts.ts'
import { useRecordForm } from '../use-record-form.ts'
import { type ContactForm, ContactFormFields, contactForm } from './contact-form-fields.tsx'
import { RecordClashNotice, RecordDialog, RecordForm } from './record-form.tsx'

interface NewContactProps {
  onClose: () => void
  account: { id: string; name: string; regionId: string }
}

export function NewContactDialog({ opened, ...rest }: NewContactProps & { opened: boolean }) {
  const say = useSay(recordWords)
  return (
    <RecordDialog opened={opened} onClose={rest.onClose} title={say('addContact')}>
      <NewContactForm {...rest} />
    </RecordDialog>
  )
}

function NewContactForm({ onClose, account }: NewContactProps) {
  const say = useSay(recordWords)
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
    <RecordForm state={state} label={say('addContact')} send={say('addContact')} onClose={onClose}>
      <ContactFormFields form={state.form} isNew />
    </RecordForm>
  )
}

interface EditContactProps {
  onClose: () => void
  contact: ContactRecord
}

export function EditContactDialog({ opened, ...rest }: EditContactProps & { opened: boolean }) {
  return (
    <RecordDialog opened={opened} onClose={rest.onClose} title={rest.contact.name}>
      <EditContactForm {...rest} />
    </RecordDialog>
  )
}

function EditContactForm({ onClose, contact }: EditContactProps) {
  const say = useSay(recordWords)
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
    <RecordForm state={state} label={contact.name} send={say('save')} onClose={onClose}>
      <RecordClashNotice clash={clash} texts={texts} />
      <ContactFormFields form={state.form} isNew={false} />
    </RecordForm>
  )
}

function fieldsOf(contact: ContactRecord): ContactForm {
  const { name, role, seniority, email, phone, languages, channels, country, zone, externalId } = contact
  return { name, role, seniority, email, phone, languages, channels, country, zone, externalId }
}
