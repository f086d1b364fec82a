import { ActionIcon, Button, Modal } from '@mantine/core'
import type { Speaker, SpeakerFields } from '@sixfold/contract/speakers'
import { speakerFields } from '@sixfold/contract/speakers'
import { SelectField, SwitchField, TextField } from '@sixfold/ui/parts/fields'
import { ContractForm, FormActions, useContractForm } from '@sixfold/ui/parts/form'
import { useSay } from '@sixfold/ui/parts/language'
import { toast } from '@sixfold/ui/parts/toast'
import { commonWords } from '@sixfold/ui/words/common'
import { zonesWith } from '@sixfold/ui/zones'
import { IconTrash } from '@tabler/icons-react'
import { useFieldArray } from 'react-hook-form'
import { speakerWords } from '../../../words/speakers.ts'
import { useAddSpeaker, useChangeSpeaker } from '../queries.ts'
import styles from './speakers.module.css'

interface SpeakerDialogProps {
  /** Null: a new one. */
  speaker: Speaker | null
  opened: boolean
  /** Where somebody new usually is. */
  zone: string
  onClose: () => void
}

export function SpeakerDialog({ speaker, opened, zone, onClose }: SpeakerDialogProps) {
  const say = useSay(speakerWords)
  const sayCommon = useSay(commonWords)
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      size="lg"
      title={speaker ? say('change', { name: speaker.name }) : say('add')}
      closeButtonProps={{ 'aria-label': sayCommon('close') }}
    >
      <SpeakerForm speaker={speaker} zone={zone} onClose={onClose} />
    </Modal>
  )
}

function SpeakerForm({ speaker, zone, onClose }: Omit<SpeakerDialogProps, 'opened'>) {
  const say = useSay(speakerWords)
  const sayCommon = useSay(commonWords)
  const [add, change] = [useAddSpeaker(), useChangeSpeaker()]
  const state = useContractForm({
    schema: speakerFields,
    defaultValues: speaker ? fieldsOf(speaker) : { name: '', about: '', zone, away: [], active: true },
    async submit(values: SpeakerFields) {
      if (speaker) await change.mutateAsync({ id: speaker.id, revision: speaker.revision, ...values })
      else await add.mutateAsync(values)
      toast.done(speaker ? say('saved') : say('added', { name: values.name }))
      onClose()
    },
  })
  const { control, formState } = state.form
  const away = useFieldArray({ control, name: 'away' })
  return (
    <ContractForm of={state} label={speaker?.name ?? say('add')}>
      <TextField control={control} name="name" label={say('name')} autoFocus={speaker === null} />
      <TextField control={control} name="about" label={say('about')} optional />
      <SelectField
        control={control}
        name="zone"
        label={say('zone')}
        help={say('zoneHelp')}
        choices={zonesWith(zone, speaker?.zone).map(one => ({ value: one, label: one }))}
        searchable
      />
      <fieldset className={styles.away}>
        <legend>{say('away')}</legend>
        {away.fields.map((field, at) => (
          <div key={field.id} className={styles.days}>
            <TextField control={control} name={`away.${at}.from`} type="date" label={say('from')} />
            <TextField control={control} name={`away.${at}.until`} type="date" label={say('until')} />
            <TextField control={control} name={`away.${at}.title`} label={say('reason')} optional />
            <ActionIcon
              variant="subtle"
              color="gray"
              size={36}
              aria-label={say('removeAway')}
              onClick={() => away.remove(at)}
            >
              <IconTrash size={18} stroke={1.5} aria-hidden="true" />
            </ActionIcon>
          </div>
        ))}
        <Button size="xs" onClick={() => away.append({ from: '', until: '', title: '' })}>
          {say('addAway')}
        </Button>
      </fieldset>
      {speaker && <SwitchField control={control} name="active" label={say('active')} />}
      <FormActions>
        <Button type="submit" variant="filled" loading={formState.isSubmitting}>
          {speaker ? say('save') : say('add')}
        </Button>
        <Button onClick={onClose}>{sayCommon('cancel')}</Button>
      </FormActions>
    </ContractForm>
  )
}

function fieldsOf({ name, about, zone, away, active }: Speaker): SpeakerFields {
  return { name, about, zone, away, active }
}
