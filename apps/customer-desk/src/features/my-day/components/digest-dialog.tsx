import { Button, Modal } from '@mantine/core'
import { digestPlan } from '@sixfold/contract/my-day'
import { formatInstant } from '@sixfold/ui/format'
import { SelectField, SwitchField, TextField } from '@sixfold/ui/parts/fields'
import { ContractForm, FormActions, useContractForm } from '@sixfold/ui/parts/form'
import { useLanguage, useSay } from '@sixfold/ui/parts/language'
import { toast } from '@sixfold/ui/parts/toast'
import { useSession } from '@sixfold/ui/session'
import { commonWords } from '@sixfold/ui/words/common'
import { zonesWith } from '@sixfold/ui/zones'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { dayWords } from '../../../words/my-day.ts'
import { digestQuery, useSetDigest } from '../queries.ts'
import styles from './my-day.module.css'

type Digest = Awaited<ReturnType<NonNullable<ReturnType<typeof digestQuery>['queryFn']>>>

/** Says whether the list comes by mail, and opens where that is chosen. */
export function DigestButton() {
  const say = useSay(dayWords)
  const sayCommon = useSay(commonWords)
  const digest = useQuery(digestQuery()).data
  const [opened, setOpened] = useState(false)
  if (!digest) return null
  return (
    <>
      <Button onClick={() => setOpened(true)}>
        {digest.on ? say('digestAt', { time: digest.time }) : say('digestOff')}
      </Button>
      <Modal
        opened={opened}
        onClose={() => setOpened(false)}
        title={say('digest')}
        closeButtonProps={{ 'aria-label': sayCommon('close') }}
      >
        <DigestForm digest={digest} onClose={() => setOpened(false)} />
      </Modal>
    </>
  )
}

function DigestForm({ digest, onClose }: { digest: Digest; onClose: () => void }) {
  const say = useSay(dayWords)
  const sayCommon = useSay(commonWords)
  const { language } = useLanguage()
  const session = useSession().data
  const save = useSetDigest()
  const { nextAt, ...plan } = digest
  const state = useContractForm({
    schema: digestPlan,
    defaultValues: plan,
    async submit(values) {
      await save.mutateAsync(values)
      toast.done(say('saved'))
      onClose()
    },
  })
  const { control, formState } = state.form
  const { regions = [], actor } = session ?? {}
  const own = regions.filter(({ id }) => actor?.regions === 'all' || actor?.regions.includes(id))
  return (
    <ContractForm of={state} label={say('digest')}>
      <p>{say('digestText')}</p>
      {nextAt !== null && (
        <p className={styles.reasons}>
          {say('digestNext', { when: formatInstant(nextAt, language, { zone: plan.zone }) })}
        </p>
      )}
      <SwitchField control={control} name="on" label={say('on')} />
      <TextField control={control} name="time" type="time" label={say('time')} />
      <SelectField
        control={control}
        name="zone"
        label={say('zone')}
        searchable
        choices={zonesWith(plan.zone).map(value => ({ value, label: value.replaceAll('_', ' ') }))}
      />
      <SelectField
        control={control}
        name="regionId"
        label={say('region')}
        choices={own.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <FormActions>
        <Button type="submit" variant="filled" loading={formState.isSubmitting}>
          {say('save')}
        </Button>
        <Button onClick={onClose}>{sayCommon('cancel')}</Button>
      </FormActions>
    </ContractForm>
  )
}
