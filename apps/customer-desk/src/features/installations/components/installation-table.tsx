import { ActionIcon, Menu } from '@mantine/core'
import type { Installation } from '@sixfold/contract/installations'
import { dayText } from '@sixfold/ui/day-text'
import { DataTable } from '@sixfold/ui/parts/data-table'
import { Lamp } from '@sixfold/ui/parts/lamp'
import { useLanguage, useSay } from '@sixfold/ui/parts/language'
import { IconDots, IconPencil, IconTrash } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { recordWords } from '../../../words/record.ts'
import styles from './installations.module.css'

interface InstallationTableProps {
  installations: readonly Installation[]
  /** Undefined for who may only read. */
  onEdit: ((thing: Installation) => void) | undefined
  onRemove: (thing: Installation) => void
}

/** What an account bought, and when it is asked about each. */
export function InstallationTable({ installations, onEdit, onRemove }: InstallationTableProps) {
  const say = useSay(recordWords)
  return (
    <DataTable
      caption={say('bought')}
      rows={installations}
      rowKey={({ id }) => id}
      columns={[
        {
          key: 'product',
          header: say('product'),
          rowHeader: true,
          cell: thing => (
            <>
              {thing.productName}
              {thing.contactId && (
                <small className={styles.note}>
                  <Link to="/contacts/$id" params={{ id: thing.contactId }}>
                    {thing.contactName}
                  </Link>
                </small>
              )}
            </>
          ),
        },
        { key: 'purchasedOn', header: say('purchasedOn'), cell: thing => <Day day={thing.purchasedOn} /> },
        {
          key: 'installedOn',
          header: say('installedOn'),
          cell: thing => (
            <>
              <Day day={thing.installedOn} />
              {thing.marks.map(({ code }) => (
                <small key={code} className={styles.note}>
                  <Lamp tone="attention">{say(markWord(code))}</Lamp>
                </small>
              ))}
            </>
          ),
        },
        { key: 'due', header: say('asking'), cell: thing => <DueLines due={thing.due} /> },
        ...(onEdit
          ? [
              {
                key: 'acts',
                header: say('edit'),
                headerHidden: true,
                width: 48,
                cell: (thing: Installation) => (
                  <ThingMenu thing={thing} onEdit={onEdit} onRemove={onRemove} />
                ),
              },
            ]
          : []),
      ]}
    />
  )
}

function markWord(code: string) {
  if (code === 'installed_before_bought' || code === 'in_the_future' || code === 'before_1970')
    return `mark.${code}` as const
  return 'marked'
}

function Day({ day }: { day: string | null }) {
  const { language } = useLanguage()
  return day === null ? null : <span className={styles.day}>{dayText(day, language)}</span>
}

const tones = { waiting: 'none', open: 'good', past: 'none' } as const

/** What is due comes before what is to come and what is over. */
function DueLines({ due }: { due: Installation['due'] }) {
  const say = useSay(recordWords)
  const { language } = useLanguage()
  return (
    <ul className={styles.due}>
      {due.map(({ kind, state, opens, closes }) => (
        <li key={kind} data-state={state}>
          <Lamp tone={tones[state]}>
            {say(`due.${kind}`)},{' '}
            {say(`due.${state}`, { opens: dayText(opens, language), closes: dayText(closes, language) })}
          </Lamp>
        </li>
      ))}
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
