import { Button, Modal } from '@mantine/core'
import type { Deal } from '@sixfold/contract/deals'
import { dealConflictData, dealFields, dealResult, dealStage } from '@sixfold/contract/deals'
import { asApiError } from '@sixfold/ui/api-error'
import { NumberField, SelectField, TextField } from '@sixfold/ui/parts/fields'
import { ContractForm, FormActions, useContractForm } from '@sixfold/ui/parts/form'
import { useSay } from '@sixfold/ui/parts/language'
import { toast } from '@sixfold/ui/parts/toast'
import { useToday } from '@sixfold/ui/today'
import { commonWords } from '@sixfold/ui/words/common'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { z } from 'zod'
import { dealWords } from '../../../words/deals.ts'
import {
  competitorChoices,
  contactChoices,
  memberChoices,
  productChoices,
  useChangeDeal,
  useCreateDeal,
} from '../queries.ts'
import { AccountField } from './account-field.tsx'
import styles from './deals.module.css'

interface DealDialogProps {
  /** The deal that is changed; `new` for one more; null: closed. */
  deal: Deal | 'new' | null
  onClose: () => void
  onNoted?: (deal: Deal) => void
}

/** Notes a deal, or changes what is known of one. */
export function DealDialog({ deal, onClose, onNoted }: DealDialogProps) {
  const say = useSay(dealWords)
  const sayCommon = useSay(commonWords)
  return (
    <Modal
      opened={deal !== null}
      onClose={onClose}
      size="lg"
      title={say(deal === 'new' ? 'noteTitle' : 'editTitle')}
      closeButtonProps={{ 'aria-label': sayCommon('close') }}
    >
      {deal !== null && <DealForm deal={deal === 'new' ? null : deal} onClose={onClose} onNoted={onNoted} />}
    </Modal>
  )
}

const form = dealFields.extend({ accountId: z.string().min(1).nullable(), externalId: z.string().max(100) })

const isChosen = (id: string | null) => id !== null

interface DealFormProps {
  deal: Deal | null
  onClose: () => void
  onNoted: ((deal: Deal) => void) | undefined
}

function DealForm({ deal, onClose, onNoted }: DealFormProps) {
  const say = useSay(dealWords)
  const sayCommon = useSay(commonWords)
  const today = useToday()
  const create = useCreateDeal()
  const change = useChangeDeal()
  const [base, setBase] = useState(deal)
  const state = useContractForm({
    schema: deal
      ? form
      : form.extend({ accountId: form.shape.accountId.refine(isChosen, say('accountMissing')) }),
    defaultValues: deal ? valuesOf(deal) : { ...blank, decidedOn: today },
    refusals: { already_exists: say('taken'), revision_conflict: say('clash') },
    async submit({ accountId, externalId, ...fields }) {
      if (!base) {
        if (accountId === null) return
        const noted = await create.mutateAsync({ accountId, externalId, ...fields })
        toast.done(say('noted'))
        onNoted?.(noted)
      } else {
        try {
          await change.mutateAsync({ id: base.id, revision: base.revision, changes: fields })
        } catch (error) {
          const theirs = dealConflictData.safeParse(asApiError(error).data).data?.current
          if (theirs) {
            setBase(theirs)
            state.form.reset(valuesOf(theirs))
          }
          throw error
        }
        toast.done(say('saved'))
      }
      onClose()
    },
  })
  const { control, formState, watch, setValue } = state.form
  const [accountId, competitorId, result] = watch(['accountId', 'competitorId', 'result'])
  const competitors = useQuery(competitorChoices()).data?.items ?? []
  const products = useQuery(productChoices()).data?.items ?? []
  const members = useQuery(memberChoices()).data?.items ?? []
  const contacts = useQuery(contactChoices(accountId ?? null)).data?.items ?? []
  const theirs = competitors.find(({ id }) => id === competitorId)?.products ?? []
  const named = (list: readonly { id: string; name: string }[]) =>
    list.map(({ id, name }) => ({ value: id, label: name }))
  return (
    <ContractForm of={state} label={say(deal ? 'editTitle' : 'noteTitle')}>
      {!deal && (
        <AccountField control={control} name="accountId" onChosen={() => setValue('contactId', null)} />
      )}
      <TextField control={control} name="name" label={say('name')} autoFocus={deal !== null} />
      <div className={styles.pair}>
        <SelectField
          control={control}
          name="result"
          label={say('result')}
          choices={dealResult.options.map(value => ({ value, label: say(`result.${value}`) }))}
        />
        <SelectField
          control={control}
          name="stage"
          label={say('stage')}
          optional
          disabled={result === 'won'}
          help={result === 'won' ? say('stageHelp') : undefined}
          choices={dealStage.options.map(value => ({ value, label: say(`stage.${value}`) }))}
        />
        <TextField control={control} name="decidedOn" label={say('decided')} type="date" />
        <NumberField
          control={control}
          name="value"
          label={say('value')}
          help={say('valueHelp')}
          min={0}
          optional
        />
        <SelectField
          control={control}
          name="competitorId"
          label={say('competitor')}
          optional
          searchable
          choices={named(competitors)}
        />
        <SelectField
          control={control}
          name="rivalProductId"
          label={say('rivalProduct')}
          optional
          disabled={theirs.length === 0}
          choices={named(theirs)}
        />
        <SelectField
          control={control}
          name="productId"
          label={say('product')}
          optional
          searchable
          choices={named(products)}
        />
        <SelectField
          control={control}
          name="contactId"
          label={say('contact')}
          optional
          searchable
          choices={named(contacts)}
        />
        <SelectField
          control={control}
          name="sellerId"
          label={say('ledBy')}
          optional
          searchable
          choices={named(members)}
        />
        {!deal && <TextField control={control} name="externalId" label={say('externalId')} optional />}
      </div>
      <FormActions>
        <Button type="submit" variant="filled" loading={formState.isSubmitting}>
          {say(deal ? 'save' : 'note')}
        </Button>
        <Button onClick={onClose}>{sayCommon('cancel')}</Button>
      </FormActions>
    </ContractForm>
  )
}

const blank = {
  name: '',
  result: 'lost' as const,
  stage: null,
  decidedOn: '',
  value: null,
  productId: null,
  competitorId: null,
  rivalProductId: null,
  contactId: null,
  sellerId: null,
  accountId: null,
  externalId: '',
}

const valuesOf = (deal: Deal): z.input<typeof form> => ({
  name: deal.name,
  result: deal.result,
  stage: deal.stage,
  decidedOn: deal.decidedOn,
  value: deal.value,
  productId: deal.productId,
  competitorId: deal.competitorId,
  rivalProductId: deal.rivalProductId,
  contactId: deal.contactId,
  sellerId: deal.sellerId,
  accountId: deal.accountId,
  externalId: deal.externalId,
})
