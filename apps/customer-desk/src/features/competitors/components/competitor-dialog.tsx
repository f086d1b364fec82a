import { Button, Modal, Textarea, TextInput } from '@mantine/core'
import type { Competitor, RivalProduct } from '@sixfold/contract/competitors'
import { asApiError } from '@sixfold/ui/api-error'
import { FailureNotice } from '@sixfold/ui/parts/failure-notice'
import { useSay } from '@sixfold/ui/parts/language'
import { toast } from '@sixfold/ui/parts/toast'
import { commonWords } from '@sixfold/ui/words/common'
import { useState } from 'react'
import { competitorWords } from '../../../words/competitors.ts'
import { useChangeCompetitor, useCreateCompetitor } from '../queries.ts'
import styles from './competitors.module.css'
import { ProductFields } from './product-fields.tsx'

interface CompetitorDialogProps {
  /** The one that is changed; `new` for one more; null: closed. */
  competitor: Competitor | 'new' | null
  onClose: () => void
}

/** Notes a competitor, or changes it with its products. */
export function CompetitorDialog({ competitor, onClose }: CompetitorDialogProps) {
  const say = useSay(competitorWords)
  const sayCommon = useSay(commonWords)
  const known = competitor === 'new' ? null : competitor
  return (
    <Modal
      opened={competitor !== null}
      onClose={onClose}
      size="lg"
      title={known ? known.name : say('add')}
      closeButtonProps={{ 'aria-label': sayCommon('close') }}
    >
      {competitor !== null && <CompetitorForm competitor={known} onClose={onClose} />}
    </Modal>
  )
}

const refusals = { already_exists: 'taken', wrong_state: 'inUse', revision_conflict: 'clash' } as const

function CompetitorForm({ competitor, onClose }: { competitor: Competitor | null; onClose: () => void }) {
  const say = useSay(competitorWords)
  const sayCommon = useSay(commonWords)
  const create = useCreateCompetitor()
  const change = useChangeCompetitor()
  const [name, setName] = useState(competitor?.name ?? '')
  const [website, setWebsite] = useState(competitor?.website ?? '')
  const [note, setNote] = useState(competitor?.note ?? '')
  const [products, setProducts] = useState<RivalProduct[]>(competitor?.products ?? [])
  const error = create.error ?? change.error
  const code = error ? asApiError(error).code : null
  const known = code !== null && code in refusals ? refusals[code as keyof typeof refusals] : null
  const isReady =
    name.trim() !== '' &&
    products.every(one => one.name.trim() !== '' && one.versions.every(version => version.name.trim() !== ''))

  async function send() {
    const fields = { name, website, note }
    try {
      if (competitor)
        await change.mutateAsync({ id: competitor.id, revision: competitor.revision, ...fields, products })
      else {
        const { id, revision } = await create.mutateAsync(fields)
        if (products.length > 0) await change.mutateAsync({ id, revision, ...fields, products })
      }
    } catch {
      // Shown above the form.
      return
    }
    toast.done(competitor ? say('saved') : say('added', { name }))
    onClose()
  }
  return (
    <form
      className={styles.form}
      noValidate
      onSubmit={event => {
        event.preventDefault()
        if (isReady && !create.isPending && !change.isPending) void send()
      }}
    >
      {error && <FailureNotice error={error} text={known ? say(known) : undefined} />}
      <div className={styles.pair}>
        <TextInput
          label={say('name')}
          value={name}
          maxLength={120}
          data-autofocus
          onChange={event => setName(event.currentTarget.value)}
        />
        <TextInput
          type="url"
          label={say('website')}
          value={website}
          maxLength={300}
          placeholder="https://"
          onChange={event => setWebsite(event.currentTarget.value)}
        />
      </div>
      <Textarea
        label={say('note')}
        value={note}
        maxLength={2000}
        autosize
        minRows={2}
        onChange={event => setNote(event.currentTarget.value)}
      />
      {products.map(product => (
        <ProductFields
          key={product.id}
          product={product}
          onChange={next => setProducts(products.map(one => (one.id === next.id ? next : one)))}
          onRemove={() => setProducts(products.filter(one => one.id !== product.id))}
        />
      ))}
      <div className={styles.buttons}>
        <Button
          onClick={() =>
            setProducts([...products, { id: crypto.randomUUID(), name: '', oursId: null, versions: [] }])
          }
        >
          {say('addProduct')}
        </Button>
      </div>
      <div className={styles.buttons}>
        <Button
          type="submit"
          variant="filled"
          disabled={!isReady}
          loading={create.isPending || change.isPending}
        >
          {say('save')}
        </Button>
        <Button onClick={onClose}>{sayCommon('cancel')}</Button>
      </div>
    </form>
  )
}
