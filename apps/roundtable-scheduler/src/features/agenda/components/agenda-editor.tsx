import { ActionIcon, Button, Menu, Switch } from '@mantine/core'
import type { Roundtable } from '@sixfold/contract/roundtables'
import { textIn } from '@sixfold/domain/local-text'
import { AGENDA_KINDS, agendaTimes } from '@sixfold/domain/roundtables/agenda'
import { wallTimeIn } from '@sixfold/domain/wall-time'
import type { ApiError } from '@sixfold/ui/api-error'
import { FailureNotice } from '@sixfold/ui/parts/failure-notice'
import { Lamp } from '@sixfold/ui/parts/lamp'
import { useLanguage, useSay } from '@sixfold/ui/parts/language'
import { IconArrowDown, IconArrowUp, IconPencil, IconPlus, IconTrash } from '@tabler/icons-react'
import { useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { agendaWords } from '../../../words/agenda.ts'
import type { DraftItem } from '../agenda-draft.ts'
import { moved, newItem } from '../agenda-draft.ts'
import styles from './agenda.module.css'
import { ItemFields } from './item-fields.tsx'
import { Overrun } from './overrun.tsx'

interface AgendaEditorProps {
  event: Roundtable
  fallbackZone: string
  items: readonly DraftItem[]
  shown: boolean
  saving: boolean
  failure: ApiError | null
  onItems: (items: DraftItem[]) => void
  onShown: (shown: boolean) => void
  onSave: () => void
  onDiscard: () => void
}

/** Writes the agenda: items in their order, each opened where it stands. */
export function AgendaEditor(props: AgendaEditorProps) {
  const { event, fallbackZone, items, shown, saving, failure, onItems, onShown, onSave, onDiscard } = props
  const { language } = useLanguage()
  const say = useSay(agendaWords)
  const list = useRef<HTMLOListElement>(null)
  const add = useRef<HTMLButtonElement>(null)
  const [open, setOpen] = useState<string | null>(null)
  const span = { startsAt: new Date(event.startsAt), endsAt: new Date(event.endsAt) }
  const { items: times, overrun } = agendaTimes(items, span)
  const nameOf = (item: DraftItem) => textIn(item.title, language, 'en') || say(`kind.${item.kind}`)
  const change = (id: string, changes: Partial<DraftItem>) =>
    onItems(items.map(item => (item.id === id ? { ...item, ...changes } : item)))
  /** Focus stays where work goes on: at what took the place, or at the way to add something. */
  function remove(place: number) {
    flushSync(() => onItems(items.filter((_, at) => at !== place)))
    const others = list.current?.querySelectorAll<HTMLElement>('[data-remove]') ?? []
    const next = others[Math.min(place, others.length - 1)] ?? add.current
    next?.focus()
  }
  const clock = (instant: Date | undefined) =>
    instant ? wallTimeIn(instant, event.zone, fallbackZone).time : ''
  return (
    <>
      <ol ref={list} className={styles.list}>
        {items.map((item, place) => {
          const name = nameOf(item)
          const notes = [
            ...item.receipts,
            ...(item.accounts > 0 ? [say('accounts', { count: item.accounts })] : []),
            ...(item.title.en && !item.title.vi ? [say('noVietnamese')] : []),
            ...item.materials.map(file => file.name),
          ]
          return (
            <li key={item.id} className={styles.item}>
              <span className={styles.time}>
                {clock(times[place]?.startsAt)}–{clock(times[place]?.endsAt)}
                <small>{say('duration', { minutes: item.minutes })}</small>
              </span>
              <div className={styles.text} style={{ gridColumn: 'span 2' }}>
                <p className={styles.name}>{name}</p>
                {notes.length > 0 && <p className={styles.quiet}>{notes.join(' · ')}</p>}
                {item.embargo && (
                  <Lamp tone="attention">
                    {say('embargoed', { time: `${item.embargo.date} ${item.embargo.time}` })}
                  </Lamp>
                )}
              </div>
              <span className={styles.buttons}>
                <ActionIcon
                  variant="subtle"
                  color="gray"
                  aria-label={say('up', { title: name })}
                  {...resting(place === 0)}
                  onClick={() => onItems(moved(items, place, -1))}
                >
                  <IconArrowUp size={16} stroke={1.5} aria-hidden="true" />
                </ActionIcon>
                <ActionIcon
                  variant="subtle"
                  color="gray"
                  aria-label={say('down', { title: name })}
                  {...resting(place === items.length - 1)}
                  onClick={() => onItems(moved(items, place, 1))}
                >
                  <IconArrowDown size={16} stroke={1.5} aria-hidden="true" />
                </ActionIcon>
                <ActionIcon
                  variant="subtle"
                  aria-label={say('openItem', { title: name })}
                  aria-expanded={open === item.id}
                  onClick={() => setOpen(open === item.id ? null : item.id)}
                >
                  <IconPencil size={16} stroke={1.5} aria-hidden="true" />
                </ActionIcon>
                <ActionIcon
                  variant="subtle"
                  color="gray"
                  aria-label={say('removeItem', { title: name })}
                  data-remove
                  onClick={() => remove(place)}
                >
                  <IconTrash size={16} stroke={1.5} aria-hidden="true" />
                </ActionIcon>
              </span>
              {open === item.id && (
                <ItemFields
                  eventId={event.id}
                  eventDate={event.date}
                  item={item}
                  onChange={changes => change(item.id, changes)}
                />
              )}
            </li>
          )
        })}
      </ol>
      <div className={styles.bar}>
        <Menu position="bottom-start">
          <Menu.Target>
            <Button ref={add} leftSection={<IconPlus size={16} stroke={1.5} aria-hidden="true" />}>
              {say('add')}
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            {AGENDA_KINDS.map(kind => (
              <Menu.Item
                key={kind}
                onClick={() => {
                  const item = newItem(kind)
                  onItems([...items, item])
                  setOpen(item.id)
                }}
              >
                {say(`kind.${kind}`)}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
        <Overrun minutes={overrun} />
      </div>
      <Switch
        label={say('shown')}
        description={say('shownText')}
        checked={shown}
        onChange={({ currentTarget: { checked } }) => onShown(checked)}
      />
      {failure && (
        <FailureNotice
          error={failure}
          {...(failure.code === 'revision_conflict' ? { text: say('conflict') } : {})}
        />
      )}
      <div className={styles.bar}>
        <Button variant="filled" loading={saving} onClick={onSave}>
          {say('save')}
        </Button>
        <Button variant="subtle" onClick={onDiscard}>
          {say(failure?.code === 'revision_conflict' ? 'readAgain' : 'discard')}
        </Button>
      </div>
    </>
  )
}

/** Moving goes no further, and the button keeps the focus of who works by keyboard. */
const resting = (rests: boolean) => (rests ? { 'aria-disabled': true, 'data-disabled': true } : {})
