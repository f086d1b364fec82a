import { closestCenter, DndContext } from '@dnd-kit/core'
import type { SortingStrategy } from '@dnd-kit/sortable'
import {
  rectSortingStrategy,
  SortableContext,
  useSortable,
  verticalListSortingStrategy,
} from '@dnd-kit/sortable'
import { CSS } from '@dnd-kit/utilities'
import { ActionIcon, Button } from '@mantine/core'
import type { AnyPart } from '@sixfold/domain/survey/parts'
import { useSay } from '@sixfold/ui/parts/language'
import { IconClipboardText, IconGripVertical, IconPlus, IconX } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { Suspense, useState } from 'react'
import { editorWords } from '../../../../words/editor.ts'
import { listWords } from '../../../../words/list.ts'
import { useDragging } from '../../use-dragging.ts'
import type { PartActions } from '../../use-parts.ts'
import { useParts } from '../../use-parts.ts'
import { PasteDialog } from '../later-dialogs.tsx'
import styles from './part-list.module.css'
import { PartText } from './part-text.tsx'

/** What the parts of a list are called. */
export type PartNoun = 'option' | 'row' | 'item'
const addWord = { option: 'addOption', row: 'addRow', item: 'addItem' } as const

interface PartListProps {
  question: string
  /** Of the question, `5.3`. */
  number: string
  parts: readonly AnyPart[]
  noun: PartNoun
  language: string
  /** Only of the selected question are parts dragged, removed and added. */
  selected: boolean
  /** Before the text, such as a radio button. */
  mark?: (part: AnyPart, index: number) => ReactNode
  /** After the text, or below it in a list that is set as blocks. */
  after?: (part: AnyPart, index: number) => ReactNode
  /** `line`: a box around each, as an option to choose. `plain`: no box. `block`: what is after stands below. `picture`: two in a row. */
  look: 'line' | 'plain' | 'block' | 'picture'
  /** More to add beside a part, such as "Other". */
  adds?: ReactNode
}

/** The parts of one question as a customer sees them, edited in place. */
export function PartList(props: PartListProps) {
  const { question, number, parts, noun, selected, look, adds } = props
  const say = useSay(listWords)
  const actions = useParts(question)
  const [pasting, setPasting] = useState(false)
  const label = usePartLabel(number, noun)
  const list = (
    <ol className={styles.parts} data-look={look}>
      {parts.map((part, index) => (
        <PartRow key={part.id} {...props} part={part} index={index} label={label(index)} actions={actions} />
      ))}
    </ol>
  )
  return (
    <>
      {selected ? (
        <SortableParts
          parts={parts}
          label={label}
          strategy={look === 'picture' ? rectSortingStrategy : verticalListSortingStrategy}
          onMove={actions.moveTo}
        >
          {list}
        </SortableParts>
      ) : (
        list
      )}
      {selected && (
        <div className={styles.adds}>
          <Button
            size="xs"
            variant="subtle"
            leftSection={<IconPlus size={14} stroke={1.75} aria-hidden="true" />}
            onClick={() => actions.add(parts.length)}
          >
            {say(addWord[noun])}
          </Button>
          {adds}
          <Button
            size="xs"
            variant="subtle"
            leftSection={<IconClipboardText size={14} stroke={1.5} aria-hidden="true" />}
            onClick={() => setPasting(true)}
          >
            {say('paste')}
          </Button>
        </div>
      )}
      <Suspense>
        {pasting && <PasteDialog actions={actions} at={parts.length} onClose={() => setPasting(false)} />}
      </Suspense>
    </>
  )
}

/** Names a part by its place: "Question 5.3: Option 2". */
function usePartLabel(number: string, noun: PartNoun) {
  const say = useSay(listWords)
  const sayEditor = useSay(editorWords)
  return (index: number) =>
    say('part', { question: sayEditor('questionTitle', { number }), what: say(noun), number: index + 1 })
}

interface SortablePartsProps {
  parts: readonly AnyPart[]
  label: (index: number) => string
  strategy: SortingStrategy
  onMove: (part: string, index: number) => void
  children: ReactNode
}

function SortableParts({ parts, label, strategy, onMove, children }: SortablePartsProps) {
  const at = (id: unknown) => parts.findIndex(part => part.id === id)
  const dragging = useDragging(key => label(at(key)))
  return (
    <DndContext
      {...dragging}
      collisionDetection={closestCenter}
      onDragEnd={({ active, over }) => {
        if (over && over.id !== active.id) onMove(String(active.id), at(over.id))
      }}
    >
      <SortableContext items={parts.map(({ id }) => id)} strategy={strategy}>
        {children}
      </SortableContext>
    </DndContext>
  )
}

interface PartRowProps extends PartListProps {
  part: AnyPart
  index: number
  label: string
  actions: PartActions
}

function PartRow(props: PartRowProps) {
  return props.selected ? (
    <MovableRow {...props} />
  ) : (
    <li className={styles.part} data-look={props.look}>
      <PartContent {...props} />
    </li>
  )
}

function MovableRow(props: PartRowProps) {
  const { part, label, actions, look } = props
  const say = useSay(listWords)
  const { setNodeRef, setActivatorNodeRef, attributes, listeners, transform, transition, isDragging } =
    useSortable({ id: part.id })
  return (
    <li
      ref={setNodeRef}
      className={styles.part}
      data-look={look}
      data-dragging={isDragging || undefined}
      style={{ transform: CSS.Translate.toString(transform), transition }}
    >
      <button
        type="button"
        ref={setActivatorNodeRef}
        className={styles.grip}
        {...attributes}
        {...listeners}
        aria-label={say('drag', { name: label })}
      >
        <IconGripVertical size={14} stroke={1.5} aria-hidden="true" />
      </button>
      <PartContent {...props} />
      <ActionIcon
        className={styles.take ?? ''}
        size={24}
        aria-label={say('take', { name: label })}
        onClick={() => actions.take(part.id)}
      >
        <IconX size={14} stroke={1.5} aria-hidden="true" />
      </ActionIcon>
    </li>
  )
}

function PartContent({ question, part, index, label, language, noun, mark, after, actions }: PartRowProps) {
  const say = useSay(listWords)
  return (
    <>
      {mark?.(part, index)}
      <PartText
        question={question}
        part={part.id}
        index={index}
        value={part.text[language] ?? ''}
        language={language}
        label={label}
        placeholder={`${say(noun)} ${index + 1}`}
        actions={actions}
      />
      {after?.(part, index)}
    </>
  )
}
