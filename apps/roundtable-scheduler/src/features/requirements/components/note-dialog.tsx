import { Button, Checkbox, Modal, Select, Textarea, TextInput } from '@mantine/core'
import type { Requirement } from '@sixfold/contract/requirements'
import { can } from '@sixfold/domain/permissions'
import { FailureNotice } from '@sixfold/ui/parts/failure-notice'
import { useSay } from '@sixfold/ui/parts/language'
import { toast } from '@sixfold/ui/parts/toast'
import { useSession } from '@sixfold/ui/session'
import { commonWords } from '@sixfold/ui/words/common'
import { useQuery } from '@tanstack/react-query'
import type { FormEvent } from 'react'
import { useState } from 'react'
import { useFactorRef, useFactors } from '../../../parts/factors.ts'
import { requirementWords } from '../../../words/requirements.ts'
import { ownerChoices } from '../choices.ts'
import { membersQuery, productsQuery, useNote } from '../queries.ts'
import { ContactPicker } from './contact-picker.tsx'
import styles from './requirements.module.css'

interface NoteProps {
  onClose: () => void
  /** Where it was said, and what was said already. */
  at?: { roundtableId: string; regionId: string; text: string } | undefined
  onNoted: (requirement: Requirement) => void
}

/** Notes what a customer asked for. */
export function NoteDialog({ opened, ...props }: NoteProps & { opened: boolean }) {
  const say = useSay(requirementWords)
  const sayCommon = useSay(commonWords)
  return (
    <Modal
      opened={opened}
      onClose={props.onClose}
      title={say('note')}
      size="lg"
      closeButtonProps={{ 'aria-label': sayCommon('close') }}
    >
      <NoteForm {...props} />
    </Modal>
  )
}

// Mounted with the dialog, so that each opening begins anew.
function NoteForm({ at, onClose, onNoted }: NoteProps) {
  const say = useSay(requirementWords)
  const sayCommon = useSay(commonWords)
  const session = useSession().data
  const factors = useFactors()
  const factorRef = useFactorRef()
  const products = useQuery(productsQuery()).data?.items ?? []
  const members = useQuery(membersQuery()).data?.members ?? []
  const note = useNote()
  const regions = (session?.regions ?? []).filter(
    ({ id }) => session && can(session.actor, 'requirement.edit', { regionId: id }),
  )
  const [text, setText] = useState(at?.text ?? '')
  const [said, setSaid] = useState('')
  const [mayQuote, setMayQuote] = useState(false)
  const [contactId, setContactId] = useState<string | null>(null)
  const [regionId, setRegionId] = useState<string | null>(at?.regionId ?? regions[0]?.id ?? null)
  const [factor, setFactor] = useState<string | null>(null)
  const [productId, setProductId] = useState<string | null>(null)
  const [ownerId, setOwnerId] = useState<string | null>(null)
  const [due, setDue] = useState('')
  const isBlank = text.trim() === ''

  function send(event: FormEvent) {
    event.preventDefault()
    if (isBlank || note.isPending) return
    note.mutate(
      {
        text,
        factor: factorRef(factor),
        productId,
        ownerId,
        due: due === '' ? null : due,
        source: {
          kind: at ? 'round_table' : 'hand',
          aboutId: at?.roundtableId ?? null,
          contactId,
          regionId,
          said,
          mayQuote: mayQuote && said.trim() !== '',
        },
      },
      {
        onSuccess(requirement) {
          toast.done(say('noted', { receipt: requirement.receipt }))
          onNoted(requirement)
          onClose()
        },
      },
    )
  }

  return (
    <form className={styles.form} onSubmit={send} noValidate>
      {note.isError && <FailureNotice error={note.error} />}
      <Textarea
        label={say('text')}
        description={say('textHelp')}
        value={text}
        maxLength={2000}
        autosize
        minRows={2}
        data-autofocus
        onChange={event => setText(event.currentTarget.value)}
      />
      <ContactPicker contactId={contactId} regionId={at?.regionId} onChange={setContactId} />
      <Textarea
        label={say('said')}
        value={said}
        maxLength={4000}
        autosize
        minRows={2}
        onChange={event => setSaid(event.currentTarget.value)}
      />
      <Checkbox
        label={say('mayQuote')}
        checked={mayQuote}
        disabled={said.trim() === ''}
        onChange={event => setMayQuote(event.currentTarget.checked)}
      />
      <div className={styles.pair}>
        <Select
          label={say('factor')}
          value={factor}
          clearable
          placeholder={say('noneYet')}
          data={factors}
          onChange={setFactor}
        />
        <Select
          label={say('product')}
          value={productId}
          clearable
          searchable
          placeholder={say('noneYet')}
          data={products.map(({ id, name }) => ({ value: id, label: name }))}
          onChange={setProductId}
        />
        {!at && contactId === null && regions.length > 1 && (
          <Select
            label={say('region')}
            value={regionId}
            allowDeselect={false}
            data={regions.map(({ id, name }) => ({ value: id, label: name }))}
            onChange={setRegionId}
          />
        )}
        <Select
          label={say('owner')}
          value={ownerId}
          clearable
          searchable
          placeholder={say('noOwner')}
          data={ownerChoices(members, regionId === null ? [] : [regionId])}
          onChange={setOwnerId}
        />
        <TextInput
          type="date"
          label={say('due')}
          value={due}
          onChange={event => setDue(event.currentTarget.value)}
        />
      </div>
      <div className={styles.end}>
        <Button onClick={onClose}>{sayCommon('cancel')}</Button>
        <Button type="submit" variant="filled" disabled={isBlank} loading={note.isPending}>
          {say('note')}
        </Button>
      </div>
    </form>
  )
}
