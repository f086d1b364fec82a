import { Button, Modal, Select } from '@mantine/core'
import type { CaseRecord } from '@sixfold/contract/cases'
import { caseSeverity } from '@sixfold/contract/cases'
import { textIn } from '@sixfold/domain/local-text'
import { FailureNotice } from '@sixfold/ui/parts/failure-notice'
import { useLanguage, useSay } from '@sixfold/ui/parts/language'
import { commonWords } from '@sixfold/ui/words/common'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { caseWords } from '../../../words/cases.ts'
import { contactsOfQuery, useFactorModel, useOpenCase } from '../queries.ts'
import styles from './cases.module.css'
import { NoteForm } from './note-form.tsx'

interface OpenProps {
  accountId: string
  onClose: () => void
}

/** A case opened by hand, for an account. */
export function OpenDialog({ opened, ...props }: OpenProps & { opened: boolean }) {
  const say = useSay(caseWords)
  const sayCommon = useSay(commonWords)
  return (
    <Modal
      opened={opened}
      onClose={props.onClose}
      title={say('open')}
      size="lg"
      closeButtonProps={{ 'aria-label': sayCommon('close') }}
    >
      <OpenForm {...props} />
    </Modal>
  )
}

function OpenForm({ accountId, onClose }: OpenProps) {
  const say = useSay(caseWords)
  const { language } = useLanguage()
  const navigate = useNavigate()
  const model = useFactorModel(null)
  const contacts = useQuery(contactsOfQuery(accountId)).data?.items ?? []
  const open = useOpenCase()
  // Named once: sent twice it is one case.
  const [form] = useState(() => crypto.randomUUID())
  const [contactId, setContact] = useState<string | null>(null)
  const [factor, setFactor] = useState<string | null>(null)
  const [severity, setSeverity] = useState<CaseRecord['severity']>('normal')
  return (
    <>
      {open.isError && <FailureNotice error={open.error} />}
      <NoteForm
        label={say('open.words')}
        send={say('open.send')}
        busy={open.isPending}
        onCancel={onClose}
        onSend={words =>
          open.mutate(
            {
              form,
              accountId,
              contactId,
              factor:
                model && factor ? { model: { key: model.key, version: model.version }, key: factor } : null,
              words,
              severity,
            },
            { onSuccess: ({ id }) => void navigate({ to: '/cases/$id', params: { id } }) },
          )
        }
      >
        <p className={styles.hint}>{say('open.lead')}</p>
        <div className={styles.pair}>
          <Select
            label={say('open.person')}
            placeholder={say('open.nobody')}
            value={contactId}
            onChange={setContact}
            clearable
            searchable
            data={contacts.map(({ id, name }) => ({ value: id, label: name }))}
          />
          <Select
            label={say('severity')}
            value={severity}
            allowDeselect={false}
            onChange={value => setSeverity(caseSeverity.options.find(one => one === value) ?? severity)}
            data={caseSeverity.options.map(value => ({ value, label: say(`severity.${value}`) }))}
          />
          <Select
            label={say('factor')}
            placeholder={say('noFactor')}
            value={factor}
            onChange={setFactor}
            clearable
            data={(model?.factors ?? []).map(({ key, name }) => ({
              value: key,
              label: textIn(name, language, 'en'),
            }))}
          />
        </div>
      </NoteForm>
    </>
  )
}

/** On an account's page: the way to a case by hand. */
export function OpenCaseButton({ accountId }: { accountId: string }) {
  const say = useSay(caseWords)
  const [opened, setOpened] = useState(false)
  return (
    <>
      <Button size="xs" onClick={() => setOpened(true)}>
        {say('open')}
      </Button>
      <OpenDialog opened={opened} accountId={accountId} onClose={() => setOpened(false)} />
    </>
  )
}
