import { Button, Modal, Select, Textarea, TextInput } from '@mantine/core'
import type { Requirement } from '@sixfold/contract/requirements'
import { asApiError } from '@sixfold/ui/api-error'
import { FailureNotice } from '@sixfold/ui/parts/failure-notice'
import { useSay } from '@sixfold/ui/parts/language'
import { toast } from '@sixfold/ui/parts/toast'
import { commonWords } from '@sixfold/ui/words/common'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useFactorRef, useFactors } from '../../../parts/factors.ts'
import { requirementWords } from '../../../words/requirements.ts'
import { ownerChoices } from '../choices.ts'
import { membersQuery, productsQuery, useEdit } from '../queries.ts'
import styles from './requirements.module.css'

interface EditProps {
  requirement: Requirement
  onClose: () => void
}

/** Changes the sentence, factor, product, owner and day. */
export function EditDialog({ opened, ...props }: EditProps & { opened: boolean }) {
  const say = useSay(requirementWords)
  const sayCommon = useSay(commonWords)
  return (
    <Modal
      opened={opened}
      onClose={props.onClose}
      title={say('editTitle', { receipt: props.requirement.receipt })}
      size="lg"
      closeButtonProps={{ 'aria-label': sayCommon('close') }}
    >
      <EditForm {...props} />
    </Modal>
  )
}

function EditForm({ requirement, onClose }: EditProps) {
  const say = useSay(requirementWords)
  const sayCommon = useSay(commonWords)
  const factors = useFactors()
  const factorRef = useFactorRef()
  const products = useQuery(productsQuery()).data?.items ?? []
  const members = useQuery(membersQuery()).data?.members ?? []
  const edit = useEdit()
  const [text, setText] = useState(requirement.text)
  const [factor, setFactor] = useState(requirement.factorRef?.key ?? null)
  const [productId, setProductId] = useState(requirement.productId)
  const [ownerId, setOwnerId] = useState(requirement.ownerId)
  const [due, setDue] = useState(requirement.due ?? '')
  const isConflict = edit.isError && asApiError(edit.error).code === 'revision_conflict'
  const known = requirement.factor
  // A factor of another model stays as it is until another one is chosen.
  const isForeign = known !== null && factors.every(({ value }) => value !== known.key)
  return (
    <form
      className={styles.form}
      noValidate
      onSubmit={event => {
        event.preventDefault()
        if (text.trim() === '' || edit.isPending) return
        const isSameFactor = factor === (requirement.factorRef?.key ?? null)
        edit.mutate(
          {
            id: requirement.id,
            revision: requirement.revision,
            changes: {
              text,
              ...(isSameFactor ? {} : { factor: factorRef(factor) }),
              productId,
              ownerId,
              due: due === '' ? null : due,
            },
          },
          {
            onSuccess() {
              toast.done(say('saved'))
              onClose()
            },
          },
        )
      }}
    >
      {edit.isError && <FailureNotice error={edit.error} text={isConflict ? say('conflict') : undefined} />}
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
      <div className={styles.pair}>
        <Select
          label={say('factor')}
          value={factor}
          clearable
          placeholder={say('noneYet')}
          data={isForeign ? [{ value: known.key, label: known.name.en ?? known.key }, ...factors] : factors}
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
        <Select
          label={say('owner')}
          value={ownerId}
          clearable
          searchable
          placeholder={say('noOwner')}
          data={ownerChoices(members, requirement.regionIds)}
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
        <Button type="submit" variant="filled" disabled={text.trim() === ''} loading={edit.isPending}>
          {say('save')}
        </Button>
      </div>
    </form>
  )
}
