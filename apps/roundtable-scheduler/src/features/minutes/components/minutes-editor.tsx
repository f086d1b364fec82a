import { Button, Modal } from '@mantine/core'
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
import { commonWords } from '@sixfold/ui/words/common'
import { useEffect, useRef, useState } from 'react'
import { minutesWords } from '../../../words/minutes.ts'
import { ActionForm } from '../../requirements/components/actions.tsx'
import { NoteDialog } from '../../requirements/components/note-dialog.tsx'
import { newBlock, withBlock, withBlockAfter, withMoved } from '../block-moves.ts'
import type { MinutesEditor as Editor } from '../use-minutes.ts'
import { BlockRow } from './block-row.tsx'
import styles from './minutes.module.css'

interface MinutesEditorProps {
  event: Roundtable
  minutes: Minutes
  editor: Editor
}

/** What was said, block by block, with who else is writing where. */
export function MinutesEditor({ event, minutes, editor }: MinutesEditorProps) {
  const say = useSay(minutesWords)
  const sayCommon = useSay(commonWords)
  const [place, setPlace] = useState<string | null>(null)
  const [turning, setTurning] = useState<{ block: MinutesBlock; into: 'requirement' | 'action' } | null>(null)
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
  function becomes(kind: 'requirement' | 'action', refId: string) {
    if (turning) change(withBlock(blocks, turning.block.id, { kind, refId }))
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
      <NoteDialog
        opened={turning?.into === 'requirement'}
        onClose={() => setTurning(null)}
        at={{ roundtableId: event.id, regionId: event.regionId, text: turning?.block.text ?? '' }}
        onNoted={({ id }) => becomes('requirement', id)}
      />
      <Modal
        opened={turning?.into === 'action'}
        onClose={() => setTurning(null)}
        title={say('actionTitle')}
        closeButtonProps={{ 'aria-label': sayCommon('close') }}
      >
        {turning && (
          <ActionForm
            about={{ aboutKind: 'round_table', aboutId: event.id }}
            regionIds={[event.regionId]}
            text={turning.block.text}
            blockId={turning.block.id}
            onClose={() => setTurning(null)}
            onNoted={({ id }) => becomes('action', id)}
          />
        )}
      </Modal>
    </Sheet>
  )
}
