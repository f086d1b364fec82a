import { ActionIcon, Menu } from '@mantine/core'
import type { Installation } from '@sixfold/contract/installations'
import { formatInstant } from '@sixfold/ui/format'
import { Lamp } from '@sixfold/ui/parts/lamp'
import { useLanguage, useSay } from '@sixfold/ui/parts/language'
import { IconDots, IconPencil, IconTrash } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { recordWords } from '../../../words/record.ts'
import styles from './installations.module.css'

interface InstallationListProps {
  installations: readonly Installation[]
  /** Undefined for who may only read. */
  onEdit: ((thing: Installation) => void) | undefined
  onRemove: (thing: Installation) => void
}

/** What an account bought, and when it is asked about each. */
export function InstallationList({ installations, onEdit, onRemove }: InstallationListProps) {
  return (
    <ul className={styles.things}>
      {installations.map(thing => (
        <li key={thing.id} className={styles.thing}>
          <div className={styles.what}>
            <p className={styles.product}>{thing.productName}</p>
            <Days thing={thing} />
            {thing.contactId && (
              <p className={styles.note}>
                <Link to="/contacts/$id" params={{ id: thing.contactId }}>
                  {thing.contactName}
                </Link>
              </p>
            )}
          </div>
          <DueLines due={thing.due} />
          {onEdit && <ThingMenu thing={thing} onEdit={onEdit} onRemove={onRemove} />}
        </li>
      ))}
    </ul>
  )
}

function Days({ thing: { purchasedOn, installedOn, marks } }: { thing: Installation }) {
  const say = useSay(recordWords)
  const shortDay = useShortDay()
  const days = [
    purchasedOn && say('boughtDay', { day: shortDay(purchasedOn) }),
    installedOn && say('installedDay', { day: shortDay(installedOn) }),
  ].filter(Boolean)
  return (
    <>
      <p className={styles.note}>{days.length > 0 ? days.join(' · ') : say('noDays')}</p>
      {marks.map(({ code }) => (
        <p key={code} className={styles.mark}>
          <Lamp tone="attention">{say(markWord(code))}</Lamp>
        </p>
      ))}
    </>
  )
}

function markWord(code: string) {
  if (code === 'installed_before_bought' || code === 'in_the_future' || code === 'before_1970')
    return `mark.${code}` as const
  return 'marked'
}

/** A day in a list: `3 Oct 2026`. */
function useShortDay(): (day: string) => string {
  const { language } = useLanguage()
  return day => formatInstant(`${day}T12:00:00Z`, language, { zone: 'UTC', readerZone: 'UTC', show: 'date' })
}

/** When it is asked about: what is due now stands out. */
function DueLines({ due }: { due: Installation['due'] }) {
  const say = useSay(recordWords)
  const shortDay = useShortDay()
  return (
    <ul className={styles.due}>
      {due.map(({ kind, state, opens, closes }) => {
        const text = `${say(`due.${kind}`)}, ${say(`due.${state}`, { opens: shortDay(opens), closes: shortDay(closes) })}`
        return (
          <li key={kind} data-state={state}>
            {state === 'open' ? <Lamp tone="attention">{text}</Lamp> : text}
          </li>
        )
      })}
    </ul>
  )
}

function ThingMenu({
  thing,
  onEdit,
  onRemove,
}: {
  thing: Installation
  onEdit: (thing: Installation) => void
  onRemove: (thing: Installation) => void
}) {
  const say = useSay(recordWords)
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon aria-label={say('editThing', { product: thing.productName })}>
          <IconDots size={18} stroke={1.5} aria-hidden="true" />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item
          leftSection={<IconPencil size={16} stroke={1.5} aria-hidden="true" />}
          onClick={() => onEdit(thing)}
        >
          {say('edit')}
        </Menu.Item>
        <Menu.Item
          leftSection={<IconTrash size={16} stroke={1.5} aria-hidden="true" />}
          onClick={() => onRemove(thing)}
        >
          {say('remove')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
