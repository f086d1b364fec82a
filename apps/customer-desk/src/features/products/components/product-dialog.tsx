import { Button, Modal } from '@mantine/core'
import { type Product, productConflictData, productInput } from '@sixfold/contract/installations'
import { TextField } from '@sixfold/ui/parts/fields'
import { ContractForm, FormActions, useContractForm } from '@sixfold/ui/parts/form'
import { useSay } from '@sixfold/ui/parts/language'
import { toast } from '@sixfold/ui/parts/toast'
import { saveOnTop } from '@sixfold/ui/save-on-top'
import { commonWords } from '@sixfold/ui/words/common'
import { useState } from 'react'
import { recordWords } from '../../../words/record.ts'
import { useCreateProduct, useRenameProduct } from '../queries.ts'

interface ProductDialogProps {
  /** The product that is renamed; `new` for one more; null: closed. */
  product: Product | 'new' | null
  onClose: () => void
}

export function ProductDialog({ product, onClose }: ProductDialogProps) {
  const say = useSay(recordWords)
  const sayCommon = useSay(commonWords)
  return (
    <Modal
      opened={product !== null}
      onClose={onClose}
      title={product === 'new' || product === null ? say('addProduct') : product.name}
      closeButtonProps={{ 'aria-label': sayCommon('close') }}
    >
      {product !== null && <ProductForm product={product === 'new' ? null : product} onClose={onClose} />}
    </Modal>
  )
}

function ProductForm({ product, onClose }: { product: Product | null; onClose: () => void }) {
  const say = useSay(recordWords)
  const sayCommon = useSay(commonWords)
  const create = useCreateProduct()
  const rename = useRenameProduct()
  const [base, setBase] = useState(product)
  const state = useContractForm({
    schema: productInput,
    defaultValues: { name: product?.name ?? '', externalId: product?.externalId ?? '' },
    refusals: { already_exists: say('nameTaken'), revision_conflict: say('clashAgain') },
    async submit({ name, externalId }) {
      if (base)
        await saveOnTop<Product, Pick<Product, 'name'>, Product>({
          base,
          changes: { name },
          send: revision => rename.mutateAsync({ id: base.id, revision, name }),
          readCurrent(data) {
            const current = productConflictData.safeParse(data).data?.current
            if (current) setBase(current)
            return current
          },
        })
      else await create.mutateAsync({ name, externalId })
      toast.done(product ? say('saved') : say('added', { name }))
      onClose()
    },
  })
  const { control, formState } = state.form
  return (
    <ContractForm of={state} label={product?.name ?? say('addProduct')}>
      <TextField control={control} name="name" label={say('name')} autoFocus />
      {!product && (
        <TextField
          control={control}
          name="externalId"
          label={say('optionalNumber')}
          help={say('optionalNumberHelp')}
          optional
        />
      )}
      <FormActions>
        <Button type="submit" variant="filled" loading={formState.isSubmitting}>
          {product ? say('save') : say('addProduct')}
        </Button>
        <Button onClick={onClose}>{sayCommon('cancel')}</Button>
      </FormActions>
    </ContractForm>
  )
}
