import { Button, Modal } from '@mantine/core'
import type { Region } from '@sixfold/contract/staff'
import type { Webhook } from '@sixfold/contract/webhooks'
import { webhookEvent, webhookFields } from '@sixfold/contract/webhooks'
import { MultiSelectField, TextField } from '@sixfold/ui/parts/fields'
import { ContractForm, FormActions, useContractForm } from '@sixfold/ui/parts/form'
import { useSay } from '@sixfold/ui/parts/language'
import { RegionScopeField } from '@sixfold/ui/parts/region-scope-field'
import { commonWords } from '@sixfold/ui/words/common'
import { connectionWords } from '../../../words/connections.ts'
import { useChangeWebhook, useMakeWebhook } from '../queries.ts'

interface WebhookDialogProps {
  /** `new`: one more; undefined: closed. */
  of: Webhook | 'new' | undefined
  regions: readonly Region[]
  onClose: () => void
  onMade?: (secret: string) => void
}

export function WebhookDialog(props: WebhookDialogProps) {
  const say = useSay(connectionWords)
  const sayCommon = useSay(commonWords)
  const { of, onClose } = props
  return (
    <Modal
      opened={of !== undefined}
      onClose={onClose}
      title={of && of !== 'new' ? say('changeTitle', { name: of.name }) : say('makeWebhook')}
      closeButtonProps={{ 'aria-label': sayCommon('close') }}
    >
      {of && <WebhookForm {...props} of={of} />}
    </Modal>
  )
}

function WebhookForm({ of, regions, onClose, onMade }: WebhookDialogProps & { of: Webhook | 'new' }) {
  const say = useSay(connectionWords)
  const sayCommon = useSay(commonWords)
  const make = useMakeWebhook()
  const change = useChangeWebhook()
  const before = of === 'new' ? null : of
  const state = useContractForm({
    schema: webhookFields,
    defaultValues: {
      name: before?.name ?? '',
      url: before?.url ?? 'https://',
      events: before?.events ?? [],
      regions: before?.regions ?? ('all' as const),
    },
    refusals: { revision_conflict: say('changedMeanwhile') },
    async submit(values) {
      if (before) await change.mutateAsync({ id: before.id, revision: before.revision, ...values })
      else onMade?.((await make.mutateAsync(values)).secret)
      onClose()
    },
  })
  const { control, formState } = state.form
  return (
    <ContractForm of={state} label={say('makeWebhook')}>
      <TextField control={control} name="name" label={say('name')} autoFocus />
      <TextField control={control} name="url" type="url" label={say('url')} help={say('urlHelp')} />
      <MultiSelectField
        control={control}
        name="events"
        label={say('events')}
        choices={webhookEvent.options.map(value => ({ value, label: value }))}
      />
      <RegionScopeField control={control} regions={regions} />
      <FormActions>
        <Button type="submit" variant="filled" loading={formState.isSubmitting}>
          {say(before ? 'changeDo' : 'makeWebhookDo')}
        </Button>
        <Button onClick={onClose}>{sayCommon('cancel')}</Button>
      </FormActions>
    </ContractForm>
  )
}
