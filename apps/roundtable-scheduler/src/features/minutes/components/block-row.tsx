import { ActionIcon, Menu, Select, Textarea } from '@mantine/core'
import type { MinutesBlock } from '@sixfold/domain/minutes/blocks'
import { MINUTES_LIMITS } from '@sixfold/domain/minutes/blocks'
import { useSay } from '@sixfold/ui/parts/language'
import { Person } from '@sixfold/ui/parts/person'
import { IconArrowDown, IconArrowUp, IconDots, IconTrash } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import type { KeyboardEvent } from 'react'
import { minutesWords } from '../../../words/minutes.ts'
import styles from './minutes.module.css'

export interface BlockActions {
  write: (text: string) => void
  turn: (kind: 'heading' | 'note' | 'decision') => void
  move: (by: -1 | 1) => void
  remove: (focusBefore: boolean) => void
  addBelow: () => void
  toRequirement: () => void
  toAction: () => void
  focus: () => void
}

interface BlockRowProps {
  block: MinutesBlock
  at: number
  of: number
  editable: boolean
  /** Who else has it selected. */
  names: readonly string[]
  actions: BlockActions
}

const plainKinds = ['note', 'heading', 'decision'] as const

/** One block: what it is, its text, and what can be done with it. */
export function BlockRow({ block, at, of, editable, names, actions }: BlockRowProps) {
  const say = useSay(minutesWords)
  const { id, kind, text } = block
  const isPlain = plainKinds.some(one => one === kind)
  return (
    <li className={styles.block} data-kind={kind} data-block={id}>
      <div className={styles.kind}>
        {editable && isPlain ? (
          <Select
            size="xs"
            variant="unstyled"
            aria-label={say('kindOf', { at: at + 1 })}
            value={kind}
            allowDeselect={false}
            comboboxProps={{ width: 150, position: 'bottom-start' }}
            data={plainKinds.map(value => ({ value, label: say(`kind.${value}`) }))}
            onChange={value => actions.turn(plainKinds.find(one => one === value) ?? 'note')}
          />
        ) : (
          <span>{say(`kind.${kind}`)}</span>
        )}
      </div>
      <div className={styles.body}>
        {editable ? (
          <Textarea
            classNames={{ input: styles.input ?? '' }}
            variant="unstyled"
            aria-label={say('blockLabel', { kind: say(`kind.${kind}`), at: at + 1, of })}
            placeholder={at === of - 1 ? say('placeholder') : undefined}
            value={text}
            maxLength={MINUTES_LIMITS.text}
            autosize
            minRows={1}
            onFocus={actions.focus}
            onChange={event => actions.write(event.currentTarget.value)}
            onKeyDown={event => onKey(event, text, actions)}
          />
        ) : (
          <p className={styles.text}>{text}</p>
        )}
        {kind === 'requirement' && block.refId !== null && (
          <Link className={styles.ref} to="/requirements/$id" params={{ id: block.refId }}>
            {say('openRequirement')}
          </Link>
        )}
        {names.length > 0 && (
          <span className={styles.here}>
            {names.map(name => (
              <Person key={name} name={name} other size={24} />
            ))}
            {say('isHere', { name: names.join(', ') })}
          </span>
        )}
      </div>
      {editable && <BlockMenu block={block} at={at} of={of} actions={actions} />}
    </li>
  )
}

function BlockMenu({ block, at, of, actions }: Pick<BlockRowProps, 'block' | 'at' | 'of' | 'actions'>) {
  const say = useSay(minutesWords)
  const place = { at: at + 1 }
  const canTurn = block.refId === null && block.text.trim() !== ''
  return (
    <Menu position="bottom-end" width={240}>
      <Menu.Target>
        <ActionIcon className={styles.menu ?? ''} variant="subtle" aria-label={say('more', place)}>
          <IconDots size={18} stroke={1.5} aria-hidden="true" />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item disabled={!canTurn} onClick={actions.toRequirement}>
          {say('toRequirement')}
        </Menu.Item>
        <Menu.Item disabled={!canTurn} onClick={actions.toAction}>
          {say('toAction')}
        </Menu.Item>
        <Menu.Divider />
        <Menu.Item onClick={actions.addBelow}>{say('addBlock')}</Menu.Item>
        <Menu.Item
          disabled={at === 0}
          leftSection={<IconArrowUp size={16} stroke={1.5} aria-hidden="true" />}
          onClick={() => actions.move(-1)}
        >
          {say('up', place)}
        </Menu.Item>
        <Menu.Item
          disabled={at === of - 1}
          leftSection={<IconArrowDown size={16} stroke={1.5} aria-hidden="true" />}
          onClick={() => actions.move(1)}
        >
          {say('down', place)}
        </Menu.Item>
        <Menu.Item
          color="problem"
          leftSection={<IconTrash size={16} stroke={1.5} aria-hidden="true" />}
          onClick={() => actions.remove(false)}
        >
          {say('remove', place)}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}

/** Enter begins the next block, Shift and Enter a line; Backspace in an empty block removes it; Alt and arrows move it. */
function onKey(event: KeyboardEvent<HTMLTextAreaElement>, text: string, actions: BlockActions): void {
  // Enter also ends the composition of a letter, as Vietnamese and Chinese keyboards have it.
  if (event.nativeEvent.isComposing) return
  if (event.key === 'Enter' && !event.shiftKey) {
    event.preventDefault()
    actions.addBelow()
  } else if (event.key === 'Backspace' && text === '') {
    event.preventDefault()
    actions.remove(true)
  } else if (event.altKey && (event.key === 'ArrowUp' || event.key === 'ArrowDown')) {
    event.preventDefault()
    actions.move(event.key === 'ArrowUp' ? -1 : 1)
  }
}
