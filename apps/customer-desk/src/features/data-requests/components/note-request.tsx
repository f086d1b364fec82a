import { Button, Modal, Select, Textarea } from '@mantine/core'
import type { ContactRecord } from '@sixfold/contract/customers'
import { DATA_REQUEST_KINDS } from '@sixfold/domain/data-requests/states'
import { formatInstant } from '@sixfold/ui/format'
import { useLanguage, useSay } from '@sixfold/ui/parts/language'
import { toast } from '@sixfold/ui/parts/toast'
import { IconShieldLock } from '@tabler/icons-react'
import { useState } from 'react'
import { dataRequestWords } from '../../../words/data-requests.ts'
import { useNote } from '../queries.ts'
import styles from './data-requests.module.css'

/** What a person asks by telephone, letter or mail: the clocks start with it. */
export function NoteRequest({ contact: { id, name } }: { contact: Pick<ContactRecord, 'id' | 'name'> }) {
  const say = useSay(dataRequestWords)
  const { language } = useLanguage()
  const [opened, setOpened] = useState(false)
  const [kind, setKind] = useState<(typeof DATA_REQUEST_KINDS)[number]>('access')
  const [text, setText] = useState('')
  const note = useNote()
  const close = () => setOpened(false)
  const save = () =>
    note.mutate(
      { contactId: id, kind, text: text.trim() },
      {
        onSuccess: ({ answerBy }) => {
          const last = new Date(Date.parse(answerBy) - 1).toISOString()
          toast.done(say('noteToast', { day: formatInstant(last, language, { show: 'date' }) }))
          setText('')
          close()
        },
        onError: error => toast.failed(error, language),
      },
    )
  return (
    <>
      <Button
        leftSection={<IconShieldLock size={16} stroke={1.5} aria-hidden="true" />}
        onClick={() => setOpened(true)}
      >
        {say('note')}
      </Button>
      <Modal opened={opened} onClose={close} title={say('noteTitle', { name })}>
        <form
          className={styles.telling}
          onSubmit={event => {
            event.preventDefault()
            save()
          }}
        >
          <p>{say('noteLead', { name })}</p>
          <Select
            label={say('noteKind')}
            allowDeselect={false}
            value={kind}
            onChange={value => setKind(DATA_REQUEST_KINDS.find(one => one === value) ?? 'access')}
            data={DATA_REQUEST_KINDS.map(value => ({ value, label: say(`kind.${value}`) }))}
          />
          <Textarea
            label={say('noteWords')}
            autosize
            minRows={3}
            maxLength={2000}
            value={text}
            onChange={event => setText(event.currentTarget.value)}
          />
          <Button type="submit" loading={note.isPending} disabled={text.trim() === ''}>
            {say('noteSave')}
          </Button>
        </form>
      </Modal>
    </>
  )
}
