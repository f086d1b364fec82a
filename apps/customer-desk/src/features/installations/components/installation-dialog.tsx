import { Button, Modal } from '@mantine/core'
import type { Installation } from '@sixfold/contract/installations'
import { installationConflictData, installationFields } from '@sixfold/contract/installations'
import { realChanges } from '@sixfold/domain/customers/provenance'
import { SelectField, TextField } from '@sixfold/ui/parts/fields'
import { ContractForm, FormActions, useContractForm } from '@sixfold/ui/parts/form'
import { useSay } from '@sixfold/ui/parts/language'
import { toast } from '@sixfold/ui/parts/toast'
import { saveOnTop } from '@sixfold/ui/save-on-top'
import { commonWords } from '@sixfold/ui/words/common'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { z } from 'zod'
import { recordWords } from '../../../words/record.ts'
import { productsQuery, useChangeInstallation, useCreateInstallation } from '../queries.ts'
import styles from './installations.module.css'

/** An empty line is no day. */
const day = z
  .string()
  .nullable()
  .transform(text => text || null)
  .pipe(installationFields.shape.purchasedOn)
const thingForm = installationFields.extend({ purchasedOn: day, installedOn: day })
type ThingForm = z.infer<typeof thingForm>

interface InstallationDialogProps {
  /** The thing that is changed; `new` for one more; null: closed. */
  thing: Installation | 'new' | null
  accountId: string
  people: readonly { id: string; name: string }[]
  onClose: () => void
}

export function InstallationDialog({ thing, ...rest }: InstallationDialogProps) {
  const say = useSay(recordWords)
  const sayCommon = useSay(commonWords)
  return (
    <Modal
      opened={thing !== null}
      onClose={rest.onClose}
      title={thing === 'new' || thing === null ? say('addThing') : thing.productName}
      closeButtonProps={{ 'aria-label': sayCommon('close') }}
    >
      {thing !== null && <InstallationForm thing={thing === 'new' ? null : thing} {...rest} />}
    </Modal>
  )
}

const blank: ThingForm = { productId: '', contactId: null, purchasedOn: null, installedOn: null }

function InstallationForm({
  thing,
  accountId,
  people,
  onClose,
}: Omit<InstallationDialogProps, 'thing'> & { thing: Installation | null }) {
  const say = useSay(recordWords)
  const sayCommon = useSay(commonWords)
  const products = useQuery(productsQuery()).data?.items ?? []
  const create = useCreateInstallation()
  const change = useChangeInstallation()
  const [base, setBase] = useState(thing)
  const stored: ThingForm = base ? fieldsOf(base) : blank
  const state = useContractForm<ThingForm, ThingForm>({
    schema: thingForm,
    defaultValues: stored,
    refusals: { revision_conflict: say('clashAgain') },
    async submit(values) {
      if (base) {
        const changes = realChanges<ThingForm>(stored, values)
        await saveOnTop<Installation, ThingForm, Installation>({
          base,
          changes,
          send: revision => change.mutateAsync({ id: base.id, revision, changes }),
          readCurrent(data) {
            const current = installationConflictData.safeParse(data).data?.current
            if (current) setBase(current)
            return current
          },
        })
      } else await create.mutateAsync({ accountId, externalId: '', ...values })
      toast.done(say('saved'))
      onClose()
    },
  })
  const { control, formState } = state.form
  const label = thing ? say('save') : say('addThing')
  return (
    <ContractForm of={state} label={thing?.productName ?? say('addThing')}>
      <SelectField
        control={control}
        name="productId"
        label={say('product')}
        searchable
        choices={products.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <div className={styles.pair}>
        <TextField control={control} name="purchasedOn" type="date" label={say('purchasedOn')} optional />
        <TextField control={control} name="installedOn" type="date" label={say('installedOn')} optional />
      </div>
      <SelectField
        control={control}
        name="contactId"
        label={say('contactToAsk')}
        optional
        searchable
        choices={people.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <FormActions>
        <Button type="submit" variant="filled" loading={formState.isSubmitting}>
          {label}
        </Button>
        <Button onClick={onClose}>{sayCommon('cancel')}</Button>
      </FormActions>
    </ContractForm>
  )
}

function fieldsOf({ productId, contactId, purchasedOn, installedOn }: Installation): ThingForm {
  return { productId, contactId, purchasedOn, installedOn }
}
