import { Button, NativeSelect, Textarea, TextInput } from '@mantine/core'
import type { LiveItemInput, LiveRoom } from '@sixfold/contract/live-rooms'
import { liveItemInput } from '@sixfold/contract/live-rooms'
import { Lamp } from '@sixfold/ui/parts/lamp'
import { useSay } from '@sixfold/ui/parts/language'
import { useState } from 'react'
import { liveWords } from '../../../words/live.ts'
import type { LiveActions } from '../queries.ts'
import { ItemResults } from './item-results.tsx'
import styles from './live.module.css'

interface Props {
  room: LiveRoom
  actions: LiveActions
  mayModerate: boolean
}

/** What was prepared for the room: put on screen, opened, closed, revealed. */
export function ItemList({ room, actions, mayModerate }: Props) {
  const say = useSay(liveWords)
  const set = (itemId: string, change: { current?: boolean; open?: boolean; revealed?: boolean }) =>
    actions.setItem.mutate({ id: room.roundtableId, itemId, ...change })
  return (
    <>
      {!room.open && room.items.length > 0 && <p className={styles.muted}>{say('closedItems')}</p>}
      {room.items.length === 0 && <p className={styles.muted}>{say('noItems')}</p>}
      <ul className={styles.list}>
        {room.items.map(item => {
          const current = item.id === room.currentItemId
          const untouched = item.tally.answers === 0 && !room.entries.some(({ itemId }) => itemId === item.id)
          return (
            <li key={item.id} className={styles.item}>
              <div className={styles.row}>
                <strong>{item.input.title}</strong>
                <span className={styles.muted}>{say(item.input.kind)}</span>
                {current && <Lamp tone="good">{say('onScreen')}</Lamp>}
                {item.open && room.open && <Lamp tone="good">{say('taking')}</Lamp>}
                {item.revealed && <Lamp tone="good">{say('revealed')}</Lamp>}
              </div>
              <ItemResults item={item} />
              {mayModerate && (
                <div className={styles.row}>
                  <Button
                    onClick={() =>
                      set(
                        item.id,
                        current ? { current: false } : { current: true, ...(room.open && { open: true }) },
                      )
                    }
                  >
                    {say(current ? 'unshow' : 'show')}
                  </Button>
                  <Button disabled={!room.open} onClick={() => set(item.id, { open: !item.open })}>
                    {say(item.open && room.open ? 'stop' : 'start')}
                  </Button>
                  {item.input.kind !== 'ideas' && (
                    <Button onClick={() => set(item.id, { revealed: !item.revealed })}>
                      {say(item.revealed ? 'hide' : 'reveal')}
                    </Button>
                  )}
                  {untouched && (
                    <Button
                      variant="subtle"
                      onClick={() => actions.removeItem.mutate({ id: room.roundtableId, itemId: item.id })}
                    >
                      {say('remove')}
                    </Button>
                  )}
                </div>
              )}
            </li>
          )
        })}
      </ul>
      {mayModerate && <NewItem room={room} actions={actions} />}
    </>
  )
}

const KINDS = ['poll', 'rating', 'words', 'ideas'] as const

function NewItem({ room, actions }: Omit<Props, 'mayModerate'>) {
  const say = useSay(liveWords)
  const [kind, setKind] = useState<LiveItemInput['kind']>('poll')
  const [title, setTitle] = useState('')
  const [options, setOptions] = useState('')
  const [ends, setEnds] = useState({ lowWord: '', highWord: '' })
  const [faulty, setFaulty] = useState(false)
  const [added, setAdded] = useState(false)
  const [most, setMost] = useState(1)
  const lines = options
    .split('\n')
    .map(line => line.trim())
    .filter(line => line !== '')
  const choices = Array.from({ length: Math.max(1, lines.length) }, (_, at) => String(at + 1))
  function submit() {
    const parsed = liveItemInput.safeParse(
      {
        poll: { kind, title, options: lines, most: Math.min(most, choices.length) },
        rating: { kind, title, low: 0, high: 10, ...ends },
        words: { kind, title, most: 3 },
        ideas: { kind, title },
      }[kind],
    )
    // The second click of a double click meets the form that the first one emptied: nothing is wrong.
    setFaulty(!parsed.success && !(added && title === ''))
    if (!parsed.success) return
    actions.addItem.mutate({ id: room.roundtableId, item: parsed.data })
    setTitle('')
    setOptions('')
    setMost(1)
    setAdded(true)
  }
  return (
    <form
      className={styles.form}
      onSubmit={event => {
        event.preventDefault()
        submit()
      }}
    >
      <NativeSelect
        label={say('kind')}
        value={kind}
        data={KINDS.map(value => ({ value, label: say(value) }))}
        onChange={event => setKind(KINDS.find(known => known === event.target.value) ?? 'poll')}
      />
      <TextInput
        label={say('title')}
        value={title}
        maxLength={160}
        error={faulty ? say('invalid') : null}
        onChange={event => setTitle(event.target.value)}
      />
      {kind === 'poll' && (
        <>
          <Textarea
            label={say('options')}
            autosize
            minRows={3}
            value={options}
            onChange={event => setOptions(event.target.value)}
          />
          <NativeSelect
            label={say('most')}
            data={choices}
            value={String(Math.min(most, choices.length))}
            onChange={event => setMost(Number(event.target.value))}
          />
        </>
      )}
      {kind === 'rating' &&
        (['lowWord', 'highWord'] as const).map(end => (
          <TextInput
            key={end}
            label={say(end)}
            maxLength={40}
            value={ends[end]}
            onChange={event => setEnds({ ...ends, [end]: event.target.value })}
          />
        ))}
      <div>
        <Button type="submit" variant="filled" loading={actions.addItem.isPending}>
          {say('add')}
        </Button>
      </div>
    </form>
  )
}
