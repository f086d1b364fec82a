import { Button } from '@mantine/core'
import type { Minutes } from '@sixfold/contract/minutes'
import type { Roundtable } from '@sixfold/contract/roundtables'
import type { BlockKind, MinutesBlock } from '@sixfold/domain/minutes/blocks'
import { EmptyState } from '@sixfold/ui/parts/empty-state'
import { useSay } from '@sixfold/ui/parts/language'
import { Person } from '@sixfold/ui/parts/person'
import { SaveState } from '@sixfold/ui/parts/save-state'
import { Sheet } from '@sixfold/ui/parts/sheet'
import { toast } from '@sixfold/ui/parts/toast'
import { usePresent } from '@sixfold/ui/presence'
import type { ReactNode } from 'react'
import { useEffect, useRef, useState } from 'react'
import { minutesWords } from '../../../words/minutes.ts'
import { newBlock, withBlock, withBlockAfter, withMoved } from '../block-moves.ts'
import type { MinutesEditor as Editor } from '../use-minutes.ts'
import { BlockRow } from './block-row.tsx'
import styles from './minutes.module.css'
import { Refusal } from './refusal.tsx'

export interface Turning {
  turning: { block: MinutesBlock; into: 'requirement' | 'action' } | null
  onClose: () => void
  /** The block now stands for this requirement or action. */
  onTurned: (refId: string) => void
}

interface MinutesEditorProps {
  event: Roundtable
  minutes: Minutes
  editor: Editor
  /** What a block is turned into is asked by the page. */
  children: (turning: Turning) => ReactNode
}

/** What was said, block by block, with who else is writing where. */
export function MinutesEditor({ event, minutes, editor, children }: MinutesEditorProps) {
  const say = useSay(minutesWords)
  const [place, setPlace] = useState<string | null>(null)
  const [turning, setTurning] = useState<Turning['turning']>(null)
  const people = usePresent({ kind: 'roundtable', id: event.id }, place)
  const list = useRef<HTMLOListElement>(null)
  const wanted = useRef<string | null>(null)
  const { blocks, change } = editor
  const { editable } = minutes

  // A new block has the focus once it stands on the page.
  useEffect(() => {
    if (wanted.current === null) return
    const field = list.current?.querySelector<HTMLTextAreaElement>(
      `[data-block="${CSS.escape(wanted.current)}"] textarea`,
    )
    if (!field) return
    wanted.current = null
    field.focus()
  })

  function add(at: number, kind: BlockKind = 'note') {
    const block = newBlock(kind)
    wanted.current = block.id
    change(withBlockAfter(blocks, at, block))
  }
  function remove(at: number, focusBefore: boolean) {
    const block = blocks[at]
    if (!block) return
    wanted.current = (focusBefore ? blocks[at - 1] : blocks[at + 1])?.id ?? null
    change(blocks.filter(one => one !== block))
    if (block.text.trim() === '') return
    const before = blocks
    toast.done(say('removed'), {
      label: say('undo'),
      run: () => change(before),
    })
  }

  const begin = editable && (
    <Button variant="filled" onClick={() => add(-1)}>
      {say('begin')}
    </Button>
  )
  return (
    <Sheet
      title={say('blocks')}
      aside={
        <div className={styles.aside}>
          {people.length > 0 && (
            <span
              className={styles.people}
              role="img"
              aria-label={`${say('people')}: ${people.map(({ name }) => name).join(', ')}`}
            >
              {people.map(({ staffId, name }) => (
                <Person key={staffId} name={name} other />
              ))}
            </span>
          )}
          {editable && <SaveState state={editor.state} />}
        </div>
      }
    >
      {editor.refusal !== null && <Refusal error={editor.refusal} blocks={blocks} />}
      {blocks.length === 0 ? (
        <EmptyState title={say('empty')} action={begin}>
          {say(editable ? 'emptyText' : 'readOnlyEmpty')}
        </EmptyState>
      ) : (
        <ol className={styles.blocks} ref={list}>
          {blocks.map((block, at) => (
            <BlockRow
              key={block.id}
              block={block}
              at={at}
              of={blocks.length}
              editable={editable}
              names={people.filter(one => one.places.includes(block.id)).map(({ name }) => name)}
              actions={{
                write: text => change(withBlock(blocks, block.id, { text })),
                turn: kind => change(withBlock(blocks, block.id, { kind })),
                move: by => {
                  wanted.current = block.id
                  change(withMoved(blocks, at, by))
                },
                remove: focusBefore => remove(at, focusBefore),
                addBelow: () => add(at),
                toRequirement: () => setTurning({ block, into: 'requirement' }),
                toAction: () => setTurning({ block, into: 'action' }),
                focus: () => setPlace(block.id),
              }}
            />
          ))}
        </ol>
      )}
      {editable && blocks.length > 0 && (
        <div className={styles.buttons}>
          {(['note', 'heading', 'decision'] as const).map(kind => (
            <Button key={kind} size="xs" onClick={() => add(blocks.length - 1, kind)}>
              {`${say('add')}: ${say(`kind.${kind}`)}`}
            </Button>
          ))}
        </div>
      )}
      {children({
        turning,
        onClose: () => setTurning(null),
        onTurned: refId =>
          turning && change(withBlock(blocks, turning.block.id, { kind: turning.into, refId })),
      })}
    </Sheet>
  )
}
