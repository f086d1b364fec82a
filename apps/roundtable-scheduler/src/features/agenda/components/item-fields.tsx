import {
  ActionIcon,
  Button,
  FileButton,
  MultiSelect,
  NumberInput,
  Select,
  Textarea,
  TextInput,
} from '@mantine/core'
import { AGENDA_KINDS } from '@sixfold/domain/roundtables/agenda'
import { asApiError } from '@sixfold/ui/api-error'
import { FailureNotice } from '@sixfold/ui/parts/failure-notice'
import { useSay } from '@sixfold/ui/parts/language'
import { IconPaperclip, IconX } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { agendaWords } from '../../../words/agenda.ts'
import type { DraftItem } from '../agenda-draft.ts'
import { productsQuery, speakersQuery, useAddMaterial } from '../queries.ts'
import styles from './agenda.module.css'

interface ItemFieldsProps {
  eventId: string
  eventDate: string
  item: DraftItem
  onChange: (changes: Partial<DraftItem>) => void
}

/** Everything that can be said of one item. */
export function ItemFields({ eventId, eventDate, item, onChange }: ItemFieldsProps) {
  const say = useSay(agendaWords)
  const speakers = useQuery(speakersQuery())
  const products = useQuery(productsQuery())
  const text = (field: 'title' | 'note', language: 'en' | 'vi') => ({
    lang: language,
    value: item[field][language] ?? '',
    onChange: (event: { currentTarget: { value: string } }) =>
      onChange({ [field]: { ...item[field], [language]: event.currentTarget.value } }),
  })
  return (
    <div className={styles.fields}>
      <TextInput label={say('titleEn')} maxLength={300} {...text('title', 'en')} />
      <TextInput label={say('titleVi')} maxLength={300} {...text('title', 'vi')} />
      <div className={styles.short}>
        <Select
          label={say('kind')}
          allowDeselect={false}
          value={item.kind}
          data={AGENDA_KINDS.map(value => ({ value, label: say(`kind.${value}`) }))}
          onChange={value => onChange({ kind: AGENDA_KINDS.find(one => one === value) ?? item.kind })}
        />
        <NumberInput
          label={say('minutes')}
          min={1}
          max={600}
          clampBehavior="strict"
          allowDecimal={false}
          value={item.minutes}
          onChange={value => onChange({ minutes: Math.max(1, Number(value) || 1) })}
        />
      </div>
      <MultiSelect
        label={say('speakers')}
        data={(speakers.data?.items ?? [])
          .filter(({ id, active }) => active || item.speakerIds.includes(id))
          .map(({ id, name }) => ({ value: id, label: name }))}
        value={item.speakerIds}
        onChange={speakerIds => onChange({ speakerIds })}
      />
      <Textarea label={say('noteEn')} autosize minRows={1} maxLength={2000} {...text('note', 'en')} />
      <Textarea label={say('noteVi')} autosize minRows={1} maxLength={2000} {...text('note', 'vi')} />
      <Select
        label={say('product')}
        placeholder={say('noProduct')}
        clearable
        searchable
        data={(products.data?.items ?? []).map(({ id, name }) => ({ value: id, label: name }))}
        value={item.productId}
        onChange={productId => onChange({ productId })}
      />
      <Embargo eventDate={eventDate} item={item} onChange={onChange} />
      <Materials eventId={eventId} item={item} onChange={onChange} />
    </div>
  )
}

function Embargo({ eventDate, item, onChange }: Pick<ItemFieldsProps, 'eventDate' | 'item' | 'onChange'>) {
  const say = useSay(agendaWords)
  const { embargo } = item
  if (!embargo)
    return (
      <div>
        <Button mt={24} onClick={() => onChange({ embargo: { date: eventDate, time: '10:00' } })}>
          {say('embargo')}
        </Button>
      </div>
    )
  return (
    <fieldset
      className={styles.short}
      style={{ border: 0, margin: 0, padding: 0 }}
      aria-label={say('embargo')}
    >
      <TextInput
        type="date"
        label={`${say('embargo')}: ${say('embargoDate').toLocaleLowerCase()}`}
        description={say('embargoText')}
        value={embargo.date}
        onChange={({ currentTarget: { value } }) =>
          onChange({ embargo: value === '' ? null : { ...embargo, date: value } })
        }
      />
      <TextInput
        type="time"
        label={say('embargoTime')}
        mt="auto"
        value={embargo.time}
        onChange={({ currentTarget: { value } }) =>
          onChange({ embargo: value === '' ? null : { ...embargo, time: value.slice(0, 5) } })
        }
      />
    </fieldset>
  )
}

function Materials({ eventId, item, onChange }: Pick<ItemFieldsProps, 'eventId' | 'item' | 'onChange'>) {
  const say = useSay(agendaWords)
  const add = useAddMaterial()
  const choose = (file: File | null) => {
    if (!file) return
    add.mutate(
      { id: eventId, file },
      {
        onSuccess: ({ id, name }) =>
          onChange({ materials: [...item.materials.filter(one => one.id !== id), { id, name }] }),
      },
    )
  }
  return (
    <div className={`${styles.files} ${styles.wide}`}>
      {item.materials.map(({ id, name }) => (
        <span key={id} className={styles.file}>
          {name}
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={`${say('remove')}: ${name}`}
            onClick={() => onChange({ materials: item.materials.filter(one => one.id !== id) })}
          >
            <IconX size={14} stroke={1.5} aria-hidden="true" />
          </ActionIcon>
        </span>
      ))}
      <FileButton onChange={choose}>
        {props => (
          <Button
            {...props}
            loading={add.isPending}
            leftSection={<IconPaperclip size={16} stroke={1.5} aria-hidden="true" />}
          >
            {say('addMaterial')}
          </Button>
        )}
      </FileButton>
      {add.error != null && <FailureNotice error={asApiError(add.error)} />}
    </div>
  )
}
